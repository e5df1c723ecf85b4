/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <stdlib.h>
#include <time.h>

/* Little steps that the benchmarks take. They print and assert nothing: how long something takes
 * is the machine's business, too. */

static inline double
bench_now_ns (void)
{
  struct timespec now;

  clock_gettime (CLOCK_MONOTONIC, &now);
  return (double) now.tv_sec * 1e9 + (double) now.tv_nsec;
}

static inline int
bench_compare (const void *one, const void *other)
{
  double a = *(const double *) one, b = *(const double *) other;

  return (a > b) - (a < b);
}

/* Sorts values. */
static inline double
bench_median (double *values, size_t n)
{
  qsort (values, n, sizeof *values, bench_compare);
  return n % 2 != 0 ? values[n / 2] : 0.5 * (values[n / 2 - 1] + values[n / 2]);
}
