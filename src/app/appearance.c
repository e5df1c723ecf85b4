/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "appearance.h"

#include <adwaita.h>

#include "theme.h"

struct _ScopeAppearance
{
  GtkWidget *window;   /* Borrowed */
  GtkWidget *plot;     /* Borrowed; within it */
  GSettings *settings; /* Owned */
};

static AdwColorScheme
get_scheme (GSettings *settings)
{
  g_autofree char *appearance = g_settings_get_string (settings, "appearance");

  return g_str_equal (appearance, "light")  ? ADW_COLOR_SCHEME_FORCE_LIGHT
         : g_str_equal (appearance, "dark") ? ADW_COLOR_SCHEME_FORCE_DARK
                                            : ADW_COLOR_SCHEME_DEFAULT;
}

static gboolean
is_strong (ScopeAppearance *self)
{
  g_autofree char *appearance = g_settings_get_string (self->settings, "appearance");

  return g_str_equal (appearance, "high-contrast")
         || adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
}

/* Whether the window's text is light. A style manager does not know it: GTK_THEME and a user's own CSS
 * are not asked by it. */
static gboolean
has_light_text (ScopeAppearance *self)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self->window));
  GdkRGBA text;

  gtk_style_context_get_color (context, &text);
  return scope_theme_luminance (&(ScopeColour) { text.red, text.green, text.blue }) > 0.5;
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
 * what is in the window, so that the window's own text stays what the theme makes of it, and so are light and dark in
 * a window that wants other ones than the program. */
void
scope_appearance_update (ScopeAppearance *self)
{
  GtkWidget *content = adw_application_window_get_content (ADW_APPLICATION_WINDOW (self->window));
  AdwColorScheme wanted = get_scheme (self->settings);
  gboolean strong = is_strong (self);
  gboolean differs = wanted != ADW_COLOR_SCHEME_DEFAULT
                     && wanted != adw_style_manager_get_color_scheme (adw_style_manager_get_default ());
  gboolean dark = differs ? wanted == ADW_COLOR_SCHEME_FORCE_DARK : has_light_text (self);

  g_object_set (self->plot, "theme", (int) scope_theme_for_screen (dark, strong), NULL);
  set_css_class (content, "high-contrast", strong);
  set_css_class (content, "on-black", strong && dark);
  set_css_class (content, "on-white", strong && !dark);
  set_css_class (content, "dark", differs && dark);
  set_css_class (content, "light", differs && !dark);
}

static void
follow_cb (GSettings *settings)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), get_scheme (settings));
}

void
scope_appearance_follow (GSettings *settings)
{
  g_signal_connect (settings, "changed::appearance", G_CALLBACK (follow_cb), NULL);
  follow_cb (settings);
}

ScopeAppearance *
scope_appearance_new (GtkWidget *window, GtkWidget *plot, GSettings *settings)
{
  ScopeAppearance *self = g_new0 (ScopeAppearance, 1);

  self->window = window;
  self->plot = plot;
  self->settings = g_object_ref (settings);
  g_signal_connect_swapped (settings, "changed::appearance", G_CALLBACK (scope_appearance_update), self);
  g_signal_connect_swapped (adw_style_manager_get_default (), "notify::high-contrast",
                            G_CALLBACK (scope_appearance_update), self);
  g_signal_connect_swapped (adw_style_manager_get_default (), "notify::color-scheme",
                            G_CALLBACK (scope_appearance_update), self);
  scope_appearance_update (self);
  return self;
}

void
scope_appearance_free (ScopeAppearance *self)
{
  g_signal_handlers_disconnect_by_data (self->settings, self);
  g_signal_handlers_disconnect_by_data (adw_style_manager_get_default (), self);
  g_object_unref (self->settings);
  g_free (self);
}
