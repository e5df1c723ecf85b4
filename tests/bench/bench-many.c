/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What many flowers cost beside one, in the same run: a frame after a slider's move, after another
 * wiring, and after a file was loaded; and how the curves and bands grow with the rows.
 * A frame is what the window does for one: the axes, the sum and its minimum, the scene, its
 * description for the picture and for the slider, and the paint. */

#include <gio/gio.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "bench.h"
#include "common.h"
#include "curves.h"
#include "describe.h"
#include "figure-build.h"
#include "figure-spoken.h"
#include "figure-values.h"
#include "figure.h"
#include "iris.h"
#include "many-total.h"
#include "observations.h"
#include "paint.h"

#define N_SIZES 3
#define MOST_ROUNDS 101
#define FEW_ROUNDS 15
#define SELECTED 60
#define MOST_ROWS 1000000

static const size_t sizes[N_SIZES] = { 1, 150, 10000 };

typedef struct
{
  ScopeFigure figure;
  ScopeFonts *fonts;        /* Borrowed */
  ScopeCurves *curves;      /* Owned */
  cairo_surface_t *surface; /* Owned */
  ScopeBatchRow *rows;      /* Owned; NULL: one flower */
  ScopeMany many;
  ScopeManyTotal *total; /* Owned */
} Canvas;

/* The real flowers, over and over, each time a little off. */
static ScopeBatchRow *
new_rows (size_t n)
{
  ScopeBatchRow iris[TEST_N_IRIS], *rows = g_new0 (ScopeBatchRow, n);

  test_load_iris (iris);
  for (size_t i = 0; i < n; i++)
    {
      rows[i] = iris[i % TEST_N_IRIS];
      rows[i].a[1] += 1e-3 * (double) (i / TEST_N_IRIS);
      rows[i].a[2] += 3 * fmod ((double) i * 0.6180339887498949, 1);
    }
  return rows;
}

/* --- One canvas */

static void
canvas_init (Canvas *canvas, ScopeFonts *fonts)
{
  memset (canvas, 0, sizeof *canvas);
  scope_figure_init (&canvas->figure);
  canvas->fonts = fonts;
  canvas->curves = scope_curves_new ();
  canvas->total = scope_many_total_new ();
  canvas->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) canvas->figure.width_px,
                                                (int) canvas->figure.height_px);
}

/* The axis for these rows, as where they are loaded. */
static void
take_rows (Canvas *canvas, ScopeBatchRow *rows, size_t n)
{

  g_free (canvas->rows);
  canvas->rows = rows;
  canvas->many = (ScopeMany) { .rows = rows, .n = n, .selected = SELECTED, .mean = TRUE };
  canvas->figure.many = &canvas->many;
  memcpy (canvas->figure.parameters.a, rows[SELECTED].a, sizeof rows[SELECTED].a);
  canvas->figure.parameters.observed = rows[SELECTED].observed;
  scope_view_fit (&canvas->figure.view, &canvas->figure.parameters, canvas->figure.many);
}

static void
canvas_clear (Canvas *canvas)
{
  scope_curves_free (canvas->curves);
  scope_many_total_free (canvas->total);
  cairo_surface_destroy (canvas->surface);
  g_free (canvas->rows);
}

/* What another logit or wiring changes beside the scene. */
static void
adapt (Canvas *canvas)
{
  ScopeFigure *figure = &canvas->figure;

  if (canvas->rows != NULL)
    memcpy (canvas->rows[SELECTED].a, figure->parameters.a, sizeof figure->parameters.a);
  scope_view_adapt (&figure->view, &figure->parameters, figure->many);
}

static double
time_frame (Canvas *canvas, gboolean adapts)
{
  double begin = bench_now_ns ();
  ScopeFigure *figure = &canvas->figure;
  ScopeScene *scene;
  cairo_t *cr;

  if (adapts)
    adapt (canvas);
  if (canvas->rows != NULL)
    {
      canvas->many.sum = scope_many_total_update (canvas->total, &canvas->many, &figure->parameters);
      canvas->many.minimum = scope_many_total_get_minimum (canvas->total, figure->settled);
    }
  scene = scope_figure_build (figure, canvas->curves, canvas->fonts);
  g_free (scope_figure_spoken_scene (figure, scene));
  g_free (scope_describe_figure (figure));
  cr = cairo_create (canvas->surface);
  scope_paint_scene (scene, cr, SCOPE_REPLAY_ALL);
  cairo_destroy (cr);
  cairo_surface_flush (canvas->surface);
  scope_scene_free (scene);
  return (bench_now_ns () - begin) / 1e6;
}

/* --- Moves, side by side */

typedef void (*Move) (ScopeParameters *parameters, double part);

static void
move_bias (ScopeParameters *parameters, double part)
{
  parameters->b = -6 + 8 * part;
}

static void
move_logit (ScopeParameters *parameters, double part)
{
  parameters->a[0] = -4 + 8 * part;
}

static void
move_class (ScopeParameters *parameters, double part)
{
  gboolean odd = (int) (part * (FEW_ROUNDS - 1) + 0.5) % 2 != 0;

  memcpy (parameters->w, odd ? (double[]) { 0, 1, 0 } : (double[]) { 1, 0, 0 }, sizeof parameters->w);
}

static void
move_custom (ScopeParameters *parameters, double part)
{
  gboolean odd = (int) (part * (FEW_ROUNDS - 1) + 0.5) % 2 != 0;

  memcpy (parameters->w, odd ? (double[]) { 1, -0.5, 0.25 } : (double[]) { 0.5, -1, 0.5 },
          sizeof parameters->w);
}

/* Each round moves all canvases, so that what else the machine does befalls all of them. */
static void
compare (Canvas canvases[N_SIZES], const char *what, Move move, int n_rounds, gboolean adapts, gboolean drags)
{
  double times[N_SIZES][MOST_ROUNDS], medians[N_SIZES];

  for (int round = -1; round < n_rounds; round++)
    for (int i = 0; i < N_SIZES; i++)
      {
        double ms;

        canvases[i].figure.settled = !drags;
        move (&canvases[i].figure.parameters, fmax (round, 0) / (n_rounds - 1));
        ms = time_frame (&canvases[i], adapts || round < 0);
        if (round >= 0)
          times[i][round] = ms;
      }
  for (int i = 0; i < N_SIZES; i++)
    medians[i] = bench_median (times[i], (size_t) n_rounds);
  printf ("%-24s %9.2f ms %9.2f ms %9.2f ms %8.2f × %8.2f ×\n", what, medians[0], medians[1], medians[2],
          medians[1] / medians[0], medians[2] / medians[0]);
  fflush (stdout);
}

static void
compare_moves (ScopeFonts *fonts)
{
  Canvas canvases[N_SIZES];

  for (int i = 0; i < N_SIZES; i++)
    {
      canvas_init (&canvases[i], fonts);
      if (sizes[i] > 1)
        take_rows (&canvases[i], new_rows (sizes[i]), sizes[i]);
    }
  printf ("a frame; medians of %d and %d\n%-24s %12s %12s %12s %10s %10s\n", MOST_ROUNDS, FEW_ROUNDS, "",
          "one flower", "150", "10,000", "150", "10,000");
  compare (canvases, "b₃ moves", move_bias, MOST_ROUNDS, FALSE, TRUE);
  compare (canvases, "a logit moves", move_logit, MOST_ROUNDS, TRUE, TRUE);
  compare (canvases, "another class is wired", move_class, FEW_ROUNDS, TRUE, FALSE);
  compare (canvases, "another custom wiring", move_custom, FEW_ROUNDS, TRUE, FALSE);
  compare (canvases, "b₃ moves, custom", move_bias, MOST_ROUNDS, FALSE, TRUE);
  compare (canvases, "a logit moves, custom", move_logit, MOST_ROUNDS, TRUE, TRUE);
  for (int i = 0; i < N_SIZES; i++)
    canvas_clear (&canvases[i]);
}

/* --- Loading a file */

static char *
new_file (size_t n)
{
  g_autofree ScopeBatchRow *rows = new_rows (n);
  GString *text = g_string_new ("z1,z2,z3,observed\n");

  for (size_t i = 0; i < n; i++)
    g_string_append_printf (text, "%.6g,%.6g,%.6g,%u\n", rows[i].a[0], rows[i].a[1], rows[i].a[2],
                            rows[i].observed + 1);
  return g_string_free (text, FALSE);
}

static ScopeBatchRow *
read_file (const char *text)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, -1, NULL);
  g_autoptr (ScopeRowReader) reader = scope_row_reader_new_batch (stream, "f.csv", &scope_classes_iris, NULL);
  g_autoptr (ScopeObservations) loaded = scope_observations_load (reader, NULL, NULL);

  return g_memdup2 (loaded->rows->data, loaded->rows->len * sizeof (ScopeBatchRow));
}

static void
time_loading (ScopeFonts *fonts, size_t n)
{
  double times[3][FEW_ROUNDS], begin, read, fitted;
  g_autofree char *text = new_file (n);

  for (int round = 0; round < FEW_ROUNDS; round++)
    {
      Canvas canvas;
      ScopeBatchRow *rows;

      canvas_init (&canvas, fonts);
      begin = bench_now_ns ();
      rows = read_file (text);
      read = bench_now_ns ();
      take_rows (&canvas, rows, n);
      fitted = bench_now_ns ();
      times[0][round] = (read - begin) / 1e6;
      times[1][round] = (fitted - read) / 1e6;
      times[2][round] = time_frame (&canvas, TRUE);
      canvas_clear (&canvas);
    }
  printf ("%6zu rows: read %.2f ms, axes %.2f ms, first frame with its minimum %.2f ms\n", n,
          bench_median (times[0], FEW_ROUNDS), bench_median (times[1], FEW_ROUNDS),
          bench_median (times[2], FEW_ROUNDS));
}

/* --- How it grows */

static double
time_update (ScopeManyCurves *curves, const ScopeMany *many, const double w[3], const ScopeView *view)
{
  double begin = bench_now_ns ();

  scope_many_curves_update (curves, many, w, view, 1200, 400);
  return (bench_now_ns () - begin) / 1e6;
}

static void
print_growth (const char *name, const double w[3], ScopeBatchRow *rows)
{
  printf ("%s:\n%9s %12s %12s %12s\n", name, "rows", "all curves", "of it bands", "a drag");
  for (size_t n = 100; n <= MOST_ROWS; n *= 10)
    {
      const ScopeMany many = { .rows = rows, .n = n, .selected = SELECTED, .mean = TRUE };
      ScopeBatch batch = scope_many_batch (&many, w);
      int n_rounds = n > 100000 ? 1 : 5;
      double times[3][5];
      ScopeView view;

      scope_view_init_axis (&view, &(ScopeParameters) { .w = { w[0], w[1], w[2] } }, &many, -12, 12);
      for (int round = 0; round < n_rounds; round++)
        {
          g_autoptr (ScopeManyCurves) curves = scope_many_curves_new ();
          ScopeManyBands *bands = scope_many_bands_new ();
          double begin;

          times[0][round] = time_update (curves, &many, w, &view);
          rows[SELECTED].a[0] += 0.01;
          times[2][round] = time_update (curves, &many, w, &view);
          begin = bench_now_ns ();
          scope_many_bands_fill (bands, &batch, SELECTED, -12, 12);
          times[1][round] = (bench_now_ns () - begin) / 1e6;
          scope_many_bands_free (bands);
        }
      printf ("%9zu", n);
      for (int i = 0; i < 3; i++)
        printf (" %9.2f ms", bench_median (times[i], (size_t) n_rounds));
      printf ("\n");
      fflush (stdout);
    }
}

int
main (void)
{
  g_autoptr (ScopeFonts) fonts = test_fonts ();
  g_autofree ScopeBatchRow *rows = new_rows (MOST_ROWS);

  compare_moves (fonts);
  printf ("a file is loaded; medians of %d\n", FEW_ROUNDS);
  time_loading (fonts, 150);
  time_loading (fonts, 10000);
  printf ("curves of 1200 × 400 pixels over b₃\n");
  print_growth ("one class", (const double[]) { 1, 0, 0 }, rows);
  print_growth ("three weights", (const double[]) { 1, -0.5, 0.25 }, rows);
  return 0;
}
