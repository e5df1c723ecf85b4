/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "aside.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#define PREFIX ".logitscope-"
#define N_HEX 16
#define N_CHECK 8

/* --- Names */

static void
write_name (char name[SCOPE_ASIDE_SIZE], const char *hex)
{
  g_autofree char *salted = g_strconcat ("logitscope aside ", hex, NULL);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, salted, -1);

  g_snprintf (name, SCOPE_ASIDE_SIZE, PREFIX "%s-%.*s", hex, N_CHECK, sum);
}

void
scope_aside_name (char name[SCOPE_ASIDE_SIZE])
{
  char hex[N_HEX + 1];
  guint64 random;

  /* Not GLib's numbers: two children of one process would draw the same. */
  if (getrandom (&random, sizeof random, 0) != (gssize) sizeof random)
    random = (guint64) g_get_monotonic_time () << 20 ^ (guint64) getpid ();
  g_snprintf (hex, sizeof hex, "%016" G_GINT64_MODIFIER "x", random);
  write_name (name, hex);
}

gboolean
scope_aside_is_name (const char *name)
{
  char hex[N_HEX + 1], expected[SCOPE_ASIDE_SIZE];

  if (!g_str_has_prefix (name, PREFIX) || strlen (name) != strlen (PREFIX) + N_HEX + 1 + N_CHECK)
    return FALSE;
  memcpy (hex, name + strlen (PREFIX), N_HEX);
  hex[N_HEX] = '\0';
  write_name (expected, hex);
  return strcmp (name, expected) == 0;
}

/* --- Holding */

static gboolean
is_same (const struct stat *one, const struct stat *other)
{
  return one->st_dev == other->st_dev && one->st_ino == other->st_ino;
}

gboolean
scope_aside_lock (int fd)
{
  /* Where there are no locks, nothing is swept, either. */
  return flock (fd, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK;
}

int
scope_aside_hold (int fd, const char *path)
{
  struct stat mine, there;

  if (!scope_aside_lock (fd))
    return EAGAIN;
  if (fstat (fd, &mine) != 0)
    return errno;
  return lstat (path, &there) == 0 && is_same (&mine, &there) ? 0 : EAGAIN;
}

/* --- Sweeping */

gboolean
scope_aside_is_local (const char *folder)
{
  static const guint32 local[] = {
    0xef53 /* ext2 to ext4 */, 0x58465342 /* XFS */,      0x9123683e /* Btrfs */, 0x01021994 /* tmpfs */,
    0x858458f6 /* ramfs */,    0x794c7630 /* overlay */,  0xf2f52010 /* F2FS */,  0x2fc12fc1 /* ZFS */,
    0xca451a4e /* bcachefs */, 0x4d44 /* FAT */,          0x2011bab0 /* exFAT */, 0x7366746e /* NTFS */,
    0x3153464a /* JFS */,      0x52654973 /* ReiserFS */, 0x3434 /* NILFS */,
  };
  struct statfs info;

  if (statfs (folder, &info) != 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (local); i++)
    if ((guint32) info.f_type == local[i])
      return TRUE;
  return FALSE;
}

static gboolean
is_ours (const struct stat *info)
{
  return S_ISREG (info->st_mode) && info->st_uid == geteuid () && info->st_nlink == 1;
}

static void
sweep_one (const char *path)
{
  struct stat info, there;
  int fd;

  if (lstat (path, &info) != 0 || !is_ours (&info))
    return;
  fd = open (path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  if (fd < 0)
    return;
  if (flock (fd, LOCK_EX | LOCK_NB) == 0 && fstat (fd, &info) == 0 && is_ours (&info)
      && lstat (path, &there) == 0 && is_same (&info, &there))
    unlink (path);
  close (fd);
}

void
scope_aside_sweep (const char *folder)
{
  g_autoptr (GDir) dir = scope_aside_is_local (folder) ? g_dir_open (folder, 0, NULL) : NULL;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (scope_aside_is_name (name))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        sweep_one (path);
      }
}
