/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "describe.h"
#include "figure-missing.h"
#include "figure-pointer.h"
#include "figure-spoken.h"
#include "figure.h"
#include "stage-step.h"

#include <locale.h>
#include <math.h>
#include <string.h>

#include "common.h"
#include "question.h"
#include "scenes.h"
#include "wiring.h"
#include "roles.h"

static ScopeFonts *fonts;

static void
test_start (void)
{
  ScopeFigure figure;
  g_autoptr (ScopeScene) scene = NULL;

  scope_figure_init (&figure);
  scene = test_build (fonts, &figure);
  g_assert_true (test_has_text (scene, "L = 1.891"));
  g_assert_true (test_has_text (scene, "slope −0.8491"));
  g_assert_true (test_has_text (scene, "∂L/∂b3 = −0.8491"));
  g_assert_true (test_has_text (scene, "Virginica  0.4525"));
  g_assert_true (test_has_text (scene, "p1 − 1 = −0.8491"));
  g_assert_true (test_has_text (scene, "ln 3: pure guess"));
  g_assert_true (test_has_text (scene, "negative gradient: raise b3"));
  g_assert_true (test_has_text (scene, "one curve"));
  g_assert_true (test_has_text (scene, "How wrong is the network about this Setosa flower"));
}

static void
test_decimal (void)
{
  ScopeFigure figure;
  g_autoptr (ScopeScene) scene = NULL;

  scope_figure_init (&figure);
  figure.decimal = ',';
  scene = test_build (fonts, &figure);
  g_assert_true (test_has_text (scene, "slope −0,8491"));
  g_assert_true (test_has_text (scene, "0,5"));
  g_assert_false (test_has_text (scene, "0.5"));
}

static void
test_parts (void)
{
  static const struct
  {
    unsigned flag;
    const ScopeRole *role;
    int index;
  } rows[] = {
    { SCOPE_SHOW_QUESTION, &scope_role_question, -1 },
    { SCOPE_SHOW_BAR, &scope_role_bar, -1 },
    { SCOPE_SHOW_TANGENT, &scope_role_tangent, SCOPE_PANEL_LOSS },
    { SCOPE_SHOW_GUESS, &scope_role_guess, -1 },
    { SCOPE_SHOW_DOWNHILL, &scope_role_downhill, -1 },
    { SCOPE_SHOW_FORMULA, &scope_role_result, -1 },
    { SCOPE_SHOW_DIAGRAM, &scope_role_node, -1 },
    { SCOPE_SHOW_LINKS, &scope_role_point, SCOPE_PANEL_LINK_PROBABILITY },
    { SCOPE_SHOW_STEPS, &scope_role_step, -1 },
    { SCOPE_SHOW_MISTAKES, &scope_role_mistake, -1 },
    { SCOPE_SHOW_POINT, &scope_role_point, SCOPE_PANEL_LOSS },
    { SCOPE_SHOW_CASES, &scope_role_case, -1 },
    { SCOPE_SHOW_SHIFT, &scope_role_shift, -1 },
    { SCOPE_SHOW_HOOD, &scope_role_hood, -1 },
    { SCOPE_SHOW_HOOD, &scope_role_hood_curve, -1 },
    { SCOPE_SHOW_HOOD, &scope_role_secant, -1 },
    { SCOPE_SHOW_HOOD, &scope_role_half_point, -1 },
    { SCOPE_SHOW_DESCENT, &scope_role_update, -1 },
    { SCOPE_SHOW_DESCENT, &scope_role_bound, -1 },
    { SCOPE_SHOW_DESCENT, &scope_role_drop, -1 },
    { SCOPE_SHOW_DESCENT, &scope_role_rate, -1 },
  };
  ScopeFigure figure;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ScopeScene) with = NULL, without = NULL;

      scope_figure_init (&figure);
      figure.show |= rows[i].flag;
      with = test_build (fonts, &figure);
      figure.show &= ~rows[i].flag;
      without = test_build (fonts, &figure);
      g_assert_nonnull (scope_scene_find_item (with, rows[i].role, rows[i].index));
      g_assert_null (scope_scene_find_item (without, rows[i].role, rows[i].index));
    }

  scope_figure_init (&figure);
  figure.show |= SCOPE_SHOW_PROBABILITIES;
  figure.show &= ~(unsigned) SCOPE_SHOW_OTHER_CASES;
  g_autoptr (ScopeScene) scene = test_build (fonts, &figure);
  g_assert_nonnull (
    scope_scene_find_item (scene, &scope_role_curve, SCOPE_CURVE_INDEX (SCOPE_PANEL_PROBABILITY, 2)));
  g_assert_null (scope_scene_find_item (scene, &scope_role_curve, SCOPE_CURVE_INDEX (SCOPE_PANEL_LOSS, 2)));
}

/* Every z is moved by it, and the text says that nothing else is. */
static void
test_shift (void)
{
  ScopeFigure figure;
  g_autoptr (ScopeScene) scene = NULL, flat = NULL;
  g_autofree char *spoken = NULL;

  scope_figure_init (&figure);
  figure.show |= SCOPE_SHOW_SHIFT;
  figure.parameters.shift = 2;
  scene = test_build (fonts, &figure);
  g_assert_true (test_has_text (scene, "z1 = 1.0368 + 2 + b3"));
  g_assert_true (test_has_text (scene, "z3 = 2.135"));
  g_assert_true (test_has_text (scene, "L = 1.891"));
  g_assert_true (test_has_text (scene, "c = 2 added to all three:"));
  g_assert_true (test_has_text (scene, "every z moves, no p, no loss, no gradient"));
  g_assert_true (test_has_text (scene, "b3 on all three would be such a shift: gradient 0"));
  spoken = scope_describe_figure (&figure);
  g_assert_true (
    g_str_has_suffix (spoken, " is −0.8491. 2 added to all three logits moves every z and nothing else"));

  figure.parameters.shift = -2;
  scope_wiring_weights (SCOPE_WIRING_ALL, 0, figure.parameters.w);
  figure.hide = SCOPE_QUANTITY_GRADIENT;
  flat = test_build (fonts, &figure);
  g_assert_true (test_has_text (flat, "z1 = 1.0368 − 2 + b3"));
  g_assert_true (test_has_text (flat, "is such a shift: gradient ?"));
}

/* A drag in a linked plot finds the b₃ under the pointer, whatever the shift. */
static void
test_shifted_links (void)
{
  ScopeFigure figure;
  ScopeRect rect = { 100, 0, 400, 300 };

  scope_figure_init (&figure);
  figure.parameters.shift = 1000;
  /* z₁ goes from 991.0368 to 1011.0368 as b₃ goes from −10 to 10. */
  g_assert_cmpfloat_with_epsilon (
    scope_figure_bias_at (&figure, SCOPE_PANEL_LINK_PROBABILITY, &rect, 100 + 400 * 0.3), -4, 1e-9);
}

/* Where the rows have no room together, those that stand there for long yield: a shift that was just
 * asked for is seen. */
static void
test_rows_yield (void)
{
  ScopeFigure figure;
  g_autoptr (ScopeScene) large = NULL, small = NULL, hall = NULL;
  const ScopeStage stage = { .title = "title", .n_steps = 1 };

  scope_figure_init (&figure);
  figure.show |= SCOPE_SHOW_STEPS | SCOPE_SHOW_MISTAKES | SCOPE_SHOW_SHIFT;
  figure.height_px = 1600;
  large = test_build (fonts, &figure);
  g_assert_nonnull (scope_scene_find_item (large, &scope_role_shift, -1));
  g_assert_nonnull (scope_scene_find_item (large, &scope_role_step, -1));
  figure.width_px = 1200;
  figure.height_px = 650;
  small = test_build (fonts, &figure);
  g_assert_nonnull (scope_scene_find_item (small, &scope_role_shift, -1));
  g_assert_null (scope_scene_find_item (small, &scope_role_step, -1));
  figure.width_px = 1366;
  figure.height_px = 768;
  figure.stage = &stage;
  figure.show &= ~(unsigned) SCOPE_SHOW_BAR;
  hall = test_build (fonts, &figure);
  g_assert_nonnull (scope_scene_find_item (hall, &scope_role_shift, -1));
  for (size_t i = 0; i < scope_scene_get_n_items (hall); i++)
    {
      const ScopeItem *item = scope_scene_get_item (hall, i);

      if (item->role == &scope_role_shift)
        g_assert_cmpfloat (item->points[0].y, <,
                           scope_scene_find_item (hall, &scope_role_caption, -1)->points[0].y);
    }
}

/* A curve of its own below the others, with a name and a mark; one that lies on another shares its
 * label. */
static void
test_ghosts (void)
{
  ScopeFigure figure;
  ScopeGhost ghosts[2];
  g_autoptr (ScopeScene) scene = NULL, off = NULL;
  g_autofree char *spoken = NULL;
  const ScopeItem *ghost, *curve;

  scope_figure_init (&figure);
  ghosts[0] = (ScopeGhost) { figure.parameters, "before" };
  ghosts[0].parameters.a[0] = 4;
  ghosts[1] = (ScopeGhost) { figure.parameters, "the same" };
  ghosts[1].parameters.b = 5;
  ghosts[1].parameters.shift = 3;
  figure.ghosts = ghosts;
  figure.n_ghosts = 2;
  scene = test_build (fonts, &figure);
  ghost = scope_scene_find_item (scene, &scope_role_ghost, SCOPE_GHOST_INDEX (SCOPE_PANEL_LOSS, 0));
  curve = scope_scene_find_item (scene, &scope_role_curve, SCOPE_CURVE_INDEX (SCOPE_PANEL_LOSS, 0));
  g_assert_nonnull (ghost);
  g_assert_cmpint (ghost->dash, ==, SCOPE_DASH_LONG);
  g_assert_cmpfloat (ghost->width_px, <, curve->width_px);
  g_assert_true (ghost < curve);
  g_assert_nonnull (
    scope_scene_find_item (scene, &scope_role_ghost, SCOPE_GHOST_INDEX (SCOPE_PANEL_GRADIENT, 0)));
  g_assert_null (scope_scene_find_item (scene, &scope_role_ghost, SCOPE_GHOST_INDEX (SCOPE_PANEL_LOSS, 1)));
  g_assert_true (test_has_text (scene, "before"));
  g_assert_true (test_has_text (scene, "Setosa = the same"));
  spoken = scope_describe_figure (&figure);
  g_assert_true (g_str_has_suffix (spoken, ". Kept curves: before, the same"));

  figure.show &= ~(unsigned) SCOPE_SHOW_GHOSTS;
  off = test_build (fonts, &figure);
  g_assert_cmpuint (test_count (off, &scope_role_ghost) + test_count (off, &scope_role_ghost_mark), ==, 0);
  g_assert_false (test_has_text (off, "before"));
}

/* Where their names have no room, the last ones share a row; all the marks are there. */
static void
test_many_ghosts (void)
{
  ScopeFigure figure;
  ScopeGhost ghosts[SCOPE_MOST_GHOSTS];
  g_autoptr (ScopeScene) large = NULL, small = NULL;

  scope_figure_init (&figure);
  for (int i = 0; i < SCOPE_MOST_GHOSTS; i++)
    {
      ghosts[i] = (ScopeGhost) { figure.parameters, "kept" };
      ghosts[i].parameters.a[0] = 2 * i - 4;
    }
  figure.ghosts = ghosts;
  figure.n_ghosts = SCOPE_MOST_GHOSTS;
  large = test_build (fonts, &figure);
  g_assert_cmpuint (test_count (large, &scope_role_ghost), ==, 12);
  g_assert_cmpuint (test_count (large, &scope_role_ghost_label), ==, 12);
  figure.width_px = 640;
  figure.height_px = 480;
  figure.text_scale = 2;
  small = test_build (fonts, &figure);
  g_assert_cmpuint (test_count (small, &scope_role_ghost), ==, 12);
  g_assert_cmpuint (test_count (small, &scope_role_ghost_label), <, 12);
  g_assert_true (test_has_text (small, " curves"));
}

/* Observed solid, the other two dashed and dotted in class order; a curve that lies on another is
 * drawn once. */
static void
test_dashes (void)
{
  ScopeFigure figure;
  g_autoptr (ScopeScene) scene = NULL;

  scope_figure_init (&figure);
  scene = test_build (fonts, &figure);
  g_assert_cmpint (
    scope_scene_find_item (scene, &scope_role_curve, SCOPE_CURVE_INDEX (SCOPE_PANEL_LOSS, 0))->dash, ==,
    SCOPE_DASH_SOLID);
  g_assert_cmpint (
    scope_scene_find_item (scene, &scope_role_curve, SCOPE_CURVE_INDEX (SCOPE_PANEL_LOSS, 1))->dash, ==,
    SCOPE_DASH_DASHED);
  g_assert_cmpint (
    scope_scene_find_item (scene, &scope_role_curve, SCOPE_CURVE_INDEX (SCOPE_PANEL_LOSS, 2))->dash, ==,
    SCOPE_DASH_DOTTED);
  g_assert_null (
    scope_scene_find_item (scene, &scope_role_curve, SCOPE_CURVE_INDEX (SCOPE_PANEL_GRADIENT, 2)));
}

static void
test_describe (void)
{
  ScopeFigure figure;
  g_autofree char *one = NULL, *two = NULL, *sum = NULL, *question = NULL;

  scope_figure_init (&figure);
  one = scope_describe_figure (&figure);
  g_assert_cmpstr (one, ==,
                   "b₃ −2, loss 1.891, slope −0.8491: raising b₃ lowers the loss. Chain rule "
                   "through z₁: −6.6278 times 0.12811 times 1 is −0.8491");
  figure.parameters.observed = 1;
  figure.decimal = ',';
  figure.show &= ~(unsigned) (SCOPE_SHOW_FORMULA | SCOPE_SHOW_DIAGRAM | SCOPE_SHOW_LINKS);
  two = scope_describe_figure (&figure);
  g_assert_cmpstr (two, ==, "b₃ −2, loss 0,9249, slope 0,1509: lowering b₃ lowers the loss");
  figure.show |= SCOPE_SHOW_FORMULA;
  scope_wiring_weights (SCOPE_WIRING_ALL, 1, figure.parameters.w);
  sum = scope_describe_figure (&figure);
  g_assert_true (g_str_has_suffix (sum, " add up to 0"));
  scope_wiring_weights (SCOPE_WIRING_CLASS_1, 1, figure.parameters.w);
  question = scope_question_text (&figure);
  g_assert_cmpstr (question, ==, "How wrong is the network about this Versicolor flower, as b₃ changes?");
}

/* What breaks is marked in words and by a shape of its own; no NaN and no minus nothing. */
static void
test_hood (void)
{
  ScopeFigure figure;
  g_autoptr (ScopeScene) start = NULL, broken = NULL, all = NULL, hall = NULL;
  g_autofree char *spoken = NULL;
  const ScopeStage stage = { .title = "", .n_steps = 1 };

  scope_figure_init (&figure);
  figure.show |= SCOPE_SHOW_HOOD;
  figure.step_h = 1e-3;
  start = test_build (fonts, &figure);
  g_assert_true (test_has_text (start, "secant, h = 0.001"));
  g_assert_true (test_has_text (start, "−0.84906"));
  g_assert_true (test_has_text (start, "−0.84912"));
  g_assert_true (test_has_text (start, "6.4·10⁻⁵"));
  g_assert_true (test_has_text (start, "half point  bhalf = −0.27228"));
  g_assert_true (test_has_text (start, "σ(b3 − bhalf) − 1"));
  g_assert_false (test_has_text (start, "undefined"));
  spoken = scope_describe_figure (&figure);
  g_assert_true (g_str_has_suffix (spoken, ". Under the hood: h 0.001, secant slope −0.84906, exact "
                                           "−0.84912, off by 6.4·10⁻⁵, half point −0.27228"));
  figure.stage = &stage;
  hall = test_build (fonts, &figure);
  g_assert_nonnull (scope_scene_find_item (hall, &scope_role_hood, -1));
  g_assert_nonnull (scope_scene_find_item (hall, &scope_role_secant, -1));
  figure.stage = NULL;

  figure.parameters.a[0] = -800;
  broken = test_build (fonts, &figure);
  g_assert_true (test_has_text (broken, "0·∞"));
  g_assert_true (test_has_text (broken, "underflows"));
  g_assert_true (test_has_text (broken, "overflows"));
  g_assert_true (test_has_text (broken, "2.311·10⁻³⁴⁹"));
  g_assert_nonnull (scope_scene_find_item (broken, &scope_role_hood_mark, 10 + 3));
  g_assert_nonnull (scope_scene_find_item (broken, &scope_role_hood_mark, 10 + 5));

  scope_wiring_weights (SCOPE_WIRING_ALL, 0, figure.parameters.w);
  all = test_build (fonts, &figure);
  g_assert_false (test_has_text (all, "half"));
}

/* The linked plots yield where the column is too low for both, and the block is a strip where there
 * is no second column, or a line. */
static void
test_hood_places (void)
{
  static const struct
  {
    double width, height;
    gboolean links, hood;
  } rows[] = { { 1920, 1080, FALSE, TRUE },
               { 1600, 1300, TRUE, TRUE },
               { 620, 1000, TRUE, TRUE },
               { 640, 480, FALSE, FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ScopeFigure figure;
      g_autoptr (ScopeScene) scene = NULL;
      const ScopeItem *curve, *panel;

      scope_figure_init (&figure);
      figure.show |= SCOPE_SHOW_HOOD;
      figure.width_px = rows[i].width;
      figure.height_px = rows[i].height;
      scene = test_build (fonts, &figure);
      curve = scope_scene_find_item (scene, &scope_role_hood_curve, -1);
      panel = scope_scene_find_item (scene, &scope_role_panel, SCOPE_PANEL_LOSS);
      g_assert_cmpint (scope_scene_find_item (scene, &scope_role_panel, SCOPE_PANEL_LINK_LOSS) != NULL, ==,
                       rows[i].links);
      g_assert_cmpint (curve != NULL, ==, rows[i].hood);
      g_assert_cmpint (test_has_text (scene, "h = 1:  secant slope −0.76948, exact −0.84912"), ==,
                       !rows[i].hood);
      if (rows[i].width == 620)
        g_assert_cmpfloat (curve->points[0].y, <, panel->points[0].y);
      else if (curve != NULL)
        g_assert_cmpfloat (curve->points[0].x, >, panel->points[1].x);
    }
}

/* What is asked for and finds no room is known. */
static void
test_missing (void)
{
  ScopeFigure figure;
  g_autoptr (ScopeScene) roomy = NULL, cramped = NULL;

  scope_figure_init (&figure);
  figure.show |= SCOPE_SHOW_STEPS | SCOPE_SHOW_MISTAKES;
  figure.height_px = 1500;
  roomy = test_build (fonts, &figure);
  g_assert_cmpuint (scope_figure_missing (&figure, roomy), ==, 0);
  figure.width_px = 500;
  figure.height_px = 420;
  cramped = test_build (fonts, &figure);
  g_assert_true (scope_figure_missing (&figure, cramped) & SCOPE_SHOW_MISTAKES);
  g_assert_false (scope_figure_missing (&figure, cramped) & SCOPE_SHOW_SHIFT);
}

/* What is hidden has room, in the one slot of all that is; it is neither missing nor said to be there. */
static void
test_hidden_slot (void)
{
  static const unsigned hides[] = { SCOPE_QUANTITY_DP_DZ, SCOPE_QUANTITY_DZ_DB, SCOPE_QUANTITY_ALL };

  for (guint i = 0; i < G_N_ELEMENTS (hides); i++)
    {
      g_autoptr (ScopeScene) scene = NULL;
      g_autofree char *spoken = NULL;
      ScopeFigure figure;

      scope_figure_init (&figure);
      figure.show |= SCOPE_SHOW_MISTAKES;
      figure.hide = hides[i];
      scene = test_build (fonts, &figure);
      g_assert_cmpuint (scope_figure_missing (&figure, scene), ==, 0);
      spoken = scope_figure_spoken_scene (&figure, scene);
      g_assert_null (strstr (spoken, "Step by step"));
    }
}

/* The same input, the same scene. */
static void
test_same (void)
{
  ScopeFigure figure;
  g_autoptr (ScopeScene) one = NULL, two = NULL;

  scope_figure_init (&figure);
  one = test_build (fonts, &figure);
  two = test_build (fonts, &figure);
  g_assert_cmpuint (scope_scene_get_n_items (one), ==, scope_scene_get_n_items (two));
  for (size_t i = 0; i < scope_scene_get_n_items (one); i++)
    {
      const ScopeItem *a = scope_scene_get_item (one, i), *b = scope_scene_get_item (two, i);

      g_assert_cmpmem (a->points, a->n_points * sizeof *a->points, b->points,
                       b->n_points * sizeof *b->points);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_CTYPE, "");
  g_test_init (&argc, &argv, NULL);
  fonts = test_fonts ();
  g_test_add_func ("/figure/start", test_start);
  g_test_add_func ("/figure/decimal", test_decimal);
  g_test_add_func ("/figure/parts", test_parts);
  g_test_add_func ("/figure/shift", test_shift);
  g_test_add_func ("/figure/shifted-links", test_shifted_links);
  g_test_add_func ("/figure/rows-yield", test_rows_yield);
  g_test_add_func ("/figure/ghosts", test_ghosts);
  g_test_add_func ("/figure/many-ghosts", test_many_ghosts);
  g_test_add_func ("/figure/dashes", test_dashes);
  g_test_add_func ("/figure/describe", test_describe);
  g_test_add_func ("/figure/hood", test_hood);
  g_test_add_func ("/figure/hood-places", test_hood_places);
  g_test_add_func ("/figure/missing", test_missing);
  g_test_add_func ("/figure/hidden-slot", test_hidden_slot);
  g_test_add_func ("/figure/same", test_same);
  return test_run (fonts);
}
