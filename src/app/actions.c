/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "actions.h"

void
scope_actions_add (GtkWindow *window, const GActionEntry *entries, guint n, gpointer part)
{
  for (guint i = 0; i < n; i++)
    {
      const char *type = entries[i].parameter_type;
      g_autoptr (GSimpleAction) action
        = g_simple_action_new (entries[i].name, type != NULL ? G_VARIANT_TYPE (type) : NULL);

      g_signal_connect_object (action, "activate", G_CALLBACK (entries[i].activate), part, 0);
      g_action_map_add_action (G_ACTION_MAP (window), G_ACTION (action));
    }
}

void
scope_actions_enable (GtkWindow *window, const char *name, gboolean is_enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (window), name);

  if (action != NULL)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (action), is_enabled);
}

void
scope_actions_remove_all (GtkWindow *window)
{
  g_auto (GStrv) names = g_action_group_list_actions (G_ACTION_GROUP (window));

  for (guint i = 0; names[i] != NULL; i++)
    g_action_map_remove_action (G_ACTION_MAP (window), names[i]);
}
