/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The plot comes first: whatever else is asked for, it keeps its part of the picture, nothing lies on it, and
 * what stands in it is joined to what it names. */

#include "figure-missing.h"
#include "figure.h"

#include <math.h>
#include <string.h>

#include "common.h"
#include "iris.h"
#include "labels.h"
#include "scenes.h"
#include "walks.h"
#include "roles.h"

static ScopeFonts *fonts;

/* In every combination. */
static const unsigned parts[]
  = { SCOPE_SHOW_STEPS,         SCOPE_SHOW_MISTAKES, SCOPE_SHOW_CASES | SCOPE_SHOW_ANSWERS,
      SCOPE_SHOW_SHIFT,         SCOPE_SHOW_DESCENT,  SCOPE_SHOW_HOOD,
      SCOPE_SHOW_PROBABILITIES, SCOPE_SHOW_LINKS };
#define N_COMBINATIONS (1u << G_N_ELEMENTS (parts))
#define MOST_STEPS 8

static const ScopeMany three_flowers = { test_flower_rows, G_N_ELEMENTS (test_flower_rows), 0, FALSE };

static void
set_figure (ScopeFigure *figure, const double size[2], unsigned combination, const ScopeMany *many,
            double places[MOST_STEPS])
{
  scope_figure_init (figure);
  figure->width_px = size[0];
  figure->height_px = size[1];
  figure->show &= ~(unsigned) SCOPE_SHOW_LINKS;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (combination >> i & 1)
      figure->show |= parts[i];
  if (many != NULL)
    test_take_many (figure, many);
  else if (figure->show & SCOPE_SHOW_DESCENT)
    test_walk (figure, places, 2);
}

static ScopeRect
panel_rect (const ScopeScene *scene, ScopePanel panel)
{
  ScopeRect rect;

  scope_scene_get_bounds (scene, scope_scene_find_item (scene, &scope_role_panel, (int) panel), &rect);
  return rect;
}

static void
test_share (void)
{
  static const double sizes[][2] = { { 1280, 720 }, { 1920, 1080 }, { 1024, 768 }, { 3840, 2160 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (unsigned combination = 0; combination < N_COMBINATIONS; combination++)
      for (int many = 0; many < 2; many++)
        {
          double places[MOST_STEPS], share;
          ScopeFigure figure;
          g_autoptr (ScopeScene) scene = NULL;
          gboolean third;

          set_figure (&figure, sizes[i], combination, many ? &three_flowers : NULL, places);
          scene = test_build (fonts, &figure);
          third = scope_scene_find_item (scene, &scope_role_panel, SCOPE_PANEL_PROBABILITY) != NULL;
          share = panel_rect (scene, SCOPE_PANEL_LOSS).height / sizes[i][1];
          if (share < (third ? 0.195 : 0.225))
            g_error ("The loss has %.3f of %g × %g, combination %u, many %d", share, sizes[i][0], sizes[i][1],
                     combination, many);
        }
}

/* A first step takes neither the question nor the diagram, and the plot keeps nearly all of its height. */
static void
test_first_step (void)
{
  static const double sizes[][2] = { { 1280, 720 }, { 1920, 1080 }, { 1024, 768 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      const unsigned links = 1u << 7, descent = 1u << 4;
      double places[MOST_STEPS];
      ScopeFigure figure;
      g_autoptr (ScopeScene) before = NULL, after = NULL;

      set_figure (&figure, sizes[i], links, NULL, places);
      before = test_build (fonts, &figure);
      g_assert_cmpuint (scope_figure_missing (&figure, before), ==, 0);
      set_figure (&figure, sizes[i], links | descent, NULL, places);
      after = test_build (fonts, &figure);
      g_assert_cmpuint (scope_figure_missing (&figure, after), ==, 0);
      g_assert_nonnull (scope_scene_find_item (after, &scope_role_update, -1));
      g_assert_cmpfloat (panel_rect (after, SCOPE_PANEL_LOSS).height, >,
                         0.7 * panel_rect (before, SCOPE_PANEL_LOSS).height);
    }
}

/* All that is written outside of the panels. */
static gboolean
is_outside (const ScopeItem *item)
{
  static const ScopeRole *const outside[] = { &scope_role_step,
                                              &scope_role_strike,
                                              &scope_role_mistake,
                                              &scope_role_case,
                                              &scope_role_answer,
                                              &scope_role_shift,
                                              &scope_role_update,
                                              &scope_role_rate,
                                              &scope_role_formula,
                                              &scope_role_result,
                                              &scope_role_bar,
                                              &scope_role_residual,
                                              &scope_role_node,
                                              &scope_role_node_label,
                                              &scope_role_edge_label,
                                              &scope_role_hood,
                                              &scope_role_waterfall_label,
                                              &scope_role_question,
                                              &scope_role_panel_title,
                                              &scope_role_point_label,
                                              &scope_role_slope_label };

  for (guint i = 0; i < G_N_ELEMENTS (outside); i++)
    if (item->role == outside[i])
      return TRUE;
  return FALSE;
}

static void
check_outside (const ScopeScene *scene)
{
  for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
    {
      const ScopeItem *item = scope_scene_get_item (scene, i);
      ScopeRect own;

      if (!is_outside (item))
        continue;
      own = item->line != NULL ? test_ink_of (scene, item) : (ScopeRect) { 0 };
      if (item->line == NULL)
        scope_scene_get_bounds (scene, item, &own);
      for (int panel = 0; panel <= SCOPE_PANEL_GRADIENT; panel++)
        {
          const ScopeRect rect = panel_rect (scene, (ScopePanel) panel);

          if (test_rects_overlap (&own, &rect))
            g_error ("“%s” (%s) lies on panel %d in %g × %g",
                     item->line != NULL ? scope_line_get_text (item->line) : "", item->role->name, panel,
                     scope_scene_get_width (scene), scope_scene_get_height (scene));
        }
    }
}

static void
test_nothing_on_the_plot (void)
{
  static const double widths[] = { 320, 480, 640, 800, 1024, 1280, 1600, 1920 };
  static const double heights[] = { 240, 360, 480, 620, 768, 900, 1080 };

  for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
    for (guint h = 0; h < G_N_ELEMENTS (heights); h++)
      for (unsigned combination = (w + h) % 7; combination < N_COMBINATIONS; combination += 7)
        {
          const double size[2] = { widths[w], heights[h] };
          double places[MOST_STEPS];
          ScopeFigure figure;
          g_autoptr (ScopeScene) scene = NULL;

          set_figure (&figure, size, combination, combination % 2 ? &three_flowers : NULL, places);
          figure.text_scale = combination % 3 == 0 ? 1.5 : 1;
          scene = test_build (fonts, &figure);
          check_outside (scene);
          test_check_inside (scene);
        }
}

static double
distance_to (const ScopeRect *box, const ScopePoint *at)
{
  return hypot (at->x - CLAMP (at->x, box->x, box->x + box->width),
                at->y - CLAMP (at->y, box->y, box->y + box->height));
}

/* Beside its bracket, or at one end of a leader that comes close to it. */
static gboolean
is_joined (const ScopeScene *scene, const ScopeRect *box, double near)
{
  for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
    {
      const ScopeItem *item = scope_scene_get_item (scene, i);

      if (item->role != &scope_role_drop && item->role != &scope_role_leader)
        continue;
      for (size_t p = 0; item->line == NULL && p < item->n_points; p++)
        if (distance_to (box, &item->points[p]) < near)
          return TRUE;
    }
  return FALSE;
}

static void
test_drops_are_joined (void)
{
  static const double sizes[][2] = { { 1280, 720 }, { 1920, 1080 }, { 1024, 768 }, { 640, 480 } };
  guint n_labels = 0;

  for (guint i = 0; i < 4 * 81; i++)
    {
      double places[MOST_STEPS];
      ScopeFigure figure;
      g_autoptr (ScopeScene) scene = NULL;

      set_figure (&figure, sizes[i % 4], 1u << 4 | (i % 3 ? 1u : 0), NULL, places);
      figure.parameters.b = -10 + i / 4 * 0.25;
      figure.parameters.observed = i % 3;
      figure.rate = 0.5 + i % 7;
      test_walk (&figure, places, i % 5);
      scene = test_build (fonts, &figure);
      for (size_t j = 0; j < scope_scene_get_n_items (scene); j++)
        {
          const ScopeItem *item = scope_scene_get_item (scene, j);
          ScopeLineSize size;
          ScopeRect box;

          if (item->role != &scope_role_drop || item->line == NULL)
            continue;
          scope_line_get_size (item->line, &size);
          box = (ScopeRect) { item->points[0].x, item->points[0].y - size.ascent_px, size.width_px,
                              size.ascent_px + size.descent_px };
          n_labels++;
          /* A line of it is 1.3 em. */
          if (!is_joined (scene, &box, 2.2 * box.height))
            g_error ("“%s” floats in %g × %g at b3 = %g", scope_line_get_text (item->line), figure.width_px,
                     figure.height_px, figure.parameters.b);
        }
    }
  g_assert_cmpuint (n_labels, >, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fonts = test_fonts ();
  g_test_add_func ("/room/share", test_share);
  g_test_add_func ("/room/first-step", test_first_step);
  g_test_add_func ("/room/nothing-on-the-plot", test_nothing_on_the_plot);
  g_test_add_func ("/room/drops-are-joined", test_drops_are_joined);
  return test_run (fonts);
}
