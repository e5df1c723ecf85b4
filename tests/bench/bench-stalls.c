/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How long the window does not listen, with very many rows: what each action costs the thread that
 * takes the keys, at the most in one turn of its loop. In its own seconds of the processor, so that
 * what else the machine does is not counted. Run without arguments, or with words that an action's
 * name must hold. */

#include <adwaita.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "application.h"
#include "stalls-deeds.h"

#include "../window/in-process.h"

/* So long nothing must have happened, in any thread. */
#define QUIET_S 0.4
#define QUIET_SHARE 0.1
#define LONGEST_S 60

/* --- Time */

static double
seconds (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return (double) now.tv_sec + 1e-9 * (double) now.tv_nsec;
}

static gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Turns the loop until nothing happens any more; the longest turn in milliseconds. */
static double
turn_until_quiet (double *total)
{
  guint wake = g_timeout_add (20, wake_cb, NULL);
  double begin = seconds (CLOCK_MONOTONIC), since = begin, used = seconds (CLOCK_PROCESS_CPUTIME_ID);
  double longest = 0;

  *total = 0;
  while (seconds (CLOCK_MONOTONIC) - begin < LONGEST_S)
    {
      double before = seconds (CLOCK_THREAD_CPUTIME_ID), now, spent;

      g_main_context_iteration (NULL, TRUE);
      spent = 1e3 * (seconds (CLOCK_THREAD_CPUTIME_ID) - before);
      longest = fmax (longest, spent);
      *total += spent;
      now = seconds (CLOCK_MONOTONIC);
      if (now - since < QUIET_S)
        continue;
      if (seconds (CLOCK_PROCESS_CPUTIME_ID) - used < QUIET_SHARE * (now - since))
        break;
      since = now;
      used = seconds (CLOCK_PROCESS_CPUTIME_ID);
    }
  g_source_remove (wake);
  return longest;
}

/* Without words, all. Rows are there in any case. */
static gboolean
is_wanted (const char *name, int argc, char **argv)
{
  gboolean wanted = argc < 2 || g_str_equal (name, "open a file");

  for (int i = 1; i < argc; i++)
    wanted = wanted || strstr (name, argv[i]) != NULL;
  return wanted;
}

int
main (int argc, char **argv)
{
  g_autoptr (ScopeApplication) application = NULL;
  char *home = set_up_home ();
  double total;

  application = scope_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_set_default (G_APPLICATION (application));
  g_application_register (G_APPLICATION (application), NULL, NULL);
  stalls_open_window ();
  turn_until_quiet (&total);
  stalls_put_on_clipboard (N_ROWS);
  turn_until_quiet (&total);
  printf ("%d rows; ms of the window's thread\n%-24s %12s %12s\n", N_ROWS, "", "longest turn", "all turns");
  for (guint i = 0; i < stalls_n_deeds; i++)
    {
      const StallsDeed *deed = &stalls_deeds[i];
      double begin = seconds (CLOCK_THREAD_CPUTIME_ID), at_once, longest;

      if (!is_wanted (deed->name, argc, argv))
        continue;
      stalls_do (deed);
      at_once = 1e3 * (seconds (CLOCK_THREAD_CPUTIME_ID) - begin);
      longest = turn_until_quiet (&total);
      printf ("%-24s %12.1f %12.1f%s\n", deed->name, fmax (at_once, longest), at_once + total,
              fmax (at_once, longest) > 100 ? "  !" : "");
      fflush (stdout);
    }
  remove_home (home);
  return 0;
}
