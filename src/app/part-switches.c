/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "part-switches.h"

#include <glib/gi18n.h>

#include "keys.h"
#include "part-table.h"
#include "sentences.h"

void
scope_part_switches_add_actions (GActionMap *map, GObject *shown)
{
  for (guint i = 0; i < SCOPE_N_PARTS; i++)
    {
      g_autofree char *name = g_strconcat ("show-", scope_parts[i].name, NULL);
      g_autoptr (GPropertyAction) action = g_property_action_new (name, shown, name);

      g_action_map_add_action (map, G_ACTION (action));
    }
}

static void
append_section (GMenu *menu, gboolean blocks)
{
  g_autoptr (GMenu) section = g_menu_new ();

  for (guint i = 0; i < SCOPE_N_PARTS; i++)
    {
      const ScopePart *part = &scope_parts[i];
      g_autofree char *action = g_strconcat ("win.show-", part->name, NULL);

      if (part->title != NULL && (part->kind == SCOPE_PART_BLOCK) == blocks)
        g_menu_append (section, _ (part->title), action);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

void
scope_part_switches_fill_menu (GMenu *menu)
{
  append_section (menu, TRUE);
  append_section (menu, FALSE);
}

gboolean
scope_part_switches_press (GtkWidget *widget, guint value, guint code, GdkModifierType modifiers)
{
  struct
  {
    ScopeKey key;
    const char *name;
  } keys[SCOPE_N_PARTS + 1] = { 0 }, *found;
  g_autofree char *action = NULL;
  guint n = 0;

  for (guint i = 0; i < SCOPE_N_PARTS; i++)
    if (scope_parts[i].key != 0)
      {
        keys[n].key = (ScopeKey) { (guint) scope_parts[i].key, SCOPE_KEY_PLAIN };
        keys[n++].name = scope_parts[i].name;
      }
  found = (gpointer) scope_keys_find (keys, sizeof *keys, gtk_widget_get_display (widget), value, code,
                                      modifiers);
  if (found == NULL)
    return FALSE;
  action = g_strconcat ("win.show-", found->name, NULL);
  return gtk_widget_activate_action (widget, action, NULL);
}

char *
scope_part_switches_shortcuts (void)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < SCOPE_N_PARTS; i++)
    {
      g_autoptr (GString) title = g_string_new (_ (scope_parts[i].words));
      g_autofree char *shortcut = NULL;

      if (scope_parts[i].key == 0)
        continue;
      scope_sentences_begin (title, 0);
      shortcut = g_markup_printf_escaped (
        "<child><object class='GtkShortcutsShortcut'><property name='title'>%s</property>"
        "<property name='accelerator'>%c</property></object></child>",
        title->str, scope_parts[i].key);
      g_string_append (text, shortcut);
    }
  return g_string_free (text, FALSE);
}
