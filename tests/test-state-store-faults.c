/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "state-descent.h"
#include "state-object.h"
#include "state-save.h"
#include "stores.h"

#include <errno.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

/* The store's system calls on their way to the kernel, where the linker leads them here (--wrap): what fails of
 * those that are about the state, its lock, or what is set aside. Nobody waits. */
static struct
{
  int move, read, lock;            /* errnos, 0: none fails */
  guint n_moves, n_reads, n_locks; /* so many of them do */
  guint n_slept;
  const char *text; /* what another window writes while the lock is waited for */
  const char *path;
} plan;

static gboolean
is_file (int fd, const char *name)
{
  g_autofree char *link = g_strdup_printf ("/proc/self/fd/%d", fd);
  g_autofree char *path = g_file_read_link (link, NULL);

  return path != NULL && g_str_has_suffix (path, name);
}

/* TRUE where the call must fail. */
static gboolean
fails (int code, guint *n)
{
  if (code == 0 || *n == 0)
    return FALSE;
  --*n;
  errno = code;
  return TRUE;
}

int __real_renameat2 (int at, const char *from, int to_at, const char *to, unsigned flags);
int __wrap_renameat2 (int at, const char *from, int to_at, const char *to, unsigned flags);
int
__wrap_renameat2 (int at, const char *from, int to_at, const char *to, unsigned flags)
{
  if (strstr (to, "/state.broken-") != NULL && fails (plan.move, &plan.n_moves))
    return -1;
  return __real_renameat2 (at, from, to_at, to, flags);
}

ssize_t __real_read (int fd, void *data, size_t size);
ssize_t __wrap_read (int fd, void *data, size_t size);
ssize_t
__wrap_read (int fd, void *data, size_t size)
{
  if (!is_file (fd, "/state.ini"))
    return __real_read (fd, data, size);
  if (fails (plan.read, &plan.n_reads))
    return -1;
  /* In pieces. */
  return __real_read (fd, data, MIN (size, 100));
}

int __real_flock (int fd, int operation);
int __wrap_flock (int fd, int operation);
int
__wrap_flock (int fd, int operation)
{
  if (is_file (fd, "/state.lock") && fails (plan.lock, &plan.n_locks))
    return -1;
  return __real_flock (fd, operation);
}

void __wrap_g_usleep (gulong microseconds);
void
__wrap_g_usleep (gulong microseconds)
{
  plan.n_slept++;
  if (plan.text != NULL)
    write_file (plan.path, plan.text, -1);
}

/* --- Moving aside */

static const struct
{
  int code;
  guint n;
  gboolean is_moved;
} moves[] = {
  /* A file system that does not know how to promise that nothing is replaced is asked without. */
  { EINVAL, 1, TRUE },
  { ENOSYS, 1, TRUE },
  /* A name that is taken is another's. */
  { EEXIST, 1, TRUE },
  { EEXIST, 998, TRUE },
  { EEXIST, G_MAXUINT, FALSE },
  { EACCES, 1, FALSE },
  { ENOSPC, 1, FALSE },
};

/* What cannot be moved is not written over, and why is said. */
static void
test_move (Place *place, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_auto (ScopeSetAside) aside = { 0 };
      g_autoptr (GError) error = NULL;
      g_autofree char *text = save_with_bias (3), *kept = NULL;

      write_file (place->path, "nonsense", -1);
      plan.move = moves[i].code;
      plan.n_moves = moves[i].n;
      g_assert_cmpint (scope_state_store_write (place->store, place->base, text, &aside, &error), ==,
                       moves[i].is_moved);
      plan.n_moves = 0;
      g_assert_cmpint (aside.found, ==, SCOPE_FOUND_BROKEN);
      g_assert_cmpint (error == NULL, ==, moves[i].is_moved);
      g_assert_true (g_file_get_contents (moves[i].is_moved ? aside.aside : place->path, &kept, NULL, NULL));
      g_assert_cmpstr (kept, ==, "nonsense");
      if (moves[i].is_moved)
        g_assert_cmpint (g_unlink (aside.aside), ==, 0);
      else
        g_assert_null (aside.aside);
    }
}

/* Where nothing promises it, too: the names of this second and the next ones are taken. */
static void
test_move_over_none (Place *place, gconstpointer data)
{
  g_autoptr (ScopeState) state = scope_state_new ();
  g_auto (ScopeSetAside) aside = { 0 };

  for (guint second = 0; second < 60; second++)
    {
      g_autoptr (GDateTime) now = g_date_time_new_now_local (), then = g_date_time_add_seconds (now, second);
      g_autofree char *name = g_date_time_format (then, "state.broken-%Y%m%d-%H%M%S.ini");
      g_autofree char *path = g_build_filename (place->folder, name, NULL);

      write_file (path, "another's", -1);
    }
  write_file (place->path, "nonsense", -1);
  plan.move = EINVAL;
  plan.n_moves = G_MAXUINT;
  g_assert_cmpint (scope_state_store_read (place->store, restore, state, &aside), ==, SCOPE_FOUND_BROKEN);
  plan.n_moves = 0;
  g_assert_true (g_str_has_suffix (aside.aside, "-2.ini"));
  g_assert_cmpuint (count_files (place, "state.broken-"), ==, 61);
}

/* --- Reading */

static void
test_read (Place *place, gconstpointer data)
{
  g_autoptr (ScopeState) state = scope_state_new ();
  g_auto (ScopeSetAside) aside = { 0 };
  g_autofree char *text = save_with_bias (7), *again = NULL;

  write_file (place->path, text, -1);
  plan.read = EINTR;
  plan.n_reads = 3;
  g_assert_cmpint (scope_state_store_read (place->store, restore, state, &aside), ==, SCOPE_FOUND_STATE);
  g_assert_cmpuint (plan.n_reads, ==, 0);
  again = scope_state_save (state);
  g_assert_cmpstr (again, ==, text);
  /* What a disk cannot give is kept for who can read it. */
  plan.read = EIO;
  plan.n_reads = 1;
  g_assert_cmpint (scope_state_store_read (place->store, restore, state, &aside), ==, SCOPE_FOUND_BROKEN);
  g_assert_cmpuint (count_files (place, "state.broken-"), ==, 1);
}

/* A state behind which something else comes, and what is larger than any state: not read, and kept. */
static void
test_no_text (Place *place, gconstpointer data)
{
  g_autofree char *text = save_with_bias (7);
  const gsize length = strlen (text) + 1;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (ScopeState) state = scope_state_new ();
      g_auto (ScopeSetAside) aside = { 0 };

      write_file (place->path, text, i == 0 ? (gssize) length : 0);
      if (i == 1)
        g_assert_cmpint (truncate (place->path, 257 << 20), ==, 0);
      g_assert_cmpint (scope_state_store_read (place->store, restore, state, &aside), ==, SCOPE_FOUND_BROKEN);
      g_assert_nonnull (aside.aside);
    }
}

/* --- The lock */

static const struct
{
  int code;
  guint n, n_slept;
} locks[] = {
  { EWOULDBLOCK, 3, 3 },
  { EINTR, 2, 2 },
  /* One that hangs is not waited for, and where there are no locks, none is. */
  { EWOULDBLOCK, G_MAXUINT, 500 },
  { ENOLCK, 1, 0 },
};

/* What another window wrote meanwhile stays, beside what this one has changed. */
static void
test_lock (Place *place, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (locks); i++)
    {
      g_autoptr (ScopeState) mine = scope_state_new (), theirs = scope_state_new (),
                             both = scope_state_new ();
      g_auto (ScopeSetAside) aside = { 0 };
      g_autoptr (GError) error = NULL;
      g_autofree char *my_text = NULL, *their_text = NULL;

      scope_state_set_bias (mine, 5 + i);
      scope_state_set_number (theirs, SCOPE_FIELD (rate), 0, 3);
      my_text = scope_state_save (mine);
      their_text = scope_state_save (theirs);
      write_file (place->path, place->base, -1);
      plan.lock = locks[i].code;
      plan.n_locks = locks[i].n;
      plan.n_slept = 0;
      plan.text = their_text;
      plan.path = place->path;
      g_assert_true (scope_state_store_write (place->store, place->base, my_text, &aside, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (plan.n_slept, ==, locks[i].n_slept);
      plan.n_locks = 0;
      plan.text = NULL;
      scope_state_store_read (place->store, restore, both, &aside);
      g_assert_cmpfloat (scope_state_get_parameters (both)->b, ==, 5 + i);
      g_assert_cmpfloat (scope_state_get_rate (both), ==, locks[i].n_slept > 0 ? 3 : 1);
    }
}

/* Something else is where the lock would be: the state is written all the same. */
static void
test_no_lock (Place *place, gconstpointer data)
{
  g_autofree char *lock = g_build_filename (place->folder, "state.lock", NULL);
  g_auto (ScopeSetAside) aside = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;

  g_assert_cmpint (g_mkdir (lock, 0700), ==, 0);
  g_assert_true (scope_state_store_write (place->store, place->base, place->base, &aside, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (place->path, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, place->base);
}

#define ADD(name, function) g_test_add ("/state-store-faults/" name, Place, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("move", test_move);
  ADD ("move-over-none", test_move_over_none);
  ADD ("read", test_read);
  ADD ("no-text", test_no_text);
  ADD ("lock", test_lock);
  ADD ("no-lock", test_no_lock);
  return g_test_run ();
}
