/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The linked plot of the loss keeps its range while b₃ is dragged. */

#include "figure-values.h"
#include "links.h"

#include "common.h"
#include "iris.h"
#include "view.h"

static double
range_of (const ScopeFigure *figure)
{
  ScopeOutcome outcome;
  ScopeLinks links;

  g_assert_cmpint (scope_outcome_evaluate (&figure->parameters, &outcome), ==, SCOPE_STATUS_OK);
  g_assert_true (scope_links_find (figure, &outcome, &links));
  g_assert_cmpfloat (links.loss_hi, >=, outcome.loss);
  return links.loss_hi;
}

static void
move (ScopeFigure *figure, double b)
{
  ScopeParameters before = figure->parameters;

  figure->parameters.b = b;
  figure->view.links_hi = scope_links_keep (&figure->view, &before, &figure->parameters);
}

/* There and back through the whole axis: it widens once at most, and never narrows. */
static void
check_drag (ScopeFigure *figure)
{
  double range = range_of (figure), middle = (figure->view.axis_lo + figure->view.axis_hi) / 2;
  double half = (figure->view.axis_hi - figure->view.axis_lo) / 2;
  guint changes = 0;

  for (int i = 0; i <= 400; i++)
    {
      double now;

      move (figure, middle + half * (i <= 200 ? i / 100.0 - 1 : 3 - i / 100.0));
      now = range_of (figure);
      g_assert_cmpfloat (now, >=, range);
      changes += now > range;
      range = now;
    }
  g_assert_cmpuint (changes, <=, 1);
}

static void
test_drag (void)
{
  static const guint rows[] = { 0, 2, 11, 50, 77, 149 };
  ScopeBatchRow iris[TEST_N_IRIS];

  test_load_iris (iris);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (unsigned o = 0; o < SCOPE_N_CLASSES; o++)
      for (unsigned wired = 1; wired < 8; wired++)
        for (double half = 1; half < 1e5; half *= 10)
          {
            ScopeFigure figure;

            scope_figure_init (&figure);
            memcpy (figure.parameters.a, iris[rows[i]].a, sizeof figure.parameters.a);
            figure.parameters.observed = o;
            for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
              figure.parameters.w[k] = wired >> k & 1;
            scope_view_init_axis (&figure.view, &figure.parameters, NULL, -2 - half, -2 + half);
            check_drag (&figure);
          }
}

/* What was ten times too large for any b₃ in sight is let go. */
static void
test_narrows (void)
{
  ScopeFigure figure;

  scope_figure_init (&figure);
  scope_view_init (&figure.view, &figure.parameters, NULL);
  figure.view.links_hi = 5000;
  move (&figure, -1.9);
  g_assert_cmpfloat (range_of (&figure), ==, 5);
  move (&figure, -9);
  g_assert_cmpfloat (range_of (&figure), ==, 10);
  move (&figure, -1.9);
  g_assert_cmpfloat (range_of (&figure), ==, 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/links/drag", test_drag);
  g_test_add_func ("/links/narrows", test_narrows);
  return g_test_run ();
}
