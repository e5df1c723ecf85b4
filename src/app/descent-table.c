/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "descent-table.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "accessible-text.h"
#include "accessible.h"
#include "column-view.h"
#include "decimal-sign.h"
#include "descent-steps.h"
#include "direction.h"
#include "sentences.h"
#include "state-descent.h"
#include "state-rows.h"
#include "step-finder.h"
#include "tab-stop.h"

#define HEIGHT 150

typedef struct
{
  ScopeState *state;                                /* Owned */
  GtkStringList *list;                              /* Owned; as many empty strings as there are places */
  GtkSingleSelection *selection;                    /* Owned */
  GtkWidget *view, *pane;                           /* Borrowed */
  ScopeWalk shown;                                  /* what the list was last filled with, */
  unsigned hide;                                    /* as it was hidden then */
  ScopeStepColumn columns[SCOPE_MOST_STEP_COLUMNS]; /* those of the view */
  guint n_columns, n_flowers;
  ScopeSteps *steps;       /* Owned reference; as last shown, NULL before */
  ScopeStepFinder *finder; /* Owned */
  GPtrArray *cells;        /* Owned; of GtkListItem, borrowed: those that have a place */
} Table;

static void
clear_table (gpointer data)
{
  Table *table = data;

  g_object_unref (table->selection);
  g_object_unref (table->list);
  g_object_unref (table->state);
  scope_step_finder_free (table->finder);
  scope_descent_steps_unref (table->steps);
  g_ptr_array_unref (table->cells);
}

/* The button and what it shows die one after the other, in either order. */
static void
release_table (gpointer table)
{
  g_rc_box_release_full (table, clear_table);
}

/* --- What is shown. Cells ask the state when they come into sight: the list itself is only as long as
 * the walk. */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "numeric");
  scope_direction_keep (label, NULL);
  gtk_list_item_set_child (item, label);
  g_object_set_data (G_OBJECT (item), "column", g_object_get_data (G_OBJECT (factory), "column"));
}

/* "step: 1; b₃: −1.151; L: 1.226; …": the row has the focus, not its cells. */
static char *
new_row_name (Table *table, const ScopeStep *step, gboolean is_found)
{
  GString *name = g_string_new (NULL);

  for (guint i = 0; i < table->n_columns; i++)
    {
      g_autofree char *title = scope_descent_step_title (table->steps, table->columns[i]);
      g_autofree char *text = scope_descent_step_text (table->steps, step, is_found, table->columns[i],
                                                       scope_decimal_sign_of_locale ());
      /* Translators: a column's title, and what stands in it. */
      g_autofree char *cell = g_strdup_printf (_ ("%s: %s"), title, text);

      scope_sentences_add_clause (name, cell);
    }
  return g_string_free (name, FALSE);
}

static void
update_cell (Table *table, GtkListItem *item)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (item), "column"));
  guint place = gtk_list_item_get_position (item);
  g_autofree char *text = NULL, *row = NULL;
  gboolean is_found = FALSE;
  ScopeStep step;

  /* Where other flowers give it other columns, rows of the walk before are still there. */
  if (place < scope_descent_steps_get_n (table->steps))
    {
      is_found = scope_step_finder_get (table->finder, place, &step);
      text = scope_descent_step_text (table->steps, &step, is_found, table->columns[column],
                                      scope_decimal_sign_of_locale ());
    }
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text != NULL ? text : "");
  row = column == 0 && text != NULL ? new_row_name (table, &step, is_found) : NULL;
  scope_accessible_name_cell (gtk_list_item_get_child (item), text, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, Table *table)
{
  g_ptr_array_add (table->cells, item);
  update_cell (table, item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, Table *table)
{
  g_ptr_array_remove_fast (table->cells, item);
}

static void
found_cb (gpointer data)
{
  Table *table = data;

  /* Who has closed it wants no more. */
  if (!gtk_widget_get_mapped (table->pane))
    return;
  for (guint i = 0; i < table->cells->len; i++)
    update_cell (table, table->cells->pdata[i]);
}

static void
add_column (Table *table, guint i)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autofree char *title = scope_descent_step_title (table->steps, table->columns[i]);
  g_autoptr (GtkColumnViewColumn) added = gtk_column_view_column_new (title, factory);

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (i));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), table);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), table);
  gtk_column_view_column_set_expand (added, table->columns[i].kind != SCOPE_STEP_NUMBER);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (table->view), added);
  scope_column_view_align_heading (table->view, i);
}

/* With other flowers there are other probabilities. */
static void
update_columns (Table *table)
{
  GListModel *shown = gtk_column_view_get_columns (GTK_COLUMN_VIEW (table->view));
  guint n_flowers = scope_state_get_n_rows (table->state);

  if (table->n_columns > 0 && n_flowers == table->n_flowers)
    return;
  while (g_list_model_get_n_items (shown) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (shown, 0);

      gtk_column_view_remove_column (GTK_COLUMN_VIEW (table->view), column);
    }
  g_ptr_array_set_size (table->cells, 0);
  table->n_flowers = n_flowers;
  table->n_columns = scope_descent_steps_list_columns (table->steps, table->columns);
  for (guint i = 0; i < table->n_columns; i++)
    add_column (table, i);
}

static void
replace_from (Table *table, guint first, guint n)
{
  g_autofree const char **rows = g_new0 (const char *, n - first + 1);

  for (guint i = first; i < n; i++)
    rows[i - first] = "";
  gtk_string_list_splice (table->list, first, g_list_model_get_n_items (G_LIST_MODEL (table->list)) - first,
                          rows);
}

static void
close_cb (GtkToggleButton *button)
{
  gtk_toggle_button_set_active (button, FALSE);
}

/* A walk that goes on keeps its rows but the last, whose step was not yet taken. Where there is none, the table is
 * closed. */
static void
update (GtkWidget *button)
{
  Table *table = g_object_get_data (G_OBJECT (button), "table");
  const ScopeWalk *walk = scope_state_get_walk (table->state);
  unsigned hide = scope_state_get_hide (table->state);
  gboolean goes_on
    = hide == 0 && table->hide == 0 && walk->track == table->shown.track && walk->n > table->shown.n;

  gtk_widget_set_sensitive (button, walk->n > 0);
  if (walk->n == 0)
    close_cb (GTK_TOGGLE_BUTTON (button));
  if (!gtk_widget_get_mapped (table->pane))
    return;
  scope_descent_steps_unref (table->steps);
  table->steps = scope_descent_steps_new (table->state);
  scope_step_finder_set_steps (table->finder, table->steps);
  update_columns (table);
  replace_from (table, goes_on ? table->shown.n - 1 : 0, walk->n);
  gtk_single_selection_set_selected (table->selection, walk->at);
  table->shown = *walk;
  table->hide = hide;
  scope_column_view_scroll_to (table->view, walk->at);
}

/* --- What the user does */

static void
activate_cb (GtkColumnView *view, guint place, Table *table)
{
  scope_state_descend_to (table->state, place);
}

static void
map_cb (GtkWidget *pane, GtkWidget *button)
{
  Table *table = g_object_get_data (G_OBJECT (button), "table");

  update (button);
  scope_column_view_scroll_to (table->view, scope_state_get_walk (table->state)->at);
}

/* A sidebar that lies over the plot would lie over the table, too. */
static void
toggled_cb (GtkToggleButton *button)
{
  AdwFlap *flap = ADW_FLAP (gtk_widget_get_ancestor (GTK_WIDGET (button), ADW_TYPE_FLAP));

  if (gtk_toggle_button_get_active (button) && adw_flap_get_folded (flap))
    adw_flap_set_reveal_flap (flap, FALSE);
}

/* --- Making it */

static GtkWidget *
new_view (Table *table)
{
  GtkWidget *scroll = gtk_scrolled_window_new ();

  table->view = gtk_column_view_new (GTK_SELECTION_MODEL (g_object_ref (table->selection)));
  gtk_column_view_set_single_click_activate (GTK_COLUMN_VIEW (table->view), TRUE);
  gtk_widget_add_css_class (table->view, "data-table");
  scope_accessible_name_table (table->view, _ ("Steps of the descent"));
  g_signal_connect (table->view, "activate", G_CALLBACK (activate_cb), table);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), table->view);
  gtk_widget_set_size_request (scroll, -1, HEIGHT);
  return scope_tab_stop_new (scroll);
}

static GtkWidget *
new_save_button (const char *label, const char *format, const char *tip)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.descent-save");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", format);
  scope_accessible_set_tip (button, tip);
  return button;
}

static GtkWidget *
new_close_button (GtkWidget *toggle)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_add_css_class (button, "flat");
  scope_accessible_name_by_tip (button, _ ("Close the table"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (close_cb), toggle, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
new_pane (Table *table, GtkWidget *toggle)
{
  GtkWidget *pane = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (pane), new_view (table));
  gtk_box_append (GTK_BOX (row),
                  new_save_button (_ ("Save as CSV…"), "csv", _ ("All digits, for a spreadsheet")));
  gtk_box_append (GTK_BOX (row),
                  new_save_button (_ ("Save as LaTeX…"), "tex", _ ("A tabular for a paper or a slide")));
  gtk_box_append (GTK_BOX (row), new_close_button (toggle));
  gtk_widget_set_halign (row, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (pane), row);
  gtk_widget_add_css_class (pane, "steps-pane");
  scope_accessible_name (GTK_ACCESSIBLE (pane), _ ("Table of steps"));
  return pane;
}

GtkWidget *
scope_descent_table_new (ScopeState *state)
{
  Table *table = g_rc_box_new0 (Table);
  GtkWidget *button = gtk_toggle_button_new_with_label (_ ("Table"));

  table->state = g_object_ref (state);
  table->finder = scope_step_finder_new (found_cb, table);
  table->cells = g_ptr_array_new ();
  table->list = gtk_string_list_new (NULL);
  table->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (table->list)));
  gtk_single_selection_set_autoselect (table->selection, FALSE);
  gtk_single_selection_set_can_unselect (table->selection, TRUE);
  table->pane = new_pane (table, button);
  scope_accessible_set_tip (button, _ ("All steps below the plot; a click on one goes there"));
  gtk_widget_set_hexpand (button, TRUE);
  g_object_set_data_full (G_OBJECT (button), "table", table, release_table);
  g_object_set_data_full (G_OBJECT (table->pane), "table", g_rc_box_acquire (table), release_table);
  g_object_set_data_full (G_OBJECT (button), "pane", g_object_ref_sink (table->pane), g_object_unref);
  g_object_bind_property (button, "active", table->pane, "visible", G_BINDING_SYNC_CREATE);
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), NULL);
  g_signal_connect_object (table->pane, "map", G_CALLBACK (map_cb), button, 0);
  g_signal_connect_object (state, "changed", G_CALLBACK (update), button, G_CONNECT_SWAPPED);
  update (button);
  return button;
}

GtkWidget *
scope_descent_table_get_pane (GtkWidget *button)
{
  Table *table = g_object_get_data (G_OBJECT (button), "table");

  return table->pane;
}
