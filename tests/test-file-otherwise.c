/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "folder.h"
#include "faults.h"

#include "attributes.h"

/* Where the usual way is closed: what is done instead, what is refused, and what is said. */

#define OLD_SIZE 250

static char *path;

static char *
old_text (void)
{
  return g_strnfill (OLD_SIZE, 'o');
}

static gboolean
write_with (FaultPlan faults, ScopeFileFlags flags, char **notice, GError **error)
{
  g_autoptr (GBytes) bytes = new_bytes ("new");
  gboolean done;

  faults.writer = getpid ();
  plan = faults;
  done = scope_file_write_full (path, bytes, flags, notice, error);
  plan = (FaultPlan){ 0 };
  return done;
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
    { { .chmod = EPERM }, "nothing else may take its place" },
    { { .folder_mark = STATX_ATTR_APPEND }, "“append only”" },
    { { .folder_mark = STATX_ATTR_IMMUTABLE, .tmpfile = EPERM, .create = EPERM }, "“immutable”" },
    { { .rename = EBUSY, .reserve = EOPNOTSUPP, .sync = EINVAL }, "it is mounted by itself" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      struct stat before, after;

      put (path, "an old one");
      g_assert_cmpint (stat (path, &before), ==, 0);
      g_assert_false (write_with (rows[i].plan, SCOPE_FILE_DEFAULT, NULL, &error));
      g_assert_error (error, SCOPE_FILE_ERROR, SCOPE_FILE_ERROR_ONLY_IN_PLACE);
      g_assert_nonnull (strstr (error->message, rows[i].says));
      g_assert_nonnull (strstr (error->message, path));
      assert_content (path, "an old one");
      g_assert_true (write_with (rows[i].plan, SCOPE_FILE_IN_PLACE, NULL, NULL));
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
  g_assert_false (write_with ((FaultPlan) { .rename = EPERM }, SCOPE_FILE_DEFAULT, NULL, &error));
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
      g_assert_false (write_with ((FaultPlan) { .file_mark = marks[i] }, SCOPE_FILE_IN_PLACE, NULL,
                                  &error));
      g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_ACCES);
      g_assert_nonnull (strstr (error->message, "chattr"));
      assert_content (path, "old");
    }
  empty_folder ();
  g_assert_true (write_with ((FaultPlan) { .folder_mark = STATX_ATTR_APPEND }, SCOPE_FILE_DEFAULT,
                             NULL, NULL));
  empty_folder ();
  g_assert_false (write_with ((FaultPlan) { .folder_mark = STATX_ATTR_APPEND, .tmpfile = EISDIR },
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
  g_assert_false (write_with ((FaultPlan) { .unseen = 1 }, SCOPE_FILE_NEW, NULL, &there));
  g_assert_error (there, G_FILE_ERROR, G_FILE_ERROR_EXIST);
  assert_content (path, "theirs");
  g_assert_false (write_with ((FaultPlan) { .unseen = 9 }, SCOPE_FILE_DEFAULT, NULL, &never));
  g_assert_error (never, G_FILE_ERROR, G_FILE_ERROR_EXIST);
  assert_content (path, "theirs");
  for (guint i = 0; i < 3; i++)
    {
      FaultPlan named = { .unseen = 9, .tmpfile = EISDIR };

      named.noreplace = i > 0 ? EINVAL : 0;
      named.link = i > 1 ? EPERM : 0;
      g_assert_false (write_with (named, SCOPE_FILE_DEFAULT, NULL, NULL));
      assert_content (path, "theirs");
    }
  g_assert_true (write_with ((FaultPlan) { .unseen = 1 }, SCOPE_FILE_DEFAULT, NULL, NULL));
  assert_content (path, "new");
  g_assert_cmpuint (count_files (), ==, 1);
  empty_folder ();
}

/* Who is killed while it writes in place leaves what nobody can know: that is said. */
static void
test_killed_in_place (void)
{
  g_autoptr (GError) error = NULL;

  put (path, "old");
  *fault_hit = FALSE;
  g_assert_false (write_with ((FaultPlan) { .kind = FAULT_SIGNAL,
                                            .number = SIGKILL,
                                            .at = 2,
                                            .in_child = TRUE,
                                            .rename = EBUSY },
                              SCOPE_FILE_IN_PLACE, NULL, &error));
  g_assert_nonnull (strstr (error->message, path));
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
  g_assert_false (write_with ((FaultPlan){ .tmpfile = ENOSPC, .create = ENOSPC },
                              SCOPE_FILE_IN_PLACE, NULL, &full));
  g_assert_error (full, G_FILE_ERROR, G_FILE_ERROR_NOSPC);
  assert_content (path, old);

  plan = (FaultPlan){ .rename = EBUSY, .restore = EIO, .writer = getpid () };
  g_assert_false (scope_file_write_full (path, bytes, SCOPE_FILE_IN_PLACE, NULL, &spoilt));
  plan = (FaultPlan){ 0 };
  g_assert_error (spoilt, G_FILE_ERROR, G_FILE_ERROR_IO);
  g_assert_nonnull (strstr (spoilt->message, "is damaged"));
  g_assert_cmpuint (count_files (), ==, 1);
  empty_folder ();
}

/* What cannot be kept is said, and opens nothing to anybody. */
static void
test_lost (void)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new (), values = g_ptr_array_new ();
  g_autoptr (GBytes) value = new_bytes ("x");
  ScopeAttributes old = { .names = names, .values = values };
  g_autofree char *said = NULL;
  unsigned lost = 0;
  int fd = open (folder, O_TMPFILE | O_WRONLY, 0600);
  struct stat info;

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (fstat (fd, &old.info), ==, 0);
  old.info.st_uid++;
  old.info.st_gid++;
  old.info.st_mode = S_IFREG | 06774;
  old.info.st_nlink = 2;
  g_ptr_array_add (names, (gpointer) "system.posix_acl_access");
  g_ptr_array_add (values, value);
  g_ptr_array_add (names, (gpointer) "user.colour");
  g_ptr_array_add (values, value);

  plan = (FaultPlan){ .chown = EPERM, .set_attribute = ENOTSUP, .writer = getpid () };
  g_assert_cmpint (scope_attributes_apply (&old, fd, &lost), ==, 0);
  plan = (FaultPlan){ 0 };
  g_assert_cmpuint (lost, ==,
                    SCOPE_LOST_OWNER | SCOPE_LOST_GROUP | SCOPE_LOST_ACCESS_LIST
                      | SCOPE_LOST_ATTRIBUTES | SCOPE_LOST_NAMES);
  g_assert_cmpint (fstat (fd, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 07777, ==, 0744);
  close (fd);

  said = scope_attributes_say_lost ("a.png", lost);
  g_assert_cmpstr (said, ==,
                   "a.png: what the old file had could not be kept: owner, group, access list, "
                   "extended attributes; other names of the same file have the old content still");
}

/* How many names a file has is asked anew: some file systems count one that has gone. */
static void
test_names_are_counted (void)
{
  g_autofree char *name = g_build_filename (folder, "counted", NULL);
  g_autoptr (ScopeAttributes) old = NULL;
  struct stat info;

  g_assert_true (g_file_set_contents (name, "x", 1, NULL));
  g_assert_cmpint (stat (name, &info), ==, 0);
  info.st_nlink = 2;
  old = scope_attributes_read (name, &info);
  g_assert_cmpuint (old->info.st_nlink, ==, 1);
  g_unlink (name);
}

/* What belongs to the bytes goes with them, unsaid; what cannot be read is said. */
static void
test_unreadable_attributes (void)
{
  g_autofree char *of_content = NULL, *own = NULL;

  put (path, "old");
  g_assert_true (write_with (
    (FaultPlan) { .attributes = "security.capability\0security.ima\0security.evm\0" },
    SCOPE_FILE_DEFAULT, &of_content, NULL));
  g_assert_cmpstr (of_content, ==, NULL);
  g_assert_true (write_with ((FaultPlan) { .attributes = "user.colour\0system.nfs4_acl\0" },
                             SCOPE_FILE_DEFAULT, &own, NULL));
  g_assert_true (g_str_has_suffix (own, "could not be kept: access list, extended attributes"));
  assert_content (path, "new");
  empty_folder ();
}

/* The group alone; and a mode that all files have there. */
static void
test_lost_owner (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  ScopeAttributes old = { .names = none, .values = none };
  unsigned lost = 0;
  int fd = open (folder, O_TMPFILE | O_WRONLY, 0640);
  struct stat info;

  g_assert_cmpint (fstat (fd, &old.info), ==, 0);
  plan = (FaultPlan) { .chmod = EPERM, .writer = getpid () };
  g_assert_cmpint (scope_attributes_apply (&old, fd, &lost), ==, 0);
  old.info.st_mode = S_IFREG | 0600;
  g_assert_cmpint (scope_attributes_apply (&old, fd, &lost), ==, EPERM);
  g_assert_cmpuint (lost, ==, 0);

  old.info.st_uid++;
  old.info.st_mode = S_IFREG | 04774;
  plan = (FaultPlan) { .chown_user = EPERM, .writer = getpid () };
  g_assert_cmpint (scope_attributes_apply (&old, fd, &lost), ==, 0);
  plan = (FaultPlan) { 0 };
  g_assert_cmpuint (lost, ==, SCOPE_LOST_OWNER);
  g_assert_cmpint (fstat (fd, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 07777, ==, 0774);
  close (fd);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  scope_file_init ();
  faults_init ();
  folder = g_dir_make_tmp ("scope-otherwise-XXXXXX", NULL);
  path = in_folder ("a");
  g_test_add_func ("/file-otherwise/names-are-counted", test_names_are_counted);
  g_test_add_func ("/file-otherwise/only-in-place", test_only_in_place);
  g_test_add_func ("/file-otherwise/sticky-folder", test_sticky_folder);
  g_test_add_func ("/file-otherwise/marks", test_marks);
  g_test_add_func ("/file-otherwise/quicker", test_quicker);
  g_test_add_func ("/file-otherwise/killed-in-place", test_killed_in_place);
  g_test_add_func ("/file-otherwise/nothing-in-place", test_nothing_in_place);
  g_test_add_func ("/file-otherwise/unreadable-attributes", test_unreadable_attributes);
  g_test_add_func ("/file-otherwise/lost-owner", test_lost_owner);
  g_test_add_func ("/file-otherwise/no-way", test_no_way);
  g_test_add_func ("/file-otherwise/lost", test_lost);
  status = g_test_run ();
  g_rmdir (folder);
  g_free (folder);
  g_free (path);
  return status;
}
