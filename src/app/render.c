/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "render.h"

#include "curves.h"
#include "drawer.h"

gboolean
scope_render (ScopeFigureCopy *copy, const ScopeRender *wanted, guint n, GBytes **bytes, GError **error)
{
  const ScopeFigure *figure = &copy->figure;
  g_autoptr (ScopeManyTotal) total = scope_many_total_new ();
  g_autoptr (ScopeFonts) fonts = scope_drawer_load_fonts ();
  g_autoptr (ScopeCurves) curves = scope_curves_new ();
  g_autoptr (ScopeScene) scene = NULL;
  g_autofree char *title = NULL, *description = NULL;

  scope_figure_copy_complete (copy, total);
  scene = scope_figure_build (figure, curves, fonts);
  title = scope_figure_question (figure);
  description = scope_figure_describe_picture (figure, scene);
  for (guint i = 0; i < n; i++)
    {
      ScopePictureOptions options = wanted[i].options;

      options.title = title;
      options.description = description;
      bytes[i] = scope_picture_render (scene, wanted[i].format, &options, error);
      if (bytes[i] != NULL)
        continue;
      while (i-- > 0)
        g_clear_pointer (&bytes[i], g_bytes_unref);
      return FALSE;
    }
  return TRUE;
}
