/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "state-save.h"

#include <string.h>

#include "state.h"

/* A kept state of which one line is another: it is read, or refused as a whole. */
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
  g_autofree char *start = g_strconcat (key, "=", NULL);
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
  return g_strjoinv ("\n", all);
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/state-file/lines", test_lines);
  return g_test_run ();
}
