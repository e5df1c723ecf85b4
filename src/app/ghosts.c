/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ghosts.h"

#include "accessible-text.h"

#include <glib/gi18n.h>
#include <string.h>

#define LONGEST_NAME 60

typedef struct _Section Section;

typedef struct
{
  Section *section; /* Borrowed */
  guint index;
  GtkWidget *box, *entry, *button; /* Children of the section */
  char *name;                      /* Owned; as the state has it */
} Row;

struct _Section
{
  ScopeState *state; /* Owned */
  GtkWidget *box;    /* Borrowed: it owns the section */
  Row rows[SCOPE_MOST_GHOSTS];
};

/* As the marks that the picture has on these curves. */
static const char *const marks[SCOPE_MOST_GHOSTS] = { "◇", "▽", "□", "▷", "✕", "✚" };

static void
free_section (gpointer data)
{
  Section *section = data;

  for (guint i = 0; i < SCOPE_MOST_GHOSTS; i++)
    g_free (section->rows[i].name);
  g_object_unref (section->state);
  g_free (section);
}

/* --- What is shown */

static void
show_name (Row *row)
{
  const char *name = row->name != NULL ? row->name : "";
  g_autofree char *remove = g_strdup_printf (_ ("Remove “%s”"), name);

  gtk_editable_set_text (GTK_EDITABLE (row->entry), name);
  scope_accessible_name_by_tip (row->button, remove);
}

/* What is being typed stays as long as the name itself is not another one. */
static void
update (GtkWidget *box)
{
  Section *section = g_object_get_data (G_OBJECT (box), "section");
  guint n = scope_state_get_n_ghosts (section->state);

  for (guint i = 0; i < SCOPE_MOST_GHOSTS; i++)
    {
      Row *row = &section->rows[i];
      const char *name = i < n ? scope_state_get_ghost_name (section->state, i) : NULL;

      gtk_widget_set_visible (row->box, i < n);
      if (g_strcmp0 (name, row->name) == 0)
        continue;
      g_free (row->name);
      row->name = g_strdup (name);
      show_name (row);
    }
  gtk_widget_set_visible (box, n > 0);
}

/* --- What the user does */

static void
commit (Row *row)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row->entry));

  if (row->name == NULL || g_str_equal (text, row->name))
    return;
  scope_state_rename_ghost (row->section->state, row->index, text);
  /* No name, or one with blanks around it: the entry shows what there is. */
  show_name (row);
}

static void
activate_cb (GtkEntry *entry, Row *row)
{
  commit (row);
}

static void
leave_cb (GtkEventControllerFocus *controller, Row *row)
{
  commit (row);
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType modifiers, Row *row)
{
  if (key != GDK_KEY_Escape || g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (row->entry)), row->name) == 0)
    return GDK_EVENT_PROPAGATE;
  show_name (row);
  return GDK_EVENT_STOP;
}

static void
remove_cb (GtkButton *button, Row *row)
{
  scope_state_remove_ghost (row->section->state, row->index);
}

static void
remove_all_cb (GtkButton *button, Section *section)
{
  scope_state_remove_all_ghosts (section->state);
}

/* --- Making it */

static GtkWidget *
new_entry (Row *row)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_autofree char *label = g_strdup_printf (_ ("Name of kept curve %u"), row->index + 1);

  gtk_entry_set_max_length (GTK_ENTRY (entry), LONGEST_NAME);
  gtk_widget_set_hexpand (entry, TRUE);
  scope_accessible_name (GTK_ACCESSIBLE (entry), label);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (entry, "activate", G_CALLBACK (activate_cb), row);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), row);
  g_signal_connect (focus, "leave", G_CALLBACK (leave_cb), row);
  gtk_widget_add_controller (entry, keys);
  gtk_widget_add_controller (entry, focus);
  return entry;
}

static void
add_row (Section *section, guint i)
{
  Row *row = &section->rows[i];
  GtkWidget *mark = gtk_label_new (marks[i]);

  row->section = section;
  row->index = i;
  row->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  row->entry = new_entry (row);
  row->button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  gtk_label_set_width_chars (GTK_LABEL (mark), 2);
  gtk_accessible_update_state (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  g_signal_connect (row->button, "clicked", G_CALLBACK (remove_cb), row);
  gtk_box_append (GTK_BOX (row->box), mark);
  gtk_box_append (GTK_BOX (row->box), row->entry);
  gtk_box_append (GTK_BOX (row->box), row->button);
  gtk_box_append (GTK_BOX (section->box), row->box);
  show_name (row);
}

GtkWidget *
scope_ghosts_new (ScopeState *state)
{
  Section *section = g_new0 (Section, 1);
  GtkWidget *heading = gtk_label_new (_ ("Kept Curves"));
  GtkWidget *all = gtk_button_new_with_label (_ ("Remove All"));

  section->state = g_object_ref (state);
  section->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  scope_accessible_set_tip (all, _ ("Remove all kept curves"));
  g_signal_connect (all, "clicked", G_CALLBACK (remove_all_cb), section);
  gtk_box_append (GTK_BOX (section->box), heading);
  for (guint i = 0; i < SCOPE_MOST_GHOSTS; i++)
    add_row (section, i);
  gtk_box_append (GTK_BOX (section->box), all);
  g_object_set_data_full (G_OBJECT (section->box), "section", section, free_section);
  g_signal_connect_object (state, "changed", G_CALLBACK (update), section->box, G_CONNECT_SWAPPED);
  update (section->box);
  return section->box;
}
