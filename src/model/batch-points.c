/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "batch-points.h"

#include <math.h>
#include <string.h>

#include "batch-bins.h"
#include "difference.h"
#include "quick.h"

/* Few enough rows that their factors stay in the fastest memory, and their roundings below 1e−13. */
#define BLOCK 128
/* How far a class may lead the observed one: there is room for SCOPE_POINTS_REACH and for a square. */
#define ROW_REACH 400
/* Weights whose squares, times what they are multiplied with, are doubles: the bins do not scale them. */
#define WEIGHT_REACH 1e100
/* Fewer rows are quicker one by one, and at fewer points many rows are, too. */
#define ROWS_FOR_BINS 512
#define POINTS_FOR_BINS 16
/* At fewer points exact differences cost more than all else of a row. */
#define POINTS_FOR_EXACT 16

/* Two rows at once, as every processor of 64 bits can. */
typedef double Lanes __attribute__ ((vector_size (16)));
typedef long long LanesMask __attribute__ ((vector_size (16)));

/* Rows by e^{z_k − z_c} at b_ref for the two other classes than their base c. */
typedef struct
{
  unsigned n;
  double largest[2];
  Lanes r[2][BLOCK / 2];
} Block;

/* Rows whose observed class is out of sight: their losses are those of the base class and how far that
 * leads at b_ref, here times what a row counts. */
typedef struct
{
  double n[SCOPE_N_CLASSES][SCOPE_N_CLASSES]; /* by base and observed class */
  ScopePair lead;
} Far;

typedef struct
{
  const ScopeBatch *batch;
  ScopeBatchPoint *points;
  size_t n_points;
  double b_ref;
  double share;    /* what a row counts: 1, or 1/n for a mean, so that no sum overflows before */
  ScopeBins *bins; /* NULL where rows are taken one by one */
  bool is_quick;   /* rows need no exact differences where double suffices for pixels */
  int exponent;    /* weights are taken at 2^−exponent, so that their span is from ½ to 1 */
  double w[SCOPE_N_CLASSES];
  Block blocks[SCOPE_N_CLASSES]; /* one for each base */
  Far far;
} Work;

ScopeWide
scope_batch_span (const ScopeBatch *batch)
{
  return (ScopeWide) scope_parameters_largest (batch->w) - scope_parameters_least (batch->w);
}

/* What a few rows add at one point, two rows at a time. */
typedef struct
{
  double loss, dl_db, curvature;
} Terms;

/* With o the base, s_k = e^{z_k − z_o} and D = 1 + s_1 + s_2, all terms positive:
 * L = ln D, ∂L/∂b₃ = Σ δ_k·s_k/D, ∂²L/∂b₃² = Σ δ_k²·s_k/D² + (δ_1 − δ_2)²·s_1·s_2/D².
 * The logarithms are taken as one: of the product of the D ≥ 2, and of that of the others less its 1,
 * so that small losses keep their digits. */
static void
add_rows (const Work *work, unsigned o, const ScopeBatchPoint *point, unsigned first, unsigned end,
          Terms *terms)
{
  const Block *block = &work->blocks[o];
  const double *w = work->w;
  unsigned i = (o + 1) % 3, j = (o + 2) % 3;
  double one = w[i] - w[o], other = w[j] - w[o], between = w[i] - w[j];
  Lanes less_one = { 0, 0 }, product = { 1, 1 }, dl_db = { 0, 0 }, curvature = { 0, 0 };

  for (unsigned k = first; k < end; k++)
    {
      Lanes s_one = block->r[0][k] * point->x[o][0], s_other = block->r[1][k] * point->x[o][1];
      Lanes s = s_one + s_other, p = 1 / (1 + s), p_one = s_one * p, p_other = s_other * p;
      LanesMask is_small = s < 1;
      Lanes below = (Lanes) ((LanesMask) s & is_small), above = (Lanes) ((LanesMask) s & ~is_small);

      dl_db += one * p_one + other * p_other;
      curvature += p * (one * one * p_one + other * other * p_other) + between * between * p_one * p_other;
      less_one = less_one * (1 + below) + below;
      product *= 1 + above;
    }
  terms->dl_db += dl_db[0] + dl_db[1];
  terms->curvature += curvature[0] + curvature[1];
  terms->loss
    += log (product[0]) + log (product[1]) + log1p (less_one[0] + less_one[1] + less_one[0] * less_one[1]);
}

static void
add_block (const Work *work, unsigned o, ScopeBatchPoint *point)
{
  const Block *block = &work->blocks[o];
  unsigned n_lanes = (block->n + 1) / 2;
  double largest = block->largest[0] * point->x[o][0] + block->largest[1] * point->x[o][1];
  /* As many factors of so many bits as double's largest number has room for. */
  int n_bits = ilogb (1 + largest) + 1;
  unsigned n_factors = n_bits < 1000 ? 1000 / (unsigned) n_bits : 1;
  Terms terms = { 0 };

  for (unsigned first = 0; first < n_lanes; first += n_factors)
    add_rows (work, o, point, first, first + n_factors < n_lanes ? first + n_factors : n_lanes, &terms);
  scope_pair_add (&point->loss, work->share * terms.loss);
  scope_pair_add (&point->dl_db, work->share * terms.dl_db);
  scope_pair_add (&point->curvature, work->share * terms.curvature);
}

/* One more row in the block. */
static void
put (Block *block, double one, double other)
{
  unsigned lane = block->n / 2;

  if (block->n == 0)
    block->largest[0] = block->largest[1] = 0;
  if (block->n % 2 == 0)
    block->r[0][lane] = block->r[1][lane] = (Lanes) { 0, 0 }; /* adds nothing where it stays so */
  block->r[0][lane][block->n % 2] = one;
  block->r[1][lane][block->n % 2] = other;
  block->largest[0] = fmax (block->largest[0], one);
  block->largest[1] = fmax (block->largest[1], other);
  block->n++;
}

static void
flush (Work *work, unsigned o)
{
  for (size_t i = 0; i < work->n_points && work->blocks[o].n > 0; i++)
    add_block (work, o, &work->points[i]);
  work->blocks[o].n = 0;
}

static void
put_row (Work *work, unsigned base, double one, double other)
{
  put (&work->blocks[base], one, other);
  if (work->blocks[base].n == BLOCK)
    flush (work, base);
}

/* A row whose observed class is so far behind that nothing is seen of it anywhere near b_ref: it is as if
 * its leader were observed, which costs the lead less. */
static void
add_far (Work *work, const ScopeParameters *parameters)
{
  unsigned o = parameters->observed, i = (o + 1) % 3, j = (o + 2) % 3;
  double between = (double) scope_difference (parameters, j, i).hi;
  unsigned base = between > 0 ? j : i;
  double rest = exp (-fabs (between));

  work->far.n[base][o]++;
  scope_pair_add (&work->far.lead, work->share * (double) scope_difference (parameters, base, o).hi);
  /* From j on the observed class is the next one, from i on it is the one after. */
  put_row (work, base, base == j ? 0 : rest, base == j ? rest : 0);
}

/* Of what is far below, 0 at once. */
static double
exponential (double x)
{
  return x > -SCOPE_QUICK_FAR ? exp (x) : 0;
}

/* Adds a row by its differences d to the class m that leads; a straight line wherever it is one, anything
 * else at few points only: FALSE where it is left to exact differences. */
static bool
add_quick (Work *work, unsigned o, unsigned m, const double d[SCOPE_N_CLASSES])
{
  bool is_straight = d[(m + 1) % 3] <= -SCOPE_QUICK_FAR && d[(m + 2) % 3] <= -SCOPE_QUICK_FAR;
  unsigned base = -d[o] > ROW_REACH ? m : o;

  if (!is_straight && work->n_points >= POINTS_FOR_EXACT)
    return false;
  if (base != o)
    {
      work->far.n[base][o]++;
      scope_pair_add (&work->far.lead, work->share * -d[o]);
    }
  if (!is_straight)
    put_row (work, base, exponential (d[(base + 1) % 3] - d[base]),
             exponential (d[(base + 2) % 3] - d[base]));
  return true;
}

static void
add_row (Work *work, const ScopeBatchRow *row)
{
  ScopeParameters parameters = { .b = work->b_ref, .observed = row->observed };
  unsigned o = row->observed;
  double one, other, d[SCOPE_N_CLASSES];
  int m;

  memcpy (parameters.a, row->a, sizeof parameters.a);
  memcpy (parameters.w, work->batch->w, sizeof parameters.w);
  if (work->bins != NULL && scope_batch_bins_add (work->bins, &parameters))
    return;
  m = work->is_quick ? scope_quick_differences (row, work->batch->w, work->b_ref, d) : -1;
  if (m >= 0 && add_quick (work, o, (unsigned) m, d))
    return;
  one = (double) scope_difference (&parameters, (o + 1) % 3, o).hi;
  other = (double) scope_difference (&parameters, (o + 2) % 3, o).hi;
  if (fmax (one, other) <= ROW_REACH)
    put_row (work, o, exp (one), exp (other));
  else
    add_far (work, &parameters);
}

static void
prepare (Work *work)
{
  const double *w = work->batch->w;

  scope_wide_frexp (scope_batch_span (work->batch), &work->exponent);
  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    work->w[k] = ldexp (w[k], -work->exponent);
  for (size_t i = 0; i < work->n_points; i++)
    {
      ScopeBatchPoint *point = &work->points[i];
      ScopeWide away = (ScopeWide) point->b - work->b_ref;

      point->loss = point->dl_db = point->curvature = (ScopePair) { 0 };
      for (unsigned o = 0; o < SCOPE_N_CLASSES; o++)
        for (unsigned other = 0; other < 2; other++)
          point->x[o][other] = exp ((double) (((ScopeWide) w[(o + 1 + other) % 3] - w[o]) * away));
    }
}

static void
add_leads (const Work *work, ScopeBatchPoint *point)
{
  ScopeWide away = (ScopeWide) point->b - work->b_ref;

  scope_pair_add (&point->loss, work->far.lead.sum);
  scope_pair_add (&point->loss, work->far.lead.lost);
  for (unsigned base = 0; base < SCOPE_N_CLASSES; base++)
    for (unsigned o = 0; o < SCOPE_N_CLASSES; o++)
      {
        ScopeWide step = (ScopeWide) work->w[base] - work->w[o];
        ScopeWide n = (ScopeWide) work->share * work->far.n[base][o];

        scope_pair_add (&point->loss, (double) (n * step * scope_wide_ldexp (away, work->exponent)));
        scope_pair_add (&point->dl_db, (double) (n * step));
      }
}

static void
scale_back (const Work *work, ScopeBatchPoint *point)
{
  point->dl_db.sum = ldexp (point->dl_db.sum, work->exponent);
  point->dl_db.lost = ldexp (point->dl_db.lost, work->exponent);
  point->curvature.sum = ldexp (point->curvature.sum, 2 * work->exponent);
  point->curvature.lost = ldexp (point->curvature.lost, 2 * work->exponent);
}

void
scope_batch_points_sum (const ScopeBatch *batch, ScopeBatchPoint *points, size_t n, void *bins)
{
  ScopeWide span = scope_batch_span (batch);
  Work work = { .batch = batch, .points = points, .n_points = n };

  work.is_quick = bins != NULL;
  work.share = batch->mean ? 1 / (double) batch->n : 1;

  /* b_ref may be any double: all that counts is that the points are around it. */
  work.b_ref = points[0].b / 2 + points[n - 1].b / 2;
  if (span <= WEIGHT_REACH && span >= 1 / WEIGHT_REACH && bins != NULL && batch->n >= ROWS_FOR_BINS
      && n >= POINTS_FOR_BINS)
    work.bins = scope_batch_bins_init (bins, batch->w);
  prepare (&work);

  for (size_t i = 0; i < batch->n; i++)
    add_row (&work, &batch->rows[i]);
  for (unsigned o = 0; o < SCOPE_N_CLASSES; o++)
    flush (&work, o);
  for (size_t i = 0; i < n; i++)
    {
      add_leads (&work, &points[i]);
      scale_back (&work, &points[i]);
    }
  if (work.bins != NULL)
    scope_batch_bins_sum (work.bins, points, n, work.b_ref, work.share);
}
