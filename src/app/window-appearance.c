/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "window-private.h"

/* Light, dark and high contrast, by what the menu says, else the desktop. */

static gboolean
is_strong (ScopeWindow *self)
{
  g_autofree char *appearance = g_settings_get_string (self->settings, "appearance");

  return g_str_equal (appearance, "high-contrast")
         || adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
}

/* Whether the window's text is light. A style manager does not know it: GTK_THEME and a user's own CSS
 * are not asked by it. */
static gboolean
is_dark (ScopeWindow *self)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA text;

  gtk_style_context_get_color (context, &text);
  return scope_colour_luminance (&(ScopeColour){ text.red, text.green, text.blue }) > 0.5;
}

static void
set_css_class (GtkWidget *widget, const char *name, gboolean has)
{
  if (has)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/* The plot is drawn, not styled: it is told how the window around it looks. High contrast is a style of
 * what is in the window, so that the window's own text stays what the theme makes of it. */
static void
update (ScopeWindow *self)
{
  GtkWidget *content = adw_application_window_get_content (ADW_APPLICATION_WINDOW (self));
  gboolean dark = is_dark (self), strong = is_strong (self);

  g_object_set (self->plot, "theme", (int) scope_theme_for_screen (dark, strong), NULL);
  set_css_class (content, "high-contrast", strong);
  set_css_class (content, "on-black", strong && dark);
  set_css_class (content, "on-white", strong && !dark);
}

static void
apply (ScopeWindow *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  g_autofree char *appearance = g_settings_get_string (self->settings, "appearance");
  AdwColorScheme scheme = ADW_COLOR_SCHEME_DEFAULT;

  if (g_str_equal (appearance, "light"))
    scheme = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_str_equal (appearance, "dark"))
    scheme = ADW_COLOR_SCHEME_FORCE_DARK;
  adw_style_manager_set_color_scheme (style, scheme);
  update (self);
}

static void
css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  ScopeWindow *self = SCOPE_WINDOW (widget);

  GTK_WIDGET_CLASS (g_type_class_peek (ADW_TYPE_APPLICATION_WINDOW))->css_changed (widget, change);
  if (self->plot != NULL && self->settings != NULL)
    update (self);
}

/* --- All together */

void
scope_window_install_appearance (GtkWidgetClass *klass)
{
  klass->css_changed = css_changed;
}

void
scope_window_init_appearance (ScopeWindow *self)
{
  g_signal_connect_object (self->settings, "changed::appearance", G_CALLBACK (apply), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  apply (self);
}
