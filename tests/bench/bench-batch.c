/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a batch costs, and how that grows with its rows: its curves at as many samples as a figure
 * draws, with b₃ on one class and with three different weights, beside one flower's curves; one exact
 * evaluation; the minimum; the marks of the learning rate. */

#include <math.h>
#include <stdio.h>

#include "batch-sample.h"
#include "bench.h"
#include "rate.h"
#include "sample.h"

#define SAMPLES 1000
#define MOST_ROWS 1000000
#define ROUNDS 5

static ScopeBatchRow rows[MOST_ROWS];
static double biases[SAMPLES], loss[SAMPLES], dl_db[SAMPLES], curvature[SAMPLES];

/* Keeps the compiler from leaving out what nobody reads. */
static volatile double sink;

static void
fill_rows (void)
{
  for (size_t i = 0; i < MOST_ROWS; i++)
    {
      double turn = (double) i;

      rows[i] = (ScopeBatchRow) { { 20 * fmod (turn * 0.6180339887498949, 1) - 10,
                                    20 * fmod (turn * 0.7548776662466927, 1) - 10,
                                    20 * fmod (turn * 0.5698402909980532, 1) - 10 },
                                  (unsigned) (i % 3) };
    }
  for (size_t i = 0; i < SAMPLES; i++)
    biases[i] = -10 + 20 * (double) i / (SAMPLES - 1);
}

static double
time_one_flower (void)
{
  const ScopeParameters flower = { { 1.0368, 0.0032, 0.1352 }, { 1, 0, 0 }, -2, 0 };
  const ScopeSamples samples = { .loss = loss, .dl_db = dl_db, .curvature = curvature };
  double begin = bench_now_ns ();

  scope_sample (&flower, -10, 10, SAMPLES, &samples);
  sink = loss[7];
  return bench_now_ns () - begin;
}

static double
time_curves (const ScopeBatch *batch, void *scratch)
{
  const ScopeBatchSamples samples = { loss, dl_db, curvature };
  double begin = bench_now_ns ();

  scope_batch_sample (batch, biases, SAMPLES, scratch, &samples);
  sink = loss[7];
  return bench_now_ns () - begin;
}

static double
time_evaluation (const ScopeBatch *batch, void *scratch)
{
  ScopeBatchOutcome outcome;
  double begin = bench_now_ns ();

  (void) scratch;
  scope_batch_evaluate (batch, -2, &outcome);
  sink = outcome.loss;
  return bench_now_ns () - begin;
}

static double
time_minimum (const ScopeBatch *batch, void *scratch)
{
  ScopeMinimum minimum;
  double begin = bench_now_ns ();

  (void) scratch;
  scope_minimum_find (batch, &minimum);
  sink = minimum.b;
  return bench_now_ns () - begin;
}

static double
time_marks (const ScopeBatch *batch, void *scratch)
{
  ScopeMinimum minimum;
  ScopeRateMarks marks;

  (void) scratch;
  scope_minimum_find (batch, &minimum);

  double begin = bench_now_ns ();

  scope_rate_marks (batch, &minimum, &marks);
  sink = marks.safe;
  return bench_now_ns () - begin;
}

static double
median_ms (double (*time) (const ScopeBatch *batch, void *scratch), const ScopeBatch *batch, void *scratch)
{
  double times[ROUNDS];

  for (size_t i = 0; i < ROUNDS; i++)
    times[i] = time (batch, scratch);
  return bench_median (times, ROUNDS) / 1e6;
}

static void
print_wiring (const char *name, const double w[3], void *scratch)
{
  printf ("%s:\n%9s %12s %12s %12s %12s\n", name, "rows", "curves", "evaluation", "minimum", "marks");
  for (size_t n = 100; n <= MOST_ROWS; n *= 10)
    {
      const ScopeBatch batch = { rows, n, { w[0], w[1], w[2] }, false };

      printf ("%9zu %9.3f ms %9.3f ms %9.3f ms", n, median_ms (time_curves, &batch, scratch),
              median_ms (time_evaluation, &batch, scratch), median_ms (time_minimum, &batch, scratch));
      if (n <= 10000)
        printf (" %9.3f ms", median_ms (time_marks, &batch, scratch));
      putchar ('\n');
      fflush (stdout);
    }
}

int
main (void)
{
  void *scratch = malloc (scope_batch_scratch_size (SAMPLES));
  double one[ROUNDS];

  fill_rows ();
  for (size_t i = 0; i < ROUNDS; i++)
    one[i] = time_one_flower ();
  printf ("medians of %d rounds; curves of %d samples\n", ROUNDS, SAMPLES);
  printf ("one flower's curves: %.3f ms\n", bench_median (one, ROUNDS) / 1e6);
  print_wiring ("one class", (const double[]) { 1, 0, 0 }, scratch);
  print_wiring ("three weights", (const double[]) { 1, -0.5, 0.25 }, scratch);
  free (scratch);
  return 0;
}
