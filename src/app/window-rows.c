/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "window-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "flowers.h"
#include "number-entry.h"
#include "observations.h"
#include "row-section.h"
#include "rows-import.h"

/* Many observations in the window: where they come from, and what is done to the selected one. */

#define WORKED_EXAMPLES 3

/* A data set widens the sliders once; its rows then share them. */
void
scope_window_widen_sliders (ScopeWindow *self, double bound)
{
  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    scope_value_row_set_bound (self->rows[k], bound);
}

static gboolean
focus_plot_cb (gpointer window)
{
  gtk_widget_activate_action (window, "win.focus-plot", NULL);
  return G_SOURCE_REMOVE;
}

static void
set_rows (ScopeWindow *self, const ScopeBatchRow *rows, guint n)
{
  scope_state_set_rows (self->state, rows, n);
  scope_window_widen_sliders (self, scope_state_get_row_bound (self->state));
  /* Later: a menu that closes gives the focus back first. */
  g_idle_add_full (G_PRIORITY_LOW, focus_plot_cb, g_object_ref (self), g_object_unref);
  scope_notice_did (GTK_WIDGET (self), SCOPE_ACT_ROWS);
}

/* What is being typed belongs to the selected one as it is now. */
static ScopeState *
take_typed (GtkWidget *window)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));
  GtkWidget *entry = focus != NULL ? gtk_widget_get_ancestor (focus, SCOPE_TYPE_NUMBER_ENTRY) : NULL;

  if (entry != NULL)
    scope_number_entry_commit (SCOPE_NUMBER_ENTRY (entry));
  return SCOPE_WINDOW (window)->state;
}

/* --- Where they come from */

static void
set_examples (ScopeWindow *self, guint first, guint end)
{
  g_autoptr (GPtrArray) flowers = scope_flowers_load ();
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (ScopeBatchRow));

  for (guint i = first; i < MIN (end, flowers->len); i++)
    {
      const ScopeFlower *flower = flowers->pdata[i];
      ScopeBatchRow row = { .observed = flower->observed };

      memcpy (row.a, flower->a, sizeof row.a);
      g_array_append_val (rows, row);
    }
  set_rows (self, (const ScopeBatchRow *) (gconstpointer) rows->data, rows->len);
}

static void
three_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_examples (SCOPE_WINDOW (widget), 0, WORKED_EXAMPLES);
}

static void
iris_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_examples (SCOPE_WINDOW (widget), WORKED_EXAMPLES, G_MAXUINT);
}

/* A whole file takes the place of what there was. */
static void
opened_cb (GArray *rows, const char *name, gboolean ignored_columns, gpointer data)
{
  ScopeWindow *self = data;

  /* A lecture has its own flowers. */
  if (self->presenting)
    {
      scope_notice_say (GTK_WIDGET (self), _ ("Nothing was opened: leave the lecture first"));
      return;
    }
  set_rows (self, (const ScopeBatchRow *) (gconstpointer) rows->data, rows->len);
  if (ignored_columns)
    scope_notice_say (GTK_WIDGET (self),
                      _ ("The columns bias and w of the file are not used: all flowers have "
                         "this b₃ and this wiring"));
}

void
scope_window_open_files (ScopeWindow *self, GFile *const *files, guint n)
{
  take_typed (GTK_WIDGET (self));
  scope_rows_import_files (GTK_WINDOW (self), self->state, files, n, opened_cb, self);
}

/* Into a table cells are pasted after the selected one; else they are all there is. */
static void
pasted_cb (GArray *rows, const char *name, gboolean ignored_columns, gpointer data)
{
  ScopeWindow *self = data;
  const ScopeBatchRow *pasted = (const ScopeBatchRow *) (gconstpointer) rows->data;

  if (scope_state_get_n_rows (self->state) == 0)
    {
      opened_cb (rows, name, ignored_columns, data);
      return;
    }
  if (rows->len > SCOPE_MOST_OBSERVATIONS - scope_state_get_n_rows (self->state))
    {
      g_autofree char *said
        = g_strdup_printf (_ ("Nothing was pasted: %d flowers are the most"), SCOPE_MOST_OBSERVATIONS);

      scope_notice_say (GTK_WIDGET (self), said);
      return;
    }
  scope_state_insert_rows (self->state, scope_state_get_selected (self->state) + 1, pasted, rows->len);
  scope_window_widen_sliders (self, scope_state_get_row_bound (self->state));
}

static void
open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ScopeWindow *self = SCOPE_WINDOW (widget);

  if (!self->presenting)
    scope_rows_import_choose (GTK_WINDOW (self), self->state, opened_cb, self);
}

static void
paste_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ScopeWindow *self = SCOPE_WINDOW (widget);

  take_typed (widget);
  scope_rows_import_clipboard (GTK_WINDOW (self), self->state, pasted_cb, self);
}

static void
leave_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  scope_state_leave_rows (SCOPE_WINDOW (widget)->state);
}

/* --- The selected one */

/* A flower of which the network knows nothing. */
static void
add_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ScopeState *state = take_typed (widget);

  scope_state_insert_rows (state, MAX (scope_state_get_n_rows (state), 1), &(ScopeBatchRow) { 0 }, 1);
}

static void
duplicate_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ScopeState *state = take_typed (widget);
  guint selected = scope_state_get_selected (state);
  ScopeBatchRow row = scope_state_get_rows (state)[selected];

  scope_state_insert_rows (state, selected + 1, &row, 1);
}

static void
remove_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ScopeState *state = take_typed (widget);

  scope_state_remove_row (state, scope_state_get_selected (state));
}

static void
up_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ScopeState *state = take_typed (widget);
  guint selected = scope_state_get_selected (state);

  scope_state_move_row (state, selected, MAX (selected, 1) - 1);
}

static void
down_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ScopeState *state = take_typed (widget);
  guint selected = scope_state_get_selected (state);

  scope_state_move_row (state, selected, selected + 1);
}

/* --- */

void
scope_window_install_rows (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.rows-three", NULL, three_cb);
  gtk_widget_class_install_action (klass, "win.rows-iris", NULL, iris_cb);
  gtk_widget_class_install_action (klass, "win.rows-open", NULL, open_cb);
  gtk_widget_class_install_action (klass, "win.rows-paste", NULL, paste_cb);
  gtk_widget_class_install_action (klass, "win.rows-leave", NULL, leave_cb);
  gtk_widget_class_install_action (klass, "win.row-add", NULL, add_cb);
  gtk_widget_class_install_action (klass, "win.row-duplicate", NULL, duplicate_cb);
  gtk_widget_class_install_action (klass, "win.row-remove", NULL, remove_cb);
  gtk_widget_class_install_action (klass, "win.row-up", NULL, up_cb);
  gtk_widget_class_install_action (klass, "win.row-down", NULL, down_cb);
}

/* What can be done to the rows there are, and whose the sliders are. */
static void
update (ScopeWindow *self)
{
  guint n = scope_state_get_n_rows (self->state), selected = scope_state_get_selected (self->state);
  GtkWidget *widget = GTK_WIDGET (self);
  /* Translators: the number of the flower that the sliders belong to. */
  g_autofree char *heading = g_strdup_printf (_ ("Flower %u: logits, without b₃"), selected + 1);

  gtk_label_set_text (self->logits_heading, n > 0 ? heading : _ ("Logits, without b₃"));
  /* Kept curves are one flower's, and wait for one. */
  gtk_widget_set_visible (self->ghosts_box, n == 0);
  gtk_widget_action_set_enabled (widget, "win.rows-leave", n > 0);
  gtk_widget_action_set_enabled (widget, "win.row-duplicate", n > 0);
  gtk_widget_action_set_enabled (widget, "win.row-remove", n > 0);
  gtk_widget_action_set_enabled (widget, "win.row-up", n > 0 && selected > 0);
  gtk_widget_action_set_enabled (widget, "win.row-down", selected + 1 < n);
}

void
scope_window_init_rows (ScopeWindow *self)
{
  GtkWidget *section = g_object_new (SCOPE_TYPE_ROW_SECTION, "state", self->state, NULL);

  gtk_box_append (GTK_BOX (self->observations_box), section);
  gtk_widget_add_controller (GTK_WIDGET (self), scope_rows_import_drop_new (self->state, opened_cb, self));
  g_signal_connect_object (self->state, "notify::n-rows", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state, "notify::selected", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  scope_window_widen_sliders (self, scope_state_get_row_bound (self->state));
}
