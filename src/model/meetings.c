/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "meetings.h"

#include <float.h>
#include <math.h>

/* p_j·p_k = 1/(4·cosh² (x/2)) ≤ PEAK·e^{−x/2} at x = |z_j − z_k|, with equality at x = ln 3. */
#define PEAK 0.32476
/* The parts of the whole interval end at 0 and at powers of 2^POWER from 2^LEAST_EXPONENT on. */
#define POWER 4
#define LEAST_EXPONENT -4
#define MOST_EQUAL 256
#define LEAST_EQUAL 8
/* Tails of less than e to minus this are all taken as that much. */
#define OUT_OF_SIGHT 60.0
/* A few operations in ScopeWide are right to so much of the largest number among them. */
#define DOUBT (16 * SCOPE_WIDE_EPSILON)

/* Two classes whose weights differ, and the third. */
typedef struct
{
  unsigned j, k, l;
  double step;     /* |w_j − w_k| */
  ScopeWide slope; /* of z_j − z_k */
  double share;    /* Δ/(Δ + c), see peak_at() */
} Pair;

static unsigned
find_pairs (const ScopeBatch *batch, Pair pairs[3])
{
  const double *w = batch->w;
  unsigned n = 0;

  for (unsigned l = 0; l < SCOPE_N_CLASSES; l++)
    {
      unsigned j = (l + 1) % 3, k = (l + 2) % 3;
      ScopeWide slope = (ScopeWide) w[j] - w[k];
      ScopeWide step = scope_wide_fabs (slope);
      ScopeWide catch_up = scope_wide_fabs ((ScopeWide) w[j] + w[k] - SCOPE_WIDE_C (2.0) * w[l]);

      if (slope != 0)
        pairs[n++] = (Pair) { j, k, l, (double) step, slope, (double) (step / (step + catch_up)) };
    }
  return n;
}

/* Where the logits of a pair meet. */
static ScopeWide
meeting (const ScopeBatchRow *row, const Pair *pair)
{
  return ((ScopeWide) row->a[pair->k] - row->a[pair->j]) / pair->slope;
}

/* Behind the last place where two logits meet, and ln 2 over their weights' difference, every row's
 * curvature only falls. */
static void
find_range (const ScopeBatch *batch, double limit, double *lo, double *hi)
{
  ScopeWide first = INFINITY, last = -INFINITY;
  Pair pairs[3];
  unsigned n = find_pairs (batch, pairs);

  for (size_t i = 0; i < batch->n; i++)
    for (unsigned p = 0; p < n; p++)
      {
        ScopeWide at = meeting (&batch->rows[i], &pairs[p]);
        ScopeWide margin = SCOPE_WIDE_C (0.7) / pairs[p].step;

        first = scope_wide_fmin (first, at - margin);
        last = scope_wide_fmax (last, at + margin);
      }
  *lo = (double) scope_wide_fmin (scope_wide_fmax (first, -limit), limit);
  *hi = (double) scope_wide_fmin (scope_wide_fmax (last, -limit), limit);
}

static void
add_edge (ScopeMeetings *meetings, double edge, double hi)
{
  if (edge > meetings->edges[meetings->n] && edge < hi)
    meetings->edges[++meetings->n] = edge;
}

bool
scope_meetings_start (ScopeMeetings *meetings, const ScopeBatch *batch, double limit)
{
  double lo, hi;

  find_range (batch, limit, &lo, &hi);
  meetings->n = 0;
  meetings->edges[0] = lo;
  for (int exponent = DBL_MAX_EXP - 1; exponent >= LEAST_EXPONENT; exponent -= POWER)
    add_edge (meetings, -ldexp (1, exponent), hi);
  add_edge (meetings, 0, hi);
  for (int exponent = LEAST_EXPONENT; exponent < DBL_MAX_EXP; exponent += POWER)
    add_edge (meetings, ldexp (1, exponent), hi);
  if (lo < hi)
    meetings->edges[++meetings->n] = hi;
  return lo < hi;
}

void
scope_meetings_divide (ScopeMeetings *meetings, double lo, double hi, double width)
{
  double n = fmin (fmax (ceil ((hi / 2 - lo / 2) / width * 2), LEAST_EQUAL), MOST_EQUAL);

  meetings->n = (unsigned) n;
  for (unsigned i = 0; i <= meetings->n; i++)
    meetings->edges[i] = fmin (fmax (lo * (1 - i / n) + hi * (i / n), lo), hi);
}

/* The part that holds a place inside the interval. */
static unsigned
find_part (const ScopeMeetings *meetings, ScopeWide at)
{
  unsigned lo = 0, hi = meetings->n;

  while (hi - lo > 1)
    {
      unsigned between = (lo + hi) / 2;

      if (at < meetings->edges[between])
        hi = between;
      else
        lo = between;
    }
  return lo;
}

/* What p_j·p_k is nowhere above, times e^{−Δ·|b − m|/2}. Where class l leads by D at the meeting m, the
 * product is at most e^{−2·D + c·|b − m|} too, with c = |w_j + w_k − 2·w_l|; the two bounds cross at
 * e^{−2·D·Δ/(Δ + c)}. */
static double
peak_at (const ScopeBatch *batch, const ScopeBatchRow *row, const Pair *pair, ScopeWide at)
{
  ScopeWide a_l = row->a[pair->l], a_j = row->a[pair->j];
  ScopeWide lead = a_l - a_j + ((ScopeWide) batch->w[pair->l] - batch->w[pair->j]) * at;

  lead -= DOUBT * (scope_wide_fabs (a_l) + scope_wide_fabs (a_j) + scope_wide_fabs (at));
  return lead > 0 ? fmin (PEAK, exp ((double) -lead * pair->share)) : PEAK;
}

/* What a pair of classes has in each part, and what reaches in from below and from above. */
typedef struct
{
  double inside[SCOPE_MEETINGS_MOST];
  double below, above;
} Tails;

static void
add_row (const ScopeMeetings *meetings, const ScopeBatch *batch, const ScopeBatchRow *row, const Pair *pair,
         Tails *tails)
{
  double lo = meetings->edges[0], hi = meetings->edges[meetings->n];
  ScopeWide at = meeting (row, pair), doubt = DOUBT * scope_wide_fabs (at);
  double below = (double) (lo - at - doubt) * pair->step / 2;
  double above = (double) (at - hi - doubt) * pair->step / 2, peak;

  if (fmax (below, above) > OUT_OF_SIGHT)
    return;
  peak = peak_at (batch, row, pair, at);
  if (below > 0)
    tails->below += peak * exp (-below);
  else if (above > 0)
    tails->above += peak * exp (-above);
  else
    for (unsigned i = find_part (meetings, at - doubt), end = find_part (meetings, at + doubt); i <= end; i++)
      tails->inside[i] += peak;
}

/* Tails fall from part to part, the same for all rows. */
static void
spread (ScopeMeetings *meetings, const Tails *tails, double step, double height)
{
  double reach = tails->below;

  for (unsigned i = 0; i < meetings->n; i++)
    {
      meetings->bounds[i] += height * (reach + tails->inside[i]);
      reach = reach * exp (-step * (meetings->edges[i + 1] - meetings->edges[i]) / 2) + tails->inside[i];
    }
  reach = tails->above;
  for (unsigned i = meetings->n; i-- > 0;)
    {
      meetings->bounds[i] += height * reach;
      reach = reach * exp (-step * (meetings->edges[i + 1] - meetings->edges[i]) / 2) + tails->inside[i];
    }
}

void
scope_meetings_bound (ScopeMeetings *meetings, const ScopeBatch *batch)
{
  Pair pairs[3];
  unsigned n = find_pairs (batch, pairs);

  for (unsigned i = 0; i < meetings->n; i++)
    meetings->bounds[i] = 0;
  for (unsigned p = 0; p < n; p++)
    {
      Tails tails = { .below = (double) batch->n * exp (-OUT_OF_SIGHT) };

      for (size_t i = 0; i < batch->n; i++)
        add_row (meetings, batch, &batch->rows[i], &pairs[p], &tails);
      spread (meetings, &tails, pairs[p].step,
              pairs[p].step * pairs[p].step / (batch->mean ? (double) batch->n : 1));
    }
}
