/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>
#include <locale.h>

#include "application.h"

/* One plot of a few hundred points repaints in a millisecond or two on the processor, while looking
 * for a graphics card takes a fifth of a second and 110 MiB wherever there is none: in a container,
 * on a lecture hall's thin client. On machines with one, the difference is not seen, either. Who
 * wants it sets GSK_RENDERER or GDK_DEBUG. */
static void
prefer_quick_start (void)
{
  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  g_setenv ("GDK_DEBUG", "gl-disable", FALSE);
}

int
main (int argc, char **argv)
{
  g_autoptr (ScopeApplication) application = NULL;

  prefer_quick_start ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, SCOPE_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = scope_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
