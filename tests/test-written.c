/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "written.h"

/* Symbols as people type them. */

static void
test_symbols (void)
{
  static const struct
  {
    const char *text, *markup;
  } cases[] = {
    { "", "" },
    { "At b_3 = <b> it is.", "At *b*_3 = <b> it is." },
    { "p_Setosa, p_{Iris setosa}; z_12", "*p*_{Setosa}, *p*_{Iris setosa}; *z*_{12}" },
    { "∂L/∂b_3 = ∂L/∂p_Setosa · ∂p", "∂*L*/∂*b*_3 = ∂*L*/∂*p*_{Setosa} · ∂*p*" },
    { "p_Größe π_k", "*p*_{Größe} *π*_k" },
    /* No symbols. */
    { "A snake_case name, a_", "A snake\\_case name, a\\_" },
    { "A, B or C? 2_3 _x", "A, B or C? 2_3 _x" },
    { "<dl_dp> and <p-observed>, 1 < b_3", "<dl_dp> and <p-observed>, 1 < *b*_3" },
    /* Markup already. */
    { "*b*_3 *∂L*/*∂b*_3 *p*_{Setosa} `ln_x` \\b_3 2 * b_3",
      "*b*_3 *∂L*/*∂b*_3 *p*_{Setosa} `ln_x` \\b_3 2 \\* *b*_3" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *markup = scope_written_to_markup (cases[i].text);
      g_autofree char *again = scope_written_to_markup (markup);

      g_assert_cmpstr (markup, ==, cases[i].markup);
      g_assert_cmpstr (again, ==, markup);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/written/symbols", test_symbols);
  return g_test_run ();
}
