/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "answers.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "wiring.h"

#define N_MISTAKES 8

static bool
is_told_apart (const ScopeAnswer *answers, unsigned n, double value)
{
  for (unsigned i = 0; i < n; i++)
    if (!(fabs (answers[i].value - value) > 0.01 * fmax (fabs (answers[i].value), fabs (value))))
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
      uint64_t bits;

      memcpy (&bits, &seeds[i], sizeof bits);
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

void
scope_answers (const ScopeParameters *parameters, const ScopeOutcome *outcome,
               unsigned hidden, ScopeAnswer answers[SCOPE_N_ANSWERS])
{
  unsigned o = parameters->observed, k = scope_wiring_path (parameters), n = 1;
  const ScopeAnswer wrong[N_MISTAKES] = {
    { outcome->p[k] * parameters->w[k], SCOPE_ANSWER_FORGOT_ONE },
    { -outcome->q[k] * parameters->w[k], SCOPE_ANSWER_ONE_TOO_MANY },
    { outcome->dl_dp, SCOPE_ANSWER_STOPPED },
    { 0, SCOPE_ANSWER_NO_WIRE },
    { -outcome->q[o], SCOPE_ANSWER_DIAGONAL },
    { outcome->p[o] * outcome->q[o], SCOPE_ANSWER_SQUARE },
    { -outcome->dl_db, SCOPE_ANSWER_SIGN },
    { 1, SCOPE_ANSWER_MADE_UP },
  };

  answers[0] = (ScopeAnswer) { outcome->dl_db, SCOPE_ANSWER_RIGHT };
  for (unsigned i = 0; i < N_MISTAKES && n < SCOPE_N_ANSWERS; i++)
    {
      /* A mistake that only some states allow. */
      bool possible = wrong[i].mistake == SCOPE_ANSWER_FORGOT_ONE     ? k == o
                      : wrong[i].mistake == SCOPE_ANSWER_ONE_TOO_MANY ? k != o
                                                                      : true;

      if (possible && !(scope_answer_quantity (wrong[i].mistake) & hidden)
          && is_told_apart (answers, n, wrong[i].value))
        answers[n++] = wrong[i];
    }
  /* Left are states in which nothing differs from nothing, or too much is hidden. */
  for (unsigned value = 1; n < SCOPE_N_ANSWERS; value++)
    if (is_told_apart (answers, n, 0.5 * value))
      answers[n++] = (ScopeAnswer) { 0.5 * value, SCOPE_ANSWER_MADE_UP };
  shuffle (parameters, answers);
}
