/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "file-chooser.h"

#include <glib/gi18n.h>

/* Where a window keeps the chooser that it had last. */
#define KEY "scope-file-chooser"
/* By then it knows the names of the folders above the one that it shows, or nobody waits for that any more. */
#define LINGER_S 60

static gboolean
end_cb (gpointer chooser)
{
  return G_SOURCE_REMOVE;
}

/* GTK's own dialog asks for those names one after the other, and until 4.18 takes the answers also when it has gone:
 * it stays for a while, out of sight. */
static void
linger (gpointer chooser)
{
  gtk_native_dialog_hide (chooser);
  g_timeout_add_seconds_full (G_PRIORITY_DEFAULT, LINGER_S, end_cb, chooser, g_object_unref);
}

/* One that stayed in sight after its parent would have none. */
static void
destroy_cb (GtkWindow *parent, GtkNativeDialog *chooser)
{
  gtk_native_dialog_hide (chooser);
}

static gboolean
has_order (GBinding *binding, const GValue *model, GValue *sensitive, gpointer data)
{
  g_value_set_boolean (sensitive, GTK_IS_TREE_SORTABLE (g_value_get_object (model)));
  return TRUE;
}

static gboolean
keep_list_from_search_cb (GtkTreeView *list)
{
  g_signal_stop_emission_by_name (list, "start-interactive-search");
  return TRUE;
}

static void
mend_list (GtkTreeView *list)
{
  g_autoptr (GList) columns = gtk_tree_view_get_columns (list);

  for (GList *l = columns; l != NULL; l = l->next)
    g_object_bind_property_full (list, "model", gtk_tree_view_column_get_button (l->data), "sensitive",
                                 G_BINDING_SYNC_CREATE, has_order, NULL, NULL, NULL);
  g_signal_connect (list, "start-interactive-search", G_CALLBACK (keep_list_from_search_cb), NULL);
}

/* In GTK 4.8 the headings of a chooser's list of files ask for their order also while there are no files
 * yet: when a folder is being read, and when a search begins. They wait for the files, insensitive, since a
 * heading that is not clickable takes clicks all the same. The list's own search, which Ctrl+F opens where the
 * list has the focus, puts its entry into nothing; the chooser searches as soon as one types. */
static void
mend_lists (GtkWidget *widget)
{
  if (GTK_IS_TREE_VIEW (widget))
    mend_list (GTK_TREE_VIEW (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    mend_lists (child);
}

/* The dialog that GTK shows itself, where no portal does. */
static void
shown_cb (GtkNativeDialog *chooser)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (GTK_IS_FILE_CHOOSER_DIALOG (window) && gtk_native_dialog_get_visible (chooser))
        mend_lists (window);
    }
}

GtkFileChooserNative *
scope_file_chooser_new (GtkWindow *parent, const char *title, GtkFileChooserAction action, const char *accept)
{
  GtkNativeDialog *before = g_object_get_data (G_OBJECT (parent), KEY);
  GtkFileChooserNative *chooser;

  if (before != NULL && gtk_native_dialog_get_visible (before))
    return NULL;
  chooser = gtk_file_chooser_native_new (title, parent, action, accept, _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "notify::visible", G_CALLBACK (shown_cb), NULL);
  g_signal_connect_object (parent, "destroy", G_CALLBACK (destroy_cb), chooser, 0);
  g_object_set_data_full (G_OBJECT (parent), KEY, chooser, linger);
  return chooser;
}
