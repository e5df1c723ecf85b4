/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a window has on screen, read back. */

#pragma once

#include <gtk/gtk.h>

#include "theme.h"

typedef struct
{
  int width, height;
  guint32 *pixels; /* Owned; 0xaarrggbb, row by row */
} Pixels;

static inline void
pixels_clear (Pixels *self)
{
  g_clear_pointer (&self->pixels, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pixels, pixels_clear)

static inline ScopeColour
pixels_colour (guint32 pixel)
{
  return (ScopeColour) { (pixel >> 16 & 0xff) / 255.0, (pixel >> 8 & 0xff) / 255.0, (pixel & 0xff) / 255.0 };
}

/* A part of a window, so many times as large, so that a thin stroke has pixels of its own colour; without
 * any as long as nothing is drawn. */
static inline Pixels
pixels_of_part (GtkWidget *window, const graphene_rect_t *part, float scale)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (window));
  graphene_rect_t viewport, whole;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  Pixels self;

  /* The picture has the window's border, too, inside of which places are counted. */
  g_assert_true (gtk_widget_compute_bounds (window, window, &whole));
  graphene_rect_init (&viewport, floorf ((part->origin.x - whole.origin.x) * scale),
                      floorf ((part->origin.y - whole.origin.y) * scale), ceilf (part->size.width * scale),
                      ceilf (part->size.height * scale));
  gtk_snapshot_scale (snapshot, scale, scale);
  gdk_paintable_snapshot (paintable, snapshot, gdk_paintable_get_intrinsic_width (paintable),
                          gdk_paintable_get_intrinsic_height (paintable));
  node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL)
    return (Pixels) { 0 };
  texture = gsk_renderer_render_texture (renderer, node, &viewport);
  self.width = gdk_texture_get_width (texture);
  self.height = gdk_texture_get_height (texture);
  self.pixels = g_new (guint32, (gsize) self.width * (gsize) self.height);
  gdk_texture_download (texture, (guchar *) self.pixels, (gsize) self.width * sizeof (guint32));
  return self;
}

static inline Pixels
pixels_of (GtkWidget *widget, float scale)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_native (widget));
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, window, &bounds));
  return pixels_of_part (window, &bounds, scale);
}

static inline int
pixels_compare (gconstpointer one, gconstpointer other)
{
  guint32 first = *(const guint32 *) one, second = *(const guint32 *) other;

  return (first > second) - (first < second);
}

/* The colour that most pixels have; where there are none, one that no theme has. */
static inline ScopeColour
pixels_most (const Pixels *self)
{
  gsize n = (gsize) self->width * (gsize) self->height, most = 0, run = 0;
  g_autofree guint32 *sorted = g_memdup2 (self->pixels, n * sizeof (guint32));
  guint32 found = 0xffff00ff;

  qsort (sorted, n, sizeof (guint32), pixels_compare);
  for (gsize i = 0; i < n; i++)
    {
      run = i > 0 && sorted[i] == sorted[i - 1] ? run + 1 : 1;
      if (run > most)
        {
          most = run;
          found = sorted[i];
        }
    }
  return pixels_colour (found);
}

static inline ScopeColour
pixels_ground (GtkWidget *widget)
{
  g_auto (Pixels) self = pixels_of (widget, 1);

  return pixels_most (&self);
}
