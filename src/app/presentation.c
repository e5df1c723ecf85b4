/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presentation.h"

#include <glib/gi18n.h>

#include "actions.h"
#include "announce.h"
#include "keys.h"
#include "lecture.h"
#include "notices.h"
#include "screen.h"
#include "stage-style.h"
#include "state-lecture.h"

/* A window manager has made the window fill the screen by then, or there is none. */
#define WAIT_FOR_FULL_SCREEN_MS 500

struct _ScopePresentation
{
  GObject parent_instance;

  GtkWindow *window;   /* Borrowed */
  ScopePlot *plot;     /* Borrowed; within it */
  AdwFlap *flap;       /* Borrowed; within it */
  ScopeState *state;   /* Owned */
  GSettings *settings; /* Owned */

  guint step;
  gboolean presenting, blank;
  guint awake; /* what keeps the screen from blanking; 0 for nothing */

  /* How the window was before. */
  gboolean sidebar_before, folded_before, full_screen_before;
  gboolean was_full_screen; /* since the start */
  int width_before, height_before;
};

G_DEFINE_FINAL_TYPE (ScopePresentation, scope_presentation, G_TYPE_OBJECT)

guint
scope_presentation_get_step (ScopePresentation *self)
{
  return self->step;
}

gboolean
scope_presentation_is_blank (ScopePresentation *self)
{
  return self->blank;
}

/* Nothing of the window is drawn then: no sidebar, no sentence, no frame around what has the focus. */
static void
set_blank (ScopePresentation *self, gboolean blank)
{
  if (self->blank != blank)
    scope_announce (GTK_WIDGET (self->window), blank
                                                 ? _ ("The screen is dark: any key brings the picture back")
                                                 : _ ("The picture is back"));
  self->blank = blank;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->window), blank ? "none" : NULL);
  scope_plot_set_blank (self->plot, blank);
  gtk_widget_queue_draw (GTK_WIDGET (self->window));
}

/* What a hand holds, a slider or the plot, is let go: its next move would be one in the next step's numbers,
 * or in the lecturer's own. */
static void
let_go (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE (controller) && gtk_gesture_is_active (GTK_GESTURE (controller)))
        gtk_event_controller_reset (controller);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    let_go (child);
}

static void
show_step (ScopePresentation *self, guint step)
{
  g_autofree char *deed = NULL;
  ScopeFigure figure;
  ScopeValues values;
  ScopeStage stage;

  let_go (GTK_WIDGET (self->window));
  self->step = MIN (step, scope_lecture_n_steps () - 1);
  set_blank (self, FALSE);
  scope_lecture_fill_stage (self->step, &stage);
  scope_lecture_fill_values (self->step, &values);
  scope_plot_set_stage (self->plot, &stage);
  scope_state_show_step (self->state, &values);
  scope_plot_get_figure (self->plot, &figure);
  deed = scope_plot_describe_step (&figure);
  scope_notice_tell (GTK_WIDGET (self->window), deed);
}

/* Without a window manager nobody makes a window fill the screen but itself. */
static gboolean
fill_screen_cb (gpointer data)
{
  ScopePresentation *self = data;
  GdkRectangle area;

  if (!self->presenting || gtk_window_is_fullscreen (self->window)
      || !scope_screen_find (GTK_WIDGET (self->window), &area))
    return G_SOURCE_REMOVE;
  gtk_window_set_decorated (self->window, FALSE);
  gtk_window_set_default_size (self->window, area.width, area.height);
  return G_SOURCE_REMOVE;
}

/* --- The screen stays on from the first step to the last. */

static void
keep_awake (ScopePresentation *self)
{
  GtkApplication *application = gtk_window_get_application (self->window);

  if (application != NULL)
    self->awake = gtk_application_inhibit (application, self->window, GTK_APPLICATION_INHIBIT_IDLE,
                                           _ ("A lecture is on screen"));
}

static void
let_sleep (ScopePresentation *self)
{
  GtkApplication *application = gtk_window_get_application (self->window);

  if (self->awake != 0 && application != NULL)
    gtk_application_uninhibit (application, self->awake);
  self->awake = 0;
}

/* --- The window around the picture */

static void
show_chrome (ScopePresentation *self, gboolean shown)
{
  if (shown)
    scope_stage_style_leave (GTK_WIDGET (self->window));
  else
    scope_stage_style_enter (GTK_WIDGET (self->window), scope_plot_get_text_scale (self->plot));
  adw_flap_set_reveal_flap (self->flap, shown && self->sidebar_before);
}

/* A sidebar that lies over the plot of a narrow window comes by itself in a wide one, and goes in a narrow
 * one: not on the stage, nor on the way back. */
static void
folded_cb (ScopePresentation *self)
{
  if (!self->presenting && adw_flap_get_folded (self->flap) == self->folded_before)
    adw_flap_set_locked (self->flap, FALSE);
}

static void
start (ScopePresentation *self)
{
  GtkWindow *window = self->window;

  let_go (GTK_WIDGET (self->window));
  self->presenting = TRUE;
  self->sidebar_before = adw_flap_get_reveal_flap (self->flap);
  self->folded_before = adw_flap_get_folded (self->flap);
  self->full_screen_before = self->was_full_screen = gtk_window_is_fullscreen (window);
  gtk_window_get_default_size (window, &self->width_before, &self->height_before);
  adw_flap_set_locked (self->flap, TRUE);
  show_chrome (self, FALSE);
  gtk_window_fullscreen (window);
  g_timeout_add_full (G_PRIORITY_DEFAULT, WAIT_FOR_FULL_SCREEN_MS, fill_screen_cb, g_object_ref (self),
                      g_object_unref);
  keep_awake (self);
  scope_state_begin_lecture (self->state);
  show_step (self, self->step);
  gtk_widget_grab_focus (GTK_WIDGET (self->plot));
}

void
scope_presentation_stop (ScopePresentation *self)
{
  GtkWindow *window = self->window;

  if (!self->presenting)
    return;
  /* The sidebar beside the stage may go with it. What was typed there is the lecture's. */
  gtk_widget_grab_focus (GTK_WIDGET (self->plot));
  self->presenting = FALSE;
  let_go (GTK_WIDGET (self->window));
  let_sleep (self);
  set_blank (self, FALSE);
  scope_plot_set_stage (self->plot, NULL);
  scope_notice_tell (GTK_WIDGET (self->window), _ ("The lecture has ended"));
  scope_state_end_lecture (self->state);
  show_chrome (self, TRUE);
  gtk_window_set_decorated (window, TRUE);
  if (gtk_window_is_fullscreen (window) && !self->full_screen_before)
    gtk_window_unfullscreen (window);
  else if (!gtk_window_is_fullscreen (window))
    gtk_window_set_default_size (window, self->width_before, self->height_before);
  folded_cb (self);
}

/* Who takes the screen away, by the window manager or with F11, ends the lecture, too. */
static void
full_screen_changed_cb (ScopePresentation *self)
{
  if (gtk_window_is_fullscreen (self->window))
    self->was_full_screen = TRUE;
  else if (self->presenting && self->was_full_screen)
    scope_presentation_stop (self);
}

static void
present_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ScopePresentation *self = data;

  if (self->presenting)
    scope_presentation_stop (self);
  else
    start (self);
}

/* --- Keys */

typedef enum
{
  DO_NOTHING,
  DO_NEXT,
  DO_PREVIOUS,
  DO_FIRST,
  DO_LAST,
  DO_AGAIN,
  DO_BLANK,
  DO_SIDEBAR,
  DO_STOP,
} Deed;

/* Who has a use for a key, where it has the focus: then it is not the stage's. */
enum
{
  NOBODY = 0,
  ENTRY = 1 << 0,
  SLIDER = 1 << 1, /* left and right go on all the same: up and down are as good */
  BUTTON = 1 << 2,
  LIST = 1 << 3,
  TANGENT = 1 << 4, /* of the class, which the plot turns */
  LETTERS = 1 << 5, /* those who want no keys without Ctrl */
  NUMBER = 1 << 6,  /* one that is framed, which the plot hides or reveals */
};

typedef struct
{
  ScopeKey key;
  Deed deed;
  unsigned whose;
} StageKey;

#define PRESSED (ENTRY | BUTTON | LIST | NUMBER)
#define WALKED (ENTRY | SLIDER | LIST | TANGENT)

static const StageKey stage_keys[] = {
  /* Of clickers. */
  { { GDK_KEY_Page_Down, SCOPE_KEY_ANY }, DO_NEXT, NOBODY },
  { { GDK_KEY_Page_Up, SCOPE_KEY_ANY }, DO_PREVIOUS, NOBODY },
  { { GDK_KEY_F5, SCOPE_KEY_PLAIN }, DO_STOP, NOBODY },
  /* Where one is begun, it is here already. */
  { { GDK_KEY_F5, SCOPE_KEY_SHIFT }, DO_NOTHING, NOBODY },
  { { GDK_KEY_Escape, SCOPE_KEY_ANY }, DO_STOP, NUMBER },
  { { GDK_KEY_period, SCOPE_KEY_PLAIN }, DO_BLANK, ENTRY | LETTERS },
  /* Of people. */
  { { GDK_KEY_Right, SCOPE_KEY_ANY }, DO_NEXT, ENTRY },
  { { GDK_KEY_Left, SCOPE_KEY_ANY }, DO_PREVIOUS, ENTRY },
  { { GDK_KEY_Down, SCOPE_KEY_ANY }, DO_NEXT, WALKED },
  { { GDK_KEY_Up, SCOPE_KEY_ANY }, DO_PREVIOUS, WALKED },
  { { GDK_KEY_space, SCOPE_KEY_PLAIN }, DO_NEXT, PRESSED },
  { { GDK_KEY_space, SCOPE_KEY_SHIFT }, DO_PREVIOUS, PRESSED },
  { { GDK_KEY_Return, SCOPE_KEY_ANY }, DO_NEXT, PRESSED },
  { { GDK_KEY_BackSpace, SCOPE_KEY_ANY }, DO_PREVIOUS, ENTRY },
  { { GDK_KEY_Home, SCOPE_KEY_ANY }, DO_FIRST, ENTRY },
  { { GDK_KEY_End, SCOPE_KEY_ANY }, DO_LAST, ENTRY },
  { { GDK_KEY_n, SCOPE_KEY_ANY }, DO_NEXT, ENTRY | LETTERS },
  { { GDK_KEY_p, SCOPE_KEY_ANY }, DO_PREVIOUS, ENTRY | LETTERS },
  { { GDK_KEY_r, SCOPE_KEY_ANY }, DO_AGAIN, ENTRY | LETTERS },
  { { GDK_KEY_b, SCOPE_KEY_ANY }, DO_BLANK, ENTRY | LETTERS },
  { { GDK_KEY_s, SCOPE_KEY_ANY }, DO_SIDEBAR, ENTRY | LETTERS },
  { .key = { 0 } },
};

static gboolean
is_within (GtkWidget *widget, GType type)
{
  return widget != NULL && gtk_widget_get_ancestor (widget, type) != NULL;
}

/* Who is there to have a use for keys. */
static unsigned
present_users (ScopePresentation *self)
{
  GtkWidget *focus = gtk_window_get_focus (self->window);
  unsigned users = 0;

  if (focus != NULL && GTK_IS_EDITABLE (focus))
    users |= ENTRY;
  if (is_within (focus, GTK_TYPE_RANGE))
    users |= SLIDER;
  if (is_within (focus, GTK_TYPE_BUTTON))
    users |= BUTTON;
  if (is_within (focus, GTK_TYPE_DROP_DOWN) || is_within (focus, GTK_TYPE_COLUMN_VIEW)
      || is_within (focus, GTK_TYPE_LIST_BASE))
    users |= LIST;
  if (scope_state_get_show (self->state) & SCOPE_SHOW_ESTIMATE)
    users |= TANGENT;
  if (!g_settings_get_boolean (self->settings, "letter-keys"))
    users |= LETTERS;
  if (scope_plot_has_mark (self->plot))
    users |= NUMBER;
  return users;
}

static void
go (ScopePresentation *self, int way)
{
  guint last = scope_lecture_n_steps () - 1;

  if (way > 0 && self->step < last)
    show_step (self, self->step + 1);
  else if (way > 0)
    {
      /* It has ended: the next one begins at the first step. */
      self->step = 0;
      scope_presentation_stop (self);
    }
  else if (way < 0 && self->step > 0)
    show_step (self, self->step - 1);
}

static void
act (ScopePresentation *self, Deed deed)
{
  switch (deed)
    {
    case DO_NEXT:
    case DO_PREVIOUS:
      go (self, deed == DO_NEXT ? 1 : -1);
      break;
    case DO_FIRST:
      show_step (self, 0);
      break;
    case DO_LAST:
      show_step (self, scope_lecture_n_steps () - 1);
      break;
    case DO_AGAIN:
      show_step (self, self->step);
      break;
    case DO_BLANK:
      set_blank (self, TRUE);
      break;
    case DO_SIDEBAR:
      adw_flap_set_reveal_flap (self->flap, !adw_flap_get_reveal_flap (self->flap));
      break;
    case DO_STOP:
      scope_presentation_stop (self);
      break;
    case DO_NOTHING:
    default:
      break;
    }
}

/* Shift and its like alone. */
static gboolean
is_modifier (GdkEvent *event)
{
  return event != NULL && gdk_event_get_event_type (event) == GDK_KEY_PRESS
         && gdk_key_event_is_modifier (event);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint value, guint code, GdkModifierType modifiers,
                ScopePresentation *self)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller));
  GtkWidget *focus = gtk_window_get_focus (self->window);
  const StageKey *key;

  if (!self->presenting)
    return GDK_EVENT_PROPAGATE;
  key = scope_keys_find (stage_keys, sizeof *stage_keys, gtk_widget_get_display (GTK_WIDGET (self->window)),
                         value, code, modifiers);
  /* Any key brings a dark screen back, and does no more. */
  if (self->blank && (key == NULL || key->deed != DO_STOP)
      && !(modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) && !is_modifier (event))
    {
      set_blank (self, FALSE);
      return GDK_EVENT_STOP;
    }
  /* A menu has its own, Esc and the arrows. */
  if (key == NULL || is_within (focus, GTK_TYPE_POPOVER) || (key->whose & present_users (self)))
    return GDK_EVENT_PROPAGATE;
  act (self, key->deed);
  return GDK_EVENT_STOP;
}

/* A hand on the mouse brings it back, too, and moves nothing that nobody sees. */
static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, ScopePresentation *self)
{
  if (!self->blank)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  set_blank (self, FALSE);
}

/* --- All together */

static void
scope_presentation_finalize (GObject *object)
{
  ScopePresentation *self = SCOPE_PRESENTATION (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->state);
  G_OBJECT_CLASS (scope_presentation_parent_class)->finalize (object);
}

static void
scope_presentation_class_init (ScopePresentationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = scope_presentation_finalize;
}

static void
scope_presentation_init (ScopePresentation *self)
{
}

/* In the capture phase: a slider or the plot would take the clicker's keys before the window. */
static void
add_controllers (ScopePresentation *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->window), keys);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->window), GTK_EVENT_CONTROLLER (click));
}

ScopePresentation *
scope_presentation_new (GtkWindow *window, ScopePlot *plot, AdwFlap *flap, ScopeState *state,
                        GSettings *settings)
{
  static const GActionEntry entries[] = { { .name = "present", .activate = present_cb } };
  ScopePresentation *self = g_object_new (SCOPE_TYPE_PRESENTATION, NULL);

  self->window = window;
  self->plot = plot;
  self->flap = flap;
  self->state = g_object_ref (state);
  self->settings = g_object_ref (settings);
  scope_actions_add (window, entries, G_N_ELEMENTS (entries), self);
  add_controllers (self);
  g_signal_connect_object (window, "notify::fullscreened", G_CALLBACK (full_screen_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (flap, "notify::folded", G_CALLBACK (folded_cb), self, G_CONNECT_SWAPPED);
  return self;
}
