/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "waterfall-words.h"

#include <glib/gi18n-lib.h>
#include <float.h>
#include <math.h>

#include "curves.h"
#include "number-parse.h"
#include "number.h"

/* How addends are printed, and whether they add up; what the balance says, in words: which way b₃ has to go. */

gboolean
scope_waterfall_is_divided (const ScopeMany *many)
{
  return many->mean && many->n > 1;
}

char *
scope_waterfall_title (const ScopeMany *many)
{
  if (scope_waterfall_is_divided (many))
    /* Translators: the title of a small chart: what its rows are, for a mean of %u flowers. */
    return g_strdup_printf (_ ("!Whose gradient is it?!  each divided by %u"), (guint) many->n);
  /* Translators: the title of a small chart. */
  return g_strdup (_ ("!Whose gradient is it?!  *∂L*/*∂b*_3 = ∑ *∂L*_{*i*}/*∂b*_3"));
}

char *
scope_waterfall_addend (const ScopeSubject *subject, ScopeWide exact, int decimals)
{
  const ScopeFigure *figure = subject->figure;
  double value = (double) exact;

  if (fabs (value) < DBL_MIN && exact != 0)
    return scope_number_format_log10 (exact < 0 ? -1 : 1, (double) scope_wide_log10 (scope_wide_fabs (exact)),
                                      figure->digits, figure->decimal);
  return decimals < 0 ? scope_subject_number (subject, value)
                      : scope_number_format_fixed (value, (unsigned) decimals, figure->decimal);
}

const char *
scope_waterfall_equals (const ScopeSubject *subject, const ScopeContributions *contributions, int decimals)
{
  ScopeWide sum = 0, largest = 0;

  if (!subject->figure->settled)
    return "=";
  for (unsigned i = 0; i < contributions->n_shown + (contributions->n_others > 0); i++)
    {
      g_autofree char *printed = scope_waterfall_addend (
        subject, i < contributions->n_shown ? contributions->shown[i].dl_db : contributions->others,
        decimals);
      ScopeWide addend = scope_factors_read (printed);

      sum += addend;
      largest = scope_wide_fmax (largest, scope_wide_fabs (addend));
    }
  /* Decimals add up to 0 but for what their sum in binary loses. */
  if (scope_wide_fabs (sum) <= largest * SCOPE_WIDE_C (1e-14))
    return scope_factors_read (subject->dl_db_text) == 0 ? "=" : "≈";
  return scope_factors_equals (sum, subject->dl_db_text, subject->figure->digits);
}

char *
scope_waterfall_balance_predicted (const ScopeSubject *subject, double predicted)
{
  const ScopeFigure *figure = subject->figure;

  return scope_subject_hides (subject, SCOPE_WATERFALL_PLACES)
           ? g_strdup (SCOPE_HIDDEN)
           : scope_many_number (figure->many, &figure->parameters, predicted, SCOPE_SMALL_PREDICTED,
                                figure->digits, figure->decimal);
}

void
scope_waterfall_balance_words (const ScopeSubject *subject, double predicted, size_t observed,
                               const char *printed, const char *words[2])
{
  double w = 0;
  double shown = predicted;
  gboolean less = predicted < (double) observed, raise;
  const ScopeMinimum *minimum = scope_many_curves_get_minimum (scope_curves_get_many (subject->curves));

  for (int k = 0; k < SCOPE_N_CLASSES; k++)
    w += subject->figure->parameters.w[k];
  raise = less == (w > 0);
  words[1] = NULL;
  if (scope_minimum_is_endless (minimum->kind))
    words[0] = _ ("They come ever closer, and are never equal.");
  else if (scope_subject_hides (subject, SCOPE_WATERFALL_PLACES | SCOPE_PLACE_DOWNHILL))
    words[0] = _ ("They are equal at the minimum.");
  else if (fabs (predicted - (double) observed) <= 1e-9 * (double) observed)
    words[0] = _ ("equal: this is the minimum");
  else if (scope_number_parse (printed, &shown) == SCOPE_NUMBER_READ && shown == (double) observed)
    /* No comparison that the digits beside it contradict. */
    words[0] = raise ? _ ("almost equal: raise *b*_3 a little") : _ ("almost equal: lower *b*_3 a little");
  else if (less)
    {
      words[0] = raise ? _ ("predicted < observed: raise *b*_3 until they are equal")
                       : _ ("predicted < observed: lower *b*_3 until they are equal");
      words[1] = raise ? _ ("predicted < observed: raise *b*_3") : _ ("predicted < observed: lower *b*_3");
    }
  else
    {
      words[0] = raise ? _ ("predicted > observed: raise *b*_3 until they are equal")
                       : _ ("predicted > observed: lower *b*_3 until they are equal");
      words[1] = raise ? _ ("predicted > observed: raise *b*_3") : _ ("predicted > observed: lower *b*_3");
    }
}
