/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "stacked.h"

#include "canvas.h"
#include "derivation.h"
#include "links.h"
#include "pen.h"
#include "plan.h"
#include "shown.h"
#include "subject.h"

/* The chain rule in rows, broken at its equals signs: before a hall, and where the columns of the
 * diagram find no room. */

/* In em. */
#define SYMBOLS_ROW 3.6
#define NUMBERS_ROW 1.9
#define SIZE 1.25
#define END_GAP 0.2
#define HALL_RESULT_ROW 2.9
#define HALL_RESULT_SIZE 1.75

static void
put (ScopePen *pen, ScopeInk ink, const char *markup)
{
  scope_pen_text (pen, &scope_role_formula, -1, ink, markup);
}

/* ∂L/∂b₃ = ∂L/∂p₁ · ∂p₁/∂z₁ · ∂z₁/∂b₃ */
static void
write_symbols (ScopePen *pen)
{
  const ScopeSubject *subject = pen->subject;
  const ScopePlan *plan = pen->plan;
  gboolean sum = subject->factors.n_wired > 1;
  g_autofree char *dp = scope_derivation_dp (subject, plan), *dz = scope_derivation_dz (subject);

  scope_pen_fraction (pen, &scope_role_formula, -1, scope_shown_chain_ink (subject->figure),
                      subject->dl_symbol, "*∂b*_3");
  put (pen, SCOPE_INK_TEXT, " = ");
  scope_pen_fraction (pen, &scope_role_formula, 0, scope_factor_inks[0], subject->dl_symbol, dp);
  put (pen, SCOPE_INK_TEXT, sum ? " · ∑_{*k*} " : " · ");
  scope_pen_fraction (pen, &scope_role_formula, 1, scope_factor_inks[1], dp, dz);
  put (pen, SCOPE_INK_TEXT, " · ");
  scope_pen_fraction (pen, &scope_role_formula, 2, scope_factor_inks[2], dz, "*∂b*_3");
}

static void
write_number (ScopePen *pen, const ScopeRole *role, int index, ScopeInk ink, const char *printed,
              gboolean first)
{
  g_autofree char *number = scope_derivation_number (printed, first);

  scope_pen_text (pen, role, index, ink, number);
}

void
scope_stacked_write_terms (ScopePen *pen, const ScopeRole *role)
{
  const ScopeSubject *subject = pen->subject;
  gboolean first = TRUE;

  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    {
      if (subject->figure->parameters.w[k] == 0)
        continue;
      if (!first)
        /* Of what it stands between: the row is read out without the formula's own signs. */
        scope_pen_text (pen, role == &scope_role_mistake ? role : &scope_role_formula, -1, SCOPE_INK_TEXT,
                        " + ");
      write_number (pen, role, SCOPE_N_FACTORS + (int) k, scope_shown_chain_ink (subject->figure),
                    subject->factors.path[k], first);
      first = FALSE;
    }
}

/* = −6.63 · 0.128 · 1, or the sum of the paths. */
static void
write_numbers (ScopePen *pen)
{
  const ScopeSubject *subject = pen->subject;
  const ScopeFactors *factors = &subject->factors;
  unsigned k = subject->path;

  put (pen, SCOPE_INK_TEXT, "= ");
  if (factors->n_wired < 2)
    {
      write_number (pen, &scope_role_factor, 0, scope_factor_inks[0], factors->dl_dp, TRUE);
      put (pen, SCOPE_INK_TEXT, " · ");
      write_number (pen, &scope_role_factor, 1, scope_factor_inks[1], factors->dp_dz[k], FALSE);
      put (pen, SCOPE_INK_TEXT, " · ");
      write_number (pen, &scope_role_factor, 2, scope_factor_inks[2], factors->dz_db[k], FALSE);
      return;
    }
  scope_stacked_write_terms (pen, &scope_role_factor);
}

/* ∂L/∂b₃ = −6.63 · 0.128 · 1 = −0.849 in one row, over the three slopes themselves. */
static void
write_chain (ScopePen *pen)
{
  const ScopeFactors *factors = &pen->subject->factors;
  g_autofree char *markup = g_strdup_printf (" %s !%s!", factors->equals, factors->result);
  g_autofree char *left = g_strdup_printf ("%s/*∂b*_3 ", pen->subject->dl_symbol);
  ScopeInk ink = scope_shown_chain_ink (pen->subject->figure);

  put (pen, ink, left);
  write_numbers (pen);
  scope_pen_text (pen, &scope_role_result, 0, ink, markup);
}

static void
write_result (ScopePen *pen)
{
  const ScopeFactors *factors = &pen->subject->factors;
  g_autofree char *markup = g_strdup_printf ("%s !%s!", factors->equals, factors->result);

  scope_pen_text (pen, &scope_role_result, 0, scope_shown_chain_ink (pen->subject->figure), markup);
}

/* = −6.6278 · 0.12811 · 1 = −0.8491 */
static void
write_numbers_and_result (ScopePen *pen)
{
  write_numbers (pen);
  scope_pen_space (pen, 0.25);
  write_result (pen);
}

/* --- Rows of it */

typedef struct
{
  ScopeWriteRow write;
  double size, height; /* em */
} Row;

static const Row usual[]
  = { { write_symbols, SIZE, SYMBOLS_ROW }, { write_numbers_and_result, SIZE, NUMBERS_ROW } },
  broken[] = { { write_symbols, SIZE, SYMBOLS_ROW },
               { write_numbers, SIZE, NUMBERS_ROW },
               { write_result, SIZE, NUMBERS_ROW } },
  hall[] = { { write_symbols, SCOPE_HALL_SIZE, SCOPE_HALL_FRACTION_ROW },
             { write_numbers, SCOPE_HALL_SIZE, SCOPE_HALL_NUMBER_ROW },
             { write_result, HALL_RESULT_SIZE, HALL_RESULT_ROW } },
  chain[] = { { write_chain, SCOPE_HALL_SIZE, SCOPE_HALL_NUMBER_ROW } };

typedef enum
{
  USUAL,
  BROKEN,
  HALL,
  CHAIN, /* there, too, in the second form: what goes on in the three slopes themselves, or has no more room */
} Kind;

typedef struct
{
  const Row *rows;
  guint n_rows;
  double below;
} Rows;

static const Rows kinds[] = {
  [USUAL] = { usual, G_N_ELEMENTS (usual), END_GAP },
  [BROKEN] = { broken, G_N_ELEMENTS (broken), END_GAP },
  [HALL] = { hall, G_N_ELEMENTS (hall), 0 },
  [CHAIN] = { chain, G_N_ELEMENTS (chain), 0 },
};

static void
add_form (const ScopeCanvas *canvas, ScopeBlock *block, Kind kind)
{
  double height = kinds[kind].below;

  for (guint i = 0; i < kinds[kind].n_rows; i++)
    height += kinds[kind].rows[i].height;
  scope_planner_add_form (block, height * canvas->em);
}

gboolean
scope_stacked_is_long (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan)
{
  ScopePen pen = { canvas, subject, plan, 0, 0, SIZE * canvas->em, TRUE, 0 };

  scope_pen_fit (&pen, write_numbers_and_result, plan->main.width);
  return pen.size_px < scope_canvas_least_px (canvas);
}

void
scope_stacked_measure (const ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
                       ScopeBlock *block)
{
  if (!canvas->in_hall)
    {
      add_form (canvas, block, plan->stacked_long ? BROKEN : USUAL);
      return;
    }
  add_form (canvas, block, HALL);
  add_form (canvas, block, CHAIN);
  block->first = scope_links_shown (subject->figure) == SCOPE_ALL_LINKS;
}

void
scope_stacked_draw (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
                    const ScopeSpot *spot)
{
  Kind in_window = plan->stacked_long ? BROKEN : USUAL, in_hall = spot->form == 0 ? HALL : CHAIN;
  const Rows *rows = &kinds[canvas->in_hall ? in_hall : in_window];
  ScopeRect rect = spot->rect;

  for (guint i = 0; i < rows->n_rows; i++)
    {
      rect.height = rows->rows[i].height * canvas->em;
      scope_pen_draw_row (canvas, subject, plan, rows->rows[i].write, rows->rows[i].size, &rect);
      rect.y += rect.height;
    }
}
