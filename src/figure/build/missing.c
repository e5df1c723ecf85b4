/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "figure.h"
#include "shown.h"

typedef struct
{
  unsigned part;
  ScopeRole role;
  int index; /* −1 for any */
} Trace;

/* What each part that may yield leaves in a scene. */
static const Trace traces[] = {
  { SCOPE_SHOW_QUESTION, SCOPE_ROLE_QUESTION, -1 },
  { SCOPE_SHOW_BAR, SCOPE_ROLE_BAR, -1 },
  { SCOPE_SHOW_PROBABILITIES, SCOPE_ROLE_PANEL, SCOPE_PANEL_PROBABILITY },
  { SCOPE_SHOW_FORMULA, SCOPE_ROLE_FORMULA, 0 },
  { SCOPE_SHOW_FORMULA, SCOPE_ROLE_RESULT, -1 },
  { SCOPE_SHOW_DIAGRAM, SCOPE_ROLE_NODE, -1 },
  /* A step of a presentation may show one alone. */
  { SCOPE_SHOW_LINKS, SCOPE_ROLE_PANEL, SCOPE_PANEL_LINK_LOGIT },
  { SCOPE_SHOW_LINKS, SCOPE_ROLE_PANEL, SCOPE_PANEL_LINK_PROBABILITY },
  { SCOPE_SHOW_LINKS, SCOPE_ROLE_PANEL, SCOPE_PANEL_LINK_LOSS },
  { SCOPE_SHOW_STEPS, SCOPE_ROLE_STEP, -1 },
  { SCOPE_SHOW_MISTAKES, SCOPE_ROLE_MISTAKE, 1 },
  /* The slot of what is hidden, which steps and mistakes share. */
  { SCOPE_SHOW_MISTAKES, SCOPE_ROLE_STEP, SCOPE_STEP_HIDDEN },
  { SCOPE_SHOW_CASES, SCOPE_ROLE_CASE, -1 },
  { SCOPE_SHOW_ANSWERS, SCOPE_ROLE_ANSWER, -1 },
  { SCOPE_SHOW_SHIFT, SCOPE_ROLE_SHIFT, -1 },
  { SCOPE_SHOW_HOOD, SCOPE_ROLE_HOOD, -1 },
  { SCOPE_SHOW_DESCENT, SCOPE_ROLE_UPDATE, -1 },
  { SCOPE_SHOW_WATERFALL, SCOPE_ROLE_WATERFALL, -1 },
  { SCOPE_SHOW_WATERFALL, SCOPE_ROLE_WATERFALL_LABEL, -1 },
};

/* What the others leave. */
static const Trace lines[] = {
  { SCOPE_SHOW_TANGENT, SCOPE_ROLE_TANGENT, SCOPE_PANEL_LOSS },
  { SCOPE_SHOW_GUESS, SCOPE_ROLE_GUESS, -1 },
  { SCOPE_SHOW_DOWNHILL, SCOPE_ROLE_DOWNHILL, -1 },
  { SCOPE_SHOW_POINT, SCOPE_ROLE_POINT, SCOPE_PANEL_LOSS },
  { SCOPE_SHOW_ESTIMATE, SCOPE_ROLE_ESTIMATE, -1 },
  { SCOPE_SHOW_GHOSTS, SCOPE_ROLE_GHOST, -1 },
};

/* Of the parts in the table: those that left nothing in the scene. */
static unsigned
find_untraced (const ScopeScene *scene, const Trace *table, guint n_rows)
{
  unsigned found = 0, all = 0;

  for (guint i = 0; i < n_rows; i++)
    all |= table[i].part;
  for (size_t n = 0; n < scope_scene_get_n_items (scene); n++)
    {
      const ScopeItem *item = scope_scene_get_item (scene, n);

      for (guint i = 0; i < n_rows; i++)
        if (item->role == table[i].role && (table[i].index < 0 || item->index == table[i].index))
          found |= table[i].part;
    }
  return all & ~found;
}

unsigned
scope_figure_missing (const ScopeFigure *figure, const ScopeScene *scene)
{
  return scope_many_shown (figure) & find_untraced (scene, traces, G_N_ELEMENTS (traces));
}

unsigned
scope_figure_left_out (const ScopeFigure *figure, const ScopeScene *scene, unsigned asked)
{
  return asked
         & (~scope_many_shown (figure) | find_untraced (scene, traces, G_N_ELEMENTS (traces))
            | find_untraced (scene, lines, G_N_ELEMENTS (lines)));
}
