/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "meetings.h"

#include <float.h>
#include <glib.h>
#include <math.h>

#include "random.h"

/* 3·√3/16, rounded up. */
#define PEAK 0.32476

/* --- Parts */

/* With b₃ on one class rows bend where that meets the others: here from −20 to 300, and ln 2
 * beyond. */
static void
test_start (void)
{
  static const ScopeBatchRow rows[] = { { { 20, 0, 5 }, 0 }, { { 0, 1, 300 }, 2 } };
  const ScopeBatch batch = { rows, 2, { 1, 0, 0 }, FALSE };
  static const double above[] = { 0, 0.0625, 1, 16, 256 };
  ScopeMeetings meetings;
  guint first = 0;

  g_assert_true (scope_meetings_start (&meetings, &batch, DBL_MAX));
  g_assert_cmpfloat_with_epsilon (meetings.edges[0], -20.7, 1e-12);
  g_assert_cmpfloat_with_epsilon (meetings.edges[meetings.n], 300.7, 1e-12);
  while (meetings.edges[first] < 0)
    first++;
  g_assert_cmpuint (meetings.n, ==, first + G_N_ELEMENTS (above));
  for (guint i = 0; i < G_N_ELEMENTS (above); i++)
    g_assert_cmpfloat (meetings.edges[first + i], ==, above[i]);
  /* Below 0 each part is at most sixteen times as far away at one end as at the other. */
  g_assert_cmpuint (first, >=, 2);
  g_assert_cmpfloat (meetings.edges[first - 1], >=, -0.5);
  for (guint i = 0; i + 1 < first; i++)
    g_assert_true (meetings.edges[i] < meetings.edges[i + 1]
                   && meetings.edges[i] >= 16 * meetings.edges[i + 1]);

  g_assert_true (scope_meetings_start (&meetings, &batch, 100));
  g_assert_cmpfloat (meetings.edges[meetings.n], ==, 100);
  g_assert_cmpfloat_with_epsilon (meetings.edges[0], -20.7, 1e-12);
  g_assert_true (scope_meetings_start (&meetings, &batch, 10));
  g_assert_cmpfloat (meetings.edges[meetings.n], ==, 10);
  g_assert_cmpfloat (meetings.edges[0], ==, -10);

  /* The limit may be where a part ends. */
  for (int exponent = -6; exponent <= 4; exponent++)
    {
      g_assert_true (scope_meetings_start (&meetings, &batch, ldexp (1, exponent)));
      g_assert_cmpfloat (meetings.edges[meetings.n], ==, ldexp (1, exponent));
      for (guint i = 0; i < meetings.n; i++)
        g_assert_cmpfloat (meetings.edges[i], <, meetings.edges[i + 1]);
    }
}

/* Each pair of different weights has a meeting of its own, with a margin as its slope asks for. */
static void
test_range (void)
{
  static const struct
  {
    double a[3], w[3], lo, hi;
  } cases[] = {
    { { 0, 0, 0 }, { 0.5, 0, 0 }, -1.4, 1.4 },
    { { 0, 4, 0 }, { 0.5, 0, 0.25 }, -2.8, 18.8 },
    { { 4, 0, 0 }, { 0.25, 0.5, 0 }, -16 - 2.8, 16 + 2.8 },
    { { 0, 0, 4 }, { 0, 0.25, 0.5 }, -16 - 2.8, 2.8 },
    { { 0, 0, 4 }, { 0, 1, 1 }, -4.7, 0.7 },
    { { -4, 0, 0 }, { 1, 1, 0 }, -0.7, 4.7 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const double *a = cases[i].a, *w = cases[i].w;
      const ScopeBatchRow row = { { a[0], a[1], a[2] }, 0 };
      const ScopeBatch batch = { &row, 1, { w[0], w[1], w[2] }, FALSE };
      ScopeMeetings meetings;

      g_assert_true (scope_meetings_start (&meetings, &batch, DBL_MAX));
      g_assert_cmpfloat_with_epsilon (meetings.edges[0], cases[i].lo, 1e-12);
      g_assert_cmpfloat_with_epsilon (meetings.edges[meetings.n], cases[i].hi, 1e-12);
    }
}

/* All doubles in parts, as many as there is room for, and none where all is beyond the limit. */
static void
test_start_everywhere (void)
{
  static const ScopeBatchRow rows[] = { { { DBL_MAX, -DBL_MAX, 0 }, 0 }, { { -DBL_MAX, DBL_MAX, 0 }, 0 } };
  ScopeBatch batch = { rows, 2, { 1, 0, 0 }, FALSE };
  ScopeMeetings meetings;

  g_assert_true (scope_meetings_start (&meetings, &batch, DBL_MAX));
  g_assert_cmpuint (meetings.n, >, 2 * 250);
  g_assert_cmpuint (meetings.n, <=, SCOPE_MEETINGS_MOST);
  g_assert_cmpfloat (meetings.edges[0], ==, -DBL_MAX);
  g_assert_cmpfloat (meetings.edges[meetings.n], ==, DBL_MAX);
  for (guint i = 0; i < meetings.n; i++)
    {
      double lo = fabs (meetings.edges[i]), hi = fabs (meetings.edges[i + 1]);

      g_assert_cmpfloat (meetings.edges[i], <, meetings.edges[i + 1]);
      g_assert_true (fmax (lo, hi) <= 16 * fmin (lo, hi) || fmax (lo, hi) <= 0.5);
    }
  batch = (ScopeBatch) { rows, 1, { 1, 0, 0 }, FALSE };
  g_assert_false (scope_meetings_start (&meetings, &batch, 1000));
  g_assert_cmpuint (meetings.n, ==, 0);
  g_assert_cmpfloat (meetings.edges[0], ==, -1000);
}

static void
test_divide (void)
{
  static const struct
  {
    double lo, hi, width;
    guint n;
  } cases[] = {
    { 0, 100, 1, 100 },    { -50, 50, 1, 100 }, { 0, 8.5, 1, 9 },   { 3, 4, 1, 8 },
    { -20, -10, 0.5, 20 }, { 0, 9, 1, 9 },      { 0, 255, 1, 255 }, { 0, 257, 1, 256 },
    { -1e6, 1e6, 1, 256 }, { 7, 30, 2, 12 },    { 0, 7, 1, 8 },
  };
  ScopeMeetings meetings;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double lo = cases[i].lo, hi = cases[i].hi;

      scope_meetings_divide (&meetings, lo, hi, cases[i].width);
      g_assert_cmpuint (meetings.n, ==, cases[i].n);
      for (guint k = 0; k <= meetings.n; k++)
        g_assert_cmpfloat_with_epsilon (meetings.edges[k], lo + (hi - lo) * k / meetings.n,
                                        1e-14 * (hi - lo));
      g_assert_cmpfloat (meetings.edges[0], ==, lo);
      g_assert_cmpfloat (meetings.edges[meetings.n], ==, hi);
    }
  scope_meetings_divide (&meetings, -DBL_MAX, DBL_MAX, 1);
  g_assert_cmpuint (meetings.n, ==, 256);
  g_assert_cmpfloat_with_epsilon (meetings.edges[192] / DBL_MAX, 0.5, 1e-15);
}

/* No edge leaves an interval in which there are few doubles, or one. */
static void
test_divide_little (void)
{
  guint64 random = 8;
  ScopeMeetings meetings;

  for (int round = 0; round < 3000; round++)
    {
      double lo = test_spread (&random, -40, 40), hi = nextafter (lo, INFINITY);

      if (round % 2)
        hi = nextafter (hi, INFINITY);
      scope_meetings_divide (&meetings, lo, hi, 1);
      for (guint k = 0; k <= meetings.n; k++)
        g_assert_true (meetings.edges[k] >= lo && meetings.edges[k] <= hi);
      g_assert_cmpfloat (meetings.edges[meetings.n], ==, hi);
    }
}

/* --- Bounds */

/* What one pair of one row brings into a part, by the distance between the part and the one (or
 * two, on an edge) that the meeting is in. */
static double
row_bound (const ScopeMeetings *meetings, guint part, double at, double peak, double step)
{
  const double *edges = meetings->edges;
  double lo = edges[0], hi = edges[meetings->n], sum = 0;

  if (fmax (lo - at, at - hi) * step / 2 > 60)
    return 0;
  if (at < lo)
    return peak * exp (-step * (edges[part] - at) / 2);
  if (at > hi)
    return peak * exp (-step * (at - edges[part + 1]) / 2);
  for (guint i = 0; i < meetings->n; i++)
    if (edges[i] <= at && at <= edges[i + 1])
      sum += peak * exp (-step * fmax (fmax (edges[part] - edges[i + 1], edges[i] - edges[part + 1]), 0) / 2);
  return sum;
}

static double
part_bound (const ScopeMeetings *meetings, const ScopeBatch *batch, guint part, double doubt)
{
  const double *w = batch->w;
  double sum = 0;

  for (guint l = 0; l < 3; l++)
    {
      guint j = (l + 1) % 3, k = (l + 2) % 3;
      double step = fabs (w[j] - w[k]), pair = 0;
      double share = step / (step + fabs (w[j] + w[k] - 2 * w[l]));

      if (step == 0)
        continue;
      pair = (double) batch->n * exp (-60 - step * (meetings->edges[part] - meetings->edges[0]) / 2);
      for (size_t i = 0; i < batch->n; i++)
        {
          const double *a = batch->rows[i].a;
          double at = (a[k] - a[j]) / (w[j] - w[k]), lead = a[l] + w[l] * at - (a[j] + w[j] * at) - doubt;

          pair += row_bound (meetings, part, at, lead > 0 ? fmin (PEAK, exp (-lead * share)) : PEAK, step);
        }
      sum += step * step * pair;
    }
  return batch->mean ? sum / (double) batch->n : sum;
}

static void
check_bounds (ScopeMeetings *meetings, const ScopeBatch *batch, guint64 *random)
{
  meetings->bounds[meetings->n] = 42;
  scope_meetings_bound (meetings, batch);
  g_assert_cmpfloat (meetings->bounds[meetings->n], ==, 42);
  for (guint part = 0; part < meetings->n; part++)
    {
      double bound = part_bound (meetings, batch, part, 0);

      g_assert_cmpfloat_with_epsilon (meetings->bounds[part], bound, 1e-11 * bound);
      for (guint i = 0; i < 5; i++)
        {
          double b = test_uniform (random, meetings->edges[part], meetings->edges[part + 1]);
          ScopeBatchOutcome at;

          scope_batch_evaluate (batch, b, &at);
          g_assert_cmpfloat (at.curvature, <=, meetings->bounds[part] * (1 + 1e-9));
        }
    }
}

static void
test_bounds (void)
{
  static const double wirings[][3]
    = { { 1, 0, 0 }, { 0, -0.5, 0 }, { 0.75, 0.5, 0 }, { 0, 0.25, 1 }, { 0.125, 0.75, 0.125 } };
  guint64 random = 3;
  ScopeBatchRow rows[7];
  ScopeMeetings meetings;

  for (guint round = 0; round < 60; round++)
    {
      const double *w = wirings[round % G_N_ELEMENTS (wirings)];
      double reach = round % 3 == 0 ? 2 : 40, lo = test_uniform (&random, -50, 50);
      const ScopeBatch batch
        = { rows, 1 + round % G_N_ELEMENTS (rows), { w[0], w[1], w[2] }, round % 4 == 1 };

      for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
        {
          rows[i].observed = i % 3;
          for (guint k = 0; k < 3; k++)
            rows[i].a[k] = test_uniform (&random, -reach, reach);
        }
      scope_meetings_divide (&meetings, lo, lo + test_uniform (&random, 1, 60), 2);
      check_bounds (&meetings, &batch, &random);
    }
}

/* On an edge, also the first and the last one, and where it is just not yet out of sight. */
static void
test_edges (void)
{
  static const double places[]
    = { 8, 8.5, 9, 10.5, 16, 15, 12, 7, 17, -112, -111.875, -112.125, 136, 135.875, 136.125 };
  guint64 random = 4;
  ScopeMeetings meetings;

  scope_meetings_divide (&meetings, 8, 16, 1);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    for (int sign = -1; sign <= 1; sign += 2)
      {
        const ScopeBatchRow row = { { sign * -places[i], 0, -1000 }, 0 };
        const ScopeBatch batch = { &row, 1, { sign, 0, 0.5 }, FALSE };

        check_bounds (&meetings, &batch, &random);
      }
  /* Where nothing is in doubt, too. */
  for (int lo = -8; lo <= 0; lo += 8)
    {
      const ScopeBatchRow row = { { 0, 0, -1000 }, 0 };
      const ScopeBatch batch = { &row, 1, { 1, 0, 0.5 }, FALSE };

      scope_meetings_divide (&meetings, lo, lo + 8, 1);
      check_bounds (&meetings, &batch, &random);
    }
}

/* Where the third class leads by 3 a row bends less; but as far as logits of such a size cannot
 * tell, it may lead by less. */
static void
test_doubt (void)
{
  static const struct
  {
    double a[3], w[3], edge;
  } cases[] = {
    { { 1e15, 1e15, 1e15 + 3 }, { 1, 0, 0.5 }, 0 }, { { -1e15, -1e15, -1e15 + 3 }, { 1, 0, 0.5 }, 0 },
    { { -1e15, 0, 3 }, { 1, 0, 0 }, 1e15 },         { { 1e15, 0, 3 }, { 1, 0, 0 }, -1e15 },
    { { 0, 1e15, 3 }, { 0, -1, 0 }, 1e15 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const double *a = cases[i].a, *w = cases[i].w, edge = cases[i].edge;
      const ScopeBatchRow row = { { a[0], a[1], a[2] }, 0 };
      const ScopeBatch batch = { &row, 1, { w[0], w[1], w[2] }, FALSE };
      double doubt = 1e15 * (double) SCOPE_WIDE_EPSILON;
      ScopeMeetings meetings = { .n = 1, .edges = { edge - 300, edge + 300 } };

      scope_meetings_bound (&meetings, &batch);
      g_assert_cmpfloat (meetings.bounds[0], >=, part_bound (&meetings, &batch, 0, 4 * doubt));
      g_assert_cmpfloat (meetings.bounds[0], <=, part_bound (&meetings, &batch, 0, 64 * doubt));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/meetings/start", test_start);
  g_test_add_func ("/meetings/range", test_range);
  g_test_add_func ("/meetings/everywhere", test_start_everywhere);
  g_test_add_func ("/meetings/divide", test_divide);
  g_test_add_func ("/meetings/divide-little", test_divide_little);
  g_test_add_func ("/meetings/bounds", test_bounds);
  g_test_add_func ("/meetings/edges", test_edges);
  g_test_add_func ("/meetings/doubt", test_doubt);
  return g_test_run ();
}
