/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Many flowers in one figure: the sum's numbers, its curves, and where there is room for what. */

#include "describe.h"
#include "figure-missing.h"
#include "many.h"

#include <math.h>
#include <string.h>

#include "common.h"
#include "figure.h"
#include "iris.h"
#include "scenes.h"
#include "many-sum.h"
#include "number-parse.h"
#include "number.h"
#include "roles.h"
#include "shown.h"

static ScopeFonts *fonts;

/* --- The worked flowers */

static void
test_total (void)
{
  ScopeMany many = { test_flower_rows, 3, 0, FALSE };
  ScopeBatchOutcome sum;
  ScopeFigure figure;
  g_autoptr (ScopeScene) scene = NULL;

  scope_figure_init (&figure);
  test_take_many (&figure, &many);
  g_assert_true (scope_shown_evaluate (&figure, &sum));
  g_assert_cmpfloat_with_epsilon (sum.loss, 2.665938514453054, 1e-15);
  g_assert_cmpfloat_with_epsilon (sum.dl_db, -0.7732010032512964, 2e-16);
  scene = test_build (fonts, &figure);
  g_assert_true (test_has_text (scene, "L = 2.666"));
  g_assert_true (test_has_text (scene, "∂L/∂b3 = −0.7732"));
  g_assert_true (test_has_text (scene, "slope −0.7732"));
  g_assert_true (test_has_text (scene, "Total loss of 3 flowers"));
  g_assert_true (test_has_text (scene, "flower 1"));
  g_assert_true (test_has_text (scene, "these 3 flowers"));
  /* The derivation is the selected flower's, and is called so. */
  g_assert_true (test_has_text (scene, "L1 = 1.891"));
  g_assert_true (test_has_text (scene, "−0.8491"));
  /* As it was entered, with more digits than readouts have. */
  g_assert_true (test_has_text (scene, "z1 = 1.0368 + b3"));
  g_assert_cmpuint (test_count (scene, &scope_role_flower), ==, 6);
  /* Its linked plots have all of their curves. */
  for (int panel = SCOPE_PANEL_LINK_LOGIT; panel <= SCOPE_PANEL_LINK_LOSS; panel++)
    {
      const ScopeItem *curve = scope_scene_find_item (scene, &scope_role_curve, SCOPE_CURVE_INDEX (panel, 0));

      g_assert_nonnull (curve);
      g_assert_cmpuint (curve->n_points, >=, panel == SCOPE_PANEL_LINK_LOGIT ? 2 : 50);
    }
}

static void
test_mean (void)
{
  ScopeMany many = { test_flower_rows, 3, 1, TRUE };
  ScopeFigure figure;
  g_autoptr (ScopeScene) scene = NULL;

  scope_figure_init (&figure);
  test_take_many (&figure, &many);
  scene = test_build (fonts, &figure);
  g_assert_true (test_has_text (scene, "L = 0.8886"));
  g_assert_true (test_has_text (scene, "−0.2577"));
  g_assert_true (test_has_text (scene, "Mean loss of 3 flowers"));
  g_assert_true (test_has_text (scene, "each divided by 3"));
  g_assert_true (test_has_text (scene, "flower 2"));
  g_assert_true (test_has_text (scene, "ln 3"));
}

/* One flower's sum is its curve: one curve, one name. */
static void
test_one (void)
{
  ScopeMany many = { test_flower_rows, 1, 0, FALSE };
  ScopeFigure figure;
  g_autoptr (ScopeScene) scene = NULL;

  scope_figure_init (&figure);
  test_take_many (&figure, &many);
  scene = test_build (fonts, &figure);
  g_assert_cmpuint (test_count (scene, &scope_role_flower), ==, 0);
  g_assert_true (test_has_text (scene, "L = 1.891"));
  g_assert_true (test_has_text (scene, "Total loss of 1 flower"));
}

/* Marked where it is, on both panels. */
static void
test_minimum (void)
{
  ScopeMany many = { test_flower_rows, 3, 0, FALSE };
  g_autoptr (ScopeCurves) curves = scope_curves_new ();
  const ScopeMinimum *minimum;
  const ScopeItem *panel;
  ScopeFigure figure;
  g_autoptr (ScopeScene) scene = NULL;
  double x;

  scope_figure_init (&figure);
  test_take_many (&figure, &many);
  scene = scope_figure_build (&figure, curves, fonts);
  minimum = scope_many_curves_get_minimum (scope_curves_get_many (curves));
  g_assert_cmpfloat_with_epsilon (minimum->b, -0.031652958487831, 1e-15);
  g_assert_cmpfloat_with_epsilon (minimum->at.loss, 1.774696133958569, 1e-15);
  g_assert_true (test_has_text (scene, "minimum at b3 = −0.03165"));
  panel = scope_scene_find_item (scene, &scope_role_panel, SCOPE_PANEL_LOSS);
  x = panel->points[0].x + (minimum->b + 10) / 20 * (panel->points[1].x - panel->points[0].x);
  for (int i = 0; i < 2; i++)
    {
      const ScopeItem *mark = scope_scene_find_item (scene, &scope_role_minimum, i);

      g_assert_cmpfloat_with_epsilon ((mark->points[0].x + mark->points[1].x) / 2, x, 0.01);
    }
}

static void
test_no_minimum (void)
{
  static const struct
  {
    ScopeBatchRow rows[2];
    double w[3];
    const char *words;
  } cases[] = {
    { { { { 1, 0, 0 }, 0 }, { { 2, 0, 0 }, 0 } },
      { 1, 0, 0 },
      "no flower pulls b3 down, the loss keeps falling as it rises" },
    { { { { 1, 0, 0 }, 1 }, { { 2, 0, 0 }, 2 } },
      { 1, 0, 0 },
      "no flower pulls b3 up, the loss keeps falling as it falls" },
    { { { { 1, 0, 0 }, 1 }, { { 2, 0, 0 }, 2 } }, { 1, 1, 1 }, "the same at every b3" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ScopeMany many = { cases[i].rows, 2, 0, TRUE };
      ScopeFigure figure;
      g_autoptr (ScopeScene) scene = NULL;
      g_autofree char *spoken = NULL;

      scope_figure_init (&figure);
      memcpy (figure.parameters.w, cases[i].w, sizeof cases[i].w);
      test_take_many (&figure, &many);
      scene = test_build (fonts, &figure);
      spoken = scope_describe_figure (&figure);
      g_assert_true (test_has_text (scene, cases[i].words));
      g_assert_true (test_has_text (scene, "They come ever closer") == (i < 2));
      g_assert_false (test_has_text (scene, "equal at the minimum"));
      g_assert_false (test_has_text (scene, "until they are equal"));
      g_assert_null (scope_scene_find_item (scene, &scope_role_minimum, -1));
      g_assert_nonnull (strstr (spoken, i == 2 ? "no minimum" : "no finite minimum"));
    }
}

/* −0.8491 + 0.0351 + 0.0408 = −0.7732: what is printed adds up. Bars begin where the last one
 * ended. */
static void
test_waterfall (void)
{
  ScopeMany many = { test_flower_rows, 3, 0, FALSE };
  ScopeFigure figure;
  g_autoptr (ScopeScene) scene = NULL, plain = NULL;
  const ScopeItem *first, *second, *total, *predicted, *observed;

  scope_figure_init (&figure);
  test_take_many (&figure, &many);
  scene = test_build (fonts, &figure);
  g_assert_true (test_has_text (scene, "0.0351"));
  g_assert_true (test_has_text (scene, "0.0408"));
  g_assert_true (test_has_text (scene, "0.2268"));
  g_assert_true (test_has_text (scene, "predicted < observed: raise b3 until they are equal"));
  first = scope_scene_find_item (scene, &scope_role_waterfall, SCOPE_WATERFALL_INDEX (0));
  second = scope_scene_find_item (scene, &scope_role_waterfall, SCOPE_WATERFALL_INDEX (1));
  total = scope_scene_find_item (scene, &scope_role_waterfall, SCOPE_WATERFALL_TOTAL);
  g_assert_cmpfloat_with_epsilon (first->points[0].x, second->points[0].x, 0.01);
  g_assert_cmpfloat_with_epsilon ((total->points[1].x - total->points[0].x)
                                    / (first->points[1].x - first->points[0].x),
                                  0.7732010032512964 / 0.8491200, 1e-4);
  predicted = scope_scene_find_item (scene, &scope_role_waterfall, SCOPE_WATERFALL_PREDICTED);
  observed = scope_scene_find_item (scene, &scope_role_waterfall, SCOPE_WATERFALL_OBSERVED);
  g_assert_cmpfloat_with_epsilon ((predicted->points[1].x - predicted->points[0].x)
                                    / (observed->points[1].x - observed->points[0].x),
                                  0.2267989967, 1e-6);
  figure.show &= ~(unsigned) SCOPE_SHOW_WATERFALL;
  plain = test_build (fonts, &figure);
  g_assert_null (scope_scene_find_item (plain, &scope_role_waterfall, -1));
  g_assert_null (scope_scene_find_item (plain, &scope_role_waterfall_label, -1));
}

/* At the minimum as many are predicted as there are. */
static void
test_balance (void)
{
  ScopeBatchRow rows[TEST_N_IRIS];
  ScopeMany many = { rows, TEST_N_IRIS, 0, TRUE };
  ScopeBatch batch;
  ScopeMinimum minimum;
  ScopeFigure figure;
  g_autoptr (ScopeScene) scene = NULL;

  test_load_iris (rows);
  scope_figure_init (&figure);
  batch = scope_many_batch (&many, figure.parameters.w);
  scope_minimum_find (&batch, &minimum);
  figure.parameters.b = minimum.b;
  /* Their room, so that there are as many rows as there may be. */
  figure.show &= ~(unsigned) SCOPE_SHOW_LINKS;
  test_take_many (&figure, &many);
  scene = test_build (fonts, &figure);
  g_assert_true (test_has_text (scene, "equal: this is the minimum"));
  g_assert_true (test_has_text (scene, "… 138 others"));
  g_assert_true (test_has_text (scene, "their middle half"));
  /* Two fills and the median in each panel, three in the legend, and one flower's own curve. */
  g_assert_cmpuint (test_count (scene, &scope_role_band), ==, 9);
  g_assert_cmpuint (test_count (scene, &scope_role_flower), ==, 2);
}

/* What the bands are is said in every size of window and text. */
static void
test_legend (void)
{
  static const double sizes[][2] = { { 1024, 700 }, { 1366, 768 }, { 1920, 1080 } };
  ScopeBatchRow rows[TEST_N_IRIS];

  test_load_iris (rows);
  for (guint i = 0; i < 4 * G_N_ELEMENTS (sizes); i++)
    {
      ScopeMany many = { rows, TEST_N_IRIS, 0, i % 2 };
      ScopeFigure figure;
      g_autoptr (ScopeScene) scene = NULL;

      scope_figure_init (&figure);
      figure.width_px = sizes[i / 4][0];
      figure.height_px = sizes[i / 4][1];
      figure.text_scale = i % 4 < 2 ? 1 : 2;
      test_take_many (&figure, &many);
      scene = test_build (fonts, &figure);
      g_assert_true (test_has_text (scene, "middle half"));
      for (int entry = 0; entry < 3; entry++)
        g_assert_nonnull (scope_scene_find_item (scene, &scope_role_band_label, entry));
      /* A mean's curves are as high as they are. */
      g_assert_true (!many.mean || scope_scene_find_item (scene, &scope_role_band_label, 3) == NULL);
      if (!many.mean && figure.text_scale == 1)
        g_assert_true (test_has_text (scene, "as high as the total"));
    }
}

/* The sum is somewhere in every size of window and text: with bars and without the linked plots'
 * loss at the usual one, as a line where there is but one column. The plot keeps its height. */
static void
test_room (void)
{
  static const struct
  {
    double width, height, text_scale;
    const char *title;
  } sizes[] = {
    { 1024, 700, 1, "Whose gradient is it?" },  { 1024, 700, 2, "Whose gradient?" },
    { 1366, 768, 1, "Whose gradient is it?" },  { 1366, 768, 2, "Whose gradient?" },
    { 1920, 1080, 1, "Whose gradient is it?" }, { 1920, 1080, 2, "Whose gradient?" },
    { 800, 1200, 1, "Whose gradient is it?" },
  };
  ScopeBatchRow rows[TEST_N_IRIS];

  test_load_iris (rows);
  for (guint i = 0; i < 2 * G_N_ELEMENTS (sizes); i++)
    {
      guint size = i / 2;
      ScopeMany many = { i % 2 ? rows : test_flower_rows, i % 2 ? TEST_N_IRIS : 3, 0, i % 3 == 0 };
      const ScopeItem *loss, *gradient;
      ScopeFigure figure;
      g_autoptr (ScopeScene) scene = NULL;

      scope_figure_init (&figure);
      figure.width_px = sizes[size].width;
      figure.height_px = sizes[size].height;
      figure.text_scale = sizes[size].text_scale;
      test_take_many (&figure, &many);
      scene = test_build (fonts, &figure);
      g_assert_true (test_has_text (scene, sizes[size].title));
      g_assert_cmpuint (scope_figure_missing (&figure, scene) & SCOPE_SHOW_WATERFALL, ==, 0);
      if (figure.text_scale == 1)
        {
          g_assert_nonnull (scope_scene_find_item (scene, &scope_role_waterfall, SCOPE_WATERFALL_TOTAL));
          g_assert_nonnull (scope_scene_find_item (scene, &scope_role_waterfall, SCOPE_WATERFALL_OBSERVED));
          g_assert_nonnull (scope_scene_find_item (scene, &scope_role_panel, SCOPE_PANEL_LINK_LOSS));
        }
      loss = scope_scene_find_item (scene, &scope_role_panel, SCOPE_PANEL_LOSS);
      gradient = scope_scene_find_item (scene, &scope_role_panel, SCOPE_PANEL_GRADIENT);
      g_assert_cmpfloat (
        loss->points[1].y - loss->points[0].y + gradient->points[1].y - gradient->points[0].y, >=, 258);
    }
}

/* −0.8491 + 0.0351 + 0.0408 = −0.7732 in one line, too; hidden, the first flowers stand there, not
 * the largest. */
static void
test_line (void)
{
  ScopeBatchRow rows[TEST_N_IRIS];
  ScopeMany few = { test_flower_rows, 3, 0, FALSE }, all = { rows, TEST_N_IRIS, 0, FALSE };
  ScopeFigure figure;
  g_autoptr (ScopeScene) three = NULL, mean = NULL, open = NULL, closed = NULL;

  test_load_iris (rows);
  scope_figure_init (&figure);
  figure.text_scale = 2;
  test_take_many (&figure, &few);
  three = test_build (fonts, &figure);
  g_assert_true (test_has_text (three, "−0.8491 (1) + 0.0351 (2) + 0.0408 (3) = −0.7732"));
  few.mean = TRUE;
  test_take_many (&figure, &few);
  mean = test_build (fonts, &figure);
  g_assert_true (test_has_text (mean, "each divided by 3:  −0.2830 (1) + 0.0117 (2)"));
  test_take_many (&figure, &all);
  open = test_build (fonts, &figure);
  g_assert_true (test_has_text (open, "0.758 (68) + 0.711 (80)"));
  g_assert_true (test_has_text (open, "(145 others) = 10.35"));
  figure.hide = SCOPE_QUANTITY_GRADIENT;
  closed = test_build (fonts, &figure);
  g_assert_true (test_has_text (closed, "? (1) + ? (2) + "));
  g_assert_true (test_has_text (closed, "(145 others) = ?"));
}

/* The parts that are printed are those of an exact sum, and none is lost. */
static void
test_contributions (void)
{
  ScopeBatchRow rows[TEST_N_IRIS];

  test_load_iris (rows);
  for (int i = 0; i < 40; i++)
    {
      ScopeMany many = { rows, (size_t) (i < 20 ? 150 : i), 0, i % 2 };
      ScopeParameters in = { .w = { i % 3 - 1, 1, i % 5 }, .b = i - 20 };
      ScopeBatch batch = scope_many_batch (&many, in.w);
      ScopeContributions found;
      ScopeBatchOutcome sum;
      ScopeWide added;

      scope_batch_evaluate (&batch, in.b, &sum);
      scope_many_contributions_find (&many, &in, sum.dl_db, 12, &found);
      g_assert_cmpuint (found.n_shown, ==, 12);
      g_assert_cmpuint (found.n_others + 12, ==, many.n);
      added = found.others;
      for (unsigned k = 0; k < 12; k++)
        {
          added += found.shown[k].dl_db;
          if (k > 0)
            g_assert_true (scope_wide_fabs (found.shown[k].dl_db)
                           <= scope_wide_fabs (found.shown[k - 1].dl_db) * (1 + 1e-9));
        }
      g_assert_cmpfloat_with_epsilon ((double) added, sum.dl_db, 1e-12 * fmax (1, fabs (sum.dl_db)));
    }
}

/* A selected flower that pulls least of all is one of them, in the place of the least that is shown. */
static void
test_selected_contribution (void)
{
  ScopeBatchRow rows[TEST_N_IRIS];
  ScopeMany many = { rows, TEST_N_IRIS, 0, FALSE };
  const ScopeParameters in = { .w = { 1, 0, 0 }, .b = -2 };
  ScopeContributions found;

  test_load_iris (rows);
  scope_many_contributions_find (&many, &in, 0, 5, &found);
  g_assert_cmpuint (found.n_shown, ==, 5);
  g_assert_cmpuint (found.shown[0].row, ==, 67);
  g_assert_cmpuint (found.shown[4].row, ==, 0);
  many.selected = 67;
  scope_many_contributions_find (&many, &in, 0, 5, &found);
  g_assert_cmpuint (found.shown[0].row, ==, 67);
  g_assert_cmpuint (found.shown[4].row, !=, 0);
}

/* What a class reads adds up to what it reads, at every b₃ of the slider. */
static void
test_printed_sum (void)
{
  const ScopeMany many = { test_flower_rows, 3, 0, FALSE };
  ScopeParameters in = { .w = { 1, 0, 0 } };
  ScopeBatch batch = scope_many_batch (&many, in.w);

  for (int i = -80; i <= 80; i++)
    {
      ScopeContributions found;
      ScopeBatchOutcome at;
      g_autofree char *printed = NULL, *added = NULL;
      double sum = 0, term, printed_value, added_value;
      int decimals;

      in.b = i / 10.0;
      scope_batch_evaluate (&batch, in.b, &at);
      scope_many_contributions_find (&many, &in, at.dl_db, 12, &found);
      decimals = scope_many_contributions_decimals (&found, at.dl_db, 4, TRUE);
      g_assert_cmpint (decimals, >=, scope_many_contributions_decimals (&found, at.dl_db, 4, FALSE));
      for (unsigned k = 0; k < 3; k++)
        {
          g_autofree char *text
            = scope_number_format_fixed ((double) found.shown[k].dl_db, (unsigned) decimals, '.');

          g_assert_cmpint (scope_number_parse (text, &term), ==, SCOPE_NUMBER_READ);
          sum += term;
        }
      printed = scope_number_format (at.dl_db, 4, '.');
      added = scope_number_format (sum, 4, '.');
      /* −0.999 is −0.9990. */
      g_assert_cmpint (scope_number_parse (printed, &printed_value), ==, SCOPE_NUMBER_READ);
      g_assert_cmpint (scope_number_parse (added, &added_value), ==, SCOPE_NUMBER_READ);
      g_assert_cmpfloat (printed_value, ==, added_value);
    }
}

static void
test_describe (void)
{
  ScopeMany many = { test_flower_rows, 3, 1, FALSE };
  ScopeFigure figure;
  g_autofree char *total = NULL, *mean = NULL;

  scope_figure_init (&figure);
  figure.show = 0;
  test_take_many (&figure, &many);
  total = scope_describe_figure (&figure);
  g_assert_true (g_str_has_prefix (total, "Total of 3 flowers, flower 2 selected: b₃ −2, loss 2.666, "
                                          "slope −0.7732: raising b₃ lowers the loss; minimum at b₃ = "
                                          "−0.03165"));
  many.mean = TRUE;
  mean = scope_describe_figure (&figure);
  g_assert_true (g_str_has_prefix (mean, "Mean of 3 flowers, flower 2 selected: b₃ −2, loss 0.8886, "));
}

/* The minimum of very many is not searched for while a value is dragged, and said where it is known. */
static void
test_describe_dragged (void)
{
  ScopeBatchRow rows[TEST_N_IRIS];
  ScopeMany many = { rows, TEST_N_IRIS, 1, TRUE };
  const ScopeMinimum minimum = { .kind = SCOPE_MINIMUM_FINITE, .b = 1.25 };
  ScopeFigure figure;

  test_load_iris (rows);
  scope_figure_init (&figure);
  test_take_many (&figure, &many);
  for (int round = 0; round < 3; round++)
    {
      g_autofree char *text = NULL;

      figure.settled = round == 0;
      many.minimum = round == 2 ? &minimum : NULL;
      text = scope_describe_figure (&figure);
      g_assert_cmpint (strstr (text, "minimum at b₃ = −6.226") != NULL, ==, round == 0);
      g_assert_cmpint (strstr (text, "minimum at b₃ = 1.25") != NULL, ==, round == 2);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fonts = test_fonts ();
  g_test_add_func ("/many/total", test_total);
  g_test_add_func ("/many/mean", test_mean);
  g_test_add_func ("/many/one", test_one);
  g_test_add_func ("/many/minimum", test_minimum);
  g_test_add_func ("/many/no-minimum", test_no_minimum);
  g_test_add_func ("/many/waterfall", test_waterfall);
  g_test_add_func ("/many/balance", test_balance);
  g_test_add_func ("/many/legend", test_legend);
  g_test_add_func ("/many/room", test_room);
  g_test_add_func ("/many/line", test_line);
  g_test_add_func ("/many/contributions", test_contributions);
  g_test_add_func ("/many/selected-contribution", test_selected_contribution);
  g_test_add_func ("/many/printed-sum", test_printed_sum);
  g_test_add_func ("/many/describe", test_describe);
  g_test_add_func ("/many/describe-dragged", test_describe_dragged);
  return test_run (fonts);
}
