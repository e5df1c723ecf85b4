/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "block.h"
#include "derivation.h"
#include "formula.h"
#include "markup.h"
#include "number.h"
#include "pen.h"
#include "stage-step.h"

/* What is on top of the second column of a presentation: where b₃ and the logits are, softmax and the loss. */

/* In em. */
/* Logits are read to recompute p from them: as they were entered, and their sum with b₃, whose binary fractions end
 * later than what was entered. */
#define ENTERED_DIGITS 5
#define SUM_DIGITS 4
#define CELL_SPACE 1.6
#define VALUE_SIZE 1.3
#define VALUE_ROW 2.1

/* --- b₃, the logits, softmax and the loss: numbers as in the diagram's nodes, which a click reveals */

#define BIAS_INDEX (SCOPE_COLUMN_BIAS * SCOPE_N_CLASSES)
#define LOSS_INDEX (SCOPE_COLUMN_LOSS * SCOPE_N_CLASSES)
#define NODE_INDEX(column, k) (SCOPE_N_CLASSES * (int) (column) + (int) (k))

static void
put (ScopePen *pen, int index, ScopeInk ink, const char *markup)
{
  scope_pen_text (pen, &scope_role_node_label, index, ink, markup);
}

/* One logit gets b₃, and says how. */
static gboolean
has_one_wire (const ScopeSubject *subject)
{
  return subject->factors.n_wired == 1 && !scope_subject_hides (subject, SCOPE_PLACE_DZ_DB);
}

static void
put_logit (ScopePen *pen, unsigned k)
{
  const ScopeSubject *subject = pen->subject;
  unsigned digits = scope_subject_is_wired (subject, k) ? SUM_DIGITS : ENTERED_DIGITS;
  g_autofree char *z = scope_number_format (subject->outcome->z[k], digits, subject->figure->decimal);
  g_autofree char *markup = g_strdup_printf ("*z*_%u = %s", k + 1, z);

  put (pen, NODE_INDEX (SCOPE_COLUMN_LOGIT, k), SCOPE_INK_TEXT, markup);
}

/* Between the logit, its shift and b₃ with its weight as they are printed, and what is printed as their sum. While
 * a value is dragged nobody reckons. */
static const char *
sum_equals (const ScopeSubject *subject, unsigned k, const char *sum)
{
  const ScopeFigure *figure = subject->figure;
  const ScopeParameters *in = &figure->parameters;

  if (!figure->settled)
    return "=";
  return scope_factors_equals (scope_factors_as_printed (in->a[k], ENTERED_DIGITS)
                                 + scope_factors_as_printed (in->shift, ENTERED_DIGITS)
                                 + scope_factors_as_printed (in->w[k], ENTERED_DIGITS)
                                     * scope_factors_as_printed (in->b, figure->digits),
                               sum, SUM_DIGITS);
}

/* z₁ = 1.0368 + 2 + b₃ = 1.0368, z₁ = 1.0368 − 2·b₃ = … */
static void
put_fed_logit (ScopePen *pen, unsigned k)
{
  const ScopeSubject *subject = pen->subject;
  const ScopeParameters *in = &subject->figure->parameters;
  char decimal = subject->figure->decimal;
  double weight = in->w[k];
  g_autofree char *a = scope_number_format (in->a[k], ENTERED_DIGITS, decimal);
  g_autofree char *c = scope_number_format (fabs (in->shift), ENTERED_DIGITS, decimal);
  g_autofree char *w = scope_number_format (fabs (weight), ENTERED_DIGITS, decimal);
  g_autofree char *z = scope_number_format (subject->outcome->z[k], SUM_DIGITS, decimal);
  g_autofree char *shift
    = in->shift == 0 ? g_strdup ("") : g_strdup_printf (" %s %s", in->shift < 0 ? "−" : "+", c);
  g_autofree char *times = fabs (weight) == 1 ? g_strdup ("") : g_strdup_printf ("%s·", w);
  g_autofree char *markup = g_strdup_printf ("*z*_%u = %s%s %s %s*b*_3 %s %s", k + 1, a, shift,
                                             weight < 0 ? "−" : "+", times, sum_equals (subject, k, z), z);

  put (pen, NODE_INDEX (SCOPE_COLUMN_LOGIT, k), SCOPE_INK_TEXT, markup);
}

static void
write_bias (ScopePen *pen)
{
  const ScopeSubject *subject = pen->subject;
  g_autofree char *b = scope_subject_number (subject, subject->figure->parameters.b);
  g_autofree char *markup = g_strdup_printf ("*b*_3 = !%s!", b);

  put (pen, BIAS_INDEX, SCOPE_INK_TEXT, markup);
  if (!(subject->figure->stage->rows & SCOPE_STAGE_LOGITS) || !has_one_wire (subject))
    return;
  scope_pen_space (pen, CELL_SPACE);
  put_fed_logit (pen, subject->path);
}

/* The logits that the row of b₃ has not. */
static void
write_logits (ScopePen *pen)
{
  gboolean first = TRUE;

  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    {
      if (has_one_wire (pen->subject) && k == pen->subject->path)
        continue;
      if (!first)
        scope_pen_space (pen, CELL_SPACE);
      put_logit (pen, k);
      first = FALSE;
    }
}

/* L = −ln p_Setosa = 1.89 */
static void
write_loss (ScopePen *pen)
{
  const ScopeSubject *subject = pen->subject;
  const ScopePlan *plan = pen->plan;
  g_autofree char *p = scope_derivation_p (subject, plan, subject->figure->parameters.observed);
  g_autofree char *number = scope_markup_escape (subject->factors.loss);
  g_autofree char *markup = g_strdup_printf ("%s = −ln %s = !%s!", subject->loss_symbol, p, number);

  put (pen, LOSS_INDEX, SCOPE_INK_LOSS, markup);
}

/* p_Setosa = e^{z₁}/(e^{z₁} + e^{z₂} + e^{z₃}) = 0.151: softmax, and what the loss reads of it, however narrow its
 * segment of the bar. */
static void
write_softmax (ScopePen *pen)
{
  static const char *const digits[SCOPE_N_CLASSES] = { "₁", "₂", "₃" };
  const ScopeSubject *subject = pen->subject;
  const ScopePlan *plan = pen->plan;
  unsigned o = subject->figure->parameters.observed;
  int index = NODE_INDEX (SCOPE_COLUMN_PROBABILITY, o);
  g_autofree char *p = scope_derivation_p (subject, plan, o);
  g_autofree char *number = scope_markup_escape (subject->factors.p[o]);
  g_autofree char *left = g_strdup_printf ("%s = ", p);
  g_autofree char *above = g_strdup_printf ("*e*^{*z*%s}", digits[o]);
  g_autofree char *right = g_strdup_printf (" = %s", number);

  put (pen, index, SCOPE_INK_TEXT, left);
  scope_pen_fraction (pen, &scope_role_formula, -1, SCOPE_INK_TEXT, above,
                      "*e*^{*z*₁} + *e*^{*z*₂} + *e*^{*z*₃}");
  put (pen, index, SCOPE_INK_TEXT, right);
}

static void
draw_bias (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, const ScopeSpot *spot)
{
  scope_pen_draw_row (canvas, subject, plan, write_bias, VALUE_SIZE, &spot->rect);
}

const ScopeBlockKind scope_bias_block
  = { .top = 600, .hall = SCOPE_WHERE_SIDE, .height = VALUE_ROW, .draw = draw_bias };

static void
draw_logits (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, const ScopeSpot *spot)
{
  scope_pen_draw_row (canvas, subject, plan, write_logits, VALUE_SIZE, &spot->rect);
}

const ScopeBlockKind scope_logits_block = {
  .top = 700, .rows = SCOPE_STAGE_LOGITS, .hall = SCOPE_WHERE_SIDE, .height = VALUE_ROW, .draw = draw_logits
};

static void
draw_loss (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, const ScopeSpot *spot)
{
  scope_pen_draw_row (canvas, subject, plan, write_loss, SCOPE_HALL_SIZE, &spot->rect);
}

const ScopeBlockKind scope_loss_block = { .top = 800,
                                          .rows = SCOPE_STAGE_LOSS,
                                          .hall = SCOPE_WHERE_SIDE,
                                          .height = SCOPE_HALL_NUMBER_ROW,
                                          .draw = draw_loss };

static void
draw_softmax (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, const ScopeSpot *spot)
{
  scope_pen_draw_row (canvas, subject, plan, write_softmax, SCOPE_HALL_SIZE, &spot->rect);
}

const ScopeBlockKind scope_softmax_block = { .top = 900,
                                             .rows = SCOPE_STAGE_SOFTMAX,
                                             .hall = SCOPE_WHERE_SIDE,
                                             .height = SCOPE_HALL_FRACTION_ROW,
                                             .draw = draw_softmax };
