/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "state-axis.h"
#include "state-compare.h"
#include "state-figure.h"
#include "state-file.h"
#include "state-lecture.h"
#include "state-object.h"
#include "state-rows.h"
#include "state-save.h"
#include "state-undo.h"
#include "state.h"

#include <math.h>

#include "iris.h"
#include "lecture.h"

/* A property, a number that it can be set to, or comes to, and one that it cannot, NAN for none. */
typedef struct
{
  const char *name;
  double value, wrong;
} Case;

static const Case writable[] = {
  { "logit-1", 1.5, NAN },
  { "logit-2", -1e300, NAN },
  { "logit-3", 7, NAN },
  { "bias", 3, NAN },
  { "weight-1", 0.5, NAN },
  { "weight-2", -2, NAN },
  { "weight-3", 1e-300, NAN },
  { "rate", 0.25, 0 },
  { "rate", 1e300, -1 },
  { "rate", 1e-300, NAN },
  { "shift", -4, NAN },
  { "step-h", 0.5, 0 },
  { "step-h", 0.125, -1 },
  { "step-h", 0.75, NAN },
  { "observed", 2, NAN },
  { "wiring", SCOPE_WIRING_CLASS_3, NAN },
  { "wiring", SCOPE_WIRING_CUSTOM, NAN },
  { "selected", 2, 3 },
  { "mean", TRUE, NAN },
  { "show-bar", FALSE, NAN },
  { "show-descent", TRUE, NAN },
};

static void
get_double (ScopeState *state, const char *name, double *value)
{
  g_auto (GValue) has = G_VALUE_INIT, number = G_VALUE_INIT;

  g_object_get_property (G_OBJECT (state), name, &has);
  g_value_init (&number, G_TYPE_DOUBLE);
  if (G_VALUE_HOLDS_BOOLEAN (&has))
    g_value_set_double (&number, g_value_get_boolean (&has));
  else
    g_assert_true (g_value_transform (&has, &number));
  *value = g_value_get_double (&number);
}

static void
set_double (ScopeState *state, const char *name, double value)
{
  GParamSpec *spec = g_object_class_find_property (G_OBJECT_GET_CLASS (state), name);
  g_auto (GValue) number = G_VALUE_INIT, sets = G_VALUE_INIT;

  g_value_init (&sets, spec->value_type);
  if (G_VALUE_HOLDS_BOOLEAN (&sets))
    g_value_set_boolean (&sets, value != 0);
  else
    {
      g_value_init (&number, G_TYPE_DOUBLE);
      g_value_set_double (&number, value);
      g_assert_true (g_value_transform (&number, &sets));
    }
  g_object_set_property (G_OBJECT (state), name, &sets);
}

static void
count_cb (guint *n)
{
  ++*n;
}

/* Set, it is what it was set to and says so once, undo leads back; set to the same or to what it cannot be, it
 * says nothing and leaves nothing to undo. */
static void
test_writable (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (writable); i++)
    {
      const Case *test = &writable[i];
      g_autofree char *signal = g_strconcat ("notify::", test->name, NULL);
      g_autoptr (ScopeState) state = scope_state_new ();
      guint notified = 0, changed = 0;
      double before, now;

      scope_state_set_rows (state, test_flower_rows, 3);
      get_double (state, test->name, &before);
      g_signal_connect_swapped (state, signal, G_CALLBACK (count_cb), &notified);
      g_signal_connect_swapped (state, "changed", G_CALLBACK (count_cb), &changed);
      set_double (state, test->name, test->value);
      get_double (state, test->name, &now);
      g_test_message ("%s: %g, then %g", test->name, before, now);
      g_assert_cmpfloat (before, !=, test->value);
      g_assert_cmpfloat (now, ==, test->value);
      set_double (state, test->name, test->value);
      if (!isnan (test->wrong))
        set_double (state, test->name, test->wrong);
      get_double (state, test->name, &now);
      g_assert_cmpfloat (now, ==, test->value);
      g_assert_cmpuint (notified, ==, 1);
      g_assert_cmpuint (changed, ==, 1);
      scope_state_undo (state);
      get_double (state, test->name, &now);
      /* To look at another row is no step: what is undone is that there are rows. */
      g_assert_cmpfloat (now, ==, g_str_equal (test->name, "selected") ? 0 : before);
    }
}

/* What is asked alone follows what is done. */
static void
test_readable (void)
{
  g_autoptr (ScopeState) state = scope_state_new ();
  g_autofree char *flower = NULL, *none = NULL;
  g_autoptr (GString) name = g_string_new (NULL);
  gboolean can_undo, can_redo;
  guint n_ghosts, n_rows;

  scope_state_choose_flower (state, "Rose", (const double[]) { 1, 2, 3 }, 1);
  g_object_get (state, "flower", &flower, NULL);
  g_assert_cmpstr (flower, ==, "Rose");
  /* As much of a name as there is room for ends with a whole character. */
  for (guint i = 0; i < 40; i++)
    g_string_append (name, "é");
  scope_state_choose_flower (state, name->str, (const double[]) { 1, 2, 4 }, 1);
  g_string_truncate (name, 62);
  g_assert_cmpstr (scope_state_get_flower (state), ==, name->str);
  scope_state_keep_curve (state);
  scope_state_set_rows (state, test_flower_rows, 3);
  scope_state_undo (state);
  scope_state_redo (state);
  g_object_get (state, "flower", &none, "n-ghosts", &n_ghosts, "n-rows", &n_rows, "can-undo", &can_undo,
                "can-redo", &can_redo, NULL);
  g_assert_null (none);
  g_assert_cmpuint (n_ghosts, ==, 1);
  g_assert_cmpuint (n_rows, ==, 3);
  g_assert_true (can_undo);
  g_assert_false (can_redo);
}

static void
show_step (ScopeState *state)
{
  ScopeValues step;

  scope_lecture_fill_values (0, &step);
  scope_state_begin_lecture (state);
  scope_state_show_step (state, &step);
}

static void
take_names (ScopeState *state, GParamSpec *spec, char **names)
{
  g_auto (GStrv) list = NULL;

  g_free (*names);
  g_object_get (state, "classes", &list, NULL);
  *names = g_strjoinv (",", list);
}

/* What the classes are called is a step of undo each, kept, and the lecture's, too; a wrong name changes nothing. */
static void
test_classes (void)
{
  g_autoptr (ScopeState) state = scope_state_new (), later = scope_state_new ();
  g_autofree char *names = NULL, *text = NULL;
  ScopeScenario all = *scope_state_get_scenario (state);
  guint changed = 0;

  g_signal_connect (state, "notify::classes", G_CALLBACK (take_names), &names);
  g_signal_connect_swapped (state, "changed", G_CALLBACK (count_cb), &changed);
  g_assert_cmpstr (scope_state_set_class (state, 1, " cat "), ==, NULL);
  g_assert_cmpstr (names, ==, "Setosa,cat,Virginica");
  g_assert_nonnull (scope_state_set_class (state, 0, "Cat"));
  g_assert_cmpstr (scope_state_set_class (state, 1, "cat"), ==, NULL);
  g_assert_cmpuint (changed, ==, 1);
  all.classes = (ScopeClasses) { { "a; b", "c\\n", "=d" } };
  scope_state_set_scenario (state, &all);
  g_assert_cmpstr (names, ==, "a; b,c\\n,=d");
  text = scope_state_save (state);
  scope_state_begin_lecture (state);
  show_step (state);
  g_assert_true (scope_classes_equal (scope_state_get_classes (state), &all.classes));
  scope_state_end_lecture (state);
  scope_state_undo (state);
  g_assert_cmpstr (names, ==, "Setosa,cat,Virginica");
  scope_state_undo (state);
  g_assert_cmpstr (names, ==, "Setosa,Versicolor,Virginica");
  scope_state_redo (state);
  g_assert_cmpstr (names, ==, "Setosa,cat,Virginica");
  scope_state_reset (state);
  g_assert_cmpstr (names, ==, "Setosa,Versicolor,Virginica");
  g_assert_true (scope_state_restore (later, text));
  g_assert_true (scope_classes_equal (scope_state_get_classes (later), &all.classes));
}

/* A number that is none is nobody's, and no drag ends that did not begin. */
static void
test_refused (void)
{
  g_autoptr (ScopeState) state = scope_state_new ();
  guint changed = 0, settled = 0;

  g_signal_connect_swapped (state, "changed", G_CALLBACK (count_cb), &changed);
  g_signal_connect_swapped (state, "settled", G_CALLBACK (count_cb), &settled);
  for (guint k = 0; k < SCOPE_N_CLASSES; k++)
    {
      scope_state_set_number (state, SCOPE_FIELD (parameters.w), k, NAN);
      scope_state_set_number (state, SCOPE_FIELD (parameters.a), k, k == 0 ? NAN : INFINITY);
    }
  scope_state_set_bias (state, -INFINITY);
  scope_state_set_number (state, SCOPE_FIELD (parameters.shift), 0, INFINITY);
  scope_state_set_number (state, SCOPE_FIELD (rate), 0, INFINITY);
  scope_state_set_number (state, SCOPE_FIELD (rate), 0, 0);
  scope_state_set_number (state, SCOPE_FIELD (step_h), 0, INFINITY);
  scope_state_set_observed (state, SCOPE_N_CLASSES);
  scope_state_set_estimate (state, INFINITY);
  scope_state_leave_rows (state);
  scope_state_set_mean (state, TRUE);
  scope_state_select_row (state, 0);
  scope_state_move_row (state, 0, 0);
  scope_state_remove_row (state, 0);
  scope_state_insert_rows (state, 2, test_flower_rows, 1);
  scope_state_insert_rows (state, 0, test_flower_rows, 0);
  scope_state_end_drag (state);
  g_assert_cmpuint (changed, ==, 0);
  g_assert_cmpuint (settled, ==, 0);
  g_assert_cmpfloat (scope_state_get_row_bound (state), ==, 0);
  scope_state_set_rows (state, test_flower_rows, 3);
  scope_state_move_row (state, 0, 3);
  scope_state_move_row (state, 3, 0);
  scope_state_move_row (state, 1, 1);
  scope_state_remove_row (state, 3);
  scope_state_insert_rows (state, 4, test_flower_rows, 1);
  g_assert_cmpuint (changed, ==, 1);
  /* Of two drags the outer one ends. */
  scope_state_begin_drag (state);
  scope_state_begin_drag (state);
  scope_state_end_drag (state);
  g_assert_cmpuint (settled, ==, 0);
  g_assert_true (scope_state_is_dragging (state));
  scope_state_end_drag (state);
  g_assert_cmpuint (settled, ==, 1);
  g_assert_false (scope_state_is_dragging (state));
}

static double
get_links_hi (ScopeState *state)
{
  ScopeFigure figure;

  scope_state_fill_figure (state, &figure);
  return figure.view.links_hi;
}

static void
zoom (ScopeState *state)
{
  ScopeView view = *scope_state_get_view (state);

  scope_view_zoom (&view, 0.5, -2);
  scope_state_set_view (state, &view);
}

/* The linked plot of the loss keeps what it has widened to, though less would do, until the view is fitted anew. */
static void
test_links_stay (void)
{
  static const struct
  {
    void (*fit) (ScopeState *state);
    double hi;
  } fits[] = { { scope_state_reset_view, 0 }, { zoom, 0 }, { scope_state_reset, 5 }, { show_step, 5 } };

  for (guint i = 0; i < G_N_ELEMENTS (fits); i++)
    {
      g_autoptr (ScopeState) state = scope_state_new ();

      g_assert_cmpfloat (get_links_hi (state), ==, 0);
      scope_state_begin_drag (state);
      scope_state_set_bias (state, -9);
      g_assert_cmpfloat (get_links_hi (state), ==, 10);
      scope_state_set_number (state, SCOPE_FIELD (parameters.a), 0, 3);
      scope_state_set_bias (state, -1);
      scope_state_set_bias (state, 1);
      scope_state_end_drag (state);
      g_assert_cmpfloat (get_links_hi (state), ==, 10);
      fits[i].fit (state);
      g_assert_cmpfloat (get_links_hi (state), ==, fits[i].hi);
    }
}

/* Undo brings the range back that was there. */
static void
test_links_return (void)
{
  g_autoptr (ScopeState) state = scope_state_new ();

  scope_state_set_bias (state, -9);
  g_assert_cmpfloat (get_links_hi (state), ==, 10);
  scope_state_undo (state);
  g_assert_cmpfloat (get_links_hi (state), ==, 0);
  scope_state_redo (state);
  g_assert_cmpfloat (get_links_hi (state), ==, 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/state-properties/links-stay", test_links_stay);
  g_test_add_func ("/state-properties/links-return", test_links_return);
  g_test_add_func ("/state-properties/writable", test_writable);
  g_test_add_func ("/state-properties/readable", test_readable);
  g_test_add_func ("/state-properties/classes", test_classes);
  g_test_add_func ("/state-properties/refused", test_refused);
  return g_test_run ();
}
