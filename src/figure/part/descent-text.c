/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "descent-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "canvas.h"
#include "derivation.h"
#include "descent-look.h"
#include "factors.h"
#include "many.h"
#include "markup.h"
#include "number.h"
#include "pen.h"
#include "plan.h"
#include "sentences.h"
#include "speech.h"
#include "subject.h"

/* The next step of a descent as a formula with its numbers, what it drops, and what has become of the
 * descent, in words. */

/* In em. */
#define DROPS 5.0
#define DROP_HEIGHT 0.3
#define DROP_EDGE 0.07
#define LONG_VERDICT 40 /* bytes */

static void
put (ScopePen *pen, ScopeInk ink, const char *markup)
{
  scope_pen_text (pen, &scope_role_update, 0, ink, markup);
}

/* The gradient here. Of one flower it has digits where double has none any more: b₃ − 1000·0 would be another
 * step. */
static char *
gradient_text (const ScopeSubject *subject)
{
  const ScopeFigure *figure = subject->figure;
  ScopeParameters at = figure->parameters;
  ScopeOutcome outcome;

  at.b = subject->descent->walk.last.b;
  if (scope_subject_hides (subject, SCOPE_PLACE_NEXT) || figure->many != NULL
      || scope_outcome_evaluate (&at, &outcome) != SCOPE_STATUS_OK)
    return scope_subject_number_at (subject, SCOPE_PLACE_NEXT, subject->descent->walk.last.dl_db);
  return scope_factors_format_result (&outcome, figure->digits, figure->decimal);
}

/* Between b₃ − η·∂L/∂b₃ as it is printed, and where that leads. */
static const char *
step_equals (const ScopeSubject *subject, const char *gradient)
{
  const ScopeDescentLook *look = subject->descent;
  g_autofree char *b = NULL, *rate = NULL, *next = NULL;

  if (scope_subject_hides (subject, SCOPE_PLACE_NEXT) || !subject->figure->settled)
    return "=";
  b = scope_subject_number (subject, look->walk.last.b);
  rate = scope_subject_number (subject, look->walk.rate);
  next = scope_subject_number (subject, look->next);
  return scope_factors_equals (scope_factors_read (b)
                                 - scope_factors_read (rate) * scope_factors_read (gradient),
                               next, subject->figure->digits);
}

static void
put_number (ScopePen *pen, double value, ScopePlace place)
{
  g_autofree char *number = scope_subject_number_at (pen->subject, place, value);
  g_autofree char *markup = scope_derivation_number (number, TRUE);

  put (pen, SCOPE_INK_TEXT, markup);
}

/* What η multiplies. */
static const char *
sum_words (const ScopeMany *many)
{
  return many->mean ? _ ("with the gradient of the mean") : _ ("with the gradient of the total");
}

static void
write_rule (ScopePen *pen)
{
  put (pen, SCOPE_INK_TEXT, "*b*_3  ←  *b*_3 − *η* · ");
  scope_pen_fraction (pen, &scope_role_update, 0, SCOPE_INK_GRADIENT, "*∂L*", "*∂b*_3");
}

static void
write_numbers (ScopePen *pen)
{
  const ScopeDescentLook *look = pen->subject->descent;
  g_autofree char *gradient = gradient_text (pen->subject);
  g_autofree char *bracketed = scope_derivation_number (gradient, FALSE);
  g_autofree char *equals = g_strdup_printf ("  %s  ", step_equals (pen->subject, gradient));

  put (pen, SCOPE_INK_TEXT, pen->row == 0 ? "  =  " : "=  ");
  put_number (pen, look->walk.last.b, 0);
  put (pen, SCOPE_INK_TEXT, " − ");
  put_number (pen, look->walk.rate, 0);
  put (pen, SCOPE_INK_TEXT, " · ");
  put (pen, SCOPE_INK_GRADIENT, bracketed);
  put (pen, SCOPE_INK_TEXT, equals);
  put_number (pen, look->next, SCOPE_PLACE_NEXT);
}

/* b₃ ← b₃ − η·∂L/∂b₃ = −2 − 1·(−0.8491) = −1.151; where the gradient is hidden, with a blank for it and
 * for where it leads. */
void
scope_descent_write_update (ScopePen *pen)
{
  const ScopeSubject *subject = pen->subject;
  const ScopePlan *plan = pen->plan;

  if (pen->row == 0)
    write_rule (pen);
  if (pen->row == 1 || !plan->tall)
    write_numbers (pen);
  if (subject->figure->many == NULL || subject->figure->stage != NULL || pen->row > 0)
    return;
  scope_pen_space (pen, 1.2);
  put (pen, SCOPE_INK_TEXT_DIM, sum_words (pen->subject->figure->many));
}

/* In a sentence, or as short as the labels in the plot have it. */
static char *
promise_text (const ScopeSubject *subject, gboolean brief)
{
  const ScopeDescentLook *look = subject->descent;
  g_autofree char *promised = scope_subject_number (subject, look->walk.last.promise);
  g_autofree char *given = scope_subject_number_at (subject, SCOPE_PLACE_LOSS, fabs (look->drop));

  if (!look->has_next)
    return g_strdup ("");
  /* A flat curve has no rounding, and its promise of 0 is kept. */
  if (look->ahead == SCOPE_DESCENT_AHEAD_TINY && look->walk.verdict != SCOPE_DESCENT_FLAT)
    return g_strdup (look->walk.verdict == SCOPE_DESCENT_CONVERGED && look->is_near
                       ? _ ("at the minimum: the step is too small to matter")
                       : _ ("the step is too small to matter"));
  /* Translators: how far the loss falls in one step: by the tangent, and truly. */
  if (brief)
    return g_strdup_printf (look->drop >= 0 ? _ ("promised drop %s, given %s")
                                            : _ ("promised drop %s, but a rise of %s"),
                            promised, given);
  /* Translators: the same in a sentence. */
  return g_strdup_printf (look->drop >= 0 ? _ ("the tangent promises a drop of %s, the curve gives %s")
                                          : _ ("the tangent promises a drop of %s, the curve rises by %s"),
                          promised, given);
}

/* Both drops to one scale, the promise above: in the plot they are often too small to see. A rise goes the
 * other way. They stand before the words, whose width changes. */
static void
draw_drops (ScopePen *pen)
{
  const ScopeDescentLook *look = pen->subject->descent;
  double promise = look->walk.last.promise, left = fmin (look->drop, 0);
  double em = pen->size_px, length = DROPS * em, height = DROP_HEIGHT * em;
  double span = fmax (promise, look->drop) - left, zero = pen->x - left / span * length;

  if (!look->has_next || look->ahead == SCOPE_DESCENT_AHEAD_TINY || !(span > 0) || !isfinite (span)
      || scope_subject_hides (pen->subject, SCOPE_PLACE_LOSS))
    return;
  pen->x += length;
  if (!pen->dry)
    {
      scope_canvas_draw_rect (pen->canvas, &scope_role_update, 1,
                              &(ScopeRect) { zero, pen->axis - height, promise / span * length, height },
                              SCOPE_INK_NONE, SCOPE_INK_GRADIENT, DROP_EDGE * em, 0);
      scope_canvas_draw_rect (pen->canvas, &scope_role_update, 2,
                              &(ScopeRect) { fmin (zero, zero + look->drop / span * length), pen->axis,
                                             fabs (look->drop) / span * length, height },
                              SCOPE_INK_LOSS, SCOPE_INK_NONE, 0, 0);
    }
  scope_pen_space (pen, 0.6);
}

static void
write_promise (ScopePen *pen, gboolean brief)
{
  g_autofree char *text = promise_text (pen->subject, brief);
  g_autofree char *markup = scope_markup_escape (text);

  draw_drops (pen);
  put (pen, SCOPE_INK_TEXT, markup);
}

void
scope_descent_write_promise (ScopePen *pen)
{
  write_promise (pen, pen->plan->tall);
}

void
scope_descent_write_drops (ScopePen *pen)
{
  write_promise (pen, TRUE);
}

/* What the last step did and what the next one does. */
static const char *
walking_text (const ScopeDescentLook *look)
{
  static const char *const texts[3][3] = {
    { N_ ("on its way to the minimum"), N_ ("the next step leaps over the minimum"),
      N_ ("the next step leaps over the minimum and ends higher than it began") },
    { N_ ("overshoot: the last step led over the minimum"),
      N_ ("overshoot: the last step led over the minimum, the next leaps back over it"),
      N_ ("overshoot: the last step led over the minimum, the next leaps back over it and ends "
          "higher than it began") },
    { N_ ("overshoot: the last step led over the minimum and raised the loss"),
      N_ ("overshoot: the last step led over the minimum and raised the loss, the next leaps back"),
      N_ ("overshoot: the last step led over the minimum and raised the loss, the next ends higher "
          "still") },
  };
  const ScopeDescentStep *step = &look->walk.last;
  guint past = !step->crossed ? 0 : step->rose ? 2 : 1;
  guint ahead = look->ahead == SCOPE_DESCENT_AHEAD_OVER     ? 1
                : look->ahead == SCOPE_DESCENT_AHEAD_HIGHER ? 2
                                                            : 0;

  return _ (texts[past][ahead]);
}

static char *
endless_text (const ScopeSubject *subject)
{
  g_autofree char *bound
    = scope_subject_number_at (subject, SCOPE_PLACE_LOSS, subject->descent->minimum.bound);

  return g_strdup_printf (_ ("no finite minimum: the loss keeps falling towards its bound %s"), bound);
}

static char *
verdict_text (const ScopeSubject *subject)
{
  const ScopeDescent *walk = &subject->descent->walk;

  switch (walk->verdict)
    {
    case SCOPE_DESCENT_ENDLESS:
      return endless_text (subject);
    case SCOPE_DESCENT_FLAT:
      return g_strdup (_ ("the loss is the same for every b₃: there is no way down"));
    case SCOPE_DESCENT_CONVERGED:
      return g_strdup (_ ("converged: the gradient is as good as 0"));
    case SCOPE_DESCENT_AWAY:
      return g_strdup (_ ("moving away from the minimum: each step is farther than the one before"));
    case SCOPE_DESCENT_CYCLE:
      return g_strdup_printf (_ ("a cycle: the same %u places again and again"), walk->period);
    case SCOPE_DESCENT_STUCK:
      return g_strdup (_ ("stuck: the step is too small to change b₃"));
    case SCOPE_DESCENT_OVERFLOW:
      return g_strdup (_ ("the next b₃ would be beyond all numbers"));
    case SCOPE_DESCENT_WALKING:
    default:
      return g_strdup (walking_text (subject->descent));
    }
}

/* Where its second half begins: behind the space that is nearest to the middle. */
static const char *
second_half (const char *text)
{
  const char *middle = text + strlen (text) / 2, *before = middle, *after = strchr (middle, ' ');

  while (before > text && *before != ' ')
    before--;
  if (before > text && (after == NULL || middle - before < after - middle))
    after = before;
  return after != NULL ? after + 1 : text + strlen (text);
}

/* On two rows, which both have their place whatever it says, where one would be too long for the longest. */
void
scope_descent_write_verdict (ScopePen *pen)
{
  g_autofree char *text = verdict_text (pen->subject);
  gboolean halves = pen->plan->tall && strlen (text) > LONG_VERDICT;
  const char *second = halves ? second_half (text) : text + strlen (text);
  g_autofree char *part = pen->row == 0 ? g_strndup (text, (gsize) (second - text)) : g_strdup (second);
  g_autofree char *escaped = scope_markup_escape (part);
  g_autoptr (GString) markup = g_string_new (escaped);

  g_string_replace (markup, "b₃", "*b*_3", 0);
  put (pen, SCOPE_INK_TEXT, markup->str);
}

void
scope_descent_write_outcome (ScopePen *pen)
{
  write_promise (pen, TRUE);
  if (pen->subject->descent->has_next)
    put (pen, SCOPE_INK_TEXT, ";  ");
  scope_descent_write_verdict (pen);
}

/* "kept: 4 steps at η = 0.5, to b₃ = −1.2" */
static void
describe_kept (GString *text, const ScopeSubject *subject)
{
  const ScopeTrail *kept = &subject->figure->kept_trail;
  guint n = (guint) kept->n;
  g_autofree char *rate = NULL, *b = NULL, *clause = NULL;

  if (n < 2)
    return;
  /* Translators: of the learning rate, in "η = several values". */
  rate = kept->rate > 0 ? scope_subject_number (subject, kept->rate) : g_strdup (_ ("several values"));
  b = scope_subject_number (subject, kept->b[n - 1]);
  /* Translators: another descent, to compare with: its steps, its learning rate, where it ended. */
  clause = g_strdup_printf (
    ngettext ("kept: %u step at η = %s, to b₃ = %s", "kept: %u steps at η = %s, to b₃ = %s", n - 1), n - 1,
    rate, b);
  scope_sentences_add_clause (text, clause);
}

/* The same for who hears it: an empty slot has no sound. Takes over text. */
static char *
new_spoken (char *text)
{
  GString *spoken = g_string_new (text);

  g_string_replace (spoken, SCOPE_HIDDEN, scope_speech_of (SCOPE_HIDDEN), 0);
  g_free (text);
  return g_string_free (spoken, FALSE);
}

char *
scope_descent_text_describe (const ScopeFigure *figure)
{
  ScopeDescentLook look;
  ScopeSubject subject = { .figure = figure,
                           .hidden = scope_hidden_places (figure->hide, &figure->parameters),
                           .descent = &look };
  g_autofree char *b = NULL, *rate = NULL, *gradient = NULL, *next = NULL, *promise = NULL;
  g_autofree char *verdict = NULL;
  GString *text;

  if (!scope_descent_look_always (figure, TRUE, &look))
    return g_strdup ("");
  if (scope_subject_hides (&subject, SCOPE_PLACE_NEXT))
    return g_strdup (_ ("Next step: hidden"));
  b = scope_subject_number (&subject, look.walk.last.b);
  rate = scope_subject_number (&subject, figure->rate);
  gradient = gradient_text (&subject);
  next = scope_subject_number (&subject, look.next);
  promise = new_spoken (promise_text (&subject, FALSE));
  verdict = new_spoken (verdict_text (&subject));
  text = g_string_new (NULL);
  /* Translators: b₃, the learning rate, the gradient, a sign: = or ≈, the next b₃. */
  g_string_printf (text,
                   figure->many == NULL ? _ ("Next step: b₃ = %s − %s·(%s) %s %s")
                   : figure->many->mean
                     ? _ ("Next step: b₃ = %s − %s·(%s) %s %s with the gradient of the mean")
                     : _ ("Next step: b₃ = %s − %s·(%s) %s %s with the gradient of the total"),
                   b, rate, gradient, step_equals (&subject, gradient), next);
  scope_sentences_add_clause (text, promise);
  scope_sentences_add_clause (text, verdict);
  describe_kept (text, &subject);
  return g_string_free (text, FALSE);
}

char *
scope_descent_text_describe_verdict (const ScopeFigure *figure)
{
  ScopeDescentLook look;
  ScopeSubject subject = { .figure = figure,
                           .hidden = scope_hidden_places (figure->hide, &figure->parameters),
                           .descent = &look };
  g_autofree char *verdict = NULL;

  if (!scope_descent_look_always (figure, FALSE, &look))
    return g_strdup ("");
  if (scope_subject_hides (&subject, SCOPE_PLACE_NEXT))
    return g_strdup (_ ("Next step: hidden"));
  verdict = new_spoken (verdict_text (&subject));
  /* Translators: which step of the descent b₃ is at, and what has become of it. */
  return g_strdup_printf (_ ("Step %u: %s"), (unsigned) look.walk.last.number, verdict);
}

void
scope_descent_text_say (GString *text, const ScopeSubject *subject)
{
  g_autofree char *descent = scope_descent_text_describe (subject->figure);

  scope_sentences_add (text, descent);
}
