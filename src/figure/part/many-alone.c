/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>

#include "block.h"
#include "canvas.h"
#include "many.h"
#include "plan.h"
#include "shown.h"
#include "subject.h"

/* What is about one flower of many is called so, and its gradient stands back behind the sum's. */

/* In em. */
#define TEXT_SIZE 0.98
#define MARK_SIZE 0.62
#define MARK_GAP 0.45
#define BASELINE 1.02
#define HEIGHT 1.5

static void
measure (const ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, ScopeBlock *block)
{
  if (scope_shown_is_alone (subject->figure))
    scope_planner_add_form (block, HEIGHT * canvas->em);
}

static void
draw (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, const ScopeSpot *spot)
{
  const ScopeFigure *figure = subject->figure;
  const ScopeRect *rect = &spot->rect;
  double em = canvas->em, x = rect->x + (MARK_SIZE + MARK_GAP) * em;
  /* Translators: over a formula and plots that are about this one of many flowers, not their sum. */
  g_autofree char *text = g_strdup_printf (_ ("Flower %u alone"), (guint) figure->many->selected + 1);
  g_autoptr (ScopeLine) whole
    = scope_line_new_text (canvas->fonts, TEXT_SIZE * em, SCOPE_FACE_TEXT_BOLD, text);

  scope_canvas_draw_mark (canvas, figure->parameters.observed, SCOPE_INK_TEXT_DIM,
                          rect->x + MARK_SIZE / 2 * em, rect->y + (BASELINE - 0.34) * em, MARK_SIZE * em);
  scope_canvas_draw_line (canvas, &scope_role_flower_label, -1, SCOPE_INK_TEXT_DIM,
                          scope_line_ellipsize (whole, rect->x + rect->width - x), x,
                          rect->y + BASELINE * em);
}

const ScopeBlockKind scope_alone_side_block = { .top = 300,
                                                .heads = SCOPE_BLOCK_BIT (BAR) | SCOPE_BLOCK_BIT (LINKS),
                                                .window = SCOPE_WHERE_SIDE,
                                                .measure = measure,
                                                .draw = draw };

const ScopeBlockKind scope_alone_chain_block
  = { .top = 400,
      .heads = SCOPE_BLOCK_BIT (BAR) | SCOPE_BLOCK_BIT (FORMULA) | SCOPE_BLOCK_BIT (DIAGRAM),
      .window = SCOPE_WHERE_MAIN,
      .measure = measure,
      .draw = draw };

const ScopeBlockKind scope_alone_links_block = {
  .top = 1300, .heads = SCOPE_BLOCK_BIT (LINKS), .window = SCOPE_WHERE_ALONE, .measure = measure, .draw = draw
};
