/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "number-parse.h"

#include <math.h>

#include "number.h"
#include "random.h"

static void
test_numbers (void)
{
  static const struct
  {
    const char *text;
    double value;
  } rows[] = {
    { "1,5", 1.5 },
    { "−2", -2 },
    { "–2", -2 },
    { "—2", -2 },
    { "‐2", -2 },
    { "‑2", -2 },
    { "‒2", -2 },
    { "﹣2", -2 },
    { "－2", -2 },
    { "－１．５", -1.5 },
    { "－１，２５·１０^－７", -1.25e-7 },
    { "１／３", 1.0 / 3 },
    { "1e–3", 1e-3 },
    { "1.25·10^–7", 1.25e-7 },
    { " 3 ", 3 },
    { "1e-3", 1e-3 },
    { ".5", 0.5 },
    { "5.", 5 },
    { "+7", 7 },
    { "-0", 0 },
    { "1.25·10⁻⁷", 1.25e-7 },
    { "−1,25·10⁻⁷", -1.25e-7 },
    { "1.25×10^-7", 1.25e-7 },
    { "1.25 x 10^{−7}", 1.25e-7 },
    { "1.25 * 10^(-7)", 1.25e-7 },
    { "1.25⋅10^−7", 1.25e-7 },
    { "10⁵", 1e5 },
    { "10^-3", 1e-3 },
    { "3·10⁺²²", 3e22 },
    { "12 345,5", 12345.5 },
    { "1 000 000", 1e6 },
    { "1/3", 1.0 / 3 },
    { "−2/3", -2.0 / 3 },
    { "1,5/2", 0.75 },
    { "1⁄4", 0.25 },
    { "ln 2", G_LN2 },
    { "−ln(2)", -G_LN2 },
    { "2 ln 2", 2 * G_LN2 },
    { "ln2/2", G_LN2 / 2 },
    { "√2", G_SQRT2 },
    { "2√2", 2 * G_SQRT2 },
    { "sqrt(2)/2", G_SQRT2 / 2 },
    { "1/√2", 1 / G_SQRT2 },
    { "e", G_E },
    { "−e", -G_E },
    { "1/e", 1 / G_E },
    { "π/2", G_PI_2 },
    { "2·3", 6 },
    { "2³", 8 },
    { "(1/3)", 1.0 / 3 },
    { "1e-400", 0 },
    { "4.9406564584124654·10⁻³²⁴", 0x1p-1074 },
    { "1.7976931348623157·10³⁰⁸", 0x1.fffffffffffffp1023 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double value = 77;

      if (scope_number_parse (rows[i].text, &value) != SCOPE_NUMBER_READ)
        g_error ("“%s” is not read", rows[i].text);
      if (value != rows[i].value || (value == 0 && signbit (value)))
        g_error ("“%s” is read as %.17g", rows[i].text, value);
    }
}

static void
test_refuses (void)
{
  static const char *const texts[]
    = { "",   "nan", "1.2.3", "1,234.5", "1 2",  "e5",    "1e",     "h1-2 ", "--1",  "0x10",
        "–",  "−",   "－",    "－－1",   "1＿0", "1/0",   "ln(-1)", "√-1",   "1/",   "·3",
        "2^", "10^", "(1",    "1)",      "Inf",  "x10^3", "1e5.",   "1__",   "\xff", "ln",
        "√",  "2³.", "1.5e+", "𝟏",       "1\n",  "1+1",   "0/0",    "1·10⁻" };
  double value = 77;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (scope_number_parse (texts[i], &value) != SCOPE_NUMBER_NONE)
      g_error ("“%s” is read as %.17g", texts[i], value);
  g_assert_cmpfloat (value, ==, 77);
}

static void
test_too_large (void)
{
  static const char *const texts[]
    = { "1e400", "−1e309", "1.8·10³⁰⁸", "−4.21·10⁴³⁴", "10^(1.5·10⁵)", "∞", "−∞", "1e200·1e200" };
  g_autofree char *deep = g_strnfill (100000, '(');
  double value = 77;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (scope_number_parse (texts[i], &value) != SCOPE_NUMBER_TOO_LARGE)
      g_error ("“%s” is read otherwise", texts[i]);
  g_assert_cmpint (scope_number_parse (deep, &value), ==, SCOPE_NUMBER_NONE);
  g_assert_cmpfloat (value, ==, 77);
}

static void
check_read (const char *text, double value)
{
  double read = 77;

  if (scope_number_parse (text, &read) != SCOPE_NUMBER_READ || read != value)
    g_error ("“%s” of %.17g is read as %.17g", text, value, read);
}

/* Whatever the program writes of a number, it reads: with 17 digits as the number itself, with fewer as
 * what they say. */
static void
test_round_trip (void)
{
  static const char *const styles[] = { "%s·10^%s", "%s×10^{%s}", "%s x 10^%s", "%se%s" };
  guint64 random = 3;

  for (int n = 0; n < 50000; n++)
    {
      double value = test_any_size (&random, (guint) n % TEST_N_SIZES);
      unsigned digits = 1 + (unsigned) n % 17;
      char decimal = n % 2 ? '.' : ',', exact[SCOPE_NUMBER_EXACT_SIZE];
      char rounded[64], format[16];
      g_autofree char *whole = scope_number_format (value, 17, decimal);
      g_autofree char *some = scope_number_format (value, digits, decimal);
      g_auto (GStrv) parts = NULL;

      check_read (whole, value);
      check_read (scope_number_exact (value, exact), value);
      g_snprintf (format, sizeof format, "%%.%ue", digits - 1);
      g_ascii_formatd (rounded, sizeof rounded, format, value);
      /* All places before the point are shown. */
      if (fabs (value) < 1e-3 || fabs (value) >= 1e5 || digits >= 6)
        {
          double expected = g_ascii_strtod (rounded, NULL);

          if (isfinite (expected))
            check_read (some, expected + 0.0);
        }
      parts = g_strsplit (g_ascii_formatd (rounded, sizeof rounded, "%.16e", value), "e", 2);
      for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
        {
          GString *text = g_string_new (styles[i]);

          g_string_replace (text, "%s", parts[0], 1);
          g_string_replace (text, "%s", parts[1], 1);
          check_read (text->str, value + 0.0);
          g_string_free (text, TRUE);
        }
    }
}

/* Any text is judged, and nothing is read that is not finite. */
static void
test_any_text (void)
{
  static const char *const pieces[]
    = { "1", "0", "e", ".", ",",  "-", "−", "·", "10", "^", "⁻", "⁷", "(",    ")",
        "{", "}", "/", "√", "ln", "π", " ", " ", "x",  "∞", "_", "9", "sqrt", "*" };
  guint64 random = 8;

  for (int n = 0; n < 100000; n++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      double value = 77;

      for (guint length = (guint) (test_next_random (&random) % 12); length > 0; length--)
        g_string_append (text, pieces[test_next_random (&random) % G_N_ELEMENTS (pieces)]);
      if (scope_number_parse (text->str, &value) == SCOPE_NUMBER_READ)
        g_assert_true (isfinite (value) && !(value == 0 && signbit (value)));
      else
        g_assert_cmpfloat (value, ==, 77);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number-parse/numbers", test_numbers);
  g_test_add_func ("/number-parse/refuses", test_refuses);
  g_test_add_func ("/number-parse/too-large", test_too_large);
  g_test_add_func ("/number-parse/round-trip", test_round_trip);
  g_test_add_func ("/number-parse/any-text", test_any_text);
  return g_test_run ();
}
