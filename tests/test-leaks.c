/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Hidden digits are in no file: not as text, not in a title or a description. */

#include <math.h>
#include <poppler.h>
#include <string.h>

#include "common.h"
#include "curves.h"
#include "describe.h"
#include "figure-build.h"
#include "figure-values.h"
#include "figure.h"
#include "iris.h"
#include "number.h"
#include "picture.h"
#include "question.h"
#include "rate.h"
#include "shown.h"

static ScopeFonts *fonts;

/* All the text that a reader of the file can find in it. */
static char *
text_of (const ScopeFigure *figure, const ScopeFormat *format)
{
  g_autoptr (ScopeCurves) curves = scope_curves_new ();
  g_autoptr (ScopeScene) scene = scope_figure_build (figure, curves, fonts);
  g_autofree char *title = scope_question_text (figure);
  g_autofree char *description = scope_describe_figure (figure);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes
    = scope_picture_render (format, &(ScopeFrame) { scene, title, description }, 1,
                            &(ScopePictureOptions) { .scale = 1, .svg_text = TRUE }, &error);

  g_assert_no_error (error);
  if (format == &scope_pdf_format)
    {
      PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, &error);
      PopplerPage *page = poppler_document_get_page (document, 0);
      g_autofree char *text = poppler_page_get_text (page);
      g_autofree char *subject = poppler_document_get_subject (document);

      g_assert_no_error (error);
      g_object_unref (page);
      g_object_unref (document);
      return g_strconcat (text, "\n", subject, NULL);
    }
  /* An SVG's own text; a bitmap's bytes, where text would stand in a chunk as it is. */
  g_autoptr (GString) text = g_string_new (NULL);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  for (gsize i = 0; i < size; i++)
    g_string_append_c (text, data[i] != '\0' ? data[i] : ' ');
  return g_strdup (text->str);
}

static void
fill (ScopeFigure *figure, unsigned observed)
{
  scope_figure_init (figure);
  figure->width_px = 2400;
  figure->height_px = 1900;
  figure->show |= SCOPE_SHOW_STEPS | SCOPE_SHOW_MISTAKES | SCOPE_SHOW_CASES;
  figure->parameters.observed = observed;
}

/* Not as the end of a longer number: "1910.18" does not tell 10.18. */
static gboolean
has_number (const char *text, const char *printed)
{
  for (const char *at = strstr (text, printed); at != NULL; at = strstr (at + 1, printed))
    if (at == text || !g_ascii_isdigit (at[-1]))
      return TRUE;
  return FALSE;
}

/* The values' digits at the precision of readouts and at that of factors. */
static guint
count_found (const ScopeFigure *figure, const char *text)
{
  ScopeOutcome out;
  guint found = 0;

  scope_outcome_evaluate (&figure->parameters, &out);

  const double values[]
    = { out.loss, out.p[figure->parameters.observed], out.dl_dp, out.dp_dz[0], out.dl_db };
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    for (unsigned digits = 4; digits <= 5; digits++)
      {
        g_autofree char *printed = scope_number_format (fabs (values[i]), digits, '.');

        found += has_number (text, printed);
      }
  return found;
}

static void
check_format (const ScopeFormat *format)
{
  for (unsigned observed = 0; observed < SCOPE_N_CLASSES; observed++)
    {
      g_autofree char *open = NULL, *closed = NULL;
      ScopeFigure figure;

      fill (&figure, observed);
      open = text_of (&figure, format);
      figure.hide = SCOPE_QUANTITY_ALL;
      closed = text_of (&figure, format);
      /* What is searched for is there while nothing hides it: the search itself is sound. A bitmap
       * has its description alone. */
      g_assert_cmpuint (count_found (&figure, open), >=, format == &scope_png_format ? 1 : 5);
      g_assert_cmpuint (count_found (&figure, closed), ==, 0);
      g_assert_null (strstr (closed, "raise"));
    }
}

/* --- A descent on many flowers */

#define RATE 1.7

/* Places of both trails; b₃ is at the middle one of its own. */
static void
walk (ScopeFigure *figure, double *places, double rate, ScopeTrail *trail)
{
  ScopeBatchOutcome outcome;

  figure->parameters.b = -2;
  for (size_t i = 0; i < 3; i++)
    {
      places[i] = figure->parameters.b;
      scope_shown_evaluate (figure, &outcome);
      figure->parameters.b -= rate * outcome.dl_db;
    }
  *trail = (ScopeTrail) { places, 3, 1, rate };
  figure->parameters.b = places[1];
}

/* What tells the gradient: itself and its parts, the step, what it promises and gives, the marks. */
static guint
count_secrets (const ScopeFigure *figure, const char *text)
{
  ScopeBatch batch = scope_many_batch (figure->many, figure->parameters.w);
  double b = figure->parameters.b, drop, predicted = 1;
  ScopeRateMarks marks;
  ScopeMinimum minimum;
  ScopeBatchOutcome sum;
  guint found = 0;

  scope_batch_evaluate (&batch, b, &sum);
  scope_minimum_find (&batch, &minimum);
  scope_rate_marks (&batch, &minimum, &marks);
  predicted += batch.mean ? 3 * sum.dl_db : sum.dl_db;
  scope_batch_drop (&batch, b, b - RATE * sum.dl_db, &drop);

  double values[10]
    = { sum.dl_db, b - RATE * sum.dl_db, RATE * sum.dl_db * sum.dl_db, drop, predicted, marks.fastest,
        marks.edge };
  for (int i = 0; i < 3; i++)
    {
      ScopeBatch one = { &batch.rows[i], 1, { 1, 0, 0 }, FALSE };

      scope_batch_evaluate (&one, b, &sum);
      values[7 + i] = batch.mean ? sum.dl_db / 3 : sum.dl_db;
    }
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *printed = scope_number_format (fabs (values[i]), i < 7 ? 4 : 3, '.');

      found += has_number (text, printed);
    }
  return found;
}

static void
check_descent (const ScopeFormat *format)
{
  static const unsigned hides[] = { SCOPE_QUANTITY_GRADIENT, SCOPE_QUANTITY_PROBABILITY, SCOPE_QUANTITY_ALL };

  for (guint i = 0; i < 4 * G_N_ELEMENTS (hides); i++)
    {
      ScopeMany many = { test_flower_rows, 3, 2, i % 2 };
      double places[3], kept[3];
      g_autofree char *open = NULL, *closed = NULL;
      ScopeFigure figure;

      fill (&figure, test_flower_rows[2].observed);
      memcpy (figure.parameters.a, test_flower_rows[2].a, sizeof figure.parameters.a);
      figure.many = &many;
      figure.rate = RATE;
      figure.show |= SCOPE_SHOW_DESCENT;
      /* The sum as a line, too. */
      figure.text_scale = i % 4 < 2 ? 1 : 2;
      if (i % 4 >= 2)
        figure.height_px = 1400;
      walk (&figure, kept, 0.3, &figure.kept_trail);
      walk (&figure, places, RATE, &figure.trail);
      scope_view_fit (&figure.view, &figure.parameters, figure.many);
      open = text_of (&figure, format);
      figure.hide = hides[i / 4];
      closed = text_of (&figure, format);
      g_assert_cmpuint (count_secrets (&figure, open), >=,
                        format == &scope_png_format ? 4
                        : i % 4 < 2                 ? 8
                                                    : 5);
      g_assert_nonnull (strstr (open, "kept"));
      g_assert_cmpuint (count_secrets (&figure, closed), ==, 0);
      g_assert_null (strstr (closed, "kept"));
      g_assert_null (strstr (closed, "raise"));
      g_assert_null (strstr (closed, "promise"));
    }
}

static void
test_svg (void)
{
  check_format (&scope_svg_format);
  check_descent (&scope_svg_format);
}

static void
test_pdf (void)
{
  check_format (&scope_pdf_format);
  check_descent (&scope_pdf_format);
}

static void
test_png (void)
{
  check_format (&scope_png_format);
  check_descent (&scope_png_format);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fonts = test_fonts ();
  g_test_add_func ("/leaks/svg", test_svg);
  g_test_add_func ("/leaks/pdf", test_pdf);
  g_test_add_func ("/leaks/png", test_png);
  return test_run (fonts);
}
