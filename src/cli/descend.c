/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "descend.h"

#include <math.h>
#include <string.h>

#include "complain.h"
#include "descent.h"
#include "idle.h"
#include "input.h"
#include "number.h"
#include "options.h"
#include "results.h"

static const char *const names[] = { "step", "bias", "loss", "gradient", "step_size" };

/* All rows, or the scenario's one; NULL where there are none, which has been said. */
static GArray *
read_rows (const ScopeOptions *options)
{
  ScopeBatchRow row = scope_batch_row_of (&options->figure.parameters);
  GArray *rows;

  if (scope_input_has_rows (options))
    return scope_input_load (options);
  rows = g_array_new (FALSE, FALSE, sizeof row);
  g_array_append_val (rows, row);
  return rows;
}

/* With b₃ on each row's observed class, the common mistake, every row has another wiring; with its
 * classes renamed it has the same. */
static void
put_observed_first (GArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      ScopeBatchRow *row = &g_array_index (rows, ScopeBatchRow, i);

      *row = scope_batch_row_observed_first (row);
    }
}

static ScopeBatch
make_batch (const ScopeOptions *options, const GArray *rows)
{
  ScopeBatch batch = { .rows = (const ScopeBatchRow *) (gpointer) rows->data,
                       .n = rows->len,
                       .mean = options->sum == SCOPE_SUM_MEAN };

  memcpy (batch.w, options->figure.parameters.w, sizeof batch.w);
  if (options->figure.wiring == SCOPE_WIRING_OBSERVED)
    memcpy (batch.w, (const double[]) { 1, 0, 0 }, sizeof batch.w);
  return batch;
}

/* How many steps led over the minimum, and how many raised the loss. */
typedef struct
{
  guint n_crossed, n_rose;
} Way;

static void
say_cycle (const ScopeDescent *descent)
{
  char drift[SCOPE_NUMBER_EXACT_SIZE];

  if (descent->drift == 0)
    scope_complain ("note: the steps go round in a cycle of %u", descent->period);
  else
    scope_complain ("note: the steps go round in a cycle of %u, which moves by %s each time", descent->period,
                    scope_number_exact (descent->drift, drift));
}

static void
say_endless (const ScopeBatch *batch)
{
  char bound[SCOPE_NUMBER_EXACT_SIZE];
  ScopeMinimum minimum;

  scope_minimum_find (batch, &minimum);
  scope_complain ("note: there is no finite minimum: the loss keeps falling towards its bound %s as "
                  "b3 goes to %s",
                  scope_number_exact (minimum.bound, bound),
                  minimum.kind == SCOPE_MINIMUM_AT_PLUS_INFINITY ? "+infinity" : "-infinity");
}

/* What has become of the descent, in words. */
static void
say_verdict (const ScopeBatch *batch, const ScopeDescent *descent, const Way *way)
{
  switch (descent->verdict)
    {
    case SCOPE_DESCENT_ENDLESS:
      say_endless (batch);
      break;
    case SCOPE_DESCENT_FLAT:
      scope_complain ("note: the loss is the same for every b3: all weights are the same");
      break;
    case SCOPE_DESCENT_AWAY:
      scope_complain ("note: moving away from the minimum: each step is farther than the one before");
      break;
    case SCOPE_DESCENT_CYCLE:
      say_cycle (descent);
      break;
    case SCOPE_DESCENT_STUCK:
      scope_complain ("note: the step is too small to change b3");
      break;
    case SCOPE_DESCENT_OVERFLOW:
      scope_complain ("note: the next b3 would be beyond 1.8e308");
      break;
    case SCOPE_DESCENT_CONVERGED:
    case SCOPE_DESCENT_WALKING:
    default:
      if (way->n_rose > 0)
        scope_complain ("note: %u of the steps raised the loss, %u led over the minimum", way->n_rose,
                        way->n_crossed);
      break;
    }
}

static int
descend (const ScopeOptions *options, const ScopeBatch *batch)
{
  ScopeResults results = scope_results_new (options, names, G_N_ELEMENTS (names));
  double b = options->figure.parameters.b;
  ScopeDescent descent;
  ScopeMinimum minimum;
  Way way = { 0 };

  scope_minimum_limits (batch, &minimum);
  scope_descent_init (&descent, options->figure.rate, options->tolerance, minimum.kind);
  do
    {
      const ScopeDescentStep *step = &descent.last;
      ScopeBatchOutcome at;

      scope_batch_evaluate (batch, b, &at);
      b = scope_descent_take (&descent, b, &at);
      way.n_crossed += step->crossed;
      way.n_rose += step->rose;
      if (!scope_results_print (&results, (const double[]) { (double) step->number, step->b, step->loss,
                                                             step->dl_db, step->step_size }))
        return scope_results_finish (1);
    }
  while (descent.n <= options->n_steps && !descent.last.small && isfinite (b));
  say_verdict (batch, &descent, &way);
  return scope_results_finish (0);
}

int
scope_descend_run (const ScopeOptions *options)
{
  g_autoptr (GArray) rows = read_rows (options);
  ScopeBatch batch;

  if (rows == NULL)
    return 1;
  scope_idle_note (options, SCOPE_COMMAND_DESCEND);
  if (options->figure.wiring == SCOPE_WIRING_OBSERVED)
    put_observed_first (rows);
  batch = make_batch (options, rows);
  return descend (options, &batch);
}
