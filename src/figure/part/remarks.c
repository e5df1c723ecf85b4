/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remarks.h"

#include <float.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "answers.h"
#include "bidi.h"
#include "derivation.h"
#include "markup.h"
#include "number.h"
#include "pen.h"
#include "sentences.h"
#include "stacked.h"

/* Rows beside the derivation: common mistakes, the three observed cases, what was observed, a question to the
 * hall. */

/* Stands in a translated sentence for what is written in an ink of its own. */
#define SLOT "\n"
#define PART_INDENT 1.0 /* in the size of the text */

static void
write_sentence (ScopePen *pen, const ScopeRole *role, int index, ScopeInk ink, const char *sentence,
                ScopeInk own_ink, const char *own)
{
  g_auto (GStrv) around = g_strsplit (sentence, SLOT, 2);

  scope_pen_text (pen, role, index, ink, around[0]);
  scope_pen_text (pen, role, index, own_ink, own);
  if (*around[1] != '\0')
    scope_pen_text (pen, role, index, ink, around[1]);
}

/* --- Common mistakes */

static void
put (ScopePen *pen, gboolean right, ScopeInk ink, const char *markup)
{
  scope_pen_text (pen, &scope_role_mistake, right ? 1 : 0, ink, markup);
}

/* Most often a remark is one row. Its parts have one each where the type would be too small. */
static gboolean
writes_part (ScopePen *pen, guint part)
{
  if (!pen->plan->tall)
    return TRUE;
  if (pen->row == part && part > 0)
    scope_pen_space (pen, PART_INDENT);
  return pen->row == part;
}

static void
write_verdict (ScopePen *pen, gboolean right, const char *name)
{
  /* Translators: what is right or wrong: the name of a path. */
  g_autofree char *verdict = g_strdup_printf (right ? _ ("right:  %s") : _ ("wrong:  %s"), SLOT);

  write_sentence (pen, &scope_role_mistake, right ? 1 : 0, SCOPE_INK_TEXT, verdict,
                  right ? SCOPE_INK_TEXT : SCOPE_INK_TEXT_DIM, name);
  scope_pen_space (pen, 0.7);
}

static void
write_factor (ScopePen *pen, gboolean right, ScopeInk ink, const char *number, gboolean first)
{
  g_autofree char *text = scope_derivation_number (number, first);

  if (!first)
    put (pen, right, SCOPE_INK_TEXT, " · ");
  put (pen, right, ink, text);
}

/* −2.2098 · 0.24774 · 0 = 0: the factors along one path, and what they multiply to. */
static void
write_product (ScopePen *pen, gboolean right, const char *dp_dz, const char *dz_db, const char *equals,
               const char *result)
{
  g_autofree char *plain = scope_markup_escape (result);
  g_autofree char *between = g_strdup_printf (" %s ", equals);

  write_factor (pen, right, SCOPE_INK_DL_DP, pen->subject->factors.dl_dp, TRUE);
  write_factor (pen, right, SCOPE_INK_DP_DZ, dp_dz, FALSE);
  write_factor (pen, right, SCOPE_INK_DZ_DB, dz_db, FALSE);
  put (pen, right, SCOPE_INK_TEXT, between);
  put (pen, right, SCOPE_INK_GRADIENT, plain);
}

static void
write_reason (ScopePen *pen, gboolean right, const char *markup)
{
  if (!pen->plan->tall || right)
    scope_pen_space (pen, 0.7);
  put (pen, right, right ? SCOPE_INK_TEXT : SCOPE_INK_TEXT_DIM, markup);
}

/* b₃ feeds the observed class's own logit alone. */
static gboolean
is_own_path (const ScopeSubject *subject)
{
  const ScopeParameters *in = &subject->figure->parameters;

  return subject->factors.n_wired == 1 && in->w[in->observed] != 0;
}

/* Then nothing is wrong about the article's path. */
static gboolean
is_article_right (const ScopeSubject *subject)
{
  return subject->factors.n_wired == 0 || is_own_path (subject);
}

guint
scope_remark_article_parts (const ScopeSubject *subject)
{
  return is_article_right (subject) ? 1 : 3;
}

guint
scope_remark_right_parts (const ScopeSubject *subject)
{
  return subject->factors.n_wired == 0 ? 1 : 2;
}

guint
scope_remark_diagonal_parts (const ScopeSubject *subject)
{
  /* Without any path there is no diagonal to speak of. */
  if (subject->factors.n_wired == 0)
    return 0;
  return is_own_path (subject) ? 2 : 3;
}

/* The article's summary goes through the observed class's own logit, which b₃ may not feed, or not
 * alone. Where it feeds that alone, the next commonest mistake stops at the first factor. */
void
scope_remark_write_article (ScopePen *pen)
{
  const ScopeSubject *subject = pen->subject;
  const ScopeFactors *factors = &subject->factors;
  unsigned o = subject->figure->parameters.observed;
  gboolean fed = subject->figure->parameters.w[o] != 0;
  g_autofree char *name = g_strdup_printf (_ ("the article's path, through *z*_%u"), o + 1);
  g_autofree char *reason = fed ? g_strdup (_ ("leaves the other paths out"))
                                : g_strdup_printf (_ ("*b*_3 does not feed *z*_%u"), o + 1);

  if (is_article_right (subject))
    {
      write_verdict (pen, FALSE, _ ("stopped at the first factor"));
      write_factor (pen, FALSE, SCOPE_INK_DL_DP, factors->dl_dp, TRUE);
      return;
    }
  if (writes_part (pen, 0))
    write_verdict (pen, FALSE, name);
  if (writes_part (pen, 1))
    write_product (pen, FALSE, factors->dp_dz[o], factors->dz_db[o], factors->path_equals[o],
                   factors->path[o]);
  if (writes_part (pen, 2))
    write_reason (pen, FALSE, reason);
}

/* The one path there is, or the sum of several. */
void
scope_remark_write_right (ScopePen *pen)
{
  const ScopeSubject *subject = pen->subject;
  const ScopePlan *plan = pen->plan;
  const ScopeFactors *factors = &subject->factors;
  unsigned k = subject->path;
  gboolean own = k == subject->figure->parameters.observed;
  g_autofree char *through = g_strdup_printf (_ ("through *z*_%u"), k + 1);
  g_autofree char *p = scope_derivation_p (subject, plan, k);
  g_autofree char *closed = g_strdup_printf (own ? "= %s − 1" : "= %s", p);
  g_autofree char *equals = NULL;

  if (factors->n_wired == 0)
    {
      write_verdict (pen, TRUE, _ ("*b*_3 reaches no logit: the gradient is 0"));
      return;
    }
  if (writes_part (pen, 0))
    write_verdict (pen, TRUE, factors->n_wired == 1 ? through : _ ("every path"));
  if (!writes_part (pen, 1))
    return;
  if (factors->n_wired == 1)
    {
      write_product (pen, TRUE, factors->dp_dz[k], factors->dz_db[k], factors->path_equals[k],
                     factors->path[k]);
      if (subject->figure->parameters.w[k] == 1)
        write_reason (pen, TRUE, closed);
      return;
    }
  scope_stacked_write_terms (pen, &scope_role_mistake);
  equals = g_strdup_printf (" %s ", factors->equals);
  put (pen, TRUE, SCOPE_INK_TEXT, equals);
  put (pen, TRUE, SCOPE_INK_GRADIENT, factors->result);
}

/* The first logit but the observed class's own that b₃ feeds; what the diagonal leaves out. */
static unsigned
find_off_diagonal (const ScopeParameters *in)
{
  unsigned k = 0;

  while (k < SCOPE_N_CLASSES - 1 && (k == in->observed || in->w[k] == 0))
    k++;
  return k;
}

static void
write_diagonal_enough (ScopePen *pen)
{
  const char *const sentences[]
    = { _ ("Here the diagonal *∂p*/*∂z* is enough."), _ ("Where another class was observed, it is not.") };
  g_autoptr (GString) both = g_string_new (sentences[0]);

  scope_sentences_add (both, sentences[1]);
  put (pen, FALSE, SCOPE_INK_TEXT_DIM, pen->plan->tall ? sentences[pen->row] : both->str);
}

/* Learners who know p(1 − p) alone take the other derivatives of softmax for 0. */
void
scope_remark_write_diagonal (ScopePen *pen)
{
  const ScopeSubject *subject = pen->subject;
  const ScopeFactors *factors = &subject->factors;
  const ScopeParameters *in = &subject->figure->parameters;
  unsigned o = in->observed, k = find_off_diagonal (in);
  g_autofree char *path = scope_markup_escape (factors->path[o]);
  g_autofree char *reason = NULL;

  if (is_own_path (subject))
    {
      write_diagonal_enough (pen);
      return;
    }
  if (writes_part (pen, 0))
    write_verdict (pen, FALSE, _ ("only the diagonal"));
  if (writes_part (pen, 1) && factors->n_wired < 2)
    write_product (pen, FALSE, "0", factors->dz_db[k], "=", "0");
  else if (writes_part (pen, 1))
    put (pen, FALSE, SCOPE_INK_GRADIENT, path);
  if (!writes_part (pen, 2))
    return;
  reason = g_strdup_printf (_ ("*z*_%u does move *p*_%u: one sum divides all three"), k + 1, o + 1);
  write_reason (pen, FALSE, reason);
}

/* --- The three observed cases at once */

/* Numbers that double may have lost are as the derivation prints them. */
static char *
case_number (const ScopeSubject *subject, unsigned places, const ScopeOutcome *outcome,
             char *(*format) (const ScopeOutcome *outcome, unsigned digits, char decimal))
{
  if (scope_subject_hides (subject, places))
    return g_strdup (SCOPE_HIDDEN);
  return format (outcome, subject->figure->digits, subject->figure->decimal);
}

void
scope_remark_write_case (ScopePen *pen)
{
  const ScopeSubject *subject = pen->subject;
  const ScopePlan *plan = pen->plan;
  unsigned k = pen->row;
  const ScopeOutcome *outcome = &subject->cases[k];
  gboolean observed = k == subject->figure->parameters.observed;
  ScopeInk ink = observed ? SCOPE_INK_TEXT : SCOPE_INK_TEXT_DIM;
  g_autofree char *isolated = scope_bidi_isolate (subject->figure->classes.name[k]);
  g_autofree char *name = scope_markup_escape (isolated);
  g_autofree char *p = scope_derivation_p (subject, plan, k);
  g_autofree char *loss = case_number (subject, SCOPE_PLACE_LOSS, outcome, scope_factors_format_loss);
  /* Another case's gradient is a probability. */
  g_autofree char *slope
    = case_number (subject, SCOPE_PLACE_GRADIENT | SCOPE_PLACE_RESIDUAL | SCOPE_PLACE_PROBABILITY, outcome,
                   scope_factors_format_result);
  /* Translators: the observed class, and the loss in that case. */
  g_autofree char *first = g_strdup_printf (_ ("if %s:  %s"), name, SLOT);
  /* Where it is said in large type, not how the loss is made of p. */
  g_autofree char *second
    = plan->tall ? g_strdup_printf ("*L* = %s", loss) : g_strdup_printf ("*L* = −ln %s = %s", p, loss);
  g_autofree char *third = g_strdup_printf ("*∂L*/*∂b*_3 = %s", slope);

  write_sentence (pen, &scope_role_case, (int) k, ink, first, observed ? SCOPE_INK_LOSS : ink, second);
  scope_pen_space (pen, 1.2);
  scope_pen_text (pen, &scope_role_case, (int) k, observed ? SCOPE_INK_GRADIENT : ink, third);
}

/* --- Predicted minus observed, class by class */

/* In the size of the text. */
#define HEADER 6.6
#define CELL 3.8
#define CELL_GAP 0.75 /* in which a minus hangs */
#define NAME_GAP 0.3
#define NAME_SIZE 0.68

static void
put_step (ScopePen *pen, ScopeInk ink, const char *markup)
{
  scope_pen_text (pen, &scope_role_step, 0, ink, markup);
}

/* Smaller where its cell is narrower. */
static void
put_name (const ScopePen *pen, ScopeInk ink, const char *markup)
{
  ScopePen dry = *pen, cell = *pen;
  double room = (CELL - NAME_GAP) * pen->size_px;

  dry.dry = TRUE;
  dry.size_px = cell.size_px = NAME_SIZE * pen->size_px;
  put_step (&dry, ink, markup);
  if (dry.x - pen->x > room)
    cell.size_px *= 0.99 * room / (dry.x - pen->x);
  put_step (&cell, ink, markup);
}

/* A minus hangs out: the digits of a column stand below each other. */
static void
put_number (const ScopePen *pen, ScopeInk ink, const char *printed)
{
  g_autofree char *markup = scope_markup_escape (printed);
  gboolean negative = g_str_has_prefix (printed, "−");
  double room = (CELL - CELL_GAP) * pen->size_px;
  ScopePen dry = *pen, cell = *pen;

  dry.dry = TRUE;
  put_step (&dry, ink, markup + (negative ? strlen ("−") : 0));
  cell.size_px *= fmin (1, 0.99 * room / (dry.x - pen->x));
  dry = cell;
  dry.dry = TRUE;
  put_step (&dry, ink, negative ? "−" : "");
  cell.x -= dry.x - pen->x;
  put_step (&cell, ink, markup);
}

static void
write_class (const ScopePen *pen, unsigned k)
{
  g_autofree char *name = scope_subject_subscript (pen->subject, k);

  put_name (pen, k == pen->subject->figure->parameters.observed ? SCOPE_INK_TEXT : SCOPE_INK_TEXT_DIM, name);
}

void
scope_remark_write_observed (ScopePen *pen)
{
  const ScopeSubject *subject = pen->subject;
  const ScopeFactors *factors = &subject->factors;
  const char *const headers[SCOPE_N_OBSERVED_ROWS]
    /* Translators: headers of a table's rows, the shorter the better. */
    = { "", _ ("predicted  *p*_{*k*}"), _ ("observed  *y*_{*k*}"), "*p*_{*k*} − *y*_{*k*}" };
  double from = pen->x;

  put_step (pen, SCOPE_INK_TEXT, headers[pen->row]);
  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    {
      gboolean observed = k == subject->figure->parameters.observed;
      const char *const numbers[SCOPE_N_OBSERVED_ROWS]
        = { "", factors->p[k], observed ? "1" : "0", factors->dl_dz[k] };
      gboolean gradient = pen->row == 3 && k == scope_subject_gradient_class (subject);

      pen->x = from + (HEADER + k * CELL) * pen->size_px;
      if (pen->row == 0)
        write_class (pen, k);
      else
        put_number (pen, gradient ? SCOPE_INK_GRADIENT : SCOPE_INK_TEXT, numbers[pen->row]);
    }
  /* As wide as the others: all four are of one size. */
  pen->x = from + (HEADER + SCOPE_N_CLASSES * CELL) * pen->size_px;
}

/* ∂L/∂b₃ = ∂L/∂z₁ = p₁ − y₁ = −0.849, with a weight times that, with several paths their sum. */
void
scope_remark_write_from_observed (ScopePen *pen)
{
  const ScopeSubject *subject = pen->subject;
  unsigned k = subject->path;
  gboolean plain = subject->figure->parameters.w[k] == 1;
  g_autofree char *number = scope_markup_escape (subject->factors.result);
  g_autofree char *weight = scope_derivation_number (subject->factors.dz_db[k], FALSE);
  g_autofree char *rule
    = subject->factors.n_wired > 1 ? g_strdup ("∑_{*k*} (*p*_{*k*} − *y*_{*k*}) · *w*_{*k*}")
      : plain ? g_strdup_printf ("%s/*∂z*_%u = *p*_%u − *y*_%u", subject->dl_symbol, k + 1, k + 1, k + 1)
              : g_strdup_printf ("%s/*∂z*_%u · %s = (*p*_%u − *y*_%u) · %s", subject->dl_symbol, k + 1,
                                 weight, k + 1, k + 1, weight);
  g_autofree char *markup = g_strdup_printf ("%s/*∂b*_3 = %s = !%s!", subject->dl_symbol, rule, number);

  put_step (pen, SCOPE_INK_GRADIENT, markup);
}

/* --- A question to the hall */

void
scope_remark_write_question (ScopePen *pen)
{
  /* Translators: the derivative that is asked for. */
  g_autofree char *markup
    = g_strdup_printf (_ ("What is %s/*∂b*_3 here?  A, B, C or D?"), pen->subject->dl_symbol);

  scope_pen_text (pen, &scope_role_answer, -1, SCOPE_INK_GRADIENT, markup);
}

static const char *
explain (const ScopeSubject *subject, ScopeMistake mistake)
{
  switch (mistake)
    {
    case SCOPE_ANSWER_RIGHT:
      if (subject->factors.n_wired == 0)
        return _ ("right: *b*_3 reaches no logit");
      return subject->factors.n_wired == 1 && subject->figure->parameters.w[subject->path] == 1
               ? _ ("right: predicted minus observed")
               : _ ("right: predicted minus observed, times the weights, added up");
    case SCOPE_ANSWER_FORGOT_ONE:
      return _ ("forgot the 1 of the observed class");
    case SCOPE_ANSWER_ONE_TOO_MANY:
      return _ ("took 1 off a class that was not observed");
    case SCOPE_ANSWER_STOPPED:
      return _ ("stopped at the first factor");
    case SCOPE_ANSWER_NO_WIRE:
      return _ ("took a path that *b*_3 does not feed");
    case SCOPE_ANSWER_ONE_PATH:
      return _ ("took the observed class's own path alone");
    case SCOPE_ANSWER_DIAGONAL:
      return _ ("took the observed class's logit, which *b*_3 does not feed");
    case SCOPE_ANSWER_SQUARE:
      return _ ("gave the second factor alone");
    case SCOPE_ANSWER_SIGN:
      return _ ("lost the sign");
    case SCOPE_ANSWER_MADE_UP:
    default:
      return _ ("no step gives this number");
    }
}

static ScopeAnswer
find_answer (const ScopePen *pen, ScopeInk *ink)
{
  const ScopeSubject *subject = pen->subject;
  ScopeAnswer answers[SCOPE_N_ANSWERS];
  const ScopeAnswer *answer = &answers[pen->row];

  scope_answers (&subject->figure->parameters, subject->outcome, subject->figure->hide, answers);
  if (scope_subject_hides (subject, SCOPE_PLACE_GRADIENT))
    *ink = SCOPE_INK_TEXT;
  else
    *ink = answer->mistake == SCOPE_ANSWER_RIGHT ? SCOPE_INK_GRADIENT : SCOPE_INK_TEXT_DIM;
  return *answer;
}

void
scope_remark_write_explanation (ScopePen *pen)
{
  ScopeInk ink;
  const ScopeAnswer answer = find_answer (pen, &ink);

  scope_pen_space (pen, 1.2);
  scope_pen_text (pen, &scope_role_answer, (int) pen->row, ink, explain (pen->subject, answer.mistake));
}

char *
scope_remark_answer_number (const ScopeSubject *subject, const ScopeAnswer *answer)
{
  const ScopeFigure *figure = subject->figure;

  if (answer->mistake == SCOPE_ANSWER_RIGHT && fabs (answer->value) < DBL_MIN)
    return scope_factors_format_result (subject->outcome, figure->digits, figure->decimal);
  return scope_subject_number (subject, answer->value);
}

void
scope_remark_write_answer (ScopePen *pen)
{
  const ScopeSubject *subject = pen->subject;
  const ScopePlan *plan = pen->plan;
  ScopeInk ink;
  const ScopeAnswer answer = find_answer (pen, &ink);
  gboolean right = ink == SCOPE_INK_GRADIENT;
  g_autofree char *number = NULL, *escaped = NULL, *text = NULL;

  number = scope_remark_answer_number (subject, &answer);
  escaped = scope_markup_escape (number);
  text = right ? g_strdup_printf ("%c   !%s!", (int) ('A' + pen->row), escaped)
               : g_strdup_printf ("%c   %s", (int) ('A' + pen->row), escaped);
  scope_pen_text (pen, &scope_role_answer, (int) pen->row, ink, text);
  if (!scope_subject_hides (subject, SCOPE_PLACE_GRADIENT) && !plan->tall)
    scope_remark_write_explanation (pen);
}
