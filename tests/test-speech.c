/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Printed texts in words, as a reader says them. */

#include <glib.h>
#include <locale.h>

#include "speech.h"

#define SPEECH_SEED 34
#define SPEECH_TEXTS 2000

static const struct
{
  const char *printed, *said;
} cases[] = {
  { "", "" },
  { "Picture copied", "Picture copied" },
  /* A number beside its symbol is neither a difference nor a longer number. */
  { "b₃ −1.9, loss 0.94", "b 3 equals −1.9, loss 0.94" },
  { "b₃ 2, loss 0.94", "b 3 equals 2, loss 0.94" },
  { "raising b₃ lowers the loss.", "raising b 3 lowers the loss." },
  { "z₁, z₂ and z₃: 1, −2", "z 1, z 2 and z 3: 1, −2" },
  { "z₁₂", "z 12" },
  { "b₃ = −0.9632", "b 3 equals −0.9632" },
  { "z₁ = 1.0368 + b₃ = −0.9632", "z 1 equals 1.0368 plus b 3 equals −0.9632" },
  { "z₂ = 1 − 0.5·b₃ ≈ 2", "z 2 equals 1 minus 0.5 times b 3 is about 2" },
  /* Powers. */
  { "10⁻⁷", "10 to the minus 7" },
  { "1.25·10⁻⁷", "1.25 times 10 to the minus 7" },
  { "−9.6·10⁻³⁶⁹, next", "−9.6 times 10 to the minus 369, next" },
  { "2·10²⁴.", "2 times 10 to the 24." },
  { "h²", "h squared" },
  { "(h²)", "(h squared)" },
  { "10^(−2·10⁹)", "10 to the power (−2 times 10 to the 9)" },
  { "p ∞/∞ (undefined)", "p infinity divided by infinity (undefined)" },
  { "0/0 or 0·∞", "0 divided by 0 or 0 times infinity" },
  { "−1/p: −6.63", "−1 divided by p: −6.63" },
  { "in 2/flowers.csv", "in 2/flowers.csv" },
  { "Yes, and/or no: a/2 /2", "Yes, and/or no: a/2 /2" },
  { "e^z", "e to the power z" },
  /* Differences, and numbers below zero. */
  { "p₁ − 1", "p 1 minus 1" },
  { "−(1 − p) = p − 1", "minus (1 minus p) equals p minus 1" },
  { "slope −0.8491: raising", "slope −0.8491: raising" },
  { "z₁−6.6", "z 1 minus 6.6" },
  { "−∞", "minus infinity" },
  /* Derivatives. */
  { "∂L/∂b₃", "d L by d b 3" },
  { "What is ∂L/∂b₃ here? A: 0", "What is d L by d b 3 here? A: 0" },
  { "∂p/∂z and/or ∂z/∂b₃ −1", "d p by d z and/or d z by d b 3 equals −1" },
  { "∂L i/∂b₃", "d L i by d b 3" },
  { "predicted < observed", "predicted below observed" },
  { "p_k", "p k" },
  /* Shapes, and what is no formula. */
  { "● Setosa", "Setosa" },
  { "■ Virginica, ▲", "Virginica," },
  { "Undo (Ctrl+Z)", "Undo (Ctrl+Z)" },
  { "×2", "times 2" },
  { "b₃ as Trained: \u2068−6.2\u2069", "b 3 as Trained: −6.2" },
  { "iris-logits.csv", "iris-logits.csv" },
};

static void
test_speech_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *said = scope_speech (cases[i].printed), *again = scope_speech (said);

      g_assert_cmpstr (said, ==, cases[i].said);
      g_assert_cmpstr (again, ==, said);
    }
}

/* Whatever stands there: no sign is left that speech leaves out, and no space too many. */
static void
test_speech_random (void)
{
  static const char *const pieces[] = { "b", "p", "10", "2", "₃", "⁻", "⁷", "²", "·", " ", " ", "−", "=", "∂",
                                        "/", "≈", "●",  ",", ".", "(", ")", "^", "_", "é", "∞", "Σ", "×" };
  g_autoptr (GRand) random = g_rand_new_with_seed (SPEECH_SEED);

  for (int i = 0; i < SPEECH_TEXTS; i++)
    {
      g_autoptr (GString) printed = g_string_new (NULL);
      g_autofree char *said = NULL, *again = NULL;

      for (int n = g_rand_int_range (random, 0, 12); n > 0; n--)
        {
          const char *piece = pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))];

          /* No text has two spaces. */
          if (*piece != ' ' || (printed->len > 0 && printed->str[printed->len - 1] != ' '))
            g_string_append (printed, piece);
        }
      said = scope_speech (printed->str);
      again = scope_speech (said);
      g_test_message ("“%s”: “%s”", printed->str, said);
      g_assert_true (g_utf8_validate (said, -1, NULL));
      g_assert_false (g_regex_match_simple ("[₀-₉⁰-⁹⁻²·×≈=∂●▲■∞Σ_^]|  |[a-z0-9]−", said, 0, 0));
      g_assert_cmpstr (again, ==, said);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_CTYPE, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/speech/cases", test_speech_cases);
  g_test_add_func ("/speech/random", test_speech_random);
  return g_test_run ();
}
