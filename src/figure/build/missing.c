/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "figure.h"
#include "shown.h"

/* What yields to other parts where there is no room; of lines, points and curves nothing is said. */
#define YIELDING                                                                                   \
  (SCOPE_SHOW_QUESTION | SCOPE_SHOW_BAR | SCOPE_SHOW_PROBABILITIES | SCOPE_SHOW_FORMULA           \
   | SCOPE_SHOW_DIAGRAM | SCOPE_SHOW_LINKS | SCOPE_SHOW_STEPS | SCOPE_SHOW_MISTAKES               \
   | SCOPE_SHOW_CASES | SCOPE_SHOW_ANSWERS | SCOPE_SHOW_SHIFT | SCOPE_SHOW_HOOD                   \
   | SCOPE_SHOW_DESCENT | SCOPE_SHOW_WATERFALL)
#define LINES                                                                                      \
  (SCOPE_SHOW_TANGENT | SCOPE_SHOW_GUESS | SCOPE_SHOW_DOWNHILL | SCOPE_SHOW_POINT                 \
   | SCOPE_SHOW_ESTIMATE | SCOPE_SHOW_GHOSTS)

/* The parts that left something in the scene. */
static unsigned
find_parts (const ScopeScene *scene)
{
  unsigned found = 0;

  for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
    found |= scope_scene_get_item (scene, i)->part;
  return found;
}

unsigned
scope_figure_missing (const ScopeFigure *figure, const ScopeScene *scene)
{
  return scope_many_shown (figure) & YIELDING & ~find_parts (scene);
}

unsigned
scope_figure_left_out (const ScopeFigure *figure, const ScopeScene *scene, unsigned asked)
{
  return asked & (~scope_many_shown (figure) | ((YIELDING | LINES) & ~find_parts (scene)));
}
