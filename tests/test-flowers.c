/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "flowers.h"

#include <string.h>

#include "hint.h"

static void
test_flowers (void)
{
  g_autoptr (GPtrArray) flowers = scope_flowers_load ();
  guint borderline = 0, of_class[3] = { 0 };
  ScopeFlower *first = flowers->pdata[0], *real = flowers->pdata[3];

  g_assert_cmpuint (flowers->len, ==, 153);
  g_assert_cmpfloat (first->a[0], ==, 1.0368);
  g_assert_cmpstr (first->name, ==, "Worked example 1: Setosa");
  g_assert_cmpstr (real->name, ==, "Setosa 1: petal 0.2 cm, sepal 3.5 cm");
  for (guint i = 3; i < flowers->len; i++)
    {
      ScopeFlower *flower = flowers->pdata[i];

      borderline += flower->borderline ? 1 : 0;
      of_class[flower->observed]++;
    }
  g_assert_cmpuint (of_class[0], ==, 50);
  g_assert_cmpuint (of_class[2], ==, 50);
  g_test_message ("%u borderline", borderline);
  g_assert_cmpuint (borderline, >, 2);
  g_assert_cmpuint (borderline, <, 40);
  g_assert_cmpfloat (scope_flowers_bound (flowers), >, 19);
}

/* Whose logits are the trained network's, by the file. */
static void
test_real (void)
{
  g_autoptr (GPtrArray) flowers = scope_flowers_load ();
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (ScopeBatchRow));
  ScopeBatchRow *row;

  for (guint i = 0; i < flowers->len; i++)
    {
      ScopeFlower *flower = flowers->pdata[i];
      ScopeBatchRow one = { .observed = 2 };

      memcpy (one.a, flower->a, sizeof one.a);
      g_assert_cmpint (scope_flowers_are_real (&one, 1), ==, i >= 3);
      if (i >= 3)
        g_array_append_val (rows, one);
    }
  row = &g_array_index (rows, ScopeBatchRow, 0);
  g_assert_cmpuint (rows->len, ==, 150);
  g_assert_true (scope_flowers_are_real (row, rows->len));
  /* One that is not is enough, wherever it stands. */
  for (guint i = 0; i < rows->len; i += 149)
    for (guint k = 0; k < SCOPE_N_CLASSES; k++)
      {
        row[i].a[k] += 0.001;
        g_assert_false (scope_flowers_are_real (row, rows->len));
        row[i].a[k] -= 0.001;
      }
}

static void
test_hints (void)
{
  ScopeHint hint = SCOPE_HINT_DRAG;

  hint = scope_hint_advance (hint, SCOPE_ACT_OBSERVED);
  g_assert_cmpint (hint, ==, SCOPE_HINT_DRAG);
  hint = scope_hint_advance (hint, SCOPE_ACT_BIAS);
  hint = scope_hint_advance (hint, SCOPE_ACT_BIAS);
  g_assert_cmpint (hint, ==, SCOPE_HINT_CHAIN);
  g_assert_cmpstr (scope_hint_action (hint), ==, "win.show-steps");
  hint = scope_hint_advance (hint, SCOPE_ACT_STEPS);
  hint = scope_hint_advance (hint, SCOPE_ACT_HIDE);
  g_assert_cmpint (hint, ==, SCOPE_HINT_OBSERVED);
  hint = scope_hint_advance (hint, SCOPE_ACT_OBSERVED);
  g_assert_cmpstr (scope_hint_action (hint), ==, "win.flowers");
  hint = scope_hint_advance (hint, SCOPE_ACT_FLOWER);
  g_assert_cmpstr (scope_hint_action (hint), ==, "win.descent-step");
  hint = scope_hint_advance (hint, SCOPE_ACT_DESCEND);
  g_assert_cmpstr (scope_hint_action (hint), ==, "win.rows-three");
  hint = scope_hint_advance (hint, SCOPE_ACT_ROWS);
  g_assert_cmpstr (scope_hint_action (hint), ==, "win.export");
  hint = scope_hint_advance (hint, SCOPE_ACT_EXPORT);
  g_assert_cmpint (hint, ==, SCOPE_HINT_DONE);
  g_assert_cmpint (scope_hint_advance (hint, ~0u), ==, SCOPE_HINT_DONE);
  g_assert_cmpstr (scope_hint_text (SCOPE_HINT_DONE), ==, "");
  /* What has a button has a word for it, and something that it does. */
  for (hint = SCOPE_HINT_DRAG; hint <= SCOPE_HINT_DONE; hint++)
    {
      g_assert_cmpint (scope_hint_button (hint) != NULL, ==, scope_hint_action (hint) != NULL);
      g_assert_cmpint (scope_hint_text (hint)[0] == '\0', ==, hint == SCOPE_HINT_DONE);
    }
  g_assert_cmpstr (scope_hint_button (SCOPE_HINT_ROWS), ==, "Three Flowers");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flowers/load", test_flowers);
  g_test_add_func ("/flowers/real", test_real);
  g_test_add_func ("/hint/sequence", test_hints);
  return g_test_run ();
}
