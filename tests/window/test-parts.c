/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Each part of the figure has what its row promises: a switch in the menu, and a key. */

#include "in-process.h"
#include "part-table.h"

static ScopeApplication *application;

/* The labels of a menu and its sections by their actions. The caller frees it. */
static void
collect (GMenuModel *menu, GHashTable *labels)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      char *action = NULL, *label = NULL;

      if (section != NULL)
        collect (section, labels);
      else if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &action)
               && g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label))
        g_assert_true (g_hash_table_insert (labels, action, label));
    }
}

static void
test_menu (void)
{
  ScopeWindow *self = new_window (application);
  GObject *menu = gtk_widget_get_template_child (GTK_WIDGET (self), SCOPE_TYPE_WINDOW, "parts_menu");
  g_autoptr (GHashTable) labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  guint n = 0;

  collect (G_MENU_MODEL (menu), labels);
  for (unsigned i = 0; i < SCOPE_N_PARTS; i++)
    {
      g_autofree char *action = g_strconcat ("win.show-", scope_parts[i].name, NULL);
      unsigned before = scope_state_get_show (self->state);

      act (self, action, NULL);
      g_assert_cmpuint (scope_state_get_show (self->state), ==, before ^ 1u << i);
      g_assert_cmpstr (g_hash_table_lookup (labels, action), ==, scope_parts[i].title);
      n += scope_parts[i].title != NULL;
    }
  g_assert_cmpuint (g_hash_table_size (labels), ==, n);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
test_keys (void)
{
  ScopeWindow *self = new_window (application);
  guint n = 0;

  for (unsigned i = 0; i < SCOPE_N_PARTS; i++)
    {
      unsigned before = scope_state_get_show (self->state);

      if (scope_parts[i].key == 0)
        continue;
      g_assert_false (
        press_key (GTK_WIDGET (self), (guint) scope_parts[i].key, GDK_CONTROL_MASK | GDK_ALT_MASK));
      g_assert_true (press_key (GTK_WIDGET (self), (guint) scope_parts[i].key, 0));
      g_assert_cmpuint (scope_state_get_show (self->state), ==, before ^ 1u << i);
      n++;
    }
  g_assert_cmpuint (n, >, 5);
  gtk_window_destroy (GTK_WINDOW (self));
}

int
main (int argc, char **argv)
{
  char *home = set_up_home ();

  g_test_init (&argc, &argv, NULL);
  application = new_still_application ();
  g_test_add_func ("/parts/menu", test_menu);
  g_test_add_func ("/parts/keys", test_keys);
  return run_tests (application, home);
}
