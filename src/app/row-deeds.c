/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "row-deeds.h"

#include <glib/gi18n.h>
#include <string.h>

#include "actions.h"
#include "flowers.h"
#include "hint.h"
#include "notices.h"
#include "number-entry.h"
#include "observations.h"
#include "rows-import.h"
#include "stage-style.h"
#include "state-rows.h"

/* Many observations: where they come from, and what is done to the selected one. The callbacks' data is the
 * sidebar. */

#define WORKED_EXAMPLES 3

static gboolean
focus_plot_cb (gpointer sidebar)
{
  gtk_widget_activate_action (sidebar, "win.focus-plot", NULL);
  return G_SOURCE_REMOVE;
}

static void
set_rows (ScopeSidebar *sidebar, const ScopeBatchRow *rows, guint n)
{
  ScopeState *state = scope_sidebar_get_state (sidebar);

  scope_state_set_rows (state, rows, n);
  /* A data set widens the sliders once; its rows then share them. */
  scope_sidebar_widen (sidebar, scope_state_get_row_bound (state));
  /* Later: a menu that closes gives the focus back first. */
  g_idle_add_full (G_PRIORITY_LOW, focus_plot_cb, g_object_ref (sidebar), g_object_unref);
  scope_notice_did (GTK_WIDGET (sidebar), SCOPE_ACT_ROWS);
}

/* What is being typed belongs to the selected one as it is now. */
static ScopeState *
take_typed (ScopeSidebar *sidebar)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (sidebar)));
  GtkWidget *entry = focus != NULL ? gtk_widget_get_ancestor (focus, SCOPE_TYPE_NUMBER_ENTRY) : NULL;

  if (entry != NULL)
    scope_number_entry_commit (SCOPE_NUMBER_ENTRY (entry));
  return scope_sidebar_get_state (sidebar);
}

static GtkWindow *
get_window (ScopeSidebar *sidebar)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (sidebar)));
}

/* --- Where they come from */

static void
set_examples (ScopeSidebar *sidebar, guint first, guint end)
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
  set_rows (sidebar, (const ScopeBatchRow *) (gconstpointer) rows->data, rows->len);
}

static void
three_cb (GSimpleAction *action, GVariant *parameter, gpointer sidebar)
{
  set_examples (sidebar, 0, WORKED_EXAMPLES);
}

static void
iris_cb (GSimpleAction *action, GVariant *parameter, gpointer sidebar)
{
  set_examples (sidebar, WORKED_EXAMPLES, G_MAXUINT);
}

/* A whole file takes the place of what there was. */
static void
opened_cb (GArray *rows, const char *name, gboolean ignored_columns, gpointer sidebar)
{
  /* A lecture has its own flowers. */
  if (scope_stage_style_is_on (sidebar))
    {
      scope_notice_say (sidebar, _ ("Nothing was opened: leave the lecture first"));
      return;
    }
  set_rows (sidebar, (const ScopeBatchRow *) (gconstpointer) rows->data, rows->len);
  if (ignored_columns)
    scope_notice_say (sidebar, _ ("The columns bias and w of the file are not used: all flowers have "
                                  "this b₃ and this wiring"));
}

void
scope_row_deeds_open (ScopeSidebar *sidebar, GFile *const *files, guint n)
{
  ScopeState *state = take_typed (sidebar);

  scope_rows_import_files (get_window (sidebar), state, files, n, opened_cb, sidebar);
}

/* Into a table cells are pasted after the selected one; else they are all there is. */
static void
pasted_cb (GArray *rows, const char *name, gboolean ignored_columns, gpointer sidebar)
{
  ScopeState *state = scope_sidebar_get_state (sidebar);
  const ScopeBatchRow *pasted = (const ScopeBatchRow *) (gconstpointer) rows->data;

  if (scope_state_get_n_rows (state) == 0)
    {
      opened_cb (rows, name, ignored_columns, sidebar);
      return;
    }
  if (rows->len > SCOPE_MOST_OBSERVATIONS - scope_state_get_n_rows (state))
    {
      g_autofree char *said
        = g_strdup_printf (_ ("Nothing was pasted: %d flowers are the most"), SCOPE_MOST_OBSERVATIONS);

      scope_notice_say (sidebar, said);
      return;
    }
  scope_state_insert_rows (state, scope_state_get_selected (state) + 1, pasted, rows->len);
  scope_sidebar_widen (sidebar, scope_state_get_row_bound (state));
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer sidebar)
{
  if (!scope_stage_style_is_on (sidebar))
    scope_rows_import_choose (get_window (sidebar), scope_sidebar_get_state (sidebar), opened_cb, sidebar);
}

static void
paste_cb (GSimpleAction *action, GVariant *parameter, gpointer sidebar)
{
  ScopeState *state = take_typed (sidebar);

  scope_rows_import_clipboard (get_window (sidebar), state, pasted_cb, sidebar);
}

static void
leave_cb (GSimpleAction *action, GVariant *parameter, gpointer sidebar)
{
  scope_state_leave_rows (scope_sidebar_get_state (sidebar));
}

/* --- The selected one */

/* A flower of which the network knows nothing. */
static void
add_cb (GSimpleAction *action, GVariant *parameter, gpointer sidebar)
{
  ScopeState *state = take_typed (sidebar);

  scope_state_insert_rows (state, MAX (scope_state_get_n_rows (state), 1), &(ScopeBatchRow) { 0 }, 1);
}

static void
duplicate_cb (GSimpleAction *action, GVariant *parameter, gpointer sidebar)
{
  ScopeState *state = take_typed (sidebar);
  guint selected = scope_state_get_selected (state);
  ScopeBatchRow row = scope_state_get_rows (state)[selected];

  scope_state_insert_rows (state, selected + 1, &row, 1);
}

static void
remove_cb (GSimpleAction *action, GVariant *parameter, gpointer sidebar)
{
  ScopeState *state = take_typed (sidebar);

  scope_state_remove_row (state, scope_state_get_selected (state));
}

static void
up_cb (GSimpleAction *action, GVariant *parameter, gpointer sidebar)
{
  ScopeState *state = take_typed (sidebar);
  guint selected = scope_state_get_selected (state);

  scope_state_move_row (state, selected, MAX (selected, 1) - 1);
}

static void
down_cb (GSimpleAction *action, GVariant *parameter, gpointer sidebar)
{
  ScopeState *state = take_typed (sidebar);
  guint selected = scope_state_get_selected (state);

  scope_state_move_row (state, selected, selected + 1);
}

/* --- All together */

/* What can be done to the rows there are. */
static void
update (ScopeState *state, GParamSpec *property, GtkWindow *window)
{
  guint n = scope_state_get_n_rows (state), selected = scope_state_get_selected (state);
  const struct
  {
    const char *name;
    gboolean is_enabled;
  } table[] = {
    { "rows-leave", n > 0 },          { "row-duplicate", n > 0 },
    { "row-remove", n > 0 },          { "row-up", n > 0 && selected > 0 },
    { "row-down", selected + 1 < n },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    scope_actions_enable (window, table[i].name, table[i].is_enabled);
}

void
scope_row_deeds_add (GtkWindow *window, ScopeSidebar *sidebar)
{
  static const GActionEntry entries[] = {
    { .name = "rows-three", .activate = three_cb },
    { .name = "rows-iris", .activate = iris_cb },
    { .name = "rows-open", .activate = open_cb },
    { .name = "rows-paste", .activate = paste_cb },
    { .name = "rows-leave", .activate = leave_cb },
    { .name = "row-add", .activate = add_cb },
    { .name = "row-duplicate", .activate = duplicate_cb },
    { .name = "row-remove", .activate = remove_cb },
    { .name = "row-up", .activate = up_cb },
    { .name = "row-down", .activate = down_cb },
  };
  ScopeState *state = scope_sidebar_get_state (sidebar);

  scope_actions_add (window, entries, G_N_ELEMENTS (entries), sidebar);
  gtk_widget_add_controller (GTK_WIDGET (window), scope_rows_import_drop_new (state, opened_cb, sidebar));
  g_signal_connect_object (state, "notify::n-rows", G_CALLBACK (update), window, 0);
  g_signal_connect_object (state, "notify::selected", G_CALLBACK (update), window, 0);
  update (state, NULL, window);
}
