/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <signal.h>
#include <stdarg.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#include "folder.h"

/* The system calls of src/file on their way to the kernel: each can be made to fail, or to be the one at
 * which a signal comes. The linker leads them here (--wrap, tests/meson.build). */

typedef enum
{
  FAULT_NONE,
  FAULT_FAIL,   /* with the errno in number */
  FAULT_SIGNAL, /* the signal in number, before the call */
  FAULT_LATE,   /* the signal in number, after the call */
  FAULT_GROUP,  /* a kill of the writer's whole process group, before the call */
  FAULT_CUT,    /* the end of the writer and its child at once, as of a machine */
} FaultKind;

typedef struct
{
  FaultKind kind;
  int number;
  guint at;          /* the call, from 1 on; each process has a count */
  gboolean in_child; /* in the child that the writer starts, else in the writer */
  pid_t writer;

  /* What fails each time; 0 where it does not. */
  int tmpfile, create, link, link_path, rename, noreplace, chown, chown_user, chmod, set_attribute,
    remove_attribute, list_attributes, count_names, fork, restore, reserve, sync, close;

  guint unseen;                   /* so many times what is there is not seen */
  guint64 folder_mark, file_mark; /* STATX_ATTR_… that is set */
  const char *attributes;         /* Names, each with its '\0', of which none can be read */
  const char *present;            /* what a new file has as the value of each */
  gboolean owner_given;           /* to whomever it is asked for */
  gboolean shrunk;                /* nothing is left to be read */
  gboolean another;               /* of a name, the second time that it is asked for */
} FaultPlan;

static FaultPlan plan;
static guint n_calls;
static gboolean *fault_hit; /* Shared with the children */

static inline void
faults_init (void)
{
  fault_hit = mmap (NULL, sizeof *fault_hit, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  g_assert_true (fault_hit != MAP_FAILED);
}

static inline void
send_signal (void)
{
  if (plan.kind == FAULT_GROUP)
    {
      kill (-plan.writer, SIGKILL);
      return;
    }
  if (plan.kind == FAULT_CUT && plan.in_child)
    kill (plan.writer, SIGKILL);
  kill (getpid (), plan.kind == FAULT_CUT ? SIGKILL : plan.number);
}

/* TRUE where the call is the one. */
static inline gboolean
is_due (void)
{
  if (plan.kind == FAULT_NONE || plan.in_child != (getpid () != plan.writer) || ++n_calls != plan.at)
    return FALSE;
  *fault_hit = TRUE;
  return TRUE;
}

/* TRUE where the call must fail. */
static inline gboolean
before_call (gboolean due, gboolean may_fail)
{
  if (!due || plan.kind == FAULT_LATE)
    return FALSE;
  if (plan.kind != FAULT_FAIL)
    send_signal ();
  else if (may_fail)
    errno = plan.number;
  return plan.kind == FAULT_FAIL && may_fail;
}

static inline void
after_call (gboolean due)
{
  int code = errno;

  if (due && plan.kind == FAULT_LATE)
    send_signal ();
  errno = code;
}

static inline gboolean
always (int code)
{
  if (code != 0)
    errno = code;
  return code != 0;
}

/* refused: an errno that the plan asks for each time, or 0; call: what is done else. */
#define WRAP_AS(type, name, parameters, call, may_fail, refused)                                             \
  type __real_##name parameters;                                                                             \
  type __wrap_##name parameters;                                                                             \
  type __wrap_##name parameters                                                                              \
  {                                                                                                          \
    gboolean due = is_due ();                                                                                \
    type result;                                                                                             \
                                                                                                             \
    if (before_call (due, may_fail) || always (refused))                                                     \
      return -1;                                                                                             \
    result = call;                                                                                           \
    after_call (due);                                                                                        \
    return result;                                                                                           \
  }

#define WRAP(type, name, parameters, arguments, may_fail, refused)                                           \
  WRAP_AS (type, name, parameters, __real_##name arguments, may_fail, refused)

/* Bytes go out in small pieces, so that a fault can come between them. */
#define PIECE 100

int __real_open64 (const char *path, int flags, ...);
int __wrap_open64 (const char *path, int flags, ...);
int
__wrap_open64 (const char *path, int flags, ...)
{
  gboolean due = is_due ();
  int result;
  va_list rest;
  mode_t mode;

  if (before_call (due, TRUE) || ((flags & O_TMPFILE) == O_TMPFILE && always (plan.tmpfile))
      || ((flags & O_CREAT) != 0 && always (plan.create)))
    return -1;
  va_start (rest, flags);
  mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg (rest, mode_t) : 0;
  va_end (rest);
  result = __real_open64 (path, flags, mode);
  after_call (due);
  return result;
}

static gboolean restoring; /* a write in place has failed in this process */

ssize_t __real_pwrite64 (int fd, const void *data, size_t size, off_t offset);
ssize_t __wrap_pwrite64 (int fd, const void *data, size_t size, off_t offset);
ssize_t
__wrap_pwrite64 (int fd, const void *data, size_t size, off_t offset)
{
  gboolean due = is_due ();
  ssize_t result;

  if (before_call (due, TRUE) || (plan.restore != 0 && offset > 0) || restoring)
    {
      restoring = plan.restore != 0;
      errno = restoring ? plan.restore : errno;
      return -1;
    }
  result = __real_pwrite64 (fd, data, MIN (size, PIECE), offset);
  after_call (due);
  return result;
}

/* Nothing is cut off here: what is on the disk is not asked. */
WRAP_AS (int, fsync, (int fd), 0, TRUE, plan.sync)

int __real_stat64 (const char *path, struct stat *info);
int __wrap_stat64 (const char *path, struct stat *info);
int
__wrap_stat64 (const char *path, struct stat *info)
{
  gboolean due = is_due ();
  int result;

  if (before_call (due, TRUE))
    return -1;
  if (plan.unseen > 0)
    {
      plan.unseen--;
      errno = ENOENT;
      return -1;
    }
  result = __real_stat64 (path, info);
  after_call (due);
  return result;
}

int __real_statx (int at, const char *path, int flags, unsigned mask, struct statx *info);
int __wrap_statx (int at, const char *path, int flags, unsigned mask, struct statx *info);
int
__wrap_statx (int at, const char *path, int flags, unsigned mask, struct statx *info)
{
  gboolean due = is_due ();
  int result;

  if (before_call (due, TRUE) || ((mask & STATX_NLINK) != 0 && always (plan.count_names)))
    return -1;
  result = __real_statx (at, path, flags, mask, info);
  if (result == 0)
    info->stx_attributes |= S_ISDIR (info->stx_mode) ? plan.folder_mark : plan.file_mark;
  after_call (due);
  return result;
}

ssize_t __real_listxattr (const char *path, char *list, size_t size);
ssize_t __wrap_listxattr (const char *path, char *list, size_t size);
ssize_t
__wrap_listxattr (const char *path, char *list, size_t size)
{
  gboolean due = is_due ();
  ssize_t result = 0;

  if (before_call (due, TRUE) || always (plan.list_attributes))
    return -1;
  if (plan.attributes == NULL)
    result = __real_listxattr (path, list, size);
  else
    for (const char *name = plan.attributes; *name != '\0'; name += strlen (name) + 1)
      {
        memcpy (list + result, name, strlen (name) + 1);
        result += (ssize_t) strlen (name) + 1;
      }
  after_call (due);
  return result;
}

int __real_linkat (int from, const char *old, int to, const char *new, int flags);

/* The kernel takes a descriptor itself from some callers only. */
static inline int
link_opened (int from, int to, const char *new)
{
  char opened[40];

  g_snprintf (opened, sizeof opened, "/proc/self/fd/%d", from);
  return __real_linkat (AT_FDCWD, opened, to, new, AT_SYMLINK_FOLLOW);
}

static inline ssize_t
present_value (void *value, size_t size)
{
  size_t length = strlen (plan.present);

  if (length > size && always (ERANGE))
    return -1;
  memcpy (value, plan.present, length);
  return (ssize_t) length;
}

/* Another file, where the plan says so. */
static inline int
look (int result, struct stat *info)
{
  static guint n_looks;

  n_looks = plan.another ? n_looks + 1 : 0;
  info->st_ino += n_looks == 2 ? 1 : 0;
  return result;
}

/* What a child says to its parent through a pipe arrives, after an interruption at the latest. */
WRAP (ssize_t, write, (int fd, const void *data, size_t size), (fd, data, MIN (size, PIECE)),
      fcntl (fd, F_GETPIPE_SZ) < 0 || plan.number == EINTR, 0)
WRAP (ssize_t, read, (int fd, void *data, size_t size), (fd, data, size), plan.number == EINTR, 0)
WRAP (int, close, (int fd), (fd), TRUE, plan.close)
WRAP_AS (ssize_t, pread64, (int fd, void *data, size_t size, off_t offset),
         plan.shrunk ? 0 : __real_pread64 (fd, data, size, offset), TRUE, 0)
WRAP_AS (int, linkat, (int from, const char *old, int to, const char *new, int flags),
         (flags & AT_EMPTY_PATH) != 0 ? link_opened (from, to, new)
                                      : __real_linkat (from, old, to, new, flags),
         TRUE,
         plan.link != 0   ? plan.link
         : old[0] != '\0' ? plan.link_path
                          : 0)
WRAP_AS (int, lstat64, (const char *path, struct stat *info), look (__real_lstat64 (path, info), info), TRUE,
         0)
WRAP_AS (int, fchown, (int fd, uid_t user, gid_t group),
         plan.owner_given ? 0 : __real_fchown (fd, user, group), TRUE,
         plan.chown != 0      ? plan.chown
         : user != (uid_t) -1 ? plan.chown_user
                              : 0)
WRAP_AS (ssize_t, fgetxattr, (int fd, const char *name, void *value, size_t size),
         plan.present != NULL ? present_value (value, size) : __real_fgetxattr (fd, name, value, size), TRUE,
         0)
WRAP (int, rename, (const char *from, const char *to), (from, to), TRUE, plan.rename)
WRAP (int, renameat2, (int at, const char *from, int to_at, const char *to, unsigned flags),
      (at, from, to_at, to, flags), TRUE, plan.noreplace)
WRAP (int, unlink, (const char *path), (path), FALSE, 0)
WRAP (int, fallocate64, (int fd, int mode, off_t offset, off_t size), (fd, mode, offset, size), TRUE,
      plan.reserve)
WRAP (int, ftruncate64, (int fd, off_t size), (fd, size), TRUE, 0)
WRAP (int, fstat64, (int fd, struct stat *info), (fd, info), TRUE, 0)
WRAP (int, access, (const char *path, int mode), (path, mode), TRUE, 0)
WRAP (int, fchmod, (int fd, mode_t mode), (fd, mode), TRUE, plan.chmod)
WRAP (int, fsetxattr, (int fd, const char *name, const void *value, size_t size, int flags),
      (fd, name, value, size, flags), TRUE, plan.set_attribute)
WRAP (int, fremovexattr, (int fd, const char *name), (fd, name), TRUE, plan.remove_attribute)
WRAP (ssize_t, getxattr, (const char *path, const char *name, void *value, size_t size),
      (path, name, value, size), TRUE, plan.attributes != NULL ? ERANGE : 0)
WRAP (int, flock, (int fd, int operation), (fd, operation), TRUE, 0)
WRAP (ssize_t, getrandom, (void *data, size_t size, unsigned flags), (data, size, flags), TRUE, 0)
WRAP (int, pipe2, (int ends[2], int flags), (ends, flags), TRUE, 0)
WRAP (pid_t, fork, (void), (), TRUE, plan.fork)
WRAP (pid_t, setsid, (void), (), TRUE, 0)
WRAP (pid_t, waitpid, (pid_t child, int *status, int options), (child, status, options), plan.number == EINTR,
      0)

/* What ran in a child counts where branches are counted. */
void __gcov_dump (void) __attribute__ ((weak));
void __real__exit (int status) G_GNUC_NORETURN;
void __wrap__exit (int status) G_GNUC_NORETURN;
void
__wrap__exit (int status)
{
  if (__gcov_dump != NULL)
    __gcov_dump ();
  __real__exit (status);
}

static inline gboolean
write_with (const char *path, FaultPlan faults, ScopeFileFlags flags, char **notice, GError **error)
{
  g_autoptr (GBytes) bytes = new_bytes ("new");
  gboolean done;

  faults.writer = getpid ();
  plan = faults;
  done = scope_file_write_full (path, bytes, flags, notice, error);
  plan = (FaultPlan) { 0 };
  return done;
}
