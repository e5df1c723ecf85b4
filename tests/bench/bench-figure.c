/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What one change of a slider costs: building the scene, and painting it into a bitmap. */

#include <stdio.h>

#include "bench.h"
#include "common.h"
#include "curves.h"
#include "figure-build.h"
#include "figure-values.h"
#include "figure.h"
#include "paint.h"

#define ROUNDS 151

typedef struct
{
  ScopeFigure figure;
  ScopeFonts *fonts;        /* Borrowed */
  ScopeCurves *curves;      /* Owned */
  cairo_surface_t *surface; /* Owned */
} Canvas;

static void
canvas_init (Canvas *canvas, ScopeFonts *fonts, int width_px, int height_px)
{
  scope_figure_init (&canvas->figure);
  canvas->figure.width_px = width_px;
  canvas->figure.height_px = height_px;
  /* As while a slider is dragged. */
  canvas->figure.settled = FALSE;
  canvas->fonts = fonts;
  canvas->curves = scope_curves_new ();
  canvas->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width_px, height_px);
}

static void
canvas_clear (Canvas *canvas)
{
  scope_curves_free (canvas->curves);
  cairo_surface_destroy (canvas->surface);
}

/* One frame: ms for the scene, ms for its paint. Where the curves changed, the view follows them, as
 * in the window. */
static void
time_frame (Canvas *canvas, gboolean adapt, double *build_ms, double *paint_ms)
{
  double begin = bench_now_ns (), built, painted;
  ScopeScene *scene;
  cairo_t *cr;

  if (adapt)
    scope_view_adapt (&canvas->figure.view, &canvas->figure.parameters, NULL);
  scene = scope_figure_build (&canvas->figure, canvas->curves, canvas->fonts);
  built = bench_now_ns ();
  cr = cairo_create (canvas->surface);
  scope_paint_scene (scene, cr, SCOPE_REPLAY_ALL);
  cairo_destroy (cr);
  cairo_surface_flush (canvas->surface);
  painted = bench_now_ns ();
  scope_scene_free (scene);
  *build_ms = (built - begin) / 1e6;
  *paint_ms = (painted - built) / 1e6;
}

/* Moves *value over an interval of width 8 about where it is, a new place each round; the time of a
 * frame. */
static void
time_moves (Canvas *canvas, const char *what, double *value)
{
  double build[ROUNDS], paint[ROUNDS], centre = *value;
  gboolean adapt = value != &canvas->figure.parameters.b;

  time_frame (canvas, adapt, &build[0], &paint[0]);
  for (int i = 0; i < ROUNDS; i++)
    {
      *value = centre - 4 + 8.0 * i / (ROUNDS - 1);
      time_frame (canvas, adapt, &build[i], &paint[i]);
    }
  *value = centre;
  printf ("%.0f×%.0f, %s: build %.2f ms, paint %.2f ms\n", canvas->figure.width_px, canvas->figure.height_px,
          what, bench_median (build, ROUNDS), bench_median (paint, ROUNDS));
}

int
main (void)
{
  static const int sizes[][2] = { { 1920, 1080 }, { 3840, 2160 } };
  g_autoptr (ScopeFonts) fonts = test_fonts ();

  printf ("medians of %d frames\n", ROUNDS);
  for (size_t i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      Canvas canvas;

      canvas_init (&canvas, fonts, sizes[i][0], sizes[i][1]);
      time_moves (&canvas, "a new b₃", &canvas.figure.parameters.b);
      time_moves (&canvas, "a new logit", &canvas.figure.parameters.a[0]);
      canvas_clear (&canvas);
    }
  return 0;
}
