/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "descent-deeds.h"

#include <glib/gi18n.h>
#include <string.h>

#include "actions.h"
#include "announce.h"
#include "descent-section.h"
#include "descent-steps.h"
#include "hidden.h"
#include "hint.h"
#include "notices.h"
#include "save.h"
#include "state-aside.h"
#include "state-axis.h"
#include "state-descent.h"
#include "state-rows.h"

#define KEY "scope-descent-deeds"
#define MOST_TICKS 20 /* in a second: faster than that, several steps at once, … */
/* … but no more than take a sum over so many rows in all. */
#define MOST_ROWS_AT_ONCE 100000

struct _ScopeDescentDeeds
{
  GObject parent_instance;

  GtkWindow *window;                         /* Borrowed; with the section in it */
  GtkWidget *section;                        /* Borrowed */
  ScopeState *state;                         /* Owned */
  guint run;                                 /* Source; 0 while none runs */
  ScopeWalk run_walk;                        /* as the run left it: anything else ends the run */
  void (*waiting) (ScopeDescentDeeds *self); /* done once the minimum is known; NULL for nothing */
};

G_DEFINE_FINAL_TYPE (ScopeDescentDeeds, scope_descent_deeds, G_TYPE_OBJECT)

gboolean
scope_descent_deeds_is_running (ScopeDescentDeeds *self)
{
  return self->run != 0;
}

gboolean
scope_descent_deeds_is_waiting (ScopeDescentDeeds *self)
{
  return self->waiting != NULL;
}

static gboolean
is_walk (const ScopeWalk *one, const ScopeWalk *other)
{
  return one->track == other->track && one->n == other->n && one->at == other->at;
}

static void
stop (ScopeDescentDeeds *self)
{
  self->waiting = NULL;
  if (self->run == 0)
    return;
  g_clear_handle_id (&self->run, g_source_remove);
  scope_descent_section_set_running (self->section, FALSE);
}

/* Without animations a run goes on in jumps of a second; pictures of very many rows come at their own pace
 * in any case. */
static guint
ticks_per_second (ScopeDescentDeeds *self, guint speed)
{
  gboolean animations;

  g_object_get (gtk_settings_get_default (), "gtk-enable-animations", &animations, NULL);
  return animations || scope_state_is_large (self->state) ? MIN (speed, MOST_TICKS) : 1;
}

static guint
steps_per_tick (ScopeDescentDeeds *self, guint speed)
{
  guint n_rows = MAX (scope_state_get_n_rows (self->state), 1);
  guint most = MAX (MOST_ROWS_AT_ONCE / n_rows, 1);

  /* As many as are due, each tick one at least: there is none faster than the speed. */
  return MIN (speed / ticks_per_second (self, speed), most);
}

/* Steps belong to the run's one undo step, as long as nothing else was done in between. */
static gboolean
run_steps (ScopeDescentDeeds *self, guint n)
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
  ScopeDescentDeeds *self = data;
  guint speed = scope_descent_section_get_speed (self->section);

  if (is_walk (&self->run_walk, scope_state_get_walk (self->state))
      && run_steps (self, steps_per_tick (self, speed)))
    return G_SOURCE_CONTINUE;
  stop (self);
  return G_SOURCE_REMOVE;
}

static void
begin_run (ScopeDescentDeeds *self)
{
  guint speed = scope_descent_section_get_speed (self->section);

  self->run_walk = (ScopeWalk) { 0 };
  if (!run_steps (self, steps_per_tick (self, speed)))
    return;
  self->run = g_timeout_add (1000 / ticks_per_second (self, speed), tick_cb, self);
  scope_descent_section_set_running (self->section, TRUE);
}

/* --- Actions. Each but the run itself ends a run. */

static void
run_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ScopeDescentDeeds *self = data;

  if (self->run != 0)
    stop (self);
  else
    begin_run (self);
}

/* In the sidebar, and to who hears it. */
static void
say (ScopeDescentDeeds *self, const char *text)
{
  scope_descent_section_say (self->section, text);
  scope_announce (self->section, text);
}

static void
step_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ScopeDescentDeeds *self = data;

  stop (self);
  if (scope_state_descend (self->state, 1, FALSE) == 0)
    scope_announce (self->section, scope_descent_section_get_said (self->section));
  scope_notice_did (self->section, SCOPE_ACT_DESCEND);
}

static void
back_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ScopeDescentDeeds *self = data;

  stop (self);
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
when_known (ScopeDescentDeeds *self, void (*deed) (ScopeDescentDeeds *self))
{
  self->waiting = NULL;
  if (scope_state_knows_minimum (self->state))
    deed (self);
  else
    self->waiting = deed;
}

static void
told_cb (ScopeDescentDeeds *self)
{
  if (self->waiting != NULL)
    when_known (self, self->waiting);
}

/* Anything else that is done meanwhile ends the wait. */
static void
changed_cb (ScopeDescentDeeds *self)
{
  self->waiting = NULL;
}

static void
go_to_minimum (ScopeDescentDeeds *self)
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
minimum_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  stop (data);
  when_known (data, go_to_minimum);
}

static void
keep_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ScopeDescentDeeds *self = data;

  if (!scope_state_keep_walk (self->state))
    say (self, _ ("There is no trail yet: take a step first"));
}

static void
clear_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ScopeDescentDeeds *self = data;

  stop (self);
  scope_state_clear_walks (self->state);
}

static void
view_walks (ScopeDescentDeeds *self)
{
  if (!scope_state_view_walks (self->state))
    say (self, _ ("There is no trail yet: take a step first"));
}

static void
view_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  when_known (data, view_walks);
}

/* --- The table as a file */

static const char *const endings[] = { "csv", "tex", NULL };

static ScopeDescentDeeds *
get_deeds (GtkWindow *window)
{
  return g_object_get_data (G_OBJECT (window), KEY);
}

static gpointer
take (GtkWindow *window)
{
  return scope_descent_steps_new (get_deeds (window)->state);
}

static void
free_taken (gpointer steps)
{
  scope_descent_steps_unref (steps);
}

static GBytes *
render (gpointer steps, guint format, GError **error)
{
  char *text = g_str_equal (endings[format], "tex") ? scope_descent_steps_to_latex (steps)
                                                    : scope_descent_steps_to_csv (steps);

  return g_bytes_new_take (text, strlen (text));
}

/* Sums over very many flowers at each place take a while. */
static void
busy (GtkWindow *window, gboolean is_busy)
{
  ScopeDescentDeeds *self = get_deeds (window);

  if (is_busy && scope_state_is_large (self->state))
    say (self, _ ("Saving…"));
}

static void
saved (GtkWindow *window, const char *path, guint format, const char *notice)
{
  g_autofree char *said = scope_save_say (path, notice);

  say (get_deeds (window), said);
}

static void
save_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ScopeDescentDeeds *self = data;
  gboolean latex = g_str_equal (g_variant_get_string (parameter, NULL), "tex");

  stop (self);
  scope_save_ask (self->window, &(ScopeSave) { .title = _ ("Save the Steps"),
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

/* --- All together */

static void
scope_descent_deeds_dispose (GObject *object)
{
  ScopeDescentDeeds *self = SCOPE_DESCENT_DEEDS (object);

  g_clear_handle_id (&self->run, g_source_remove);
  g_clear_object (&self->state);
  G_OBJECT_CLASS (scope_descent_deeds_parent_class)->dispose (object);
}

static void
scope_descent_deeds_class_init (ScopeDescentDeedsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = scope_descent_deeds_dispose;
}

static void
scope_descent_deeds_init (ScopeDescentDeeds *self)
{
}

ScopeDescentDeeds *
scope_descent_deeds_new (GtkWindow *window, ScopeState *state, GtkWidget *section)
{
  static const GActionEntry entries[] = {
    { .name = "descent-step", .activate = step_cb },
    { .name = "descent-back", .activate = back_cb },
    { .name = "descent-run", .activate = run_cb },
    { .name = "descent-minimum", .activate = minimum_cb },
    { .name = "descent-keep", .activate = keep_cb },
    { .name = "descent-clear", .activate = clear_cb },
    { .name = "descent-view", .activate = view_cb },
    { .name = "descent-save", .activate = save_cb, .parameter_type = "s" },
  };
  ScopeDescentDeeds *self = g_object_new (SCOPE_TYPE_DESCENT_DEEDS, NULL);

  self->window = window;
  self->section = section;
  self->state = g_object_ref (state);
  g_object_set_data (G_OBJECT (window), KEY, self);
  scope_actions_add (window, entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (state, "told", G_CALLBACK (told_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}
