/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "state-file.h"
#include "state-keeper.h"

#include <glib/gstdio.h>

#include "lecture.h"
#include "remove-folder.h"
#include "state-lecture.h"
#include "state-object.h"

#define NEVER_MS 1000000000u

/* A keeper over a folder of its own. */
typedef struct
{
  char *folder, *path;
  ScopeState *state;
  guint n_told, n_asides;
} Place;

static void
tell (const ScopeSetAside *aside, const GError *error, gpointer data)
{
  Place *place = data;

  place->n_told++;
  place->n_asides += aside->aside != NULL;
}

static void
set_up (Place *place, gconstpointer data)
{
  place->folder = g_dir_make_tmp ("scope-keeper-XXXXXX", NULL);
  place->path = g_build_filename (place->folder, "state.ini", NULL);
  place->state = scope_state_new ();
}

static void
tear_down (Place *place, gconstpointer data)
{
  remove_inside (place->folder);
  g_assert_cmpint (g_rmdir (place->folder), ==, 0);
  g_object_unref (place->state);
  g_free (place->folder);
  g_free (place->path);
}

static ScopeStateKeeper *
new_keeper (Place *place, guint settle_ms, guint latest_ms)
{
  return scope_state_keeper_new (place->state, scope_state_store_new (place->folder), settle_ms, latest_ms,
                                 tell, place);
}

/* G_MAXDOUBLE where nothing is kept. */
static double
kept_bias (const Place *place)
{
  g_autoptr (ScopeState) state = scope_state_new ();
  g_autofree char *text = NULL;

  if (!g_file_get_contents (place->path, &text, NULL, NULL) || !scope_state_restore (state, text))
    return G_MAXDOUBLE;
  return scope_state_get_parameters (state)->b;
}

static gboolean
awake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Runs the main loop until it is kept; the test's own limit ends it otherwise. */
static void
wait_for_bias (const Place *place, double bias)
{
  guint awake = g_timeout_add (10, awake_cb, NULL);

  while (kept_bias (place) != bias)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (awake);
}

static void
test_settles (Place *place, gconstpointer data)
{
  ScopeStateKeeper *keeper = new_keeper (place, 20, NEVER_MS);

  scope_state_set_bias (place->state, 4);
  wait_for_bias (place, 4);
  scope_state_set_bias (place->state, 5);
  wait_for_bias (place, 5);
  g_assert_cmpuint (place->n_told, ==, 0);
  scope_state_keeper_free (keeper);
}

static gboolean
nudge_cb (gpointer data)
{
  ScopeState *state = data;

  scope_state_set_bias (state, scope_state_get_parameters (state)->b + 1e-3);
  return G_SOURCE_CONTINUE;
}

/* What never comes to rest is kept all the same, a drag that goes on too. */
static void
test_never_settles (Place *place, gconstpointer data)
{
  ScopeStateKeeper *keeper = new_keeper (place, NEVER_MS, 100);
  guint nudge = g_timeout_add (5, nudge_cb, place->state);
  guint n = 0;
  double last = G_MAXDOUBLE;

  scope_state_begin_drag (place->state);
  while (n < 3)
    {
      double kept = kept_bias (place);

      n += kept != last;
      last = kept;
      g_main_context_iteration (NULL, TRUE);
    }
  scope_state_end_drag (place->state);
  g_source_remove (nudge);
  scope_state_keeper_free (keeper);
}

static void
test_flush (Place *place, gconstpointer data)
{
  ScopeStateKeeper *keeper = new_keeper (place, NEVER_MS, NEVER_MS);
  ScopeStateKeeper *quick;

  scope_state_begin_drag (place->state);
  scope_state_set_bias (place->state, 3);
  g_assert_true (scope_state_keeper_flush (keeper));
  g_assert_cmpfloat (kept_bias (place), ==, 3);
  scope_state_end_drag (place->state);
  scope_state_keeper_free (keeper);

  /* Also while a thread writes. */
  quick = new_keeper (place, 0, 0);
  for (int i = 0; i < 50; i++)
    {
      scope_state_set_bias (place->state, i);
      for (int k = 0; k < i % 5; k++)
        {
          g_usleep (1000);
          g_main_context_iteration (NULL, FALSE);
        }
      scope_state_set_bias (place->state, i + 0.5);
      g_assert_true (scope_state_keeper_flush (quick));
      g_assert_cmpfloat (kept_bias (place), ==, i + 0.5);
    }
  scope_state_keeper_free (quick);
}

static void
finished_cb (gpointer data)
{
  ++*(guint *) data;
}

/* Without waiting: what is not kept is written in the thread, and the end is told once, whatever happens
 * meanwhile. */
static void
test_finish (Place *place, gconstpointer data)
{
  for (int i = 0; i < 4; i++)
    {
      ScopeStateKeeper *keeper = new_keeper (place, NEVER_MS, NEVER_MS);
      guint n_finished = 0;

      scope_state_set_bias (place->state, 10 + i);
      g_assert_true (scope_state_keeper_finish (keeper, finished_cb, &n_finished));
      g_assert_cmpuint (n_finished, ==, 0);
      if (i == 1)
        scope_state_set_bias (place->state, 20);
      if (i == 2)
        g_assert_true (scope_state_keeper_flush (keeper));
      if (i == 3)
        {
          /* Who ends it meanwhile is not told. */
          scope_state_keeper_free (keeper);
          g_main_context_iteration (NULL, FALSE);
          g_assert_cmpuint (n_finished, ==, 0);
          break;
        }
      while (n_finished == 0)
        g_main_context_iteration (NULL, TRUE);
      g_assert_cmpfloat (kept_bias (place), ==, i == 1 ? 20 : 10 + i);
      g_assert_false (scope_state_keeper_finish (keeper, finished_cb, &n_finished));
      g_assert_cmpuint (n_finished, ==, 1);
      scope_state_keeper_free (keeper);
    }
}

/* While a thread writes, too. */
static void
test_finish_meanwhile (Place *place, gconstpointer data)
{
  for (guint i = 0; i < 40; i++)
    {
      ScopeStateKeeper *keeper = new_keeper (place, 0, 0);
      guint n_finished = 0;

      for (guint k = 0; k < i % 8; k++)
        {
          scope_state_set_bias (place->state, 10 * i + k);
          g_usleep (500 * (k % 3));
          g_main_context_iteration (NULL, FALSE);
        }
      scope_state_set_bias (place->state, i + 0.5);
      g_assert_true (scope_state_keeper_finish (keeper, finished_cb, &n_finished));
      while (n_finished == 0)
        g_main_context_iteration (NULL, TRUE);
      g_assert_cmpuint (n_finished, ==, 1);
      g_assert_cmpfloat (kept_bias (place), ==, i + 0.5);
      /* Nothing is left to do. */
      g_assert_true (scope_state_keeper_flush (keeper));
      g_assert_cmpuint (n_finished, ==, 1);
      scope_state_keeper_free (keeper);
    }
}

/* Killed in the middle of a lecture, a window has its own state at the next start. */
static void
test_lecture (Place *place, gconstpointer data)
{
  ScopeStateKeeper *keeper = new_keeper (place, NEVER_MS, NEVER_MS);
  ScopeValues values;

  scope_state_set_bias (place->state, 3);
  scope_lecture_fill_values (0, &values);
  scope_state_begin_lecture (place->state);
  scope_state_show_step (place->state, &values);
  scope_state_set_bias (place->state, 8);
  g_assert_true (scope_state_keeper_flush (keeper));
  g_assert_cmpfloat (kept_bias (place), ==, 3);
  scope_state_end_lecture (place->state);
  g_assert_true (scope_state_keeper_flush (keeper));
  g_assert_cmpfloat (kept_bias (place), ==, 3);
  scope_state_keeper_free (keeper);
}

/* Told once, and once more after it has worked. */
static void
test_tells_once (Place *place, gconstpointer data)
{
  ScopeStateKeeper *keeper = new_keeper (place, NEVER_MS, NEVER_MS);

  for (guint round = 1; round <= 2; round++)
    {
      g_assert_true (scope_state_keeper_flush (keeper));
      remove_inside (place->folder);
      g_assert_cmpint (g_rmdir (place->folder), ==, 0);
      g_assert_true (g_file_set_contents (place->folder, "in the way", -1, NULL));
      for (guint i = 0; i < 5; i++)
        {
          scope_state_set_bias (place->state, 10 * round + i);
          g_assert_false (scope_state_keeper_flush (keeper));
        }
      g_assert_cmpuint (place->n_told, ==, round);
      g_assert_cmpint (g_unlink (place->folder), ==, 0);
    }
  /* What failed is still to be kept, without another change. */
  g_assert_true (scope_state_keeper_flush (keeper));
  g_assert_cmpfloat (kept_bias (place), ==, 24);
  g_assert_cmpuint (place->n_told, ==, 2);
  scope_state_keeper_free (keeper);
}

/* Tried again without another change: a full disk may have room in a while. */
static void
test_tries_again (Place *place, gconstpointer data)
{
  ScopeStateKeeper *keeper;

  g_assert_cmpint (g_rmdir (place->folder), ==, 0);
  g_assert_true (g_file_set_contents (place->folder, "in the way", -1, NULL));
  keeper = new_keeper (place, 10, 10);
  scope_state_set_bias (place->state, 6);
  while (place->n_told == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (g_unlink (place->folder), ==, 0);
  wait_for_bias (place, 6);
  g_assert_cmpuint (place->n_told, ==, 1);
  scope_state_keeper_free (keeper);
}

static void
test_broken (Place *place, gconstpointer data)
{
  ScopeStateKeeper *keeper;

  g_assert_true (g_file_set_contents (place->path, "nonsense", -1, NULL));
  keeper = new_keeper (place, NEVER_MS, NEVER_MS);
  g_assert_cmpuint (place->n_told, ==, 1);
  g_assert_cmpuint (place->n_asides, ==, 1);
  g_assert_cmpfloat (scope_state_get_parameters (place->state)->b, ==, -2);
  g_assert_true (scope_state_keeper_flush (keeper));
  g_assert_cmpuint (place->n_told, ==, 1);
  scope_state_keeper_free (keeper);
}

/* It comes while the window is open, and is set aside and told then. */
static void
test_broken_meanwhile (Place *place, gconstpointer data)
{
  ScopeStateKeeper *keeper = new_keeper (place, NEVER_MS, NEVER_MS);

  g_assert_true (scope_state_keeper_flush (keeper));
  g_assert_cmpuint (place->n_told, ==, 0);
  for (guint i = 1; i <= 2; i++)
    {
      g_assert_true (g_file_set_contents (place->path, "nonsense", -1, NULL));
      scope_state_set_bias (place->state, i);
      g_assert_true (scope_state_keeper_flush (keeper));
      g_assert_cmpuint (place->n_told, ==, i);
      g_assert_cmpuint (place->n_asides, ==, i);
      g_assert_cmpfloat (kept_bias (place), ==, i);
    }
  scope_state_keeper_free (keeper);
}

/* Who waits for the end hears of it where nothing can be written, too: at a flush, and at the next try. */
static void
test_finish_in_vain (Place *place, gconstpointer data)
{
  for (guint i = 0; i < 2; i++)
    {
      ScopeStateKeeper *keeper = new_keeper (place, NEVER_MS, NEVER_MS);
      guint n_finished = 0;

      remove_inside (place->folder);
      g_assert_cmpint (g_rmdir (place->folder), ==, 0);
      g_assert_true (g_file_set_contents (place->folder, "in the way", -1, NULL));
      scope_state_set_bias (place->state, 3 + i);
      g_assert_true (scope_state_keeper_finish (keeper, finished_cb, &n_finished));
      if (i == 1)
        g_assert_false (scope_state_keeper_flush (keeper));
      while (n_finished == 0)
        g_main_context_iteration (NULL, TRUE);
      g_assert_cmpuint (n_finished, ==, 1);
      g_assert_cmpuint (place->n_told, ==, i + 1);
      g_assert_cmpint (g_unlink (place->folder), ==, 0);
      /* It is still to be kept. */
      g_assert_true (scope_state_keeper_flush (keeper));
      g_assert_cmpfloat (kept_bias (place), ==, 3 + i);
      scope_state_keeper_free (keeper);
    }
}

#define ADD(name, function) g_test_add ("/state-keeper/" name, Place, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("settles", test_settles);
  ADD ("never-settles", test_never_settles);
  ADD ("flush", test_flush);
  ADD ("finish", test_finish);
  ADD ("finish-meanwhile", test_finish_meanwhile);
  ADD ("finish-in-vain", test_finish_in_vain);
  ADD ("lecture", test_lecture);
  ADD ("tells-once", test_tells_once);
  ADD ("tries-again", test_tries_again);
  ADD ("broken", test_broken);
  ADD ("broken-meanwhile", test_broken_meanwhile);
  return g_test_run ();
}
