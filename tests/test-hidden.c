/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Hidden means hidden: the digits of what is hidden stand nowhere in the scene, which every screen
 * and file is painted from, nor in what is spoken. */

#include "hidden.h"
#include "stage-step.h"

#include <math.h>
#include <string.h>

#include "answers.h"
#include "common.h"
#include "curves.h"
#include "describe.h"
#include "hood.h"
#include "landmark.h"
#include "news.h"
#include "number.h"
#include "roles.h"
#include "scenes.h"
#include "shown.h"
#include "stage-words.h"

static ScopeFonts *fonts;

static void
test_places (void)
{
  const ScopeParameters own = { { 1, 0, 0 }, { 1, 0, 0 }, 0, 0 };
  const ScopeParameters pair = { { 1, 0, 0 }, { 1, 1, 0 }, 0, 0 };
  const ScopeParameters other = { { 1, 0, 0 }, { 1, 0, 0 }, 0, 2 };

  g_assert_cmpuint (scope_hidden_places (0, &own), ==, 0);
  g_assert_cmpuint (scope_hidden_places (SCOPE_QUANTITY_LOSS, &own), ==, SCOPE_PLACE_LOSS);
  g_assert_cmpuint (scope_hidden_places (SCOPE_QUANTITY_GRADIENT, &own), ==,
                    SCOPE_PLACE_GRADIENT | SCOPE_PLACE_RESIDUAL | SCOPE_PLACE_DOWNHILL
                      | SCOPE_PLACE_CLOSED_FORM);
  /* The gradient is p_Setosa there. */
  g_assert_cmpuint (scope_hidden_places (SCOPE_QUANTITY_GRADIENT, &other) & SCOPE_PLACE_PROBABILITY, ==,
                    SCOPE_PLACE_P_OTHERS);
  /* −p_3, and 1 − p_1: what is known of the one is known of the other. */
  g_assert_true (scope_hidden_places (SCOPE_QUANTITY_GRADIENT, &pair) & SCOPE_PLACE_P_OTHERS);
  g_assert_true (scope_hidden_places (SCOPE_QUANTITY_PROBABILITY, &own) & SCOPE_PLACE_GRADIENT);
  g_assert_cmpuint (scope_hidden_places (SCOPE_QUANTITY_ALL, &own), ==, SCOPE_PLACE_ALL);
}

/* The digits of a value as they would be printed, without sign; NULL where they are too few to be
 * told from other numbers. */
static char *
digits_of (double value, unsigned digits)
{
  g_autofree char *printed = scope_number_format (fabs (value), digits, '.');

  return strlen (printed) >= 6 ? g_strdup (printed) : NULL;
}

/* Answers to choose from hold the right one: that is what they are for. */
static void
assert_absent (const ScopeScene *scene, const char *spoken, double value, gboolean asked)
{
  for (unsigned digits = 4; digits <= 6; digits++)
    {
      g_autofree char *text = digits_of (value, digits);

      if (text == NULL)
        continue;
      if (strstr (spoken, text) != NULL)
        g_error ("%s is spoken in “%s”", text, spoken);
      for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
        {
          const ScopeItem *item = scope_scene_get_item (scene, i);

          if (asked && item->role == &scope_role_answer)
            continue;
          if (item->line != NULL && strstr (scope_line_get_text (item->line), text) != NULL)
            g_error ("%s stands in “%s”", text, scope_line_get_text (item->line));
        }
    }
}

static gboolean
alike (double one, double other)
{
  return fabs (fabs (one) - fabs (other)) < 1e-3 * fabs (one);
}

/* A wrong answer that only happens to be alike: not one made from the quantity itself. */
static gboolean
is_wrong_answer (const ScopeFigure *figure, const ScopeOutcome *out, unsigned quantity, double value)
{
  ScopeAnswer answers[SCOPE_N_ANSWERS];
  gboolean found = FALSE;

  scope_answers (&figure->parameters, out, figure->hide, answers);
  for (guint i = 0; i < SCOPE_N_ANSWERS; i++)
    found = found
            || (answers[i].mistake != SCOPE_ANSWER_RIGHT
                && !(scope_answer_quantity (answers[i].mistake) & quantity)
                && !(answers[i].mistake == SCOPE_ANSWER_SIGN && quantity == SCOPE_QUANTITY_GRADIENT)
                && alike (value, answers[i].value));
  return found;
}

/* A number of another kind that happens to print the same is that number in its own right. The
 * gradient is no other kind where it is a probability. */
static gboolean
is_coincidence (const ScopeFigure *figure, const ScopeOutcome *out, unsigned quantity, double value)
{
  gboolean several = figure->parameters.w[0] != 0 && figure->parameters.w[1] != 0;
  gboolean twin = quantity == SCOPE_QUANTITY_GRADIENT && out->dz_db[figure->parameters.observed] == 0;
  gboolean found = is_wrong_answer (figure, out, quantity, value)
                   || (quantity != SCOPE_QUANTITY_LOSS && alike (value, out->loss))
                   || (quantity != SCOPE_QUANTITY_DL_DP && alike (value, out->dl_dp))
                   || (quantity != SCOPE_QUANTITY_GRADIENT && several && alike (value, out->dl_db));

  for (int k = 0; k < 3; k++)
    found = found || (quantity != SCOPE_QUANTITY_PROBABILITY && !twin && alike (value, out->p[k]))
            || (quantity != SCOPE_QUANTITY_DP_DZ && alike (value, out->dp_dz[k]))
            || (!(quantity & (SCOPE_QUANTITY_PROBABILITY | SCOPE_QUANTITY_GRADIENT))
                && alike (value, out->dl_dz[k]))
            || (quantity != SCOPE_QUANTITY_DZ_DB && several && alike (value, out->dz_db[k]))
            || (quantity != SCOPE_QUANTITY_GRADIENT && several && alike (value, out->path[k]));
  return found;
}

/* An exponential or a sum of them, where these are not hidden themselves. */
static gboolean
is_exponential (const ScopeFigure *figure, const ScopeOutcome *out, unsigned quantity, double value)
{
  ScopeNaiveOutcome naive;
  double p_o = out->p[figure->parameters.observed];
  double p_max = fmax (fmax (out->p[0], out->p[1]), out->p[2]);

  if (quantity & (SCOPE_QUANTITY_PROBABILITY | SCOPE_QUANTITY_LOSS | SCOPE_QUANTITY_DL_DP))
    return FALSE;
  scope_hood_naive (&figure->parameters, &naive);
  return alike (value, naive.exponential[figure->parameters.observed].value) || alike (value, naive.sum.value)
         || alike (value, p_o / p_max) || alike (value, 1 / p_max);
}

/* Any of what is printed beside the block. */
static gboolean
is_number_of (const ScopeFigure *figure, const ScopeOutcome *out, double value)
{
  gboolean found = alike (value, out->dl_db) || alike (value, figure->parameters.b);

  for (int k = 0; k < 3; k++)
    found = found || alike (value, out->z[k]) || alike (value, figure->parameters.a[k]);
  return found || is_coincidence (figure, out, 0, value);
}

/* A finite difference is the gradient, the half point tells it, and either tells p where they are
 * one. */
static void
check_hood (const ScopeFigure *figure, const ScopeScene *scene, const char *spoken, const ScopeOutcome *out)
{
  unsigned places = scope_hidden_places (figure->hide, &figure->parameters);
  double slope, half;
  ScopeNaiveOutcome naive;

  g_assert_cmpint (scope_hood_secant (&figure->parameters, figure->step_h, &slope), ==, SCOPE_STATUS_OK);
  if (places & SCOPE_PLACE_GRADIENT)
    assert_absent (scene, spoken, slope, alike (slope, out->dl_db));
  if (places & (SCOPE_PLACE_GRADIENT | SCOPE_PLACE_PROBABILITY)
      && scope_landmark_half_point (&figure->parameters, &half) && !is_number_of (figure, out, half))
    assert_absent (scene, spoken, half, FALSE);
  scope_hood_naive (&figure->parameters, &naive);
  if (places & (SCOPE_PLACE_LOSS | SCOPE_PLACE_PROBABILITY | SCOPE_PLACE_DL_DP)
      && !is_number_of (figure, out, naive.sum.value))
    assert_absent (scene, spoken, naive.sum.value, FALSE);
}

static void
check_state (const ScopeFigure *figure, unsigned quantity, guint *n_checked)
{
  g_autoptr (ScopeCurves) curves = scope_curves_new ();
  g_autoptr (ScopeScene) scene = scope_figure_build (figure, curves, fonts);
  ScopeFigure before = *figure;
  g_autofree char *description = scope_describe_whole (figure), *news = NULL, *spoken = NULL;
  g_autofree char *said = scope_stage_words_say (figure);
  ScopeOutcome out;

  before.parameters.observed = (before.parameters.observed + 1) % SCOPE_N_CLASSES;
  news = scope_news_tell (&before, figure, NULL);
  spoken = g_strdup_printf ("%s %s %s", description, news, said);

  scope_outcome_evaluate (&figure->parameters, &out);
  check_hood (figure, scene, spoken, &out);
  for (int k = 0; k < 3; k++)
    {
      const double values[SCOPE_N_QUANTITIES]
        = { out.loss, out.p[k], out.dl_dp, out.dp_dz[k], out.dz_db[k], out.dl_db };

      for (unsigned q = 0; q < SCOPE_N_QUANTITIES; q++)
        if (quantity == 1u << q && !is_coincidence (figure, &out, quantity, values[q])
            && !is_exponential (figure, &out, quantity, values[q]))
          {
            assert_absent (scene, spoken, values[q], alike (values[q], out.dl_db));
            ++*n_checked;
          }
    }
}

static void
fill_state (GRand *random, ScopeFigure *figure, ScopeGhost ghosts[2])
{
  int wiring = g_rand_int_range (random, 0, 4);

  scope_figure_init (figure);
  figure->show = (1u << SCOPE_N_PARTS) - 1;
  figure->width_px = 2600;
  figure->height_px = 2000;
  figure->step_h = pow (10, g_rand_double_range (random, -6, 0));
  figure->parameters.observed = (unsigned) g_rand_int_range (random, 0, 3);
  figure->parameters.b = g_rand_double_range (random, -3, 3);
  figure->parameters.shift = g_rand_int_range (random, -2, 3);
  for (int k = 0; k < 3; k++)
    {
      figure->parameters.a[k] = g_rand_double_range (random, -3, 3);
      figure->parameters.w[k] = wiring == 3 ? g_rand_double_range (random, -2, 2) : k == wiring;
    }
  scope_view_init (&figure->view, &figure->parameters, NULL);
  /* One lies on the present curve, one on that of another class. */
  ghosts[0] = (ScopeGhost) { figure->parameters, "kept" };
  ghosts[1] = (ScopeGhost) { figure->parameters, "another" };
  ghosts[1].parameters.observed = (figure->parameters.observed + 1) % SCOPE_N_CLASSES;
  figure->ghosts = ghosts;
  figure->n_ghosts = 2;
}

static void
test_leaks (void)
{
  guint n_checked = 0;

  for (guint i = 0; i < 300; i++)
    for (unsigned q = 0; q < SCOPE_N_QUANTITIES; q++)
      {
        g_autoptr (GRand) random = g_rand_new_with_seed (i);
        ScopeGhost ghosts[2];
        ScopeFigure figure;

        fill_state (random, &figure, ghosts);
        figure.hide = 1u << q;
        check_state (&figure, 1u << q, &n_checked);
      }
  g_test_message ("%u values searched for", n_checked);
  g_assert_cmpuint (n_checked, >, 4000);
}

/* Whatever a step of a lecture may say and show. */
static const ScopeStage all_said = {
  .title = "<loss>",
  .sentences = { { "<p>, <loss>, <gradient>", 0 },
                 { "<dl_dp>, <dp_dz>, <dz_db>", 0 },
                 { "<next>, <next-loss>", 0 },
                 { "<gradient-own>, <gradient-other>", 0 } },
  .n_steps = 1,
  .rows = SCOPE_STAGE_LOGITS | SCOPE_STAGE_LOSS | SCOPE_STAGE_SOFTMAX,
};

/* Where the next step leads tells the gradient. */
static void
check_next (const ScopeFigure *figure)
{
  g_autofree char *said = scope_stage_words_say (figure);
  g_autofree char *next = NULL;
  ScopeOutcome out;

  scope_outcome_evaluate (&figure->parameters, &out);
  next = scope_number_format (figure->parameters.b - figure->rate * out.dl_db, figure->digits, '.');
  g_assert_true (strlen (next) < 5 || strstr (said, next) == NULL);
}

static void
test_stage_leaks (void)
{
  guint n_checked = 0;

  for (guint i = 0; i < 300; i++)
    for (unsigned q = 0; q < SCOPE_N_QUANTITIES; q++)
      {
        static const unsigned rows[] = { 0, SCOPE_STAGE_CANCEL, SCOPE_STAGE_OBSERVED };
        g_autoptr (GRand) random = g_rand_new_with_seed (i);
        ScopeStage stage = all_said;
        ScopeGhost ghosts[2];
        ScopeFigure figure;

        fill_state (random, &figure, ghosts);
        figure.show &= ~(unsigned) (i % 2 ? SCOPE_SHOW_LINKS | SCOPE_SHOW_HOOD : SCOPE_SHOW_DIAGRAM);
        stage.rows |= rows[i % 3];
        /* All of it has room. */
        figure.height_px = 6000;
        figure.stage = &stage;
        figure.hide = 1u << q;
        check_state (&figure, 1u << q, &n_checked);
        if (figure.hide == SCOPE_QUANTITY_GRADIENT)
          check_next (&figure);
      }
  g_assert_cmpuint (n_checked, >, 4000);
}

/* The sum's numbers hide with one flower's, and each flower's own gradient with the sum's. */
static void
check_batch (GRand *random, unsigned quantity, guint *n_checked)
{
  g_autoptr (ScopeCurves) curves = scope_curves_new ();
  g_autoptr (ScopeScene) scene = NULL;
  g_autofree char *spoken = NULL;
  ScopeGhost ghosts[2];
  ScopeBatchRow rows[5];
  ScopeMany many = { rows, 5, 2, g_rand_boolean (random) };
  ScopeBatchOutcome sum;
  ScopeOutcome out;
  ScopeFigure figure;

  fill_state (random, &figure, ghosts);
  for (int i = 0; i < 5; i++)
    {
      for (int k = 0; k < 3; k++)
        rows[i].a[k] = g_rand_double_range (random, -3, 3);
      rows[i].observed = (unsigned) g_rand_int_range (random, 0, 3);
    }
  memcpy (figure.parameters.a, rows[2].a, sizeof rows[2].a);
  figure.parameters.observed = rows[2].observed;
  figure.many = &many;
  scope_view_init (&figure.view, &figure.parameters, figure.many);
  figure.hide = quantity;
  scene = scope_figure_build (&figure, curves, fonts);
  spoken = scope_describe_figure (&figure);
  g_assert_true (scope_shown_evaluate (&figure, &sum));
  scope_outcome_evaluate (&figure.parameters, &out);
  if (quantity != SCOPE_QUANTITY_PROBABILITY
      && !is_number_of (&figure, &out, quantity == SCOPE_QUANTITY_LOSS ? sum.loss : sum.dl_db))
    assert_absent (scene, spoken, quantity == SCOPE_QUANTITY_LOSS ? sum.loss : sum.dl_db, FALSE);
  for (int i = 0; i < 5; i++)
    {
      ScopeParameters own = figure.parameters;

      memcpy (own.a, rows[i].a, sizeof own.a);
      own.observed = rows[i].observed;
      scope_outcome_evaluate (&own, &out);
      if (i == 2 || quantity == SCOPE_QUANTITY_LOSS || fabs (out.dl_db) < 1e-3)
        continue;
      assert_absent (scene, spoken, out.dl_db, FALSE);
      ++*n_checked;
    }
}

static void
test_batches (void)
{
  guint n_checked = 0;

  static const unsigned quantities[]
    = { SCOPE_QUANTITY_GRADIENT, SCOPE_QUANTITY_LOSS, SCOPE_QUANTITY_PROBABILITY };

  for (guint i = 0; i < 150; i++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (i);

      check_batch (random, quantities[i % 3], &n_checked);
    }
  g_assert_cmpuint (n_checked, >, 150);
}

/* Where the loss is least the gradient is 0, where there is no such place it never is: both hide with it. */
static void
test_minimum (void)
{
  static const ScopeBatchRow rows[]
    = { { { 1.0368, 0.0032, 0.1352 }, 0 }, { { 0, 0, 1 }, 2 }, { { 0.0898, 0.8632, 0.1042 }, 1 } };
  static const struct
  {
    double w[3];
    size_t n; /* 0: one flower, and no batch */
  } cases[] = { { { 1, 0, 0 }, 3 }, { { 1, 1, 0 }, 3 }, { { 1, 0, 0 }, 1 }, { { 0, 1, 0 }, 1 },
                { { 1, 1, 1 }, 3 }, { { 1, 0, 0 }, 0 }, { { 0, 0, 1 }, 0 } };
  static const unsigned hides[] = { SCOPE_QUANTITY_GRADIENT, SCOPE_QUANTITY_ALL, 0, SCOPE_QUANTITY_LOSS };

  for (guint i = 0; i < G_N_ELEMENTS (cases) * G_N_ELEMENTS (hides); i++)
    {
      unsigned hide = hides[i % G_N_ELEMENTS (hides)];
      gboolean is_hidden = (hide & SCOPE_QUANTITY_GRADIENT) != 0;
      g_autoptr (ScopeScene) scene = NULL;
      g_autofree char *spoken = NULL;
      size_t n = cases[i / G_N_ELEMENTS (hides)].n;
      ScopeMany many = { rows, n, 0, FALSE };
      ScopeFigure figure;
      guint n_minima;

      scope_figure_init (&figure);
      memcpy (figure.parameters.w, cases[i / G_N_ELEMENTS (hides)].w, sizeof figure.parameters.w);
      figure.many = n > 0 ? &many : NULL;
      figure.hide = hide;
      scene = test_build (fonts, &figure);
      spoken = scope_describe_whole (&figure);
      n_minima = test_count (scene, &scope_role_minimum) + test_count (scene, &scope_role_minimum_label);
      g_assert_cmpint (n_minima > 0, ==, !is_hidden);
      g_assert_cmpint (strstr (spoken, "minimum") != NULL, ==, !is_hidden);
    }
}

/* What is hidden is said to be, and a click on its slot finds it. */
static void
test_slots (void)
{
  g_autoptr (ScopeCurves) curves = scope_curves_new ();
  g_autoptr (ScopeScene) scene = NULL;
  g_autofree char *spoken = NULL;
  ScopeFigure figure;
  guint found = 0;

  scope_figure_init (&figure);
  figure.hide = SCOPE_QUANTITY_ALL;
  scene = scope_figure_build (&figure, curves, fonts);
  spoken = scope_describe_figure (&figure);
  g_assert_nonnull (strstr (spoken, "loss hidden, slope hidden: predict it"));
  for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
    {
      const ScopeItem *item = scope_scene_get_item (scene, i);
      ScopeRect rect;

      if (item->role != &scope_role_result)
        continue;
      scope_scene_get_bounds (scene, item, &rect);
      g_assert_cmpint (scope_scene_hit_quantity (scene, rect.x + rect.width / 2, rect.y + rect.height / 2),
                       ==, SCOPE_QUANTITY_GRADIENT);
      found++;
    }
  g_assert_cmpuint (found, ==, 1);
}

/* The loss and its probability are revealed by a click on the stage, too. */
static void
test_stage_slots (void)
{
  g_autoptr (ScopeCurves) curves = scope_curves_new ();
  g_autoptr (ScopeScene) scene = NULL;
  ScopeFigure figure;
  guint found = 0;

  scope_figure_init (&figure);
  figure.show = 0;
  figure.hide = SCOPE_QUANTITY_ALL;
  figure.stage = &all_said;
  scene = scope_figure_build (&figure, curves, fonts);
  for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
    {
      const ScopeItem *item = scope_scene_get_item (scene, i);
      ScopeRect rect;

      if (item->line == NULL || item->role != &scope_role_node_label
          || strstr (scope_line_get_text (item->line), "= ?") == NULL)
        continue;
      scope_scene_get_bounds (scene, item, &rect);
      found |= (unsigned) scope_scene_hit_quantity (scene, rect.x + rect.width / 2, rect.y + rect.height / 2);
    }
  g_assert_cmpuint (found, ==, SCOPE_QUANTITY_LOSS | SCOPE_QUANTITY_PROBABILITY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fonts = test_fonts ();
  g_test_add_func ("/hidden/places", test_places);
  g_test_add_func ("/hidden/stage-leaks", test_stage_leaks);
  g_test_add_func ("/hidden/stage-slots", test_stage_slots);
  g_test_add_func ("/hidden/leaks", test_leaks);
  g_test_add_func ("/hidden/batches", test_batches);
  g_test_add_func ("/hidden/minimum", test_minimum);
  g_test_add_func ("/hidden/slots", test_slots);
  return test_run (fonts);
}
