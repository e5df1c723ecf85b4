/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a picture says to who hears it. */

#include <locale.h>

#include "common.h"
#include "figure-spoken.h"
#include "figure.h"
#include "glued.h"
#include "hidden.h"
#include "iris.h"
#include "scenes.h"

static ScopeFonts *fonts;

#define SPOKEN_SEED 13
#define SPOKEN_FIGURES 200

/* Every row of text is read out, as one sentence each; fractions by what they come to. */
static void
test_spoken_rows (void)
{
  ScopeFigure figure;
  g_autoptr (ScopeScene) scene = NULL, asked = NULL;
  g_autofree char *spoken = NULL, *question = NULL;

  scope_figure_init (&figure);
  figure.show |= SCOPE_SHOW_STEPS | SCOPE_SHOW_MISTAKES | SCOPE_SHOW_CASES;
  figure.height_px = 1600;
  figure.parameters.observed = 2;
  scene = test_build (fonts, &figure);
  spoken = scope_figure_spoken_scene (&figure, scene);
  g_assert_nonnull (strstr (spoken, ". Step by step: p of the observed class cancels"));
  g_assert_nonnull (strstr (spoken, ". Wrong: the article's path, through z₃; −2.2"));
  g_assert_nonnull (strstr (spoken, ". Right: through z₁; −2.2"));
  g_assert_nonnull (strstr (spoken, ". If Setosa: L = −ln p Setosa = 1.891; ∂L/∂b₃ = −0.8491. If"));

  figure.show = SCOPE_SHOW_ANSWERS;
  figure.hide = SCOPE_QUANTITY_GRADIENT;
  asked = test_build (fonts, &figure);
  question = scope_figure_spoken_scene (&figure, asked);
  g_assert_nonnull (strstr (question, ". What is ∂L/∂b₃ here? A, B, C or D? A, "));
  g_assert_null (strstr (question, "right"));
}

/* What the figure shows besides: who it is about, what it asks, what a guess would cost. */
static void
test_spoken_facts (void)
{
  ScopeFigure figure;
  const ScopeMany many = { test_flower_rows, 3, 0, FALSE };
  g_autoptr (ScopeScene) scene = NULL, small = NULL, sum = NULL;
  g_autofree char *spoken = NULL, *narrow = NULL, *waterfall = NULL;

  scope_figure_init (&figure);
  scene = test_build (fonts, &figure);
  spoken = scope_figure_spoken_scene (&figure, scene);
  g_assert_nonnull (
    strstr (spoken, ". Setosa observed: p Setosa 0.1509, p Versicolor 0.3966, p Virginica 0.4525. "));
  g_assert_nonnull (strstr (spoken, ". No finite minimum: the loss keeps falling as b₃ rises. "));
  g_assert_nonnull (strstr (spoken, ". A pure guess has the loss ln 3, 1.099. How wrong is the network about "
                                    "this Setosa flower, as b₃ changes?"));

  /* One name for one thing, however little room there is. */
  figure.show |= SCOPE_SHOW_CASES | SCOPE_SHOW_MISTAKES;
  figure.show &= ~(unsigned) (SCOPE_SHOW_LINKS | SCOPE_SHOW_BAR);
  figure.width_px = 760;
  small = test_build (fonts, &figure);
  narrow = scope_figure_spoken_scene (&figure, small);
  g_assert_nonnull (strstr (narrow, "p Setosa"));
  g_assert_null (strstr (narrow, "p₁"));

  scope_figure_init (&figure);
  test_take_many (&figure, &many);
  sum = test_build (fonts, &figure);
  waterfall = scope_figure_spoken_scene (&figure, sum);
  g_assert_nonnull (strstr (waterfall,
                            ". Flower 1; −0.8491. Flower 2; 0.0351. Flower 3; 0.0408. Total; −0.7732. "
                            "Balance; "));
  g_assert_nonnull (strstr (waterfall, "Predicted < observed: raise b₃"));
}

/* What is to be predicted is hidden to the ear, too; what the picture has no room for is not spoken of. */
static void
test_spoken_hidden (void)
{
  const ScopeMany many = { test_flower_rows, 3, 0, FALSE };
  ScopeFigure figure;
  g_autoptr (ScopeScene) sum = NULL, far = NULL;
  g_autofree char *waterfall = NULL, *alone = NULL;

  scope_figure_init (&figure);
  test_take_many (&figure, &many);
  figure.hide = SCOPE_QUANTITY_GRADIENT;
  sum = test_build (fonts, &figure);
  waterfall = scope_figure_spoken_scene (&figure, sum);
  g_assert_nonnull (
    strstr (waterfall, ". Flower 1; hidden. Flower 2; hidden. Flower 3; hidden. Total; hidden. "));
  g_assert_null (strstr (waterfall, "0.849"));

  scope_figure_init (&figure);
  figure.parameters.b = 9;
  scope_view_init_axis (&figure.view, &figure.parameters, NULL, 8, 10);
  /* Above it lies ln 3. */
  figure.view.loss_hi = 1;
  far = test_build (fonts, &figure);
  alone = scope_figure_spoken_scene (&figure, far);
  g_assert_nonnull (strstr (alone, "b₃ 9, "));
  g_assert_null (strstr (alone, "pure guess"));
}

/* In no figure do two cells run into each other, or does a minus stand where it would be heard as "less". */
static void
test_spoken_cells (void)
{
  g_autoptr (GRegex) glued = g_regex_new (TEST_GLUED, 0, 0, NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (SPOKEN_SEED);

  for (int i = 0; i < SPOKEN_FIGURES; i++)
    {
      const ScopeMany many = { test_flower_rows, 3, 0, i % 8 == 0 };
      ScopeFigure figure;
      g_autoptr (ScopeScene) scene = NULL;
      g_autofree char *spoken = NULL;
      g_autoptr (GMatchInfo) found = NULL;

      scope_figure_init (&figure);
      figure.show
        = SCOPE_SHOW_POINT | SCOPE_SHOW_FORMULA
          | (i % 2 ? SCOPE_SHOW_MISTAKES | SCOPE_SHOW_STEPS : SCOPE_SHOW_CASES | SCOPE_SHOW_ANSWERS);
      figure.hide = g_rand_int_range (random, 0, 4) ? 0 : g_rand_int (random) & SCOPE_QUANTITY_ALL;
      figure.parameters.observed = (unsigned) g_rand_int_range (random, 0, 3);
      figure.parameters.b = g_rand_double_range (random, -20, 20);
      for (int k = 0; k < SCOPE_N_CLASSES; k++)
        {
          figure.parameters.a[k] = g_rand_double_range (random, -40, 40);
          figure.parameters.w[k] = g_rand_int_range (random, -1, 2);
        }
      if (i % 4 == 0)
        test_take_many (&figure, &many);
      scene = test_build (fonts, &figure);
      spoken = scope_figure_spoken_picture (&figure, scene);
      g_assert_true (g_str_has_prefix (spoken, figure.many != NULL ? "The loss of many flowers"
                                                                   : "The loss of a flower that is "));
      if (g_regex_match (glued, spoken, 0, &found))
        {
          g_autofree char *where = g_match_info_fetch (found, 0);

          g_test_message ("%d: “%s” in %s", i, where, spoken);
          g_test_fail ();
        }
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_CTYPE, "");
  g_test_init (&argc, &argv, NULL);
  fonts = test_fonts ();
  g_test_add_func ("/spoken/rows", test_spoken_rows);
  g_test_add_func ("/spoken/facts", test_spoken_facts);
  g_test_add_func ("/spoken/hidden", test_spoken_hidden);
  g_test_add_func ("/spoken/cells", test_spoken_cells);
  return test_run (fonts);
}
