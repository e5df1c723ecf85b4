/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The chain rule and the diagram under it hold still. */

#include "figure.h"

#include <math.h>

#include "common.h"
#include "scenes.h"

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

          if (before->role != SCOPE_ROLE_FORMULA && before->role != SCOPE_ROLE_NODE)
            continue;
          while ((after = scope_scene_get_item (scene, other++))->role != before->role)
            ;
          g_assert_cmpmem (before->points, before->n_points * sizeof *before->points, after->points,
                           after->n_points * sizeof *after->points);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fonts = test_fonts ();
  g_test_add_func ("/formula/steady", test_steady);
  return test_run (fonts);
}
