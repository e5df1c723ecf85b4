/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the model costs: a sample of the curves, and a full evaluation beside the two functions of
 * libm that no such evaluation can do without. */

#include <math.h>
#include <stdio.h>

#include "bench.h"
#include "outcome.h"
#include "sample.h"

#define N 2000
#define ROUNDS 301

static const ScopeParameters start = { .a = { 1.0368, 0.0032, 0.1352 }, .w = { 1, 0, 0 }, .b = -2 };

/* Keeps the compiler from leaving out what nobody reads. */
static volatile double sink;

static double
time_samples (void)
{
  static double loss[N], gradient[N];
  const ScopeSamples samples = { .loss = loss, .dl_db = gradient };
  double begin = bench_now_ns ();

  scope_sample (&start, -10, 10, N, &samples);
  sink = loss[N - 1] + gradient[N - 1];
  return (bench_now_ns () - begin) / N;
}

static double
time_evaluations (const double *biases)
{
  ScopeParameters parameters = start;
  ScopeOutcome outcome;
  double sum = 0, begin = bench_now_ns ();

  for (size_t i = 0; i < N; i++)
    {
      parameters.b = biases[i];
      scope_outcome_evaluate (&parameters, &outcome);
      sum += outcome.dl_db;
    }
  sink = sum;
  return (bench_now_ns () - begin) / N;
}

static double
time_libm (const double *biases)
{
  double sum = 0, begin = bench_now_ns ();

  for (size_t i = 0; i < N; i++)
    sum += log1p (exp (biases[i]));
  sink = sum;
  return (bench_now_ns () - begin) / N;
}

int
main (void)
{
  static double biases[N], sample[ROUNDS], evaluation[ROUNDS], libm[ROUNDS], ratio[ROUNDS];

  /* Golden-ratio steps: spread over the axis, in no order that a branch predictor could learn. */
  for (size_t i = 0; i < N; i++)
    biases[i] = -10 + 20 * fmod ((double) i * 0.6180339887498949, 1);

  /* In turns, so that what else the machine does meets all three alike. */
  for (size_t i = 0; i < ROUNDS; i++)
    {
      sample[i] = time_samples ();
      evaluation[i] = time_evaluations (biases);
      libm[i] = time_libm (biases);
      ratio[i] = evaluation[i] / libm[i];
    }
  printf ("medians of %d rounds of %d\n", ROUNDS, N);
  printf ("scope_sample, loss and gradient: %.0f ns a sample\n", bench_median (sample, ROUNDS));
  printf ("scope_outcome_evaluate, every quantity: %.0f ns\n", bench_median (evaluation, ROUNDS));
  printf ("one exp and one log1p of libm: %.1f ns\n", bench_median (libm, ROUNDS));
  printf ("scope_outcome_evaluate in units of exp and log1p: %.1f\n", bench_median (ratio, ROUNDS));
  return 0;
}
