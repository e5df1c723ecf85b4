/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "state-axis.h"
#include "state-compare.h"
#include "state-descent.h"
#include "state-file.h"
#include "state-object.h"
#include "state-rows.h"
#include "state-save.h"

#include <string.h>

#include "sealed.h"
#include "state.h"

/* What is kept then, and what is not: an axis of its own; the other walk alone. */
#define FITTED "\nranges=", "\naxis=-10;10;\n"
#define NO_WALK "\nkept-trail=", "\ntrail"
#define NO_KEPT_WALK "\ntrail=", "\nkept-trail"

/* A kept state of which one line is another, or missing where value is NULL: it is read, and is kept with
 * that line then, or refused as a whole, NULL. */
static const struct
{
  const char *key, *value, *comes_to, *lacks;
} lines[] = {
  { "logits", "1;2;", NULL },
  { "logits", "1;2;nan;", NULL },
  { "logits", NULL, NULL },
  { "weights", "1;2;3;4;", NULL },
  { "bias", "inf", NULL },
  { "bias", "3", "\nbias=3\n" },
  { "rate", "0", NULL },
  { "rate", "-1", NULL },
  { "rate", "x", NULL },
  { "observed", "3", NULL },
  { "observed", "-1", NULL },
  /* The selected row says what is so. */
  { "observed", "2", "\nobserved=0\n" },
  { "selected", "2", "\nlogits=0.10000000000000001;20;-100;\n" },
  { "wiring", "-1", NULL },
  { "wiring", "99", NULL },
  { "shift", "x", NULL },
  { "shift", NULL, "\nshift=0\n" },
  { "selected", "3", NULL },
  { "selected", "0", NULL },
  { "sum", "x", "\nsum=total\n" },
  { "sum", "mean", "\nsum=mean\n" },
  { "ghosts", "-1", NULL },
  { "ghosts", "1000", NULL },
  { "ghost-1", "1;2;3;", NULL },
  { "ghost-1", "1;0;0;1;0;0;0;5;", NULL },
  { "ghost-1", "1;0;0;1;0;0;0;1;", "\nghost-1=1;0;0;1;0;0;0;1;\n" },
  { "ghost-1", "1;0;0;1;0;0;0;2;", "\nghost-1=1;0;0;1;0;0;0;2;\n" },
  { "ghost-1-name", NULL, NULL },
  { "ghost-1-name", "\\s\\t", NULL },
  { "ghost-1-name", "a\xff", NULL },
  { "ghost-1-name", "mine", "\nghost-1-name=mine\n" },
  /* What says nothing is as it was; what is no axis is fitted anew. */
  { "estimate", "x", "\nestimate=0\n" },
  { "step-h", "-1", "\nstep-h=1\n" },
  { "step-h", "7", "\nstep-h=1\n" },
  { "step-h", "1e-300", "\nstep-h=9.9999999999999998e-13\n" },
  { "step-h", "0.5", "\nstep-h=0.5\n" },
  /* Names, or the number that they were up to version 3; what has no name here is left out. */
  { "show", "bar;tangent;", "\nshow=bar;tangent;\n" },
  { "show", "waterfall;rose;bar", "\nshow=bar;waterfall;\n" },
  { "show", "", "\nshow=\n" },
  { "show", "1048579", "\nshow=question;bar;waterfall;\n" },
  { "show", NULL,
    "\nshow=question;bar;tangent;others;guess;downhill;formula;diagram;links;point;ghosts;waterfall;\n" },
  { "hide", "gradient;p;", "\nhide=p;gradient;\n" },
  { "hide", "33", "\nhide=loss;gradient;\n" },
  { "hide", "x", "\nhide=\n" },
  { "axis", "5;1;", FITTED },
  { "axis", "1;", FITTED },
  { "axis", "1e300;1e300;", FITTED },
  { "axis", "-1e308;1e308;", FITTED },
  { "axis", "-7;8;", "\naxis=-7;8;\n" },
  { "ranges", "1;0;0;1;", "\naxis=-10;10;\n" },
  { "ranges", "0;1;1;0;", "\naxis=-10;10;\n" },
  { "ranges", "x", "\naxis=-10;10;\n" },
  /* What is no walk is none: it can be walked again. */
  { "trail-at", "2", "\ntrail-at=2\n" },
  { "trail-at", "-1", NO_WALK },
  { "trail-at", "3", NO_WALK },
  { "trail-at", "1", NO_WALK },
  { "trail-rates", "1;1;", NO_WALK },
  { "trail-rates", "1;inf;1;", NO_WALK },
  { "trail-rates", "x", NO_WALK },
  { "trail-rates", NULL, NO_WALK },
  { "trail", "1;nan;2;", NO_WALK },
  { "trail", "", NO_WALK },
  { "trail", NULL, NO_WALK },
  { "kept-trail-at", "2", NO_KEPT_WALK },
  { "classes", "cat;dog\\;s;bird, big;", "\nclasses=cat;dog\\;s;bird, big;\n" },
  { "classes", NULL, "\nclasses=Setosa;Versicolor;Virginica;\n" },
  { "classes", "cat;dog;", NULL },
  { "classes", "cat;dog;bird;fish;", NULL },
  { "classes", "cat;dog;Dog;", NULL },
  { "classes", "cat;2;bird;", NULL },
  { "classes", "", NULL },
  { "version", "", NULL },
  { "version", "2x", NULL },
  { "version", "5", NULL },
  { "version", "1", "\nversion=" },
  /* Rows are read by themselves. */
  { "1", "0.5;2;3;Setosa;", "\n1=0.5;2;3;1;\n" },
  { "1", "1;2;3;Virginica", "\n1=1;2;3;3;\n" },
  { "2", "1;2;3;Versicolor;\n", "\n2=1;2;3;2;\n# sum" },
  { "2", "1;2;3;2;\n", "\n2=1;2;3;2;\n# sum" },
  { "1", "1;2;3;0;", NULL },
  { "1", "1;2;3;4;", NULL },
  { "1", "1;2;3;11;", NULL },
  { "1", "1;2;3;Setosa;x", NULL },
  { "1", "1;2;3;Setosa;;", NULL },
  { "1", "1;2;3;setosa;", NULL },
  { "1", "1;2;3;", NULL },
  { "1", "1;2", NULL },
  { "1", "1;2x;3;Setosa;", NULL },
  { "1", "1;inf;3;Setosa;", NULL },
  { "1", "", NULL },
  { "1", NULL, NULL },
};

/* Two flowers with a kept curve, a walk and another one that was kept. */
static char *
new_text (void)
{
  const ScopeBatchRow rows[2] = { { { 1, 2, 3 }, 0 }, { { 0.1, 20, -100 }, 1 } };
  g_autoptr (ScopeState) kept = scope_state_new ();

  scope_state_keep_curve (kept);
  scope_state_set_rows (kept, rows, G_N_ELEMENTS (rows));
  scope_state_set_view (kept, &(ScopeView) { .axis_lo = -10, .axis_hi = 10 });
  scope_state_descend (kept, 1, FALSE);
  scope_state_keep_walk (kept);
  scope_state_descend (kept, 2, FALSE);
  return scope_state_save (kept);
}

static char *
replace_line (const char *text, const char *key, const char *value)
{
  g_auto (GStrv) all = g_strsplit (text, "\n", -1);
  g_autofree char *start = g_strconcat (key, "=", NULL);
  GString *other = g_string_new (NULL);
  char *sealed;
  guint n = 0;

  for (guint i = 0; all[i] != NULL; i++)
    {
      gboolean is_it = g_str_has_prefix (all[i], start);

      n += is_it;
      if (is_it && value == NULL)
        continue;
      g_string_append_printf (other, "%s%s%s", other->len > 0 ? "\n" : "", is_it ? start : all[i],
                              is_it ? value : "");
    }
  if (n != 1)
    g_error ("%u lines of “%s”", n, key);
  sealed = seal_again (other->str);
  g_string_free (other, TRUE);
  return sealed;
}

static void
test_lines (void)
{
  g_autofree char *text = new_text ();

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      const char *key = lines[i].key, *value = lines[i].value != NULL ? lines[i].value : "nothing";
      g_autofree char *other = replace_line (text, key, lines[i].value);
      g_autoptr (ScopeState) state = scope_state_new ();
      g_autofree char *before = scope_state_save (state), *after = NULL;
      gboolean is_read = scope_state_restore (state, other);

      if (is_read != (lines[i].comes_to != NULL))
        g_error ("%s=%s is %s", key, value, is_read ? "read" : "refused");
      after = scope_state_save (state);
      if (!is_read)
        g_assert_cmpstr (after, ==, before);
      else if (strstr (after, lines[i].comes_to) == NULL
               || (lines[i].lacks != NULL && strstr (after, lines[i].lacks) != NULL))
        g_error ("%s=%s comes to %s", key, value, after);
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
            const char *line = way == 2 && k == i && k > 0 ? all[k - 1]
                               : way == 2 && k + 1 == i    ? all[i]
                                                           : all[k];

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

/* As version 3 of the format wrote it. */
static void
test_version_3 (void)
{
  static const char text[]
    = "[Scenario]\nversion=3\nlogits=1.5;2;3;\nweights=1;1;1;\nbias=-3.5\nshift=0.25\nrate=2\nestimate=-0.5\n"
      "step-h=0.001\nobserved=1\nwiring=3\nshow=1572867\nhide=34\nflower=Rose\naxis=-20;5;\nranges=-1;9;-1."
      "1000000000000001;1.1000000000000001;"
      "\n"
      "ghosts=1\nghost-1=1;0;0;1;0;0;0;2;\nghost-1-name=mine\ntrail=-4;-3.5;\ntrail-rates=1;0.5;\ntrail-at="
      "1\n";
  g_autofree char *sealed = seal_again (text), *after = NULL;
  g_autoptr (ScopeState) state = scope_state_new ();
  g_autoptr (GString) now = g_string_new (text);
  g_autofree char *sealed_now = NULL;

  g_assert_true (scope_state_restore (state, sealed));
  after = scope_state_save (state);
  g_string_replace (now, "version=3", "version=4", 1);
  g_string_replace (now, "bias=", "classes=Setosa;Versicolor;Virginica;\nbias=", 1);
  g_string_replace (now, "show=1572867", "show=question;bar;descent;waterfall;", 1);
  g_string_replace (now, "hide=34", "hide=p;gradient;", 1);
  sealed_now = seal_again (now->str);
  g_assert_cmpstr (after, ==, sealed_now);
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
  scope_state_set_number (state, SCOPE_FIELD (step_h), 0, 0.5);
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
  g_test_add_func ("/state-file/version-3", test_version_3);
  g_test_add_func ("/state-file/without-h", test_restore_without_h);
  return g_test_run ();
}
