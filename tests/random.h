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
