/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "stage-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "bidi.h"
#include "descent-look.h"
#include "many-sum.h"
#include "markup.h"
#include "minimum.h"
#include "number.h"
#include "sentences.h"
#include "stage-step.h"
#include "written.h"

/* What stands for "<loss>" and the like, and which facts hold. */

#define GUESS_DIGITS 5
#define CASE (SCOPE_PLACE_GRADIENT | SCOPE_PLACE_RESIDUAL | SCOPE_PLACE_PROBABILITY)

/* --- Tokens */

static unsigned
observed (const ScopeSubject *subject)
{
  return subject->figure->parameters.observed;
}

static char *
write_name (const ScopeSubject *subject, unsigned k)
{
  g_autofree char *name = scope_bidi_isolate (subject->figure->classes.name[k]);

  return scope_markup_escape (name);
}

static char *
write_symbol (const ScopeSubject *subject, unsigned k)
{
  g_autofree char *name = scope_subject_subscript (subject, k);

  return g_strdup_printf ("*p*_{%s}", name);
}

static char *
write_observed (const ScopeSubject *subject)
{
  return write_name (subject, observed (subject));
}

static char *
write_wired (const ScopeSubject *subject)
{
  return write_name (subject, subject->path);
}

static char *
write_p_observed (const ScopeSubject *subject)
{
  return write_symbol (subject, observed (subject));
}

static char *
write_p_wired (const ScopeSubject *subject)
{
  return write_symbol (subject, subject->path);
}

static char *
write_z (const ScopeSubject *subject)
{
  return g_strdup_printf ("*z*_%u", subject->path + 1);
}

static char *
write_z_observed (const ScopeSubject *subject)
{
  return g_strdup_printf ("*z*_%u", observed (subject) + 1);
}

static char *
write_bias (const ScopeSubject *subject)
{
  return scope_subject_number (subject, subject->figure->parameters.b);
}

static char *
write_p (const ScopeSubject *subject)
{
  return g_strdup (subject->factors.p[observed (subject)]);
}

static char *
write_loss (const ScopeSubject *subject)
{
  return g_strdup (subject->loss_text);
}

static char *
write_guess (const ScopeSubject *subject)
{
  return scope_number_format (SCOPE_GUESS_LOSS, GUESS_DIGITS, subject->figure->decimal);
}

static char *
write_gradient (const ScopeSubject *subject)
{
  return g_strdup (subject->dl_db_text);
}

static char *
write_dl_dp (const ScopeSubject *subject)
{
  return g_strdup (subject->factors.dl_dp);
}

static char *
write_dp_dz (const ScopeSubject *subject)
{
  return g_strdup (subject->factors.dp_dz[subject->path]);
}

static char *
write_dz_db (const ScopeSubject *subject)
{
  return g_strdup (subject->factors.dz_db[subject->path]);
}

static char *
write_rate (const ScopeSubject *subject)
{
  return scope_subject_number (subject, subject->figure->rate);
}

static char *
write_next (const ScopeSubject *subject)
{
  return scope_subject_number_at (subject, SCOPE_PLACE_NEXT, scope_subject_next_bias (subject));
}

/* Loss of what is shown where the next step leads, infinite where that is too far to be reckoned. Of one flower
 * outcome is what is there. */
static double
find_next_loss (const ScopeSubject *subject, ScopeOutcome *outcome)
{
  const ScopeMany *many = subject->figure->many;
  ScopeParameters next = subject->figure->parameters;

  next.b = scope_subject_next_bias (subject);
  if (many != NULL)
    {
      ScopeBatch batch = scope_many_batch (many, next.w);
      ScopeBatchOutcome sum;

      return scope_batch_evaluate (&batch, next.b, &sum) == SCOPE_STATUS_OK ? sum.loss : INFINITY;
    }
  return scope_outcome_evaluate (&next, outcome) == SCOPE_STATUS_OK ? outcome->loss : INFINITY;
}

static char *
write_next_loss (const ScopeSubject *subject)
{
  const ScopeFigure *figure = subject->figure;
  ScopeParameters next = figure->parameters;
  ScopeOutcome outcome;
  double loss = INFINITY;

  next.b = scope_subject_next_bias (subject);
  if (!scope_subject_hides (subject, SCOPE_PLACE_NEXT | SCOPE_PLACE_LOSS))
    loss = find_next_loss (subject, &outcome);
  if (!isfinite (loss))
    return scope_subject_number_at (subject, SCOPE_PLACE_NEXT | SCOPE_PLACE_LOSS, INFINITY);
  return figure->many != NULL
           ? scope_many_number (figure->many, &next, loss, SCOPE_SMALL_LOSS, figure->digits, figure->decimal)
           : scope_factors_format_loss (&outcome, figure->digits, figure->decimal);
}

/* That led to b₃. */
static char *
write_steps (const ScopeSubject *subject)
{
  const ScopeFigure *figure = subject->figure;

  return g_strdup_printf ("%" G_GSIZE_FORMAT, scope_descent_trail_is_present (figure) ? figure->trail.at : 0);
}

static char *
write_flowers (const ScopeSubject *subject)
{
  return g_strdup_printf ("%" G_GSIZE_FORMAT, subject->figure->many != NULL ? subject->figure->many->n : 1);
}

/* Where the loss of what is shown is least; of many flowers that may be known already. */
static ScopeMinimumKind
find_minimum (const ScopeSubject *subject, gboolean with_place, double *b)
{
  const ScopeFigure *figure = subject->figure;
  ScopeMinimum minimum = { .b = NAN };
  ScopeBatchRow row;
  ScopeBatch batch = scope_many_batch_or_one (figure->many, &figure->parameters, &row);
  ScopeStatus status = SCOPE_STATUS_OK;

  if (figure->many != NULL && figure->many->minimum != NULL)
    minimum = *figure->many->minimum;
  else
    status = with_place ? scope_minimum_find (&batch, &minimum) : scope_minimum_limits (&batch, &minimum);
  *b = minimum.kind == SCOPE_MINIMUM_FINITE ? minimum.b : NAN;
  return status == SCOPE_STATUS_OK ? minimum.kind : SCOPE_MINIMUM_FLAT;
}

/* A place that is hidden with the next step, as in the panels: towards it goes the way down. */
static char *
write_minimum (const ScopeSubject *subject)
{
  double b = NAN;

  if (!scope_subject_hides (subject, SCOPE_PLACE_NEXT)
      && find_minimum (subject, TRUE, &b) != SCOPE_MINIMUM_FINITE)
    return g_strdup ("–");
  return scope_subject_number_at (subject, SCOPE_PLACE_NEXT, b);
}

static char *
write_case (const ScopeSubject *subject, unsigned k)
{
  if (scope_subject_hides (subject, CASE))
    return g_strdup (SCOPE_HIDDEN);
  return scope_factors_format_result (&subject->cases[k], subject->figure->digits, subject->figure->decimal);
}

static char *
write_gradient_own (const ScopeSubject *subject)
{
  return write_case (subject, subject->path);
}

static char *
write_gradient_other (const ScopeSubject *subject)
{
  return write_case (subject, scope_classes_beside (subject->path, 0));
}

typedef struct
{
  const char *name;
  char *(*write) (const ScopeSubject *subject);
  gboolean is_markup; /* else a number, of which nothing is meant as markup */
} Token;

static const Token tokens[] = {
  { "observed", write_observed, TRUE },
  { "wired", write_wired, TRUE },
  { "p-observed", write_p_observed, TRUE },
  { "p-wired", write_p_wired, TRUE },
  { "z", write_z, TRUE },
  { "z-observed", write_z_observed, TRUE },
  { "b", write_bias, FALSE },
  { "p", write_p, FALSE },
  { "loss", write_loss, FALSE },
  { "guess", write_guess, FALSE },
  { "gradient", write_gradient, FALSE },
  { "dl_dp", write_dl_dp, FALSE },
  { "dp_dz", write_dp_dz, FALSE },
  { "dz_db", write_dz_db, FALSE },
  { "rate", write_rate, FALSE },
  { "next", write_next, FALSE },
  { "next-loss", write_next_loss, FALSE },
  { "gradient-own", write_gradient_own, FALSE },
  { "gradient-other", write_gradient_other, FALSE },
  { "flowers", write_flowers, FALSE },
  { "minimum", write_minimum, FALSE },
  { "steps", write_steps, FALSE },
};

static const Token *
find_token (const char *name, size_t length)
{
  for (guint i = 0; i < G_N_ELEMENTS (tokens); i++)
    if (strlen (tokens[i].name) == length && strncmp (tokens[i].name, name, length) == 0)
      return &tokens[i];
  return NULL;
}

static void
append_token (GString *out, const ScopeSubject *subject, const Token *token)
{
  g_autofree char *text = token->write (subject);
  g_autofree char *escaped = token->is_markup ? NULL : scope_markup_escape (text);

  g_string_append (out, token->is_markup ? text : escaped);
}

static void
append_filled (GString *out, const ScopeSubject *subject, const char *text)
{
  g_autofree char *markup = scope_written_to_markup (text);

  for (const char *at = markup; *at != '\0'; at++)
    {
      const char *end = *at == '<' ? strchr (at, '>') : NULL;
      const Token *token = end != NULL ? find_token (at + 1, (size_t) (end - at - 1)) : NULL;

      if (token == NULL)
        {
          g_string_append_c (out, *at);
          continue;
        }
      append_token (out, subject, token);
      at = end;
    }
}

/* --- Facts */

/* Of the tangent that is drawn, or of the number that is printed; nothing is said while a class turns its own. */
static unsigned
find_slope (const ScopeSubject *subject)
{
  const ScopeFigure *figure = subject->figure;
  const char *printed = subject->dl_db_text;
  gboolean hidden = scope_subject_hides (subject, SCOPE_PLACE_GRADIENT);

  if (hidden && (!(figure->show & SCOPE_SHOW_TANGENT) || scope_subject_asks_slope (subject)))
    return 0;
  if (subject->sum.dl_db < 0 || (!hidden && g_str_has_prefix (printed, "−")))
    return SCOPE_FACT_FALLS;
  if (subject->sum.dl_db > 0 || (!hidden && !g_str_equal (printed, "0")))
    return SCOPE_FACT_RISES;
  return SCOPE_FACT_LEVEL;
}

static unsigned
find_quality (const ScopeSubject *subject)
{
  const ScopeMany *many = subject->figure->many;
  double guess = SCOPE_GUESS_LOSS, loss = subject->sum.loss;

  /* The line of a guess is one flower's, or the mean's. */
  if (scope_subject_hides (subject, SCOPE_PLACE_LOSS) || (many != NULL && !many->mean))
    return 0;
  if (scope_number_rounds_alike (loss, guess, subject->figure->digits))
    return SCOPE_FACT_ALIKE;
  return loss > guess ? SCOPE_FACT_WORSE : SCOPE_FACT_BETTER;
}

static unsigned
find_wiring (const ScopeSubject *subject)
{
  unsigned k = subject->path;

  if (scope_subject_hides (subject, SCOPE_PLACE_DZ_DB))
    return 0;
  if (subject->factors.n_wired != 1)
    return SCOPE_FACT_SUM;
  return (k == observed (subject) ? SCOPE_FACT_OWN : SCOPE_FACT_OTHER)
         | (subject->figure->parameters.w[k] == 1 ? SCOPE_FACT_PLAIN : SCOPE_FACT_WEIGHTED);
}

static unsigned
find_step (const ScopeSubject *subject)
{
  double loss = subject->sum.loss, next;
  ScopeOutcome outcome;

  if (scope_subject_hides (subject, SCOPE_PLACE_NEXT | SCOPE_PLACE_LOSS))
    return 0;
  next = find_next_loss (subject, &outcome);
  if (scope_number_rounds_alike (loss, next, subject->figure->digits))
    return SCOPE_FACT_STAYS;
  return next < loss ? SCOPE_FACT_LOWERS : SCOPE_FACT_RAISES;
}

static unsigned
find_bottom (const ScopeSubject *subject)
{
  double b;
  ScopeMinimumKind kind = find_minimum (subject, FALSE, &b);

  if (scope_subject_hides (subject, SCOPE_PLACE_DZ_DB))
    return 0;
  if (kind == SCOPE_MINIMUM_FINITE)
    return SCOPE_FACT_BOTTOM;
  return scope_minimum_is_endless (kind) ? SCOPE_FACT_ENDLESS : 0;
}

static unsigned
find_walk (const ScopeSubject *subject)
{
  const ScopeFigure *figure = subject->figure;

  return scope_descent_trail_is_present (figure) && figure->trail.at > 0 && figure->trail.rate == figure->rate
           ? SCOPE_FACT_WALKED
           : 0;
}

static unsigned
find_flowers (const ScopeSubject *subject)
{
  return subject->figure->many != NULL ? SCOPE_FACT_MANY : SCOPE_FACT_ONE;
}

/* What is costly with very many flowers is looked for where a sentence asks for it. */
static unsigned
find_facts (const ScopeSubject *subject, unsigned asked)
{
  static const struct
  {
    unsigned facts;
    unsigned (*find) (const ScopeSubject *subject);
  } costly[] = {
    { SCOPE_FACT_LOWERS | SCOPE_FACT_RAISES | SCOPE_FACT_STAYS, find_step },
    { SCOPE_FACT_BOTTOM | SCOPE_FACT_ENDLESS, find_bottom },
  };
  unsigned facts = find_slope (subject) | find_quality (subject) | find_wiring (subject) | find_walk (subject)
                   | find_flowers (subject);

  for (guint i = 0; i < G_N_ELEMENTS (costly); i++)
    if (asked & costly[i].facts)
      facts |= costly[i].find (subject);
  return facts;
}

/* --- A step's words */

char *
scope_stage_write_title (const ScopeSubject *subject)
{
  GString *title = g_string_new (NULL);

  append_filled (title, subject, subject->figure->stage->title);
  return g_string_free (title, FALSE);
}

/* Why nothing is said, where that is for the number of flowers. */
static const char *
say_apart (const ScopeSubject *subject, unsigned named)
{
  if (subject->figure->many != NULL)
    return _ ("The words of this step are about one flower; here are many.");
  return named & SCOPE_FACT_MANY ? _ ("The words of this step are about many flowers; here is one.") : NULL;
}

char *
scope_stage_write_text (const ScopeSubject *subject)
{
  const ScopeSentence *sentences = subject->figure->stage->sentences;
  GString *text = g_string_new (NULL);
  unsigned named = 0, asked = 0, facts;
  const char *apart;

  for (guint i = 0; i < SCOPE_MOST_SENTENCES && sentences[i].text != NULL; i++)
    {
      named |= sentences[i].facts;
      if (scope_fact_allows (sentences[i].facts & (SCOPE_FACT_ONE | SCOPE_FACT_MANY), find_flowers (subject)))
        asked |= sentences[i].facts;
    }
  facts = find_facts (subject, asked);
  for (guint i = 0; i < SCOPE_MOST_SENTENCES && sentences[i].text != NULL; i++)
    {
      if (!scope_fact_allows (sentences[i].facts, facts))
        continue;
      if (text->len > 0)
        g_string_append_c (text, ' ');
      append_filled (text, subject, sentences[i].text);
    }
  apart = text->len == 0 && sentences[0].text != NULL ? say_apart (subject, named) : NULL;
  if (apart != NULL)
    scope_sentences_add (text, apart);
  return g_string_free (text, FALSE);
}

char *
scope_stage_words_say (const ScopeFigure *figure)
{
  ScopeSubject subject = { .figure = figure };
  g_autofree char *title = NULL, *text = NULL, *plain_title = NULL, *plain_text = NULL;
  GString *said;

  if (figure->stage == NULL || !scope_subject_evaluate (&subject))
    return g_strdup ("");
  scope_subject_find_texts (&subject);
  title = scope_stage_write_title (&subject);
  text = scope_stage_write_text (&subject);
  scope_subject_clear_texts (&subject);
  plain_title = scope_markup_to_plain (title);
  plain_text = scope_markup_to_plain (text);
  said = g_string_new (plain_title);
  scope_sentences_add (said, plain_text);
  return g_string_free (said, FALSE);
}
