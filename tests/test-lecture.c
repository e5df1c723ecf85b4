/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The built-in lecture: each step draws well on any screen, shows what it says and no more, and
 * gives the lecturer's own state back. */

#include "describe.h"
#include "figure-missing.h"
#include "lecture.h"

#include <math.h>
#include <string.h>

#include "common.h"
#include "scenes.h"
#include "stage-words.h"
#include "state-lecture.h"
#include "state-undo.h"
#include "state.h"
#include "roles.h"

static ScopeFonts *fonts;

static void
fill_figure (guint step, ScopeValues *values, ScopeStage *stage, ScopeFigure *figure)
{
  scope_lecture_fill_values (step, values);
  scope_lecture_fill_stage (step, stage);
  scope_figure_init (figure);
  figure->parameters = values->parameters;
  figure->show = values->show;
  figure->hide = values->hide;
  figure->digits = 3;
  figure->stage = stage;
}

/* As the step is written, with another sentence where there is one. */
static ScopeScene *
build_saying (guint step, const char *text, double width, double height, char **spoken)
{
  g_autoptr (ScopeCurves) curves = scope_curves_new ();
  ScopeValues values;
  ScopeFigure figure;
  ScopeStage stage;

  fill_figure (step, &values, &stage, &figure);
  if (text != NULL)
    {
      memset (stage.sentences, 0, sizeof stage.sentences);
      stage.sentences[0].text = text;
    }
  figure.width_px = width;
  figure.height_px = height;
  if (spoken != NULL)
    *spoken = scope_describe_figure (&figure);
  return scope_figure_build (&figure, curves, fonts);
}

static ScopeScene *
build_step (guint step, double width, double height, char **spoken)
{
  return build_saying (step, NULL, width, height, spoken);
}

/* Nothing is cut off and no text lies on another. */
static void
check_layout (const ScopeScene *scene, guint step)
{
  double width = scope_scene_get_width (scene), height = scope_scene_get_height (scene);

  for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
    {
      const ScopeItem *item = scope_scene_get_item (scene, i);
      ScopeRect own;

      if (item->line == NULL || item->role == &scope_role_step)
        continue;
      scope_scene_get_bounds (scene, item, &own);
      if (own.x < -1 || own.y < -1 || own.x + own.width > width + 1 || own.y + own.height > height + 1)
        g_error ("step %u, %g × %g: “%s” is cut off", step, width, height, scope_line_get_text (item->line));
      own.y += 0.25 * own.height;
      own.height *= 0.5;
      for (size_t j = i + 1; j < scope_scene_get_n_items (scene); j++)
        {
          const ScopeItem *other = scope_scene_get_item (scene, j);
          ScopeRect rect;

          if (other->line == NULL || other->role == &scope_role_step)
            continue;
          scope_scene_get_bounds (scene, other, &rect);
          rect.y += 0.25 * rect.height;
          rect.height *= 0.5;
          if (test_rects_overlap (&own, &rect))
            g_error ("step %u, %g × %g: “%s” lies on “%s”", step, width, height,
                     scope_line_get_text (item->line), scope_line_get_text (other->line));
        }
    }
}

static void
test_layout (void)
{
  static const double sizes[][2]
    = { { 1024, 768 }, { 1280, 720 }, { 1920, 1080 }, { 1920, 1200 }, { 3840, 2160 } };

  for (guint step = 0; step < scope_lecture_n_steps (); step++)
    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
      {
        g_autoptr (ScopeScene) scene = build_step (step, sizes[i][0], sizes[i][1], NULL);

        check_layout (scene, step);
      }
}

/* What the scene says below the picture, its lines joined by spaces. */
static char *
get_caption (const ScopeScene *scene)
{
  GString *text = g_string_new (NULL);

  for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
    {
      const ScopeItem *item = scope_scene_get_item (scene, i);

      if (item->line == NULL || item->role != &scope_role_caption || item->index < 1)
        continue;
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", scope_line_get_text (item->line));
    }
  return g_string_free (text, FALSE);
}

/* No word of a sentence is lost for its length, and what no size holds is seen to go on. */
static void
test_caption (void)
{
  static const double sizes[][2] = { { 1024, 768 }, { 1920, 1080 } };

  for (guint words = 10; words <= 170; words += 40)
    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
      {
        g_autoptr (GString) text = g_string_new ("*p*_{a name of five words}");
        g_autoptr (GString) plain = g_string_new ("pa name of five words");
        g_autoptr (ScopeScene) scene = NULL;
        g_autofree char *caption = NULL;

        for (guint k = 0; k < words; k++)
          {
            g_string_append_printf (text, " word%u", k);
            g_string_append_printf (plain, " word%u", k);
          }
        scene = build_saying (1, text->str, sizes[i][0], sizes[i][1], NULL);
        check_layout (scene, 1);
        caption = get_caption (scene);
        g_test_message ("%u words at %g × %g: %s", words, sizes[i][0], sizes[i][1], caption);
        if (words < 60)
          g_assert_cmpstr (caption, ==, plain->str);
        else
          g_assert_true (g_str_equal (caption, plain->str) || g_str_has_suffix (caption, "…"));
        g_assert_true (words < 170 || g_str_has_suffix (caption, "…"));
      }
}

/* What the step says, as it is written. */
static char *
say_step (guint step)
{
  ScopeValues values;
  ScopeFigure figure;
  ScopeStage stage;

  fill_figure (step, &values, &stage, &figure);
  return scope_stage_words_say (&figure);
}

/* Of what a walk leaves in a panel. */
static gboolean
is_of_a_walk (const ScopeRole *role)
{
  return role == &scope_role_trail_label || role == &scope_role_kept_label || role == &scope_role_drop
         || role == &scope_role_bound || role == &scope_role_rate;
}

/* Type of at least 2.4 % of the height on a wide screen, the result more, and no words larger than that. */
static void
test_type (void)
{
  for (guint step = 0; step < scope_lecture_n_steps (); step++)
    {
      g_autoptr (ScopeScene) scene = build_step (step, 1920, 1080, NULL);
      double result = INFINITY, largest = 0;

      for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
        {
          const ScopeItem *item = scope_scene_get_item (scene, i);
          ScopePlacedRun run;

          if (item->line == NULL || scope_line_get_n_runs (item->line) == 0)
            continue;
          scope_line_get_run (item->line, 0, &run);
          if (item->role == &scope_role_result)
            result = fmin (result, run.size_px);
          else if (item->role == &scope_role_step || item->role == &scope_role_node_label)
            largest = fmax (largest, run.size_px);
          /* A class's name heads its column; a narrow segment of the bar has its number large in the text. */
          if (item->role != &scope_role_tick_label && item->role != &scope_role_bar_label
              && (item->role != &scope_role_step || run.size_px > 24) && !is_of_a_walk (item->role)
              && run.size_px < 0.024 * 1080)
            g_error ("step %u: “%s” of %g px", step + 1, scope_line_get_text (item->line), run.size_px);
        }
      g_assert_cmpfloat (largest, <=, fmin (result, 0.048 * 1080));
    }
}

/* Each step reveals one thing more than the one before; steps as they are counted on screen. */
static void
test_reveals (void)
{
  static const struct
  {
    guint step;
    const char *hidden, *shown;
  } rows[] = {
    { 1, "1.89", "b3 = −2" },
    { 2, "−6.63", "L = 1.89" },
    { 2, "ln 3", "z1 = 1.0368 + b3 = −0.9632" },
    { 3, "−0.849", "ln 3: pure guess" },
    { 4, "−0.849", "slope ?" },
    { 5, "−6.63", "z3 = 0.1352" },
    { 6, "0.128", "−6.63" },
    { 7, "= −0.849", "0.128" },
    { 8, "?", "= −0.849" },
    { 9, "?", "slope 1" },
    { 10, "?", "=  −(1 − pSetosa)" },
    { 10, "observed", "  =  pSetosa − 1" },
    { 11, "?", "observed  yk" },
    { 11, "Virginica now", "∂L/∂b3 = ∂L/∂z1 = p1 − y1 = −0.849" },
    { 12, "?", "−1.15" },
    { 13, "1.89", "L = −ln pVirginica = 0.793" },
    { 13, "0.151·", "z1 = 1.0368 + b3 = −0.9632" },
    { 14, "0.151", "slope ?" },
    { 15, "0.151", "−2.21" },
    { 16, "= 0.151", "−0.0683" },
    { 17, "?", "= 0.151" },
    { 18, "?", "∂L/∂b3 = ∂L/∂z1 = p1 − y1 = 0.151" },
    { 19, "?", "∂L/∂b3 = −0.849" },
    { 20, "?", "b3 = −2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *spoken = NULL, *said = say_step (rows[i].step - 1);
      g_autoptr (ScopeScene) scene = build_step (rows[i].step - 1, 1920, 1080, &spoken);
      gboolean is_asked = g_str_equal (rows[i].hidden, "?");

      if (is_asked ? test_has_text (scene, "= ?") || test_has_text (scene, "slope ?")
                   : test_has_text (scene, rows[i].hidden) || strstr (spoken, rows[i].hidden) != NULL
                       || strstr (said, rows[i].hidden) != NULL)
        g_error ("step %u shows %s", rows[i].step, rows[i].hidden);
      if (!test_has_text (scene, rows[i].shown))
        g_error ("step %u does not show %s", rows[i].step, rows[i].shown);
    }
}

/* Every step has b₃, and the path where one is spoken of. */
static void
test_always (void)
{
  for (guint step = 0; step < scope_lecture_n_steps (); step++)
    {
      g_autofree char *said = say_step (step);
      g_autoptr (ScopeScene) scene = build_step (step, 1024, 768, NULL);

      g_assert_true (test_has_text (scene, "b3 = −2"));
      g_test_message ("%u: %s", step + 1, said);
      if (strstr (said, "along the path") != NULL || strstr (said, "along one path") != NULL
          || strstr (said, "not z₃") != NULL)
        g_assert_cmpuint (test_count (scene, &scope_role_node), >, 0);
    }
}

/* What is asked for by key has room at every step, and what was said before goes for it. */
static void
test_asked (void)
{
  static const double sizes[][2] = { { 1024, 768 }, { 1920, 1080 }, { 3840, 2160 } };
  static const unsigned parts[]
    = { SCOPE_SHOW_DIAGRAM, SCOPE_SHOW_LINKS, SCOPE_SHOW_MISTAKES, SCOPE_SHOW_HOOD,   SCOPE_SHOW_STEPS,
        SCOPE_SHOW_FORMULA, SCOPE_SHOW_CASES, SCOPE_SHOW_SHIFT,    SCOPE_SHOW_ANSWERS };

  for (guint step = 0; step < scope_lecture_n_steps (); step++)
    for (guint i = 0; i < G_N_ELEMENTS (parts) * G_N_ELEMENTS (sizes); i++)
      {
        const double *size = sizes[i % G_N_ELEMENTS (sizes)];
        unsigned part = parts[i / G_N_ELEMENTS (sizes)];
        g_autoptr (ScopeCurves) curves = scope_curves_new ();
        g_autoptr (ScopeScene) scene = NULL;
        ScopeValues values;
        ScopeFigure figure;
        ScopeStage stage;

        fill_figure (step, &values, &stage, &figure);
        figure.show |= part;
        figure.width_px = size[0];
        figure.height_px = size[1];
        scene = scope_figure_build (&figure, curves, fonts);
        if (scope_figure_missing (&figure, scene) & part)
          g_error ("step %u, %g × %g: no room for %x", step + 1, size[0], size[1], part);
        g_assert_true (test_has_text (scene, "b3 = −2"));
        check_layout (scene, step);
      }
}

/* The second column and the words below have room for any numbers, wires and names. */
static void
test_any_numbers (void)
{
  static const double weights[][SCOPE_N_CLASSES] = { { 1, 0, 0 }, { 0, -2.5, 0 }, { 1, 1, 1 }, { 0, 0, 0 } };
  g_autoptr (GRand) random = g_rand_new_with_seed (31);

  for (guint i = 0; i < 120; i++)
    {
      g_autoptr (ScopeCurves) curves = scope_curves_new ();
      g_autoptr (ScopeScene) scene = NULL;
      guint step = i % scope_lecture_n_steps ();
      ScopeValues values;
      ScopeFigure figure;
      ScopeStage stage;

      fill_figure (step, &values, &stage, &figure);
      figure.parameters.b = g_rand_double_range (random, -10, 10);
      figure.parameters.observed = (unsigned) g_rand_int_range (random, 0, 3);
      for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
        figure.parameters.a[k] = g_rand_double_range (random, -60, 60);
      memcpy (figure.parameters.w, weights[i % G_N_ELEMENTS (weights)], sizeof figure.parameters.w);
      g_strlcpy (figure.classes.name[1],
                 i % 2 ? "Versicolor" : "a flower with a name of sixty letters, which is the most, now",
                 sizeof figure.classes.name[1]);
      figure.width_px = i % 3 ? 1920 : 1024;
      figure.height_px = i % 3 ? 1080 : 768;
      scope_view_init (&figure.view, &figure.parameters, NULL);
      scene = scope_figure_build (&figure, curves, fonts);
      for (size_t n = 0; n < scope_scene_get_n_items (scene); n++)
        {
          const ScopeItem *item = scope_scene_get_item (scene, n);
          ScopeRect rect;

          if (item->line == NULL
              || (item->role != &scope_role_caption && item->role != &scope_role_node_label
                  && item->role != &scope_role_formula && item->role != &scope_role_step))
            continue;
          scope_scene_get_bounds (scene, item, &rect);
          if (rect.x < -1 || rect.x + rect.width > figure.width_px + 1
              || rect.y + rect.height > figure.height_px + 1)
            g_error ("step %u: “%s” is cut off", step + 1, scope_line_get_text (item->line));
          g_assert_false (item->role == &scope_role_caption && item->index > 0
                          && g_str_has_suffix (scope_line_get_text (item->line), "…"));
        }
    }
}

/* The state is borrowed: values, view and undo are there again afterwards. */
static void
test_borrowed (void)
{
  g_autoptr (ScopeState) state = g_object_new (SCOPE_TYPE_STATE, NULL);
  ScopeValues values;
  gboolean can_undo;

  scope_state_set_bias (state, 4);
  scope_state_begin_lecture (state);
  g_assert_true (scope_state_in_lecture (state));
  scope_lecture_fill_values (12, &values);
  scope_state_show_step (state, &values);
  g_assert_cmpfloat (scope_state_get_parameters (state)->b, ==, -2);
  g_assert_cmpuint (scope_state_get_parameters (state)->observed, ==, 2);
  scope_state_set_bias (state, 7);
  scope_state_undo (state);
  g_assert_cmpfloat (scope_state_get_parameters (state)->b, ==, -2);
  g_object_get (state, "can-undo", &can_undo, NULL);
  g_assert_false (can_undo);

  scope_state_end_lecture (state);
  g_assert_cmpfloat (scope_state_get_parameters (state)->b, ==, 4);
  g_assert_cmpuint (scope_state_get_show (state), ==, SCOPE_SHOW_DEFAULT);
  scope_state_undo (state);
  g_assert_cmpfloat (scope_state_get_parameters (state)->b, ==, -2);
}

/* A drag ends with the values that it began with, in either direction. */
static void
test_drags (void)
{
  g_autoptr (ScopeState) state = g_object_new (SCOPE_TYPE_STATE, NULL);
  ScopeValues values;
  gboolean can_undo;

  scope_state_begin_drag (state);
  scope_state_set_bias (state, 4);
  scope_state_begin_lecture (state);
  g_assert_false (scope_state_is_dragging (state));
  scope_lecture_fill_values (1, &values);
  scope_state_show_step (state, &values);
  scope_state_end_drag (state);

  scope_state_begin_drag (state);
  scope_state_set_bias (state, 5);
  scope_lecture_fill_values (2, &values);
  scope_state_show_step (state, &values);
  g_assert_false (scope_state_is_dragging (state));
  scope_state_end_drag (state);

  scope_state_begin_drag (state);
  scope_state_set_bias (state, 6);
  scope_state_end_lecture (state);
  g_assert_false (scope_state_is_dragging (state));
  scope_state_end_drag (state);
  g_assert_cmpfloat (scope_state_get_parameters (state)->b, ==, 4);
  /* One step of its own for what was dragged before, and for what comes after. */
  scope_state_set_bias (state, 7);
  scope_state_undo (state);
  g_assert_cmpfloat (scope_state_get_parameters (state)->b, ==, 4);
  scope_state_undo (state);
  g_assert_cmpfloat (scope_state_get_parameters (state)->b, ==, -2);
  g_object_get (state, "can-undo", &can_undo, NULL);
  g_assert_false (can_undo);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fonts = test_fonts ();
  g_test_add_func ("/lecture/layout", test_layout);
  g_test_add_func ("/lecture/caption", test_caption);
  g_test_add_func ("/lecture/type", test_type);
  g_test_add_func ("/lecture/reveals", test_reveals);
  g_test_add_func ("/lecture/always", test_always);
  g_test_add_func ("/lecture/asked", test_asked);
  g_test_add_func ("/lecture/any-numbers", test_any_numbers);
  g_test_add_func ("/lecture/borrowed", test_borrowed);
  g_test_add_func ("/lecture/drags", test_drags);
  return test_run (fonts);
}
