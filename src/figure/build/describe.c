/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "describe.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "descent-text.h"
#include "hood-text.h"
#include "many-minimum.h"
#include "many-plot.h"
#include "many.h"
#include "number.h"
#include "question.h"
#include "sentences.h"
#include "shown.h"
#include "speech.h"

/* A figure in sentences, for who hears it. */

/* What follows from the sign of the printed gradient, which has one where double has none any more. */
static const char *
advice (const ScopeSubject *subject)
{
  const char *gradient = subject->dl_db_text;
  const double *w = subject->figure->parameters.w;

  if (scope_subject_hides (subject, SCOPE_PLACE_DOWNHILL))
    return _ ("predict it");
  if (g_str_has_prefix (gradient, "−"))
    return _ ("raising b₃ lowers the loss");
  if (!g_str_equal (gradient, "0"))
    return _ ("lowering b₃ lowers the loss");
  /* Softmax does not see the same of all three; any other weights bend the loss, if only elsewhere. */
  if (w[0] == w[1] && w[1] == w[2])
    return _ ("changing b₃ changes nothing");
  return _ ("the curve is level here");
}

/* "Chain rule through z₁: −6.6278 times 0.12811 times 1 is −0.8491", for as much as is shown. */
static void
describe_chain (GString *text, const ScopeSubject *subject)
{
  static const char *const logits[] = { "z₁", "z₂", "z₃" };
  const ScopeFactors *factors = &subject->factors;
  unsigned k = subject->path;
  gboolean exact = g_str_equal (factors->equals, "=");
  g_autofree char *chain = NULL;
  unsigned links = scope_shown_links (subject->figure) == SCOPE_ALL_LINKS ? SCOPE_SHOW_LINKS : 0;

  if (!(subject->figure->show & (SCOPE_SHOW_FORMULA | SCOPE_SHOW_DIAGRAM | links)))
    return;
  if (factors->n_wired > 1)
    chain = g_strdup_printf (
      exact ? _ ("Chain rule: the paths through z₁, z₂, z₃, %s, %s and %s, add up to %s")
            : _ ("Chain rule: the paths through z₁, z₂, z₃, %s, %s and %s, add up to about %s"),
      scope_speech_of (factors->path[0]), scope_speech_of (factors->path[1]),
      scope_speech_of (factors->path[2]), scope_speech_of (factors->result));
  else
    chain = g_strdup_printf (exact ? _ ("Chain rule through %s: %s times %s times %s is %s")
                                   : _ ("Chain rule through %s: %s times %s times %s is about %s"),
                             logits[k], scope_speech_of (factors->dl_dp), scope_speech_of (factors->dp_dz[k]),
                             scope_speech_of (factors->dz_db[k]), scope_speech_of (factors->result));
  scope_sentences_add (text, chain);
}

char *
scope_describe_estimate (const ScopeSubject *subject)
{
  const ScopeFigure *figure = subject->figure;
  gboolean hidden = scope_subject_hides (subject, SCOPE_PLACE_GRADIENT);
  g_autofree char *own = scope_subject_number (subject, figure->estimate);
  g_autofree char *error = scope_subject_error (subject, figure->estimate, subject->sum.dl_db,
                                                subject->dl_db_text, figure->digits);

  return hidden ? g_strdup_printf (_ ("Your slope: %s"), own)
                : g_strdup_printf (_ ("Your slope %s is off by %s"), own, error);
}

/* "2 added to all three logits moves every z and nothing else" */
static void
describe_shift (GString *text, const ScopeFigure *figure)
{
  g_autofree char *number = scope_number_format (figure->parameters.shift, figure->digits, figure->decimal);
  /* Translators: a number. */
  g_autofree char *shift
    = figure->parameters.shift == 0
        ? g_strdup (_ ("One number added to all three logits moves every z and nothing else"))
        : g_strdup_printf (_ ("%s added to all three logits moves every z and nothing else"), number);

  if (figure->show & SCOPE_SHOW_SHIFT)
    scope_sentences_add (text, shift);
}

/* "Kept curves: one, another" */
static void
describe_ghosts (GString *text, const ScopeFigure *figure)
{
  unsigned n = figure->many == NULL ? scope_shown_count_ghosts (figure) : 0;
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *kept = NULL;

  for (unsigned i = 0; i < n; i++)
    scope_sentences_list (names, figure->ghosts[i].name);
  /* Translators: names, with commas between them. */
  kept = g_strdup_printf (_ ("Kept curves: %s"), names->str);
  if (n > 0)
    scope_sentences_add (text, kept);
}

char *
scope_describe_hood (const ScopeFigure *figure)
{
  ScopeSubject subject = { .figure = figure };

  return scope_subject_evaluate (&subject) ? scope_hood_describe (&subject) : g_strdup ("");
}

static void
describe_shown_hood (GString *text, const ScopeSubject *subject)
{
  g_autofree char *hood = NULL;

  if (!(scope_shown_many (subject->figure) & SCOPE_SHOW_HOOD))
    return;
  hood = scope_hood_describe (subject);
  scope_sentences_add (text, hood);
}

static void
describe_shown_descent (GString *text, const ScopeFigure *figure)
{
  g_autofree char *descent = NULL;

  if (!(figure->show & SCOPE_SHOW_DESCENT))
    return;
  descent = scope_descent_text_describe (figure);
  scope_sentences_add (text, descent);
}

char *
scope_describe_result (const ScopeSubject *subject)
{
  const char *loss = scope_speech_of (subject->loss_text), *slope = scope_speech_of (subject->dl_db_text);
  const char *consequence = advice (subject);
  const ScopeMany *many = subject->figure->many;

  /* Translators: the loss, the slope, what follows from its sign. */
  if (many == NULL)
    return g_strdup_printf (_ ("loss %s, slope %s: %s"), loss, slope, consequence);
  if (many->mean)
    return g_strdup_printf (_ ("mean loss %s, slope %s: %s"), loss, slope, consequence);
  return g_strdup_printf (_ ("total loss %s, slope %s: %s"), loss, slope, consequence);
}

/* "Setosa observed: p Setosa 0.1509, p Versicolor 0.3966, p Virginica 0.4525", for as much as is shown. */
static void
describe_probabilities (GString *text, const ScopeSubject *subject)
{
  const ScopeFigure *figure = subject->figure;
  const ScopeClasses *classes = &figure->classes;
  const char *observed = classes->name[figure->parameters.observed];
  char *const *p = subject->factors.p;
  g_autofree char *whose = NULL, *sentence = NULL;

  if (figure->many == NULL)
    whose = g_strdup_printf (_ ("%s observed"), observed);
  else
    /* Translators: of many flowers; the class. */
    whose = g_strdup_printf (_ ("Selected flower, %s observed"), observed);
  if (scope_shown_many (figure) & (SCOPE_SHOW_BAR | SCOPE_SHOW_PROBABILITIES | SCOPE_SHOW_DIAGRAM))
    /* Translators: "Setosa observed"; then a class and its probability, three times. */
    sentence
      = g_strdup_printf (_ ("%s: p %s %s, p %s %s, p %s %s"), whose, classes->name[0], scope_speech_of (p[0]),
                         classes->name[1], scope_speech_of (p[1]), classes->name[2], scope_speech_of (p[2]));
  scope_sentences_add (text, sentence != NULL ? sentence : whose);
}

/* The line of who knows nothing, and what the picture asks. */
static void
describe_question (GString *text, const ScopeFigure *figure)
{
  unsigned show = scope_shown_many (figure);
  g_autofree char *guess = scope_number_format (SCOPE_GUESS_LOSS, figure->digits, figure->decimal);
  g_autofree char *sentence = g_strdup_printf (_ ("A pure guess has the loss ln 3, %s"), guess);
  g_autofree char *question = scope_question_text (figure);

  if (show & SCOPE_SHOW_GUESS)
    scope_sentences_add (text, sentence);
  if ((show & SCOPE_SHOW_QUESTION) && figure->stage == NULL)
    scope_sentences_add (text, question);
}

char *
scope_describe_probabilities (const ScopeSubject *subject)
{
  char *const *p = subject->factors.p;

  for (unsigned k = 1; k < SCOPE_N_CLASSES; k++)
    if (!g_str_equal (p[k], SCOPE_HIDDEN) || !g_str_equal (p[0], SCOPE_HIDDEN))
      /* Translators: the three classes' probabilities. */
      return g_strdup_printf (_ ("p %s, %s, %s"), scope_speech_of (p[0]), scope_speech_of (p[1]),
                              scope_speech_of (p[2]));
  return g_strdup (_ ("p hidden"));
}

char *
scope_describe_figure_result (const ScopeFigure *figure, gboolean with_probabilities)
{
  ScopeSubject subject = { .figure = figure };
  GString *text = g_string_new (NULL);
  g_autofree char *probabilities = NULL, *result = NULL;

  if (!scope_subject_evaluate (&subject))
    return g_string_free (text, FALSE);
  scope_subject_find_texts (&subject);
  probabilities = scope_describe_probabilities (&subject);
  result = scope_describe_result (&subject);
  if (with_probabilities)
    scope_sentences_add_clause (text, probabilities);
  scope_sentences_add_clause (text, result);
  scope_subject_clear_texts (&subject);
  return g_string_free (text, FALSE);
}

static char *
describe (const ScopeFigure *figure, gboolean is_whole)
{
  ScopeSubject subject = { .figure = figure };
  g_autofree char *bias = NULL, *numbers = NULL, *whole = NULL, *estimate = NULL;
  GString *text;

  if (!scope_subject_evaluate (&subject))
    return g_strdup ("");

  scope_subject_find_texts (&subject);
  estimate = scope_describe_estimate (&subject);
  bias = scope_subject_number (&subject, figure->parameters.b);
  /* Translators: b₃, the loss, the slope, what follows from its sign. */
  numbers = g_strdup_printf (_ ("b₃ %s, loss %s, slope %s: %s"), bias, scope_speech_of (subject.loss_text),
                             scope_speech_of (subject.dl_db_text), advice (&subject));
  whole = scope_many_plot_describe (figure, numbers);
  text = g_string_new (whole);
  describe_chain (text, &subject);
  scope_many_minimum_describe (text, figure);
  if (is_whole)
    {
      scope_many_minimum_describe_none (text, &subject);
      describe_probabilities (text, &subject);
      describe_question (text, figure);
    }
  if (figure->show & SCOPE_SHOW_ESTIMATE)
    scope_sentences_add (text, estimate);
  describe_shift (text, figure);
  describe_ghosts (text, figure);
  describe_shown_hood (text, &subject);
  describe_shown_descent (text, figure);
  scope_subject_clear_texts (&subject);
  return g_string_free (text, FALSE);
}

char *
scope_describe_figure (const ScopeFigure *figure)
{
  return describe (figure, FALSE);
}

char *
scope_describe_whole (const ScopeFigure *figure)
{
  return describe (figure, TRUE);
}
