/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* The command line as a process. */

typedef struct
{
  int status;
  char *out, *err;
} Result;

static inline void
clear_result (Result *result)
{
  g_free (result->out);
  g_free (result->err);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Result, clear_result)

/* A file that holds text and has no name. */
static inline int
open_text (const char *text)
{
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("scope-input-XXXXXX", &path, NULL);
  gsize length = strlen (text);

  g_assert_cmpint (write (fd, text, length), ==, (gssize) length);
  g_assert_cmpint (lseek (fd, 0, SEEK_SET), ==, 0);
  g_unlink (path);
  return fd;
}

/* arguments: one string, split at blanks; input: standard input or NULL. It comes from a file, since
 * a program that refuses its options closes a pipe before all is written. */
static inline Result
run (const char *arguments, const char *input)
{
  g_autofree char *command = g_strconcat (g_getenv ("SCOPE_CLI"), " ", arguments, NULL);
  g_auto (GStrv) argv = NULL;
  g_autoptr (GSubprocessLauncher) launcher
    = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  Result result = { 0 };

  g_assert_true (g_shell_parse_argv (command, NULL, &argv, NULL));
  g_subprocess_launcher_take_stdin_fd (launcher, open_text (input != NULL ? input : ""));
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv, NULL);
  g_assert_nonnull (process);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &result.out, &result.err, NULL));
  g_assert_true (g_subprocess_get_if_exited (process));
  result.status = g_subprocess_get_exit_status (process);
  return result;
}

static inline guint
n_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  return g_strv_length (lines) - 1;
}

/* Into the log, which is XML for who counts the tests: no control character may come from what is tried. */
static inline void
tell_answer (const char *arguments, const Result *result)
{
  g_autofree char *shown = g_strescape (arguments, NULL);

  g_test_message ("%s: %s", shown, result->err);
}
