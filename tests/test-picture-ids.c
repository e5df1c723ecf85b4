/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "figure-build.h"
#include "figure-values.h"
#include "picture.h"

#include <string.h>

#include "common.h"
#include "curves.h"
#include "figure.h"
#include "owned-svg.h"

/* Several SVG pictures in one document, where ids are one set. */

#define WIDTH 640
#define HEIGHT 400

static ScopeFonts *fonts;

static char *
make_svg (double b, unsigned show, const char *title, const char *description)
{
  g_autoptr (ScopeCurves) curves = scope_curves_new ();
  g_autoptr (ScopeScene) scene = NULL;
  g_autoptr (GBytes) bytes = NULL;
  ScopeFigure figure;

  scope_figure_init (&figure);
  figure.width_px = WIDTH;
  figure.height_px = HEIGHT;
  figure.show = show;
  figure.parameters.b = b;
  scope_view_init (&figure.view, &figure.parameters, NULL);
  scene = scope_figure_build (&figure, curves, fonts);
  bytes = scope_picture_render (&scope_svg_format, &(ScopeFrame) { scene, title, description }, 1,
                                &(ScopePictureOptions) { .scale = 1 }, NULL);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Every id there is, and every one that is pointed to: in url(#…), href and aria-labelledby. */
static void
find_ids (const char *svg, GHashTable *ids, GHashTable *used)
{
  g_autoptr (GRegex) given = g_regex_new (" id=\"([^\"]*)\"", 0, 0, NULL);
  g_autoptr (GRegex) pointed = g_regex_new (
    "url\\(#([^)]*)\\)|href=\"#([^\"]*)\"|(?:labelledby|describedby)=\"([^\"]*)\"", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL, pointer = NULL;

  for (g_regex_match (given, svg, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    g_assert_true (g_hash_table_add (ids, g_match_info_fetch (match, 1)));
  for (g_regex_match (pointed, svg, 0, &pointer); g_match_info_matches (pointer);
       g_match_info_next (pointer, NULL))
    {
      g_autofree char *names = g_match_info_fetch (pointer, g_match_info_get_match_count (pointer) - 1);
      g_auto (GStrv) parts = g_strsplit (names, " ", -1);

      for (guint i = 0; parts[i] != NULL; i++)
        g_hash_table_add (used, g_strdup (parts[i]));
    }
}

static GHashTable *
new_set (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* Each points to its own ids alone, and has none of another's. */
static void
test_disjoint (void)
{
  /* Other pixels, another part, and nothing but another title or description. */
  char *svg[] = { make_svg (-2, SCOPE_SHOW_DEFAULT, "A", "B"), make_svg (-2.5, SCOPE_SHOW_DEFAULT, "A", "B"),
                  make_svg (-2, SCOPE_SHOW_PROBABILITIES, "A", "B"),
                  make_svg (-2, SCOPE_SHOW_DEFAULT, "C", "B"), make_svg (-2, SCOPE_SHOW_DEFAULT, "A", "D") };
  g_autoptr (GHashTable) all = new_set ();

  for (guint i = 0; i < G_N_ELEMENTS (svg); i++)
    {
      g_autoptr (GHashTable) used = new_set ();
      guint before = g_hash_table_size (all);
      GHashTableIter iter;
      gpointer id;

      /* Asserts that each is new. */
      find_ids (svg[i], all, used);
      g_assert_cmpuint (g_hash_table_size (all) - before, >=, 4);
      g_assert_cmpuint (g_hash_table_size (used), ==, g_hash_table_size (all) - before);
      g_hash_table_iter_init (&iter, used);
      while (g_hash_table_iter_next (&iter, &id, NULL))
        g_assert_true (g_hash_table_contains (all, id));
      g_free (svg[i]);
    }
}

static void
test_same (void)
{
  g_autofree char *one = make_svg (-2, SCOPE_SHOW_DEFAULT, "A", "B");
  g_autofree char *other = make_svg (-2, SCOPE_SHOW_DEFAULT, "A", "B");

  g_assert_cmpstr (one, ==, other);
}

/* As pixels, in as many rows of pictures. */
static cairo_surface_t *
paint (const char *svg, int rows)
{
  g_autoptr (OwnedHandle) handle = rsvg_handle_new_from_data ((const guint8 *) svg, strlen (svg), NULL);
  const RsvgRectangle viewport = { 0, 0, WIDTH, rows * HEIGHT };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, rows * HEIGHT);
  cairo_t *cr = cairo_create (surface);

  g_assert_nonnull (handle);
  g_assert_true (rsvg_handle_render_document (handle, cr, &viewport, NULL));
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* Each of two in one document looks as it does alone: neither is clipped by the other's panels. */
static void
test_together (void)
{
  char *svg[2]
    = { make_svg (-2, SCOPE_SHOW_DEFAULT, "A", "B"), make_svg (-2, SCOPE_SHOW_PROBABILITIES, "A", "B") };
  g_autofree char *both = g_strdup_printf (
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\">%s"
    "<svg y=\"%d\" %s</svg>",
    WIDTH, 2 * HEIGHT, strstr (svg[0], "<svg"), HEIGHT, strstr (svg[1], "<svg") + strlen ("<svg"));
  cairo_surface_t *together = paint (both, 2);
  gsize size = (gsize) cairo_image_surface_get_stride (together) * HEIGHT;

  for (int i = 0; i < 2; i++)
    {
      cairo_surface_t *alone = paint (svg[i], 1);

      g_assert_cmpmem (cairo_image_surface_get_data (alone), size,
                       cairo_image_surface_get_data (together) + (gsize) i * size, size);
      cairo_surface_destroy (alone);
    }
  cairo_surface_destroy (together);
  g_free (svg[0]);
  g_free (svg[1]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fonts = test_fonts ();
  g_test_add_func ("/picture-ids/disjoint", test_disjoint);
  g_test_add_func ("/picture-ids/same", test_same);
  g_test_add_func ("/picture-ids/together", test_together);
  return test_run (fonts);
}
