/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define MOST_LINKS 40
#define LARGEST_DESCRIPTOR 1000000

int
scope_output_write_all (int fd, const char *data, gsize size)
{
  while (size > 0)
    {
      gssize written = write (fd, data, size);

      if (written >= 0)
        {
          data += written;
          size -= (gsize) written;
        }
      else if (errno != EINTR)
        return errno;
    }
  return 0;
}

/* Where a file system lies in a network or in a program, it may tell only at a close that it has not taken what was
 * written: a second descriptor is closed, and the first one keeps the file, and its lock. */
int
scope_output_settle (int fd)
{
  int twin;

  if (fsync (fd) != 0 && errno != EINVAL)
    return errno;
  twin = fcntl (fd, F_DUPFD_CLOEXEC, 0);
  return twin < 0 || close (twin) == 0 ? 0 : errno;
}

/* --- Descriptors as names */

/* No part of a path is empty. */
static gboolean
is_number (const char *text)
{
  return text[strspn (text, "0123456789")] == '\0';
}

/* "/proc/12/fd" or "/proc/12/task/13/fd", whose links lead to what is open, not to a name. */
static gboolean
lists_descriptors (const char *folder)
{
  g_auto (GStrv) parts = g_strsplit (folder, "/", -1);
  guint n = g_strv_length (parts);

  return (n == 4 || (n == 6 && g_str_equal (parts[3], "task"))) && g_str_equal (parts[1], "proc")
         && is_number (parts[2]) && g_str_equal (parts[n - 1], "fd");
}

static gboolean
is_mine (const char *folder)
{
  static const char *const mine[] = { "/proc/self/fd", "/proc/thread-self/fd" };

  for (guint i = 0; i < G_N_ELEMENTS (mine); i++)
    {
      g_autofree char *real = realpath (mine[i], NULL);

      if (g_strcmp0 (real, folder) == 0)
        return TRUE;
    }
  return FALSE;
}

int
scope_output_descriptor (const char *target, int *code)
{
  g_autofree char *folder = g_path_get_dirname (target);
  g_autofree char *base = g_path_get_basename (target);
  g_autofree char *real = is_number (base) ? realpath (folder, NULL) : NULL;
  gint64 number = g_ascii_strtoll (base, NULL, 10);

  *code = 0;
  if (real == NULL || !lists_descriptors (real))
    return -1;
  if (is_mine (real) && number <= LARGEST_DESCRIPTOR)
    return (int) number;
  *code = EBADF;
  return -1;
}

char *
scope_output_resolve (const char *path)
{
  g_autofree char *target = g_strdup (path);

  for (int i = 0; i < MOST_LINKS; i++)
    {
      g_autofree char *link = g_file_read_link (target, NULL);
      g_autofree char *folder = NULL;
      int code;

      if (link == NULL || scope_output_descriptor (target, &code) >= 0 || code != 0)
        return g_steal_pointer (&target);
      folder = g_path_get_dirname (target);
      g_free (target);
      target = g_path_is_absolute (link) ? g_steal_pointer (&link) : g_build_filename (folder, link, NULL);
    }
  errno = ELOOP;
  return NULL;
}

/* --- Devices */

int
scope_output_write_device (const char *target, const char *data, gsize size, gboolean wait)
{
  int fd = open (target, O_WRONLY | O_CLOEXEC | O_NOCTTY | (wait ? 0 : O_NONBLOCK));
  int code;

  if (fd < 0)
    return errno;
  code = scope_output_write_all (fd, data, size);
  if (close (fd) != 0 && code == 0)
    code = errno;
  return code;
}
