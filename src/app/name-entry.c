/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "name-entry.h"

#include "accessible-text.h"
#include "classes.h"
#include "notices.h"

typedef struct
{
  char *name; /* Owned; that there is */
  ScopeNameTake take;
  guint index;
  gpointer data;
} Name;

static void
free_name (gpointer data)
{
  Name *name = data;

  g_free (name->name);
  g_free (name);
}

static Name *
get_name (GtkWidget *entry)
{
  return g_object_get_data (G_OBJECT (entry), "name");
}

static gboolean
is_changed (GtkWidget *entry)
{
  return g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (entry)), get_name (entry)->name) != 0;
}

static void
revert (GtkWidget *entry)
{
  /* The window's undo knows of names; the entry's own must not bring back that of another. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (entry), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (entry), get_name (entry)->name);
  gtk_editable_set_enable_undo (GTK_EDITABLE (entry), TRUE);
  scope_accessible_set_wrong (entry, NULL);
}

void
scope_name_entry_show (GtkWidget *entry, const char *name)
{
  Name *self = get_name (entry);

  if (g_strcmp0 (self->name, name) == 0)
    return;
  g_free (self->name);
  self->name = g_strdup (name);
  revert (entry);
}

static void
commit (GtkWidget *entry)
{
  const Name *self = get_name (entry);
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));
  const char *wrong = is_changed (entry) ? self->take (text, self->index, self->data) : NULL;

  if (wrong == NULL)
    {
      revert (entry);
      return;
    }
  scope_accessible_set_wrong (entry, wrong);
  scope_notice_say (entry, wrong);
}

static void
leave_cb (GtkEventControllerFocus *controller, GtkWidget *entry)
{
  commit (entry);
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType modifiers, GtkWidget *entry)
{
  if (key != GDK_KEY_Escape || !is_changed (entry))
    return GDK_EVENT_PROPAGATE;
  revert (entry);
  return GDK_EVENT_STOP;
}

GtkWidget *
scope_name_entry_new (const char *label, ScopeNameTake take, guint index, gpointer data)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  Name *name = g_new0 (Name, 1);

  *name = (Name) { g_strdup (""), take, index, data };
  g_object_set_data_full (G_OBJECT (entry), "name", name, free_name);
  gtk_entry_set_max_length (GTK_ENTRY (entry), SCOPE_LONGEST_CLASS);
  gtk_widget_set_hexpand (entry, TRUE);
  scope_accessible_name (GTK_ACCESSIBLE (entry), label);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (entry, "activate", G_CALLBACK (commit), NULL);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), entry);
  g_signal_connect (focus, "leave", G_CALLBACK (leave_cb), entry);
  gtk_widget_add_controller (entry, keys);
  gtk_widget_add_controller (entry, focus);
  return entry;
}
