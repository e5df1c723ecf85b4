/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "state-descent.h"
#include "state-object.h"
#include "state-rows.h"
#include "state-save.h"
#include "stores.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What is written is read: the same state. */
static void
test_round (Place *place, gconstpointer data)
{
  g_autoptr (ScopeState) state = scope_state_new ();
  g_auto (ScopeSetAside) aside = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = save_with_bias (7), *again = NULL;

  g_assert_cmpint (scope_state_store_read (place->store, restore, state, &aside), ==, SCOPE_FOUND_NOTHING);
  g_assert_true (scope_state_store_write (place->store, place->base, text, &aside, &error));
  g_assert_no_error (error);
  g_assert_cmpint (scope_state_store_read (place->store, restore, state, &aside), ==, SCOPE_FOUND_STATE);
  again = scope_state_save (state);
  g_assert_cmpstr (again, ==, text);
  g_assert_null (aside.aside);
}

/* Cut off anywhere, a state is known for broken and still there, whole as it was. */
static void
test_every_cut (Place *place, gconstpointer data)
{
  g_autofree char *text = save_with_bias (7);
  gsize length = strlen (text);

  for (gsize cut = 0; cut < length; cut++)
    {
      g_autoptr (ScopeState) state = scope_state_new ();
      g_auto (ScopeSetAside) aside = { 0 };
      g_autofree char *before = scope_state_save (state), *after = NULL, *kept = NULL;
      gsize kept_length;

      write_file (place->path, text, (gssize) cut);
      g_assert_cmpint (scope_state_store_read (place->store, restore, state, &aside), ==, SCOPE_FOUND_BROKEN);
      after = scope_state_save (state);
      g_assert_cmpstr (before, ==, after);
      g_assert_nonnull (aside.aside);
      g_assert_false (g_file_test (place->path, G_FILE_TEST_EXISTS));
      g_assert_true (g_file_get_contents (aside.aside, &kept, &kept_length, NULL));
      g_assert_cmpmem (kept, kept_length, text, cut);
      g_assert_cmpint (g_unlink (aside.aside), ==, 0);
    }
}

/* Each under a name of its own. */
static void
test_aside_overwrites_none (Place *place, gconstpointer data)
{
  g_autoptr (ScopeState) state = scope_state_new ();

  for (guint i = 0; i < 5; i++)
    {
      g_auto (ScopeSetAside) aside = { 0 };

      write_file (place->path, "nonsense", -1);
      scope_state_store_read (place->store, restore, state, &aside);
      g_assert_nonnull (aside.aside);
    }
  g_assert_cmpuint (count_files (place, "state.broken-"), ==, 5);
}

/* What is no file is not waited for, and not written into. */
static void
test_no_file (Place *place, gconstpointer data)
{
  g_autoptr (ScopeState) state = scope_state_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = save_with_bias (3);

  for (guint i = 0; i < 4; i++)
    {
      g_auto (ScopeSetAside) aside = { 0 };

      if (i == 0)
        g_assert_cmpint (mkfifo (place->path, 0600), ==, 0);
      else if (i == 1)
        g_assert_cmpint (g_mkdir (place->path, 0700), ==, 0);
      else
        g_assert_cmpint (symlink (i == 2 ? "/dev/zero" : "state.ini", place->path), ==, 0);
      g_assert_cmpint (scope_state_store_read (place->store, restore, state, &aside), ==, SCOPE_FOUND_BROKEN);
      g_assert_nonnull (aside.aside);
      g_assert_true (scope_state_store_write (place->store, place->base, text, &aside, &error));
      g_assert_no_error (error);
      g_assert_cmpint (scope_state_store_read (place->store, restore, state, &aside), ==, SCOPE_FOUND_STATE);
      g_assert_cmpint (g_unlink (place->path), ==, 0);
    }
}

/* It comes while the window is open: not lost either. */
static void
test_broken_at_write (Place *place, gconstpointer data)
{
  g_auto (ScopeSetAside) aside = { 0 };
  g_autofree char *text = save_with_bias (3), *kept = NULL;

  write_file (place->path, "[Scenario]\nlogits=1", -1);
  g_assert_true (scope_state_store_write (place->store, place->base, text, &aside, NULL));
  g_assert_cmpint (aside.found, ==, SCOPE_FOUND_BROKEN);
  g_assert_true (g_file_get_contents (aside.aside, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "[Scenario]\nlogits=1");
}

static void
test_newer (Place *place, gconstpointer data)
{
  g_autofree char *newer = g_strdup_printf ("[Scenario]\nversion=%d\nall=new\n", SCOPE_STATE_VERSION + 1);
  g_autoptr (ScopeState) state = scope_state_new ();
  g_auto (ScopeSetAside) aside = { 0 };
  g_autofree char *kept = NULL;

  write_file (place->path, newer, -1);
  g_assert_cmpint (scope_state_store_read (place->store, restore, state, &aside), ==, SCOPE_FOUND_NEWER);
  g_assert_cmpuint (count_files (place, "state.newer-"), ==, 1);
  g_assert_true (g_file_get_contents (aside.aside, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, newer);
}

/* As the first version of the format wrote it. */
static void
test_earlier (Place *place, gconstpointer data)
{
  g_autoptr (ScopeState) state = scope_state_new ();
  g_auto (ScopeSetAside) aside = { 0 };

  write_file (place->path,
              "[Scenario]\nlogits=1.5;2;3;\nweights=1;0;0;\nbias=-3.5\nshift=0\nrate=2\nestimate=0\n"
              "step-h=1\nobserved=1\nwiring=0\nshow=3\nhide=0\nflower=\naxis=-20;5;\nghosts=0\n"
              "selected=2\nsum=total\n\n[Rows]\n1=0;0;1;Virginica;\n2=1.5;2;3;Versicolor;\n",
              -1);
  g_assert_cmpint (scope_state_store_read (place->store, restore, state, &aside), ==, SCOPE_FOUND_STATE);
  g_assert_cmpfloat (scope_state_get_parameters (state)->b, ==, -3.5);
  g_assert_cmpuint (scope_state_get_n_rows (state), ==, 2);
  g_assert_cmpfloat (scope_state_get_view (state)->axis_lo, ==, -20);
}

/* What cannot be written says why, and the old state is whole. */
static void
test_cannot_write (Place *place, gconstpointer data)
{
  g_auto (ScopeSetAside) aside = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = save_with_bias (3), *kept = NULL;
  g_autofree char *below = g_build_filename (place->path, "below", NULL);
  ScopeStateStore *store = scope_state_store_new (below);

  g_assert_true (scope_state_store_write (place->store, place->base, text, &aside, NULL));
  g_assert_false (scope_state_store_write (store, place->base, text, &aside, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_cmpint (g_chmod (place->path, 0400), ==, 0);
  g_assert_false (scope_state_store_write (place->store, text, place->base, &aside, &error));
  g_assert_nonnull (error);
  g_assert_true (g_file_get_contents (place->path, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, text);
  scope_state_store_free (store);
}

/* Each keeps what it changed itself. */
static void
test_two_windows (Place *place, gconstpointer data)
{
  g_autoptr (ScopeState) one = scope_state_new (), two = scope_state_new (), both = scope_state_new ();
  g_auto (ScopeSetAside) aside = { 0 };
  g_autofree char *mine = NULL, *theirs = NULL;

  scope_state_set_bias (one, 5);
  scope_state_set_number (two, SCOPE_FIELD (rate), 0, 3);
  mine = scope_state_save (one);
  theirs = scope_state_save (two);
  g_assert_true (scope_state_store_write (place->store, place->base, mine, &aside, NULL));
  g_assert_true (scope_state_store_write (place->store, place->base, theirs, &aside, NULL));
  /* Once more, when nothing has changed in either. */
  g_assert_true (scope_state_store_write (place->store, mine, mine, &aside, NULL));
  g_assert_true (scope_state_store_write (place->store, theirs, theirs, &aside, NULL));
  scope_state_store_read (place->store, restore, both, &aside);
  g_assert_cmpfloat (scope_state_get_parameters (both)->b, ==, 5);
  g_assert_cmpfloat (scope_state_get_rate (both), ==, 3);
}

#define ADD(name, function) g_test_add ("/state-store/" name, Place, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("round", test_round);
  ADD ("every-cut", test_every_cut);
  ADD ("aside-overwrites-none", test_aside_overwrites_none);
  ADD ("no-file", test_no_file);
  ADD ("broken-at-write", test_broken_at_write);
  ADD ("newer", test_newer);
  ADD ("earlier", test_earlier);
  ADD ("cannot-write", test_cannot_write);
  ADD ("two-windows", test_two_windows);
  return g_test_run ();
}
