/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "answers.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "wiring.h"

#define N_MISTAKES 9
#define MOST_MADE_UP 6

/* Anybody sees that ∞ is no number. */
static bool
is_told_apart (const ScopeAnswer *answers, unsigned n, double value)
{
  for (unsigned i = 0; i < n; i++)
    if (isfinite (answers[i].value)
        && !(fabs (answers[i].value - value) > 0.01 * fmax (fabs (answers[i].value), fabs (value))))
      return false;
  return isfinite (value);
}

/* The same parameters, the same order: one of 24 by a mix of their bits. */
static void
shuffle (const ScopeParameters *parameters, ScopeAnswer answers[SCOPE_N_ANSWERS])
{
  const double seeds[] = { parameters->a[0], parameters->a[1], parameters->a[2], parameters->b };
  uint64_t mix = parameters->observed + 1;

  for (unsigned i = 0; i < sizeof seeds / sizeof *seeds; i++)
    {
      double seed = seeds[i];
      uint64_t bits;

      memcpy (&bits, &seed, sizeof bits);
      mix = (mix ^ bits) * 0x9e3779b97f4a7c15u;
      mix ^= mix >> 29;
    }
  for (unsigned i = SCOPE_N_ANSWERS - 1; i > 0; i--)
    {
      unsigned j = (unsigned) (mix % (i + 1));
      ScopeAnswer swap = answers[i];

      answers[i] = answers[j];
      answers[j] = swap;
      mix /= i + 1;
    }
}

unsigned
scope_answer_quantity (ScopeMistake mistake)
{
  switch (mistake)
    {
    case SCOPE_ANSWER_FORGOT_ONE:
    case SCOPE_ANSWER_ONE_TOO_MANY:
    case SCOPE_ANSWER_ONE_PATH:
    case SCOPE_ANSWER_DIAGONAL:
      return SCOPE_QUANTITY_PROBABILITY;
    case SCOPE_ANSWER_STOPPED:
      return SCOPE_QUANTITY_DL_DP;
    case SCOPE_ANSWER_SQUARE:
      return SCOPE_QUANTITY_DP_DZ;
    case SCOPE_ANSWER_NO_WIRE:
      return SCOPE_QUANTITY_DZ_DB;
    case SCOPE_ANSWER_RIGHT:
    case SCOPE_ANSWER_SIGN:
    case SCOPE_ANSWER_MADE_UP:
    default:
      return 0;
    }
}

typedef struct
{
  ScopeAnswer answer;
  bool possible; /* a mistake that this wiring and this observed class allow */
} Candidate;

static void
fill_candidates (const ScopeParameters *in, const ScopeOutcome *outcome, Candidate candidates[N_MISTAKES])
{
  unsigned o = in->observed, k = scope_wiring_path (in), n_wired = 0;
  double predicted = 0;

  for (unsigned j = 0; j < SCOPE_N_CLASSES; j++)
    {
      n_wired += in->w[j] != 0;
      predicted += outcome->p[j] * in->w[j];
    }

  bool fed = in->w[o] != 0, single = n_wired == 1;
  const Candidate all[N_MISTAKES] = {
    { { predicted, SCOPE_ANSWER_FORGOT_ONE }, fed },
    { { -outcome->q[k] * in->w[k], SCOPE_ANSWER_ONE_TOO_MANY }, single && !fed },
    { { outcome->dl_dp, SCOPE_ANSWER_STOPPED }, true },
    { { 0, SCOPE_ANSWER_NO_WIRE }, n_wired > 0 && n_wired < SCOPE_N_CLASSES },
    { { outcome->path[o], SCOPE_ANSWER_ONE_PATH }, fed && !single },
    { { -outcome->q[o], SCOPE_ANSWER_DIAGONAL }, !fed },
    { { outcome->dp_dz[k], SCOPE_ANSWER_SQUARE }, n_wired < 2 },
    { { -outcome->dl_db, SCOPE_ANSWER_SIGN }, n_wired > 0 },
    { { 1, SCOPE_ANSWER_MADE_UP }, true },
  };

  memcpy (candidates, all, sizeof all);
}

void
scope_answers (const ScopeParameters *parameters, const ScopeOutcome *outcome, unsigned hidden,
               ScopeAnswer answers[SCOPE_N_ANSWERS])
{
  Candidate candidates[N_MISTAKES];
  unsigned n = 1;

  fill_candidates (parameters, outcome, candidates);
  answers[0] = (ScopeAnswer) { outcome->dl_db, SCOPE_ANSWER_RIGHT };
  for (unsigned i = 0; i < N_MISTAKES && n < SCOPE_N_ANSWERS; i++)
    {
      const ScopeAnswer *answer = &candidates[i].answer;

      if (candidates[i].possible && !(scope_answer_quantity (answer->mistake) & hidden)
          && is_told_apart (answers, n, answer->value))
        answers[n++] = *answer;
    }
  /* Left are states in which nothing differs from nothing, or too much is hidden. One of the first
   * few is free: up to 0.5·MOST_MADE_UP the hundredths around three answers hold one each. */
  for (unsigned value = 1; n < SCOPE_N_ANSWERS && value <= MOST_MADE_UP; value++)
    if (is_told_apart (answers, n, 0.5 * value))
      answers[n++] = (ScopeAnswer) { 0.5 * value, SCOPE_ANSWER_MADE_UP };
  shuffle (parameters, answers);
}
