/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <errno.h>
#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

#include "application.h"
#include "escape.h"
#include "file.h"
#include "platform.h"
#include "session.h"

/* What goes to a terminal may hold names and arguments, and those may hold anything. */
static void
print_to (FILE *out, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = scope_escape_whole (lines[i]);

      fprintf (out, "%s%s", i > 0 ? "\n" : "", line);
    }
  fflush (out);
}

static void
printerr_cb (const char *text)
{
  print_to (stderr, text);
}

/* What was asked for, a help, is not there then; GLib would end the program as if it were. */
static void
print_cb (const char *text)
{
  print_to (stdout, text);
  if (!ferror (stdout))
    return;
  fprintf (stderr, "logitscope: standard output cannot be written: %s\n", g_strerror (errno));
  exit (EXIT_FAILURE);
}

int
main (int argc, char **argv)
{
  g_autoptr (ScopeApplication) application = NULL;
  int status;

  scope_file_init ();
  g_set_printerr_handler (printerr_cb);
  g_set_print_handler (print_cb);
  scope_platform_prefer_quick_start ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, SCOPE_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = scope_application_new ();
  status = g_application_run (G_APPLICATION (application), argc, argv);
  scope_session_obey ();
  return status;
}
