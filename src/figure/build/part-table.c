/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "part-table.h"

#include <glib/gi18n-lib.h>

#include "many-parts.h"
#include "parts.h"

const ScopePart scope_parts[] = {
  { SCOPE_SHOW_QUESTION, "question", N_ ("question"), SCOPE_PART_BLOCK, scope_draw_question },
  { SCOPE_SHOW_BAR, "bar", N_ ("probability bar"), SCOPE_PART_BLOCK, scope_draw_bar },
  { SCOPE_SHOW_FORMULA, "formula", N_ ("chain rule"), SCOPE_PART_BLOCK, scope_draw_formula },
  { SCOPE_SHOW_DIAGRAM, "diagram", N_ ("path diagram"), SCOPE_PART_BLOCK, scope_draw_diagram },
  /* Rows below the derivation, one part after the other. */
  { 0, NULL, NULL, SCOPE_PART_WHOLE, scope_draw_steps },
  { SCOPE_SHOW_STEPS, "steps", N_ ("steps of the derivation"), SCOPE_PART_BLOCK, NULL },
  { SCOPE_SHOW_MISTAKES, "mistakes", N_ ("common mistakes"), SCOPE_PART_BLOCK, NULL },
  { SCOPE_SHOW_CASES, "cases", N_ ("all three observed cases"), SCOPE_PART_BLOCK, NULL },
  { SCOPE_SHOW_ANSWERS, "answers", N_ ("question to the hall"), SCOPE_PART_BLOCK, NULL },
  { SCOPE_SHOW_SHIFT, "shift", N_ ("shift of all three"), SCOPE_PART_BLOCK, NULL },
  { SCOPE_SHOW_DESCENT, "descent", N_ ("gradient descent"), SCOPE_PART_BLOCK, NULL },
  /* Panels, and what lies in them under the marks. */
  { 0, NULL, NULL, SCOPE_PART_WHOLE, scope_draw_panels },
  { SCOPE_SHOW_PROBABILITIES, "probabilities", N_ ("probabilities"), SCOPE_PART_BLOCK, NULL },
  { SCOPE_SHOW_OTHER_CASES, "others", N_ ("other observed classes"), SCOPE_PART_WHOLE, NULL },
  { SCOPE_SHOW_GHOSTS, "ghosts", N_ ("kept curves"), SCOPE_PART_LINE, NULL },
  /* What belongs to the present b₃. */
  { 0, NULL, NULL, SCOPE_PART_WHOLE, scope_draw_marks },
  { SCOPE_SHOW_GUESS, "guess", N_ ("pure guess"), SCOPE_PART_LINE, NULL },
  { SCOPE_SHOW_TANGENT, "tangent", N_ ("tangent"), SCOPE_PART_LINE, NULL },
  { SCOPE_SHOW_ESTIMATE, "estimate", N_ ("slope to predict"), SCOPE_PART_LINE, NULL },
  { SCOPE_SHOW_DOWNHILL, "downhill", N_ ("downhill arrow"), SCOPE_PART_LINE, NULL },
  { SCOPE_SHOW_POINT, "point", N_ ("point"), SCOPE_PART_LINE, NULL },
  /* A presentation's second column and its words. */
  { 0, NULL, NULL, SCOPE_PART_WHOLE, scope_draw_stage },
  { SCOPE_SHOW_LINKS, "links", N_ ("linked plots"), SCOPE_PART_BLOCK, scope_draw_links },
  { SCOPE_SHOW_HOOD, "hood", N_ ("under the hood"), SCOPE_PART_BLOCK, scope_draw_hood },
  { SCOPE_SHOW_WATERFALL, "waterfall", N_ ("waterfall and balance"), SCOPE_PART_BLOCK, scope_draw_waterfall },
  { 0, NULL, NULL, SCOPE_PART_WHOLE, scope_draw_many_alone },
};
const guint scope_n_parts = G_N_ELEMENTS (scope_parts);

static const ScopePart *
find_part (unsigned show)
{
  for (guint i = 0; i < G_N_ELEMENTS (scope_parts); i++)
    if (scope_parts[i].show == show)
      return &scope_parts[i];
  return NULL;
}

const char *
scope_part_name (unsigned i)
{
  return find_part (1u << i)->name;
}

const char *
scope_part_words (unsigned i)
{
  return find_part (1u << i)->words;
}

gboolean
scope_part_from_name (const char *name, unsigned *flag)
{
  for (guint i = 0; i < G_N_ELEMENTS (scope_parts); i++)
    if (scope_parts[i].name != NULL && g_str_equal (name, scope_parts[i].name))
      {
        *flag = scope_parts[i].show;
        return TRUE;
      }
  return FALSE;
}
