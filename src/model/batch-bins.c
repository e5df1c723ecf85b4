/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "batch-bins.h"

#include <math.h>
#include <string.h>

#include "chebyshev.h"
#include "difference.h"

/* Rows after which double's roundings go into the wider sum. */
#define MOST_FRESH 256

/* A node of a bin: so many rows of either kind, as if they bent there. */
typedef struct
{
  double h;
  double rise, fall; /* e^h and e^{−h} */
  double weight[2];
} Node;

ScopeBins *
scope_batch_bins_init (void *memory, const double w[SCOPE_N_CLASSES])
{
  ScopeBins *bins = memory;
  unsigned c = SCOPE_N_CLASSES;

  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    if (w[(k + 1) % 3] == w[(k + 2) % 3])
      c = k;
  if (c == SCOPE_N_CLASSES)
    return NULL;

  bins->c = c;
  bins->step = w[c] - w[(c + 1) % 3];
  bins->constant = (ScopePair) { 0 };
  for (unsigned i = 0; i < SCOPE_N_BINS; i++)
    {
      bins->bins[i].has_rows = false;
      bins->bins[i].n_fresh = 0;
      memset (bins->bins[i].fresh, 0, sizeof bins->bins[i].fresh);
      memset (bins->bins[i].moments, 0, sizeof bins->bins[i].moments);
    }
  return bins;
}

static double
centre (unsigned i)
{
  return 2.0 * i + 1 - SCOPE_N_BINS;
}

static void
settle (ScopeBin *bin)
{
  for (unsigned kind = 0; kind < 2; kind++)
    for (unsigned m = 0; m < SCOPE_BINS_NODES; m++)
      {
        bin->moments[kind][m] += bin->fresh[kind][m];
        bin->fresh[kind][m] = 0;
      }
  bin->n_fresh = 0;
}

static void
add_moments (ScopeBin *bin, unsigned kind, double t)
{
  double before = 1, now = t, *moments = bin->fresh[kind];

  moments[0] += 1;
  for (unsigned m = 1; m < SCOPE_BINS_NODES; m++)
    {
      double next = 2 * t * now - before;

      moments[m] += now;
      before = now;
      now = next;
    }
  bin->has_rows = true;
  if (++bin->n_fresh == MOST_FRESH)
    settle (bin);
}

bool
scope_batch_bins_add (ScopeBins *bins, const ScopeParameters *parameters)
{
  unsigned c = bins->c, i = (c + 1) % 3, j = (c + 2) % 3;
  double one = (double) scope_difference (parameters, i, c).hi;
  double other = (double) scope_difference (parameters, j, c).hi;

  /* Neither a difference of infinities nor an index out of an int's range. */
  if (!(fabs (one) < 2 * SCOPE_N_BINS && fabs (other) < 2 * SCOPE_N_BINS))
    return false;

  double rest = log1p (exp (-fabs (one - other)));
  double h = fmax (one, other) + rest;
  double position = (h + SCOPE_N_BINS) / 2;

  if (!(position >= 0 && position < SCOPE_N_BINS))
    return false;

  unsigned index = (unsigned) position;

  /* ln Σ_{k≠c} e^{a_k} − a_o: what is left of the loss when class c is out of sight. */
  if (parameters->observed != c)
    scope_pair_add (&bins->constant, rest + (fmax (one, other) - (parameters->observed == i ? one : other)));
  add_moments (&bins->bins[index], parameters->observed == c, h - centre (index));
  return true;
}

/* Interpolation turned around: weight_i = (2/n)·Σ' M_m·T_m (t_i). */
static void
find_nodes (ScopeBin *bin, unsigned index, Node nodes[SCOPE_BINS_NODES])
{
  settle (bin);
  for (unsigned i = 0; i < SCOPE_BINS_NODES; i++)
    {
      double t = scope_chebyshev_node (i, SCOPE_BINS_NODES);

      nodes[i].h = centre (index) + t;
      nodes[i].rise = exp (nodes[i].h);
      nodes[i].fall = exp (-nodes[i].h);
      for (unsigned kind = 0; kind < 2; kind++)
        {
          double moments[SCOPE_BINS_NODES];

          for (unsigned m = 0; m < SCOPE_BINS_NODES; m++)
            moments[m] = (double) bin->moments[kind][m] * (m == 0 ? 1.0 : 2.0) / SCOPE_BINS_NODES;
          nodes[i].weight[kind] = scope_chebyshev_sum (moments, SCOPE_BINS_NODES, t);
        }
    }
}

/* What one bin adds at y = δ·(b − b_ref) − h for each of its nodes. Both kinds of rows share
 * ln (1 + e^{−|y|}): one loses it, and the other that and |y|. */
static void
add_bin (const Node nodes[SCOPE_BINS_NODES], double step, double x, double share, ScopeBatchPoint *point)
{
  double rise = exp (x), fall = exp (-x);
  double loss = 0, dl_db = 0, curvature = 0;

  for (unsigned i = 0; i < SCOPE_BINS_NODES; i++)
    {
      const Node *node = &nodes[i];
      double y = x - node->h;
      double e = y > 0 ? fall * node->rise : rise * node->fall; /* e^{−|y|} */
      double larger = 1 / (1 + e), smaller = e * larger;
      double p = y > 0 ? larger : smaller, q = y > 0 ? smaller : larger;

      loss += (node->weight[0] + node->weight[1]) * log1p (e) + fabs (y) * node->weight[y > 0 ? 0 : 1];
      dl_db += node->weight[0] * p - node->weight[1] * q;
      curvature += (node->weight[0] + node->weight[1]) * p * q;
    }
  scope_pair_add (&point->loss, share * loss);
  scope_pair_add (&point->dl_db, share * step * dl_db);
  scope_pair_add (&point->curvature, share * step * step * curvature);
}

void
scope_batch_bins_sum (ScopeBins *bins, ScopeBatchPoint *points, size_t n, double b_ref, double share)
{
  Node nodes[SCOPE_BINS_NODES];

  for (unsigned index = 0; index < SCOPE_N_BINS; index++)
    {
      if (!bins->bins[index].has_rows)
        continue;
      find_nodes (&bins->bins[index], index, nodes);
      for (size_t i = 0; i < n; i++)
        add_bin (nodes, bins->step, bins->step * (points[i].b - b_ref), share, &points[i]);
    }
  for (size_t i = 0; i < n; i++)
    {
      scope_pair_add (&points[i].loss, share * bins->constant.sum);
      scope_pair_add (&points[i].loss, share * bins->constant.lost);
    }
}
