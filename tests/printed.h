/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <math.h>
#include <string.h>

#include "factors.h"
#include "figure.h"
#include "random.h"
#include "scenes.h"

/* Random figures, what is reckoned of them here, and whether that is what is printed. */

static const double test_printed_sizes[][2]
  = { { 1920, 1080 }, { 1024, 768 }, { 800, 1000 }, { 640, 480 }, { 1600, 1200 } };

static inline void
test_fill_one (guint64 *random, ScopeFigure *figure)
{
  static const double wide[] = { 0.01, 1, 4, 12, 40, 400 };
  static const double extremes[] = { 0, 0, 745, -745, 30, -1 };
  double spread = wide[test_next_random (random) % G_N_ELEMENTS (wide)];
  gboolean extreme = test_next_random (random) % 8 == 0;

  scope_figure_init (figure);
  figure->digits = 3 + (guint) (test_next_random (random) % 4);
  figure->decimal = test_next_random (random) % 2 ? '.' : ',';
  figure->parameters.observed = (guint) (test_next_random (random) % SCOPE_N_CLASSES);
  figure->parameters.b = extreme ? 0 : test_uniform (random, -2 * spread, 2 * spread);
  for (guint k = 0; k < SCOPE_N_CLASSES; k++)
    {
      figure->parameters.a[k] = extreme ? extremes[test_next_random (random) % G_N_ELEMENTS (extremes)]
                                        : test_uniform (random, -spread, spread);
      figure->parameters.w[k] = test_next_random (random) % 4 ? k == 0 : test_uniform (random, -2, 2);
    }
}

/* p_k, and p_k − y_k without a difference. */
static inline void
test_reckon (const ScopeParameters *in, ScopeWide p[SCOPE_N_CLASSES], ScopeWide residuals[SCOPE_N_CLASSES])
{
  ScopeWide z[SCOPE_N_CLASSES], most = -INFINITY, sum = 0;

  for (guint k = 0; k < SCOPE_N_CLASSES; k++)
    {
      z[k] = (ScopeWide) in->a[k] + (ScopeWide) in->w[k] * in->b;
      most = scope_wide_fmax (most, z[k]);
    }
  for (guint k = 0; k < SCOPE_N_CLASSES; k++)
    sum += p[k] = scope_wide_exp (z[k] - most);
  for (guint k = 0; k < SCOPE_N_CLASSES; k++)
    p[k] /= sum;
  for (guint k = 0; k < SCOPE_N_CLASSES; k++)
    residuals[k] = k == in->observed ? -(p[(k + 1) % 3] + p[(k + 2) % 3]) : p[k];
}

/* Half of a unit in the last of so many digits, or of the places that it is printed with. */
static inline ScopeWide
test_half_unit (ScopeWide exact, guint digits)
{
  return exact == 0 ? 0
                    : SCOPE_WIDE_C (0.5)
                        * scope_wide_pow (10, scope_wide_floor (scope_wide_log10 (scope_wide_fabs (exact)))
                                                + 1 - (ScopeWide) digits);
}

static inline void
test_check_number (const char *what, const char *printed, ScopeWide exact, ScopeWide half, char decimal)
{
  ScopeWide off = scope_wide_fabs (scope_factors_read (printed) - exact);

  if (off > half * SCOPE_WIDE_C (1.000001) + SCOPE_WIDE_C (1e-15) * scope_wide_fabs (exact))
    g_error ("%s: %s is printed for %.12g, ln %.12g", what, printed, (double) exact,
             (double) scope_wide_log (scope_wide_fabs (exact)));
  if (strchr (printed, decimal == '.' ? ',' : '.') != NULL)
    g_error ("%s: %s has another decimal sign than %c", what, printed, decimal);
}

/* "Setosa  0.8491" → "0.8491" */
static inline const char *
test_last_word (const char *text)
{
  const char *space = strrchr (text, ' ');

  return space != NULL ? space + 1 : text;
}

static inline const char *
test_text_at (const ScopeScene *scene, size_t i)
{
  const ScopeItem *item = i < scope_scene_get_n_items (scene) ? scope_scene_get_item (scene, i) : NULL;

  return item != NULL && item->line != NULL ? scope_line_get_text (item->line) : "";
}
