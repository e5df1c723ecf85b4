/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <string.h>

#include "common.h"
#include "curves.h"
#include "figure-build.h"
#include "figure-values.h"

/* A figure's scene, with nothing cached, and what is in it. */

static inline ScopeScene *
test_build (ScopeFonts *fonts, const ScopeFigure *figure)
{
  g_autoptr (ScopeCurves) curves = scope_curves_new ();

  return scope_figure_build (figure, curves, fonts);
}

/* Makes the figure one of many flowers, round their sum. */
static inline void
test_take_many (ScopeFigure *figure, const ScopeMany *many)
{
  memcpy (figure->parameters.a, many->rows[many->selected].a, sizeof figure->parameters.a);
  figure->parameters.observed = many->rows[many->selected].observed;
  figure->many = many;
  scope_view_fit (&figure->view, &figure->parameters, figure->many);
}

/* TRUE where a line of the scene holds text. */
static inline gboolean
test_has_text (const ScopeScene *scene, const char *text)
{
  for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
    {
      const ScopeItem *item = scope_scene_get_item (scene, i);

      if (item->line != NULL && strstr (scope_line_get_text (item->line), text) != NULL)
        return TRUE;
    }
  return FALSE;
}

static inline guint
test_count (const ScopeScene *scene, const ScopeRole *role)
{
  guint n = 0;

  for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
    n += scope_scene_get_item (scene, i)->role == role;
  return n;
}
