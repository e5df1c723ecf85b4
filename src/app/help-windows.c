/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "help-windows.h"

#include <glib/gi18n.h>

#include "accessible-text.h"
#include "accessible.h"
#include "actions.h"
#include "dialogs.h"
#include "part-switches.h"

static void
present_help (GtkWindow *window, const char *id, const char *title)
{
  g_autofree char *path = g_strdup_printf ("/org/logitscope/Logitscope/%s.ui", id);
  g_autofree char *shortcuts = scope_part_switches_shortcuts ();
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GString) text = g_string_new (g_bytes_get_data (bytes, NULL));
  g_autoptr (GtkBuilder) builder = NULL;
  GtkWindow *help;

  g_string_replace (text, SCOPE_PART_SHORTCUTS, shortcuts, 1);
  builder = gtk_builder_new_from_string (text->str, -1);
  help = GTK_WINDOW (gtk_builder_get_object (builder, id));
  /* GTK 4.8 calls it by its type. */
  scope_accessible_name (GTK_ACCESSIBLE (help), title);
  scope_accessible_finish (GTK_WIDGET (help));
  scope_dialog_present (help, window);
}

static void
shortcuts_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  present_help (window, "shortcuts", _ ("Keyboard Shortcuts"));
}

static void
accessibility_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  present_help (window, "accessibility", _ ("Accessibility"));
}

void
scope_help_windows_add (GtkWindow *window)
{
  static const GActionEntry entries[] = { { .name = "shortcuts", .activate = shortcuts_cb },
                                          { .name = "accessibility", .activate = accessibility_cb } };

  scope_actions_add (window, entries, G_N_ELEMENTS (entries), window);
}
