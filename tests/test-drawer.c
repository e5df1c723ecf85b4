/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "describe.h"
#include "drawer.h"

#include <math.h>
#include <string.h>

#include "curves.h"
#include "figure-build.h"
#include "figure-spoken.h"
#include "large.h"
#include "picture.h"
#include "state-aside.h"
#include "state-descent.h"
#include "state-figure.h"
#include "state-object.h"
#include "state-rows.h"

/* What was drawn, in the order in which it came. */
typedef struct
{
  GArray *ids; /* Owned; of guint64 */
  ScopeDrawer *drawer;
} Log;

static void
drawn_cb (const ScopeDrawn *drawn, gpointer data)
{
  Log *log = data;

  g_assert_true (scope_drawer_get (log->drawer) == drawn);
  g_array_append_val (log->ids, drawn->id);
}

static Log
new_log (void)
{
  return (Log) { g_array_new (FALSE, FALSE, sizeof (guint64)), NULL };
}

static void
wait_until_idle (Log *log)
{
  while (scope_drawer_is_busy (log->drawer))
    g_main_context_iteration (NULL, TRUE);
}

static guint64
get_id (const Log *log, guint i)
{
  g_assert_cmpuint (i, <, log->ids->len);
  return g_array_index (log->ids, guint64, i);
}

static GBytes *
render (const ScopeScene *scene)
{
  return scope_picture_render (&scope_svg_format, &(ScopeFrame) { scene, "", "" }, 1,
                               &(ScopePictureOptions) { .scale = 1 }, NULL);
}

/* The same bytes and the same words as made here, from figures that do not know each other. */
static void
assert_same (const ScopeDrawn *drawn, ScopeFonts *fonts)
{
  g_autoptr (ScopeCurves) curves = scope_curves_new ();
  ScopeFigure figure = drawn->copy->figure;
  g_autoptr (ScopeScene) scene = scope_figure_build (&figure, curves, fonts);
  g_autoptr (GBytes) here = render (scene), there = render (drawn->scene);
  g_autofree char *description = scope_figure_spoken_scene (&figure, scene);
  g_autofree char *result = scope_describe_figure_result (&figure, FALSE);

  g_assert_true (g_bytes_equal (here, there));
  g_assert_cmpstr (drawn->description, ==, description);
  g_assert_cmpstr (drawn->result, ==, result);
}

static void
test_same (void)
{
  g_autoptr (ScopeState) state = test_new_large_state ();
  ScopeFonts *fonts = scope_drawer_load_fonts ();
  Log log = new_log ();

  log.drawer = scope_drawer_new (drawn_cb, &log);
  for (guint i = 0; i < 6; i++)
    {
      scope_drawer_draw (log.drawer, test_copy_figure (state), SCOPE_DRAW_SCENE | SCOPE_DRAW_WORDS);
      wait_until_idle (&log);
      assert_same (scope_drawer_get (log.drawer), fonts);
      g_assert_nonnull (scope_drawer_get (log.drawer)->copy->many.sum);
      g_assert_nonnull (scope_drawer_get (log.drawer)->copy->many.minimum);
      if (i == 3)
        scope_state_descend (state, 1, FALSE);
      else if (i == 1)
        scope_state_set_number (state, SCOPE_FIELD (parameters.a), 0, 1.5);
      else
        scope_state_set_bias (state, -1 + i);
    }
  scope_drawer_free (log.drawer);
  g_array_unref (log.ids);
  scope_fonts_free (fonts);
}

static void
test_last_wins (void)
{
  g_autoptr (ScopeState) state = test_new_large_state ();
  Log log = new_log ();

  log.drawer = scope_drawer_new (drawn_cb, &log);
  for (guint i = 0; i < 20; i++)
    {
      scope_state_set_bias (state, -1 + 0.1 * i);
      g_assert_cmpuint (scope_drawer_draw (log.drawer, test_copy_figure (state), SCOPE_DRAW_SCENE), ==,
                        i + 1);
    }
  g_assert_null (scope_drawer_get (log.drawer));
  wait_until_idle (&log);
  /* What was begun, and the last one. */
  g_assert_cmpuint (log.ids->len, ==, 2);
  g_assert_cmpuint (get_id (&log, 0), ==, 1);
  g_assert_cmpuint (get_id (&log, 1), ==, 20);
  g_assert_cmpfloat (scope_drawer_get (log.drawer)->copy->figure.parameters.b, ==,
                     scope_state_get_parameters (state)->b);
  scope_drawer_free (log.drawer);
  g_array_unref (log.ids);
}

/* Asked for from inside, and freed from inside. */
static void
again_cb (const ScopeDrawn *drawn, gpointer data)
{
  Log *log = data;
  ScopeState *state = scope_state_new ();

  g_array_append_val (log->ids, drawn->id);
  if (log->ids->len < 3)
    scope_drawer_draw (log->drawer, test_copy_figure (state), SCOPE_DRAW_SCENE);
  else
    g_clear_pointer (&log->drawer, scope_drawer_free);
  g_object_unref (state);
}

static void
test_from_inside (void)
{
  g_autoptr (ScopeState) state = test_new_large_state ();
  Log log = new_log ();

  log.drawer = scope_drawer_new (again_cb, &log);
  scope_drawer_draw (log.drawer, test_copy_figure (state), SCOPE_DRAW_SCENE);
  while (log.drawer != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (log.ids->len, ==, 3);
  g_array_unref (log.ids);
}

/* Who goes while it draws hears nothing more, and the rows stay as long as they are read. The application
 * stays, too. */
static void
test_leaving (void)
{
  g_autoptr (GApplication) application = g_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  ScopeState *state = test_new_large_state ();
  Log log = new_log ();

  g_signal_connect (application, "activate", G_CALLBACK (g_application_get_flags), NULL);
  g_application_set_default (application);
  g_assert_true (g_application_register (application, NULL, NULL));
  log.drawer = scope_drawer_new (drawn_cb, &log);
  scope_drawer_draw (log.drawer, test_copy_figure (state), SCOPE_DRAW_SCENE | SCOPE_DRAW_WORDS);
  scope_drawer_draw (log.drawer, test_copy_figure (state), SCOPE_DRAW_SCENE | SCOPE_DRAW_WORDS);
  g_clear_pointer (&log.drawer, scope_drawer_free);
  g_object_unref (state);
  /* Ends when nobody holds it any more. */
  g_application_run (application, 0, NULL);
  g_assert_cmpuint (log.ids->len, ==, 0);
  g_application_set_default (NULL);
  g_array_unref (log.ids);
}

/* --- What the state is told */

static void
draw_and_tell (ScopeState *state, Log *log)
{
  const ScopeDrawn *drawn;

  scope_drawer_draw (log->drawer, test_copy_figure (state), SCOPE_DRAW_SCENE | SCOPE_DRAW_WORDS);
  wait_until_idle (log);
  drawn = scope_drawer_get (log->drawer);
  scope_state_tell (state, drawn->copy, (const char *const[]) { drawn->result, drawn->hood, drawn->verdict });
}

static void
count_cb (ScopeState *state, guint *n)
{
  ++*n;
}

static void
test_told (void)
{
  g_autoptr (ScopeState) state = test_new_large_state ();
  ScopeBatch batch;
  ScopeMinimum minimum, known;
  ScopeMinimumKind kind;
  ScopeView view;
  ScopeFigure figure;
  Log log = new_log ();
  guint n = 0;

  g_signal_connect (state, "told", G_CALLBACK (count_cb), &n);
  log.drawer = scope_drawer_new (drawn_cb, &log);
  g_assert_false (scope_state_knows_minimum (state));
  g_assert_false (scope_state_descend_to_minimum (state, &kind));
  g_assert_null (scope_state_get_words (state, SCOPE_WORDS_RESULT));
  draw_and_tell (state, &log);
  g_assert_cmpuint (n, ==, 1);
  scope_state_fill_figure (state, &figure);
  batch = scope_many_batch (figure.many, figure.parameters.w);
  g_assert_cmpint (scope_minimum_find (&batch, &minimum), ==, SCOPE_STATUS_OK);
  known = *figure.many->minimum;
  g_assert_cmpfloat (known.b, ==, minimum.b);
  /* The axis of rows that were just opened. */
  memset (&view, 0, sizeof view);
  scope_view_fit (&view, &figure.parameters, figure.many);
  g_assert_cmpmem (scope_state_get_view (state), sizeof view, &view, sizeof view);
  g_assert_true (g_str_has_prefix (scope_state_get_words (state, SCOPE_WORDS_RESULT), "mean loss "));

  g_assert_true (scope_state_descend_to_minimum (state, &kind));
  g_assert_cmpfloat (scope_state_get_parameters (state)->b, ==, minimum.b);
  /* The words were about another b₃; the minimum is where it was, with another row selected, too. */
  g_assert_null (scope_state_get_words (state, SCOPE_WORDS_RESULT));
  scope_state_select_row (state, 7);
  g_assert_true (scope_state_knows_minimum (state));
  scope_state_set_number (state, SCOPE_FIELD (parameters.a), 0, 9);
  g_assert_false (scope_state_knows_minimum (state));
  scope_drawer_free (log.drawer);
  g_array_unref (log.ids);
}

/* A picture of what is no more tells its sum, and neither words nor view. */
static void
test_told_late (void)
{
  g_autoptr (ScopeState) state = test_new_large_state ();
  Log log = new_log ();
  const ScopeDrawn *drawn;
  ScopeView view;

  log.drawer = scope_drawer_new (drawn_cb, &log);
  scope_drawer_draw (log.drawer, test_copy_figure (state), SCOPE_DRAW_SCENE | SCOPE_DRAW_WORDS);
  scope_state_set_hide (state, SCOPE_QUANTITY_ALL);
  view = *scope_state_get_view (state);
  wait_until_idle (&log);
  drawn = scope_drawer_get (log.drawer);
  scope_state_tell (state, drawn->copy, (const char *const[]) { drawn->result, drawn->hood, drawn->verdict });
  g_assert_null (scope_state_get_words (state, SCOPE_WORDS_RESULT));
  g_assert_cmpmem (scope_state_get_view (state), sizeof view, &view, sizeof view);
  g_assert_true (scope_state_knows_minimum (state));
  scope_drawer_free (log.drawer);
  g_array_unref (log.ids);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawer/same", test_same);
  g_test_add_func ("/drawer/last-wins", test_last_wins);
  g_test_add_func ("/drawer/from-inside", test_from_inside);
  g_test_add_func ("/drawer/leaving", test_leaving);
  g_test_add_func ("/drawer/told", test_told);
  g_test_add_func ("/drawer/told-late", test_told_late);
  return g_test_run ();
}
