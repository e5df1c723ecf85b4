/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "figure.h"

#include <math.h>
#include <string.h>

#include "common.h"
#include "scenes.h"
#include "number.h"

static ScopeFonts *fonts;

/* All that is written with a role, in order. */
static char *
text_of (const ScopeScene *scene, ScopeRole role)
{
  GString *text = g_string_new (NULL);

  for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
    {
      const ScopeItem *item = scope_scene_get_item (scene, i);

      if (item->role == role && item->line != NULL)
        g_string_append_printf (text, "%s|", scope_line_get_text (item->line));
    }
  return g_string_free (text, FALSE);
}

/* Those with an index of their own: places, not what joins them. */
static guint
count_places (const ScopeScene *scene, ScopeRole role)
{
  guint n = 0;

  for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
    n += scope_scene_get_item (scene, i)->role == role && scope_scene_get_item (scene, i)->index >= 0;
  return n;
}

/* Walks n steps from the figure's b₃, and stays at the last place. */
static void
walk (ScopeFigure *figure, double *places, size_t n)
{
  for (size_t i = 0; i <= n; i++)
    {
      ScopeOutcome outcome;

      places[i] = figure->parameters.b;
      scope_evaluate (&figure->parameters, &outcome);
      if (i < n)
        figure->parameters.b -= figure->rate * outcome.dl_db;
    }
  figure->trail = (ScopeTrail) { places, n + 1, n, figure->rate };
  figure->show |= SCOPE_SHOW_DESCENT;
}

static void
test_update (void)
{
  double places[4];
  ScopeFigure figure;
  g_autoptr (ScopeScene) scene = NULL;
  g_autofree char *text = NULL, *spoken = NULL, *numbers = NULL;

  scope_figure_init (&figure);
  walk (&figure, places, 0);
  scene = test_build (fonts, &figure);
  text = text_of (scene, SCOPE_ROLE_UPDATE);
  g_assert_nonnull (strstr (text, "−2| − |1| · |(−0.8491)|  =  |−1.151|"));
  g_assert_nonnull (strstr (text, "a drop of 0.7210, the curve gives 0.6653"));
  g_assert_nonnull (strstr (text, "keeps falling towards its bound 0"));
  spoken = scope_figure_describe (&figure);
  g_assert_nonnull (strstr (spoken, "Next step: b₃ = −2 − 1·(−0.8491) = −1.151"));
  numbers = text_of (scene, SCOPE_ROLE_TRAIL_LABEL);
  g_assert_cmpstr (numbers, ==, "0|0|");
}

static void
test_trail (void)
{
  double places[8];
  ScopeFigure figure;
  g_autoptr (ScopeScene) scene = NULL, kept = NULL;

  scope_figure_init (&figure);
  walk (&figure, places, 3);
  scene = test_build (fonts, &figure);
  g_assert_cmpuint (count_places (scene, SCOPE_ROLE_TRAIL), ==, 8);
  g_assert_cmpuint (count_places (scene, SCOPE_ROLE_KEPT_TRAIL), ==, 0);
  figure.kept_trail = figure.trail;
  /* A trail that does not lead to b₃ is not this descent's. */
  figure.parameters.b = 0;
  kept = test_build (fonts, &figure);
  g_assert_cmpuint (count_places (kept, SCOPE_ROLE_TRAIL), ==, 0);
  g_assert_cmpuint (count_places (kept, SCOPE_ROLE_KEPT_TRAIL), ==, 8);
}

static void
test_verdicts (void)
{
  static const struct
  {
    double rate, b;
    double w[3];
    size_t n;
    const char *said;
  } rows[] = {
    { 1, -2, { 1, 1, 1 }, 0, "the loss is the same for every b₃" },
    { 10, -3, { 0.5, 1, 0 }, 900, "converged" },
    { 20, -3, { 0.5, 1, 0 }, 200, "a cycle: the same 2 places" },
    { 14, -3, { 0.5, 1, 0 }, 1, "overshoot" },
    { 1, -3, { 0.5, 1, 0 }, 1, "on its way" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double places[1001];
      ScopeFigure figure;
      g_autofree char *said = NULL;

      scope_figure_init (&figure);
      memset (figure.parameters.a, 0, sizeof figure.parameters.a);
      memcpy (figure.parameters.w, rows[i].w, sizeof figure.parameters.w);
      figure.parameters.b = rows[i].b;
      figure.rate = rows[i].rate;
      walk (&figure, places, rows[i].n);
      said = scope_figure_describe_descent (&figure);
      if (strstr (said, rows[i].said) == NULL)
        g_error ("“%s” does not say “%s”", said, rows[i].said);
    }
}

static void
test_ruler (void)
{
  double places[1];
  ScopeFigure figure;
  g_autoptr (ScopeScene) endless = NULL, finite = NULL;
  g_autofree char *one = NULL, *both = NULL;

  scope_figure_init (&figure);
  walk (&figure, places, 0);
  endless = test_build (fonts, &figure);
  one = text_of (endless, SCOPE_ROLE_RATE);
  g_assert_cmpstr (one, ==, "η|η = 1|safe up to 8|no minimum to take marks at|");
  /* L″ is 1/6 at the minimum b₃ = 0, and nowhere larger. */
  memset (figure.parameters.a, 0, sizeof figure.parameters.a);
  memcpy (figure.parameters.w, (const double[]) { 0.5, 1, 0 }, sizeof figure.parameters.w);
  figure.rate = 14;
  finite = test_build (fonts, &figure);
  both = text_of (finite, SCOPE_ROLE_RATE);
  g_assert_cmpstr (both, ==,
                   "η|η = 14|safe up to 12|fastest 6|edge 12|marks taken at the minimum|");
}

/* The tip at the frame says where a step leads that leaves the picture. */
static void
test_far (void)
{
  double places[1];
  ScopeFigure figure;
  g_autoptr (ScopeScene) scene = NULL;
  g_autofree char *text = NULL;

  scope_figure_init (&figure);
  figure.rate = 100;
  walk (&figure, places, 0);
  scene = test_build (fonts, &figure);
  g_assert_nonnull (test_find (scene, SCOPE_ROLE_DROP, 2));
  text = text_of (scene, SCOPE_ROLE_DROP);
  g_assert_cmpstr (text, ==, "next b3 = 82.91|");
}

/* With the gradient hidden: no step, no promise, no next place, nowhere. */
static void
test_hidden (void)
{
  double places[8];
  ScopeFigure figure;
  ScopeOutcome outcome;
  g_autoptr (ScopeScene) scene = NULL;
  g_autofree char *spoken = NULL;

  scope_figure_init (&figure);
  figure.rate = 3;
  walk (&figure, places, 4);
  figure.trail.at = 1;
  figure.parameters.b = places[1];
  figure.hide = SCOPE_QUANTITY_GRADIENT;
  scene = test_build (fonts, &figure);
  spoken = scope_figure_describe (&figure);
  scope_evaluate (&figure.parameters, &outcome);

  const double secrets[] = { outcome.dl_db, 3 * outcome.dl_db, 3 * outcome.dl_db * outcome.dl_db,
                             places[2] };
  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    {
      g_autofree char *digits = scope_number_format (fabs (secrets[i]), 4, '.');

      g_assert_null (strstr (spoken, digits));
      for (size_t k = 0; k < scope_scene_get_n_items (scene); k++)
        {
          const ScopeItem *item = scope_scene_get_item (scene, k);

          g_assert_true (item->line == NULL
                         || strstr (scope_line_get_text (item->line), digits) == NULL);
        }
    }
  g_assert_null (test_find (scene, SCOPE_ROLE_DROP, -1));
  /* The places after the present one would show the step. */
  g_assert_cmpuint (count_places (scene, SCOPE_ROLE_TRAIL), ==, 4);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  fonts = test_fonts ();
  g_test_add_func ("/figure-descent/update", test_update);
  g_test_add_func ("/figure-descent/trail", test_trail);
  g_test_add_func ("/figure-descent/verdicts", test_verdicts);
  g_test_add_func ("/figure-descent/ruler", test_ruler);
  g_test_add_func ("/figure-descent/far", test_far);
  g_test_add_func ("/figure-descent/hidden", test_hidden);
  status = g_test_run ();
  scope_fonts_free (fonts);
  return status;
}
