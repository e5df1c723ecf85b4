/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "subject.h"

#include <glib/gi18n-lib.h>
#include <float.h>
#include <math.h>
#include <string.h>

#include "bidi.h"
#include "many-sum.h"
#include "markup.h"
#include "number.h"
#include "shown.h"
#include "wiring.h"

/* What is said in a figure, and how. */

/* Names longer than this become their number in a subscript. */
#define LONGEST_SUBSCRIPT 12
#define LONGEST_NUMBER 999

char *
scope_subject_subscript (const ScopeSubject *subject, unsigned k)
{
  const char *name = subject->figure->classes.name[k];
  g_autofree char *isolated = scope_bidi_isolate (name);

  if (g_utf8_strlen (name, -1) > LONGEST_SUBSCRIPT)
    return g_strdup_printf ("%u", k + 1);
  return scope_markup_escape (isolated);
}

char *
scope_subject_number (const ScopeSubject *subject, double value)
{
  return scope_number_format (value, subject->figure->digits, subject->figure->decimal);
}

gboolean
scope_subject_hides (const ScopeSubject *subject, unsigned places)
{
  return (subject->hidden & places) != 0;
}

gboolean
scope_subject_is_wired (const ScopeSubject *subject, unsigned k)
{
  return subject->figure->parameters.w[k] != 0 || scope_subject_hides (subject, SCOPE_PLACE_DZ_DB);
}

unsigned
scope_subject_gradient_class (const ScopeSubject *subject)
{
  const double *w = subject->figure->parameters.w;

  for (unsigned k = 0; k < SCOPE_N_CLASSES && !scope_subject_hides (subject, SCOPE_PLACE_DZ_DB); k++)
    {
      double one = w[scope_classes_beside (k, 0)], other = w[scope_classes_beside (k, 1)];

      /* ∂L/∂b₃ = Σ w_k·(p_k − y_k), in which a weight of all three cancels. */
      if (one == other && w[k] - one == 1)
        return k;
    }
  return SCOPE_N_CLASSES;
}

char *
scope_subject_number_at (const ScopeSubject *subject, ScopePlace place, double value)
{
  if (scope_subject_hides (subject, place))
    return g_strdup (SCOPE_HIDDEN);
  return scope_subject_number (subject, value);
}

double
scope_subject_next_bias (const ScopeSubject *subject)
{
  return subject->figure->parameters.b - subject->figure->rate * subject->sum.dl_db;
}

/* L₁ and ∂L₁ for the selected flower, L_i where its number is long. */
static void
name_symbols (ScopeSubject *subject)
{
  size_t row = subject->figure->many->selected + 1;
  g_autofree char *number = row > LONGEST_NUMBER ? g_strdup ("*i*") : g_strdup_printf ("%u", (guint) row);

  g_snprintf (subject->loss_symbol, sizeof subject->loss_symbol, "*L*_{%s}", number);
  g_snprintf (subject->dl_symbol, sizeof subject->dl_symbol, "*∂L*_{%s}", number);
}

gboolean
scope_subject_evaluate (ScopeSubject *subject)
{
  const ScopeFigure *figure = subject->figure;

  subject->hidden = scope_hidden_places (figure->hide, &figure->parameters);
  if (scope_outcome_evaluate_cases (&figure->parameters, subject->cases) != SCOPE_STATUS_OK)
    return FALSE;
  subject->outcome = &subject->cases[figure->parameters.observed];
  subject->path = scope_wiring_path (&figure->parameters);
  g_strlcpy (subject->loss_symbol, "*L*", sizeof subject->loss_symbol);
  g_strlcpy (subject->dl_symbol, "*∂L*", sizeof subject->dl_symbol);
  subject->sum
    = (ScopeBatchOutcome) { subject->outcome->loss, subject->outcome->dl_db, subject->outcome->curvature };
  if (figure->many == NULL)
    return TRUE;
  if (!scope_shown_evaluate (figure, &subject->sum))
    return FALSE;
  name_symbols (subject);
  return TRUE;
}

static void
hide_text (const ScopeSubject *subject, ScopePlace place, char **text)
{
  if (!scope_subject_hides (subject, place))
    return;
  g_free (*text);
  *text = g_strdup (SCOPE_HIDDEN);
}

static void
hide_factors (ScopeSubject *subject)
{
  ScopeFactors *factors = &subject->factors;

  hide_text (subject, SCOPE_PLACE_DL_DP, &factors->dl_dp);
  hide_text (subject, SCOPE_PLACE_GRADIENT, &factors->result);
  hide_text (subject, SCOPE_PLACE_LOSS, &factors->loss);
  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    {
      hide_text (subject, scope_hidden_place_of_p (&subject->figure->parameters, k), &factors->p[k]);
      hide_text (subject, SCOPE_PLACE_RESIDUAL, &factors->dl_dz[k]);
      hide_text (subject, SCOPE_PLACE_DP_DZ, &factors->dp_dz[k]);
      hide_text (subject, SCOPE_PLACE_DZ_DB, &factors->dz_db[k]);
      hide_text (subject, SCOPE_PLACE_GRADIENT | SCOPE_PLACE_RESIDUAL | SCOPE_PLACE_DZ_DB, &factors->path[k]);
    }
}

/* A sum over many flowers. */
static char *
sum_text (const ScopeSubject *subject, ScopePlace place, double value, ScopeSmallSum of)
{
  const ScopeFigure *figure = subject->figure;

  if (scope_subject_hides (subject, place))
    return g_strdup (SCOPE_HIDDEN);
  return scope_many_number (figure->many, &figure->parameters, value, of, figure->digits, figure->decimal);
}

gboolean
scope_subject_asks_slope (const ScopeSubject *subject)
{
  return (subject->figure->show & SCOPE_SHOW_ESTIMATE) != 0
         && scope_subject_hides (subject, SCOPE_PLACE_GRADIENT);
}

char *
scope_subject_error (const ScopeSubject *subject, double slope, double gradient, const char *printed,
                     unsigned digits)
{
  double error = fabs (slope - gradient);
  ScopeWide rest = scope_wide_fabs (slope - scope_factors_read (printed));

  if (slope == 0)
    return g_strdup (g_str_has_prefix (printed, "−") ? printed + strlen ("−") : printed);
  /* Double has nothing of the difference, and what is printed has. */
  if (error < DBL_MIN && rest > 0)
    return scope_number_format_log10 (1, (double) scope_wide_log10 (rest), digits, subject->figure->decimal);
  return scope_number_format (error, digits, subject->figure->decimal);
}

/* "yours −0.6", and once the slope is seen, by how much it is off. */
static void
find_estimate_texts (ScopeSubject *subject)
{
  double estimate = subject->figure->estimate;
  g_autofree char *own = scope_subject_number (subject, estimate);
  g_autofree char *error = scope_subject_error (subject, estimate, subject->sum.dl_db, subject->dl_db_text,
                                                subject->figure->digits);

  subject->estimate_brief = g_strdup_printf (_ ("yours !%s!"), own);
  subject->estimate_text = scope_subject_asks_slope (subject)
                             ? g_strdup (subject->estimate_brief)
                             : g_strdup_printf (_ ("yours !%s!: off by !%s!"), own, error);
}

void
scope_subject_find_texts (ScopeSubject *subject)
{
  const ScopeFigure *figure = subject->figure;

  scope_factors_init (&subject->factors, subject->outcome, figure->digits, figure->decimal, figure->settled);
  hide_factors (subject);
  subject->loss_text = figure->many != NULL
                         ? sum_text (subject, SCOPE_PLACE_LOSS, subject->sum.loss, SCOPE_SMALL_LOSS)
                         : g_strdup (subject->factors.loss);
  subject->dl_db_text = figure->many != NULL
                          ? sum_text (subject, SCOPE_PLACE_GRADIENT, subject->sum.dl_db, SCOPE_SMALL_GRADIENT)
                          : g_strdup (subject->factors.result);
  find_estimate_texts (subject);
}

void
scope_subject_clear_texts (ScopeSubject *subject)
{
  scope_factors_clear (&subject->factors);
  g_free (subject->loss_text);
  g_free (subject->dl_db_text);
  g_free (subject->estimate_text);
  g_free (subject->estimate_brief);
}
