/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "news.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "answers.h"
#include "describe.h"
#include "estimate.h"
#include "hood-text.h"
#include "many.h"
#include "number.h"
#include "plot-words.h"
#include "remarks.h"
#include "sentences.h"
#include "speech.h"
#include "subject.h"

/* Who hears a program waits until it has said all: so each kind of change has a sentence of its
 * own, and only the first of them is said. */

/* The figure as it was, and as it is. */
typedef struct
{
  const ScopeFigure *before, *now;
  const ScopeSubject *subject; /* of now, its texts found */
  const char *verdict;         /* NULL for none */
} News;

static char *
number (const News *news, double value)
{
  return scope_subject_number (news->subject, value);
}

static const char *
class_name (const News *news)
{
  return news->now->classes.name[news->now->parameters.observed];
}

static guint
n_flowers (const ScopeFigure *figure)
{
  return figure->many != NULL ? (guint) figure->many->n : 0;
}

static char *
bias_and_result (const News *news)
{
  g_autofree char *bias = number (news, news->now->parameters.b);
  g_autofree char *result = scope_plot_words_result (news->subject);

  /* Translators: b₃; the loss and the slope. */
  return g_strdup_printf (_ ("b₃ %s, %s"), bias, result);
}

/* --- One kind of change each: what is said of it, NULL where there was none */

static char *
tell_step (const News *news)
{
  if (news->verdict == NULL || news->now->trail.n == 0
      || (news->now->trail.n == news->before->trail.n && news->now->trail.at == news->before->trail.at
          && news->now->parameters.b == news->before->parameters.b))
    return NULL;
  return g_strdup (news->verdict);
}

static char *
tell_flowers (const News *news)
{
  guint n = n_flowers (news->now);

  if (n == n_flowers (news->before))
    return NULL;
  if (n == 0)
    return g_strdup_printf (_ ("One flower again, observed: %s"), class_name (news));
  return g_strdup_printf (
    ngettext ("%u flower, number %u selected: %s observed", "%u flowers, number %u selected: %s observed", n),
    n, (guint) news->now->many->selected + 1, class_name (news));
}

static char *
tell_selected (const News *news)
{
  if (news->now->many == NULL || news->now->many->selected == news->before->many->selected)
    return NULL;
  /* Translators: the flower's number, the class that was observed. */
  return g_strdup_printf (_ ("Flower %u selected: %s observed"), (guint) news->now->many->selected + 1,
                          class_name (news));
}

static char *
tell_mean (const News *news)
{
  if (news->now->many == NULL || news->now->many->mean == news->before->many->mean)
    return NULL;
  return g_strdup (news->now->many->mean ? _ ("Mean of all flowers") : _ ("Total of all flowers"));
}

static char *
tell_weights (const News *news)
{
  const double *w = news->now->parameters.w;
  g_autofree char *first = number (news, w[0]), *second = number (news, w[1]), *third = number (news, w[2]);

  if (memcmp (w, news->before->parameters.w, sizeof news->now->parameters.w) == 0)
    return NULL;
  if (scope_subject_hides (news->subject, SCOPE_PLACE_DZ_DB))
    return g_strdup (_ ("Another wiring"));
  /* Translators: three numbers. */
  return g_strdup_printf (_ ("z₁, z₂ and z₃ get %s, %s and %s times b₃"), first, second, third);
}

/* "z₁ of Setosa 1.2", and all three where more than one is another. */
static char *
tell_logits (const News *news)
{
  static const char *const symbols[SCOPE_N_CLASSES] = { "z₁", "z₂", "z₃" };
  const double *a = news->now->parameters.a, *before = news->before->parameters.a;
  g_autofree char *first = number (news, a[0]), *second = number (news, a[1]), *third = number (news, a[2]);
  const char *const texts[SCOPE_N_CLASSES] = { first, second, third };
  unsigned changed = 0, last = 0;

  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    if (a[k] != before[k])
      {
        changed++;
        last = k;
      }
  if (changed == 0)
    return NULL;
  if (changed == 1)
    /* Translators: a logit's symbol, its class, its number. */
    return g_strdup_printf (_ ("%s of %s without b₃: %s"), symbols[last], news->now->classes.name[last],
                            texts[last]);
  /* Translators: a class; three numbers. */
  return g_strdup_printf (_ ("%s observed; z₁, z₂ and z₃ without b₃: %s, %s, %s"), class_name (news), first,
                          second, third);
}

static char *
tell_observed (const News *news)
{
  if (news->now->parameters.observed == news->before->parameters.observed)
    return NULL;
  return g_strdup_printf (_ ("%s observed"), class_name (news));
}

static char *
tell_shift (const News *news)
{
  g_autofree char *shift = number (news, news->now->parameters.shift);

  if (news->now->parameters.shift == news->before->parameters.shift)
    return NULL;
  return g_strdup_printf (_ ("%s added to all three logits moves every z and nothing else"), shift);
}

static char *
tell_bias (const News *news)
{
  if (news->now->parameters.b == news->before->parameters.b)
    return NULL;
  return bias_and_result (news);
}

/* The question to the hall, which of the answers is right once that is shown. */
static char *
tell_answers (const News *news)
{
  const ScopeFigure *now = news->now;
  gboolean is_new = (now->show & ~news->before->show & SCOPE_SHOW_ANSWERS) != 0;
  gboolean is_hidden = scope_subject_hides (news->subject, SCOPE_PLACE_GRADIENT);
  ScopeAnswer answers[SCOPE_N_ANSWERS];
  g_autofree char *a = NULL, *b = NULL, *c = NULL, *d = NULL;

  if (!(now->show & SCOPE_SHOW_ANSWERS) || (!is_new && (is_hidden || now->hide == news->before->hide)))
    return NULL;
  scope_answers (&now->parameters, news->subject->outcome, now->hide, answers);
  for (unsigned i = 0; i < SCOPE_N_ANSWERS && !is_hidden; i++)
    if (answers[i].mistake == SCOPE_ANSWER_RIGHT)
      /* Translators: A, B, C or D. */
      return g_strdup_printf (_ ("%c is right"), (int) ('A' + i));
  a = scope_remark_answer_number (news->subject, &answers[0]);
  b = scope_remark_answer_number (news->subject, &answers[1]);
  c = scope_remark_answer_number (news->subject, &answers[2]);
  d = scope_remark_answer_number (news->subject, &answers[3]);
  return g_strdup_printf (_ ("What is ∂L/∂b₃ here? A: %s, B: %s, C: %s, D: %s"), a, b, c, d);
}

/* What flags name, with commas between them. */
static char *
list (unsigned flags, const char *const *names)
{
  GString *text = g_string_new (NULL);

  for (unsigned i = 0; flags != 0; i++, flags >>= 1)
    if (flags & 1)
      scope_sentences_list (text, _ (names[i]));
  return g_string_free (text, FALSE);
}

static const char *const quantities[SCOPE_N_QUANTITIES] = { N_ ("the loss"), N_ ("the probabilities"),
                                                            N_ ("∂L/∂p"),    N_ ("∂p/∂z"),
                                                            N_ ("∂z/∂b₃"),   N_ ("the slope") };

/* The numbers of one quantity as they are printed, "hidden" those that are not. */
static char *
quantity_numbers (const ScopeSubject *subject, unsigned quantity)
{
  const ScopeFactors *factors = &subject->factors;
  /* Where b₃ goes one way, factors of the others are nowhere. */
  unsigned first = factors->n_wired > 1 ? 0 : subject->path;
  unsigned last = factors->n_wired > 1 ? SCOPE_N_CLASSES - 1 : subject->path;
  const struct
  {
    unsigned quantity;
    char *const *texts;
    unsigned first, last;
  } all[] = {
    { SCOPE_QUANTITY_LOSS, &subject->loss_text, 0, 0 },
    { SCOPE_QUANTITY_PROBABILITY, factors->p, 0, SCOPE_N_CLASSES - 1 },
    { SCOPE_QUANTITY_DL_DP, &factors->dl_dp, 0, 0 },
    { SCOPE_QUANTITY_DP_DZ, factors->dp_dz, first, last },
    { SCOPE_QUANTITY_DZ_DB, factors->dz_db, first, last },
    { SCOPE_QUANTITY_GRADIENT, &subject->dl_db_text, 0, 0 },
  };
  GString *text = g_string_new (NULL);

  for (unsigned i = 0; i < G_N_ELEMENTS (all); i++)
    for (unsigned k = all[i].first; all[i].quantity == quantity && k <= all[i].last; k++)
      scope_sentences_list (text, scope_speech_of (all[i].texts[k]));
  return g_string_free (text, FALSE);
}

static char *
quantity_words (const ScopeSubject *subject, unsigned quantity)
{
  g_autofree char *name = list (quantity, quantities);
  g_autofree char *numbers = quantity_numbers (subject, quantity);

  if (subject->figure->hide & quantity)
    /* Translators: the name of a quantity, whose number is not shown. */
    return g_strdup_printf (_ ("%s, hidden"), name);
  if (g_str_equal (numbers, scope_speech_of (SCOPE_HIDDEN)))
    /* Translators: the name of a quantity. */
    return g_strdup_printf (_ ("%s, hidden as long as it would give another number away"), name);
  /* Translators: the name of a quantity, its number or numbers. */
  return g_strdup_printf (_ ("%s, %s"), name, numbers);
}

/* One alone, hidden or revealed: its number is the news. */
static char *
tell_one_hidden (const News *news)
{
  unsigned changed = news->now->hide ^ news->before->hide;
  g_autofree char *name = list (changed, quantities), *words = NULL;

  if (changed == 0 || (changed & (changed - 1)) != 0)
    return NULL;
  if (news->now->hide & changed)
    return g_strdup_printf (_ ("Hidden: %s"), name);
  words = quantity_words (news->subject, changed);
  return g_strdup_printf (_ ("Revealed: %s"), words);
}

/* The class's own slope; once the gradient is revealed, how far off it is. */
static char *
tell_estimate (const News *news)
{
  const ScopeFigure *now = news->now, *before = news->before;
  g_autofree char *estimate = scope_estimate_text (news->subject);
  g_autofree char *revealed = tell_one_hidden (news);
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean is_new = (now->show & ~before->show & SCOPE_SHOW_ESTIMATE) != 0;
  gboolean is_revealed = (before->hide & ~now->hide & SCOPE_QUANTITY_GRADIENT) != 0;

  if (!(now->show & SCOPE_SHOW_ESTIMATE) || (!is_new && !is_revealed && now->estimate == before->estimate))
    return NULL;
  scope_sentences_add (text, estimate);
  if (is_revealed && revealed != NULL)
    scope_sentences_add (text, revealed);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
tell_hidden (const News *news)
{
  unsigned now = news->now->hide, before = news->before->hide;
  g_autofree char *hidden = list (now & ~before, quantities), *revealed = list (before & ~now, quantities);

  if (now == before)
    return NULL;
  if (now == SCOPE_QUANTITY_ALL)
    return g_strdup (_ ("All numbers hidden"));
  if (now == 0 && before == SCOPE_QUANTITY_ALL)
    return g_strdup (_ ("All numbers revealed"));
  if (now & ~before)
    /* Translators: names of quantities, with commas between them. */
    return g_strdup_printf (_ ("Hidden: %s"), hidden);
  return g_strdup_printf (_ ("Revealed: %s"), revealed);
}

static char *
tell_parts (const News *news)
{
  const char *names[SCOPE_N_PARTS];
  unsigned now = news->now->show, before = news->before->show;
  g_autofree char *on = NULL, *off = NULL;

  if (now == before)
    return NULL;
  for (guint i = 0; i < SCOPE_N_PARTS; i++)
    names[i] = scope_parts[i].words;
  on = list (now & ~before, names);
  off = list (before & ~now, names);
  /* With a lecture comes and goes nearly all. */
  if ((news->now->stage == NULL) != (news->before->stage == NULL))
    return bias_and_result (news);
  /* Translators: parts of the picture, with commas between them. */
  if (now & ~before)
    return g_strdup_printf (_ ("Shown: %s"), on);
  return g_strdup_printf (_ ("Not shown any more: %s"), off);
}

static char *
tell_kept (const News *news)
{
  unsigned now = news->now->n_ghosts, before = news->before->n_ghosts;

  if (now == before)
    return NULL;
  if (now > before)
    return g_strdup_printf (_ ("Curve kept: %s"), news->now->ghosts[now - 1].name);
  return g_strdup_printf (ngettext ("Curve removed: %u is left", "Curve removed: %u are left", now), now);
}

static char *
tell_kept_walk (const News *news)
{
  size_t now = news->now->kept_trail.n, before = news->before->kept_trail.n;

  if (now == before)
    return NULL;
  return g_strdup (now > 0 ? _ ("Walk kept, to compare another one with") : _ ("Kept walk removed"));
}

static char *
tell_classes (const News *news)
{
  const ScopeClasses *now = &news->now->classes;

  if (scope_classes_equal (now, &news->before->classes))
    return NULL;
  /* Translators: the names of the three classes. */
  return g_strdup_printf (_ ("The classes are called %s, %s and %s"), now->name[0], now->name[1],
                          now->name[2]);
}

static char *
tell_rate (const News *news)
{
  g_autofree char *rate = number (news, news->now->rate);

  return news->now->rate == news->before->rate ? NULL
                                               : g_strdup_printf (_ ("η, the learning rate: %s"), rate);
}

static char *
tell_step_h (const News *news)
{
  return news->now->step_h == news->before->step_h ? NULL : scope_hood_describe (news->subject);
}

static char *
tell_view (const News *news)
{
  const ScopeView *now = &news->now->view, *before = &news->before->view;
  g_autofree char *lo = number (news, now->axis_lo), *hi = number (news, now->axis_hi);

  if (now->axis_lo == before->axis_lo && now->axis_hi == before->axis_hi)
    return NULL;
  /* Translators: the ends of the plot's axis. */
  return g_strdup_printf (_ ("The axis goes from %s to %s"), lo, hi);
}

/* --- What follows from it */

typedef enum
{
  NOTHING,
  RESULT, /* loss and slope */
  BIAS_AND_RESULT,
  PROBABILITIES_AND_RESULT,
} Consequence;

static char *
add_consequence (const News *news, const char *told, Consequence kind)
{
  GString *text = g_string_new (told);
  g_autofree char *result = scope_plot_words_result (news->subject);
  g_autofree char *probabilities = scope_describe_probabilities (news->subject);
  g_autofree char *bias = bias_and_result (news);

  if (kind == BIAS_AND_RESULT)
    scope_sentences_add (text, bias);
  if (kind == PROBABILITIES_AND_RESULT)
    scope_sentences_add_clause (text, probabilities);
  if (kind == PROBABILITIES_AND_RESULT || kind == RESULT)
    scope_sentences_add_clause (text, result);
  return g_string_free (text, FALSE);
}

static char *
tell (const News *news)
{
  /* What comes first changes what comes later, too. */
  static const struct
  {
    char *(*tell) (const News *news);
    Consequence consequence;
  } kinds[] = {
    { tell_flowers, BIAS_AND_RESULT },
    { tell_selected, PROBABILITIES_AND_RESULT },
    { tell_step, BIAS_AND_RESULT },
    { tell_mean, RESULT },
    { tell_kept_walk, NOTHING },
    { tell_logits, PROBABILITIES_AND_RESULT },
    { tell_observed, PROBABILITIES_AND_RESULT },
    { tell_weights, PROBABILITIES_AND_RESULT },
    { tell_shift, NOTHING },
    { tell_bias, NOTHING },
    { tell_answers, NOTHING },
    { tell_estimate, NOTHING },
    { tell_one_hidden, NOTHING },
    { tell_hidden, BIAS_AND_RESULT },
    { tell_kept, NOTHING },
    { tell_parts, NOTHING },
    { tell_classes, NOTHING },
    { tell_rate, NOTHING },
    { tell_step_h, NOTHING },
    { tell_view, NOTHING },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *told = kinds[i].tell (news);

      if (told != NULL)
        return add_consequence (news, told, kinds[i].consequence);
    }
  return NULL;
}

char *
scope_news_tell (const ScopeFigure *before, const ScopeFigure *figure, const char *verdict)
{
  ScopeSubject subject = { .figure = figure };
  News news = { before, figure, &subject, verdict };
  char *told;

  if (!scope_subject_evaluate (&subject))
    return NULL;
  scope_subject_find_texts (&subject);
  told = tell (&news);
  scope_subject_clear_texts (&subject);
  return told;
}

char *
scope_news_tell_quantity (const ScopeFigure *figure, unsigned quantity)
{
  ScopeSubject subject = { .figure = figure };
  char *told;

  if (!scope_subject_evaluate (&subject))
    return NULL;
  scope_subject_find_texts (&subject);
  told = quantity_words (&subject, quantity);
  scope_subject_clear_texts (&subject);
  return told;
}
