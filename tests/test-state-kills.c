/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "state-file.h"
#include "state-object.h"
#include "state-save.h"
#include "state-store.h"
#include "state.h"

/* Two windows keep their state in one file all the time, and are killed at any moment. What each said that
 * it had kept is there, and the file is always whole. SCOPE_KILLS says how often. */

#define LONGEST_US 30000

static gboolean
restore (const char *text, gpointer data)
{
  return scope_state_restore (data, text);
}

static ScopeState *
read_state (ScopeStateStore *store)
{
  ScopeState *state = scope_state_new ();
  g_auto (ScopeSetAside) aside = { 0 };
  ScopeFound found = scope_state_store_read (store, restore, state, &aside);

  g_assert_true (found == SCOPE_FOUND_STATE || found == SCOPE_FOUND_NOTHING);
  return state;
}

/* Raises one value by 1 with each writing, and says so. */
static void
work (const char *folder, const char *property, int said)
{
  ScopeStateStore *store = scope_state_store_new (folder);
  ScopeState *state = read_state (store);
  g_autofree char *base = scope_state_save (state);

  for (;;)
    {
      g_auto (ScopeSetAside) aside = { 0 };
      char *text;
      gint64 before_us = g_get_monotonic_time ();
      double value;

      g_object_get (state, property, &value, NULL);
      value += 1;
      g_object_set (state, property, value, NULL);
      text = scope_state_save (state);
      if (!scope_state_store_write (store, base, text, &aside, NULL) || aside.aside != NULL)
        _exit (1);
      if (write (said, &value, sizeof value) != (gssize) sizeof value)
        _exit (2);
      g_free (base);
      base = text;
      /* As long as it took: the other one has its turn. */
      g_usleep ((gulong) (g_get_monotonic_time () - before_us));
    }
}

typedef struct
{
  const char *property;
  pid_t pid;
  int said;
  double last; /* that it said it had kept */
} Worker;

static void
start (Worker *worker, const char *folder)
{
  int ends[2];

  g_assert_cmpint (pipe (ends), ==, 0);
  worker->pid = fork ();
  g_assert_cmpint (worker->pid, >=, 0);
  if (worker->pid == 0)
    {
      close (ends[0]);
      work (folder, worker->property, ends[1]);
    }
  close (ends[1]);
  worker->said = ends[0];
}

/* A worker that ended by itself found something wrong. */
static void
stop (Worker *worker)
{
  double value;
  int status;

  kill (worker->pid, SIGKILL);
  g_assert_cmpint (waitpid (worker->pid, &status, 0), ==, worker->pid);
  g_assert_true (WIFSIGNALED (status));
  while (read (worker->said, &value, sizeof value) == (gssize) sizeof value)
    worker->last = value;
  close (worker->said);
}

/* One more may have been written that it could not say any more. */
static void
assert_kept (const Worker *worker, ScopeState *state)
{
  double value;

  g_object_get (state, worker->property, &value, NULL);
  g_assert_cmpfloat (value, >=, worker->last);
  g_assert_cmpfloat (value, <=, worker->last + 1);
}

static void
test_kills (void)
{
  g_autofree char *folder = g_dir_make_tmp ("scope-kills-XXXXXX", NULL);
  ScopeStateStore *store = scope_state_store_new (folder);
  Worker workers[2] = { { .property = "bias" }, { .property = "rate" } };
  guint n = g_getenv ("SCOPE_KILLS") != NULL ? (guint) atoi (g_getenv ("SCOPE_KILLS")) : 60;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ScopeState) before = read_state (store), after = NULL;

      for (guint k = 0; k < G_N_ELEMENTS (workers); k++)
        {
          g_object_get (before, workers[k].property, &workers[k].last, NULL);
          start (&workers[k], folder);
        }
      g_usleep ((gulong) g_test_rand_int_range (0, LONGEST_US));
      for (guint k = 0; k < G_N_ELEMENTS (workers); k++)
        stop (&workers[k]);
      after = read_state (store);
      for (guint k = 0; k < G_N_ELEMENTS (workers); k++)
        assert_kept (&workers[k], after);
    }

  /* Nothing lies beside it. */
  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_true (g_str_equal (name, "state.ini") || g_str_equal (name, "state.lock"));
      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  scope_state_store_free (store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/state-kills/two-windows", test_kills);
  return g_test_run ();
}
