/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "steepest.h"

#include <float.h>
#include <math.h>

#include "batch-points.h"
#include "chebyshev.h"
#include "meetings.h"

/* The search ends where no place can be better by more than this. */
#define CLOSE_ENOUGH 1e-6
/* Of curvatures below this, with scaled weights, the sums know nothing. */
#define LEAST 1e-100
/* What the sums of bounds may lose to rounding, generously. */
#define SLACK (1 + 1e-9)
#define MOST_CELLS 4096
/* Of a cell up to this wide so many Chebyshev nodes tell everything, to 1e−12; they may be off by so much
 * of its width. */
#define NARROW 1.0
#define NODES 12
#define NODE_DOUBT 1e-8
#define GRID 64
/* So many cells in one pass over the rows, where they are close enough to each other. */
#define TOGETHER 4
#define LOOKS (TOGETHER * NODES)
/* A cell of too few doubles is divided by ever closer looks. */
#define PARTS 8
#define CLIMBS 4
/* A bound of all parts costs as much of a row as so many looks at one. */
#define LOOKS_OF_BOUND 20

/* A closed interval of biases and what no curvature in it exceeds. */
typedef struct
{
  double lo, hi;
  double bound;
} Cell;

typedef struct
{
  ScopeBatch batch; /* with scaled weights */
  double span;
  double best, best_b, best_width;
  double lost;            /* the largest bound for which there was no room */
  Cell cells[MOST_CELLS]; /* a heap: none has a larger bound than the one at (i − 1)/2 */
  unsigned n_cells;
  double limit; /* b beyond it is no double when it is scaled back */
  size_t looks, most_looks;
} Search;

/* --- The heap */

static bool
is_worth_it (const Search *search, double bound)
{
  return bound > fmax (search->best, LEAST) * (1 + CLOSE_ENOUGH);
}

static void
sink (Search *search, Cell cell)
{
  unsigned at = 0, child;

  while ((child = 2 * at + 1) < search->n_cells)
    {
      if (child + 1 < search->n_cells && search->cells[child + 1].bound > search->cells[child].bound)
        child++;
      if (search->cells[child].bound <= cell.bound)
        break;
      search->cells[at] = search->cells[child];
      at = child;
    }
  search->cells[at] = cell;
}

static Cell
pop (Search *search)
{
  Cell top = search->cells[0], last = search->cells[--search->n_cells];

  if (search->n_cells > 0)
    sink (search, last);
  return top;
}

static void
push (Search *search, double lo, double hi, double bound)
{
  unsigned at = search->n_cells;

  if (!is_worth_it (search, bound) || !(lo < hi))
    return;
  if (search->n_cells == MOST_CELLS)
    {
      search->lost = fmax (search->lost, bound);
      return;
    }
  for (search->n_cells++; at > 0 && search->cells[(at - 1) / 2].bound < bound; at = (at - 1) / 2)
    search->cells[at] = search->cells[(at - 1) / 2];
  search->cells[at] = (Cell) { lo, hi, bound };
}

/* --- Looks */

/* The best place, and how wide it was looked. */
static void
keep (Search *search, double b, double curvature, double width)
{
  if (!(curvature > search->best))
    return;
  search->best = curvature;
  search->best_b = b;
  search->best_width = width;
}

/* The curvatures at n ≤ LOOKS places; the best of them is kept. They rise, or none is far from another. */
static void
look (Search *search, const double *b, unsigned n, double width, double *curvatures)
{
  ScopeBatchPoint points[LOOKS];

  for (unsigned first = 0, end; first < n; first = end)
    {
      for (end = first; end < n && ((ScopeWide) b[end] - b[first]) * search->span <= 2 * SCOPE_POINTS_REACH;
           end++)
        points[end - first].b = b[end];
      scope_batch_points_sum (&search->batch, points, end - first, NULL);
      for (unsigned i = first; i < end; i++)
        {
          curvatures[i] = points[i - first].curvature.sum + points[i - first].curvature.lost;
          keep (search, b[i], curvatures[i], width);
        }
    }
  search->looks += n * search->batch.n;
}

/* --- Narrow cells */

/* Keeps the top of the polynomial through the looks at a cell's nodes. */
static void
keep_top (Search *search, const Cell *cell, const double *curvatures)
{
  double fit[NODES], values[GRID + 1], step = 2.0 / GRID;

  scope_chebyshev_fit (curvatures, NODES, fit);
  for (int i = 0; i <= GRID; i++)
    values[i] = scope_chebyshev_sum (fit, NODES, i * step - 1);
  for (int i = 0; i <= GRID; i++)
    {
      double before = values[i > 0 ? i - 1 : 0], after = values[i < GRID ? i + 1 : GRID];
      double bulge = (values[i] - before) + (values[i] - after);
      double at = i * step - 1, top = values[i];

      if (values[i] < before || values[i] < after)
        continue;
      if (i > 0 && i < GRID && bulge > 0)
        {
          at += step * (after - before) / (2 * bulge);
          top = scope_chebyshev_sum (fit, NODES, at);
        }
      keep (search, fmin (cell->lo + (cell->hi - cell->lo) * (at + 1) / 2, cell->hi), top,
            cell->hi - cell->lo);
    }
}

/* Looks into cells that go with each other, and is done with them: about any place a curvature is
 * analytic as far as π/s into the complex plane. */
static void
look_into (Search *search, const Cell *cells, unsigned n)
{
  double b[LOOKS], curvatures[LOOKS];

  for (unsigned i = 0; i < n * NODES; i++)
    {
      const Cell *cell = &cells[i / NODES];
      double part = (1 + scope_chebyshev_node (i % NODES, NODES)) / 2;

      b[i] = cell->lo + (cell->hi - cell->lo) * part;
    }
  look (search, b, n * NODES, cells[0].hi - cells[0].lo, curvatures);
  for (unsigned i = 0; i < n; i++)
    keep_top (search, &cells[i], &curvatures[i * NODES]);
}

/* What is between two looks: |L‴| ≤ s·L″ bounds how fast ln L″ rises from either, −L⁗ ≤ ¾·s²·L″ how far
 * L″ bulges over the straight line between them. */
static double
bound_between (const Search *search, double width, double at_lo, double at_hi)
{
  double scaled = search->span * width;
  double steep = sqrt (at_lo) * sqrt (at_hi) * exp (scaled / 2);

  return fmin (steep, fmax (at_lo, at_hi) + 0.75 * scaled * scaled / 8 * steep) * SLACK;
}

/* The same for a cell of few doubles, which have no room for nodes. */
static void
look_at_ends (Search *search, const Cell *cell)
{
  double b[PARTS + 1], curvatures[PARTS + 1];

  for (unsigned i = 0; i <= PARTS; i++)
    b[i] = fmin (cell->lo + (cell->hi - cell->lo) * ((double) i / PARTS), cell->hi);
  look (search, b, PARTS + 1, cell->hi - cell->lo, curvatures);
  for (unsigned i = 0; i < PARTS; i++)
    /* Between two doubles that are neighbours there is no place to look at. */
    if (nextafter (b[i], INFINITY) < b[i + 1])
      push (search, b[i], b[i + 1],
            bound_between (search, b[i + 1] - b[i], curvatures[i], curvatures[i + 1]));
}

static bool
has_room (const Cell *cell)
{
  return fmax (fabs (cell->lo), fabs (cell->hi)) * DBL_EPSILON < NODE_DOUBT * (cell->hi - cell->lo);
}

static bool
is_narrow (const Cell *cell)
{
  return cell->hi - cell->lo <= NARROW || !(nextafter (cell->lo, INFINITY) < cell->hi);
}

/* --- Wide cells */

static void
push_parts (Search *search, ScopeMeetings *meetings)
{
  scope_meetings_bound (meetings, &search->batch);
  search->looks += LOOKS_OF_BOUND * search->batch.n;
  for (unsigned i = 0; i < meetings->n; i++)
    push (search, meetings->edges[i], meetings->edges[i + 1], meetings->bounds[i] * SLACK);
}

static void
divide (Search *search, const Cell *cell)
{
  ScopeMeetings meetings;

  scope_meetings_divide (&meetings, cell->lo, cell->hi, NARROW);
  push_parts (search, &meetings);
}

/* Whether the next cell can be looked into together with one that was chosen. */
static bool
goes_with (const Search *search, const Cell *chosen)
{
  const Cell *next = &search->cells[0];

  return search->n_cells > 0 && is_worth_it (search, next->bound) && is_narrow (next) && has_room (next)
         && fabs (next->lo - chosen->lo) <= SCOPE_POINTS_REACH / 2;
}

/* Looks into the most promising cell, and into those after it that share its pass. */
static void
step (Search *search)
{
  Cell chosen[TOGETHER] = { pop (search) };
  unsigned n = 1;

  if (!is_narrow (&chosen[0]))
    divide (search, &chosen[0]);
  else if (!has_room (&chosen[0]))
    look_at_ends (search, &chosen[0]);
  else
    {
      while (n < TOGETHER && goes_with (search, &chosen[0]))
        chosen[n++] = pop (search);
      look_into (search, chosen, n);
    }
}

/* To where a parabola through three looks has its top; the best place of all is kept. */
static void
climb (Search *search)
{
  double width = search->best_width / GRID;

  for (int i = 0; i < CLIMBS; i++, width /= PARTS)
    {
      double centre = search->best_b, at[3], top, bulge;
      double b[3] = { centre - width, centre, centre + width };

      /* Nor is there a place beyond the last double. */
      if (!(b[0] < centre && centre < b[2] && b[0] >= -search->limit && b[2] <= search->limit))
        return;
      /* What a polynomial gave is looked up here at last. */
      search->best = 0;
      look (search, b, 3, width, at);
      bulge = (at[1] - at[0]) + (at[1] - at[2]);
      top = centre + width * (at[2] - at[0]) / (2 * bulge);
      if (bulge > 0 && top > b[0] && top < b[2])
        look (search, &top, 1, width, at);
    }
}

static void
find (Search *search)
{
  double ends[2], curvatures[2];
  ScopeMeetings meetings;

  if (scope_meetings_start (&meetings, &search->batch, search->limit))
    push_parts (search, &meetings);
  ends[0] = meetings.edges[0];
  ends[1] = meetings.edges[meetings.n];
  look (search, ends, 2, 0, curvatures);
  while (search->n_cells > 0 && is_worth_it (search, search->cells[0].bound)
         && search->looks + (LOOKS + 4 * CLIMBS) * search->batch.n <= search->most_looks)
    step (search);
  if (search->n_cells > 0)
    search->lost = fmax (search->lost, search->cells[0].bound);
  climb (search);
}

/* Where a hill of the largest weights falls between two doubles, smaller ones may be below LEAST. */
static void
report (const Search *search, int exponent, ScopeSteepest *steepest)
{
  double rate = ldexp (2 / fmax (search->best, LEAST), -2 * exponent);

  steepest->b = ldexp (search->best_b, -exponent);
  steepest->curvature = ldexp (search->best, 2 * exponent);
  steepest->is_proven = !is_worth_it (search, search->lost) && (search->best >= LEAST || isinf (rate));
  steepest->safe_rate = steepest->is_proven ? rate : 0;
  steepest->looks = search->looks;
}

void
scope_steepest_find (const ScopeBatch *batch, ScopeSteepest *steepest)
{
  Search search = { .batch = *batch, .most_looks = SCOPE_STEEPEST_MOST_LOOKS (batch->n) };
  int exponent;

  scope_wide_frexp (scope_batch_span (batch), &exponent);
  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    search.batch.w[k] = ldexp (batch->w[k], -exponent);
  search.limit = exponent < 0 ? ldexp (DBL_MAX, exponent) : DBL_MAX;
  search.span = (double) scope_batch_span (&search.batch);
  find (&search);

  report (&search, exponent, steepest);
}
