/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is printed of many flowers' gradient adds up to what is printed as their sum, or is said not to; and what
 * double has nothing of is not printed as 0. */

#include "factors.h"
#include "figure.h"
#include "hidden.h"
#include "number.h"

#include <math.h>
#include <string.h>

#include "common.h"
#include "random.h"
#include "scenes.h"
#include "roles.h"

#define MOST_ROWS 40

static ScopeFonts *fonts;

typedef struct
{
  ScopeWide sum, largest;
  guint n;
  gboolean about;
  char *total; /* Owned */
} Printed;

static void
add (Printed *printed, const char *number, gboolean negative)
{
  ScopeWide value = scope_factors_read (number);

  printed->sum += negative ? -value : value;
  printed->largest = scope_wide_fmax (printed->largest, scope_wide_fabs (value));
  printed->n++;
}

static void
set_total (Printed *printed, const char *text)
{
  g_assert_null (printed->total);
  printed->about = g_str_has_prefix (text, "≈ ");
  printed->total = g_strdup (printed->about ? text + strlen ("≈ ") : text);
}

/* "Whose gradient?  0.035 (2) − 0.1 (3) = −0.065" */
static void
read_line (Printed *printed, const char *text)
{
  g_autoptr (GRegex) term = g_regex_new ("([+−]?) ?([^ +()−]+) \\(", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  const char *about = strstr (text, " ≈ "), *end = about != NULL ? about : strstr (text, " = ");

  g_assert_nonnull (end);
  g_regex_match_full (term, text, end - text, 0, 0, &match, NULL);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *sign = g_match_info_fetch (match, 1), *number = g_match_info_fetch (match, 2);

      add (printed, number, g_str_equal (sign, "−"));
    }
  set_total (printed, end + 1);
  if (!printed->about)
    memmove (printed->total, printed->total + 2, strlen (printed->total) - 1);
}

/* FALSE where there is no waterfall. */
static gboolean
read_scene (const ScopeScene *scene, Printed *printed)
{
  for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
    {
      const ScopeItem *item = scope_scene_get_item (scene, i);
      const char *text = item->line != NULL ? scope_line_get_text (item->line) : NULL;

      if (item->role != &scope_role_waterfall_label || item->index != SCOPE_QUANTITY_GRADIENT)
        continue;
      if (strchr (text, '(') != NULL && strstr (text, "…") == NULL)
        read_line (printed, text);
      else if (item->fill == SCOPE_INK_GRADIENT)
        set_total (printed, text);
      else
        add (printed, text, FALSE);
    }
  return printed->total != NULL;
}

static void
fill (guint64 *random, ScopeBatchRow *rows, guint n, ScopeFigure *figure)
{
  static const double wide[] = { 0.01, 1, 4, 12, 40 };
  double spread = wide[test_next_random (random) % G_N_ELEMENTS (wide)];

  for (guint i = 0; i < n; i++)
    {
      rows[i].observed = (guint) (test_next_random (random) % SCOPE_N_CLASSES);
      for (guint k = 0; k < SCOPE_N_CLASSES; k++)
        rows[i].a[k] = test_uniform (random, -spread, spread);
    }
  scope_figure_init (figure);
  figure->digits = 3 + (guint) (test_next_random (random) % 4);
  figure->parameters.b = test_uniform (random, -2 * spread, 2 * spread);
  for (guint k = 0; k < SCOPE_N_CLASSES; k++)
    figure->parameters.w[k] = test_next_random (random) % 2 ? test_uniform (random, -2, 2) : k == 0;
}

static void
test_adds_up (void)
{
  static const double sizes[][2]
    = { { 1920, 1080 }, { 1024, 768 }, { 800, 1000 }, { 640, 480 }, { 1280, 720 } };
  guint64 random = 13;
  guint n_exact = 0, n_about = 0;

  for (guint i = 0; i < 1500; i++)
    {
      ScopeBatchRow rows[MOST_ROWS];
      ScopeMany many = { rows, 1 + i % MOST_ROWS, 0, i % 3 == 0 };
      ScopeFigure figure;
      g_autoptr (ScopeScene) scene = NULL;
      Printed printed = { 0 };
      gboolean adds;

      fill (&random, rows, (guint) many.n, &figure);
      figure.width_px = sizes[i % G_N_ELEMENTS (sizes)][0];
      figure.height_px = sizes[i % G_N_ELEMENTS (sizes)][1];
      test_take_many (&figure, &many);
      scene = test_build (fonts, &figure);
      if (!read_scene (scene, &printed))
        continue;
      adds = scope_wide_fabs (printed.sum) <= printed.largest * SCOPE_WIDE_C (1e-14)
               ? scope_factors_read (printed.total) == 0
               : g_str_equal (scope_factors_equals (printed.sum, printed.total, figure.digits), "=");
      if (adds == printed.about)
        g_error ("case %u: %u addends come to %g, %s %s is printed", i, printed.n, (double) printed.sum,
                 printed.about ? "≈" : "=", printed.total);
      n_exact += adds;
      n_about += !adds;
      g_free (printed.total);
    }
  g_test_message ("%u add up, %u are said not to", n_exact, n_about);
  g_assert_cmpuint (n_exact, >, 300);
  g_assert_cmpuint (n_about, >, 3);
}

/* Σ e^{z − z_o}, which is both the loss and less the gradient where b₃ feeds the observed class alone. */
static void
test_small (void)
{
  static const ScopeBatchRow rows[] = { { { 0, 0, 0 }, 0 }, { { 1, 0.5, -2 }, 0 }, { { -1, 2, 0 }, 0 } };

  for (guint mean = 0; mean < 2; mean++)
    for (double b = 750; b < 3000; b += 250)
      {
        const ScopeMany many = { rows, G_N_ELEMENTS (rows), 0, mean };
        ScopeFigure figure;
        g_autoptr (ScopeScene) scene = NULL;
        Printed printed = { 0 };
        ScopeWide sum = 0, loss;

        for (guint i = 0; i < many.n; i++)
          for (unsigned k = 1; k < SCOPE_N_CLASSES; k++)
            sum += scope_wide_exp ((ScopeWide) rows[i].a[k] - rows[i].a[0] - b);
        scope_figure_init (&figure);
        memcpy (figure.parameters.w, (const double[]) { 1, 0, 0 }, sizeof figure.parameters.w);
        figure.parameters.b = b;
        test_take_many (&figure, &many);
        scene = test_build (fonts, &figure);
        loss = scope_factors_read (
          strstr (scope_line_get_text (
                    scope_scene_find_item (scene, &scope_role_point_label, SCOPE_PANEL_LOSS)->line),
                  "= ")
          + 2);
        g_assert_true (read_scene (scene, &printed));
        g_assert_cmpuint (printed.n, ==, 3);
        g_assert_cmpfloat_with_epsilon ((double) (loss * (mean ? 3 : 1) / sum), 1, 1e-3);
        g_assert_cmpfloat_with_epsilon ((double) (scope_factors_read (printed.total) * (mean ? 3 : 1) / sum),
                                        -1, 1e-3);
        g_assert_cmpfloat_with_epsilon ((double) (printed.sum / scope_factors_read (printed.total)), 1, 2e-3);
        g_free (printed.total);
      }
}

/* Two paths that cancel but for what double has nothing of. */
static void
test_small_paths (void)
{
  ScopeFigure figure;
  ScopeOutcome outcome;
  g_autofree char *result = NULL;

  scope_figure_init (&figure);
  figure.parameters = (ScopeParameters) { { 0, 0, 0 }, { 1, 1, 0 }, 900, 0 };
  g_assert_cmpint (scope_outcome_evaluate (&figure.parameters, &outcome), ==, SCOPE_STATUS_OK);
  result = scope_factors_format_result (&outcome, 4, '.');
  g_assert_cmpfloat_with_epsilon ((double) (scope_factors_read (result) / (-scope_wide_exp (-900) / 2)), 1,
                                  1e-3);
}

/* Two paths that leave double's range: the printed factors multiply and add up to the printed result, some with more
 * digits than the fewest. */
static void
test_small_factors (void)
{
  guint n_longer = 0;

  for (double b = 1500; b < 1900; b += 7)
    {
      g_auto (ScopeFactors) factors = { 0 };
      ScopeOutcome outcome;
      ScopeWide sum = 0;

      g_assert_cmpint (
        scope_outcome_evaluate (&(ScopeParameters) { { 0, 0, 0 }, { 1, 0.5, 0 }, b, 0 }, &outcome), ==,
        SCOPE_STATUS_OK);
      scope_factors_init (&factors, &outcome, 4, '.', TRUE);
      for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
        sum += scope_factors_read (factors.dl_dp) * scope_factors_read (factors.dp_dz[k])
               * scope_factors_read (factors.dz_db[k]);
      g_assert_true (scope_number_rounds_alike (sum, scope_factors_read (factors.result), 4));
      n_longer += factors.digits > 5;
    }
  g_assert_cmpuint (n_longer, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fonts = test_fonts ();
  g_test_add_func ("/waterfall/adds-up", test_adds_up);
  g_test_add_func ("/waterfall/small", test_small);
  g_test_add_func ("/waterfall/small-paths", test_small_paths);
  g_test_add_func ("/waterfall/small-factors", test_small_factors);
  return test_run (fonts);
}
