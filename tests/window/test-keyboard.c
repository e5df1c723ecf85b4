/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The way of the focus: Tab through the window, and in lists and tables. */

#include "flowers.h"
#include "in-process.h"
#include "state-rows.h"
#include "tab-stop.h"

static ScopeApplication *application;

static GtkWidget *
get_focus (ScopeWindow *self)
{
  return gtk_root_get_focus (GTK_ROOT (self));
}

static gboolean
has_rows (gpointer data)
{
  ScopeWindow *self = data;
  GtkWidget *view = find_inside (find_part (self, "observations_box"), GTK_TYPE_COLUMN_VIEW);

  return scope_state_get_n_rows (self->state) == 150 && gtk_widget_get_mapped (view)
         && gtk_widget_get_height (view) > 0;
}

/* Whether the focus, or where it was, is in the table. */
static gboolean
is_in (GtkWidget *widget, GtkWidget *root)
{
  return widget != NULL && (widget == root || gtk_widget_is_ancestor (widget, root));
}

/* Goes by Tab until it comes back to where it began; how often it stopped inside of root. */
static guint
count_stops (ScopeWindow *self, GtkWidget *root, GtkDirectionType direction)
{
  guint stops = 0, n = 0;

  gtk_widget_grab_focus (GTK_WIDGET (self->plot));
  do
    {
      gtk_widget_child_focus (GTK_WIDGET (self), direction);
      stops += is_in (get_focus (self), root) ? 1 : 0;
      g_assert_cmpuint (++n, <, 400);
    }
  while (get_focus (self) != GTK_WIDGET (self->plot) && get_focus (self) != NULL);
  return stops;
}

/* 150 rows are one stop, forward and back. */
static void
test_table_is_one_stop (void)
{
  ScopeWindow *self = new_window (application);
  GtkWidget *table, *row;

  act (self, "win.rows-iris", NULL);
  wait_until (has_rows, self);
  table = find_inside (find_part (self, "observations_box"), SCOPE_TYPE_TAB_STOP);
  g_assert_cmpuint (count_stops (self, table, GTK_DIR_TAB_FORWARD), ==, 1);
  g_assert_cmpuint (count_stops (self, table, GTK_DIR_TAB_BACKWARD), ==, 1);

  /* The stop is a row; Return goes into it, and Tab to the entry beside. */
  while (!is_in (get_focus (self), table))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
  row = get_focus (self);
  g_assert_true (GTK_IS_LIST_BASE (gtk_widget_get_parent (row)));
  g_signal_emit_by_name (find_inside (table, GTK_TYPE_COLUMN_VIEW), "activate", 0u);
  for (guint i = 0; i < 4; i++)
    {
      g_assert_true (get_focus (self) != row && is_in (get_focus (self), table));
      gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
    }
  g_assert_false (is_in (get_focus (self), table));
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
is_open (gpointer data)
{
  GtkWidget *view = find_inside (find_part (data, "flowers_button"), GTK_TYPE_LIST_VIEW);

  return view != NULL && gtk_widget_get_mapped (view);
}

/* The list in the popover: search, list, search. */
static void
test_flowers_are_one_stop (void)
{
  ScopeWindow *self = new_window (application);
  GtkWidget *popover, *list, *first;

  gtk_menu_button_popup (scope_sidebar_get_flowers (self->sidebar));
  wait_until (is_open, self);
  popover = GTK_WIDGET (gtk_menu_button_get_popover (scope_sidebar_get_flowers (self->sidebar)));
  list = find_inside (popover, SCOPE_TYPE_TAB_STOP);
  first = get_focus (self);
  g_assert_false (is_in (first, list));
  gtk_widget_child_focus (popover, GTK_DIR_TAB_FORWARD);
  g_assert_true (is_in (get_focus (self), list));
  gtk_widget_child_focus (popover, GTK_DIR_TAB_FORWARD);
  g_assert_false (is_in (get_focus (self), list));
  gtk_window_destroy (GTK_WINDOW (self));
}

/* Enter in the search takes the first that is found: its logits and its species, by its name. */
static void
test_flower_is_chosen (void)
{
  ScopeWindow *self = new_window (application);
  g_autoptr (GPtrArray) flowers = scope_flowers_load ();
  const ScopeFlower *borderline = NULL;
  GtkWidget *search;

  for (guint i = 0; borderline == NULL; i++)
    borderline = ((ScopeFlower *) flowers->pdata[i])->borderline ? flowers->pdata[i] : NULL;
  gtk_menu_button_popup (scope_sidebar_get_flowers (self->sidebar));
  wait_until (is_open, self);
  search = find_inside (find_part (self, "flowers_button"), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (search), "borderline");
  g_signal_emit_by_name (search, "activate");
  g_assert_cmpstr (scope_state_get_flower (self->state), ==, borderline->name);
  g_assert_cmpmem (scope_state_get_parameters (self->state)->a, sizeof borderline->a, borderline->a,
                   sizeof borderline->a);
  g_assert_cmpuint (scope_state_get_parameters (self->state)->observed, ==, borderline->observed);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* What Tab has passed by looks as before. */
static void
test_nothing_stays_selected (void)
{
  ScopeWindow *self = new_window (application);
  GtkLabel *hint;
  int start, end;

  gtk_widget_grab_focus (GTK_WIDGET (self->plot));
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_widget_is_ancestor (get_focus (self), GTK_WIDGET (self->hint_bar)));
  hint = GTK_LABEL (get_focus (self));
  gtk_label_select_region (hint, 0, -1);
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
  g_assert_false (get_focus (self) == GTK_WIDGET (hint));
  g_assert_false (gtk_label_get_selection_bounds (hint, &start, &end));
  gtk_window_destroy (GTK_WINDOW (self));
}

int
main (int argc, char **argv)
{
  char *home = set_up_home ();

  g_setenv ("GTK_A11Y", "none", TRUE);
  g_test_init (&argc, &argv, NULL);
  application = new_application ();
  g_test_add_func ("/keyboard/table-is-one-stop", test_table_is_one_stop);
  g_test_add_func ("/keyboard/flowers-are-one-stop", test_flowers_are_one_stop);
  g_test_add_func ("/keyboard/flower", test_flower_is_chosen);
  g_test_add_func ("/keyboard/nothing-stays-selected", test_nothing_stays_selected);
  return run_tests (application, home);
}
