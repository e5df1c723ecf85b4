/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remarks.h"

#include <glib/gi18n-lib.h>

#include "answers.h"

/* Rows beside the derivation: common mistakes, the three observed cases, a question to the hall. */

static unsigned
find_path (const ScopePen *pen, gboolean *own)
{
  unsigned k;

  scope_derivation_wired (pen->drawing, &k);
  *own = k == pen->drawing->figure->parameters.observed;
  return k;
}

/* --- Common mistakes */

static void
write_verdict (ScopePen *pen, gboolean right, const char *markup)
{
  scope_pen_text (pen, SCOPE_ROLE_MISTAKE, right ? 1 : 0, SCOPE_INK_TEXT,
                  right ? _ ("right:  ") : _ ("wrong:  "));
  scope_pen_text (pen, SCOPE_ROLE_MISTAKE, right ? 1 : 0,
                  right ? SCOPE_INK_TEXT : SCOPE_INK_TEXT_DIM, markup);
}

/* The article's path goes through the observed class's own logit, which b₃ may not feed; where it
 * does, the next commonest mistake stops at the first factor. */
void
scope_write_wrong (ScopePen *pen)
{
  ScopeDrawing *drawing = pen->drawing;
  unsigned o = drawing->figure->parameters.observed;
  g_autofree char *p = scope_derivation_p (drawing, o);
  g_autofree char *number = scope_line_escape (drawing->factors.dl_dp);
  g_autofree char *markup = NULL;

  if (drawing->figure->parameters.w[o] == 0)
    markup = g_strdup_printf (_ ("through *z*_%u:  −1/%s · %s(1 − %s) · 0 = 0, *b*_3 does not reach it"),
                              o + 1, p, p, p);
  else
    markup = g_strdup_printf (_ ("−1/%s = %s alone stops at the first factor"), p, number);
  write_verdict (pen, FALSE, markup);
}

void
scope_write_right (ScopePen *pen)
{
  ScopeDrawing *drawing = pen->drawing;
  gboolean own;
  unsigned k = find_path (pen, &own);
  g_autofree char *p = scope_derivation_p (drawing, k), *weight = NULL, *markup = NULL;

  weight = drawing->figure->parameters.w[k] == 1
             ? g_strdup ("")
             : g_strdup_printf (" · %s", drawing->factors.dz_db[k]);
  if (drawing->factors.n_wired == 0)
    markup = g_strdup (_ ("*b*_3 reaches no logit: the gradient is 0"));
  else if (own)
    markup = g_strdup_printf (_ ("all three factors:  (%s − 1)%s = %s"), p, weight,
                              drawing->factors.path[k]);
  else
    markup = g_strdup_printf (
      _ ("through *z*_%u, off the diagonal:  %s%s = %s, since one sum divides all three"), k + 1, p,
      weight, drawing->factors.path[k]);
  write_verdict (pen, TRUE, markup);
}

/* --- The three observed cases at once */

void
scope_write_case (ScopePen *pen)
{
  ScopeDrawing *drawing = pen->drawing;
  unsigned k = pen->row;
  const ScopeOutcome *outcome = &drawing->cases[k];
  gboolean observed = k == drawing->figure->parameters.observed;
  ScopeInk ink = observed ? SCOPE_INK_TEXT : SCOPE_INK_TEXT_DIM;
  g_autofree char *name = scope_line_escape (drawing->figure->class_names[k]);
  g_autofree char *p = scope_derivation_p (drawing, k);
  g_autofree char *loss = scope_drawing_number_at (drawing, SCOPE_PLACE_LOSS, outcome->loss);
  /* Another case's gradient is a probability. */
  g_autofree char *slope = scope_drawing_number_at (
    drawing, SCOPE_PLACE_GRADIENT | SCOPE_PLACE_RESIDUAL | SCOPE_PLACE_PROBABILITY,
    outcome->dl_db);
  g_autofree char *first = g_strdup_printf (_ ("if %s:  "), name);
  g_autofree char *second = g_strdup_printf ("*L* = −ln %s = %s", p, loss);
  g_autofree char *third = g_strdup_printf ("*∂L*/*∂b*_3 = %s", slope);

  scope_pen_text (pen, SCOPE_ROLE_CASE, (int) k, ink, first);
  scope_pen_text (pen, SCOPE_ROLE_CASE, (int) k, observed ? SCOPE_INK_LOSS : ink, second);
  scope_pen_space (pen, 1.2);
  scope_pen_text (pen, SCOPE_ROLE_CASE, (int) k, observed ? SCOPE_INK_GRADIENT : ink, third);
}

/* --- A question to the hall */

void
scope_write_question (ScopePen *pen)
{
  scope_pen_text (pen, SCOPE_ROLE_ANSWER, -1, SCOPE_INK_GRADIENT,
                  _ ("What is *∂L*/*∂b*_3 here?  A, B, C or D?"));
}

static const char *
explain (ScopeMistake mistake)
{
  switch (mistake)
    {
    case SCOPE_ANSWER_RIGHT:
      return _ ("right: predicted minus observed");
    case SCOPE_ANSWER_FORGOT_ONE:
      return _ ("forgot the 1 of the observed class");
    case SCOPE_ANSWER_ONE_TOO_MANY:
      return _ ("took 1 off a class that was not observed");
    case SCOPE_ANSWER_STOPPED:
      return _ ("stopped at the first factor");
    case SCOPE_ANSWER_NO_WIRE:
      return _ ("took a path that *b*_3 does not feed");
    case SCOPE_ANSWER_DIAGONAL:
      return _ ("went through the observed class's own logit");
    case SCOPE_ANSWER_SQUARE:
      return _ ("gave the second factor alone");
    case SCOPE_ANSWER_SIGN:
    default:
      return _ ("lost the sign");
    }
}

/* What an answer would give away beside the gradient that is asked for. */
static ScopePlace
place_of (ScopeMistake mistake)
{
  switch (mistake)
    {
    case SCOPE_ANSWER_FORGOT_ONE:
    case SCOPE_ANSWER_ONE_TOO_MANY:
    case SCOPE_ANSWER_DIAGONAL:
      return SCOPE_PLACE_PROBABILITY;
    case SCOPE_ANSWER_STOPPED:
      return SCOPE_PLACE_DL_DP;
    case SCOPE_ANSWER_SQUARE:
      return SCOPE_PLACE_DP_DZ;
    case SCOPE_ANSWER_RIGHT:
    case SCOPE_ANSWER_NO_WIRE:
    case SCOPE_ANSWER_SIGN:
    default:
      return 0;
    }
}

void
scope_write_answer (ScopePen *pen)
{
  ScopeDrawing *drawing = pen->drawing;
  ScopeAnswer answers[SCOPE_N_ANSWERS];
  const ScopeAnswer *answer = &answers[pen->row];
  gboolean revealed = !scope_drawing_hides (drawing, SCOPE_PLACE_GRADIENT);
  gboolean right;
  ScopeInk ink;
  g_autofree char *number = NULL, *escaped = NULL, *text = NULL;

  scope_answers (&drawing->figure->parameters, drawing->outcome, answers);
  right = revealed && answer->mistake == SCOPE_ANSWER_RIGHT;
  ink = right ? SCOPE_INK_GRADIENT : revealed ? SCOPE_INK_TEXT_DIM : SCOPE_INK_TEXT;
  number = scope_drawing_number_at (drawing, place_of (answer->mistake), answer->value);
  escaped = scope_line_escape (number);
  text = right ? g_strdup_printf ("%c   !%s!", (int) ('A' + pen->row), escaped)
               : g_strdup_printf ("%c   %s", (int) ('A' + pen->row), escaped);
  scope_pen_text (pen, SCOPE_ROLE_ANSWER, (int) pen->row, ink, text);
  if (!revealed)
    return;
  scope_pen_space (pen, 1.2);
  scope_pen_text (pen, SCOPE_ROLE_ANSWER, (int) pen->row, ink, explain (answer->mistake));
}
