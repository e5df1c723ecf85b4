/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands beside the plot in a hall, and the words below it: large enough to read, each row a statement of
 * its own, and no formula broken between two lines. */

#include "hidden.h"
#include "lecture.h"

#include <math.h>
#include <string.h>

#include "common.h"
#include "scenes.h"
#include "roles.h"

static ScopeFonts *fonts;

static const double sizes[][2] = { { 1024, 768 }, { 1280, 720 }, { 1920, 1080 }, { 3840, 2160 } };

/* A step of the lecture. */
static void
fill (guint step, ScopeFigure *figure, ScopeStage *stage)
{
  ScopeValues values;

  scope_lecture_fill_values (step - 1, &values);
  scope_lecture_fill_stage (step - 1, stage);
  scope_figure_init (figure);
  figure->parameters = values.parameters;
  figure->show = values.show;
  figure->hide = values.hide;
  figure->digits = 3;
  figure->stage = stage;
}

/* With one more part, and nothing hidden where all is asked for. */
static ScopeScene *
build (guint step, unsigned part, gboolean all, const double *size)
{
  ScopeFigure figure;
  ScopeStage stage;

  fill (step, &figure, &stage);
  figure.show |= part;
  if (all)
    figure.hide = 0;
  figure.width_px = size[0];
  figure.height_px = size[1];
  return test_build (fonts, &figure);
}

static double
smallest_run (const ScopeItem *item)
{
  double size = INFINITY;

  for (size_t i = 0; i < scope_line_get_n_runs (item->line); i++)
    {
      ScopePlacedRun run;

      scope_line_get_run (item->line, i, &run);
      size = fmin (size, run.size_px);
    }
  return size;
}

/* The stage's em: a title is 1.2 of it. */
static double
find_em (const ScopeScene *scene)
{
  for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
    {
      const ScopeItem *item = scope_scene_get_item (scene, i);

      if (item->role == &scope_role_caption && item->line != NULL && item->index == 0)
        return smallest_run (item) / 1.2;
    }
  g_assert_not_reached ();
}

static gboolean
is_head (const ScopeItem *item)
{
  static const char *const names[] = { "Setosa", "Versicolor", "Virginica" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (item->line != NULL && item->role == &scope_role_step
        && g_str_equal (scope_line_get_text (item->line), names[i]))
      return TRUE;
  return FALSE;
}

static const ScopeItem *
find_text (const ScopeScene *scene, const ScopeRole *role, const char *text)
{
  for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
    {
      const ScopeItem *item = scope_scene_get_item (scene, i);

      if (item->role == role && item->line != NULL && g_str_equal (scope_line_get_text (item->line), text))
        return item;
    }
  g_error ("there is no “%s”", text);
}

/* Whatever is asked for, its words and numbers have at least four fifths of the stage's type; a table's heads are
 * names that stand elsewhere, too. */
static void
test_type (void)
{
  static const unsigned parts[] = { 0,
                                    SCOPE_SHOW_DIAGRAM,
                                    SCOPE_SHOW_MISTAKES,
                                    SCOPE_SHOW_STEPS,
                                    SCOPE_SHOW_CASES,
                                    SCOPE_SHOW_SHIFT,
                                    SCOPE_SHOW_ANSWERS };
  static const ScopeRole *const roles[] = { &scope_role_edge_label, &scope_role_mistake, &scope_role_case,
                                            &scope_role_answer,     &scope_role_update,  &scope_role_result };
  guint n = 0;

  for (guint step = 1; step <= scope_lecture_n_steps (); step++)
    for (guint i = 0; i < 2 * G_N_ELEMENTS (parts) * G_N_ELEMENTS (sizes); i++)
      {
        const double *size = sizes[i % G_N_ELEMENTS (sizes)];
        g_autoptr (ScopeScene) scene
          = build (step, parts[i / G_N_ELEMENTS (sizes) % G_N_ELEMENTS (parts)], i % 2, size);
        double em = find_em (scene);

        for (size_t k = 0; k < scope_scene_get_n_items (scene); k++)
          {
            const ScopeItem *item = scope_scene_get_item (scene, k);
            gboolean counts = FALSE;

            for (guint r = 0; r < G_N_ELEMENTS (roles); r++)
              counts = counts || item->role == roles[r];
            if (!counts || item->line == NULL)
              continue;
            n++;
            if (test_type_size (item) < 0.8 * em)
              g_error ("step %u, %g × %g: “%s” has %.2f of the stage's type", step, size[0], size[1],
                       scope_line_get_text (item->line), test_type_size (item) / em);
          }
      }
  g_assert_cmpuint (n, >, 1000);
}

/* What the sliders leave of a screen (stage-style.c, style.css). */
static double
width_beside_sliders (const double *screen)
{
  return floor (screen[0] - 18.5 * fmax (14.7, 0.025 * screen[1]));
}

/* With the sliders beside it, too, type is read from the last row: it follows from the height. Of the table's heads
 * the colours and names stand elsewhere, and what is raised is an exponent. */
static void
test_beside_sliders (void)
{
  static const double screens[][2]
    = { { 800, 600 },  { 1024, 768 },  { 1280, 720 },  { 1280, 800 }, { 1280, 1024 },
        { 1366, 768 }, { 1920, 1080 }, { 2560, 1440 }, { 3840, 2160 } };
  static const unsigned parts[] = { 0,
                                    SCOPE_SHOW_DIAGRAM,
                                    SCOPE_SHOW_MISTAKES,
                                    SCOPE_SHOW_STEPS,
                                    SCOPE_SHOW_CASES,
                                    SCOPE_SHOW_SHIFT,
                                    SCOPE_SHOW_ANSWERS,
                                    SCOPE_SHOW_HOOD,
                                    SCOPE_SHOW_LINKS,
                                    SCOPE_SHOW_PROBABILITIES };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (parts) * G_N_ELEMENTS (screens) * scope_lecture_n_steps (); i++)
    {
      const double *screen = screens[i / 2 % G_N_ELEMENTS (screens)];
      unsigned part = parts[i / 2 / G_N_ELEMENTS (screens) % G_N_ELEMENTS (parts)];
      guint step = 1 + i / 2 / G_N_ELEMENTS (screens) / G_N_ELEMENTS (parts);
      g_autoptr (ScopeScene) scene
        = build (step, part, i % 2, (const double[]) { width_beside_sliders (screen), screen[1] });

      for (size_t k = 0; k < scope_scene_get_n_items (scene); k++)
        {
          const ScopeItem *item = scope_scene_get_item (scene, k);
          const char *text = item->line != NULL ? scope_line_get_text (item->line) : "";
          double part_of = item->role == &scope_role_shift || is_head (item) ? 0.74 : 1;

          if (*text != '\0' && test_type_size (item) < part_of * 0.0146 * screen[1])
            g_error ("step %u, %x, %g × %g: “%s” has %.1f px", step, part, screen[0], screen[1], text,
                     test_type_size (item));
        }
    }
}

/* No part of a common mistake is lost for its length. */
static void
test_mistakes (void)
{
  static const char *const parts[] = { "the article's path, through z3", "b3 does not feed z3", "through z1",
                                       "only the diagonal", "z1 does move p3: one sum divides all three" };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (ScopeScene) other = build (18, SCOPE_SHOW_MISTAKES, TRUE, sizes[i]);
      g_autoptr (ScopeScene) own = build (8, SCOPE_SHOW_MISTAKES, TRUE, sizes[i]);

      for (guint k = 0; k < G_N_ELEMENTS (parts); k++)
        find_text (other, &scope_role_mistake, parts[k]);
      find_text (own, &scope_role_mistake, "stopped at the first factor");
      find_text (own, &scope_role_mistake, "Here the diagonal ∂p/∂z is enough.");
      find_text (own, &scope_role_mistake, "Where another class was observed, it is not.");
      /* −2.21 · 0.248 · 0 is 0, not about that. */
      g_assert_false (test_has_text (other, "≈"));
    }
}

/* A row that begins with "=" goes on from the formula right above it; any other says what is equal. */
static void
test_left_side (void)
{
  static const struct
  {
    guint step;
    unsigned part;
    gboolean all, has_left_side;
  } rows[] = {
    { 2, SCOPE_SHOW_STEPS, FALSE, TRUE },     { 2, SCOPE_SHOW_MISTAKES, FALSE, TRUE },
    { 4, SCOPE_SHOW_STEPS, TRUE, TRUE },      { 6, SCOPE_SHOW_STEPS, FALSE, FALSE },
    { 8, SCOPE_SHOW_STEPS, FALSE, TRUE },     { 10, 0, FALSE, FALSE },
    { 10, SCOPE_SHOW_DIAGRAM, FALSE, TRUE },  { 12, SCOPE_SHOW_STEPS, FALSE, TRUE },
    { 16, SCOPE_SHOW_MISTAKES, FALSE, TRUE }, { 20, SCOPE_SHOW_STEPS, FALSE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint k = 0; k < G_N_ELEMENTS (sizes); k++)
      {
        g_autoptr (ScopeScene) scene = build (rows[i].step, rows[i].part, rows[i].all, sizes[k]);

        if (test_has_text (scene, "∂L/∂b3  ") != rows[i].has_left_side)
          g_error ("step %u with %x says%s what the steps are equal to", rows[i].step, rows[i].part,
                   rows[i].has_left_side ? " not" : "");
      }
}

/* A formula in the words stays on one line. */
static void
test_words (void)
{
  static const char *const signs[] = { "=", "·", "−", "+", "≈", "←" };
  guint n_lines = 0;

  for (guint step = 1; step <= scope_lecture_n_steps (); step++)
    for (double width = 900; width < 1920; width += 20)
      {
        g_autoptr (ScopeScene) scene = build (step, 0, FALSE, (const double[]) { width, 768 });

        for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
          {
            const ScopeItem *item = scope_scene_get_item (scene, i);
            const char *text = item->line != NULL ? scope_line_get_text (item->line) : "";

            if (item->role != &scope_role_caption)
              continue;
            n_lines++;
            for (guint k = 0; k < G_N_ELEMENTS (signs); k++)
              {
                g_autofree char *first = g_strdup_printf ("%s ", signs[k]);
                g_autofree char *last = g_strdup_printf (" %s", signs[k]);

                if (g_str_has_prefix (text, first) || g_str_has_suffix (text, last))
                  g_error ("step %u, %g px wide: “%s”", step, width, text);
              }
          }
      }
  g_assert_cmpuint (n_lines, >, 1000);
}

static double
right_of (const ScopeScene *scene, const char *text)
{
  const ScopeItem *item = find_text (scene, &scope_role_step, text);
  ScopeLineSize size;

  scope_line_get_size (item->line, &size);
  return item->points[0].x + size.width_px;
}

/* Digits of a column stand below each other, a minus before them. */
static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (ScopeScene) setosa = build (11, 0, FALSE, sizes[i]);
      g_autoptr (ScopeScene) virginica = build (18, 0, FALSE, sizes[i]);

      g_assert_cmpfloat_with_epsilon (right_of (setosa, "−0.849"), right_of (setosa, "0.151"), 0.5);
      g_assert_cmpfloat_with_epsilon (right_of (virginica, "−0.547"), right_of (virginica, "0.453"), 0.5);
    }
}

/* However b₃ is dragged, the cells of a row stand apart, and can be read. */
static void
test_dragged_table (void)
{
  static const double widths[] = { 1024, 678 };

  for (int i = 0; i <= 2 * 80; i++)
    {
      g_autoptr (ScopeScene) scene = NULL;
      const ScopeItem *before = NULL;
      ScopeFigure figure;
      ScopeStage stage;

      fill (18, &figure, &stage);
      figure.hide = 0;
      figure.parameters.b = -10 + 0.25 * (i / 2);
      figure.width_px = widths[i % 2];
      figure.height_px = 768;
      scene = test_build (fonts, &figure);
      for (size_t k = 0; k < scope_scene_get_n_items (scene); k++)
        {
          const ScopeItem *item = scope_scene_get_item (scene, k);
          ScopeRect one, other;

          if (item->role != &scope_role_step || item->line == NULL
              || *scope_line_get_text (item->line) == '\0' || is_head (item))
            continue;
          g_assert_cmpfloat (test_type_size (item), >=, (i % 2 ? 0.0125 : 0.0165) * figure.height_px);
          scope_scene_get_bounds (scene, item, &one);
          if (before != NULL && fabs (before->points[0].y - item->points[0].y) < 3)
            {
              scope_scene_get_bounds (scene, before, &other);
              if (one.x - other.x - other.width < 0)
                g_error ("b = %g: “%s” and “%s” touch", figure.parameters.b,
                         scope_line_get_text (before->line), scope_line_get_text (item->line));
            }
          before = item;
        }
    }
}

/* What is 1.0368 − 2 ends where that does, whether it is said how it came about or not. */
static void
test_sums (void)
{
  g_autoptr (ScopeScene) scene = NULL;
  ScopeFigure figure;
  ScopeStage stage;

  fill (8, &figure, &stage);
  figure.hide = SCOPE_QUANTITY_ALL;
  scene = test_build (fonts, &figure);
  find_text (scene, &scope_role_node_label, "z1 = −0.9632");
  find_text (scene, &scope_role_node_label, "z2 = 0.0032");
}

/* Nothing is drawn of a descent that nobody speaks of: its brackets have their words, its bound is left out. */
static void
test_descent (void)
{
  g_autoptr (ScopeScene) scene = build (12, 0, FALSE, sizes[2]);

  g_assert_cmpuint (test_count (scene, &scope_role_drop), >, 0);
  g_assert_true (test_has_text (scene, "promised drop 0.721, given 0.665"));
  g_assert_cmpuint (test_count (scene, &scope_role_bound), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fonts = test_fonts ();
  g_test_add_func ("/stage-column/type", test_type);
  g_test_add_func ("/stage-column/beside-sliders", test_beside_sliders);
  g_test_add_func ("/stage-column/mistakes", test_mistakes);
  g_test_add_func ("/stage-column/left-side", test_left_side);
  g_test_add_func ("/stage-column/words", test_words);
  g_test_add_func ("/stage-column/table", test_table);
  g_test_add_func ("/stage-column/dragged-table", test_dragged_table);
  g_test_add_func ("/stage-column/sums", test_sums);
  g_test_add_func ("/stage-column/descent", test_descent);
  return test_run (fonts);
}
