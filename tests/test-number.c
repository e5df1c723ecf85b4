/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>
#include <math.h>

#include "comma.h"
#include "number-parse.h"
#include "number.h"

static void
test_format (void)
{
  static const struct
  {
    double value;
    unsigned digits;
    const char *text;
  } rows[] = {
    { 0.15087898776800279, 4, "0.1509" },
    { 1.8912771689741947, 4, "1.891" },
    { -0.84912101223199721, 4, "−0.8491" },
    { -6.6278281342769718, 4, "−6.628" },
    { -6.6278281342769718, 5, "−6.6278" },
    { -2, 4, "−2" },
    { 0, 4, "0" },
    { -0.0, 4, "0" },
    { 0.5, 4, "0.5" },
    { 0.50003, 4, "0.5000" },
    { 0.99999, 4, "1.000" },
    { 12345, 4, "12345" },
    { 12345.6, 4, "12346" },
    { 99999, 4, "99999" },
    { 99999.9, 4, "1.000·10⁵" },
    { 1e5, 4, "1·10⁵" },
    { 1e-4, 4, "0.0001" },
    { 0.00012345, 4, "0.0001234" },
    { 0.00009999, 4, "9.999·10⁻⁵" },
    { 1.3e-5, 4, "1.3·10⁻⁵" },
    { -7.285e-304, 4, "−7.285·10⁻³⁰⁴" },
    { 1.7976931348623157e308, 3, "1.80·10³⁰⁸" },
    { 5e-324, 4, "4.941·10⁻³²⁴" },
    { INFINITY, 4, "∞" },
    { -INFINITY, 4, "−∞" },
    { NAN, 4, "–" },
    { 0.1, 17, "0.10000000000000001" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = scope_number_format (rows[i].value, rows[i].digits, '.');

      g_assert_cmpstr (text, ==, rows[i].text);
    }
  g_autofree char *comma = scope_number_format (-0.8491, 4, ',');
  g_assert_cmpstr (comma, ==, "−0,8491");
  g_autofree char *typed = scope_number_format_typed (-1.25e-7, 4, ',');
  g_assert_cmpstr (typed, ==, "-1,25·10⁻⁷");
  g_autofree char *without = scope_number_format_typed (0.8491, 4, '.');
  g_assert_cmpstr (without, ==, "0.8491");
}

static void
test_log10 (void)
{
  static const struct
  {
    int sign;
    double log10_abs;
    const char *text;
  } rows[] = {
    { -1, 434.6242820958356, "−4.21·10⁴³⁴" },
    { 1, 2, "100" },
    { 0, 5, "0" },
    { 1, -INFINITY, "0" },
    { -1, INFINITY, "−∞" },
    { 1, 399.99999999, "1.00·10⁴⁰⁰" },
    { 1, -500.5, "3.16·10⁻⁵⁰¹" },
    { 1, 1e300, "10^(1·10³⁰⁰)" },
    { 1, -3000000000.5, "3.16·10⁻³⁰⁰⁰⁰⁰⁰⁰⁰¹" }, /* no number of 32 bits */
    { 1, 5000000000000.5, "3.2·10⁵⁰⁰⁰⁰⁰⁰⁰⁰⁰⁰⁰⁰" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = scope_number_format_log10 (rows[i].sign, rows[i].log10_abs, 3, '.');

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

static void
test_fixed (void)
{
  g_autofree char *one = scope_number_format_fixed (-0.5, 1, '.');
  g_autofree char *zero = scope_number_format_fixed (-0.001, 1, ',');

  g_assert_cmpstr (one, ==, "−0.5");
  g_assert_cmpstr (zero, ==, "0,0");
}

static void
test_rounds_alike (void)
{
  const ScopeWide beyond = SCOPE_WIDE_C (4.21e434);

  g_assert_true (scope_number_rounds_alike (SCOPE_WIDE_C (0.12344), SCOPE_WIDE_C (0.12336), 4));
  g_assert_false (scope_number_rounds_alike (SCOPE_WIDE_C (0.12344), SCOPE_WIDE_C (0.12336), 5));
  g_assert_false (scope_number_rounds_alike (SCOPE_WIDE_C (1.5), -SCOPE_WIDE_C (1.5), 1));
  g_assert_true (scope_number_rounds_alike (beyond, SCOPE_WIDE_C (4.2149e434), 3));
  g_assert_false (scope_number_rounds_alike (beyond, SCOPE_WIDE_C (4.22e434), 3));
  g_assert_false (scope_number_rounds_alike (beyond, SCOPE_WIDE_C (4.21e433), 3));
  g_assert_false (scope_number_rounds_alike (1, 1 + SCOPE_WIDE_C (1e-16), 17));
  g_assert_true (scope_number_rounds_alike (1, 1 + SCOPE_WIDE_C (1e-16), 16));
}

static void
test_exact (void)
{
  char buffer[SCOPE_NUMBER_EXACT_SIZE];

  g_assert_cmpstr (scope_number_exact (0.1, buffer), ==, "0.10000000000000001");
  g_assert_cmpstr (scope_number_exact (-INFINITY, buffer), ==, "-inf");
  g_assert_cmpstr (scope_number_exact (-0.3, buffer), ==, "-0.29999999999999999");
}

/* A zero has no sign, nor has what is rounded to one. */
static void
test_zero (void)
{
  char buffer[SCOPE_NUMBER_EXACT_SIZE];

  g_assert_cmpstr (scope_number_exact (-0.0, buffer), ==, "0");
  for (unsigned digits = 0; digits <= 20; digits++)
    {
      g_autofree char *number = scope_number_format (-0.0, digits, '.');
      g_autofree char *fixed = scope_number_format_fixed (-1e-30, digits, '.');
      g_autofree char *logarithm = scope_number_format_log10 (-1, -INFINITY, digits, '.');

      g_assert_cmpstr (number, ==, "0");
      g_assert_cmpint (fixed[0], ==, '0');
      g_assert_cmpstr (logarithm, ==, "0");
    }
}

/* What is raised is known again, and nothing else is. */
static void
test_script (void)
{
  g_autoptr (GString) raised = g_string_new (NULL), lowered = g_string_new (NULL),
                      again = g_string_new (NULL);

  g_assert_true (scope_number_append_script (raised, "−9876543210", TRUE));
  g_assert_cmpstr (raised->str, ==, "⁻⁹⁸⁷⁶⁵⁴³²¹⁰");
  g_assert_true (scope_number_append_script (lowered, "−9876543210", FALSE));
  g_assert_cmpstr (lowered->str, ==, "₋₉₈₇₆₅₄₃₂₁₀");
  g_assert_false (scope_number_append_script (lowered, "1.5", FALSE));
  g_assert_false (scope_number_append_script (lowered, "−", FALSE));
  for (const char *at = raised->str; *at != '\0'; at = g_utf8_next_char (at))
    g_string_append_c (again, scope_number_lower (g_utf8_get_char (at)));
  g_assert_cmpstr (again->str, ==, "-9876543210");
  g_assert_cmpint (scope_number_lower (0x207a), ==, '+');
  for (gunichar character = 0; character < 0x3000; character++)
    if (character != 0x207a && g_utf8_strchr (raised->str, -1, character) == NULL)
      g_assert_cmpint (scope_number_lower (character), ==, '\0');
}

/* The same text under a language with a decimal comma. */
static void
test_locale (void)
{
  char buffer[SCOPE_NUMBER_EXACT_SIZE];
  double value;

  test_take_comma ();
  test_format ();
  test_log10 ();
  g_assert_cmpstr (scope_number_exact (1.5, buffer), ==, "1.5");
  g_assert_cmpint (scope_number_parse ("1.5", &value), ==, SCOPE_NUMBER_READ);
  g_assert_cmpfloat (value, ==, 1.5);
  setlocale (LC_ALL, "C");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number/zero", test_zero);
  g_test_add_func ("/number/format", test_format);
  g_test_add_func ("/number/log10", test_log10);
  g_test_add_func ("/number/fixed", test_fixed);
  g_test_add_func ("/number/rounds-alike", test_rounds_alike);
  g_test_add_func ("/number/exact", test_exact);
  g_test_add_func ("/number/script", test_script);
  g_test_add_func ("/number/locale", test_locale);
  return g_test_run ();
}
