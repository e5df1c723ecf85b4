/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "faults.h"

#include "attributes.h"

/* What a file has besides its bytes, where it cannot be read, or not be given to the new one. */

#define ALL_LOST                                                                                             \
  (SCOPE_LOST_OWNER | SCOPE_LOST_GROUP | SCOPE_LOST_ACCESS_LIST | SCOPE_LOST_ATTRIBUTES | SCOPE_LOST_NAMES)

static char *path;

/* A new file without a name, and one like it for which it is written. */
static int
new_file (ScopeAttributes *old, GPtrArray *names, GPtrArray *values)
{
  int fd = open (folder, O_TMPFILE | O_WRONLY, 0600);

  g_assert_cmpint (fd, >=, 0);
  *old = (ScopeAttributes) { .names = names, .values = values };
  g_assert_cmpint (fstat (fd, &old->info), ==, 0);
  return fd;
}

static int
apply (const ScopeAttributes *old, int fd, FaultPlan faults, unsigned *lost)
{
  int code;

  faults.writer = getpid ();
  plan = faults;
  n_calls = 0;
  code = scope_attributes_apply (old, fd, lost);
  plan = (FaultPlan) { 0 };
  return code;
}

static mode_t
mode_of_open (int fd)
{
  struct stat info;

  g_assert_cmpint (fstat (fd, &info), ==, 0);
  return info.st_mode & 07777;
}

/* What cannot be kept is said, and opens nothing to anybody. */
static void
test_lost (void)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new (), values = g_ptr_array_new ();
  g_autoptr (GBytes) value = new_bytes ("x");
  ScopeAttributes old;
  unsigned lost = 0;
  int fd = new_file (&old, names, values);

  old.info.st_uid++;
  old.info.st_gid++;
  old.info.st_mode = S_IFREG | 06774;
  old.info.st_nlink = 2;
  g_ptr_array_add (names, (gpointer) "system.posix_acl_access");
  g_ptr_array_add (values, value);
  g_ptr_array_add (names, (gpointer) "user.colour");
  g_ptr_array_add (values, value);
  g_assert_cmpint (apply (&old, fd, (FaultPlan) { .chown = EPERM, .set_attribute = ENOTSUP }, &lost), ==, 0);
  g_assert_cmpuint (lost, ==, ALL_LOST);
  g_assert_cmpuint (mode_of_open (fd), ==, 0744);
  close (fd);
}

/* Owner, group and mode: whose file it becomes, what it then may, and where there is no going on.
 */
static void
test_given (void)
{
  static const struct
  {
    FaultPlan plan;
    guint other_user, other_group;
    mode_t mode;
    int code;
    unsigned lost;
    mode_t given;
  } rows[] = {
    { { 0 }, 0, 0, 0640, 0, 0, 0640 },
    { { .owner_given = TRUE }, 1, 1, 06774, 0, 0, 06774 },
    { { .owner_given = TRUE }, 0, 1, 02770, 0, 0, 02770 },
    { { .chown = EPERM }, 1, 1, 06774, 0, SCOPE_LOST_OWNER | SCOPE_LOST_GROUP, 0744 },
    { { .chown = EPERM }, 1, 0, 04774, 0, SCOPE_LOST_OWNER, 0774 },
    { { .chown = EPERM }, 0, 1, 02771, 0, SCOPE_LOST_GROUP, 0711 },
    { { .chown_user = EPERM }, 1, 0, 04774, 0, SCOPE_LOST_OWNER, 0774 },
    { { .chown_user = EPERM, .owner_given = TRUE }, 1, 1, 04774, 0, SCOPE_LOST_OWNER, 0774 },
    /* Where all files have one mode. */
    { { .chmod = EPERM }, 0, 0, 0600, 0, 0, 0600 },
    { { .chmod = EPERM }, 0, 0, 0644, EPERM, 0, 0600 },
    { { .chmod = EPERM, .kind = FAULT_FAIL, .number = EIO, .at = 4 }, 0, 0, 0600, EPERM, 0, 0600 },
    { { .kind = FAULT_FAIL, .number = EIO, .at = 1 }, 0, 0, 0644, EIO, 0, 0600 },
    /* A list that the folder has given, or has not. */
    { { .remove_attribute = ENODATA }, 0, 0, 0604, 0, 0, 0604 },
    { { .remove_attribute = ENOTSUP }, 0, 0, 0604, 0, 0, 0604 },
    { { .remove_attribute = EIO }, 0, 0, 0604, EIO, 0, 0600 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) none = g_ptr_array_new ();
      ScopeAttributes old;
      unsigned lost = 0;
      int fd = new_file (&old, none, none);

      old.info.st_uid += rows[i].other_user;
      old.info.st_gid += rows[i].other_group;
      old.info.st_mode = S_IFREG | rows[i].mode;
      g_assert_cmpint (apply (&old, fd, rows[i].plan, &lost), ==, rows[i].code);
      g_assert_cmpuint (lost, ==, rows[i].lost);
      g_assert_cmpuint (mode_of_open (fd), ==, rows[i].given);
      close (fd);
    }
}

/* What the new file has by itself need not be given: only another value, or none, is lost. */
static void
test_has_already (void)
{
  g_autofree char *large = g_strnfill (300, 'x');
  const struct
  {
    const char *value, *present;
    unsigned lost;
  } rows[] = {
    { "label", "label", 0 },
    { "label", "lapel", SCOPE_LOST_ATTRIBUTES },
    { "label", "labels", SCOPE_LOST_ATTRIBUTES },
    { "", "", 0 },
    { large, large, SCOPE_LOST_ATTRIBUTES },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) names = g_ptr_array_new (), values = g_ptr_array_new ();
      g_autoptr (GBytes) value = new_bytes (rows[i].value);
      ScopeAttributes old;
      unsigned lost = 0;
      int fd = new_file (&old, names, values);

      g_ptr_array_add (names, (gpointer) "security.selinux");
      g_ptr_array_add (values, value);
      g_assert_cmpint (
        apply (&old, fd, (FaultPlan) { .present = rows[i].present, .set_attribute = EPERM }, &lost), ==, 0);
      g_assert_cmpuint (lost, ==, rows[i].lost);
      close (fd);
    }
}

static void
test_said (void)
{
  static const struct
  {
    unsigned lost;
    const char *says;
  } rows[] = {
    { 0, NULL },
    { SCOPE_LOST_NAMES, "a.png: other names of the same file have the old content still" },
    { SCOPE_LOST_OWNER, "a.png: what the old file had could not be kept: owner" },
    { SCOPE_LOST_GROUP | SCOPE_LOST_ATTRIBUTES,
      "a.png: what the old file had could not be kept: group, extended attributes" },
    { ALL_LOST, "a.png: what the old file had could not be kept: owner, group, access list, "
                "extended attributes; other names of the same file have the old content still" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *said = scope_attributes_say_lost ("a.png", rows[i].lost);

      g_assert_cmpstr (said, ==, rows[i].says);
    }
}

/* How many names a file has is asked anew: some file systems count one that has gone. */
static void
test_names_are_counted (void)
{
  static const struct
  {
    FaultPlan plan;
    nlink_t counted;
  } rows[] = { { { 0 }, 1 }, { { .count_names = ENOSYS }, 2 } };

  put (path, "x");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ScopeAttributes) old = NULL;
      struct stat info;

      g_assert_cmpint (stat (path, &info), ==, 0);
      info.st_nlink = 2;
      plan = rows[i].plan;
      old = scope_attributes_read (path, &info);
      plan = (FaultPlan) { 0 };
      g_assert_cmpuint (old->info.st_nlink, ==, rows[i].counted);
    }
  empty_folder ();
}

/* What belongs to the bytes goes with them, unsaid; what cannot be read is said. */
static void
test_unreadable (void)
{
  static const struct
  {
    FaultPlan plan;
    const char *said;
  } rows[] = {
    { { .attributes = "security.capability\0security.ima\0security.evm\0" }, NULL },
    { { .list_attributes = ENOTSUP }, NULL },
    { { .list_attributes = EACCES }, "could not be kept: extended attributes" },
    { { .attributes = "system.nfs4_acl\0" }, "could not be kept: access list" },
    { { .attributes = "user.colour\0system.nfs4_acl\0" },
      "could not be kept: access list, extended attributes" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *notice = NULL;

      put (path, "old");
      g_assert_true (write_with (path, rows[i].plan, SCOPE_FILE_DEFAULT, &notice, NULL));
      g_assert_true (rows[i].said == NULL ? notice == NULL : g_str_has_suffix (notice, rows[i].said));
      assert_content (path, "new");
    }
  empty_folder ();
}

int
main (int argc, char **argv)
{
  int status;

  begin_in_folder (&argc, &argv);
  faults_init ();
  path = in_folder ("a");
  g_test_add_func ("/file-attributes/lost", test_lost);
  g_test_add_func ("/file-attributes/given", test_given);
  g_test_add_func ("/file-attributes/has-already", test_has_already);
  g_test_add_func ("/file-attributes/said", test_said);
  g_test_add_func ("/file-attributes/names-are-counted", test_names_are_counted);
  g_test_add_func ("/file-attributes/unreadable", test_unreadable);
  status = run_in_folder ();
  g_free (path);
  return status;
}
