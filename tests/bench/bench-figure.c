/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What one change of a slider costs: building the scene, and painting it into a bitmap. */

#include <stdio.h>
#include <string.h>

#include "bench.h"
#include "common.h"
#include "figure.h"
#include "iris.h"
#include "paint.h"

#define ROUNDS 151

typedef struct
{
  ScopeFigure figure;
  ScopeFonts *fonts;        /* Borrowed */
  ScopeCurves *curves;      /* Owned */
  cairo_surface_t *surface; /* Owned */
  ScopeBatchRow *rows;      /* Owned; NULL: one flower */
  ScopeMany many;
} Canvas;

static void
canvas_init (Canvas *canvas, ScopeFonts *fonts, int width_px, int height_px)
{
  scope_figure_init (&canvas->figure);
  canvas->figure.width_px = width_px;
  canvas->figure.height_px = height_px;
  /* As while a slider is dragged. */
  canvas->figure.settled = FALSE;
  canvas->rows = NULL;
  canvas->fonts = fonts;
  canvas->curves = scope_curves_new ();
  canvas->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width_px, height_px);
}

static void
canvas_clear (Canvas *canvas)
{
  scope_curves_free (canvas->curves);
  cairo_surface_destroy (canvas->surface);
  g_free (canvas->rows);
}

/* The real flowers, over and over, each time a little off. */
static void
take_rows (Canvas *canvas, size_t n)
{
  ScopeBatchRow iris[TEST_N_IRIS];
  ScopeBatch batch;

  test_load_iris (iris);
  canvas->rows = g_new0 (ScopeBatchRow, n);
  for (size_t i = 0; i < n; i++)
    {
      canvas->rows[i] = iris[i % TEST_N_IRIS];
      canvas->rows[i].a[1] += 1e-3 * (double) (i / TEST_N_IRIS);
    }
  canvas->many = (ScopeMany){ .rows = canvas->rows, .n = n, .selected = 60, .mean = TRUE };
  canvas->figure.many = &canvas->many;
  memcpy (canvas->figure.parameters.a, canvas->rows[60].a, sizeof canvas->rows[60].a);
  canvas->figure.parameters.observed = canvas->rows[60].observed;
  batch = scope_many_batch (&canvas->many, canvas->figure.parameters.w);
  scope_view_fit_batch (&canvas->figure.view, &batch, canvas->figure.parameters.b);
}

/* One frame: ms for the scene, ms for its paint. Where the curves changed, the view follows them, as
 * in the window. */
static void
time_frame (Canvas *canvas, gboolean adapt, double *build_ms, double *paint_ms)
{
  double begin = bench_now_ns (), built, painted;
  ScopeScene *scene;
  cairo_t *cr;

  if (canvas->rows != NULL)
    memcpy (canvas->rows[canvas->many.selected].a, canvas->figure.parameters.a,
            sizeof canvas->figure.parameters.a);
  if (adapt && canvas->rows == NULL)
    scope_view_adapt (&canvas->figure.view, &canvas->figure.parameters);
  scene = scope_figure_build (&canvas->figure, canvas->curves, canvas->fonts);
  built = bench_now_ns ();
  cr = cairo_create (canvas->surface);
  scope_scene_paint (scene, cr, FALSE);
  cairo_destroy (cr);
  cairo_surface_flush (canvas->surface);
  painted = bench_now_ns ();
  scope_scene_free (scene);
  *build_ms = (built - begin) / 1e6;
  *paint_ms = (painted - built) / 1e6;
}

/* Moves *value over an interval of width 8 about where it is, a new place each round; the time of a
 * frame. */
static double
time_moves (Canvas *canvas, const char *what, double *value)
{
  double build[ROUNDS], paint[ROUNDS], centre = *value, one, other;
  gboolean adapt = value != &canvas->figure.parameters.b;

  time_frame (canvas, adapt, &build[0], &paint[0]);
  for (int i = 0; i < ROUNDS; i++)
    {
      *value = centre - 4 + 8.0 * i / (ROUNDS - 1);
      time_frame (canvas, adapt, &build[i], &paint[i]);
    }
  *value = centre;
  one = bench_median (build, ROUNDS);
  other = bench_median (paint, ROUNDS);
  printf ("%.0f×%.0f, %s: build %.2f ms, paint %.2f ms", canvas->figure.width_px,
          canvas->figure.height_px, what, one, other);
  return one + other;
}

static void
time_rows (ScopeFonts *fonts, size_t n, double times[3])
{
  double build, paint;
  Canvas canvas;

  canvas_init (&canvas, fonts, 1920, 1080);
  if (n > 1)
    take_rows (&canvas, n);
  time_frame (&canvas, FALSE, &build, &paint);
  times[2] = build + paint;
  times[0] = time_moves (&canvas, "a new b₃", &canvas.figure.parameters.b);
  printf (", %zu rows\n", n);
  times[1] = time_moves (&canvas, "a new logit", &canvas.figure.parameters.a[0]);
  printf (", %zu rows; the first frame %.1f ms\n", n, times[2]);
  canvas_clear (&canvas);
}

/* The aims are 1.3 × one flower's time with 150 rows and 2 × with 10,000. */
static void
compare_rows (ScopeFonts *fonts)
{
  double one[3], some[3], many[3];

  time_rows (fonts, 1, one);
  time_rows (fonts, 150, some);
  time_rows (fonts, 10000, many);
  printf ("a new b₃: 150 rows %.2f ×, 10,000 rows %.2f × one flower\n", some[0] / one[0],
          many[0] / one[0]);
  printf ("a new logit: 150 rows %.2f ×, 10,000 rows %.2f × one flower\n", some[1] / one[1],
          many[1] / one[1]);
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
      printf ("\n");
      time_moves (&canvas, "a new logit", &canvas.figure.parameters.a[0]);
      printf ("\n");
      canvas_clear (&canvas);
    }
  compare_rows (fonts);
  return 0;
}
