/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "scale.h"

#include <float.h>
#include <glib.h>
#include <math.h>
#include <stdlib.h>

/* Doubles tell neighbouring multiples of a step apart up to this many of them. */
#define MOST_STEPS 0x1p50
/* 10²² is the last power of ten that is a double. */
#define LAST_EXACT_POWER 22
/* Places that no label can carry: the figure shows significant digits instead. */
#define NO_PLACES 17

double
scope_scale_to_px (const ScopeScale *scale, double value)
{
  double span = scale->hi - scale->lo;
  double part;

  /* Halves, since hi − lo may overflow, but not of the least doubles: those have none. */
  if (span < 1)
    part = (value - scale->lo) / span;
  else
    part = (value / 2 - scale->lo / 2) / (scale->hi / 2 - scale->lo / 2);

  return scale->from_px + part * (scale->to_px - scale->from_px);
}

double
scope_scale_to_data (const ScopeScale *scale, double px)
{
  double part = (px - scale->from_px) / (scale->to_px - scale->from_px);

  return scale->lo * (1 - part) + scale->hi * part;
}

/* n·digit·10^exponent for a whole n·digit below 2⁵³, correctly rounded: a bound of 1e−292 that came
 * out one place low would be doubled for a value of 1e−292. */
static double
decimal_multiple (double n, int digit, int exponent)
{
  char text[48];

  if (abs (exponent) <= LAST_EXACT_POWER)
    return exponent < 0 ? n * digit / pow (10, -exponent) : n * digit * pow (10, exponent);
  g_snprintf (text, sizeof text, "%.0fe%d", n * digit, exponent);
  return g_ascii_strtod (text, NULL);
}

/* The largest 1-2-5 number ≤ magnitude, as digit·10^exponent. 5e−324 is the least of them, and stands for
 * 0, too, whose logarithm is no number. */
static void
floor_125 (double magnitude, int *digit, int *exponent)
{
  static const int digits[] = { 5, 2, 1 };

  magnitude = fmin (fmax (magnitude, DBL_TRUE_MIN), DBL_MAX);
  /* The logarithm may be off by one at a power of ten: start above and come down. */
  for (*exponent = (int) floor (log10 (magnitude)) + 1;; --*exponent)
    for (int i = 0; i < 3; i++)
      {
        *digit = digits[i];
        if (decimal_multiple (1, *digit, *exponent) <= magnitude)
          return;
      }
}

static void
next_125 (int *digit, int *exponent)
{
  if (*digit == 5)
    {
      *digit = 1;
      ++*exponent;
    }
  else
    *digit = *digit == 1 ? 2 : 5;
}

static void
set_ticks (ScopeTicks *ticks, double first, double step, size_t count, int exponent)
{
  ticks->first = first;
  ticks->step = step;
  ticks->count = count;
  ticks->decimals = exponent < 0 ? (unsigned) -exponent : 0;
}

void
scope_scale_ticks (double lo, double hi, size_t max_count, ScopeTicks *ticks)
{
  double half = hi / 2 - lo / 2, largest = fmax (fabs (lo), fabs (hi));
  int digit, exponent;

  floor_125 (fmax (half / (double) max_count, DBL_MIN), &digit, &exponent);
  for (int tries = 0; tries < 80; tries++, next_125 (&digit, &exponent))
    {
      double step = decimal_multiple (1, digit, exponent);
      double from, to;

      if (!isfinite (step))
        break;
      if (largest / step > MOST_STEPS)
        continue;
      from = ceil (lo / step);
      to = floor (hi / step);
      if (to - from + 1 > (double) max_count)
        continue;
      if (to < from)
        break;
      set_ticks (ticks, decimal_multiple (from, digit, exponent), step, (size_t) (to - from + 1), exponent);
      return;
    }
  /* Too narrow for two ticks that doubles tell apart: the middle alone, with all its digits. */
  set_ticks (ticks, lo / 2 + hi / 2, fmax (half, DBL_MIN), 1, -NO_PLACES);
}

double
scope_scale_tick_value (const ScopeTicks *ticks, size_t index)
{
  double n = round (ticks->first / ticks->step) + (double) index;

  if (index == 0)
    return ticks->first + 0.0;
  if (ticks->decimals > 0 && ticks->decimals <= 22)
    {
      double power = pow (10, ticks->decimals);

      return n * round (ticks->step * power) / power + 0.0;
    }
  return n * ticks->step + 0.0;
}

double
scope_scale_bound_125 (double magnitude)
{
  int digit, exponent;
  double bound;

  floor_125 (magnitude, &digit, &exponent);
  bound = decimal_multiple (1, digit, exponent);
  if (bound < magnitude)
    {
      next_125 (&digit, &exponent);
      bound = decimal_multiple (1, digit, exponent);
    }
  return fmin (bound, DBL_MAX);
}

double
scope_scale_round_125 (double value, double resolution)
{
  int digit, exponent;
  double step, n;

  if (!(resolution > 0))
    return value;

  floor_125 (resolution, &digit, &exponent);
  step = decimal_multiple (1, digit, exponent);
  n = step > 0 ? round (value / step) : INFINITY;
  if (!(fabs (n) <= MOST_STEPS))
    return value;
  return decimal_multiple (n, digit, exponent) + 0.0;
}

double
scope_scale_round_digits (double value)
{
  double exponent = floor (log10 (value)), power = pow (10, fabs (exponent - 1));

  /* 0, and what is so small that its digits are few already. */
  if (!isfinite (power))
    return value;
  /* A power of ten up to 10²² is exact, so that the division rounds once. */
  return exponent >= 1 ? round (value / power) * power : round (value * power) / power;
}
