/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Random figures, for build-aux/same-pictures: pictures THEME|hall FIRST COUNT [FOLDER] prints a line for each: its
 * number, what it is of, and the checksums of its SVG and of what is said of it. With a folder both are written there,
 * too, as NUMBER.svg and NUMBER.txt. The same number is the same figure, whatever is asked for beside it. */

#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "descent-text.h"
#include "describe.h"
#include "figure-missing.h"
#include "figure-spoken.h"
#include "hood-text.h"
#include "lecture.h"
#include "picture.h"
#include "question.h"
#include "random.h"
#include "scenes.h"
#include "shown.h"
#include "stage-words.h"

#define MOST_ROWS 200
#define MOST_PLACES 24
#define MOST_TEXT 64

typedef struct
{
  guint64 random;
  ScopeFigure figure;
  ScopeBatchRow rows[MOST_ROWS];
  ScopeMany many;
  ScopeGhost ghosts[SCOPE_MOST_GHOSTS];
  double places[MOST_PLACES], kept[MOST_PLACES];
  ScopeStage stage;
  const char *kind;
} Picture;

static const char *const names[] = { "Setosa", "Versicolor", "Virginica", "Ö", "cat", "a dog & its <owner>" };

static gboolean
one_in (Picture *picture, guint n)
{
  return test_next_random (&picture->random) % n == 0;
}

static double
uniform (Picture *picture, double lo, double hi)
{
  return test_uniform (&picture->random, lo, hi);
}

/* Of every size, but most as in a lecture. */
static double
any_number (Picture *picture)
{
  if (one_in (picture, 24))
    return test_spread (&picture->random, -60, 60);
  return one_in (picture, 6) ? round (uniform (picture, -9, 9)) : uniform (picture, -9, 9);
}

static void
fill_row (Picture *picture, ScopeBatchRow *row)
{
  for (guint k = 0; k < SCOPE_N_CLASSES; k++)
    row->a[k] = any_number (picture);
  row->observed = test_next_random (&picture->random) % SCOPE_N_CLASSES;
}

static void
fill_parameters (Picture *picture)
{
  ScopeParameters *parameters = &picture->figure.parameters;

  for (guint k = 0; k < SCOPE_N_CLASSES; k++)
    {
      parameters->a[k] = any_number (picture);
      if (one_in (picture, 3))
        parameters->w[k] = one_in (picture, 2) ? round (uniform (picture, -2, 3)) : any_number (picture);
    }
  parameters->b = any_number (picture);
  parameters->observed = test_next_random (&picture->random) % SCOPE_N_CLASSES;
  if (one_in (picture, 12))
    parameters->shift = uniform (picture, -9, 9);
}

static void
take_many (Picture *picture)
{
  size_t n = one_in (picture, 3) ? MOST_ROWS : 2 + test_next_random (&picture->random) % 45;

  for (size_t i = 0; i < n; i++)
    fill_row (picture, &picture->rows[i]);
  picture->many = (ScopeMany) { .rows = picture->rows, .n = n, .mean = one_in (picture, 2) };
  picture->many.selected = test_next_random (&picture->random) % n;
  picture->figure.parameters.shift = 0;
  test_take_many (&picture->figure, &picture->many);
}

/* Away from b, and back to one of its places. */
static void
walk (Picture *picture, double *places, ScopeTrail *trail)
{
  ScopeFigure figure = picture->figure;
  size_t n = 1 + test_next_random (&picture->random) % (MOST_PLACES - 1);

  for (size_t i = 0; i < n; i++)
    {
      ScopeBatchOutcome outcome;
      double next;

      places[i] = figure.parameters.b;
      if (!scope_shown_evaluate (&figure, &outcome))
        n = i + 1;
      next = figure.parameters.b - figure.rate * outcome.dl_db;
      if (!isfinite (next))
        n = i + 1;
      figure.parameters.b = next;
    }
  *trail = (ScopeTrail) { places, n, test_next_random (&picture->random) % n,
                          one_in (picture, 6) ? 0 : figure.rate };
}

static void
fill_walks (Picture *picture)
{
  picture->figure.rate = exp (uniform (picture, log (1e-3), log (30)));
  walk (picture, picture->places, &picture->figure.trail);
  if (one_in (picture, 3))
    walk (picture, picture->kept, &picture->figure.kept_trail);
  picture->figure.parameters.b = picture->places[picture->figure.trail.at];
  picture->figure.show |= SCOPE_SHOW_DESCENT;
}

static void
fill_ghosts (Picture *picture)
{
  guint n = 1 + test_next_random (&picture->random) % SCOPE_MOST_GHOSTS;

  for (guint i = 0; i < n; i++)
    {
      picture->ghosts[i].parameters = picture->figure.parameters;
      picture->ghosts[i].parameters.a[i % SCOPE_N_CLASSES] += uniform (picture, -4, 4);
      g_strlcpy (picture->ghosts[i].name,
                 one_in (picture, 5) ? "a name of a curve that goes on for as long as it may, and on" : "A",
                 sizeof picture->ghosts[i].name);
    }
  picture->figure.ghosts = picture->ghosts;
  picture->figure.n_ghosts = n;
}

static void
fill_look (Picture *picture)
{
  static const double sizes[][2] = { { 1920, 1080 }, { 1366, 740 }, { 321, 257 },  { 673, 481 },
                                     { 360, 640 },   { 1024, 768 }, { 3840, 2160 } };
  ScopeFigure *figure = &picture->figure;
  guint size = test_next_random (&picture->random) % (G_N_ELEMENTS (sizes) + 3);

  figure->width_px = size < G_N_ELEMENTS (sizes) ? sizes[size][0] : round (uniform (picture, 240, 2400));
  figure->height_px = size < G_N_ELEMENTS (sizes) ? sizes[size][1] : round (uniform (picture, 200, 1500));
  figure->text_scale = one_in (picture, 4) ? uniform (picture, 1, 2) : 1;
  figure->decimal = one_in (picture, 5) ? ',' : '.';
  figure->digits = 3 + test_next_random (&picture->random) % 4;
  figure->settled = !one_in (picture, 3);
  for (guint k = 0; k < SCOPE_N_CLASSES; k++)
    if (one_in (picture, 8))
      g_strlcpy (figure->classes.name[k], names[test_next_random (&picture->random) % G_N_ELEMENTS (names)],
                 sizeof figure->classes.name[k]);
}

/* What is asked for: what a lecture begins with and more or less, or anything. */
static void
fill_parts (Picture *picture)
{
  ScopeFigure *figure = &picture->figure;
  unsigned all = (1u << SCOPE_N_PARTS) - 1, bits = (unsigned) test_next_random (&picture->random) & all;
  unsigned few = bits & (unsigned) test_next_random (&picture->random);

  figure->show = one_in (picture, 3) ? bits : SCOPE_SHOW_DEFAULT ^ few;
  if (one_in (picture, 4))
    figure->hide = (unsigned) test_next_random (&picture->random) & SCOPE_QUANTITY_ALL;
  figure->estimate = uniform (picture, -2, 2);
  figure->step_h = one_in (picture, 2) ? 1e-3 : pow (10, round (uniform (picture, -12, 0)));
}

/* In front of a hall a step is drawn as it is written, now and then with more; and with other values. */
static void
fill_stage (Picture *picture)
{
  ScopeFigure *figure = &picture->figure;
  guint step = test_next_random (&picture->random) % scope_lecture_n_steps ();
  ScopeValues values;

  scope_lecture_fill_stage (step, &picture->stage);
  scope_lecture_fill_values (step, &values);
  if (one_in (picture, 2))
    figure->parameters = values.parameters;
  figure->show = values.show;
  figure->hide = values.hide;
  if (one_in (picture, 3))
    figure->show ^= 1u << (test_next_random (&picture->random) % SCOPE_N_PARTS);
  figure->stage = &picture->stage;
}

static void
fill (Picture *picture, const char *place, guint number)
{
  guint which;

  *picture = (Picture) { .random = number, .kind = "one" };
  scope_figure_init (&picture->figure);
  if (!scope_theme_from_name (place, &picture->figure.theme))
    picture->figure.theme = test_next_random (&picture->random) % SCOPE_N_THEMES;
  which = test_next_random (&picture->random) % 6;
  fill_parameters (picture);
  fill_look (picture);
  fill_parts (picture);
  scope_view_fit (&picture->figure.view, &picture->figure.parameters, NULL);
  if (g_str_equal (place, "hall"))
    {
      fill_stage (picture);
      picture->kind = "hall";
      scope_view_fit (&picture->figure.view, &picture->figure.parameters, NULL);
    }
  if (which == 0 || which == 1)
    {
      take_many (picture);
      picture->kind = picture->figure.stage != NULL ? "hall of many" : "many";
    }
  if (which == 1 || which == 2)
    {
      fill_walks (picture);
      picture->kind = picture->figure.stage != NULL ? "hall walking" : "walking";
    }
  if (which == 3)
    fill_ghosts (picture);
}

static char *
new_speech (const ScopeFigure *figure, const ScopeScene *scene)
{
  char *(*const says[]) (const ScopeFigure *)
    = { scope_question_text,        scope_describe_figure,       scope_stage_words_say,
        scope_hood_describe_figure, scope_descent_text_describe, scope_descent_text_describe_verdict };
  GString *text = g_string_new (NULL);
  g_autofree char *whole = scope_figure_spoken_scene (figure, scene);
  g_autofree char *picture = scope_figure_spoken_picture (figure, scene);
  g_autofree char *result = scope_describe_figure_result (figure, TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (says); i++)
    {
      g_autofree char *said = says[i](figure);

      g_string_append_printf (text, "%s\n", said);
    }
  g_string_append_printf (text, "%s\n%s\n%s\nmissing %x, left out %x\n", result, whole, picture,
                          scope_figure_missing (figure, scene),
                          scope_figure_left_out (figure, scene, figure->show));
  return g_string_free (text, FALSE);
}

static void
keep (const char *folder, guint number, const char *ending, const char *text, gsize length)
{
  g_autofree char *name = g_strdup_printf ("%u.%s", number, ending);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  if (!g_file_set_contents (path, text, (gssize) length, &error))
    g_error ("%s", error->message);
}

static void
print_picture (Picture *picture, guint number, ScopeFonts *fonts, const char *folder)
{
  static const ScopePictureOptions options = { .scale = 1 };
  g_autoptr (ScopeScene) scene = test_build (fonts, &picture->figure);
  g_autofree char *said = new_speech (&picture->figure, scene);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) svg
    = scope_picture_render (&scope_svg_format, &(ScopeFrame) { scene, "", "" }, 1, &options, &error);
  g_autofree char *said_sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, said, -1);
  g_autofree char *svg_sum = NULL;
  gsize length;

  if (svg == NULL)
    g_error ("%s", error->message);
  svg_sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, svg);
  printf ("%u %s, %s, %gx%g\t%s\t%s\n", number, scope_theme_name (picture->figure.theme), picture->kind,
          picture->figure.width_px, picture->figure.height_px, svg_sum, said_sum);
  if (folder == NULL)
    return;
  keep (folder, number, "svg", g_bytes_get_data (svg, &length), g_bytes_get_size (svg));
  keep (folder, number, "txt", said, strlen (said));
}

int
main (int argc, char **argv)
{
  g_autofree Picture *picture = g_new0 (Picture, 1);
  g_autoptr (ScopeFonts) fonts = test_fonts ();
  ScopeTheme theme;

  setlocale (LC_ALL, "C.UTF-8");
  if (argc < 4 || argc > 5 || (!g_str_equal (argv[1], "hall") && !scope_theme_from_name (argv[1], &theme)))
    {
      g_printerr ("pictures THEME|hall FIRST COUNT [FOLDER]\n");
      return 2;
    }
  for (guint i = 0; i < (guint) atoi (argv[3]); i++)
    {
      guint number = (guint) atoi (argv[2]) + i;

      fill (picture, argv[1], number);
      print_picture (picture, number, fonts, argv[4]);
    }
  return 0;
}
