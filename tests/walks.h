/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "figure.h"
#include "scenes.h"
#include "shown.h"

/* Walks downhill for tests of figures, and what their scenes say of them. */

/* All that is written with a role, in order. */
static inline char *
test_text_of (const ScopeScene *scene, const ScopeRole *role)
{
  GString *text = g_string_new (NULL);

  for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
    {
      const ScopeItem *item = scope_scene_get_item (scene, i);

      if (item->role == role && item->line != NULL)
        g_string_append_printf (text, "%s|", scope_line_get_text (item->line));
    }
  return g_string_free (text, FALSE);
}

/* Those with an index of their own: places, not what joins them. */
static inline guint
test_count_places (const ScopeScene *scene, const ScopeRole *role)
{
  guint n = 0;

  for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
    n += scope_scene_get_item (scene, i)->role == role && scope_scene_get_item (scene, i)->index >= 0;
  return n;
}

/* Walks n steps from the figure's b₃, and stays at the last place. */
static inline void
test_walk (ScopeFigure *figure, double *places, size_t n)
{
  for (size_t i = 0; i <= n; i++)
    {
      ScopeBatchOutcome outcome;

      places[i] = figure->parameters.b;
      scope_shown_evaluate (figure, &outcome);
      if (i < n)
        figure->parameters.b -= figure->rate * outcome.dl_db;
    }
  figure->trail = (ScopeTrail) { places, n + 1, n, figure->rate };
  figure->show |= SCOPE_SHOW_DESCENT;
}
