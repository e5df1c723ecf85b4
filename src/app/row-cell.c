/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "row-cell.h"

#include <glib/gi18n.h>

#include "accessible-text.h"
#include "accessible.h"
#include "decimal-sign.h"
#include "direction.h"
#include "labels.h"
#include "number-entry.h"
#include "number.h"
#include "state-rows.h"
#include "value-text.h"

#define DIGITS 4
#define ENTRY_CHARS 7 /* "−0.0898" */

struct _ScopeRowCell
{
  ScopeState *state; /* Borrowed: the list has it */
  GtkListItem *item; /* Borrowed */
  ScopeRowColumn column;
  GtkWidget *box, *label; /* Children of the item */
  GtkWidget *edit;        /* Child of box; NULL in a row that is not selected */
  gboolean is_shown;      /* the label's text is that of the number or class below */
  double shown;
};

/* FALSE where the item has no place in the list at the moment. */
static gboolean
get_place (const ScopeRowCell *cell, guint *place)
{
  *place = gtk_list_item_get_position (cell->item);
  return *place != GTK_INVALID_LIST_POSITION && *place < scope_state_get_n_rows (cell->state);
}

gboolean
scope_row_cell_find (GtkWidget *widget, guint *row)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      const ScopeRowCell *cell = g_object_get_data (G_OBJECT (widget), "row-cell");

      if (cell != NULL)
        return get_place (cell, row);
    }
  return FALSE;
}

/* The list's own widgets: one for the cell, one for the row. */
static GtkWidget *
get_row (const ScopeRowCell *cell)
{
  return gtk_widget_get_parent (gtk_widget_get_parent (cell->box));
}

static void
name_row (const ScopeRowCell *cell, guint place)
{
  g_autofree char *name = g_strdup_printf (_ ("Flower %u"), place + 1);

  const ScopeBatchRow *row = &scope_state_get_rows (cell->state)[place];
  char decimal = scope_decimal_sign_of_locale ();
  g_autofree char *first = scope_number_format (row->a[0], DIGITS, decimal);
  g_autofree char *second = scope_number_format (row->a[1], DIGITS, decimal);
  g_autofree char *third = scope_number_format (row->a[2], DIGITS, decimal);
  /* Translators: the class of a flower, its three logits. */
  g_autofree char *text
    = g_strdup_printf (_ ("%s; z₁ %s, z₂ %s, z₃ %s"),
                       scope_state_get_classes (cell->state)->name[row->observed], first, second, third);

  scope_accessible_name (GTK_ACCESSIBLE (get_row (cell)), name);
  scope_accessible_describe (GTK_ACCESSIBLE (get_row (cell)), text);
}

gboolean
scope_row_cell_focus_row (ScopeRowCell *cell)
{
  guint place;

  if (!get_place (cell, &place) || place != scope_state_get_selected (cell->state))
    return FALSE;
  return gtk_widget_grab_focus (get_row (cell));
}

gboolean
scope_row_cell_focus_entry (ScopeRowCell *cell)
{
  return cell->column == SCOPE_ROW_LOGIT_1 && cell->edit != NULL && gtk_widget_grab_focus (cell->edit);
}

/* --- A row among others */

static char *
new_text (const ScopeRowCell *cell, double value)
{
  if (cell->column == SCOPE_ROW_OBSERVED)
    {
      unsigned k = (unsigned) value;

      return g_strdup_printf ("%s %s", scope_value_class_shape (k),
                              scope_state_get_classes (cell->state)->name[k]);
    }
  return scope_number_format (value, DIGITS, scope_decimal_sign_of_locale ());
}

static double
get_value (const ScopeRowCell *cell, guint place)
{
  const ScopeBatchRow *row = &scope_state_get_rows (cell->state)[place];

  switch (cell->column)
    {
    case SCOPE_ROW_LOGIT_1:
    case SCOPE_ROW_LOGIT_2:
    case SCOPE_ROW_LOGIT_3:
      return row->a[cell->column - SCOPE_ROW_LOGIT_1];
    case SCOPE_ROW_OBSERVED:
      return row->observed;
    case SCOPE_ROW_NUMBER:
    case SCOPE_N_ROW_COLUMNS:
    default:
      return place + 1;
    }
}

/* --- The selected row */

static GtkWidget *
new_entry (ScopeRowCell *cell)
{
  static const char *const properties[] = { "logit-1", "logit-2", "logit-3" };
  GtkWidget *entry = g_object_new (SCOPE_TYPE_NUMBER_ENTRY, "width-chars", ENTRY_CHARS, "max-width-chars",
                                   ENTRY_CHARS, "has-frame", FALSE, "digits", DIGITS, NULL);
  guint k = cell->column - SCOPE_ROW_LOGIT_1;
  /* Translators: a logit's symbol. */
  g_autofree char *name = g_strdup_printf (_ ("%s of the selected flower"), scope_value_symbol (k));

  scope_accessible_name (GTK_ACCESSIBLE (entry), name);
  g_object_bind_property (cell->state, properties[k], entry, "value",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  return entry;
}

static void
setup_class_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
}

static guint
class_of (GtkListItem *item)
{
  return MIN (gtk_list_item_get_position (item), SCOPE_N_CLASSES - 1);
}

static void
bind_class_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer classes)
{
  guint k = class_of (item);
  g_autofree char *text
    = g_strdup_printf ("%s %s", scope_value_class_shape (k), ((const ScopeClasses *) classes)->name[k]);

  scope_labels_set_name (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

static GtkListItemFactory *
new_class_factory (const ScopeClasses *classes)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_class_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_class_cb), (gpointer) classes);
  return factory;
}

static GtkWidget *
new_classes (ScopeRowCell *cell)
{
  const ScopeClasses *names = scope_state_get_classes (cell->state);
  const char *const texts[] = { names->name[0], names->name[1], names->name[2], NULL };
  GtkWidget *classes = gtk_drop_down_new_from_strings (texts);
  g_autoptr (GtkListItemFactory) factory = new_class_factory (names);

  gtk_drop_down_set_factory (GTK_DROP_DOWN (classes), factory);
  /* As bare as the entries beside it, so that the name has room. */
  gtk_drop_down_set_show_arrow (GTK_DROP_DOWN (classes), FALSE);
  gtk_widget_add_css_class (classes, "flat");
  scope_accessible_name_choice (GTK_DROP_DOWN (classes), _ ("Observed class of the selected flower"));
  g_object_bind_property (cell->state, "observed", classes, "selected",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  return classes;
}

static void
set_editing (ScopeRowCell *cell, gboolean editing)
{
  if (cell->column == SCOPE_ROW_NUMBER || editing == (cell->edit != NULL))
    return;
  gtk_widget_set_visible (cell->label, !editing);
  if (!editing)
    {
      /* As it goes it would enter what was typed, into the row that is selected by then. */
      if (SCOPE_IS_NUMBER_ENTRY (cell->edit))
        scope_number_entry_revert (SCOPE_NUMBER_ENTRY (cell->edit));
      /* Said here, and as our own: what GTK says of it is not told from its own faults. */
      g_return_if_fail (gtk_widget_get_parent (cell->edit) == cell->box);
      gtk_box_remove (GTK_BOX (cell->box), g_steal_pointer (&cell->edit));
      return;
    }
  cell->edit = cell->column == SCOPE_ROW_OBSERVED ? new_classes (cell) : new_entry (cell);
  gtk_widget_set_hexpand (cell->edit, TRUE);
  gtk_box_append (GTK_BOX (cell->box), cell->edit);
}

void
scope_row_cell_commit (ScopeRowCell *cell)
{
  if (cell->edit != NULL && SCOPE_IS_NUMBER_ENTRY (cell->edit))
    scope_number_entry_commit (SCOPE_NUMBER_ENTRY (cell->edit));
}

void
scope_row_cell_rename (ScopeRowCell *cell)
{
  cell->is_shown = FALSE;
  if (cell->column == SCOPE_ROW_OBSERVED)
    set_editing (cell, FALSE);
  scope_row_cell_update (cell);
}

void
scope_row_cell_update (ScopeRowCell *cell)
{
  g_autofree char *text = NULL;
  double value;
  guint place;

  if (!get_place (cell, &place))
    {
      set_editing (cell, FALSE);
      return;
    }
  set_editing (cell, place == scope_state_get_selected (cell->state));
  value = get_value (cell, place);
  if (cell->column == SCOPE_ROW_NUMBER)
    name_row (cell, place);
  if (cell->is_shown && cell->shown == value)
    return;
  text = new_text (cell, value);
  scope_labels_set_name (GTK_LABEL (cell->label), text);
  scope_accessible_name_cell (cell->box, text, NULL);
  cell->is_shown = TRUE;
  cell->shown = value;
}

/* --- Making it */

/* The first click goes to the entry, as in a spreadsheet. */
static void
pressed_cb (GtkGestureClick *gesture, int n, double x, double y, ScopeRowCell *cell)
{
  guint place;

  if (cell->edit != NULL || !get_place (cell, &place))
    return;
  gtk_widget_activate_action (cell->box, "row-list.select", "u", place);
  if (cell->edit != NULL)
    gtk_widget_grab_focus (cell->edit);
}

static void
add_click (ScopeRowCell *cell)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (click, "released", G_CALLBACK (pressed_cb), cell);
  gtk_widget_add_controller (cell->box, GTK_EVENT_CONTROLLER (click));
}

/* A row is dragged by its number. */
static GdkContentProvider *
prepare_drag_cb (GtkDragSource *source, double x, double y, ScopeRowCell *cell)
{
  guint place;

  if (!get_place (cell, &place))
    return NULL;
  gtk_drag_source_set_icon (source, gtk_widget_paintable_new (gtk_widget_get_parent (cell->box)), 0, 0);
  return gdk_content_provider_new_typed (G_TYPE_UINT, place);
}

static void
add_drag (ScopeRowCell *cell)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_drag_cb), cell);
  gtk_widget_add_controller (cell->box, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_css_class (cell->label, "dim-label");
  gtk_widget_set_cursor_from_name (cell->box, "grab");
  scope_accessible_set_tip (cell->box, _ ("Drag to another place (Alt+↑, Alt+↓)"));
}

ScopeRowCell *
scope_row_cell_new (ScopeState *state, GtkListItem *item, ScopeRowColumn column)
{
  ScopeRowCell *cell = g_new0 (ScopeRowCell, 1);

  cell->state = state;
  cell->item = item;
  cell->column = column;
  cell->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  cell->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (cell->label), column == SCOPE_ROW_OBSERVED ? 0 : 1);
  gtk_widget_set_hexpand (cell->label, TRUE);
  gtk_widget_add_css_class (cell->label, "numeric");
  scope_direction_keep (cell->label, NULL);
  gtk_box_append (GTK_BOX (cell->box), cell->label);
  g_object_set_data_full (G_OBJECT (cell->box), "row-cell", cell, g_free);
  if (column == SCOPE_ROW_NUMBER)
    add_drag (cell);
  else
    add_click (cell);
  gtk_list_item_set_child (item, cell->box);
  return cell;
}
