/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A window with very many rows: what is seen and said while their picture is made aside. */

#include <math.h>
#include <string.h>

#include "drawer.h"
#include "hidden.h"
#include "in-process.h"
#include "plot-private.h"
#include "readout.h"
#include "speech.h"
#include "state-aside.h"
#include "state-descent.h"
#include "state-rows.h"
#include "state-undo.h"
#include "value-describe.h"
#include "value-text.h"

#define N_ROWS 3000

static ScopeApplication *application;

static gboolean
is_drawn (gpointer window)
{
  return scope_plot_is_drawn (SCOPE_WINDOW (window)->plot);
}

static void
turn (guint n)
{
  for (guint i = 0; i < n; i++)
    g_main_context_iteration (NULL, FALSE);
}

/* GTK's own test of what is accessible has no announcements, and GTK 4.18 calls them all the same. */
void __wrap_scope_platform_announce (GtkAccessible *accessible, const char *text);

void
__wrap_scope_platform_announce (GtkAccessible *accessible, const char *text)
{
}

/* --- A window */

static ScopeBatchRow *
new_rows (void)
{
  ScopeBatchRow *rows = g_new0 (ScopeBatchRow, N_ROWS);

  for (guint i = 0; i < N_ROWS; i++)
    rows[i] = (ScopeBatchRow) { { 7 * fmod (i * 0.618034, 1) - 3, 5 * fmod (i * 0.414214, 1) - 2,
                                  6 * fmod (i * 0.732051, 1) - 4 },
                                i * 7 % 3 };
  return rows;
}

static ScopeWindow *
new_large_window (void)
{
  g_autofree ScopeBatchRow *rows = new_rows ();
  ScopeWindow *self = new_window (application);

  scope_state_reset (self->state);
  scope_state_set_rows (self->state, rows, N_ROWS);
  return self;
}

/* What is printed is told in words. */
static void
assert_description (ScopeWindow *self, const char *printed)
{
  g_autofree char *expected = scope_speech (printed);
  g_autofree char *wrong = gtk_test_accessible_check_property (GTK_ACCESSIBLE (self->plot->words),
                                                               GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, expected);

  g_assert_cmpstr (wrong, ==, NULL);
}

static const ScopeFigure *
get_drawn (ScopeWindow *self)
{
  return &scope_drawer_get (self->plot->drawer)->copy->figure;
}

/* Nothing but the ground is seen, or nothing that is to be hidden. */
static void
assert_hides (ScopeWindow *self)
{
  const ScopeParameters *in = scope_state_get_parameters (self->state);
  unsigned hidden = scope_hidden_places (scope_state_get_hide (self->state), in), shown;
  g_autofree char *said = scope_value_describe (self->state, SCOPE_VALUE_ROW_BIAS);

  if (scope_scene_get_n_items (scope_plot_get_scene (self->plot)) > 1)
    {
      shown = scope_hidden_places (get_drawn (self)->hide, &get_drawn (self)->parameters);
      g_assert_cmpuint (hidden & ~shown, ==, 0);
    }
  if (hidden & SCOPE_PLACE_LOSS)
    g_assert_true (strstr (said, "loss") == NULL || strstr (said, "loss hidden") != NULL);
}

/* --- Tests */

static void
test_waiting (void)
{
  ScopeWindow *self = new_large_window ();

  g_assert_false (scope_plot_is_drawn (self->plot));
  g_assert_cmpuint (scope_scene_get_n_items (scope_plot_get_scene (self->plot)), ==, 1);
  wait_until (is_drawn, self);
  g_assert_cmpuint (scope_scene_get_n_items (scope_plot_get_scene (self->plot)), >, 20);
  assert_description (self, scope_drawer_get (self->plot->drawer)->description);
  /* The one before is seen until there is another. */
  scope_state_set_bias (self->state, 1);
  g_assert_false (scope_plot_is_drawn (self->plot));
  g_assert_cmpuint (scope_scene_get_n_items (scope_plot_get_scene (self->plot)), >, 20);
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
is_small (gpointer window)
{
  return gtk_widget_get_height (GTK_WIDGET (SCOPE_WINDOW (window)->plot)) < 450 && is_drawn (window);
}

/* Who switches on what has no room is told so when there is a picture to see it in; a lecture that came between
 * has made one forget it. */
static void
test_missing (void)
{
  for (guint lecture = 0; lecture < 2; lecture++)
    {
      ScopeWindow *self = new_large_window ();

      gtk_window_set_default_size (GTK_WINDOW (self), 700, 420);
      wait_until (is_small, self);
      scope_state_set_show (self->state, scope_state_get_show (self->state) | SCOPE_SHOW_PROBABILITIES);
      g_assert_false (scope_plot_is_drawn (self->plot));
      g_assert_null (scope_said_get_text (self->said));
      if (lecture)
        {
          act (self, "win.present", NULL);
          wait_until (is_full_screen, self);
          act (self, "win.present", NULL);
        }
      wait_until (is_small, self);
      g_assert_cmpuint (scope_plot_get_missing (self->plot) & SCOPE_SHOW_PROBABILITIES, !=, 0);
      g_assert_cmpint (scope_said_get_text (self->said) != NULL, ==, !lecture);
      gtk_window_destroy (GTK_WINDOW (self));
    }
}

/* What shows more than it should is gone at once, for screen readers, too. */
static void
test_hidden (void)
{
  ScopeWindow *self = new_large_window ();

  wait_until (is_drawn, self);
  scope_state_set_hide (self->state, SCOPE_QUANTITY_ALL);
  g_assert_cmpuint (scope_scene_get_n_items (scope_plot_get_scene (self->plot)), ==, 1);
  assert_description (self, "");
  assert_hides (self);
  wait_until (is_drawn, self);
  g_assert_cmpuint (get_drawn (self)->hide, ==, SCOPE_QUANTITY_ALL);
  g_assert_cmpuint (scope_scene_get_n_items (scope_plot_get_scene (self->plot)), >, 20);
  /* Who reveals sees the hidden one meanwhile, which says less. */
  scope_state_set_hide (self->state, 0);
  g_assert_cmpuint (scope_scene_get_n_items (scope_plot_get_scene (self->plot)), >, 20);
  for (guint i = 0; i < 40; i++)
    {
      scope_state_set_hide (self->state, i % 3 == 0 ? 0 : 1u << (i % SCOPE_N_QUANTITIES));
      assert_hides (self);
      turn (i % 7);
      assert_hides (self);
    }
  wait_until (is_drawn, self);
  assert_hides (self);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* A drag is followed, and never backwards. */
static void
test_dragged (void)
{
  ScopeWindow *self = new_large_window ();
  double last = -1;

  scope_state_set_bias (self->state, last);
  wait_until (is_drawn, self);
  scope_state_begin_drag (self->state);
  for (guint i = 0; i < 40; i++)
    {
      scope_state_set_bias (self->state, -1 + 0.05 * i);
      scope_plot_get_scene (self->plot);
      turn (1 + i % 5);
      g_assert_cmpfloat (get_drawn (self)->parameters.b, >=, last);
      last = get_drawn (self)->parameters.b;
    }
  scope_state_end_drag (self->state);
  wait_until (is_drawn, self);
  g_assert_cmpfloat (get_drawn (self)->parameters.b, ==, scope_state_get_parameters (self->state)->b);
  g_assert_true (get_drawn (self)->settled);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* Rows come and go while they are drawn. */
static void
test_edited (void)
{
  ScopeWindow *self = new_large_window ();
  g_autofree ScopeBatchRow *rows = new_rows ();

  for (guint i = 0; i < 30; i++)
    {
      if (i % 6 == 0)
        scope_state_insert_rows (self->state, 0, rows, 5);
      else if (i % 6 == 1)
        scope_state_remove_row (self->state, i);
      else if (i % 6 == 2)
        scope_state_leave_rows (self->state);
      else if (i % 6 == 5)
        scope_state_select_row (self->state, 17 * i);
      else
        scope_state_undo (self->state);
      scope_plot_get_scene (self->plot);
      turn (i % 4);
    }
  scope_state_set_rows (self->state, rows, N_ROWS - 1);
  wait_until (is_drawn, self);
  g_assert_cmpuint (get_drawn (self)->many->n, ==, N_ROWS - 1);
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
has_walked (gpointer window)
{
  return scope_state_get_walk (SCOPE_WINDOW (window)->state)->n == 2;
}

/* Where the minimum is not known yet, the way to it waits until it is. */
static void
test_minimum (void)
{
  ScopeWindow *self = new_large_window ();
  ScopeBatchRow row;
  ScopeBatch batch;
  ScopeMinimum minimum;

  g_assert_false (scope_state_knows_minimum (self->state));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.descent-minimum", NULL);
  g_assert_false (has_walked (self));
  wait_until (has_walked, self);
  batch = scope_state_get_batch (self->state, &row);
  g_assert_cmpint (scope_minimum_find (&batch, &minimum), ==, SCOPE_STATUS_OK);
  g_assert_cmpfloat (scope_state_get_parameters (self->state)->b, ==, minimum.b);
  wait_until (is_drawn, self);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* Who does something else meanwhile does not go there later. */
static void
test_no_minimum (void)
{
  ScopeWindow *self = new_large_window ();

  gtk_widget_activate_action (GTK_WIDGET (self), "win.descent-minimum", NULL);
  scope_state_set_bias (self->state, 3);
  wait_until (is_drawn, self);
  g_assert_true (scope_state_knows_minimum (self->state));
  g_assert_cmpfloat (scope_state_get_parameters (self->state)->b, ==, 3);
  g_assert_false (scope_descent_deeds_is_waiting (self->descending));
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
has_read (gpointer window)
{
  ScopePlot *plot = SCOPE_WINDOW (window)->plot;

  return plot->reader != NULL && !scope_drawer_is_busy (plot->reader);
}

/* The crosshair reads a sum, which is made aside, too: the last place wins, and a change ends it.
 */
static void
test_crosshair (void)
{
  static const ScopeRect rect = { 100, 50, 1000, 200 };
  ScopeWindow *self = new_large_window ();
  g_autofree char *expected = NULL, *text = NULL, *last = NULL;
  ScopeFigure figure;

  wait_until (is_drawn, self);
  scope_plot_get_figure (self->plot, &figure);
  expected = scope_readout_text (&figure, SCOPE_PANEL_LOSS, &rect, 700);
  for (guint x = 200; x <= 700; x += 100)
    g_assert_null (scope_plot_read_aside (self->plot, &figure, SCOPE_PANEL_LOSS, &rect, x));
  wait_until (has_read, self);
  text = scope_plot_read_aside (self->plot, &figure, SCOPE_PANEL_LOSS, &rect, 700);
  g_assert_cmpstr (text, ==, expected);
  /* What was read last stands until the next place is read; in another panel it says nothing. */
  last = scope_plot_read_aside (self->plot, &figure, SCOPE_PANEL_LOSS, &rect, 800);
  g_assert_cmpstr (last, ==, expected);
  g_assert_null (scope_plot_read_aside (self->plot, &figure, SCOPE_PANEL_GRADIENT, &rect, 700));
  scope_state_set_bias (self->state, 1);
  wait_until (has_read, self);
  g_assert_null (scope_plot_read_aside (self->plot, &figure, SCOPE_PANEL_GRADIENT, &rect, 700));
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
is_gone (gpointer plot)
{
  return *(gpointer *) plot == NULL;
}

static void
test_closed (void)
{
  for (guint i = 0; i < 6; i++)
    {
      ScopeWindow *self = new_large_window ();
      gpointer plot = self->plot;

      g_object_add_weak_pointer (plot, &plot);
      scope_plot_get_scene (self->plot);
      turn (3 * i);
      gtk_window_destroy (GTK_WINDOW (self));
      wait_until (is_gone, &plot);
    }
}

static gboolean
is_listed (gpointer view)
{
  return g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (view))) == N_ROWS;
}

/* By its button, with a state that takes long to write: out of sight at once, and there again at
 * the next start. */
static void
test_left (void)
{
  ScopeWindow *self = new_large_window ();
  g_autoptr (ScopeKeeping) keeping = scope_keeping_new ();
  gpointer plot = self->plot;

  g_object_add_weak_pointer (plot, &plot);
  scope_state_set_bias (self->state, 1.25);
  gtk_window_close (GTK_WINDOW (self));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (self)));
  gtk_window_close (GTK_WINDOW (self));
  wait_until (is_gone, &plot);
  self = SCOPE_WINDOW (
    scope_window_new (GTK_APPLICATION (application), keeping, scope_application_get_settings (application)));
  g_assert_cmpuint (scope_state_get_n_rows (self->state), ==, N_ROWS);
  g_assert_cmpfloat (scope_state_get_parameters (self->state)->b, ==, 1.25);
  /* The list is filled when the window is there. */
  wait_until (is_listed, find_inside (find_part (self, "observations_box"), GTK_TYPE_COLUMN_VIEW));
  gtk_window_destroy (GTK_WINDOW (self));
}

int
main (int argc, char **argv)
{
  char *home = set_up_home ();

  g_setenv ("GTK_A11Y", "test", TRUE);
  g_test_init (&argc, &argv, NULL);
  /* A sidebar that folds meanwhile gives the plot another size, and what was read another place. */
  application = new_still_application ();
  g_test_add_func ("/aside/waiting", test_waiting);
  g_test_add_func ("/aside/missing", test_missing);
  g_test_add_func ("/aside/hidden", test_hidden);
  g_test_add_func ("/aside/dragged", test_dragged);
  g_test_add_func ("/aside/edited", test_edited);
  g_test_add_func ("/aside/minimum", test_minimum);
  g_test_add_func ("/aside/no-minimum", test_no_minimum);
  g_test_add_func ("/aside/crosshair", test_crosshair);
  g_test_add_func ("/aside/closed", test_closed);
  g_test_add_func ("/aside/left", test_left);
  return run_tests (application, home);
}
