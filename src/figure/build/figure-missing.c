/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "figure-missing.h"

#include "shown.h"

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
  return scope_shown_many (figure) & scope_parts_of_kind (SCOPE_PART_BLOCK) & ~find_parts (scene);
}

unsigned
scope_figure_left_out (const ScopeFigure *figure, const ScopeScene *scene, unsigned asked)
{
  unsigned told = scope_parts_of_kind (SCOPE_PART_BLOCK) | scope_parts_of_kind (SCOPE_PART_LINE);

  return asked & (~scope_shown_many (figure) | (told & ~find_parts (scene)));
}
