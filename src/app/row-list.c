/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "row-list.h"

#include <glib/gi18n.h>

#include "accessible.h"
#include "blank-list.h"
#include "column-view.h"
#include "row-cell.h"
#include "state-aside.h"
#include "state-rows.h"

/* So many rows are seen at once, at the most. */
#define MOST_SEEN 6
/* A row is so much higher than its text. */
#define ROW_PADDING_PX 12

typedef struct
{
  ScopeState *state;             /* Owned */
  ScopeBlankList *list;          /* Owned; as long as there are rows */
  GtkSingleSelection *selection; /* Owned */
  GtkWidget *view, *scroll;      /* Children */
  GPtrArray *cells;              /* Owned; of ScopeRowCell: those that have a place, borrowed */
  const ScopeBatchRow *rows;     /* as last shown: compared, never looked into */
  guint selected;                /* as last shown */
  gboolean is_updating;
  guint filling; /* Source; 0 once the list of a new window is filled */
} List;

static void
free_list (gpointer data)
{
  List *list = data;

  g_clear_handle_id (&list->filling, g_source_remove);
  g_signal_handlers_disconnect_by_data (list->selection, list);
  g_object_unref (list->selection);
  g_object_unref (list->list);
  g_ptr_array_unref (list->cells);
  g_object_unref (list->state);
  g_free (list);
}

/* --- What is shown */

static void
update_cells (List *list)
{
  for (guint i = 0; i < list->cells->len; i++)
    scope_row_cell_update (list->cells->pdata[i]);
}

static void
update_names (GtkWidget *scroll)
{
  List *list = g_object_get_data (G_OBJECT (scroll), "list");

  for (guint i = 0; i < list->cells->len; i++)
    scope_row_cell_rename (list->cells->pdata[i]);
}

/* A view of columns asks for one row's height, however many it has. */
void
scope_row_list_fit (GtkWidget *scroll, PangoContext *context)
{
  List *list = g_object_get_data (G_OBJECT (scroll), "list");
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int row = ROW_PADDING_PX + PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));
  guint n = MIN (scope_state_get_n_rows (list->state), MOST_SEEN);

  pango_font_metrics_unref (metrics);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroll), row * ((int) n + 1));
}

static gboolean
has_focus (List *list)
{
  GtkRoot *root = gtk_widget_get_root (list->view);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, list->view);
}

/* Where the row that had the focus went away, the keys go on with the selected one. */
static void
focus_selected (List *list)
{
  for (guint i = 0; i < list->cells->len; i++)
    if (scope_row_cell_focus_row (list->cells->pdata[i]))
      return;
  gtk_widget_grab_focus (list->view);
}

static void
update (GtkWidget *scroll)
{
  List *list = g_object_get_data (G_OBJECT (scroll), "list");
  guint selected = scope_state_get_selected (list->state);
  gboolean is_moved = gtk_single_selection_get_selected (list->selection) != selected;
  gboolean had_focus = is_moved && has_focus (list);

  if (list->selected == selected && list->rows == scope_state_get_rows (list->state))
    return;
  list->is_updating = TRUE;
  list->rows = scope_state_get_rows (list->state);
  list->selected = selected;
  scope_blank_list_set_length (list->list, scope_state_get_n_rows (list->state));
  scope_row_list_fit (scroll, gtk_widget_get_pango_context (scroll));
  gtk_single_selection_set_selected (list->selection,
                                     list->rows != NULL ? selected : GTK_INVALID_LIST_POSITION);
  update_cells (list);
  if (is_moved && list->rows != NULL)
    scope_column_view_scroll_to (list->view, selected);
  if (had_focus && list->rows != NULL)
    focus_selected (list);
  list->is_updating = FALSE;
}

static gboolean
fill_cb (gpointer scroll)
{
  List *list = g_object_get_data (G_OBJECT (scroll), "list");

  list->filling = 0;
  update (scroll);
  return G_SOURCE_REMOVE;
}

/* A view of very many rows makes two hundred of them at once: in a new window only when that is seen. */
static void
fill (List *list)
{
  if (!scope_state_is_large (list->state))
    {
      update (list->scroll);
      return;
    }
  scope_row_list_fit (list->scroll, gtk_widget_get_pango_context (list->scroll));
  list->filling = g_idle_add_full (G_PRIORITY_LOW, fill_cb, list->scroll, NULL);
}

/* --- What the user does */

/* What is being typed belongs to the row that is left. */
static void
select_row (List *list, guint row)
{
  for (guint i = 0; i < list->cells->len; i++)
    scope_row_cell_commit (list->cells->pdata[i]);
  scope_state_select_row (list->state, row);
}

static void
selected_cb (List *list)
{
  if (!list->is_updating)
    select_row (list, gtk_single_selection_get_selected (list->selection));
}

static void
select_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  select_row (data, g_variant_get_uint32 (parameter));
}

/* Return in a row goes into it. */
static void
activate_cb (GtkColumnView *view, guint row, List *list)
{
  select_row (list, row);
  for (guint i = 0; i < list->cells->len; i++)
    if (scope_row_cell_focus_entry (list->cells->pdata[i]))
      return;
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, List *list)
{
  guint to;

  if (!scope_row_cell_find (gtk_widget_pick (list->view, x, y, GTK_PICK_DEFAULT), &to))
    return FALSE;
  scope_state_move_row (list->state, g_value_get_uint (value), to);
  return TRUE;
}

/* --- Cells */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, List *list)
{
  ScopeRowColumn column = (ScopeRowColumn) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), "column"));

  g_object_set_data (G_OBJECT (item), "cell", scope_row_cell_new (list->state, item, column));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, List *list)
{
  ScopeRowCell *cell = g_object_get_data (G_OBJECT (item), "cell");

  g_ptr_array_add (list->cells, cell);
  scope_row_cell_update (cell);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, List *list)
{
  g_ptr_array_remove_fast (list->cells, g_object_get_data (G_OBJECT (item), "cell"));
}

/* --- Making it */

static void
add_column (List *list, ScopeRowColumn column, const char *title)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) added = gtk_column_view_column_new (title, factory);

  g_object_set_data (G_OBJECT (factory), "column", GINT_TO_POINTER (column));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), list);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), list);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), list);
  gtk_column_view_column_set_expand (added, column == SCOPE_ROW_OBSERVED);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (list->view), added);
  if (column != SCOPE_ROW_OBSERVED)
    scope_column_view_align_heading (list->view, column);
}

static void
add_view (List *list)
{
  const char *const titles[SCOPE_N_ROW_COLUMNS] = { "№", "z₁", "z₂", "z₃", _ ("Class") };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_UINT, GDK_ACTION_MOVE);

  list->view = gtk_column_view_new (GTK_SELECTION_MODEL (g_object_ref (list->selection)));
  gtk_widget_add_css_class (list->view, "data-table");
  gtk_widget_add_css_class (list->view, "flowers");
  for (ScopeRowColumn c = SCOPE_ROW_NUMBER; c < SCOPE_N_ROW_COLUMNS; c++)
    add_column (list, c, titles[c]);
  scope_accessible_name_table (list->view, _ ("Flowers: logits without b₃, and observed class"));
  g_signal_connect (list->view, "activate", G_CALLBACK (activate_cb), list);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), list);
  gtk_widget_add_controller (list->view, GTK_EVENT_CONTROLLER (target));
}

static void
add_actions (List *list)
{
  static const GActionEntry entries[] = { { "select", select_cb, "u", NULL, NULL, { 0 } } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), list);
  gtk_widget_insert_action_group (list->scroll, "row-list", G_ACTION_GROUP (group));
}

GtkWidget *
scope_row_list_new (ScopeState *state)
{
  List *list = g_new0 (List, 1);
  GtkScrolledWindow *scroll = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());

  list->state = g_object_ref (state);
  list->cells = g_ptr_array_new ();
  list->list = scope_blank_list_new ();
  list->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (list->list)));
  list->scroll = GTK_WIDGET (scroll);
  gtk_single_selection_set_autoselect (list->selection, FALSE);
  add_view (list);
  add_actions (list);
  gtk_scrolled_window_set_child (scroll, list->view);
  gtk_widget_add_css_class (list->scroll, "frame");
  g_object_set_data_full (G_OBJECT (list->scroll), "list", list, free_list);
  g_signal_connect_swapped (list->selection, "notify::selected", G_CALLBACK (selected_cb), list);
  g_signal_connect_object (state, "changed", G_CALLBACK (update), scroll, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "notify::classes", G_CALLBACK (update_names), scroll, G_CONNECT_SWAPPED);
  fill (list);
  return list->scroll;
}
