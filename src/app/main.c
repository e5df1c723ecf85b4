/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>
#include <locale.h>

#include "application.h"
#include "file.h"
#include "platform.h"
#include "session.h"

int
main (int argc, char **argv)
{
  g_autoptr (ScopeApplication) application = NULL;
  int status;

  scope_file_init ();
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
