/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "whole.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "aside.h"
#include "detached.h"
#include "output.h"

/* Somebody else may take a name, or sweep away what is not held yet. */
#define MOST_TRIES 8

typedef struct
{
  const char *folder, *target, *data;
  gsize size;
  const ScopeAttributes *old; /* NULL for a new file */
  const char *aside;          /* a name of ours in the folder */
  int fd;                     /* of the file without a name */
  char fd_name[40];           /* "/proc/self/fd/N" */
} Whole;

static gboolean
has_mark (const char *path, guint64 mark)
{
  struct statx info;

  return statx (AT_FDCWD, path, AT_STATX_SYNC_AS_STAT, STATX_TYPE, &info) == 0
         && (info.stx_attributes & mark) != 0;
}

gboolean
scope_whole_is_append_only (const char *path)
{
  return has_mark (path, STATX_ATTR_APPEND);
}

gboolean
scope_whole_is_immutable (const char *path)
{
  return has_mark (path, STATX_ATTR_IMMUTABLE);
}

/* All that makes the file what it will be, onto the disk. */
static int
fill (const Whole *self, int fd, unsigned *lost)
{
  int code = scope_output_write_all (fd, self->data, self->size);

  if (code == 0 && self->old != NULL)
    code = scope_attributes_apply (self->old, fd, lost);
  return code == 0 ? scope_output_settle (fd) : code;
}

/* --- Without a name */

static int
give_name (const Whole *self, const char *name)
{
  if (linkat (AT_FDCWD, self->fd_name, AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0)
    return 0;
  /* Where /proc is missing, newer kernels take the descriptor itself. */
  if (errno == ENOENT && linkat (self->fd, "", AT_FDCWD, name, AT_EMPTY_PATH) == 0)
    return 0;
  return errno;
}

/* A name that is taken cannot be given: it is taken over by one of ours. */
static int
take_over_cb (void *data, unsigned *lost)
{
  const Whole *self = data;
  int code = give_name (self, self->aside);

  if (code != 0 || rename (self->aside, self->target) == 0)
    return code;
  code = errno;
  unlink (self->aside);
  return code;
}

/* FALSE where this way is not to be had; its errors are then those of the other one. */
static gboolean
write_nameless (Whole *self, int *code, unsigned *lost)
{
  unsigned mine = 0;
  gboolean had = TRUE;

  self->fd = open (self->folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
  if (self->fd < 0)
    return FALSE;
  snprintf (self->fd_name, sizeof self->fd_name, "/proc/self/fd/%d", self->fd);
  *code = fill (self, self->fd, &mine);
  if (*code == 0)
    {
      if (self->old == NULL)
        *code = give_name (self, self->target);
      else
        {
          scope_aside_lock (self->fd);
          *code = scope_detached_run (take_over_cb, self, &mine);
        }
      had = *code == 0 || *code == EEXIST || *code == ECANCELED;
    }
  close (self->fd);
  if (had)
    *lost |= mine;
  return had;
}

/* --- Under a name of ours */

/* A new file never replaces one that came meanwhile: as the file system knows how. */
static int
move_new (const Whole *self)
{
  struct stat info;

  if (renameat2 (AT_FDCWD, self->aside, AT_FDCWD, self->target, RENAME_NOREPLACE) == 0)
    return 0;
  if (errno != EINVAL && errno != ENOSYS)
    return errno;
  if (linkat (AT_FDCWD, self->aside, AT_FDCWD, self->target, 0) == 0)
    {
      unlink (self->aside);
      return 0;
    }
  if (errno == EEXIST || lstat (self->target, &info) == 0)
    return EEXIST;
  return rename (self->aside, self->target) == 0 ? 0 : errno;
}

static int
move_into_place (const Whole *self)
{
  if (self->old == NULL)
    return move_new (self);
  return rename (self->aside, self->target) == 0 ? 0 : errno;
}

static int
write_named_cb (void *data, unsigned *lost)
{
  const Whole *self = data;
  int fd = open (self->aside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  int code;

  if (fd < 0)
    return errno;
  code = scope_aside_hold (fd, self->aside);
  if (code == 0)
    code = fill (self, fd, lost);
  if (code == 0)
    code = move_into_place (self);
  if (code != 0)
    unlink (self->aside);
  close (fd);
  return code;
}

/* --- Both */

static void
sync_folder (const char *folder)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

static int
try_once (Whole *self, unsigned *lost)
{
  g_autofree char *aside = NULL;
  char name[SCOPE_ASIDE_SIZE];
  int code;

  scope_aside_name (name);
  self->aside = aside = g_build_filename (self->folder, name, NULL);
  if (!write_nameless (self, &code, lost))
    {
      /* What is once in such a folder, stays there under its name. */
      if (scope_whole_is_append_only (self->folder))
        return EPERM;
      code = scope_detached_run (write_named_cb, self, lost);
    }
  /* Who did it was killed, and that alone. */
  if (code == ECANCELED)
    unlink (aside);
  return code;
}

int
scope_whole_write (const char *target, const char *data, gsize size, const ScopeAttributes *old,
                   unsigned *lost)
{
  g_autofree char *folder = g_path_get_dirname (target);
  Whole self = { .folder = folder, .target = target, .data = data, .size = size, .old = old };
  int code = EAGAIN;

  if (old != NULL && scope_whole_is_append_only (folder))
    return EPERM;
  scope_aside_sweep (folder);
  for (int i = 0; i < MOST_TRIES && (code == EAGAIN || (code == EEXIST && old != NULL)); i++)
    code = try_once (&self, lost);
  if (code == 0)
    sync_folder (folder);
  return code;
}
