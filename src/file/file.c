/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "file.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "escape.h"
#include "in-place.h"
#include "output.h"
#include "whole.h"

G_DEFINE_QUARK (scope - file - error - quark, scope_file_error)

void
scope_file_init (void)
{
  signal (SIGPIPE, SIG_IGN);
  signal (SIGXFSZ, SIG_IGN);
}

static gboolean
fail (GError **error, const char *path, int code)
{
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code), "%s cannot be written: %s", path,
               g_strerror (code));
  return FALSE;
}

static gboolean
refuse (GError **error, const char *path, const char *why)
{
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_ACCES, "%s cannot be written: %s", path, why);
  return FALSE;
}

/* --- Where a whole file cannot be had */

/* Only the owners of a sticky folder, and of a file in it, may take the file's name away. */
static gboolean
is_sticky (const char *folder)
{
  struct stat info;

  return stat (folder, &info) == 0 && (info.st_mode & S_ISVTX) != 0;
}

/* What stands in the way of another file under that name. NULL for what stands in the way of writing
 * in place, too: a full disk, say. */
static const char *
why_not_whole (const char *target, int code)
{
  g_autofree char *folder = g_path_get_dirname (target);

  switch (code)
    {
    case EACCES:
      return "you may not add files to its folder";
    case EPERM:
      return scope_whole_is_append_only (folder)
               ? "nothing in its folder may be replaced (its mark is “append only”)"
             : scope_whole_is_immutable (folder)
               ? "nothing may be added to its folder (its mark is “immutable”)"
             : is_sticky (folder) ? "it is somebody else’s, in a folder where only owners may replace files"
                                  : "nothing else may take its place there";
    /* File systems that know no other mode, or no renaming. */
    case ENOSYS:
    case EOPNOTSUPP:
      return "nothing else may take its place there";
    case EBUSY:
    case EXDEV:
      return "it is mounted by itself";
    case EROFS:
      return "its folder is on a read-only file system";
    default:
      return NULL;
    }
}

static gboolean
write_in_place (const char *path, const char *target, GBytes *bytes, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  gboolean spoilt;
  int code = scope_in_place_write (target, data, size, &spoilt);

  if (code == 0)
    return TRUE;
  if (!spoilt)
    return fail (error, path, code);
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code),
               "%s is damaged: writing it in place failed (%s), and putting back what was there "
               "failed, too",
               path, g_strerror (code));
  return FALSE;
}

static gboolean
write_otherwise (const char *path, const char *target, GBytes *bytes, ScopeFileFlags flags, int code,
                 GError **error)
{
  const char *why = why_not_whole (target, code);

  if (why == NULL || scope_in_place_check (target) != 0)
    return fail (error, path, code);
  if (flags & SCOPE_FILE_IN_PLACE)
    return write_in_place (path, target, bytes, error);
  g_set_error (error, SCOPE_FILE_ERROR, SCOPE_FILE_ERROR_ONLY_IN_PLACE,
               "%s can be written in place only, and would be damaged if the computer stopped "
               "meanwhile: %s",
               path, why);
  return FALSE;
}

/* --- The kinds of targets */

static gboolean
write_regular (const char *path, const char *target, GBytes *bytes, const struct stat *info,
               ScopeFileFlags flags, char **notice, GError **error)
{
  g_autoptr (ScopeAttributes) old = NULL;
  unsigned lost = 0;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  int code;

  if (scope_whole_is_immutable (target) || scope_whole_is_append_only (target))
    return refuse (error, path, "its mark is “immutable” or “append only”, which `chattr -i -a` takes away");
  /* Root may write everything, but nobody asked root to overrule a read-only mark. */
  if ((info->st_mode & 0222) == 0 || access (target, W_OK) != 0)
    return refuse (error, path, "it is read-only");
  old = scope_attributes_read (target, info);
  code = scope_whole_write (target, data, size, old, &lost);
  if (code != 0)
    return write_otherwise (path, target, bytes, flags, code, error);
  if (notice != NULL)
    *notice = scope_attributes_say_lost (path, lost);
  return TRUE;
}

/* *code is EEXIST where there is one now. */
static gboolean
write_new (const char *path, const char *target, GBytes *bytes, int *code, GError **error)
{
  unsigned lost = 0;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  *code = scope_whole_write (target, data, size, NULL, &lost);
  if (*code != 0)
    return fail (error, path, *code);
  return TRUE;
}

static gboolean
write_through (const char *path, const char *target, GBytes *bytes, ScopeFileFlags flags, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  int code = scope_output_write_device (target, data, size, !(flags & SCOPE_FILE_NO_WAIT));

  if (code == ENXIO)
    return refuse (error, path, "nobody reads from it");
  if (code != 0)
    return fail (error, path, code);
  return TRUE;
}

static gboolean
write_target (const char *path, const char *target, GBytes *bytes, ScopeFileFlags flags, char **notice,
              GError **error)
{
  struct stat info;
  int code;

  /* Once more where somebody was quicker, and it may be replaced. */
  for (int i = 0;; i++)
    {
      g_autoptr (GError) mine = NULL;

      if (stat (target, &info) == 0)
        break;
      if (errno != ENOENT)
        return fail (error, path, errno);
      if (write_new (path, target, bytes, &code, &mine))
        return TRUE;
      if (code != EEXIST || (flags & SCOPE_FILE_NEW) || i > 0)
        {
          g_propagate_error (error, g_steal_pointer (&mine));
          return FALSE;
        }
    }
  if (flags & SCOPE_FILE_NEW)
    return fail (error, path, EEXIST);
  if (S_ISDIR (info.st_mode))
    return fail (error, path, EISDIR);
  if (!S_ISREG (info.st_mode))
    return write_through (path, target, bytes, flags, error);
  return write_regular (path, target, bytes, &info, flags, notice, error);
}

static gboolean
write_descriptor (const char *name, int fd, GBytes *bytes, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  int code = scope_output_write_all (fd, data, size);

  if (code != 0)
    return fail (error, name, code);
  return TRUE;
}

gboolean
scope_file_write_full (const char *path, GBytes *bytes, ScopeFileFlags flags, char **notice, GError **error)
{
  g_autofree char *shown = scope_escape_whole (path), *target = NULL;
  int fd, code;

  if (notice != NULL)
    *notice = NULL;
  if (g_str_equal (path, "-"))
    return write_descriptor ("standard output", STDOUT_FILENO, bytes, error);

  target = scope_output_resolve (path);
  if (target == NULL)
    return fail (error, shown, errno);
  if (g_str_has_suffix (target, "/"))
    return fail (error, shown, EISDIR);
  fd = scope_output_descriptor (target, &code);
  if (fd >= 0)
    return write_descriptor (shown, fd, bytes, error);
  if (code != 0)
    return refuse (error, shown, "it belongs to another process");
  return write_target (shown, target, bytes, flags, notice, error);
}

gboolean
scope_file_write (const char *path, GBytes *bytes, GError **error)
{
  return scope_file_write_full (path, bytes, SCOPE_FILE_DEFAULT, NULL, error);
}
