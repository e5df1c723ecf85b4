/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "many-select.h"

#include <glib.h>

/* So few are sorted. */
#define FEW 24
/* The pivot is of the wanted rank in a sample: one value in so many, but no more than that. */
#define SAMPLE_EVERY 32
#define MOST_SAMPLES 255

static void
sort_few (double *values, size_t n)
{
  for (size_t i = 1; i < n; i++)
    {
      double value = values[i];
      size_t j = i;

      for (; j > 0 && values[j - 1] > value; j--)
        values[j] = values[j - 1];
      values[j] = value;
    }
}

/* Brings what is less than the pivot to the front; how many that are. There is no branch to be
 * guessed wrong half of the time. */
static size_t
gather_less (double *values, size_t n, double pivot)
{
  size_t end = 0;

  for (size_t i = 0; i < n; i++)
    {
      double value = values[i];

      values[i] = values[end];
      values[end] = value;
      end += value < pivot;
    }
  return end;
}

/* The same for what is not greater. */
static size_t
gather_not_greater (double *values, size_t n, double pivot)
{
  size_t end = 0;

  for (size_t i = 0; i < n; i++)
    {
      double value = values[i];

      values[i] = values[end];
      values[end] = value;
      end += value <= pivot;
    }
  return end;
}

static double
find_pivot (const double *values, size_t n, size_t k)
{
  double sample[MOST_SAMPLES];
  size_t n_samples = CLAMP (n / SAMPLE_EVERY, 5, MOST_SAMPLES), step = n / n_samples;

  for (size_t i = 0; i < n_samples; i++)
    sample[i] = values[i * step + step / 2];
  return scope_many_select (sample, n_samples, (size_t) ((double) k / (double) n * (double) n_samples));
}

double
scope_many_select (double *values, size_t n, size_t k)
{
  size_t first = 0, end = n;

  while (end - first > FEW)
    {
      double pivot = find_pivot (values + first, end - first, k - first);
      size_t less = first + gather_less (values + first, end - first, pivot), not_greater;

      if (k < less)
        {
          end = less;
          continue;
        }
      not_greater = less + gather_not_greater (values + less, end - less, pivot);
      if (k < not_greater)
        return pivot;
      first = not_greater;
    }
  sort_few (values + first, end - first);
  return values[k];
}
