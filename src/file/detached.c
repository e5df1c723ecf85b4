/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "detached.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct
{
  int code;
  unsigned lost;
} Report;

static G_GNUC_NORETURN void
run_child (ScopeWork work, void *data, int to_parent)
{
  Report report = { 0 };

  /* A terminal's signals go to a session. */
  setsid ();
  report.code = work (data, &report.lost);
  while (write (to_parent, &report, sizeof report) < 0 && errno == EINTR)
    continue;
  _exit (0);
}

/* A report is so small that it comes whole. */
static void
wait_for (pid_t child, int from_child, Report *report)
{
  gssize n;

  do
    n = read (from_child, report, sizeof *report);
  while (n < 0 && errno == EINTR);
  if (n != (gssize) sizeof *report)
    *report = (Report) { ECANCELED, 0 };
  while (waitpid (child, NULL, 0) < 0 && errno == EINTR)
    continue;
}

/* In this process: signals wait meanwhile, where they are this thread's to take. */
static int
run_here (ScopeWork work, void *data, unsigned *lost)
{
  sigset_t all, before;
  int code;

  sigfillset (&all);
  pthread_sigmask (SIG_BLOCK, &all, &before);
  code = work (data, lost);
  pthread_sigmask (SIG_SETMASK, &before, NULL);
  return code;
}

int
scope_detached_run (ScopeWork work, void *data, unsigned *lost)
{
  sigset_t all, before;
  Report report;
  pid_t child;
  int ends[2];

  if (pipe2 (ends, O_CLOEXEC) != 0)
    return run_here (work, data, lost);
  sigfillset (&all);
  pthread_sigmask (SIG_BLOCK, &all, &before);
  child = fork ();
  if (child == 0)
    run_child (work, data, ends[1]);
  pthread_sigmask (SIG_SETMASK, &before, NULL);
  close (ends[1]);
  if (child > 0)
    wait_for (child, ends[0], &report);
  close (ends[0]);
  if (child < 0)
    return run_here (work, data, lost);
  *lost |= report.lost;
  return report.code;
}
