/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "figure.h"

#include "many-drawing.h"

/* What each part that may yield leaves in a scene. */
static const struct
{
  unsigned part;
  ScopeRole role;
  int index; /* −1 for any */
} traces[] = {
  { SCOPE_SHOW_QUESTION, SCOPE_ROLE_QUESTION, -1 },
  { SCOPE_SHOW_BAR, SCOPE_ROLE_BAR, -1 },
  { SCOPE_SHOW_PROBABILITIES, SCOPE_ROLE_PANEL, SCOPE_PANEL_PROBABILITY },
  { SCOPE_SHOW_FORMULA, SCOPE_ROLE_FORMULA, -1 },
  { SCOPE_SHOW_DIAGRAM, SCOPE_ROLE_NODE, -1 },
  { SCOPE_SHOW_LINKS, SCOPE_ROLE_PANEL, SCOPE_PANEL_LINK_LOSS },
  { SCOPE_SHOW_STEPS, SCOPE_ROLE_STEP, -1 },
  { SCOPE_SHOW_MISTAKES, SCOPE_ROLE_MISTAKE, 1 },
  { SCOPE_SHOW_CASES, SCOPE_ROLE_CASE, -1 },
  { SCOPE_SHOW_ANSWERS, SCOPE_ROLE_ANSWER, -1 },
  { SCOPE_SHOW_SHIFT, SCOPE_ROLE_SHIFT, -1 },
  { SCOPE_SHOW_HOOD, SCOPE_ROLE_HOOD, -1 },
  { SCOPE_SHOW_DESCENT, SCOPE_ROLE_UPDATE, -1 },
  /* The slot of what is hidden. */
  { SCOPE_SHOW_DESCENT, SCOPE_ROLE_STEP, -1 },
  { SCOPE_SHOW_WATERFALL, SCOPE_ROLE_WATERFALL, -1 },
  { SCOPE_SHOW_WATERFALL, SCOPE_ROLE_WATERFALL_LABEL, -1 },
};

unsigned
scope_figure_missing (const ScopeFigure *figure, const ScopeScene *scene)
{
  unsigned found = 0, asked = 0;

  for (guint i = 0; i < G_N_ELEMENTS (traces); i++)
    asked |= traces[i].part;
  for (size_t n = 0; n < scope_scene_get_n_items (scene); n++)
    {
      const ScopeItem *item = scope_scene_get_item (scene, n);

      for (guint i = 0; i < G_N_ELEMENTS (traces); i++)
        if (item->role == traces[i].role && (traces[i].index < 0 || item->index == traces[i].index))
          found |= traces[i].part;
    }
  return scope_many_shown (figure) & asked & ~found;
}
