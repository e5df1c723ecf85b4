/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "attributes.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/xattr.h>
#include <unistd.h>

#define ACCESS_LIST "system.posix_acl_access"
#define LARGEST_VALUE 65536

/* --- Reading */

/* Rights and signatures that belong to the old bytes: the kernel takes them from any file that is
 * written. */
static gboolean
is_of_content (const char *name)
{
  return strcmp (name, "security.capability") == 0 || strcmp (name, "security.ima") == 0
         || strcmp (name, "security.evm") == 0;
}

static unsigned
kind_of (const char *name)
{
  return g_str_has_prefix (name, "system.") ? SCOPE_LOST_ACCESS_LIST : SCOPE_LOST_ATTRIBUTES;
}

static void
read_one (ScopeAttributes *self, const char *path, const char *name)
{
  g_autofree char *value = g_malloc (LARGEST_VALUE);
  gssize size = getxattr (path, name, value, LARGEST_VALUE);

  if (size < 0)
    {
      self->lost |= kind_of (name);
      return;
    }
  g_ptr_array_add (self->names, g_strdup (name));
  g_ptr_array_add (self->values, g_bytes_new (value, (gsize) size));
}

/* A file system that is kept elsewhere may still count a name that has gone. */
static void
count_names (ScopeAttributes *self, const char *path)
{
  struct statx now;

  if (self->info.st_nlink > 1 && statx (AT_FDCWD, path, AT_STATX_FORCE_SYNC, STATX_NLINK, &now) == 0)
    self->info.st_nlink = now.stx_nlink;
}

ScopeAttributes *
scope_attributes_read (const char *path, const struct stat *info)
{
  ScopeAttributes *self = g_new0 (ScopeAttributes, 1);
  g_autofree char *list = g_malloc (LARGEST_VALUE);
  gssize size = listxattr (path, list, LARGEST_VALUE);

  self->info = *info;
  count_names (self, path);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->values = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  if (size < 0 && errno != ENOTSUP)
    self->lost |= SCOPE_LOST_ATTRIBUTES;
  for (const char *name = list; name < list + size; name += strlen (name) + 1)
    if (!is_of_content (name))
      read_one (self, path, name);
  return self;
}

void
scope_attributes_free (ScopeAttributes *self)
{
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->values);
  g_free (self);
}

/* --- Giving */

/* The owner can be given by root alone, the group by its members. */
static mode_t
give_owner (const struct stat *old, const struct stat *now, int fd, unsigned *lost)
{
  mode_t mode = old->st_mode & 07777;

  if (now->st_uid == old->st_uid && now->st_gid == old->st_gid)
    return mode;
  if (fchown (fd, old->st_uid, old->st_gid) == 0)
    return mode;
  /* Who runs it must not become somebody else. */
  mode &= 01777;
  if (now->st_uid != old->st_uid)
    *lost |= SCOPE_LOST_OWNER;
  if (now->st_gid == old->st_gid || fchown (fd, (uid_t) -1, old->st_gid) == 0)
    return mode;
  *lost |= SCOPE_LOST_GROUP;
  /* Another group gets what all others may, no more. */
  return (mode & ~(mode_t) 070) | (mode & 07) << 3;
}

/* TRUE where the file has it by itself, as a security label: all those are short. */
static gboolean
has_already (int fd, const char *name, const void *value, gsize size)
{
  char present[256];

  return fgetxattr (fd, name, present, sizeof present) == (gssize) size
         && (size == 0 || memcmp (present, value, size) == 0);
}

static gboolean
has_access_list (const ScopeAttributes *self)
{
  for (guint i = 0; i < self->names->len; i++)
    if (strcmp (self->names->pdata[i], ACCESS_LIST) == 0)
      return TRUE;
  return FALSE;
}

int
scope_attributes_apply (const ScopeAttributes *self, int fd, unsigned *lost)
{
  unsigned mine = self->lost;
  struct stat now;
  mode_t mode;

  if (fstat (fd, &now) != 0)
    return errno;
  mode = give_owner (&self->info, &now, fd, &mine);
  /* The folder may give each new file a list that the old one did not have. */
  if (!has_access_list (self) && fremovexattr (fd, ACCESS_LIST) != 0 && errno != ENODATA && errno != ENOTSUP)
    return errno;
  for (guint i = 0; i < self->names->len; i++)
    {
      const char *name = self->names->pdata[i];
      gsize size;
      const void *value = g_bytes_get_data (self->values->pdata[i], &size);

      if (!has_already (fd, name, value, size) && fsetxattr (fd, name, value, size, 0) != 0)
        mine |= kind_of (name);
    }
  /* Without its list the group's bits are the mask of one: they would let in more than before. */
  if ((mine & SCOPE_LOST_ACCESS_LIST) != 0)
    mode = (mode & ~(mode_t) 070) | (mode & 07) << 3;
  if (fchmod (fd, mode) != 0)
    {
      int code = errno;

      /* Some file systems have one mode for all. */
      if (fstat (fd, &now) != 0 || (now.st_mode & 07777) != mode)
        return code;
    }
  *lost |= mine | (self->info.st_nlink > 1 ? SCOPE_LOST_NAMES : 0);
  return 0;
}

char *
scope_attributes_say_lost (const char *path, unsigned lost)
{
  static const char *const names[] = { "owner", "group", "access list", "extended attributes" };
  g_autoptr (GString) what = g_string_new (NULL);
  const char *other_names = "other names of the same file have the old content still";

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if ((lost & 1u << i) != 0)
      g_string_append_printf (what, "%s%s", what->len > 0 ? ", " : "", names[i]);
  if (what->len == 0)
    return (lost & SCOPE_LOST_NAMES) != 0 ? g_strdup_printf ("%s: %s", path, other_names) : NULL;
  return g_strdup_printf ("%s: what the old file had could not be kept: %s%s%s", path, what->str,
                          (lost & SCOPE_LOST_NAMES) != 0 ? "; " : "",
                          (lost & SCOPE_LOST_NAMES) != 0 ? other_names : "");
}
