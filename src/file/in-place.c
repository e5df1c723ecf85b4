/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "in-place.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "detached.h"
#include "output.h"

#define SPOILT 1u

typedef struct
{
  int fd;
  const char *data;
  gsize size;
  char *old;      /* Owned: what will be written over */
  gsize old_kept; /* bytes in old */
  off_t old_size;
} InPlace;

static int
open_target (const char *target)
{
  return open (target, O_RDWR | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
}

int
scope_in_place_check (const char *target)
{
  int fd = open_target (target);

  if (fd < 0)
    return errno;
  close (fd);
  return 0;
}

static int
write_over (int fd, const char *data, gsize size)
{
  gsize done = 0;

  while (done < size)
    {
      gssize written = pwrite (fd, data + done, size - done, (off_t) done);

      if (written >= 0)
        done += (gsize) written;
      else if (errno != EINTR)
        return errno;
    }
  return 0;
}

static int
set_size (int fd, off_t size)
{
  return ftruncate (fd, size) == 0 ? scope_output_settle (fd) : errno;
}

/* What lies beyond the new end is cut off last, once all else is on the disk: it could not be put back. */
static int
write_cb (void *data, unsigned *lost)
{
  const InPlace *self = data;
  int code = write_over (self->fd, self->data, self->size);

  if (code == 0)
    code = scope_output_settle (self->fd);
  if (code == 0 && ftruncate (self->fd, (off_t) self->size) != 0)
    code = errno;
  if (code == 0)
    fsync (self->fd);
  if (code != 0
      && (write_over (self->fd, self->old, self->old_kept) != 0 || set_size (self->fd, self->old_size) != 0))
    *lost |= SPOILT;
  return code;
}

static int
keep_old (InPlace *self)
{
  struct stat info;

  if (fstat (self->fd, &info) != 0)
    return errno;
  self->old_size = info.st_size;
  self->old_kept = MIN (self->size, (gsize) info.st_size);
  self->old = g_try_malloc (MAX (self->old_kept, 1));
  if (self->old == NULL)
    return ENOMEM;
  for (gsize done = 0; done < self->old_kept;)
    {
      gssize n = pread (self->fd, self->old + done, self->old_kept - done, (off_t) done);

      if (n > 0)
        done += (gsize) n;
      else if (n == 0)
        return EIO;
      else if (errno != EINTR)
        return errno;
    }
  return 0;
}

/* Without growing the file. Not every file system can. */
static int
reserve (const InPlace *self)
{
  if (self->size == 0 || fallocate (self->fd, FALLOC_FL_KEEP_SIZE, 0, (off_t) self->size) == 0
      || errno == EOPNOTSUPP || errno == ENOSYS)
    return 0;
  return errno;
}

int
scope_in_place_write (const char *target, const char *data, gsize size, gboolean *spoilt)
{
  InPlace self = { .fd = open_target (target), .data = data, .size = size };
  unsigned lost = 0;
  int code;

  *spoilt = FALSE;
  if (self.fd < 0)
    return errno;
  code = keep_old (&self);
  if (code == 0)
    code = reserve (&self);
  if (code == 0)
    {
      code = scope_detached_run (write_cb, &self, &lost);
      *spoilt = (lost & SPOILT) != 0 || code == ECANCELED;
    }
  g_free (self.old);
  close (self.fd);
  return code;
}
