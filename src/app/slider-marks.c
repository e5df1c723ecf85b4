/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "slider-marks.h"

#include <math.h>

#include "decimal-sign.h"
#include "number.h"

#define DIGITS 4
/* In px, of a slider whose handle has the usual size; it grows with the handle. */
#define USUAL_HANDLE 20.0f
#define GHOST_WIDTH 2.0f
#define GHOST_HEIGHT 10.0f
#define GHOST_OVERLAP 2.0f

static GdkRGBA
get_colour (GtkWidget *widget)
{
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  return colour;
}

static GtkWidget *
find_child (GtkWidget *widget, const char *css_name)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_str_equal (gtk_widget_get_css_name (child), css_name))
      return child;
  return NULL;
}

/* Where trough and handle are in the coordinates of a widget around them. */
static gboolean
find_parts (GtkScale *scale, GtkWidget *around, graphene_rect_t *trough, graphene_rect_t *handle)
{
  GtkWidget *whole = find_child (GTK_WIDGET (scale), "trough");
  GtkWidget *part = whole != NULL ? find_child (whole, "slider") : NULL;

  return part != NULL && gtk_widget_compute_bounds (whole, around, trough)
         && gtk_widget_compute_bounds (part, around, handle);
}

void
scope_slider_draw_ghost (GtkScale *scale, GtkWidget *around, GtkSnapshot *snapshot, double part)
{
  GdkRGBA colour = get_colour (around);
  graphene_rect_t trough, handle;
  float unit, x;

  if (!find_parts (scale, around, &trough, &handle))
    return;
  unit = fmaxf (1, handle.size.width / USUAL_HANDLE);
  x = roundf (trough.origin.x + (float) part * trough.size.width);
  gtk_snapshot_append_color (snapshot, &colour,
                             &GRAPHENE_RECT_INIT (x - GHOST_WIDTH * unit / 2,
                                                  trough.origin.y - (GHOST_HEIGHT - GHOST_OVERLAP) * unit,
                                                  GHOST_WIDTH * unit, GHOST_HEIGHT * unit));
}

void
scope_slider_draw_value (GtkScale *scale, GtkWidget *around, GtkSnapshot *snapshot, double value)
{
  g_autofree char *text = scope_number_format (value, DIGITS, scope_decimal_sign_of_locale ());
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (scale), text);
  GdkRGBA colour = get_colour (around);
  graphene_rect_t trough, handle;
  int width, height, free;
  float x;

  if (!find_parts (scale, around, &trough, &handle))
    return;
  pango_layout_get_pixel_size (layout, &width, &height);
  free = MAX (0, gtk_widget_get_width (around) - width);
  x = CLAMP (handle.origin.x + (handle.size.width - (float) width) / 2, 0, (float) free);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (roundf (x), roundf (handle.origin.y - (float) height)));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}
