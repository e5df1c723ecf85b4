/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "stage-style.h"

#include <math.h>

#include "screen.h"

/* Of the screen's height. */
#define TYPE 0.025
/* In px: the desktop's usual type. */
#define USUAL_TYPE 14.7
#define KEY "scope-stage-style"
#define CLASS "presenting"

/* For the window alone, and what is in it: another one may be before another screen. */
static GtkCssProvider *
get_provider (GtkWidget *window)
{
  GtkCssProvider *provider = g_object_get_data (G_OBJECT (window), KEY);

  if (provider != NULL)
    return provider;
  provider = gtk_css_provider_new ();
  g_object_set_data_full (G_OBJECT (window), KEY, provider, g_object_unref);
  gtk_style_context_add_provider (gtk_widget_get_style_context (window), GTK_STYLE_PROVIDER (provider),
                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  return provider;
}

static void
set_type (GtkWidget *window, double text_scale)
{
  GdkRectangle screen = { 0 };
  double type;
  g_autofree char *css = NULL;

  scope_screen_find (window, &screen);
  type = fmax (USUAL_TYPE * text_scale, TYPE * screen.height);
  css = g_strdup_printf ("window." CLASS " { font-size: %dpx; }", (int) lround (type));
  gtk_css_provider_load_from_data (get_provider (window), css, -1);
}

void
scope_stage_style_enter (GtkWidget *window, double text_scale)
{
  set_type (window, text_scale);
  gtk_widget_add_css_class (window, CLASS);
}

void
scope_stage_style_leave (GtkWidget *window)
{
  gtk_widget_remove_css_class (window, CLASS);
}

gboolean
scope_stage_style_is_on (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return root != NULL && gtk_widget_has_css_class (GTK_WIDGET (root), CLASS);
}
