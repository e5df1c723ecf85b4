/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "window-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "announce.h"
#include "descent-section.h"
#include "descent-steps.h"
#include "save.h"

/* The actions of a gradient descent, and a run of steps. */

#define MOST_TICKS 20 /* in a second: faster than that, several steps at once, … */
/* … but no more than take a sum over so many rows in all. */
#define MOST_ROWS_AT_ONCE 100000

static gboolean
is_walk (const ScopeWalk *one, const ScopeWalk *other)
{
  return one->track == other->track && one->n == other->n && one->at == other->at;
}

void
scope_window_stop_descent (ScopeWindow *self)
{
  self->waiting = NULL;
  if (self->run == 0)
    return;
  g_clear_handle_id (&self->run, g_source_remove);
  scope_descent_section_set_running (self->descent, FALSE);
}

/* Without animations a run goes on in jumps of a second; pictures of very many rows come at their own pace
 * in any case. */
static guint
ticks_per_second (ScopeWindow *self, guint speed)
{
  gboolean animations;

  g_object_get (gtk_settings_get_default (), "gtk-enable-animations", &animations, NULL);
  return animations || scope_state_is_large (self->state) ? MIN (speed, MOST_TICKS) : 1;
}

static guint
steps_per_tick (ScopeWindow *self, guint speed)
{
  guint n_rows = MAX (scope_state_get_n_rows (self->state), 1);
  guint most = MAX (MOST_ROWS_AT_ONCE / n_rows, 1);

  /* As many as are due, each tick one at least: there is none faster than the speed. */
  return MIN (speed / ticks_per_second (self, speed), most);
}

/* Steps belong to the run's one undo step, as long as nothing else was done in between. */
static gboolean
run_steps (ScopeWindow *self, guint n)
{
  gboolean joined = self->run_walk.n > 0;

  if (scope_state_descend (self->state, n, joined) == 0)
    return FALSE;
  self->run_walk = *scope_state_get_walk (self->state);
  return TRUE;
}

static gboolean
tick_cb (gpointer data)
{
  ScopeWindow *self = data;
  guint speed = scope_descent_section_get_speed (self->descent);

  if (is_walk (&self->run_walk, scope_state_get_walk (self->state))
      && run_steps (self, steps_per_tick (self, speed)))
    return G_SOURCE_CONTINUE;
  scope_window_stop_descent (self);
  return G_SOURCE_REMOVE;
}

static void
begin_run (ScopeWindow *self)
{
  guint speed = scope_descent_section_get_speed (self->descent);

  self->run_walk = (ScopeWalk) { 0 };
  if (!run_steps (self, steps_per_tick (self, speed)))
    return;
  self->run = g_timeout_add (1000 / ticks_per_second (self, speed), tick_cb, self);
  scope_descent_section_set_running (self->descent, TRUE);
}

/* --- Actions. Each but the run itself ends a run. */

static void
run_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ScopeWindow *self = SCOPE_WINDOW (widget);

  if (self->run != 0)
    scope_window_stop_descent (self);
  else
    begin_run (self);
}

/* In the sidebar, and to who hears it. */
static void
say (ScopeWindow *self, const char *text)
{
  scope_descent_section_say (self->descent, text);
  scope_announce (GTK_WIDGET (self), text);
}

static void
step_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ScopeWindow *self = SCOPE_WINDOW (widget);

  scope_window_stop_descent (self);
  if (scope_state_descend (self->state, 1, FALSE) == 0)
    scope_announce (widget, scope_descent_section_get_said (self->descent));
  scope_notice_did (GTK_WIDGET (self), SCOPE_ACT_DESCEND);
}

static void
back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ScopeWindow *self = SCOPE_WINDOW (widget);

  scope_window_stop_descent (self);
  if (!scope_state_descend_back (self->state))
    say (self, _ ("There is no step to take back"));
}

static const char *
why_no_minimum (ScopeMinimumKind kind, gboolean many)
{
  switch (kind)
    {
    case SCOPE_MINIMUM_AT_PLUS_INFINITY:
      if (many)
        return _ ("There is no finite minimum: no flower pulls b₃ down, and the loss keeps falling as "
                  "b₃ rises");
      return _ ("There is no finite minimum: the loss keeps falling as b₃ rises");
    case SCOPE_MINIMUM_AT_MINUS_INFINITY:
      if (many)
        return _ ("There is no finite minimum: no flower pulls b₃ up, and the loss keeps falling as "
                  "b₃ falls");
      return _ ("There is no finite minimum: the loss keeps falling as b₃ falls");
    case SCOPE_MINIMUM_FLAT:
      return _ ("There is no minimum to go to: the loss is the same for every b₃");
    case SCOPE_MINIMUM_BEYOND:
    case SCOPE_MINIMUM_FINITE:
    default:
      return _ ("The minimum is beyond all numbers");
    }
}

/* At once, or when it is known where the loss is least: very many rows are searched aside. */
static void
when_known (ScopeWindow *self, void (*deed) (ScopeWindow *self))
{
  self->waiting = NULL;
  if (scope_state_knows_minimum (self->state))
    deed (self);
  else
    self->waiting = deed;
}

static void
told_cb (ScopeWindow *self)
{
  if (self->waiting != NULL)
    when_known (self, self->waiting);
}

/* Anything else that is done meanwhile ends the wait. */
static void
changed_cb (ScopeWindow *self)
{
  self->waiting = NULL;
}

static void
go_to_minimum (ScopeWindow *self)
{
  unsigned places
    = scope_hidden_places (scope_state_get_hide (self->state), scope_state_get_parameters (self->state));
  ScopeMinimumKind kind = SCOPE_MINIMUM_BEYOND;

  if (scope_state_descend_to_minimum (self->state, &kind))
    return;
  /* Which way the loss falls is the gradient's sign, and that it is level the gradient itself. */
  say (self, places & SCOPE_PLACE_DOWNHILL ? _ ("There is no minimum to go to")
                                           : why_no_minimum (kind, scope_state_get_n_rows (self->state) > 1));
}

static void
minimum_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  scope_window_stop_descent (SCOPE_WINDOW (widget));
  when_known (SCOPE_WINDOW (widget), go_to_minimum);
}

static void
keep_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ScopeWindow *self = SCOPE_WINDOW (widget);

  if (!scope_state_keep_walk (self->state))
    say (self, _ ("There is no trail yet: take a step first"));
}

static void
clear_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ScopeWindow *self = SCOPE_WINDOW (widget);

  scope_window_stop_descent (self);
  scope_state_clear_walks (self->state);
}

static void
view_walks (ScopeWindow *self)
{
  if (!scope_state_view_walks (self->state))
    say (self, _ ("There is no trail yet: take a step first"));
}

static void
view_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  when_known (SCOPE_WINDOW (widget), view_walks);
}

/* --- The table as a file */

static const char *const endings[] = { "csv", "tex", NULL };

static gpointer
take (GtkWindow *window)
{
  return scope_steps_new (SCOPE_WINDOW (window)->state);
}

static void
free_taken (gpointer steps)
{
  scope_steps_unref (steps);
}

static GBytes *
render (gpointer steps, guint format, GError **error)
{
  char *text
    = g_str_equal (endings[format], "tex") ? scope_steps_to_latex (steps) : scope_steps_to_csv (steps);

  return g_bytes_new_take (text, strlen (text));
}

/* Sums over very many flowers at each place take a while. */
static void
busy (GtkWindow *window, gboolean is_busy)
{
  ScopeWindow *self = SCOPE_WINDOW (window);

  if (is_busy && scope_state_is_large (self->state))
    say (self, _ ("Saving…"));
}

static void
saved (GtkWindow *window, const char *path, guint format, const char *notice)
{
  g_autofree char *said = scope_save_say (path, notice);

  say (SCOPE_WINDOW (window), said);
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ScopeWindow *self = SCOPE_WINDOW (widget);
  gboolean latex = g_str_equal (g_variant_get_string (parameter, NULL), "tex");

  scope_window_stop_descent (self);
  scope_save_ask (GTK_WINDOW (self), &(ScopeSave) { .title = _ ("Save the Steps"),
                                                    .failed = _ ("The steps were not saved"),
                                                    .name = "descent",
                                                    .folder = "",
                                                    .endings = endings,
                                                    .format = latex ? 1 : 0,
                                                    .take = take,
                                                    .free_taken = free_taken,
                                                    .render = render,
                                                    .busy = busy,
                                                    .done = saved });
}

void
scope_window_install_descent (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.descent-step", NULL, step_cb);
  gtk_widget_class_install_action (klass, "win.descent-back", NULL, back_cb);
  gtk_widget_class_install_action (klass, "win.descent-run", NULL, run_cb);
  gtk_widget_class_install_action (klass, "win.descent-minimum", NULL, minimum_cb);
  gtk_widget_class_install_action (klass, "win.descent-keep", NULL, keep_cb);
  gtk_widget_class_install_action (klass, "win.descent-clear", NULL, clear_cb);
  gtk_widget_class_install_action (klass, "win.descent-view", NULL, view_cb);
  gtk_widget_class_install_action (klass, "win.descent-save", "s", save_cb);
}

void
scope_window_init_descent (ScopeWindow *self)
{
  self->descent = scope_descent_section_new (self->state);
  gtk_box_append (GTK_BOX (self->descent_box), self->descent);
  gtk_box_append (GTK_BOX (self->descent_bar), scope_descent_section_new_bar (self->descent));
  /* Below the plot, of which it covers nothing. */
  gtk_box_append (GTK_BOX (self->steps_box), scope_descent_section_get_steps (self->descent));
  g_signal_connect_object (self->state, "told", G_CALLBACK (told_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}
