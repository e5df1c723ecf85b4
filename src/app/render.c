/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "render.h"

#include "drawer.h"
#include "figure-frame.h"

struct _ScopeRender
{
  ScopeFigureCopy *copy; /* Owned */
  ScopePictureOptions options;
  ScopeFonts *fonts; /* Owned; NULL until it is drawn */
  ScopeFrame frame;  /* Owned */
};

ScopeRender *
scope_render_new (ScopeFigureCopy *copy, const ScopePictureOptions *options)
{
  ScopeRender *render = g_new0 (ScopeRender, 1);

  render->copy = copy;
  render->options = *options;
  return render;
}

void
scope_render_free (ScopeRender *render)
{
  scope_frame_clear (&render->frame);
  scope_fonts_free (render->fonts);
  scope_figure_copy_free (render->copy);
  g_free (render);
}

static void
draw (ScopeRender *render)
{
  g_autoptr (ScopeManyTotal) total = scope_many_total_new ();
  g_autoptr (ScopeCurves) curves = scope_curves_new ();

  render->fonts = scope_drawer_load_fonts ();
  scope_figure_copy_complete (render->copy, total);
  scope_figure_frame_init (&render->frame, &render->copy->figure, curves, render->fonts);
}

GBytes *
scope_render_make (ScopeRender *render, const ScopeFormat *format, GError **error)
{
  if (render->fonts == NULL)
    draw (render);
  return scope_picture_render (format, &render->frame, 1, &render->options, error);
}
