/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "faults.h"

#include "aside.h"

/* Where the usual way is closed: what is done instead, what is refused, and what is said. */

#define OLD_SIZE 250

static char *path;

static char *
old_text (void)
{
  return g_strnfill (OLD_SIZE, 'o');
}

/* Refused with the reason, unless it is asked for; then the same file has the new bytes. */
static void
test_only_in_place (void)
{
  static const struct
  {
    FaultPlan plan;
    const char *says;
  } rows[] = {
    { { .tmpfile = EACCES, .create = EACCES }, "you may not add files to its folder" },
    { { .rename = EBUSY }, "it is mounted by itself" },
    { { .rename = EXDEV }, "it is mounted by itself" },
    { { .rename = EPERM }, "nothing else may take its place" },
    { { .tmpfile = EROFS, .create = EROFS }, "on a read-only file system" },
    { { .tmpfile = EOPNOTSUPP, .rename = EBUSY }, "it is mounted by itself" },
    { { .rename = ENOSYS }, "nothing else may take its place" },
    { { .chmod = EPERM }, "nothing else may take its place" },
    { { .chmod = ENOSYS }, "nothing else may take its place" },
    { { .tmpfile = EOPNOTSUPP, .chmod = EOPNOTSUPP }, "nothing else may take its place" },
    { { .folder_mark = STATX_ATTR_APPEND }, "“append only”" },
    { { .folder_mark = STATX_ATTR_IMMUTABLE, .tmpfile = EPERM, .create = EPERM }, "“immutable”" },
    { { .rename = EBUSY, .reserve = EOPNOTSUPP, .sync = EINVAL }, "it is mounted by itself" },
    { { .rename = EBUSY, .reserve = ENOSYS }, "it is mounted by itself" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      struct stat before, after;

      put (path, "an old one");
      g_assert_cmpint (stat (path, &before), ==, 0);
      g_assert_false (write_with (path, rows[i].plan, SCOPE_FILE_DEFAULT, NULL, &error));
      g_assert_error (error, SCOPE_FILE_ERROR, SCOPE_FILE_ERROR_ONLY_IN_PLACE);
      g_assert_nonnull (strstr (error->message, rows[i].says));
      g_assert_nonnull (strstr (error->message, path));
      assert_content (path, "an old one");
      g_assert_true (write_with (path, rows[i].plan, SCOPE_FILE_IN_PLACE, NULL, NULL));
      assert_content (path, "new");
      g_assert_cmpint (stat (path, &after), ==, 0);
      g_assert_cmpuint (after.st_ino, ==, before.st_ino);
      g_assert_cmpuint (count_files (), ==, 1);
    }
  empty_folder ();
}

/* Another user's file under /tmp, say. */
static void
test_sticky_folder (void)
{
  g_autoptr (GError) error = NULL;

  put (path, "old");
  g_assert_cmpint (g_chmod (folder, 01777), ==, 0);
  g_assert_false (write_with (path, (FaultPlan) { .rename = EPERM }, SCOPE_FILE_DEFAULT, NULL, &error));
  g_assert_nonnull (strstr (error->message, "it is somebody else’s"));
  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
  empty_folder ();
}

/* What chattr marks is not written in any way; and into a folder that names never leave, none of ours
 * goes. */
static void
test_marks (void)
{
  static const guint64 marks[] = { STATX_ATTR_IMMUTABLE, STATX_ATTR_APPEND };
  g_autoptr (GError) added = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autoptr (GError) error = NULL;

      put (path, "old");
      g_assert_false (
        write_with (path, (FaultPlan) { .file_mark = marks[i] }, SCOPE_FILE_IN_PLACE, NULL, &error));
      g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_ACCES);
      g_assert_nonnull (strstr (error->message, "chattr"));
      assert_content (path, "old");
    }
  empty_folder ();
  g_assert_true (
    write_with (path, (FaultPlan) { .folder_mark = STATX_ATTR_APPEND }, SCOPE_FILE_DEFAULT, NULL, NULL));
  empty_folder ();
  g_assert_false (write_with (path, (FaultPlan) { .folder_mark = STATX_ATTR_APPEND, .tmpfile = EISDIR },
                              SCOPE_FILE_DEFAULT, NULL, &added));
  g_assert_error (added, G_FILE_ERROR, G_FILE_ERROR_PERM);
  g_assert_cmpuint (count_files (), ==, 0);
}

/* Somebody else is quicker: replaced, or not, as it was asked for. */
static void
test_quicker (void)
{
  g_autoptr (GError) there = NULL, never = NULL;

  put (path, "theirs");
  g_assert_false (write_with (path, (FaultPlan) { .unseen = 1 }, SCOPE_FILE_NEW, NULL, &there));
  g_assert_error (there, G_FILE_ERROR, G_FILE_ERROR_EXIST);
  assert_content (path, "theirs");
  g_assert_false (write_with (path, (FaultPlan) { .unseen = 9 }, SCOPE_FILE_DEFAULT, NULL, &never));
  g_assert_error (never, G_FILE_ERROR, G_FILE_ERROR_EXIST);
  assert_content (path, "theirs");
  for (guint i = 0; i < 3; i++)
    {
      FaultPlan named = { .unseen = 9, .tmpfile = EISDIR };

      named.noreplace = i > 0 ? EINVAL : 0;
      named.link = i > 1 ? EPERM : 0;
      g_assert_false (write_with (path, named, SCOPE_FILE_DEFAULT, NULL, NULL));
      assert_content (path, "theirs");
    }
  g_assert_true (write_with (path, (FaultPlan) { .unseen = 1 }, SCOPE_FILE_DEFAULT, NULL, NULL));
  assert_content (path, "new");
  g_assert_cmpuint (count_files (), ==, 1);
  empty_folder ();
}

/* Who finds each name of its own taken gives up; a new file gets its name without /proc, too. */
static void
test_names_of_ours (void)
{
  static const int taken[][2] = { { EAGAIN, G_FILE_ERROR_AGAIN }, { EEXIST, G_FILE_ERROR_EXIST } };

  for (guint i = 0; i < G_N_ELEMENTS (taken); i++)
    {
      g_autoptr (GError) error = NULL;

      put (path, "old");
      g_assert_false (write_with (path, (FaultPlan) { .tmpfile = EISDIR, .create = taken[i][0] },
                                  SCOPE_FILE_DEFAULT, NULL, &error));
      g_assert_error (error, G_FILE_ERROR, taken[i][1]);
      assert_content (path, "old");
      g_assert_cmpuint (count_files (), ==, 1);
    }
  empty_folder ();
  g_assert_true (
    write_with (path, (FaultPlan) { .link_path = ENOENT, .create = EPERM }, SCOPE_FILE_DEFAULT, NULL, NULL));
  assert_content (path, "new");
  g_assert_cmpuint (count_files (), ==, 1);
  empty_folder ();
}

/* What is swept is certainly nobody's: where a call fails, or another file has the name by now, it stays. */
static void
test_sweeping (void)
{
  static const FaultPlan rows[] = {
    { .kind = FAULT_FAIL, .number = EACCES, .at = 1 }, { .kind = FAULT_FAIL, .number = EACCES, .at = 2 },
    { .kind = FAULT_FAIL, .number = EACCES, .at = 3 }, { .kind = FAULT_FAIL, .number = EACCES, .at = 4 },
    { .kind = FAULT_FAIL, .number = EACCES, .at = 5 }, { .another = TRUE },
  };
  char name[SCOPE_ASIDE_SIZE];
  g_autofree char *left = NULL;

  scope_aside_name (name);
  left = in_folder (name);
  put (left, "mine");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      plan = rows[i];
      plan.writer = getpid ();
      n_calls = 0;
      *fault_hit = FALSE;
      scope_aside_sweep (folder);
      g_assert_true (*fault_hit || plan.another || !scope_aside_is_local (folder));
      plan = (FaultPlan) { 0 };
      assert_content (left, "mine");
    }
  scope_aside_sweep (folder);
  g_assert_cmpuint (count_files (), ==, scope_aside_is_local (folder) ? 0 : 1);
  empty_folder ();
}

/* Some devices tell only when they are closed that they have not taken it, and so do some file systems, from which
 * nothing is left then; the first error is said. */
static void
test_closing (void)
{
  const FaultPlan plans[] = { { .close = EDQUOT }, { .tmpfile = EOPNOTSUPP, .close = EDQUOT } };
  g_autoptr (GError) closed = NULL, full = NULL;

  for (guint i = 0; i < 2 * G_N_ELEMENTS (plans); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean replaces = i >= G_N_ELEMENTS (plans);

      if (replaces)
        put (path, "old");
      g_assert_false (write_with (path, plans[i % G_N_ELEMENTS (plans)], SCOPE_FILE_DEFAULT, NULL, &error));
      g_assert_nonnull (strstr (error->message, g_strerror (EDQUOT)));
      g_assert_cmpuint (count_files (), ==, replaces);
      if (replaces)
        assert_content (path, "old");
    }
  empty_folder ();

  g_assert_false (write_with ("/dev/null", (FaultPlan) { .close = EIO }, SCOPE_FILE_DEFAULT, NULL, &closed));
  g_assert_error (closed, G_FILE_ERROR, G_FILE_ERROR_IO);
  g_assert_false (write_with ("/dev/full", (FaultPlan) { .close = EIO }, SCOPE_FILE_DEFAULT, NULL, &full));
  g_assert_error (full, G_FILE_ERROR, G_FILE_ERROR_NOSPC);
}

/* Who is killed while it writes in place leaves what nobody can know: that is said. */
static void
test_killed_in_place (void)
{
  g_autoptr (GError) error = NULL;

  put (path, "old");
  *fault_hit = FALSE;
  g_assert_false (write_with (
    path, (FaultPlan) { .kind = FAULT_SIGNAL, .number = SIGKILL, .at = 2, .in_child = TRUE, .rename = EBUSY },
    SCOPE_FILE_IN_PLACE, NULL, &error));
  g_assert_nonnull (strstr (error->message, path));
  empty_folder ();
}

/* A file that has become shorter cannot be put back: it stays. */
static void
test_shrunk_in_place (void)
{
  g_autoptr (GError) error = NULL;

  put (path, "old");
  g_assert_false (
    write_with (path, (FaultPlan) { .rename = EBUSY, .shrunk = TRUE }, SCOPE_FILE_IN_PLACE, NULL, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_IO);
  assert_content (path, "old");
  empty_folder ();
}

static void
test_nothing_in_place (void)
{
  g_autoptr (GBytes) bytes = new_bytes ("");

  put (path, "old");
  plan = (FaultPlan) { .rename = EBUSY, .writer = getpid () };
  g_assert_true (scope_file_write_full (path, bytes, SCOPE_FILE_IN_PLACE, NULL, NULL));
  plan = (FaultPlan) { 0 };
  assert_content (path, "");
  empty_folder ();
}

/* No way around a full disk; and where even putting back fails, that is said. */
static void
test_no_way (void)
{
  g_autofree char *old = old_text (), *new = g_strnfill (2 * OLD_SIZE, 'n');
  g_autoptr (GBytes) bytes = new_bytes (new);
  g_autoptr (GError) full = NULL, spoilt = NULL;

  put (path, old);
  g_assert_false (
    write_with (path, (FaultPlan) { .tmpfile = ENOSPC, .create = ENOSPC }, SCOPE_FILE_IN_PLACE, NULL, &full));
  g_assert_error (full, G_FILE_ERROR, G_FILE_ERROR_NOSPC);
  assert_content (path, old);

  plan = (FaultPlan) { .rename = EBUSY, .restore = EIO, .writer = getpid () };
  g_assert_false (scope_file_write_full (path, bytes, SCOPE_FILE_IN_PLACE, NULL, &spoilt));
  plan = (FaultPlan) { 0 };
  g_assert_error (spoilt, G_FILE_ERROR, G_FILE_ERROR_IO);
  g_assert_nonnull (strstr (spoilt->message, "is damaged"));
  g_assert_cmpuint (count_files (), ==, 1);
  empty_folder ();
}

int
main (int argc, char **argv)
{
  int status;

  begin_in_folder (&argc, &argv);
  faults_init ();
  path = in_folder ("a");
  g_test_add_func ("/file-otherwise/only-in-place", test_only_in_place);
  g_test_add_func ("/file-otherwise/sticky-folder", test_sticky_folder);
  g_test_add_func ("/file-otherwise/marks", test_marks);
  g_test_add_func ("/file-otherwise/quicker", test_quicker);
  g_test_add_func ("/file-otherwise/names-of-ours", test_names_of_ours);
  g_test_add_func ("/file-otherwise/sweeping", test_sweeping);
  g_test_add_func ("/file-otherwise/closing", test_closing);
  g_test_add_func ("/file-otherwise/shrunk-in-place", test_shrunk_in_place);
  g_test_add_func ("/file-otherwise/killed-in-place", test_killed_in_place);
  g_test_add_func ("/file-otherwise/nothing-in-place", test_nothing_in_place);
  g_test_add_func ("/file-otherwise/no-way", test_no_way);
  status = run_in_folder ();
  g_free (path);
  return status;
}
