/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "tab-stop.h"

struct _ScopeTabStop
{
  GtkWidget parent_instance;

  GtkWidget *child;
};

G_DEFINE_FINAL_TYPE (ScopeTabStop, scope_tab_stop, GTK_TYPE_WIDGET)

/* The row that a widget is in, or is; NULL for none. */
static GtkWidget *
find_row (GtkWidget *widget)
{
  for (GtkWidget *parent; widget != NULL; widget = parent)
    {
      parent = gtk_widget_get_parent (widget);
      if (parent != NULL && GTK_IS_LIST_BASE (parent))
        return widget;
    }
  return NULL;
}

/* A row with entries would not take the focus itself. */
static void
focus_row (GtkRoot *root)
{
  GtkWidget *row = find_row (gtk_root_get_focus (root));

  if (row != NULL)
    gtk_root_set_focus (root, row);
}

static gboolean
scope_tab_stop_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = gtk_root_get_focus (root), *row;
  gboolean is_tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (is_tab && focus != NULL && gtk_widget_is_ancestor (focus, widget))
    {
      row = find_row (focus);
      /* From entry to entry, but not to another row. */
      return row != NULL && row != focus && gtk_widget_child_focus (row, direction);
    }
  if (!GTK_WIDGET_CLASS (scope_tab_stop_parent_class)->focus (widget, direction))
    return FALSE;
  if (is_tab)
    focus_row (root);
  return TRUE;
}

static void
scope_tab_stop_dispose (GObject *object)
{
  g_clear_pointer (&SCOPE_TAB_STOP (object)->child, gtk_widget_unparent);
  G_OBJECT_CLASS (scope_tab_stop_parent_class)->dispose (object);
}

static void
scope_tab_stop_class_init (ScopeTabStopClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = scope_tab_stop_dispose;
  GTK_WIDGET_CLASS (klass)->focus = scope_tab_stop_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
scope_tab_stop_init (ScopeTabStop *self)
{
}

GtkWidget *
scope_tab_stop_new (GtkWidget *child)
{
  ScopeTabStop *self = g_object_new (SCOPE_TYPE_TAB_STOP, NULL);

  self->child = child;
  gtk_widget_set_parent (child, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
