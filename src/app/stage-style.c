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

/* Where it was given. */
typedef struct
{
  GdkDisplay *display;      /* Owned */
  GtkCssProvider *provider; /* Owned */
} Style;

static void
remove_style (gpointer data)
{
  Style *style = data;

  gtk_style_context_remove_provider_for_display (style->display, GTK_STYLE_PROVIDER (style->provider));
  g_object_unref (style->display);
  g_object_unref (style->provider);
  g_free (style);
}

static void
set_type (GtkWidget *window, double text_scale)
{
  GdkRectangle screen = { 0 };
  double usual = USUAL_TYPE * text_scale, type;
  g_autofree char *css = NULL;
  Style *style = g_new0 (Style, 1);

  scope_screen_find (window, &screen);
  type = fmax (usual, TYPE * screen.height);
  css = g_strdup_printf ("window.presenting .sidebar, window.presenting .said { font-size: %dpx; }",
                         (int) lround (type));
  style->display = g_object_ref (gtk_widget_get_display (window));
  style->provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_data (style->provider, css, -1);
  gtk_style_context_add_provider_for_display (style->display, GTK_STYLE_PROVIDER (style->provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_object_set_data_full (G_OBJECT (window), KEY, style, remove_style);
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
