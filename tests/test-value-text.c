/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The equations below the sliders, recomputed from what they print and from b₃ as its row prints it. */

#include "state-object.h"
#include "value-text.h"

#include <math.h>
#include <string.h>

#include "factors.h"
#include "number.h"
#include "random.h"
#include "value-row.h"
#include "weights.h"

#define ROUNDS 4000
#define DIGITS 4

/* What stands before b₃ and its sign: "1.0368 + 2 − 0.5·b₃". */
static ScopeWide
read_sum (const char *text, ScopeWide b)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  ScopeWide sum = 0, sign = 1;

  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], "+") || g_str_equal (words[i], "−"))
      sign = g_str_equal (words[i], "+") ? 1 : -1;
    else if (g_str_equal (words[i], "b₃"))
      sum += sign * b;
    else if (g_str_has_suffix (words[i], "·b₃"))
      {
        g_autofree char *weight = g_strndup (words[i], strlen (words[i]) - strlen ("·b₃"));

        sum += sign * scope_factors_read (weight) * b;
      }
    else
      sum += sign * scope_factors_read (words[i]);
  return sum;
}

static double
random_value (guint64 *random)
{
  static const double sizes[] = { 0, 1e-300, 1e-5, 1, 1, 1, 20, 1e4, 1e300 };
  double value = sizes[test_next_random (random) % G_N_ELEMENTS (sizes)] * test_uniform (random, -4, 4);

  return test_next_random (random) % 2 ? value : round (value * 8) / 8;
}

static void
set_state (ScopeState *state, guint64 *random)
{
  double w[SCOPE_N_CLASSES];

  for (guint k = 0; k < SCOPE_N_CLASSES; k++)
    {
      w[k] = test_next_random (random) % 2 ? (double) (test_next_random (random) % 3) - 1
                                           : random_value (random);
      scope_state_set_number (state, SCOPE_FIELD (parameters.a), k, random_value (random));
    }
  test_set_weights (state, w);
  scope_state_set_bias (state, random_value (random));
  scope_state_set_number (state, SCOPE_FIELD (parameters.shift), 0,
                          test_next_random (random) % 2 ? 0 : random_value (random));
}

static void
test_logits (void)
{
  g_autoptr (ScopeState) state = scope_state_new ();
  guint64 random = 11;
  guint n_equal = 0, n_about = 0;

  for (guint round = 0; round < ROUNDS; round++)
    {
      guint k = round % SCOPE_N_CLASSES;
      const ScopeParameters *in = scope_state_get_parameters (state);
      g_autofree char *text = NULL, *bias = NULL;
      g_auto (GStrv) equal = NULL, about = NULL;
      gboolean is_about;
      const char *left, *right;
      char *end;

      set_state (state, &random);
      bias = scope_number_format (in->b, DIGITS + 1, '.');
      text = scope_value_equation (state, k);
      end = strstr (text, "   (no b₃)");
      g_assert_cmpint (end != NULL, ==, in->w[k] == 0);
      if (end != NULL)
        *end = '\0';
      equal = g_strsplit (text, " = ", -1);
      about = g_strsplit (equal[1], " ≈ ", -1);
      is_about = g_strv_length (about) == 2;
      /* The logit alone says nothing that could be wrong. */
      if (!is_about && g_strv_length (equal) == 2)
        continue;
      left = is_about ? about[0] : equal[1];
      right = is_about ? about[1] : equal[2];
      g_test_message ("%s at %s", text, bias);
      g_assert_cmpstr (scope_factors_equals (read_sum (left, scope_factors_read (bias)), right, DIGITS), ==,
                       is_about ? "≈" : "=");
      n_about += is_about;
      n_equal += !is_about;
    }
  g_assert_cmpuint (MIN (n_equal, n_about), >, 100);
}

/* An h that is lost in b₃ makes no equation. */
static void
test_step (void)
{
  static const struct
  {
    double b, h;
    const char *text;
  } rows[] = {
    { -2, 1e-3, "b₃ + h = −1.999" },       { -2, 1e-12, "b₃ + h = −1.999999999999" },
    { -6.2272, 0.01, "b₃ + h = −6.2172" }, { 1234.5678, 1e-12, "b₃ + h ≈ 1234.567800000" },
    { 1e300, 1, "b₃ + h = 1·10³⁰⁰" },      { 1.0 / 3, 0.5, "b₃ + h ≈ 0.8333333333333" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ScopeState) state = scope_state_new ();
      g_autofree char *text = NULL;

      scope_state_set_bias (state, rows[i].b);
      scope_state_set_number (state, SCOPE_FIELD (step_h), 0, rows[i].h);
      text = scope_value_equation (state, SCOPE_VALUE_ROW_STEP_H);
      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/value-text/logits", test_logits);
  g_test_add_func ("/value-text/step", test_step);
  return g_test_run ();
}
