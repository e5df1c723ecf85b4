/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* What is written aside is called ".logitscope-PID-XXXXXX", so that it is known for ours. */
#define ASIDE_PREFIX ".logitscope-"
#define MOST_LINKS 40

static gboolean
fail (GError **error, const char *path, int code)
{
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code), "%s cannot be written: %s",
               path, g_strerror (code));
  return FALSE;
}

/* A file-size limit or a closed pipe raises a signal beside the error; the error is enough. */
static sigset_t
block_write_signals (void)
{
  sigset_t signals, before;

  sigemptyset (&signals);
  sigaddset (&signals, SIGXFSZ);
  sigaddset (&signals, SIGPIPE);
  pthread_sigmask (SIG_BLOCK, &signals, &before);
  return before;
}

static void
restore_signals (const sigset_t *before)
{
  const struct timespec at_once = { 0, 0 };
  sigset_t signals;

  sigemptyset (&signals);
  for (int i = 0; i < 2; i++)
    {
      int number = i == 0 ? SIGXFSZ : SIGPIPE;

      if (!sigismember (before, number))
        sigaddset (&signals, number);
    }
  while (sigtimedwait (&signals, NULL, &at_once) > 0)
    continue;
  pthread_sigmask (SIG_SETMASK, before, NULL);
}

/* 0, or an errno. */
static int
write_all (int fd, GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  sigset_t before = block_write_signals ();
  int code = 0;

  while (size > 0 && code == 0)
    {
      gssize written = write (fd, data, size);

      if (written >= 0)
        {
          data += written;
          size -= (gsize) written;
        }
      else if (errno != EINTR)
        code = errno;
    }
  restore_signals (&before);
  return code;
}

/* The name at the end of all links, which need not exist. NULL with errno set. */
static char *
resolve_links (const char *path)
{
  g_autofree char *target = g_strdup (path);

  for (int i = 0; i < MOST_LINKS; i++)
    {
      g_autofree char *link = g_file_read_link (target, NULL);
      g_autofree char *folder = NULL;

      if (link == NULL)
        return g_steal_pointer (&target);
      folder = g_path_get_dirname (target);
      g_free (target);
      target = g_path_is_absolute (link) ? g_steal_pointer (&link)
                                         : g_build_filename (folder, link, NULL);
    }
  errno = ELOOP;
  return NULL;
}

/* TRUE where nobody writes the file that is named so any more. */
static gboolean
is_left_over (const char *path, const char *name)
{
  gint64 pid = g_ascii_strtoll (name + strlen (ASIDE_PREFIX), NULL, 10);
  int fd;
  gboolean left;

  if (pid > 0 && (pid == getpid () || kill ((pid_t) pid, 0) == 0 || errno == EPERM))
    return FALSE;

  /* The lock tells where the writer lives under another table of processes. */
  fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW, 0);
  if (fd < 0)
    return FALSE;
  left = flock (fd, LOCK_EX | LOCK_NB) == 0;
  close (fd);
  return left;
}

void
scope_file_sweep (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = NULL;

      if (!g_str_has_prefix (name, ASIDE_PREFIX))
        continue;
      path = g_build_filename (folder, name, NULL);
      if (is_left_over (path, name))
        g_unlink (path);
    }
}

/* Opens a new file in the folder; a new target gets the mode that the umask gives. */
static int
open_aside (const char *folder, char **aside)
{
  for (int tries = 0; tries < 100; tries++)
    {
      g_autofree char *name
        = g_strdup_printf (ASIDE_PREFIX "%d-%08x", (int) getpid (), g_random_int ());
      int fd;

      *aside = g_build_filename (folder, name, NULL);
      fd = g_open (*aside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
      if (fd >= 0)
        {
          flock (fd, LOCK_EX | LOCK_NB);
          return fd;
        }
      g_clear_pointer (aside, g_free);
      if (errno != EEXIST)
        return -1;
    }
  return -1;
}

static void
sync_folder (const char *folder)
{
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

/* old is NULL for a new file. 0, or an errno. */
static int
fill_aside (int fd, GBytes *bytes, const struct stat *old)
{
  int code = write_all (fd, bytes);

  if (code != 0)
    return code;
  if (old != NULL)
    {
      /* The owner can be kept by root alone; the mode by everybody. */
      if (fchown (fd, old->st_uid, old->st_gid) != 0)
        errno = 0;
      if (fchmod (fd, old->st_mode & 07777) != 0)
        return errno;
    }
  return fsync (fd) == 0 ? 0 : errno;
}

static gboolean
replace (const char *target, GBytes *bytes, const struct stat *old, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (target);
  g_autofree char *aside = NULL;
  int fd, code;

  scope_file_sweep (folder);
  fd = open_aside (folder, &aside);
  if (fd < 0)
    return fail (error, target, errno);

  code = fill_aside (fd, bytes, old);
  if (code == 0 && g_rename (aside, target) != 0)
    code = errno;
  if (close (fd) != 0 && code == 0)
    code = errno;
  if (code != 0)
    {
      g_unlink (aside);
      return fail (error, target, code);
    }
  sync_folder (folder);
  return TRUE;
}

static gboolean
write_through (const char *target, GBytes *bytes, GError **error)
{
  int fd = g_open (target, O_WRONLY | O_CLOEXEC | O_NOCTTY, 0);
  int code;

  if (fd < 0)
    return fail (error, target, errno);
  code = write_all (fd, bytes);
  if (close (fd) != 0 && code == 0)
    code = errno;
  return code == 0 || fail (error, target, code);
}

gboolean
scope_file_write (const char *path, GBytes *bytes, GError **error)
{
  g_autofree char *target = NULL;
  struct stat old;

  if (g_str_equal (path, "-"))
    {
      int code = write_all (STDOUT_FILENO, bytes);

      return code == 0 || fail (error, "standard output", code);
    }

  target = resolve_links (path);
  if (target == NULL)
    return fail (error, path, errno);
  if (g_str_has_suffix (target, "/"))
    return fail (error, path, EISDIR);
  if (stat (target, &old) != 0)
    return errno == ENOENT ? replace (target, bytes, NULL, error) : fail (error, path, errno);
  if (S_ISDIR (old.st_mode))
    return fail (error, path, EISDIR);
  if (!S_ISREG (old.st_mode))
    return write_through (target, bytes, error);
  /* Root may write everything, but nobody asked root to overrule a read-only mark. */
  if ((old.st_mode & 0222) == 0 || access (target, W_OK) != 0)
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_ACCES,
                   "%s cannot be written: it is read-only", path);
      return FALSE;
    }
  return replace (target, bytes, &old, error);
}

GBytes *
scope_file_read (const char *path, gsize max_size, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autofree char *data = NULL;
  gsize size;

  if (stream == NULL)
    return NULL;

  data = g_malloc (max_size + 1);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), data, max_size + 1, &size, NULL, error))
    return NULL;
  if (size > max_size)
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED,
                   "%s is larger than the %" G_GSIZE_FORMAT " bytes allowed", path, max_size);
      return NULL;
    }
  return g_bytes_new_take (g_realloc (g_steal_pointer (&data), MAX (size, 1)), size);
}
