/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "factors-shorten.h"
#include "factors.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "number.h"

static void
print_factors (ScopeFactors *factors, const ScopeParameters *in, unsigned digits, char decimal)
{
  ScopeOutcome outcome;

  g_assert_cmpint (scope_outcome_evaluate (in, &outcome), ==, SCOPE_STATUS_OK);
  scope_factors_init (factors, &outcome, digits, decimal, TRUE);
}

static void
test_start (void)
{
  const ScopeParameters in = { { 1.0368, 0.0032, 0.1352 }, { 1, 0, 0 }, -2, 0 };
  g_auto (ScopeFactors) factors = { 0 }, hall = { 0 }, comma = { 0 };

  print_factors (&factors, &in, 4, '.');
  g_assert_cmpstr (factors.dl_dp, ==, "−6.6278");
  g_assert_cmpstr (factors.dp_dz[0], ==, "0.12811");
  g_assert_cmpstr (factors.dz_db[0], ==, "1");
  g_assert_cmpstr (factors.dz_db[1], ==, "0");
  g_assert_cmpstr (factors.result, ==, "−0.8491");
  g_assert_cmpuint (factors.n_wired, ==, 1);
  print_factors (&hall, &in, 3, '.');
  g_assert_cmpstr (hall.result, ==, "−0.849");
  print_factors (&comma, &in, 4, ',');
  g_assert_cmpstr (comma.dl_dp, ==, "−6,6278");
}

static void
test_read (void)
{
  static const struct
  {
    const char *printed;
    ScopeWide value;
  } rows[] = { { "−6.6278", -SCOPE_WIDE_C (6.6278) },
               { "0,12811", SCOPE_WIDE_C (0.12811) },
               { "12346", 12346 },
               { "−4.21·10⁴³⁴", -SCOPE_WIDE_C (4.21e434) },
               { "2.5·10⁻¹²", SCOPE_WIDE_C (2.5e-12) },
               { "0", 0 },
               { "∞", INFINITY },
               { "−∞", -INFINITY } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ScopeWide read = scope_factors_read (rows[i].printed);

      if (isinf (rows[i].value))
        g_assert_true (read == rows[i].value);
      else
        g_assert_true (scope_wide_fabs (read - rows[i].value)
                       <= SCOPE_WIDE_C (1e-15) * scope_wide_fabs (rows[i].value));
    }
}

/* Past double's range: −1/p_o and p_o·(1 − p_o) as mantissa and power, and still the product. */
static void
test_beyond (void)
{
  const ScopeParameters in = { { -1000, 0, 0 }, { 1, 0, 0 }, 0, 0 };
  g_auto (ScopeFactors) factors = { 0 };

  print_factors (&factors, &in, 4, '.');
  g_assert_nonnull (strstr (factors.dl_dp, "·10⁴³⁴"));
  g_assert_nonnull (strstr (factors.dp_dz[0], "·10⁻⁴³⁵"));
  g_assert_cmpstr (factors.result, ==, "−1.000");
}

/* What a class does: reads each printed number, multiplies, adds, rounds like the result. Its own
 * reading of "−4.21·10⁴³⁴": nothing of the code under test. */
static ScopeWide
read_like_a_class (const char *printed)
{
  g_autoptr (GString) text = g_string_new (printed);
  static const char *const raised[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };

  g_string_replace (text, "−", "-", 0);
  g_string_replace (text, "·10", "e", 0);
  g_string_replace (text, "⁻", "-", 0);
  for (guint i = 0; i < 10; i++)
    g_string_replace (text, raised[i], (const char[]) { (char) ('0' + i), '\0' }, 0);
  return strtold (text->str, NULL);
}

/* Where 1 − p_o and with it the gradient fall below double's range: the signs and the product stay. */
static void
test_below (void)
{
  static const double biases[] = { 740, 750, 2000 };

  for (guint i = 0; i < G_N_ELEMENTS (biases); i++)
    {
      const ScopeParameters own = { { 1, 0, 0 }, { 1, 0, 0 }, biases[i], 0 };
      const ScopeParameters other = { { 1, 0, 0 }, { 1, 0, 0 }, -biases[i], 2 };
      g_auto (ScopeFactors) one = { 0 };
      g_auto (ScopeFactors) two = { 0 };
      ScopeWide product;

      print_factors (&one, &own, 4, '.');
      g_assert_false (g_str_has_prefix (one.dp_dz[0], "−"));
      g_assert_true (g_str_has_prefix (one.result, "−"));
      g_assert_cmpstr (one.result + strlen ("−"), ==, one.loss);
      product = read_like_a_class (one.dl_dp) * read_like_a_class (one.dp_dz[0]);
      g_assert_true (scope_wide_fabs (product / read_like_a_class (one.result) - 1) < SCOPE_WIDE_C (1e-3));

      /* Another class observed: the gradient is p of the wired one. */
      print_factors (&two, &other, 4, '.');
      g_assert_true (g_str_has_prefix (two.dp_dz[0], "−"));
      g_assert_cmpstr (two.result, ==, two.p[0]);
      g_assert_cmpstr (two.result, !=, "0");
    }
}

static void
fill_state (GRand *random, ScopeParameters *in)
{
  int kind = g_rand_int_range (random, 0, 5);

  in->observed = (unsigned) g_rand_int_range (random, 0, 3);
  in->b = g_rand_double_range (random, -10, 10);
  for (int k = 0; k < 3; k++)
    {
      in->a[k] = g_rand_double_range (random, -10, 10);
      in->w[k] = kind == 1 ? 1 : kind == 2 ? g_rand_double_range (random, -3, 3) : k == kind % 3;
      if (kind == 3)
        in->a[k] = round (in->a[k] * 100) / 100;
      if (kind == 4)
        in->a[k] *= 20;
    }
}

static void
check_state (const ScopeParameters *in, guint *longest)
{
  g_auto (ScopeFactors) factors = { 0 };
  unsigned digits = 3 + (in->observed & 1u);
  ScopeWide sum = 0, terms = 0, largest = 0, result;
  char one[64], other[64];

  print_factors (&factors, in, digits, '.');
  result = read_like_a_class (factors.result);
  for (int k = 0; k < 3; k++)
    {
      if (in->w[k] == 0)
        continue;
      sum += read_like_a_class (factors.dl_dp) * read_like_a_class (factors.dp_dz[k])
             * read_like_a_class (factors.dz_db[k]);
      terms += read_like_a_class (factors.path[k]);
      largest = scope_wide_fmax (largest, scope_wide_fabs (read_like_a_class (factors.path[k])));
    }
  *longest = MAX (*longest, factors.digits);
  if (scope_wide_fabs (result) < SCOPE_WIDE_C (1e-12) * largest)
    {
      /* The paths cancel: the sum is nothing at the digits that are shown. */
      g_assert_true (scope_wide_fabs (sum) < 1.5 * scope_wide_pow (10, -(ScopeWide) (digits - 1)) * largest);
      return;
    }
  g_snprintf (one, sizeof one, "%.*Le", (int) digits - 1, sum);
  g_snprintf (other, sizeof other, "%.*Le", (int) digits - 1, result);
  g_assert_cmpstr (one, ==, other);
  g_snprintf (one, sizeof one, "%.*Le", (int) digits - 1, terms);
  g_assert_cmpstr (one, ==, other);
}

static void
test_product (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (4);
  guint longest = 0;

  for (guint i = 0; i < 100000; i++)
    {
      ScopeParameters in;

      fill_state (random, &in);
      check_state (&in, &longest);
    }
  g_test_message ("most digits needed: %u", longest);
  g_assert_cmpuint (longest, >, 5);
}

/* Whether it comes out as it is printed, by digits alone: no doubt where a digit is at its middle. */
static gboolean
comes_out (ScopeWide value, const char *printed, unsigned digits, gboolean *doubt)
{
  ScopeWide result = read_like_a_class (printed);
  int places = (int) digits - 1 - (int) floor (log10 (fabs ((double) result)));
  ScopeWide unit = scope_wide_pow (10, -places), off = scope_wide_fabs (value - result) / unit;

  *doubt = scope_wide_fabs (off - SCOPE_WIDE_C (0.5)) < SCOPE_WIDE_C (1e-6);
  return off < SCOPE_WIDE_C (0.5);
}

/* Equal is what a class gets, in any state there is: one factor that is printed as 0 and is not, or places that
 * are lost in a sum, and the sign says so. */
static void
test_equals (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  guint about = 0, n = 0;

  for (guint i = 0; i < 40000; i++)
    {
      ScopeParameters in = { .observed = (unsigned) g_rand_int_range (random, 0, 3) };
      g_auto (ScopeFactors) factors = { 0 };
      ScopeWide sum = 0.0, result;
      gboolean doubt, equal;

      in.b = g_rand_double_range (random, -300, 300) / (i % 5 == 0 ? 100 : 1);
      for (int k = 0; k < 3; k++)
        {
          in.a[k] = g_rand_double_range (random, -10, 10) * (i % 3 == 0 ? 40 : 1);
          in.w[k] = g_rand_int_range (random, -1, 2) * (i % 5 == 0 ? 1000 : 1);
        }
      print_factors (&factors, &in, 4, '.');
      result = read_like_a_class (factors.result);
      for (int k = 0; k < 3; k++)
        {
          ScopeWide along = read_like_a_class (factors.dl_dp) * read_like_a_class (factors.dp_dz[k])
                            * read_like_a_class (factors.dz_db[k]);
          ScopeWide path = read_like_a_class (factors.path[k]);

          /* What is not 0 is not printed as 0, and has its sign. */
          if (factors.n_wired == 1)
            g_assert_true (g_str_equal (factors.path[k], "0") == g_str_equal (factors.dz_db[k], "0")
                           && along * path >= 0);
          /* A factor of 0 makes the product 0, not about so. */
          if (g_str_equal (factors.dz_db[k], "0"))
            g_assert_cmpstr (factors.path_equals[k], ==, "=");
          sum += factors.n_wired == 1 ? along : path;
        }
      if (result == 0 || fabs ((double) result) < 1e-300 || fabs ((double) result) >= 1e4)
        continue;
      equal = comes_out (sum, factors.result, 4, &doubt);
      if (doubt)
        continue;
      n++;
      about += !equal;
      g_assert_cmpstr (factors.equals, ==, equal ? "=" : "≈");
    }
  g_test_message ("%u of %u only about", about, n);
  g_assert_cmpuint (n, >, 10000);
  g_assert_cmpstr (scope_factors_equals (1.2345, "1.234", 4), ==, "≈");
  g_assert_cmpstr (scope_factors_equals (1.2344, "1.234", 4), ==, "=");
  g_assert_cmpstr (scope_factors_equals (0, "−9.6·10⁻³⁶⁹", 4), ==, "≈");
  g_assert_cmpstr (scope_factors_equals (0, "0", 4), ==, "=");
  g_assert_cmpstr (scope_factors_equals (-0.0, "0", 4), ==, "=");
}

/* As much as there is room for: rounded, and never a number that seems to end where it goes on. */
static void
test_shorten (void)
{
  static const struct
  {
    const char *printed, *shorter;
    unsigned digits;
  } cases[] = {
    { "−0.12811", "−0.128", 3 },
    { "0.12499", "0.12", 2 },
    { "0.0524555", "0.05246", 5 },
    { "0.12450", "0.12", 3 },
    { "1.0000", "1.0", 2 },
    { "0.5", "0.5", 2 },
    { "−6.6278", "−7", 1 },
    { "9.9996", "10.0", 3 },
    { "4.2107·10⁻¹²", "4.2·10⁻¹²", 2 },
    { "−4.2107·10⁴³⁴", "−4·10⁴³⁴", 1 },
    { "9.9962·10⁻³⁵⁰", "1·10⁻³⁴⁹", 1 },
    { "0", "0", 1 },
    { "?", "?", 1 },
    { "−10^(−4.3429·10²⁹⁹)", "−10^(−4.3·10²⁹⁹)", 2 },
    { "10^(12346000)", "10^(1·10⁷)", 1 },
    { "∞", "∞", 1 },
    { "1", "1", 1 },
    { "12346", "12346", 2 },
  };
  g_autofree char *comma = scope_factors_shorten ("−0,12811", 3, ',');

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shorter = scope_factors_shorten (cases[i].printed, cases[i].digits, '.');

      g_assert_cmpstr (shorter, ==, cases[i].shorter);
    }
  g_assert_cmpstr (comma, ==, "−0,128");
}

/* Numbers whose exponents are beyond double's, and beyond all types'. */
static void
test_read_powers (void)
{
  g_assert_true (scope_factors_read ("10^(−4.3429·10²⁹⁹)") == 0);
  g_assert_true (scope_factors_read ("−10^(4.3429·10²⁹⁹)") == (ScopeWide) -INFINITY);
  g_assert_cmpfloat_with_epsilon ((double) scope_wide_log10 (-scope_factors_read ("−10^(−1234,5)")), -1234.5,
                                  1e-9);
  g_assert_true (scope_factors_read ("−4.25·10²") == -425);
}

/* While a value is dragged the count of digits stands still. */
static void
test_dragged (void)
{
  ScopeParameters in = { { 1.0368, 0.0032, 0.1352 }, { 1, 0, 0 }, 0, 0 };

  for (guint i = 0; i < 2000; i++)
    {
      g_auto (ScopeFactors) factors = { 0 };
      ScopeOutcome outcome;

      in.b = -10 + 0.01 * i;
      scope_outcome_evaluate (&in, &outcome);
      scope_factors_init (&factors, &outcome, 4, '.', FALSE);
      g_assert_cmpuint (factors.digits, ==, 5);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/factors/start", test_start);
  g_test_add_func ("/factors/read", test_read);
  g_test_add_func ("/factors/beyond", test_beyond);
  g_test_add_func ("/factors/below", test_below);
  g_test_add_func ("/factors/product", test_product);
  g_test_add_func ("/factors/equals", test_equals);
  g_test_add_func ("/factors/shorten", test_shorten);
  g_test_add_func ("/factors/read-powers", test_read_powers);
  g_test_add_func ("/factors/dragged", test_dragged);
  return g_test_run ();
}
