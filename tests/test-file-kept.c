/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "folder.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "aside.h"

/* What a write must leave as it is: others' files beside the target, and what the target has
 * besides its bytes. */

static char *path;

static char *
new_aside (void)
{
  char name[SCOPE_ASIDE_SIZE];

  scope_aside_name (name);
  return in_folder (name);
}

static void
make_file (const char *name)
{
  g_assert_true (g_file_set_contents (name, "mine", 4, NULL));
}

/* Both ways by which a write comes to sweep. */
static void
write_twice (void)
{
  g_assert_true (write_text (path, "one", NULL));
  g_assert_true (write_text (path, "two", NULL));
  assert_content (path, "two");
}

/* --- Others' files */

static void
test_names (void)
{
  char name[SCOPE_ASIDE_SIZE], other[SCOPE_ASIDE_SIZE];
  static const char *const foreign[]
    = { ".logitscope-notes.txt", ".logitscope-", ".logitscope-999999-12345678",
        ".logitscope-0123456789abcdef-00000000", "logitscope-0123456789abcdef-00000000" };

  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++)
    g_assert_false (scope_aside_is_name (foreign[i]));
  scope_aside_name (name);
  scope_aside_name (other);
  g_assert_cmpstr (name, !=, other);
  g_assert_true (scope_aside_is_name (name));
  /* One sign more, one less, one other. */
  g_strlcpy (other, name, sizeof other);
  g_strlcat (other, "0", sizeof other);
  g_assert_false (scope_aside_is_name (other));
  other[strlen (name) - 1] = '\0';
  g_assert_false (scope_aside_is_name (other));
  for (gsize i = 0; i < strlen (name); i++)
    {
      g_strlcpy (other, name, sizeof other);
      other[i] = other[i] == '0' ? '1' : '0';
      g_assert_false (scope_aside_is_name (other));
    }
}

static void
test_foreign_files (void)
{
  static const char *const names[] = { ".logitscope-notes.txt",
                                       ".logitscope-",
                                       ".logitscope-999999-12345678",
                                       ".logitscope-1-0123abcd",
                                       ".logitscope-0123456789abcdef-00000000",
                                       "notes.txt" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = in_folder (names[i]);

      make_file (name);
    }
  write_twice ();
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = in_folder (names[i]);

      assert_content (name, "mine");
    }
  empty_folder ();
}

/* A name like ours is not enough: it must be a file of nobody's. */
static void
test_only_files_of_nobody (void)
{
  g_autofree char *held = new_aside (), *left = new_aside (), *one = new_aside ();
  g_autofree char *two = in_folder ("two"), *link_to = new_aside (), *fifo = new_aside ();
  g_autofree char *directory = new_aside ();
  int fd;

  make_file (held);
  make_file (left);
  make_file (one);
  g_assert_cmpint (link (one, two), ==, 0);
  g_assert_cmpint (symlink ("two", link_to), ==, 0);
  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  g_assert_cmpint (g_mkdir (directory, 0700), ==, 0);
  fd = open (held, O_RDONLY | O_CLOEXEC);
  g_assert_cmpint (flock (fd, LOCK_EX), ==, 0);

  write_twice ();
  g_assert_cmpint (g_file_test (left, G_FILE_TEST_EXISTS), ==, !scope_aside_is_local (folder));
  assert_content (held, "mine");
  assert_content (one, "mine");
  g_assert_true (g_file_test (link_to, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (fifo, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (directory, G_FILE_TEST_IS_DIR));
  close (fd);
  empty_folder ();
}

static void
test_holding (void)
{
  g_autofree char *name = new_aside ();
  int fd = open (name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  int other = open (name, O_RDONLY | O_CLOEXEC);

  g_assert_cmpint (flock (other, LOCK_EX), ==, 0);
  g_assert_false (scope_aside_lock (fd));
  g_assert_cmpint (scope_aside_hold (fd, name), ==, EAGAIN);
  close (other);
  g_assert_cmpint (scope_aside_hold (fd, name), ==, 0);
  /* Swept before it was held. */
  g_assert_cmpint (g_unlink (name), ==, 0);
  g_assert_cmpint (scope_aside_hold (fd, name), ==, EAGAIN);
  make_file (name);
  g_assert_cmpint (scope_aside_hold (fd, name), ==, EAGAIN);
  close (fd);
  scope_aside_sweep ("/no/such/folder");
  g_assert_false (scope_aside_is_local ("/no/such/folder"));
  g_assert_false (scope_aside_is_local ("/proc"));
  empty_folder ();
}

/* --- What the target has */

/* An access list as the kernel takes it: owner, one more user, group, mask, others. */
typedef struct
{
  guint16 tag, permissions;
  guint32 id;
} Entry;

typedef struct
{
  guint32 version;
  Entry entries[5];
} AccessList;

static AccessList
new_access_list (void)
{
  static const guint16 tags[] = { 0x01, 0x02, 0x04, 0x10, 0x20 }, permissions[] = { 6, 4, 0, 4, 0 };
  AccessList list = { .version = GUINT32_TO_LE (2) };

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    list.entries[i] = (Entry) { GUINT16_TO_LE (tags[i]), GUINT16_TO_LE (permissions[i]),
                                tags[i] == 0x02 ? GUINT32_TO_LE (12345) : G_MAXUINT32 };
  return list;
}

/* Not every file system has the kind: there it cannot be lost, either. */
static gboolean
give (const char *name, const char *attribute, const void *value, gsize size)
{
  if (setxattr (name, attribute, value, size, 0) == 0)
    return TRUE;
  g_assert_cmpint (errno, ==, ENOTSUP);
  g_test_message ("%s is not to be had here", attribute);
  return FALSE;
}

static void
assert_attribute (const char *attribute, const void *value, gsize size)
{
  char present[256];

  g_assert_cmpint (getxattr (path, attribute, present, sizeof present), ==, (gssize) size);
  g_assert_cmpmem (present, size, value, size);
}

static void
test_attributes (void)
{
  g_autoptr (GBytes) bytes = new_bytes ("new");
  g_autofree char *notice = NULL;
  gboolean had, empty_had;

  make_file (path);
  g_chmod (path, 0604);
  had = give (path, "user.colour", "blue", 4);
  empty_had = give (path, "user.empty", "", 0);
  g_assert_true (scope_file_write_full (path, bytes, SCOPE_FILE_DEFAULT, &notice, NULL));
  g_assert_cmpstr (notice, ==, NULL);
  assert_content (path, "new");
  g_assert_cmpint (mode_of (path), ==, 0604);
  if (had)
    assert_attribute ("user.colour", "blue", 4);
  if (empty_had)
    assert_attribute ("user.empty", "", 0);
  empty_folder ();
}

static void
test_access_list (void)
{
  AccessList list = new_access_list ();
  g_autoptr (GBytes) bytes = new_bytes ("new");
  g_autofree char *notice = NULL;

  make_file (path);
  if (give (path, "system.posix_acl_access", &list, sizeof list))
    {
      g_assert_true (scope_file_write_full (path, bytes, SCOPE_FILE_DEFAULT, &notice, NULL));
      g_assert_cmpstr (notice, ==, NULL);
      assert_attribute ("system.posix_acl_access", &list, sizeof list);
      g_assert_cmpint (mode_of (path), ==, 0640);
    }
  empty_folder ();
}

/* What the folder gives to new files is for new files alone. */
static void
test_default_access_list (void)
{
  AccessList list = new_access_list ();
  g_autofree char *new = in_folder ("new");
  char value[256];

  make_file (path);
  g_chmod (path, 0600);
  if (give (folder, "system.posix_acl_default", &list, sizeof list))
    {
      g_assert_true (write_text (path, "replaced", NULL));
      g_assert_cmpint (getxattr (path, "system.posix_acl_access", value, sizeof value), <, 0);
      g_assert_cmpint (mode_of (path), ==, 0600);
      g_assert_true (write_text (new, "new", NULL));
      g_assert_cmpint (getxattr (new, "system.posix_acl_access", value, sizeof value), >, 0);
      g_assert_cmpint (removexattr (folder, "system.posix_acl_default"), ==, 0);
    }
  empty_folder ();
}

/* Another name of the old file keeps the old bytes, and that is said. */
static void
test_other_names (void)
{
  g_autofree char *other = in_folder ("b"), *notice = NULL;
  g_autoptr (GBytes) bytes = new_bytes ("new");

  make_file (path);
  g_assert_cmpint (link (path, other), ==, 0);
  g_assert_true (scope_file_write_full (path, bytes, SCOPE_FILE_DEFAULT, &notice, NULL));
  assert_content (path, "new");
  assert_content (other, "mine");
  g_assert_nonnull (strstr (notice, "other names of the same file have the old content still"));
  empty_folder ();
}

int
main (int argc, char **argv)
{
  int status;

  begin_in_folder (&argc, &argv);
  path = in_folder ("a");
  g_test_add_func ("/file-kept/names", test_names);
  g_test_add_func ("/file-kept/foreign-files", test_foreign_files);
  g_test_add_func ("/file-kept/only-files-of-nobody", test_only_files_of_nobody);
  g_test_add_func ("/file-kept/holding", test_holding);
  g_test_add_func ("/file-kept/attributes", test_attributes);
  g_test_add_func ("/file-kept/access-list", test_access_list);
  g_test_add_func ("/file-kept/default-access-list", test_default_access_list);
  g_test_add_func ("/file-kept/other-names", test_other_names);
  status = run_in_folder ();
  g_free (path);
  return status;
}
