/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The chain rule and the diagram under it hold still; the linked plots say whole what they are of. */

#include "figure.h"
#include "stage-step.h"

#include <math.h>
#include <string.h>

#include "common.h"
#include "scenes.h"
#include "roles.h"

static ScopeFonts *fonts;

/* While b₃ moves, formula and diagram stand still: at rest and while it is dragged. */
static void
test_steady (void)
{
  static const double biases[] = { -2, -1.97, -1.5, -0.333, 0, 0.1234, 3.25, 7 };
  ScopeFigure figure;
  g_autoptr (ScopeScene) first = NULL;

  scope_figure_init (&figure);
  figure.width_px = 1200;
  figure.height_px = 900;
  first = test_build (fonts, &figure);
  for (guint i = 0; i < 2 * G_N_ELEMENTS (biases); i++)
    {
      g_autoptr (ScopeScene) scene = NULL;
      size_t other = 0;

      figure.parameters.b = biases[i / 2];
      figure.settled = i % 2 == 0;
      scene = test_build (fonts, &figure);
      for (size_t n = 0; n < scope_scene_get_n_items (first); n++)
        {
          const ScopeItem *before = scope_scene_get_item (first, n), *after;

          if (before->role != &scope_role_formula && before->role != &scope_role_node)
            continue;
          while ((after = scope_scene_get_item (scene, other++))->role != before->role)
            ;
          g_assert_cmpmem (before->points, before->n_points * sizeof *before->points, after->points,
                           after->n_points * sizeof *after->points);
        }
    }
}

/* With several paths the first linked plot says, too, that it is of one of them: shorter rather than cut. */
static void
test_whole_titles (void)
{
  static const double weights[][SCOPE_N_CLASSES] = { { 1, 0, 0 }, { 1, 1, 1 }, { 1, 1, 0 }, { -2.5, 0, 0 } };
  guint n = 0;

  for (double width = 700; width <= 1920; width += 20)
    for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
      {
        ScopeFigure figure;
        g_autoptr (ScopeScene) scene = NULL;

        scope_figure_init (&figure);
        memcpy (figure.parameters.w, weights[i], sizeof figure.parameters.w);
        figure.width_px = width;
        figure.height_px = 0.6 * width;
        scene = test_build (fonts, &figure);
        for (size_t k = 0; k < scope_scene_get_n_items (scene); k++)
          {
            const ScopeItem *item = scope_scene_get_item (scene, k);

            if (item->role != &scope_role_panel_title || item->index < SCOPE_PANEL_LINK_LOGIT)
              continue;
            n++;
            if (strstr (scope_line_get_text (item->line), "…") != NULL)
              g_error ("%g px wide: “%s”", width, scope_line_get_text (item->line));
          }
      }
  g_assert_cmpuint (n, >, 300);
}

/* From the last row: an edge's number is hardly smaller than what stands in the nodes. */
static void
test_edges_on_a_stage (void)
{
  static const double sizes[][2] = { { 1024, 768 }, { 1280, 1024 }, { 1920, 1080 }, { 1280, 720 } };
  const ScopeStage stage
    = { .title = "Title", .n_steps = 3, .show = SCOPE_SHOW_FORMULA | SCOPE_SHOW_DIAGRAM };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      ScopeFigure figure;
      g_autoptr (ScopeScene) scene = NULL;
      ScopeLineSize node;

      scope_figure_init (&figure);
      figure.width_px = sizes[i][0];
      figure.height_px = sizes[i][1];
      figure.digits = 3;
      figure.stage = &stage;
      figure.show = SCOPE_SHOW_FORMULA | SCOPE_SHOW_DIAGRAM | SCOPE_SHOW_POINT;
      scene = test_build (fonts, &figure);
      scope_line_get_size (scope_scene_find_item (scene, &scope_role_node_label, -1)->line, &node);
      for (int edge = 0; edge < 3 * SCOPE_N_FACTORS; edge++)
        {
          const ScopeItem *item = scope_scene_find_item (scene, &scope_role_edge_label, edge);
          ScopeLineSize size;

          g_assert_nonnull (item);
          scope_line_get_size (item->line, &size);
          g_test_message ("%g × %g, edge %d: %.3f", sizes[i][0], sizes[i][1], edge,
                          size.ascent_px / node.ascent_px);
          g_assert_cmpfloat (size.ascent_px, >=, 0.72 * node.ascent_px);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fonts = test_fonts ();
  g_test_add_func ("/formula/steady", test_steady);
  g_test_add_func ("/formula/whole-titles", test_whole_titles);
  g_test_add_func ("/formula/edges-on-a-stage", test_edges_on_a_stage);
  return test_run (fonts);
}
