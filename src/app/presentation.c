/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "lecture.h"
#include "window-private.h"

/* The lecture on screen: the plot fills it, keys of a clicker move from step to step, and the mouse
 * drags all the while. */

/* A window manager has made the window fill the screen by then, or there is none. */
#define WAIT_FOR_FULL_SCREEN_MS 500

static void
set_blank (ScopeWindow *self, gboolean blank)
{
  self->blank = blank;
  scope_plot_set_blank (self->plot, blank);
}

static void
show_step (ScopeWindow *self, guint step)
{
  ScopeValues values;
  ScopeStage stage;

  self->step = MIN (step, scope_lecture_n_steps () - 1);
  self->blank = FALSE;
  scope_lecture_fill_stage (self->step, &stage);
  scope_lecture_fill_values (self->step, &values);
  scope_plot_set_stage (self->plot, &stage);
  scope_state_show_step (self->state, &values);
}

/* Without a window manager nobody makes a window fill the screen but itself. */
static gboolean
fill_screen_cb (gpointer data)
{
  ScopeWindow *self = data;
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self));
  GdkMonitor *monitor;
  GdkRectangle area;

  if (!self->presenting || gtk_window_is_fullscreen (GTK_WINDOW (self)) || surface == NULL)
    return G_SOURCE_REMOVE;
  monitor = gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface);
  if (monitor == NULL)
    return G_SOURCE_REMOVE;
  gdk_monitor_get_geometry (monitor, &area);
  gtk_window_set_decorated (GTK_WINDOW (self), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (self), area.width, area.height);
  return G_SOURCE_REMOVE;
}

static void
show_chrome (ScopeWindow *self, gboolean shown)
{
  gtk_widget_set_visible (self->header, shown);
  adw_flap_set_reveal_flap (self->flap, shown && self->sidebar_before);
  if (shown)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "presenting");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "presenting");
  gtk_widget_set_visible (self->hint_box, shown && self->hint != SCOPE_HINT_DONE);
}

static void
start (ScopeWindow *self)
{
  GtkWindow *window = GTK_WINDOW (self);

  self->presenting = TRUE;
  self->sidebar_before = adw_flap_get_reveal_flap (self->flap);
  self->full_screen_before = gtk_window_is_fullscreen (window);
  gtk_window_get_default_size (window, &self->width_before, &self->height_before);
  show_chrome (self, FALSE);
  gtk_window_fullscreen (window);
  g_timeout_add_full (G_PRIORITY_DEFAULT, WAIT_FOR_FULL_SCREEN_MS, fill_screen_cb,
                      g_object_ref (self), g_object_unref);
  scope_state_begin_lecture (self->state);
  show_step (self, self->step);
  gtk_widget_grab_focus (GTK_WIDGET (self->plot));
}

void
scope_window_stop_presenting (ScopeWindow *self)
{
  GtkWindow *window = GTK_WINDOW (self);

  if (!self->presenting)
    return;
  self->presenting = FALSE;
  scope_plot_set_stage (self->plot, NULL);
  scope_state_end_lecture (self->state);
  show_chrome (self, TRUE);
  gtk_window_set_decorated (window, TRUE);
  if (gtk_window_is_fullscreen (window) && !self->full_screen_before)
    gtk_window_unfullscreen (window);
  else if (!gtk_window_is_fullscreen (window))
    gtk_window_set_default_size (window, self->width_before, self->height_before);
}

static void
present_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ScopeWindow *self = SCOPE_WINDOW (widget);

  if (self->presenting)
    scope_window_stop_presenting (self);
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
  DO_AGAIN,
  DO_BLANK,
  DO_SIDEBAR,
  DO_STOP,
} Deed;

/* Keys of clickers, which no entry needs. */
static Deed
clicker_deed (guint key)
{
  switch (key)
    {
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      return DO_NEXT;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      return DO_PREVIOUS;
    case GDK_KEY_F5:
    case GDK_KEY_Escape:
      return DO_STOP;
    default:
      return DO_NOTHING;
    }
}

static Deed
plain_deed (guint key)
{
  switch (key)
    {
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return DO_NEXT;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return DO_PREVIOUS;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return DO_FIRST;
    case GDK_KEY_period:
      return DO_BLANK;
    default:
      return DO_NOTHING;
    }
}

static Deed
letter_deed (guint key)
{
  switch (gdk_keyval_to_lower (key))
    {
    case GDK_KEY_n:
      return DO_NEXT;
    case GDK_KEY_p:
      return DO_PREVIOUS;
    case GDK_KEY_r:
      return DO_AGAIN;
    case GDK_KEY_b:
      return DO_BLANK;
    case GDK_KEY_s:
      return DO_SIDEBAR;
    default:
      return DO_NOTHING;
    }
}

static Deed
find_deed (ScopeWindow *self, guint key)
{
  Deed deed = clicker_deed (key);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  /* An entry keeps what it can use. */
  if (deed != DO_NOTHING || (focus != NULL && GTK_IS_EDITABLE (focus)))
    return deed;
  deed = plain_deed (key);
  if (deed == DO_NOTHING && g_settings_get_boolean (self->settings, "letter-keys"))
    deed = letter_deed (key);
  return deed;
}

static void
go (ScopeWindow *self, int way)
{
  guint last = scope_lecture_n_steps () - 1;

  if (way > 0 && self->step < last)
    show_step (self, self->step + 1);
  else if (way < 0 && self->step > 0)
    show_step (self, self->step - 1);
}

static void
act (ScopeWindow *self, Deed deed)
{
  /* Any key brings a dark screen back, and does no more. */
  if (self->blank && deed != DO_STOP)
    {
      set_blank (self, FALSE);
      return;
    }
  switch (deed)
    {
    case DO_NEXT:
    case DO_PREVIOUS:
      go (self, deed == DO_NEXT ? 1 : -1);
      break;
    case DO_FIRST:
      show_step (self, 0);
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
      scope_window_stop_presenting (self);
      break;
    case DO_NOTHING:
    default:
      break;
    }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType modifiers,
                ScopeWindow *self)
{
  Deed deed;

  if (!self->presenting || (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)))
    return GDK_EVENT_PROPAGATE;
  deed = find_deed (self, key);
  if (deed == DO_NOTHING)
    return GDK_EVENT_PROPAGATE;
  act (self, deed);
  return GDK_EVENT_STOP;
}

/* --- All together */

void
scope_window_install_presentation (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.present", NULL, present_cb);
}

/* In the capture phase: a slider or the plot would take the clicker's keys before the window. */
void
scope_window_init_presentation (ScopeWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
