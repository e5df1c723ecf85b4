/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "replay.h"

/* Of these traits an item has just those. */
static const struct
{
  unsigned traits, wanted;
} replays[] = {
  [SCOPE_REPLAY_ALL] = { 0, 0 },
  [SCOPE_REPLAY_NO_GROUND] = { SCOPE_TRAIT_GROUND, 0 },
  [SCOPE_REPLAY_STILL] = { SCOPE_TRAIT_STILL, SCOPE_TRAIT_STILL },
  [SCOPE_REPLAY_MOVING] = { SCOPE_TRAIT_STILL, 0 },
};

/* Times the stroke's width. */
static const double dashes[][SCOPE_MOST_DASHES] = {
  [SCOPE_DASH_DASHED] = { 4.5, 3 },
  /* Square dots: round ones take a screen several times as long. */
  [SCOPE_DASH_DOTTED] = { 1.1, 1.7 },
  [SCOPE_DASH_FINE] = { 2, 3 },
  [SCOPE_DASH_LONG] = { 9, 3.5 },
};

static void
find_look (const ScopePalette *palette, const ScopeItem *item, ScopeLook *look)
{
  look->fill = item->fill != SCOPE_INK_NONE ? &palette->ink[item->fill] : NULL;
  look->stroke = item->stroke != SCOPE_INK_NONE ? &palette->ink[item->stroke] : NULL;
  look->n_dashes = item->dash != SCOPE_DASH_SOLID ? SCOPE_MOST_DASHES : 0;
  for (int i = 0; i < look->n_dashes; i++)
    look->dashes[i] = dashes[item->dash][i] * item->width_px;
}

static void
change_clip (const ScopeScene *scene, const ScopePainter *painter, gpointer target, int from, int to)
{
  if (from == to)
    return;
  if (from >= 0)
    painter->end_clip (target);
  if (to >= 0)
    painter->begin_clip (target, to, scope_scene_get_clip (scene, to));
}

void
scope_replay_scene (const ScopeScene *scene, ScopeReplay what, const ScopePainter *painter, gpointer target)
{
  const ScopePalette *palette = scope_theme_palette (scope_scene_get_theme (scene));
  int clip = -1;

  for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
    {
      const ScopeItem *item = scope_scene_get_item (scene, i);
      ScopeLook look;

      if ((item->traits & replays[what].traits) != replays[what].wanted)
        continue;
      change_clip (scene, painter, target, clip, item->clip);
      clip = item->clip;
      find_look (palette, item, &look);
      painter->shapes[item->shape](target, item, &look);
    }
  change_clip (scene, painter, target, clip, -1);
}
