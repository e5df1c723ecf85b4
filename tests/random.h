/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <math.h>
#include <string.h>

/* Random numbers of kinds that GRand has none of; the state is the caller's, so that threads and
 * repeated runs agree. Source: S. Vigna's splitmix64. */

static inline guint64
test_next_random (guint64 *random)
{
  guint64 z = (*random += 0x9e3779b97f4a7c15u);

  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

static inline double
test_uniform (guint64 *random, double lo, double hi)
{
  return lo + (hi - lo) * ((double) (test_next_random (random) >> 11) * 0x1p-53);
}

/* Either sign, magnitude spread evenly over the exponents from 2^lo to 2^hi. */
static inline double
test_spread (guint64 *random, double lo, double hi)
{
  double magnitude = ldexp (test_uniform (random, 1, 2), (int) test_uniform (random, lo, hi));

  return test_next_random (random) & 1 ? magnitude : -magnitude;
}

static inline double
test_any_finite (guint64 *random)
{
  double value;

  do
    {
      guint64 bits = test_next_random (random);

      memcpy (&value, &bits, sizeof value);
    }
  while (!isfinite (value));
  return value;
}

#define TEST_N_SIZES 5

/* Any double, one of any exponent, some of them 0, a plain power, or an ordinary number. */
static inline double
test_any_size (guint64 *random, guint kind)
{
  switch (kind)
    {
    case 0:
      return test_any_finite (random);
    case 1:
      return test_spread (random, -1000, 1000);
    case 2:
      return test_next_random (random) % 2 ? 0 : test_spread (random, -1000, 1000);
    case 3:
      return test_spread (random, -30, 30);
    default:
      return test_uniform (random, -9, 9);
    }
}
