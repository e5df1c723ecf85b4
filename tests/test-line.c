/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "line.h"

#include <string.h>

#include "common.h"
#include "markup.h"

static void
test_size (void)
{
  g_autoptr (ScopeFonts) fonts = test_fonts ();
  g_autoptr (ScopeLine) small = scope_line_new_text (fonts, 10, SCOPE_FACE_TEXT, "Loss");
  g_autoptr (ScopeLine) large = scope_line_new_text (fonts, 20, SCOPE_FACE_TEXT, "Loss");
  g_autoptr (ScopeLine) digits = scope_line_new_text (fonts, 20, SCOPE_FACE_TEXT, "11111");
  g_autoptr (ScopeLine) others = scope_line_new_text (fonts, 20, SCOPE_FACE_TEXT, "08080");
  ScopeLineSize one, two;

  scope_line_get_size (small, &one);
  scope_line_get_size (large, &two);
  g_assert_cmpfloat_with_epsilon (two.width_px, 2 * one.width_px, 0.05);
  g_assert_cmpfloat_with_epsilon (two.ascent_px, 2 * one.ascent_px, 0.05);
  g_assert_cmpfloat (one.width_px, >, 15);

  /* Tabular figures: every digit has the same slot. */
  scope_line_get_size (digits, &one);
  scope_line_get_size (others, &two);
  g_assert_cmpfloat_with_epsilon (one.width_px, two.width_px, 0.01);
}

static void
check_run (const ScopeLine *line, size_t i, ScopeFace face, const char *text, int side)
{
  ScopePlacedRun run;

  scope_line_get_run (line, i, &run);
  g_assert_cmpint (run.face, ==, face);
  g_assert_cmpstr (run.text, ==, text);
  g_assert_true (side == 0 ? run.y_px == 0 : side * run.y_px > 0);
}

static void
test_markup (void)
{
  g_autoptr (ScopeFonts) fonts = test_fonts ();
  g_autoptr (ScopeLine) line
    = scope_markup_new_line (fonts, 20, SCOPE_FACE_TEXT, "*L*(*b*_3) = !−1!^{ab} \\*x");

  g_assert_cmpuint (scope_line_get_n_runs (line), ==, 8);
  check_run (line, 0, SCOPE_FACE_MATH_ITALIC, "L", 0);
  check_run (line, 1, SCOPE_FACE_TEXT, "(", 0);
  check_run (line, 2, SCOPE_FACE_MATH_ITALIC, "b", 0);
  check_run (line, 3, SCOPE_FACE_MATH, "3", 1);
  check_run (line, 4, SCOPE_FACE_TEXT, ") = ", 0);
  check_run (line, 5, SCOPE_FACE_TEXT_BOLD, "−1", 0);
  check_run (line, 6, SCOPE_FACE_TEXT_BOLD, "ab", -1);
  check_run (line, 7, SCOPE_FACE_TEXT, " *x", 0);
}

/* A number of which double has no exponent: nothing of it is a superscript but what it has raised itself. */
static void
test_power (void)
{
  g_autoptr (ScopeFonts) fonts = test_fonts ();
  g_autoptr (ScopeLine) line = scope_markup_new_line (fonts, 20, SCOPE_FACE_TEXT, "*L* = !−10^(−4.3·10²⁹⁹)!");

  g_assert_cmpuint (scope_line_get_n_runs (line), ==, 5);
  check_run (line, 2, SCOPE_FACE_TEXT_BOLD, "−10^(−4.3·10", 0);
  check_run (line, 3, SCOPE_FACE_TEXT_BOLD, "299", -1);
  check_run (line, 4, SCOPE_FACE_TEXT_BOLD, ")", 0);
}

static void
test_escape (void)
{
  g_autofree char *escaped = scope_markup_escape ("a_b*c!{}\\`^");
  g_autofree char *plain = scope_markup_to_plain (escaped);
  g_autofree char *formula = scope_markup_to_plain ("*L*(*b*_3) = −ln *p*_{Setosa}");

  g_assert_cmpstr (plain, ==, "a_b*c!{}\\`^");
  g_assert_cmpstr (formula, ==, "L(b₃) = −ln p_Setosa");
}

static void
test_ellipsize (void)
{
  g_autoptr (ScopeFonts) fonts = test_fonts ();
  g_autoptr (ScopeLine) line
    = scope_markup_new_line (fonts, 20, SCOPE_FACE_TEXT, "*p*_{Setosa} and a long tail of words");
  ScopeLineSize size;

  scope_line_get_size (line, &size);
  for (double width = size.width_px + 1; width > 0; width -= 7)
    {
      g_autoptr (ScopeLine) cut = scope_line_ellipsize (line, width);
      ScopeLineSize of_cut;

      scope_line_get_size (cut, &of_cut);
      g_assert_cmpfloat (of_cut.width_px, <=, width);
      if (width < size.width_px && of_cut.width_px > 0)
        g_assert_true (g_str_has_suffix (scope_line_get_text (cut), "…"));
    }
}

/* The shipped fonts have no Chinese; the system's list does, or draws its own boxes. */
static void
test_fallback (void)
{
  g_autoptr (ScopeFonts) fonts = test_fonts ();
  g_autoptr (ScopeLine) line = scope_line_new_text (fonts, 20, SCOPE_FACE_TEXT, "山鸢尾");
  ScopeLineSize size;

  scope_line_get_size (line, &size);
  g_assert_cmpfloat (size.width_px, >, 10);
}

static void
test_missing_fonts (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (scope_fonts_new ("/nowhere", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_nonnull (strstr (error->message, "/nowhere/"));
}

/* Far more texts than the cache keeps, each still right. */
static void
test_cache (void)
{
  g_autoptr (ScopeFonts) fonts = test_fonts ();
  g_autoptr (ScopeLine) kept = scope_line_new_text (fonts, 12, SCOPE_FACE_TEXT, "kept");
  ScopeLineSize before, after;

  scope_line_get_size (kept, &before);
  for (int i = 0; i < 4000; i++)
    {
      g_autofree char *text = g_strdup_printf ("%d", i);
      g_autoptr (ScopeLine) line = scope_line_new_text (fonts, 12, SCOPE_FACE_TEXT, text);

      g_assert_cmpstr (scope_line_get_text (line), ==, text);
    }
  g_autoptr (ScopeLine) again = scope_line_new_text (fonts, 12, SCOPE_FACE_TEXT, "kept");
  scope_line_get_size (again, &after);
  g_assert_cmpfloat (before.width_px, ==, after.width_px);
}

/* A power of ten is typeset as one, whichever characters stand for it; it still reads the same. */
static void
test_powers (void)
{
  static const char *const texts[] = { "−4.21·10", "−43", " x" };
  g_autoptr (ScopeFonts) fonts = test_fonts ();
  g_autoptr (ScopeLine) line = scope_line_new_text (fonts, 20, SCOPE_FACE_MATH, "−4.21·10⁻⁴³ x");

  g_assert_cmpstr (scope_line_get_text (line), ==, "−4.21·10⁻⁴³ x");
  g_assert_cmpuint (scope_line_get_n_runs (line), ==, 3);
  for (size_t i = 0; i < 3; i++)
    {
      ScopePlacedRun run;

      scope_line_get_run (line, i, &run);
      g_assert_cmpstr (run.text, ==, texts[i]);
      g_assert_true ((run.y_px < 0) == (i == 1));
    }
}

/* --- Words from right to left */

typedef struct
{
  double left, right;
} Extent;

/* Where the run stands that holds text. */
static Extent
find_run (const ScopeLine *line, const char *text)
{
  for (size_t i = 0; i < scope_line_get_n_runs (line); i++)
    {
      ScopePlacedRun run;

      scope_line_get_run (line, i, &run);
      if (strstr (run.text, text) != NULL)
        return (Extent) { run.x_px, run.x_px + run.width_px };
    }
  g_error ("no “%s” in “%s”", text, scope_line_get_text (line));
}

/* The number is read after the word, which stands at the right, and the formula as it is written. */
static void
test_from_right (void)
{
  g_autoptr (ScopeFonts) fonts = test_fonts ();
  g_autoptr (ScopeLine) line
    = scope_markup_new_line (fonts, 20, SCOPE_FACE_TEXT, "שיפוע *L* = !−0.8491!, וזהו");
  Extent first = find_run (line, "שיפוע"), last = find_run (line, "וזהו"), stop = find_run (line, ",");
  Extent symbol = find_run (line, "L"), equals = find_run (line, "="), number = find_run (line, "−0.8491");
  ScopeLineSize size;

  scope_line_get_size (line, &size);
  g_assert_cmpfloat_with_epsilon (first.right, size.width_px, 0.01);
  g_assert_cmpfloat (last.left, ==, 0);
  g_assert_cmpfloat (last.right, <=, stop.right);
  g_assert_cmpfloat (stop.right, <=, symbol.left);
  g_assert_cmpfloat_with_epsilon (symbol.right, equals.left, 0.01);
  g_assert_cmpfloat_with_epsilon (equals.right, number.left, 0.01);
  g_assert_cmpfloat_with_epsilon (number.right, first.left, 0.01);
  g_assert_cmpstr (scope_line_get_text (line), ==, "שיפוע L = −0.8491, וזהו");
}

/* A formula that is set behind them keeps its distance. */
static void
test_blanks (void)
{
  g_autoptr (ScopeFonts) fonts = test_fonts ();
  g_autoptr (ScopeLine) line = scope_markup_new_line (fonts, 20, SCOPE_FACE_TEXT, "אם Setosa:  ");
  g_autoptr (ScopeLine) bare = scope_markup_new_line (fonts, 20, SCOPE_FACE_TEXT, "אם Setosa:");
  ScopeLineSize with, without;

  scope_line_get_size (line, &with);
  scope_line_get_size (bare, &without);
  g_assert_cmpfloat (with.width_px, >, without.width_px + 5);
  g_assert_cmpfloat_with_epsilon (find_run (line, "Setosa").right, without.width_px, 0.01);
}

/* In words, too, a minus stands before its number: a mark goes before both. */
static void
test_minus (void)
{
  g_autoptr (ScopeFonts) fonts = test_fonts ();
  g_autoptr (ScopeLine) line = scope_line_new_text (fonts, 20, SCOPE_FACE_TEXT, "ירד −2 ועוד −ln 3");
  g_autoptr (ScopeLine) cut = scope_line_ellipsize (line, 60);
  ScopePlacedRun run;
  ScopeLineSize size;

  scope_line_get_run (line, 0, &run);
  g_assert_nonnull (strstr (run.text, "\342\200\216−2"));
  g_assert_nonnull (strstr (run.text, "\342\200\216−ln"));
  scope_line_get_size (cut, &size);
  g_assert_cmpfloat (size.width_px, <=, 60);
  g_assert_true (g_str_has_suffix (scope_line_get_text (cut), "…"));
  g_assert_nonnull (strstr (scope_line_get_text (cut), "ירד"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/line/size", test_size);
  g_test_add_func ("/line/markup", test_markup);
  g_test_add_func ("/line/power", test_power);
  g_test_add_func ("/line/escape", test_escape);
  g_test_add_func ("/line/ellipsize", test_ellipsize);
  g_test_add_func ("/line/fallback", test_fallback);
  g_test_add_func ("/fonts/missing", test_missing_fonts);
  g_test_add_func ("/fonts/cache", test_cache);
  g_test_add_func ("/line/powers", test_powers);
  g_test_add_func ("/line/from-right", test_from_right);
  g_test_add_func ("/line/blanks", test_blanks);
  g_test_add_func ("/line/minus", test_minus);
  return g_test_run ();
}
