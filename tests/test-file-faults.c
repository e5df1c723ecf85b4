/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "faults.h"

#include <sys/prctl.h>
#include <sys/wait.h>

#include "aside.h"

/* Each system call of a write fails, or a signal comes there, or all ends: the file is the old one
 * or the new one, whole, and nothing of ours lies beside it. */

#define FOREIGN ".logitscope-notes.txt"
#define OLD_SIZE 250

static const struct
{
  const char *name;
  gboolean is_new; /* there is no file yet */
  gsize size;      /* of what is written */
  ScopeFileFlags flags;
  FaultPlan plan;
} scenarios[] = {
  { "new", TRUE, 350, SCOPE_FILE_DEFAULT, { 0 } },
  { "replaced", FALSE, 350, SCOPE_FILE_DEFAULT, { 0 } },
  { "new under a name", TRUE, 350, SCOPE_FILE_DEFAULT, { .tmpfile = EOPNOTSUPP } },
  { "new under a name, by link", TRUE, 350, SCOPE_FILE_DEFAULT, { .tmpfile = EISDIR, .noreplace = EINVAL } },
  { "new under a name, by rename",
    TRUE,
    350,
    SCOPE_FILE_DEFAULT,
    { .tmpfile = EISDIR, .noreplace = EINVAL, .link = EPERM } },
  { "new, links refused", TRUE, 350, SCOPE_FILE_DEFAULT, { .link = ENOENT } },
  { "replaced under a name", FALSE, 350, SCOPE_FILE_DEFAULT, { .tmpfile = EOPNOTSUPP } },
  { "replaced without a process", FALSE, 350, SCOPE_FILE_DEFAULT, { .fork = EAGAIN } },
  { "in place, longer", FALSE, 350, SCOPE_FILE_IN_PLACE, { .rename = EBUSY } },
  { "in place, shorter", FALSE, 150, SCOPE_FILE_IN_PLACE, { .rename = EBUSY } },
};

static char *path;

static char *
old_text (void)
{
  return g_strnfill (OLD_SIZE, 'o');
}

static void
prepare (guint scenario)
{
  g_autofree char *old = old_text (), *foreign = in_folder (FOREIGN);

  empty_folder ();
  put (foreign, "mine");
  if (!scenarios[scenario].is_new)
    put (path, old);
}

/* One write in a process of its own: 0 where it said that it was done, 1 where it said that it was
 * not, -1 where it was ended. All that it started has ended, too. */
static int
write_once (guint scenario, FaultPlan faults)
{
  g_autofree char *new = g_strnfill (scenarios[scenario].size, 'n');
  g_autoptr (GBytes) bytes = new_bytes (new);
  int status;
  pid_t child = __real_fork ();

  if (child == 0)
    {
      gboolean done;

      setpgid (0, 0);
      faults.writer = getpid ();
      plan = faults;
      done = scope_file_write_full (path, bytes, scenarios[scenario].flags, NULL, NULL);
      plan = (FaultPlan) { 0 };
      _exit (done ? 0 : 1);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  while (waitpid (-1, NULL, 0) > 0)
    continue;
  return WIFEXITED (status) ? WEXITSTATUS (status) : -1;
}

/* 'n' for the new bytes, 'o' for the old ones, '-' for no file. Never anything else. */
static char
what_is_there (guint scenario)
{
  g_autofree char *old = old_text (), *new = g_strnfill (scenarios[scenario].size, 'n');
  g_autofree char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return '-';
  if (g_str_equal (text, new))
    return 'n';
  g_assert_cmpstr (text, ==, old);
  return 'o';
}

static void
check_whole (guint scenario, int said)
{
  gboolean is_new = scenarios[scenario].is_new;
  g_autofree char *foreign = in_folder (FOREIGN);
  char there = what_is_there (scenario);

  if (said == 0)
    g_assert_cmpint (there, ==, 'n');
  if (there != 'n')
    g_assert_cmpint (there, ==, is_new ? '-' : 'o');
  assert_content (foreign, "mine");
}

static void
check (guint scenario, int said)
{
  check_whole (scenario, said);
  g_assert_cmpuint (count_files (), ==, what_is_there (scenario) == '-' ? 1 : 2);
}

static FaultPlan
with_fault (guint scenario, FaultKind kind, int number, gboolean in_child, guint at)
{
  FaultPlan faults = scenarios[scenario].plan;

  faults.kind = kind;
  faults.number = number;
  faults.in_child = in_child;
  faults.at = at;
  *fault_hit = FALSE;
  return faults;
}

/* The same fault at the first call, the second …, until there is none any more. */
static void
at_each_call (guint scenario, FaultKind kind, int number, gboolean in_child)
{
  guint at = 0;

  do
    {
      FaultPlan faults = with_fault (scenario, kind, number, in_child, ++at);
      int said;

      prepare (scenario);
      said = write_once (scenario, faults);
      check (scenario, said);
      if (kind == FAULT_FAIL && !*fault_hit)
        g_assert_cmpint (said, ==, 0);
      /* What was refused was refused for a reason: the old file is there. */
      if (said == 1 && number != SIGKILL)
        g_assert_cmpint (what_is_there (scenario), !=, 'n');
    }
  while (*fault_hit);
  g_test_message ("%s: %u calls", scenarios[scenario].name, at - 1);
  if (!in_child)
    g_assert_cmpuint (at, >, 10);
}

/* The rest are alike: they come in the long run. */
static guint
how_many (guint few, guint all)
{
  return g_getenv ("SCOPE_KILLS") != NULL ? all : few;
}

static void
test_fails (gconstpointer data)
{
  static const int codes[] = { EACCES, EINTR, EIO, ENOSPC, EPERM };
  guint scenario = GPOINTER_TO_UINT (data);

  for (guint i = 0; i < how_many (2, G_N_ELEMENTS (codes)); i++)
    for (int in_child = 0; in_child < 2; in_child++)
      at_each_call (scenario, FAULT_FAIL, codes[i], in_child);
}

static void
test_signals (gconstpointer data)
{
  static const int numbers[] = { SIGKILL, SIGTERM, SIGINT, SIGHUP };
  guint scenario = GPOINTER_TO_UINT (data);
  gboolean in_place = (scenarios[scenario].flags & SCOPE_FILE_IN_PLACE) != 0;

  for (guint i = 0; i < how_many (2, G_N_ELEMENTS (numbers)); i++)
    for (int in_child = 0; in_child < 2; in_child++)
      {
        /* Who is alone in overwriting must not be killed, nor who had no process to start. */
        if (numbers[i] == SIGKILL && ((in_place && in_child) || scenarios[scenario].plan.fork != 0))
          continue;
        at_each_call (scenario, FAULT_SIGNAL, numbers[i], in_child);
        if (i == 0 || how_many (0, 1) > 0)
          at_each_call (scenario, FAULT_LATE, numbers[i], in_child);
      }
}

/* As a terminal that is closed, or `kill -9 -GROUP`: what was begun under a name is ended by the
 * child. */
static void
test_group (gconstpointer data)
{
  at_each_call (GPOINTER_TO_UINT (data), FAULT_GROUP, SIGKILL, TRUE);
}

/* All ends at once: what is left then is ours by its name, and goes with the next write. */
static void
test_cut (gconstpointer data)
{
  guint scenario = GPOINTER_TO_UINT (data), at = 0;

  do
    {
      FaultPlan faults = with_fault (scenario, FAULT_CUT, 0, TRUE, ++at);
      g_autoptr (GDir) dir = NULL;
      const char *name;

      prepare (scenario);
      check_whole (scenario, write_once (scenario, faults));
      dir = g_dir_open (folder, 0, NULL);
      while ((name = g_dir_read_name (dir)) != NULL)
        g_assert_true (g_str_equal (name, FOREIGN) || g_str_equal (name, "a") || scope_aside_is_name (name));
      g_assert_cmpuint (count_files (), <=, 3);
      if (!*fault_hit)
        break;
      g_assert_true (write_text (path, "one", NULL));
      g_assert_true (write_text (path, "two", NULL));
      g_assert_cmpuint (count_files (), <=, scope_aside_is_local (folder) ? 2 : 3);
    }
  while (*fault_hit);
}

int
main (int argc, char **argv)
{
  int status;

  begin_in_folder (&argc, &argv);
  faults_init ();
  prctl (PR_SET_CHILD_SUBREAPER, 1);
  path = in_folder ("a");
  for (guint i = 0; i < G_N_ELEMENTS (scenarios); i++)
    {
      g_autofree char *fails = g_strdup_printf ("/file-faults/%s/fails", scenarios[i].name);
      g_autofree char *signals = g_strdup_printf ("/file-faults/%s/signals", scenarios[i].name);
      g_autofree char *group = g_strdup_printf ("/file-faults/%s/group", scenarios[i].name);
      g_autofree char *cut = g_strdup_printf ("/file-faults/%s/cut", scenarios[i].name);

      g_test_add_data_func (fails, GUINT_TO_POINTER (i), test_fails);
      g_test_add_data_func (signals, GUINT_TO_POINTER (i), test_signals);
      g_test_add_data_func (group, GUINT_TO_POINTER (i), test_group);
      if ((scenarios[i].flags & SCOPE_FILE_IN_PLACE) == 0)
        g_test_add_data_func (cut, GUINT_TO_POINTER (i), test_cut);
    }
  status = run_in_folder ();
  g_free (path);
  return status;
}
