/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "state-store.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "escape.h"
#include "file.h"
#include "state-file.h"
#include "state-merge.h"
#include "state-object.h"
#include "state-save.h"

/* Millions of flowers; nothing that the program wrote is larger. */
#define LARGEST_STATE (256u << 20)
/* Another window holds the lock only while it reads and writes; one that hangs is not waited for. */
#define LONGEST_LOCK_MS 5000
#define LOCK_STEP_MS 10

struct _ScopeStateStore
{
  char *folder, *path, *lock_path; /* Owned */
};

char *
scope_state_store_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "logitscope", NULL);
}

ScopeStateStore *
scope_state_store_new (const char *folder)
{
  ScopeStateStore *store = g_new0 (ScopeStateStore, 1);

  store->folder = g_strdup (folder);
  store->path = g_build_filename (folder, "state.ini", NULL);
  store->lock_path = g_build_filename (folder, "state.lock", NULL);
  return store;
}

void
scope_state_store_free (ScopeStateStore *store)
{
  g_free (store->folder);
  g_free (store->path);
  g_free (store->lock_path);
  g_free (store);
}

void
scope_state_store_clear_set_aside (ScopeSetAside *aside)
{
  g_clear_pointer (&aside->aside, g_free);
  aside->found = SCOPE_FOUND_NOTHING;
}

/* --- Reading */

/* Never waits: what is no plain file is not read. NULL with errno set; it is EINVAL where the file is no
 * text of the right size. */
static char *
read_text (const char *path)
{
  int fd = g_open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY, 0);
  g_autofree char *text = NULL;
  struct stat info;
  gsize size = 0;
  gssize n = 1;

  if (fd < 0)
    return NULL;
  if (fstat (fd, &info) == 0 && S_ISREG (info.st_mode) && info.st_size <= LARGEST_STATE)
    text = g_malloc ((gsize) info.st_size + 1);
  while (text != NULL && size < (gsize) info.st_size && n != 0)
    {
      n = read (fd, text + size, (gsize) info.st_size - size);
      if (n > 0)
        size += (gsize) n;
      else if (n < 0 && errno != EINTR)
        break;
    }
  close (fd);
  if (text != NULL)
    text[size] = '\0';
  if (text != NULL && n >= 0 && strlen (text) == size)
    return g_steal_pointer (&text);
  errno = EINVAL;
  return NULL;
}

/* Over no other file, though a file system may not know how to promise that. */
static gboolean
move_aside (const char *path, const char *target)
{
  struct stat info;

  if (renameat2 (AT_FDCWD, path, AT_FDCWD, target, RENAME_NOREPLACE) == 0)
    return TRUE;
  if (errno != EINVAL && errno != ENOSYS)
    return FALSE;
  if (lstat (target, &info) == 0)
    {
      errno = EEXIST;
      return FALSE;
    }
  return g_rename (path, target) == 0;
}

/* "state.broken-20261130-173000.ini", where need be with a number; NULL where it cannot be moved. */
static char *
set_aside (ScopeStateStore *store, ScopeFound found)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *date = g_date_time_format (now, "%Y%m%d-%H%M%S");
  const char *kind = found == SCOPE_FOUND_NEWER ? "newer" : "broken";

  for (guint i = 1; i < 1000; i++)
    {
      g_autofree char *number = i > 1 ? g_strdup_printf ("-%u", i) : g_strdup ("");
      g_autofree char *target = g_strdup_printf ("%s/state.%s-%s%s.ini", store->folder, kind, date, number);

      if (move_aside (store->path, target))
        return g_steal_pointer (&target);
      if (errno != EEXIST)
        return NULL;
    }
  return NULL;
}

/* text is NULL unless a state was found. */
static ScopeFound
look (ScopeStateStore *store, ScopeStateCheck check, gpointer data, char **text)
{
  g_autofree char *found = read_text (store->path);

  *text = NULL;
  if (found == NULL)
    return errno == ENOENT || errno == ENOTDIR ? SCOPE_FOUND_NOTHING : SCOPE_FOUND_BROKEN;
  if (scope_state_text_version (found) > SCOPE_STATE_VERSION)
    return SCOPE_FOUND_NEWER;
  if (!check (found, data))
    return SCOPE_FOUND_BROKEN;
  *text = g_steal_pointer (&found);
  return SCOPE_FOUND_STATE;
}

static ScopeFound
look_and_set_aside (ScopeStateStore *store, ScopeStateCheck check, gpointer data, char **text,
                    ScopeSetAside *aside)
{
  ScopeFound found = look (store, check, data, text);

  scope_state_store_clear_set_aside (aside);
  if (found == SCOPE_FOUND_BROKEN || found == SCOPE_FOUND_NEWER)
    *aside = (ScopeSetAside) { found, set_aside (store, found) };
  return found;
}

/* --- Together with other windows */

/* −1 where there is none: what is written is whole all the same. */
static int
take_lock (ScopeStateStore *store)
{
  int fd = g_open (store->lock_path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600);

  for (int waited = 0; fd >= 0 && waited < LONGEST_LOCK_MS; waited += LOCK_STEP_MS)
    {
      if (flock (fd, LOCK_EX | LOCK_NB) == 0 || (errno != EWOULDBLOCK && errno != EINTR))
        break;
      g_usleep (LOCK_STEP_MS * 1000);
    }
  return fd;
}

static void
leave_lock (int fd)
{
  if (fd >= 0)
    close (fd);
}

ScopeFound
scope_state_store_read (ScopeStateStore *store, ScopeStateCheck check, gpointer data, ScopeSetAside *aside)
{
  int lock = take_lock (store);
  g_autofree char *text = NULL;
  ScopeFound found = look_and_set_aside (store, check, data, &text, aside);

  leave_lock (lock);
  return found;
}

static gboolean
is_state (const char *text, gpointer data)
{
  g_autoptr (ScopeState) state = scope_state_new ();

  return scope_state_restore (state, text);
}

/* What is there is most often what this window wrote itself. */
static gboolean
is_base_or_state (const char *text, gpointer data)
{
  return g_str_equal (text, data) || is_state (text, NULL);
}

static char *
merge (const char *base, const char *mine, const char *theirs)
{
  g_autofree char *merged = NULL;

  if (g_str_equal (base, theirs) || g_str_equal (mine, theirs))
    return g_strdup (mine);
  merged = scope_state_merge (base, mine, theirs);
  return is_state (merged, NULL) ? g_steal_pointer (&merged) : g_strdup (mine);
}

static gboolean
write_text (ScopeStateStore *store, const char *base, const char *mine, ScopeSetAside *aside, GError **error)
{
  g_autofree char *theirs = NULL, *text = NULL;
  g_autoptr (GBytes) bytes = NULL;

  look_and_set_aside (store, is_base_or_state, (gpointer) base, &theirs, aside);
  if (aside->found != SCOPE_FOUND_NOTHING && aside->aside == NULL)
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED,
                   "%s is no state of this program, and cannot be moved", store->path);
      return FALSE;
    }
  text = theirs != NULL ? merge (base, mine, theirs) : g_strdup (mine);
  bytes = g_bytes_new_static (text, strlen (text));
  return scope_file_write (store->path, bytes, error);
}

gboolean
scope_state_store_write (ScopeStateStore *store, const char *base, const char *mine, ScopeSetAside *aside,
                         GError **error)
{
  gboolean written;
  int lock;

  if (g_mkdir_with_parents (store->folder, 0700) != 0)
    {
      int code = errno;
      g_autofree char *shown = scope_escape_whole (store->folder);

      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code), "%s cannot be made: %s", shown,
                   g_strerror (code));
      return FALSE;
    }
  lock = take_lock (store);
  written = write_text (store, base, mine, aside, error);
  leave_lock (lock);
  return written;
}
