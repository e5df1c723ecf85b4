/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of a walk's steps: which rows and columns it has, what stands in them, and when it goes. */

#include <math.h>

#include "../iris.h"
#include "descent-section.h"
#include "hidden.h"
#include "in-process.h"
#include "state-rows.h"

#define N_MANY 5000

static ScopeApplication *application;

/* --- The table */

static gboolean
is_table_button (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_TOGGLE_BUTTON (widget)
         && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), "Table") == 0;
}

static GtkWidget *
get_button (ScopeWindow *self)
{
  return find_widget (scope_sidebar_get_descent (self->sidebar), is_table_button, NULL);
}

static GtkWidget *
get_pane (ScopeWindow *self)
{
  return scope_descent_section_get_steps (scope_sidebar_get_descent (self->sidebar));
}

static GtkColumnView *
get_view (ScopeWindow *self)
{
  return GTK_COLUMN_VIEW (find_inside (get_pane (self), GTK_TYPE_COLUMN_VIEW));
}

static void
set_open (ScopeWindow *self, gboolean open)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (get_button (self)), open);
  g_assert_cmpint (gtk_widget_get_mapped (get_pane (self)), ==, open);
}

static guint
count_rows (ScopeWindow *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (get_view (self))));
}

static guint
get_selected (ScopeWindow *self)
{
  return gtk_single_selection_get_selected (
    GTK_SINGLE_SELECTION (gtk_column_view_get_model (get_view (self))));
}

static char *
read_titles (ScopeWindow *self)
{
  GListModel *columns = gtk_column_view_get_columns (get_view (self));
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      g_string_append_printf (titles, "%s%s", i > 0 ? "|" : "", gtk_column_view_column_get_title (column));
    }
  return g_string_free (titles, FALSE);
}

static void
assert_titles (ScopeWindow *self, const char *expected)
{
  g_autofree char *titles = read_titles (self);

  g_assert_cmpstr (titles, ==, expected);
}

static gboolean
is_text (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text);
}

typedef struct
{
  ScopeWindow *self;
  const char *text;
  gboolean stands; /* or does not */
} Cell;

static gboolean
is_so (gpointer data)
{
  const Cell *cell = data;

  return (find_widget (GTK_WIDGET (get_view (cell->self)), is_text, cell->text) != NULL) == cell->stands;
}

/* In some row of it. */
static void
expect (ScopeWindow *self, const char *text)
{
  wait_until (is_so, &(Cell) { self, text, TRUE });
}

static void
expect_not (ScopeWindow *self, const char *text)
{
  wait_until (is_so, &(Cell) { self, text, FALSE });
}

/* --- Tests */

/* A step more is a row more; where the present place is, is selected; a row that is activated is gone to. */
static void
test_goes_on (void)
{
  ScopeWindow *self = new_start (application);

  g_assert_false (gtk_widget_get_sensitive (get_button (self)));
  act (self, "win.descent-step", NULL);
  g_assert_true (gtk_widget_get_sensitive (get_button (self)));
  set_open (self, TRUE);
  g_assert_cmpuint (count_rows (self), ==, 2);
  expect (self, "−1.151");
  expect_not (self, "−0.4443");
  act (self, "win.descent-step", NULL);
  g_assert_cmpuint (count_rows (self), ==, 3);
  g_assert_cmpuint (get_selected (self), ==, 2);
  expect (self, "−1.151");
  expect (self, "−0.4443");
  g_signal_emit_by_name (get_view (self), "activate", 1);
  g_assert_cmpfloat_with_epsilon (scope_state_get_parameters (self->state)->b, -1.1509, 1e-4);
  g_assert_cmpuint (get_selected (self), ==, 1);
  g_assert_cmpuint (count_rows (self), ==, 3);
  /* What is hidden is so in each row, in one that comes, too, until it is revealed. */
  scope_state_set_hide (self->state, SCOPE_QUANTITY_LOSS);
  expect (self, "?");
  expect_not (self, "1.891");
  act (self, "win.descent-step", NULL);
  expect_not (self, "1.226");
  scope_state_set_hide (self->state, 0);
  expect (self, "1.891");
  expect_not (self, "?");
  gtk_window_destroy (GTK_WINDOW (self));
}

static guint
count_text (GtkWidget *widget, const char *text)
{
  guint n = is_text (widget, text);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_text (child, text);
  return n;
}

typedef struct
{
  GtkWidget *view;
  const char *text;
  guint n;
} Count;

static gboolean
is_counted (gpointer data)
{
  const Count *count = data;

  return count_text (count->view, count->text) == count->n;
}

/* What is done while the table is closed is seen in all its rows when it is opened again. */
static void
test_closed (void)
{
  ScopeWindow *self = new_start (application);
  GtkWidget *view;

  act (self, "win.descent-step", NULL);
  set_open (self, TRUE);
  view = GTK_WIDGET (get_view (self));
  expect (self, "1.891");
  /* The last place's rate was the next one's. */
  set_open (self, FALSE);
  scope_state_set_number (self->state, SCOPE_FIELD (rate), 0, 0.25);
  act (self, "win.descent-step", NULL);
  set_open (self, TRUE);
  wait_until (is_counted, &(Count) { view, "0.25", 2 });
  for (guint hidden = 2; hidden-- > 0;)
    {
      set_open (self, FALSE);
      scope_state_set_hide (self->state, hidden ? SCOPE_QUANTITY_LOSS : 0);
      act (self, "win.descent-step", NULL);
      set_open (self, TRUE);
      wait_until (is_counted, &(Count) { view, "1.891", !hidden });
    }
  gtk_window_destroy (GTK_WINDOW (self));
}

/* Where the walk ends there is no table. */
static void
test_ends (void)
{
  ScopeWindow *self = new_start (application);

  act (self, "win.descent-step", NULL);
  set_open (self, TRUE);
  scope_state_set_bias (self->state, 5);
  g_assert_false (gtk_widget_get_mapped (get_pane (self)));
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (get_button (self))));
  g_assert_false (gtk_widget_get_sensitive (get_button (self)));
  gtk_window_destroy (GTK_WINDOW (self));
}

/* Other flowers have other columns, though the walk was a longer one before. */
static void
test_columns (void)
{
  ScopeWindow *self = new_start (application);

  for (guint i = 0; i < 5; i++)
    act (self, "win.descent-step", NULL);
  set_open (self, TRUE);
  assert_titles (self, "step|b₃|p|L|∂L/∂b₃|η|η·∂L/∂b₃");
  expect (self, "−1.151");
  set_open (self, FALSE);
  scope_state_set_rows (self->state, test_flower_rows, 3);
  scope_state_set_bias (self->state, -2);
  act (self, "win.descent-step", NULL);
  set_open (self, TRUE);
  assert_titles (self, "step|b₃|p, flower 1|p, flower 2|p, flower 3|L|∂L/∂b₃|η|η·∂L/∂b₃");
  g_assert_cmpuint (count_rows (self), ==, 2);
  expect (self, "−1.227");
  expect_not (self, "−1.151");
  gtk_window_destroy (GTK_WINDOW (self));
}

/* Sums over very many rows come after their rows; a table that is closed meanwhile wants none. */
static void
test_many (void)
{
  g_autofree ScopeBatchRow *rows = g_new0 (ScopeBatchRow, N_MANY);
  ScopeWindow *self = new_start (application);

  for (guint i = 0; i < N_MANY; i++)
    rows[i] = (ScopeBatchRow) { { fmod (i * 0.618034, 1), fmod (i * 0.414214, 1), 0 }, i % 3 };
  scope_state_set_rows (self->state, rows, N_MANY);
  scope_state_set_number (self->state, SCOPE_FIELD (rate), 0, 1e-4);
  act (self, "win.descent-step", NULL);
  act (self, "win.descent-step", NULL);
  set_open (self, TRUE);
  assert_titles (self, "step|b₃|mean p|L|∂L/∂b₃|η|η·∂L/∂b₃");
  /* At once, before anything could have been found. */
  g_assert_true (is_so (&(Cell) { self, "…", TRUE }));
  set_open (self, FALSE);
  set_open (self, TRUE);
  expect_not (self, "…");
  g_assert_cmpuint (count_rows (self), ==, 3);
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
is_folded (gpointer flap)
{
  return adw_flap_get_folded (flap);
}

/* In a narrow window the sidebar, over the plot, makes way for it. */
static void
test_narrow (void)
{
  ScopeWindow *self = new_start (application);

  act (self, "win.descent-step", NULL);
  set_open (self, TRUE);
  g_assert_true (adw_flap_get_reveal_flap (self->flap));
  set_open (self, FALSE);
  gtk_window_set_default_size (GTK_WINDOW (self), 500, 600);
  wait_until (is_folded, self->flap);
  adw_flap_set_reveal_flap (self->flap, TRUE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (get_button (self)), TRUE);
  g_assert_false (adw_flap_get_reveal_flap (self->flap));
  adw_flap_set_reveal_flap (self->flap, TRUE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (get_button (self)), FALSE);
  g_assert_true (adw_flap_get_reveal_flap (self->flap));
  gtk_window_destroy (GTK_WINDOW (self));
}

int
main (int argc, char **argv)
{
  char *home = set_up_home ();

  g_test_init (&argc, &argv, NULL);
  application = new_still_application ();
  g_test_add_func ("/table/goes-on", test_goes_on);
  g_test_add_func ("/table/closed", test_closed);
  g_test_add_func ("/table/ends", test_ends);
  g_test_add_func ("/table/columns", test_columns);
  g_test_add_func ("/table/many", test_many);
  g_test_add_func ("/table/narrow", test_narrow);
  return run_tests (application, home);
}
