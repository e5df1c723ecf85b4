/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "accessible.h"

#include <glib/gi18n.h>

#include "accessible-text.h"
#include "announce.h"
#include "platform.h"

static void
set_name (GtkWidget *widget, const char *name)
{
  if (widget != NULL && name != NULL)
    scope_accessible_name (GTK_ACCESSIBLE (widget), name);
}

void
scope_accessible_name_parts (GtkWidget *widget, const char *name)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_TOGGLE_BUTTON (child) || GTK_IS_TEXT (child) || GTK_IS_LIST_BOX (child)
          || GTK_IS_LIST_VIEW (child))
        set_name (child, name);
      scope_accessible_name_parts (child, name);
    }
}

/* The pages of stacks inside, which GTK 4.8 names after their type: all by one name, but those of a submenu by
 * its title. */
static void
name_pages (GtkWidget *widget, const char *name)
{
  g_autoptr (GtkSelectionModel) pages = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_pages (child, name);
  if (!GTK_IS_STACK (widget))
    return;
  pages = gtk_stack_get_pages (GTK_STACK (widget));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (pages)); i++)
    {
      g_autoptr (GObject) page = g_list_model_get_item (G_LIST_MODEL (pages), i);
      const char *title = gtk_stack_page_get_name (GTK_STACK_PAGE (page));
      gboolean is_submenu = gtk_widget_get_ancestor (widget, GTK_TYPE_POPOVER_MENU) != NULL && title != NULL
                            && !g_str_equal (title, "main");
      g_auto (GStrv) parts = g_strsplit (is_submenu ? title : name, "_", -1);
      g_autofree char *said = g_strjoinv ("", parts);

      scope_accessible_name (GTK_ACCESSIBLE (page), said);
    }
}

/* --- What is chosen */

/* The text of the first label inside, NULL where there is none. */
static const char *
find_text (GtkWidget *widget)
{
  const char *text = NULL;

  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && text == NULL;
       child = gtk_widget_get_next_sibling (child))
    text = find_text (child);
  return text;
}

/* What can be chosen, which GTK 4.8 names after its type. */
static void
name_choices (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (g_str_equal (G_OBJECT_TYPE_NAME (child), "GtkListItemWidget"))
        set_name (child, find_text (child));
      name_choices (child);
    }
}

static gboolean
opened_cb (GtkWidget *popover, GdkFrameClock *clock, gpointer data)
{
  name_choices (popover);
  return G_SOURCE_REMOVE;
}

/* What is inside is there with the first frame. */
static void
open_cb (GtkWidget *popover)
{
  gtk_widget_add_tick_callback (popover, opened_cb, NULL, NULL);
}

static void
chosen_cb (GtkDropDown *down)
{
  GObject *item = gtk_drop_down_get_selected_item (down);
  const char *name = g_object_get_data (G_OBJECT (down), "scope-name"), *chosen;
  g_autofree char *text = NULL;

  if (!GTK_IS_STRING_OBJECT (item))
    return;
  chosen = gtk_string_object_get_string (GTK_STRING_OBJECT (item));
  /* Translators: what is chosen from, and what. */
  text = g_strdup_printf (_ ("%s: %s"), name, chosen);
  scope_accessible_describe (GTK_ACCESSIBLE (down), chosen);
  scope_accessible_name_parts (GTK_WIDGET (down), text);
  name_choices (GTK_WIDGET (down));
}

void
scope_accessible_name_choice (GtkDropDown *down, const char *name)
{
  g_autoptr (GList) labels = gtk_widget_list_mnemonic_labels (GTK_WIDGET (down));

  /* The label beside it, if there is one, but in words. */
  set_name (GTK_WIDGET (down), labels != NULL ? gtk_label_get_text (labels->data) : name);
  if (!scope_platform_tells_values ())
    name_pages (GTK_WIDGET (down), name);
  g_object_set_data_full (G_OBJECT (down), "scope-name", g_strdup (name), g_free);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (down)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      g_signal_connect (child, "map", G_CALLBACK (open_cb), NULL);
  g_signal_connect (down, "map", G_CALLBACK (open_cb), NULL);
  g_signal_connect (down, "notify::selected-item", G_CALLBACK (chosen_cb), NULL);
  chosen_cb (down);
}

/* --- Tables */

void
scope_accessible_name_cell (GtkWidget *cell, const char *text, const char *row)
{
  GtkWidget *parent = gtk_widget_get_parent (cell);

  if (parent == NULL)
    return;
  set_name (parent, text);
  set_name (gtk_widget_get_parent (parent), row);
}

void
scope_accessible_name_table (GtkWidget *view, const char *name)
{
  set_name (view, name);
  for (GtkWidget *child = gtk_widget_get_first_child (view); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    set_name (child, GTK_IS_LIST_BASE (child) || GTK_IS_LIST_VIEW (child) ? name : _ ("Headings"));
}

/* --- Menus */

static void
name_items (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      g_autofree char *text = NULL;

      if (g_str_equal (G_OBJECT_TYPE_NAME (child), "GtkModelButton"))
        {
          g_object_get (child, "text", &text, NULL);
          set_name (child, text);
        }
      name_items (child);
    }
}

/* Before, their labels name items, and both would be read out, but nothing names the menu. */
static void
name_when_open (GtkMenuButton *button)
{
  GtkPopover *popover = gtk_menu_button_get_popover (button);

  if (popover != NULL && !scope_platform_tells_values ())
    {
      set_name (GTK_WIDGET (popover), _ ("Menu"));
      name_pages (GTK_WIDGET (popover), _ ("Menu"));
    }
  else if (popover != NULL)
    g_signal_connect (popover, "map", G_CALLBACK (name_items), NULL);
}

#define SEARCH_ICON "edit-find-symbolic"

/* One that a template names: of its icon, GTK 4.8 has a name, too, and that is of its type. */
static gboolean
has_icon_alone (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL;
}

void
scope_accessible_finish (GtkWidget *widget)
{
  /* GTK 4.8 reads the mnemonic's underscore, and the label after it. */
  if (GTK_IS_BUTTON (widget) && gtk_button_get_use_underline (GTK_BUTTON (widget)))
    set_name (widget, find_text (widget));
  if (has_icon_alone (widget))
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  /* That of GTK's own window of shortcuts has no name. */
  if (GTK_IS_TOGGLE_BUTTON (widget)
      && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), SEARCH_ICON) == 0)
    set_name (widget, _ ("Search"));
  if (GTK_IS_MENU_BUTTON (widget) && gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (widget)) != NULL)
    name_when_open (GTK_MENU_BUTTON (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    scope_accessible_finish (child);
}

/* --- Sliders */

void
scope_accessible_tell_value (GtkRange *range, GtkWidget *by, const char *text, double number)
{
  /* Orca says how far the slider is, in percent, right behind the text. */
  g_autofree char *sentence = g_strconcat (text, ".", NULL);

  if (scope_platform_tells_values ())
    {
      scope_accessible_tell (GTK_ACCESSIBLE (range), sentence);
      return;
    }
  scope_accessible_tell (GTK_ACCESSIBLE (range), text);
  scope_announce_describe_quietly (GTK_WIDGET (range), by, text);
  if (number != gtk_range_get_value (range))
    gtk_accessible_update_property (GTK_ACCESSIBLE (range), GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, number, -1);
}

/* libadwaita 1.2 names its buttons by a property and by their labels, and both would be read out.
 */
static void
name_buttons (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget))
    gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_buttons (child);
}

/* libadwaita 1.7 has a large heading and a small one, and measures each for widths and heights that only the other has,
 * of which GTK complains: they are alike here, and both wrap. */
static void
wrap_headings (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "title-4"))
    {
      gtk_widget_remove_css_class (widget, "title-4");
      gtk_widget_add_css_class (widget, "title-2");
    }
  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "title-2"))
    {
      gtk_label_set_wrap (GTK_LABEL (widget), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (widget), PANGO_WRAP_WORD_CHAR);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    wrap_headings (child);
}

void
scope_accessible_add_response (GtkWidget *dialog, const char *response, const char *label)
{
  wrap_headings (dialog);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), response, label);
  name_buttons (dialog);
}
