/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The bar, the diagram, the table of predicted minus observed and the logits of a presentation:
 * each number is what is reckoned here, rounded; what stands there as a sum is one, or is said to
 * be about so; and what is drawn as long as a number is that long. */

#include "formula.h"
#include "printed.h"
#include "stage-step.h"

#include <locale.h>
#include <stdlib.h>

#include "common.h"
#include "roles.h"

/* In pixels. */
#define NEAR 0.02

static ScopeFonts *fonts;
static guint n_numbers, n_bars;

/* --- One flower: the bar, what stands under it, the diagram's nodes, a presentation's table */

static void
check_bar (const ScopeScene *scene, const ScopeWide p[SCOPE_N_CLASSES])
{
  const ScopeItem *bars[SCOPE_N_CLASSES];
  ScopeWide before = 0;
  double width;

  for (guint k = 0; k < SCOPE_N_CLASSES; k++)
    if ((bars[k] = scope_scene_find_item (scene, &scope_role_bar, (int) k)) == NULL)
      return;
  width = bars[2]->points[1].x - bars[0]->points[0].x;
  for (guint k = 0; k < SCOPE_N_CLASSES; k++)
    {
      double left = bars[0]->points[0].x + (double) before * width;

      g_assert_cmpfloat_with_epsilon (bars[k]->points[0].x, left, NEAR);
      before += p[k];
      n_bars++;
    }
}

/* TRUE where the item is about class k, whose number is p_k or p_k − y_k. */
static gboolean
is_about_class (const ScopeItem *item, guint *k, gboolean *residual)
{
  int node = SCOPE_COLUMN_PROBABILITY * SCOPE_N_CLASSES;

  *residual = item->role == &scope_role_residual;
  *k = (guint) (item->role == &scope_role_node_label ? item->index - node : item->index);
  return item->line != NULL && *k < SCOPE_N_CLASSES
         && (item->role == &scope_role_bar_label || item->role == &scope_role_residual
             || item->role == &scope_role_node_label);
}

/* As many as the figure has; where there was no room for them, as many as are printed, and it says so. */
static guint
count_digits (const char *text, guint usual)
{
  const char *about = strstr (text, " ≈ ");
  gboolean led = FALSE;
  guint n = 0;

  if (about == NULL)
    return usual;
  for (const char *at = about + strlen (" ≈ "); *at != '\0' && !g_str_has_prefix (at, "·"); at++)
    {
      led = led || (g_ascii_isdigit (*at) && *at != '0');
      n += led && g_ascii_isdigit (*at);
    }
  g_assert_cmpuint (n, <, usual);
  return n;
}

static void
check_classes (const ScopeScene *scene, const ScopeFigure *figure, const ScopeWide p[SCOPE_N_CLASSES],
               const ScopeWide residuals[SCOPE_N_CLASSES])
{
  for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
    {
      const char *text = test_text_at (scene, i);
      gboolean residual;
      guint k;

      if (!is_about_class (scope_scene_get_item (scene, i), &k, &residual))
        continue;
      if (g_str_has_prefix (text, "p") && residual && strstr (text, "− y") == NULL)
        g_assert_nonnull (strstr (text, k == figure->parameters.observed ? "− 1 = " : "− 0 = "));
      n_numbers++;
      test_check_number (text, test_last_word (text), residual ? residuals[k] : p[k],
                         test_half_unit (residual ? residuals[k] : p[k], count_digits (text, figure->digits)),
                         figure->decimal);
    }
}

/* FALSE where there is none. Below each other stand p_k, y_k and their difference. */
static gboolean
check_table (const ScopeScene *scene, const ScopeFigure *figure, const ScopeWide p[SCOPE_N_CLASSES],
             const ScopeWide residuals[SCOPE_N_CLASSES])
{
  static const char *const headers[] = { "predicted  pk", "observed  yk", "pk − yk" };
  guint n = 0;

  for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
    for (guint row = 0; row < G_N_ELEMENTS (headers); row++)
      for (guint k = 0; g_str_equal (test_text_at (scene, i), headers[row]) && k < SCOPE_N_CLASSES; k++, n++)
        {
          const char *printed = test_text_at (scene, i + 1 + k);
          ScopeWide exact = row == 0 ? p[k] : row == 1 ? (k == figure->parameters.observed) : residuals[k];

          n_numbers++;
          test_check_number (headers[row], printed, exact, test_half_unit (exact, figure->digits),
                             figure->decimal);
        }
  g_assert_true (n == 0 || n == G_N_ELEMENTS (headers) * SCOPE_N_CLASSES);
  return n > 0;
}

static void
test_classes (void)
{
  guint64 random = 21;
  guint n_tables = 0;

  n_numbers = n_bars = 0;
  for (guint i = 0; i < 1200; i++)
    {
      const ScopeStage stage = { .title = "A title", .rows = SCOPE_STAGE_OBSERVED, .n_steps = 20 };
      ScopeWide p[SCOPE_N_CLASSES], residuals[SCOPE_N_CLASSES];
      ScopeFigure figure;
      g_autoptr (ScopeScene) scene = NULL;

      test_fill_one (&random, &figure);
      figure.width_px = test_printed_sizes[i % G_N_ELEMENTS (test_printed_sizes)][0];
      figure.height_px = test_printed_sizes[i % G_N_ELEMENTS (test_printed_sizes)][1];
      figure.stage = i % 3 == 0 ? &stage : NULL;
      figure.show = figure.stage != NULL ? SCOPE_SHOW_BAR | SCOPE_SHOW_STEPS : figure.show;
      test_reckon (&figure.parameters, p, residuals);
      scene = test_build (fonts, &figure);
      check_bar (scene, p);
      check_classes (scene, &figure, p, residuals);
      n_tables += check_table (scene, &figure, p, residuals);
    }
  g_test_message ("%u numbers, %u bars, %u tables", n_numbers, n_bars, n_tables);
  g_assert_cmpuint (n_numbers, >, 5000);
  g_assert_cmpuint (n_bars, >, 2000);
  g_assert_cmpuint (n_tables, >, 300);
}

/* --- The logits of a presentation */

/* "z₁ = 1.0368 + 2 − 0.5·b₃ = 0.0368" with the b₃ that is printed above; TRUE where it says "≈". */
static gboolean
check_sum (const char *text, ScopeWide b, const ScopeFigure *figure)
{
  g_autoptr (GRegex) sum
    = g_regex_new ("^z(\\d) = (\\S+)(?: ([+−]) (\\S+))? ([+−]) (?:(\\S+)·)?b3 ([=≈]) (\\S+)$", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  const ScopeParameters *in = &figure->parameters;
  g_auto (GStrv) parts = NULL;
  ScopeWide reckoned, exact;
  guint k;

  g_assert_true (g_regex_match (sum, text, 0, &match));
  parts = g_match_info_fetch_all (match);
  k = (guint) atoi (parts[1]) - 1;
  exact = (ScopeWide) in->a[k] + in->shift + (ScopeWide) in->w[k] * in->b;
  test_check_number (text, parts[8], exact, test_half_unit (exact, 4), figure->decimal);
  reckoned = scope_factors_read (parts[2]);
  if (*parts[4] != '\0')
    reckoned += (g_str_equal (parts[3], "−") ? -1 : 1) * scope_factors_read (parts[4]);
  reckoned
    += (g_str_equal (parts[5], "−") ? -1 : 1) * (*parts[6] != '\0' ? scope_factors_read (parts[6]) : 1) * b;
  if (!g_str_equal (parts[7], scope_factors_equals (reckoned, parts[8], 4)))
    g_error ("%s comes to %.9g with b₃ %.9g", text, (double) reckoned, (double) b);
  return g_str_equal (parts[7], "≈");
}

static void
test_logits (void)
{
  const ScopeStage stage = { .title = "A title", .rows = SCOPE_STAGE_LOGITS, .n_steps = 20 };
  guint64 random = 23;
  guint n[2] = { 0, 0 };

  for (guint i = 0; i < 1200; i++)
    {
      ScopeFigure figure;
      ScopeWide b = NAN;
      g_autoptr (ScopeScene) scene = NULL;

      test_fill_one (&random, &figure);
      figure.stage = &stage;
      figure.digits = 3;
      figure.show = 0;
      memcpy (figure.parameters.w, (double[]) { 0, 0, 0 }, sizeof figure.parameters.w);
      figure.parameters.w[i % SCOPE_N_CLASSES] = i % 4 ? 1 : test_uniform (&random, -2, 2);
      figure.parameters.shift = i % 5 ? 0 : round (test_uniform (&random, -9, 9));
      /* As drags leave it. */
      if (i % 2)
        figure.parameters.b = round (figure.parameters.b * 4) / 4;
      scene = test_build (fonts, &figure);
      for (size_t at = 0; at < scope_scene_get_n_items (scene); at++)
        {
          const char *text = test_text_at (scene, at);

          if (g_str_has_prefix (text, "b3 = "))
            b = scope_factors_read (test_last_word (text));
          else if (g_str_has_prefix (text, "z") && strstr (text, "b3") != NULL)
            n[check_sum (text, b, &figure)]++;
        }
    }
  g_test_message ("%u sums are equal, %u about so", n[0], n[1]);
  g_assert_cmpuint (n[0], >, 200);
  g_assert_cmpuint (n[1], >, 200);
}

int
main (int argc, char **argv)
{
  setlocale (LC_CTYPE, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  fonts = test_fonts ();
  g_test_add_func ("/printed/classes", test_classes);
  g_test_add_func ("/printed/logits", test_logits);
  return test_run (fonts);
}
