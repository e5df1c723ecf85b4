/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "backdrop.h"

#include <math.h>
#include <string.h>

#include "paint.h"

struct _ScopeBackdrop
{
  cairo_surface_t *pixels; /* Owned; NULL where nothing is kept */
  guint64 kept, last;      /* fingerprints: of pixels, of the scene before */
  gboolean used;
};

ScopeBackdrop *
scope_backdrop_new (void)
{
  return g_new0 (ScopeBackdrop, 1);
}

void
scope_backdrop_free (ScopeBackdrop *backdrop)
{
  if (backdrop == NULL)
    return;
  g_clear_pointer (&backdrop->pixels, cairo_surface_destroy);
  g_free (backdrop);
}

gboolean
scope_backdrop_was_used (const ScopeBackdrop *backdrop)
{
  return backdrop->used;
}

/* --- What stands still */

static guint64
mix (guint64 hash, const void *data, size_t size)
{
  const guint8 *bytes = data;

  for (; size >= sizeof (guint64); size -= sizeof (guint64), bytes += sizeof (guint64))
    {
      guint64 word;

      memcpy (&word, bytes, sizeof word);
      hash = (hash ^ word) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
      hash ^= hash >> 29;
    }
  for (; size > 0; size--, bytes++)
    hash = (hash ^ *bytes) * G_GUINT64_CONSTANT (0x100000001b3);
  return hash;
}

static guint64
mix_item (guint64 hash, const ScopeScene *scene, const ScopeItem *item)
{
  const int kinds[]
    = { item->index, (int) item->shape, (int) item->stroke, (int) item->fill, (int) item->dash };
  const double lengths[] = { item->opacity, item->width_px, item->radius_px };
  const ScopeRect *clip = scope_scene_get_clip (scene, item->clip);

  hash = mix (hash, kinds, sizeof kinds);
  hash = mix (hash, lengths, sizeof lengths);
  hash = mix (hash, item->points, item->n_points * sizeof *item->points);
  if (clip != NULL)
    hash = mix (hash, clip, sizeof *clip);
  if (item->line != NULL)
    {
      const char *text = scope_line_get_text (item->line);
      ScopeLineSize size;

      scope_line_get_size (item->line, &size);
      hash = mix (hash, &size, sizeof size);
      hash = mix (hash, text, strlen (text));
    }
  return hash;
}

static guint64
fingerprint (const ScopeScene *scene, int pixels_per_unit)
{
  const double frame[] = { scope_scene_get_width (scene), scope_scene_get_height (scene), pixels_per_unit,
                           scope_scene_get_theme (scene) };
  guint64 hash = mix (G_GUINT64_CONSTANT (0xcbf29ce484222325), frame, sizeof frame);

  for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
    {
      const ScopeItem *item = scope_scene_get_item (scene, i);

      if (item->traits & SCOPE_TRAIT_STILL)
        hash = mix_item (hash, scene, item);
    }
  return hash;
}

/* --- Painting */

static void
keep (ScopeBackdrop *backdrop, const ScopeScene *scene, guint64 hash, int pixels_per_unit)
{
  int width = (int) ceil (scope_scene_get_width (scene)) * pixels_per_unit;
  int height = (int) ceil (scope_scene_get_height (scene)) * pixels_per_unit;
  cairo_t *cr;

  g_clear_pointer (&backdrop->pixels, cairo_surface_destroy);
  backdrop->pixels = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_surface_set_device_scale (backdrop->pixels, pixels_per_unit, pixels_per_unit);
  cr = cairo_create (backdrop->pixels);
  scope_paint_scene (scene, cr, SCOPE_REPLAY_STILL);
  cairo_destroy (cr);
  backdrop->kept = hash;
}

void
scope_backdrop_paint (ScopeBackdrop *backdrop, const ScopeScene *scene, cairo_t *cr, int pixels_per_unit)
{
  guint64 hash = fingerprint (scene, pixels_per_unit);
  gboolean again = hash == backdrop->last;

  backdrop->last = hash;
  backdrop->used = again || (backdrop->pixels != NULL && hash == backdrop->kept);
  if (!backdrop->used)
    {
      scope_paint_scene (scene, cr, SCOPE_REPLAY_ALL);
      return;
    }
  if (backdrop->pixels == NULL || hash != backdrop->kept)
    keep (backdrop, scene, hash, pixels_per_unit);
  cairo_save (cr);
  cairo_set_source_surface (cr, backdrop->pixels, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_rectangle (cr, 0, 0, scope_scene_get_width (scene), scope_scene_get_height (scene));
  cairo_fill (cr);
  cairo_restore (cr);
  scope_paint_scene (scene, cr, SCOPE_REPLAY_MOVING);
}
