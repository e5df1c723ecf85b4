/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "decimal.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "comma.h"
#include "wide.h"

static gboolean
parse (const char *text, double *value)
{
  return scope_decimal_parse (text, strlen (text), value);
}

static void
test_grammar (void)
{
  static const char *const good[] = { "1",
                                      "-1",
                                      "+1",
                                      ".5",
                                      "5.",
                                      "+5",
                                      "1e5",
                                      "1E-5",
                                      "0.1e+3",
                                      "-.5e0",
                                      "00012",
                                      "0e999999999999",
                                      "1e-999999999999" };
  static const char *const bad[]
    = { "",      "+",    "-",   ".",     "-.",       "e5",    "1e",     "1e+",
        "1.2.3", "1..2", " 1",  "1 ",    "--1",      "+-1",   "0x1",    "1,5",
        "NaN",   "nan",  "INF", "inf",   "infinity", "1e400", "-1e400", "1_000",
        "1'000", "−1",   "١",   "1e5.0", "1e 5",     "1f",    "1#",     "1e99999999999999999999" };
  double value;

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    if (!parse (good[i], &value))
      g_error ("“%s” is refused", good[i]);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    if (parse (bad[i], &value))
      g_error ("“%s” is taken", bad[i]);
  g_assert_true (scope_decimal_parse ("12345", 2, &value));
  g_assert_cmpfloat (value, ==, 12);
  g_assert_false (scope_decimal_parse ("1\0", 2, &value));
}

/* With a comma before the fraction a point is none. */
static void
test_comma (void)
{
  static const char *const good[] = { "1,5", "-,5", "5,", "00,2e-1", "1", "12,34567890123456789012" };
  static const char *const bad[] = { "1.5", "1.234,5", "1,2,3", ",", "1e5,0" };
  double value, expected;

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *point = g_strdelimit (g_strdup (good[i]), ",", '.');

      g_assert_true (scope_decimal_parse_marked (good[i], strlen (good[i]), ',', &value));
      g_assert_true (parse (point, &expected));
      g_assert_true (value == expected);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (scope_decimal_parse_marked (bad[i], strlen (bad[i]), ',', &value));
}

static void
test_values (void)
{
  static const struct
  {
    const char *text;
    double value;
  } rows[] = {
    { "0", 0 },
    { "000.000e5", 0 },
    { "12.50", 12.5 },
    { "-0.00625", -0.00625 },
    { "9007199254740993", 9007199254740992.0 }, /* the middle of two doubles */
    { "9007199254740993.00000000000000000000000000000001", 9007199254740994.0 },
    { "1e22", 1e22 },
    { "1e23", 1e23 },
    { "123456789012345678901234567890", 123456789012345678901234567890.0 },
    { "4.9e-324", 0x1p-1074 },
    { "2.4703282292062327e-324", 0 },
    { "2.4703282292062328e-324", 0x1p-1074 },
    { "1.7976931348623157e308", DBL_MAX },
    { "1.79769313486231580793e308", DBL_MAX },
    { "0.1", 0.1 },
    { "100000000000000000000000e-23", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double value = 7;

      g_assert_true (parse (rows[i].text, &value));
      g_assert_cmpfloat (value, ==, rows[i].value);
    }
}

/* The same double as the C library's, at every length. */
static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (37);

  for (int i = 0; i < 200000; i++)
    {
      char text[64];
      int n = g_rand_int_range (random, 1, 24), at = 0, point = g_rand_int_range (random, -1, n + 1);
      double value;

      if (i % 3 == 0)
        text[at++] = '-';
      for (int digit = 0; digit < n; digit++)
        {
          if (digit == point)
            text[at++] = '.';
          text[at++] = (char) ('0' + g_rand_int_range (random, 0, 10));
        }
      text[at] = '\0';
      if (i % 2)
        g_snprintf (text + at, sizeof text - (gsize) at, "e%d", g_rand_int_range (random, -340, 285));
      g_assert_true (parse (text, &value));
      g_assert_cmpfloat (value, ==, g_ascii_strtod (text, NULL));
    }
}

/* Numbers with all digits that a double has, beside the middle of two, and on it. */
static void
test_middles (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (38);

  for (int i = 0; i < 200000; i++)
    {
      double low = ldexp (g_rand_double_range (random, 1, 2), g_rand_int_range (random, -40, 60));
      ScopeWide middle = (ScopeWide) low + SCOPE_WIDE_C (0.5) * (nextafter (low, INFINITY) - low);
      char text[64];
      double value;

      scope_wide_print (text, sizeof text,
                        i % 3 == 0   ? "%.18e"
                        : i % 3 == 1 ? "%.17e"
                                     : "%.16e",
                        i % 2 ? middle : (ScopeWide) low);
      g_assert_true (parse (text, &value));
      g_assert_cmpfloat (value, ==, g_ascii_strtod (text, NULL));
    }
}

/* Any length is read, and the last digit of many may decide. */
static void
test_long (void)
{
  g_autofree char *zeros = g_strnfill (100000, '0');
  g_autofree char *large = g_strconcat ("1", zeros, "e-100000", NULL);
  g_autofree char *small = g_strconcat ("0.", zeros, "1e100001", NULL);
  g_autofree char *above = g_strconcat ("9007199254740993.", zeros, "1", NULL);
  g_autofree char *middle = g_strconcat ("9007199254740993.", zeros, NULL);
  double value;

  g_assert_true (parse (large, &value));
  g_assert_cmpfloat (value, ==, 1);
  g_assert_true (parse (small, &value));
  g_assert_cmpfloat (value, ==, 1);
  g_assert_true (parse (above, &value));
  g_assert_cmpfloat (value, ==, 9007199254740994.0);
  g_assert_true (parse (middle, &value));
  g_assert_cmpfloat (value, ==, 9007199254740992.0);
  large[strlen (large) - 6] = '\0'; /* its exponent cut short */
  g_assert_false (parse (large, &value));
}

/* The same verdict and value where the decimal sign is a comma. */
static void
test_locale (void)
{
  double value;

  test_take_comma ();
  g_assert_true (parse ("1.25e-30", &value));
  g_assert_cmpfloat (value, ==, 1.25e-30);
  g_assert_false (parse ("1,25", &value));
  setlocale (LC_ALL, "C");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/decimal/grammar", test_grammar);
  g_test_add_func ("/decimal/comma", test_comma);
  g_test_add_func ("/decimal/values", test_values);
  g_test_add_func ("/decimal/random", test_random);
  g_test_add_func ("/decimal/middles", test_middles);
  g_test_add_func ("/decimal/long", test_long);
  g_test_add_func ("/decimal/locale", test_locale);
  return g_test_run ();
}
