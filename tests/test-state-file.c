/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "state-save.h"

#include <string.h>

#include "sealed.h"
#include "state.h"

/* A kept state of which one line says something else, and is sealed so: it is read, or refused as a whole. */
static const struct
{
  const char *key, *value;
  gboolean is_read;
} lines[] = {
  { "logits", "1;2;", FALSE },
  { "logits", "1;2;nan;", FALSE },
  { "weights", "1;2;3;4;", FALSE },
  { "bias", "inf", FALSE },
  { "bias", "3", TRUE },
  { "rate", "0", FALSE },
  { "rate", "-1", FALSE },
  { "observed", "3", FALSE },
  { "observed", "-1", FALSE },
  { "observed", "2", TRUE },
  { "wiring", "-1", FALSE },
  { "wiring", "99", FALSE },
  { "shift", "x", FALSE },
  { "ghosts", "-1", FALSE },
  { "ghosts", "1000", FALSE },
  { "ghost-1", "1;2;3;", FALSE },
  { "ghost-1", "1;0;0;1;0;0;0;5;", FALSE },
  /* What says nothing is as it was; what is no axis is fitted anew. */
  { "estimate", "x", TRUE },
  { "step-h", "-1", TRUE },
  { "step-h", "7", TRUE },
  { "axis", "5;1;", TRUE },
  { "axis", "1;", TRUE },
  { "axis", "1e300;1e300;", TRUE },
  { "ranges", "1;0;0;1;", TRUE },
  { "ranges", "0;1;1;0;", TRUE },
};

static char *
replace_line (const char *text, const char *key, const char *value)
{
  g_auto (GStrv) all = g_strsplit (text, "\n", -1);
  g_autofree char *start = g_strconcat (key, "=", NULL), *other = NULL;
  guint n = 0;

  for (guint i = 0; all[i] != NULL; i++)
    if (g_str_has_prefix (all[i], start))
      {
        g_free (all[i]);
        all[i] = g_strconcat (start, value, NULL);
        n++;
      }
  if (n != 1)
    g_error ("%u lines of “%s”", n, key);
  other = g_strjoinv ("\n", all);
  return seal_again (other);
}

static void
test_lines (void)
{
  g_autoptr (ScopeState) kept = scope_state_new ();
  g_autofree char *text = NULL;

  scope_state_keep_curve (kept);
  text = scope_state_save (kept);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *other = replace_line (text, lines[i].key, lines[i].value);
      g_autoptr (ScopeState) state = scope_state_new ();
      g_autofree char *before = scope_state_save (state), *after = NULL;

      if (scope_state_restore (state, other) != lines[i].is_read)
        g_error ("%s=%s is %s", lines[i].key, lines[i].value, lines[i].is_read ? "refused" : "read");
      after = scope_state_save (state);
      if (!lines[i].is_read)
        g_assert_cmpstr (after, ==, before);
      else
        g_assert_true (scope_state_restore (state, after));
    }
}

static char *
save_much (void)
{
  g_autoptr (ScopeState) state = scope_state_new ();
  const ScopeBatchRow rows[2] = { { { 1, 2, 3 }, 0 }, { { 0.1, 20, -100 }, 1 } };

  scope_state_set_rows (state, rows, 2);
  scope_state_keep_curve (state);
  scope_state_descend (state, 3, FALSE);
  return scope_state_save (state);
}

/* Whichever byte becomes another one, in whichever way, the text is not taken for what was written. */
static void
test_every_flip (void)
{
  g_autofree char *text = save_much ();
  g_autoptr (ScopeState) state = scope_state_new ();
  g_autofree char *before = scope_state_save (state), *after = NULL;
  g_autofree char *other = g_strdup (text);
  gsize length = strlen (text);

  for (gsize at = 0; at < length; at++)
    for (guint bit = 0; bit < 8; bit++)
      {
        other[at] = (char) (text[at] ^ 1 << bit);
        if (scope_state_restore (state, other))
          g_error ("bit %u of byte %" G_GSIZE_FORMAT ", “%c”, may be another", bit, at, text[at]);
        other[at] = text[at];
      }
  after = scope_state_save (state);
  g_assert_cmpstr (before, ==, after);
  g_assert_true (scope_state_restore (state, other));
}

/* Lines that went, came twice or changed places. */
static void
test_other_lines (void)
{
  g_autofree char *text = save_much ();
  g_auto (GStrv) all = g_strsplit (text, "\n", -1);
  g_autoptr (ScopeState) state = scope_state_new ();

  for (guint i = 0; all[i + 1] != NULL; i++)
    for (guint way = 0; way < 3; way++)
      {
        g_autoptr (GString) other = g_string_new (NULL);

        for (guint k = 0; all[k + 1] != NULL; k++)
          {
            const char *line = way == 2 && k == i && k > 0 ? all[k - 1] : way == 2 && k + 1 == i ? all[i] : all[k];

            for (guint n = 0; n < (k == i && way < 2 ? 2 * way : 1); n++)
              g_string_append_printf (other, "%s\n", line);
          }
        if (!g_str_equal (other->str, text) && scope_state_restore (state, other->str))
          g_error ("line “%s”, %u", all[i], way);
      }
}

/* As version 2 of the format wrote it, without a sum. */
static void
test_without_sum (void)
{
  static const char text[]
    = "[Scenario]\nversion=2\nlogits=1.5;2;3;\nweights=1;0;0;\nbias=-3.5\nshift=0\nrate=2\n"
      "estimate=0\nstep-h=1\nobserved=1\nwiring=0\nshow=3\nhide=0\nflower=\naxis=-20;5;\n"
      "ranges=-1;9;-1;1;\nghosts=0\nselected=2\nsum=total\n\n[Rows]\n1=0;0;1;Virginica;\n"
      "2=1.5;2;3;Versicolor;\n# end\n";
  g_autoptr (ScopeState) state = scope_state_new ();
  g_autofree char *cut = g_strndup (text, strlen (text) - strlen ("# end\n"));
  g_autoptr (GString) newer = g_string_new (text);

  g_assert_false (scope_state_restore (state, cut));
  g_assert_cmpuint (g_string_replace (newer, "version=2", "version=3", 1), ==, 1);
  g_assert_false (scope_state_restore (state, newer->str));
  g_assert_true (scope_state_restore (state, text));
  g_assert_cmpfloat (scope_state_get_parameters (state)->b, ==, -3.5);
  g_assert_cmpuint (scope_state_get_n_rows (state), ==, 2);
}

/* What was kept before there was an h is read all the same. */
static void
test_restore_without_h (void)
{
  g_autoptr (ScopeState) state = scope_state_new ();
  g_autofree char *text = scope_state_save (state);
  g_auto (GStrv) parts = g_strsplit (text, "step-h=1\n", -1);
  g_autofree char *without = g_strjoinv ("", parts), *older = seal_again (without);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  scope_state_set_step_h (state, 0.5);
  g_assert_true (scope_state_restore (state, older));
  g_assert_cmpfloat (scope_state_get_step_h (state), ==, 0.5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/state-file/lines", test_lines);
  g_test_add_func ("/state-file/every-flip", test_every_flip);
  g_test_add_func ("/state-file/other-lines", test_other_lines);
  g_test_add_func ("/state-file/without-sum", test_without_sum);
  g_test_add_func ("/state-file/without-h", test_restore_without_h);
  return g_test_run ();
}
