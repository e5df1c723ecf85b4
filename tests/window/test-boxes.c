/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What holds other widgets, by itself: rows that break, and lists that Tab passes in one step. */

#include <gtk/gtk.h>

#include "flow.h"
#include "tab-stop.h"

#define SPACING 6
#define WIDTH 100
#define HEIGHT 20

/* --- Rows that break */

/* So many boxes of one size. */
static ScopeFlow *
new_flow (guint n)
{
  ScopeFlow *flow = SCOPE_FLOW (g_object_ref_sink (scope_flow_new (SPACING)));

  for (guint i = 0; i < n; i++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_widget_set_size_request (box, WIDTH, HEIGHT);
      scope_flow_append (flow, box);
    }
  return flow;
}

static GtkWidget *
get_child (ScopeFlow *flow, guint i)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (flow));

  while (i-- > 0)
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static void
assert_size (ScopeFlow *flow, int width, int minimum, int natural, int height)
{
  int measured[3];

  gtk_widget_measure (GTK_WIDGET (flow), GTK_ORIENTATION_HORIZONTAL, -1, &measured[0], &measured[1], NULL,
                      NULL);
  gtk_widget_measure (GTK_WIDGET (flow), GTK_ORIENTATION_VERTICAL, width, &measured[2], NULL, NULL, NULL);
  g_assert_cmpint (measured[0], ==, minimum);
  g_assert_cmpint (measured[1], ==, natural);
  g_assert_cmpint (measured[2], ==, height);
}

static void
assert_place (GtkWidget *child, int x, int y)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (child, gtk_widget_get_parent (child), &bounds));
  g_assert_cmpfloat (bounds.origin.x, ==, x);
  g_assert_cmpfloat (bounds.origin.y, ==, y);
}

static void
test_flow (void)
{
  g_autoptr (ScopeFlow) flow = new_flow (3);

  assert_size (flow, 3 * WIDTH + 2 * SPACING, WIDTH, 3 * WIDTH + 2 * SPACING, HEIGHT);
  assert_size (flow, 3 * WIDTH, WIDTH, 3 * WIDTH + 2 * SPACING, 2 * HEIGHT + SPACING);
  assert_size (flow, WIDTH, WIDTH, 3 * WIDTH + 2 * SPACING, 3 * HEIGHT + 2 * SPACING);
  gtk_widget_size_allocate (GTK_WIDGET (flow), &(GtkAllocation) { 0, 0, 3 * WIDTH, 2 * HEIGHT + SPACING },
                            -1);
  assert_place (get_child (flow, 1), WIDTH + SPACING, 0);
  assert_place (get_child (flow, 2), 0, HEIGHT + SPACING);
}

/* What is hidden takes no room, wherever it stands, nor is there a gap for it. */
static void
test_hidden (void)
{
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (ScopeFlow) flow = new_flow (3);

      gtk_widget_set_size_request (get_child (flow, i), 2 * WIDTH, 2 * HEIGHT);
      gtk_widget_set_visible (get_child (flow, i), FALSE);
      assert_size (flow, 2 * WIDTH + SPACING, WIDTH, 2 * WIDTH + SPACING, HEIGHT);
      assert_size (flow, WIDTH, WIDTH, 2 * WIDTH + SPACING, 2 * HEIGHT + SPACING);
      gtk_widget_size_allocate (GTK_WIDGET (flow), &(GtkAllocation) { 0, 0, 2 * WIDTH + SPACING, HEIGHT },
                                -1);
      assert_place (get_child (flow, i == 0), 0, 0);
      assert_place (get_child (flow, i == 2 ? 1 : 2), WIDTH + SPACING, 0);
    }
}

static void
test_empty (void)
{
  g_autoptr (ScopeFlow) none = new_flow (0), hidden = new_flow (1);

  assert_size (none, WIDTH, 0, 0, 0);
  gtk_widget_set_visible (get_child (hidden, 0), FALSE);
  assert_size (hidden, WIDTH, 0, 0, 0);
}

/* --- Lists that Tab passes in one step */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("1"));
  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("2"));
  gtk_list_item_set_child (item, box);
}

/* So many rows with two buttons each. */
static GtkWidget *
new_list (guint n)
{
  GtkStringList *rows = gtk_string_list_new (NULL);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (rows, "row");
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  return gtk_list_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (rows))), factory);
}

static GtkWidget *
new_window (GtkWidget *inside, GtkWidget **before, GtkWidget **after)
{
  GtkWidget *window = gtk_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  *before = gtk_button_new_with_label ("Before");
  *after = gtk_button_new_with_label ("After");
  gtk_box_append (GTK_BOX (box), *before);
  gtk_box_append (GTK_BOX (box), scope_tab_stop_new (inside));
  gtk_box_append (GTK_BOX (box), *after);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_widget_get_mapped (window) || gtk_widget_get_width (window) == 0)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_grab_focus (*before);
  return window;
}

static GtkWidget *
get_focus (GtkWidget *window)
{
  return gtk_window_get_focus (GTK_WINDOW (window));
}

static void
assert_row (GtkWidget *window, GtkWidget *list)
{
  g_assert_true (gtk_widget_get_parent (get_focus (window)) == list);
}

static void
test_tab_stop (void)
{
  GtkWidget *list = new_list (3), *before, *after, *window = new_window (list, &before, &after), *first;

  /* Into it from either side, to a row itself, and out of it again. */
  gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
  assert_row (window, list);
  gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
  g_assert_true (get_focus (window) == after);
  gtk_widget_child_focus (window, GTK_DIR_TAB_BACKWARD);
  assert_row (window, list);
  gtk_widget_child_focus (window, GTK_DIR_TAB_BACKWARD);
  g_assert_true (get_focus (window) == before);

  /* An arrow goes to what the list has for it first, a row or, in GTK 4.8, a button. */
  gtk_widget_child_focus (list, GTK_DIR_DOWN);
  first = get_focus (window);
  g_assert_true (gtk_widget_is_ancestor (first, list));
  gtk_widget_grab_focus (before);
  gtk_widget_child_focus (window, GTK_DIR_DOWN);
  g_assert_true (get_focus (window) == first);
  gtk_widget_grab_focus (before);

  gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
  assert_row (window, list);
  gtk_widget_child_focus (window, GTK_DIR_DOWN);
  g_assert_true (gtk_widget_is_ancestor (get_focus (window), list));
  gtk_widget_grab_focus (before);

  /* Within a row from entry to entry, and from the last one on, not to the next row. */
  gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
  assert_row (window, list);
  g_assert_true (gtk_widget_child_focus (get_focus (window), GTK_DIR_TAB_FORWARD));
  g_assert_true (GTK_IS_BUTTON (get_focus (window)));
  gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (get_focus (window))), ==, "2");
  gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
  g_assert_true (get_focus (window) == after);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Where there is nothing to go to, Tab goes past; what is no list is left by one Tab, too. */
static void
test_tab_stop_without_rows (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *before, *after;
  GtkWidget *window = new_window (gtk_label_new ("Nothing"), &before, &after);

  gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
  g_assert_true (get_focus (window) == after);
  gtk_window_destroy (GTK_WINDOW (window));

  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("1"));
  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("2"));
  window = new_window (box, &before, &after);
  gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (get_focus (window))), ==, "1");
  gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
  g_assert_true (get_focus (window) == after);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/boxes/flow", test_flow);
  g_test_add_func ("/boxes/hidden", test_hidden);
  g_test_add_func ("/boxes/empty", test_empty);
  g_test_add_func ("/boxes/tab-stop", test_tab_stop);
  g_test_add_func ("/boxes/tab-stop-without-rows", test_tab_stop_without_rows);
  return g_test_run ();
}
