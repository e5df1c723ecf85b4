/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "hood-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "hood.h"
#include "landmark.h"
#include "number.h"
#include "sentences.h"
#include "speech.h"
#include "subject.h"

/* What the block "Under the hood" says, in the picture and to a screen reader. */

#define ERROR_DIGITS 2
#define H_DIGITS 3
#define LN_10 2.302585092994046

/* What gives the second factor away, too: the error is h/2·p(1 − p) for small h. */
#define ERROR_PLACES (SCOPE_PLACE_GRADIENT | SCOPE_PLACE_CLOSED_FORM)
#define HALF_PLACES (SCOPE_PLACE_GRADIENT | SCOPE_PLACE_CLOSED_FORM | SCOPE_PLACE_PROBABILITY)
/* Divided or by their logarithm, e^z and its sum are p, 1/p or L. */
#define EXPONENTIAL_PLACES (SCOPE_PLACE_PROBABILITY | SCOPE_PLACE_LOSS | SCOPE_PLACE_DL_DP)

static char *
number (const ScopeSubject *subject, double value, unsigned digits)
{
  return scope_number_format (value, digits, subject->figure->decimal);
}

/* "10⁻⁵" in place of "1·10⁻⁵". */
static char *
power (const ScopeSubject *subject, double value)
{
  g_autofree char *text = number (subject, value, H_DIGITS);

  return g_strdup (g_str_has_prefix (text, "1·10") ? text + strlen ("1·") : text);
}

/* The least number of digits, from `least` up, with which two different numbers look different. */
static unsigned
telling_digits (const ScopeSubject *subject, double one, double other, unsigned least)
{
  for (unsigned digits = least; digits < SCOPE_MOST_DIGITS && one != other; digits++)
    {
      g_autofree char *first = number (subject, one, digits);
      g_autofree char *second = number (subject, other, digits);

      if (!g_str_equal (first, second))
        return digits;
    }
  return one != other ? SCOPE_MOST_DIGITS : least;
}

/* As everywhere else: no 0 that is none, and no 1. */
static char *
gradient_text (const ScopeSubject *subject, unsigned digits)
{
  return scope_factors_format_result (subject->outcome, digits, subject->figure->decimal);
}

/* --- The secant */

void
scope_hood_secant_text_init (ScopeSecantText *text, const ScopeSubject *subject)
{
  const ScopeFigure *figure = subject->figure;
  double exact = subject->outcome->dl_db, slope = 0;
  gboolean defined = scope_hood_secant (&figure->parameters, figure->step_h, &slope) == SCOPE_STATUS_OK;
  gboolean hidden = scope_subject_hides (subject, SCOPE_PLACE_GRADIENT);
  unsigned digits = telling_digits (subject, slope, exact, figure->digits + 1);
  g_autofree char *brief = gradient_text (subject, ERROR_DIGITS);

  text->h = power (subject, figure->step_h);
  text->exact = hidden ? g_strdup (SCOPE_HIDDEN) : gradient_text (subject, digits);
  text->slope = hidden    ? g_strdup (SCOPE_HIDDEN)
                : defined ? number (subject, slope, digits)
                          : g_strdup ("∞ − ∞");
  if (scope_subject_hides (subject, ERROR_PLACES))
    text->error = g_strdup (SCOPE_HIDDEN);
  else
    text->error = defined && !isnan (slope - exact)
                    ? scope_subject_error (subject, slope, exact, brief, ERROR_DIGITS)
                    : g_strdup (_ ("undefined"));
}

void
scope_hood_secant_text_clear (ScopeSecantText *text)
{
  g_clear_pointer (&text->h, g_free);
  g_clear_pointer (&text->slope, g_free);
  g_clear_pointer (&text->exact, g_free);
  g_clear_pointer (&text->error, g_free);
}

char *
scope_hood_half_point_text (const ScopeSubject *subject)
{
  double half;

  if (!scope_landmark_half_point (&subject->figure->parameters, &half))
    return NULL;
  if (scope_subject_hides (subject, HALF_PLACES))
    return g_strdup (SCOPE_HIDDEN);
  return number (subject, half, subject->figure->digits + 1);
}

/* --- The arithmetic */

const char *
scope_hood_word (ScopeNaiveStatus status)
{
  switch (status)
    {
    case SCOPE_NAIVE_INEXACT:
      return _ ("inexact");
    case SCOPE_NAIVE_OVERFLOWS:
      return _ ("overflows");
    case SCOPE_NAIVE_UNDERFLOWS:
      return _ ("underflows");
    case SCOPE_NAIVE_ROUNDS_TO_ZERO:
      return _ ("rounded off");
    case SCOPE_NAIVE_ZERO_TIMES_INFINITY:
    case SCOPE_NAIVE_INFINITY_OVER_INFINITY:
    case SCOPE_NAIVE_ZERO_OVER_ZERO:
    case SCOPE_NAIVE_UNDEFINED:
      return _ ("undefined");
    case SCOPE_NAIVE_FINE:
    default:
      return "";
    }
}

/* What stands in place of a number that there is none of. */
static const char *
symbol (ScopeNaiveStatus status)
{
  switch ((int) status)
    {
    case SCOPE_NAIVE_ZERO_TIMES_INFINITY:
      return "0·∞";
    case SCOPE_NAIVE_INFINITY_OVER_INFINITY:
      return "∞/∞";
    case SCOPE_NAIVE_ZERO_OVER_ZERO:
      return "0/0";
    default:
      return "–";
    }
}

static const ScopeNaive *
naive_of (const ScopeNaiveOutcome *naive, unsigned o, ScopeHoodRow row)
{
  switch (row)
    {
    case SCOPE_HOOD_EXPONENTIAL:
      return &naive->exponential[o];
    case SCOPE_HOOD_SUM:
      return &naive->sum;
    case SCOPE_HOOD_PROBABILITY:
      return &naive->p[o];
    case SCOPE_HOOD_LOSS:
      return &naive->loss;
    case SCOPE_HOOD_PRODUCT:
    default:
      return &naive->gradient;
    }
}

/* −ln p of the class with the largest logit: all others are shifted by that logit. */
static double
least_loss (const ScopeSubject *subject)
{
  const ScopeOutcome *cases = subject->cases;

  return fmin (fmin (cases[0].loss, cases[1].loss), cases[2].loss);
}

/* The stable number with as many digits, from its logarithm where it is beyond doubles:
 * e^{z_o − max z} = p_o/p_max, Σ e^{z_k − max z} = 1/p_max. */
static char *
stable_text (const ScopeSubject *subject, ScopeHoodRow row, unsigned digits)
{
  const ScopeOutcome *outcome = subject->outcome;
  char decimal = subject->figure->decimal;

  switch (row)
    {
    case SCOPE_HOOD_EXPONENTIAL:
      return scope_number_format_log10 (1, (least_loss (subject) - outcome->loss) / LN_10, digits, decimal);
    case SCOPE_HOOD_SUM:
      return scope_factors_format_near (exp (least_loss (subject)), 1, 0, 1, digits, decimal);
    case SCOPE_HOOD_PROBABILITY:
      return scope_factors_format_near (outcome->p[subject->figure->parameters.observed], 1,
                                        -outcome->log10_dl_dp, 1, digits, decimal);
    case SCOPE_HOOD_LOSS:
      return scope_factors_format_loss (outcome, digits, decimal);
    case SCOPE_HOOD_PRODUCT:
    default:
      return gradient_text (subject, digits);
    }
}

static double
exact_of (const ScopeSubject *subject, ScopeHoodRow row)
{
  const ScopeOutcome *outcome = subject->outcome;

  return row == SCOPE_HOOD_LOSS      ? outcome->loss
         : row == SCOPE_HOOD_PRODUCT ? outcome->dl_db
                                     : outcome->p[subject->figure->parameters.observed];
}

void
scope_hood_cell_init (ScopeHoodCell *cell, const ScopeSubject *subject, const ScopeNaiveOutcome *naive,
                      ScopeHoodRow row)
{
  static const ScopePlace places[SCOPE_N_HOOD_ROWS]
    = { EXPONENTIAL_PLACES, EXPONENTIAL_PLACES, SCOPE_PLACE_PROBABILITY, SCOPE_PLACE_LOSS,
        SCOPE_PLACE_GRADIENT };
  static const unsigned quantities[SCOPE_N_HOOD_ROWS]
    = { 0, 0, SCOPE_QUANTITY_PROBABILITY, SCOPE_QUANTITY_LOSS, SCOPE_QUANTITY_GRADIENT };
  const ScopeNaive *value = naive_of (naive, subject->figure->parameters.observed, row);
  unsigned digits = subject->figure->digits;

  cell->quantity = quantities[row];
  cell->status = SCOPE_NAIVE_FINE;
  if (scope_subject_hides (subject, places[row]))
    {
      cell->naive = g_strdup (SCOPE_HIDDEN);
      cell->stable = g_strdup (SCOPE_HIDDEN);
      return;
    }
  cell->status = value->status;
  if (value->status == SCOPE_NAIVE_INEXACT && row >= SCOPE_HOOD_PROBABILITY)
    digits = telling_digits (subject, value->value, exact_of (subject, row), digits);
  cell->naive = scope_hood_naive_is_undefined (value->status) ? g_strdup (symbol (value->status))
                                                              : number (subject, value->value, digits);
  cell->stable = stable_text (subject, row, digits);
}

void
scope_hood_cell_clear (ScopeHoodCell *cell)
{
  g_clear_pointer (&cell->naive, g_free);
  g_clear_pointer (&cell->stable, g_free);
}

/* --- To a screen reader */

/* "Plain arithmetic breaks: p ∞/∞ (undefined), …", what holds being left out; nothing where all does. */
static char *
arithmetic_text (const ScopeSubject *subject)
{
  static const char *const names[SCOPE_N_HOOD_ROWS] = { "e^z", "∑ e^z", "p", "L", "∂L/∂b₃" };
  g_autoptr (GString) broken = g_string_new (NULL);
  ScopeNaiveOutcome naive;

  if (scope_hood_naive (&subject->figure->parameters, &naive) != SCOPE_STATUS_OK)
    return g_strdup ("");
  for (guint row = 0; row < SCOPE_N_HOOD_ROWS; row++)
    {
      g_auto (ScopeHoodCell) cell = { NULL };
      g_autofree char *one = NULL;

      scope_hood_cell_init (&cell, subject, &naive, (ScopeHoodRow) row);
      if (cell.status == SCOPE_NAIVE_FINE)
        continue;
      /* Translators: a quantity, what comes out, and "overflows". */
      one = g_strdup_printf (_ ("%s %s (%s)"), names[row], cell.naive, scope_hood_word (cell.status));
      scope_sentences_list (broken, one);
    }
  /* Translators: a list. */
  return broken->len > 0 ? g_strdup_printf (_ ("Plain arithmetic breaks: %s"), broken->str) : g_strdup ("");
}

char *
scope_hood_describe (const ScopeSubject *subject)
{
  g_auto (ScopeSecantText) text = { NULL };
  g_autofree char *half = scope_hood_half_point_text (subject), *arithmetic = arithmetic_text (subject);
  GString *out = g_string_new (NULL);

  scope_hood_secant_text_init (&text, subject);
  if (half == NULL)
    g_string_printf (out, _ ("Under the hood: h %s, secant slope %s, exact %s, off by %s"), text.h,
                     scope_speech_of (text.slope), scope_speech_of (text.exact),
                     scope_speech_of (text.error));
  else
    g_string_printf (out, _ ("Under the hood: h %s, secant slope %s, exact %s, off by %s, half point %s"),
                     text.h, scope_speech_of (text.slope), scope_speech_of (text.exact),
                     scope_speech_of (text.error), scope_speech_of (half));
  scope_sentences_add (out, arithmetic);
  return g_string_free (out, FALSE);
}

char *
scope_hood_describe_figure (const ScopeFigure *figure)
{
  ScopeSubject subject = { .figure = figure };

  return scope_subject_evaluate (&subject) ? scope_hood_describe (&subject) : g_strdup ("");
}
