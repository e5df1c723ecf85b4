/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ghosts.h"

#include <glib/gi18n.h>

#include "accessible-text.h"
#include "name-entry.h"
#include "state-compare.h"

typedef struct _Section Section;

typedef struct
{
  Section *section; /* Borrowed */
  guint index;
  GtkWidget *box, *entry, *button; /* Children of the section */
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

  g_object_unref (section->state);
  g_free (section);
}

/* --- What is shown */

static void
update (GtkWidget *box)
{
  Section *section = g_object_get_data (G_OBJECT (box), "section");
  guint n = scope_state_get_n_ghosts (section->state);

  for (guint i = 0; i < SCOPE_MOST_GHOSTS; i++)
    {
      Row *row = &section->rows[i];
      const char *name = i < n ? scope_state_get_ghost_name (section->state, i) : "";
      g_autofree char *remove = g_strdup_printf (_ ("Remove “%s”"), name);

      gtk_widget_set_visible (row->box, i < n);
      scope_name_entry_show (row->entry, name);
      if (g_strcmp0 (gtk_widget_get_tooltip_text (row->button), remove) != 0)
        scope_accessible_name_by_tip (row->button, remove);
    }
  gtk_widget_set_visible (box, n > 0);
}

/* --- What the user does */

/* No name, or one with blanks around it: the entry shows what there is. */
static const char *
rename_cb (const char *text, guint index, gpointer state)
{
  scope_state_rename_ghost (state, index, text);
  return NULL;
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

static void
add_row (Section *section, guint i)
{
  Row *row = &section->rows[i];
  GtkWidget *mark = gtk_label_new (marks[i]);
  g_autofree char *label = g_strdup_printf (_ ("Name of kept curve %u"), i + 1);

  row->section = section;
  row->index = i;
  row->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  row->entry = scope_name_entry_new (label, rename_cb, i, section->state);
  row->button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  gtk_label_set_width_chars (GTK_LABEL (mark), 2);
  gtk_accessible_update_state (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  g_signal_connect (row->button, "clicked", G_CALLBACK (remove_cb), row);
  gtk_box_append (GTK_BOX (row->box), mark);
  gtk_box_append (GTK_BOX (row->box), row->entry);
  gtk_box_append (GTK_BOX (row->box), row->button);
  gtk_box_append (GTK_BOX (section->box), row->box);
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
