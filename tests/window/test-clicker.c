/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Keys of the stage, wherever the focus is, and the window around it. */

#include "in-process.h"
#include "lecture.h"
#include "notices.h"

static ScopeApplication *application;

/* --- Keys */

typedef enum
{
  ON_PLOT,
  ON_ENTRY,
  ON_SLIDER,
  ON_BUTTON,
  ON_LIST,
} Focus;

/* Steps are counted from 0; all begin at this one. */
#define HERE 4
#define GONE -1

typedef struct
{
  Focus focus;
  guint key;
  GdkModifierType modifiers;
  int step; /* that follows; GONE for none */
  gboolean taken;
} Case;

static const Case cases[] = {
  { ON_PLOT, GDK_KEY_Page_Down, 0, HERE + 1, TRUE },
  { ON_PLOT, GDK_KEY_Page_Up, GDK_SHIFT_MASK, HERE - 1, TRUE },
  { ON_PLOT, GDK_KEY_KP_Page_Down, 0, HERE + 1, TRUE },
  { ON_PLOT, GDK_KEY_Right, 0, HERE + 1, TRUE },
  { ON_PLOT, GDK_KEY_KP_Left, 0, HERE - 1, TRUE },
  { ON_PLOT, GDK_KEY_Down, 0, HERE + 1, TRUE },
  { ON_PLOT, GDK_KEY_Up, 0, HERE - 1, TRUE },
  { ON_PLOT, GDK_KEY_space, 0, HERE + 1, TRUE },
  { ON_PLOT, GDK_KEY_space, GDK_SHIFT_MASK, HERE - 1, TRUE },
  { ON_PLOT, GDK_KEY_KP_Enter, 0, HERE + 1, TRUE },
  { ON_PLOT, GDK_KEY_BackSpace, 0, HERE - 1, TRUE },
  { ON_PLOT, GDK_KEY_Home, 0, 0, TRUE },
  { ON_PLOT, GDK_KEY_KP_End, 0, 19, TRUE },
  { ON_PLOT, GDK_KEY_N, GDK_SHIFT_MASK, HERE + 1, TRUE },
  { ON_PLOT, GDK_KEY_p, 0, HERE - 1, TRUE },
  { ON_PLOT, GDK_KEY_r, 0, HERE, TRUE },
  { ON_PLOT, GDK_KEY_F5, GDK_SHIFT_MASK, HERE, TRUE },
  { ON_PLOT, GDK_KEY_F5, 0, GONE, TRUE },
  { ON_PLOT, GDK_KEY_Escape, 0, GONE, TRUE },
  /* With these they are somebody else's. */
  { ON_PLOT, GDK_KEY_Right, GDK_ALT_MASK, HERE, FALSE },
  { ON_PLOT, GDK_KEY_Right, GDK_SUPER_MASK, HERE, FALSE },
  { ON_PLOT, GDK_KEY_Right, GDK_CONTROL_MASK, HERE, FALSE },
  { ON_PLOT, GDK_KEY_n, GDK_CONTROL_MASK, HERE, FALSE },
  /* Digits are the window's, those of the keypad, too. */
  { ON_PLOT, GDK_KEY_KP_7, 0, HERE, FALSE },
  { ON_ENTRY, GDK_KEY_Page_Down, 0, HERE + 1, TRUE },
  { ON_ENTRY, GDK_KEY_Right, 0, HERE, FALSE },
  { ON_ENTRY, GDK_KEY_Down, 0, HERE, FALSE },
  { ON_ENTRY, GDK_KEY_space, 0, HERE, FALSE },
  { ON_ENTRY, GDK_KEY_BackSpace, 0, HERE, FALSE },
  { ON_ENTRY, GDK_KEY_End, 0, HERE, FALSE },
  { ON_ENTRY, GDK_KEY_n, 0, HERE, FALSE },
  { ON_ENTRY, GDK_KEY_period, 0, HERE, FALSE },
  { ON_ENTRY, GDK_KEY_Escape, 0, GONE, TRUE },
  { ON_SLIDER, GDK_KEY_Right, 0, HERE + 1, TRUE },
  { ON_SLIDER, GDK_KEY_Up, 0, HERE, FALSE },
  { ON_SLIDER, GDK_KEY_space, 0, HERE + 1, TRUE },
  { ON_BUTTON, GDK_KEY_space, 0, HERE, FALSE },
  { ON_BUTTON, GDK_KEY_Return, 0, HERE, FALSE },
  { ON_BUTTON, GDK_KEY_Down, 0, HERE + 1, TRUE },
  { ON_LIST, GDK_KEY_space, 0, HERE, FALSE },
  { ON_LIST, GDK_KEY_Down, 0, HERE, FALSE },
  { ON_LIST, GDK_KEY_Left, 0, HERE - 1, TRUE },
};

static gboolean
is_small_button (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget);
}

static void
focus (ScopeWindow *self, Focus where)
{
  GtkWidget *row = GTK_WIDGET (find_row (self, SCOPE_VALUE_ROW_BIAS));
  GtkWidget *const widgets[] = {
    [ON_PLOT] = GTK_WIDGET (self->plot),
    [ON_ENTRY] = find_inside (row, GTK_TYPE_TEXT),
    [ON_SLIDER] = find_inside (row, GTK_TYPE_SCALE),
    [ON_BUTTON] = find_widget (row, is_small_button, NULL),
    [ON_LIST] = gtk_widget_get_first_child (find_part (self, "wiring")),
  };

  g_assert_true (gtk_widget_grab_focus (widgets[where]));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self)) == widgets[where]);
}

static gboolean
has_sidebar (gpointer data)
{
  ScopeWindow *self = data;

  return adw_flap_get_reveal_progress (self->flap) == 1 && gtk_widget_get_mapped (find_part (self, "wiring"));
}

/* The fifth step, with the sidebar beside it. */
static void
begin (ScopeWindow *self)
{
  if (!scope_stage_style_is_on (GTK_WIDGET (self)))
    act (self, "win.present", NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->plot));
  press_key (GTK_WIDGET (self), GDK_KEY_Home, 0);
  for (guint i = 0; i < HERE; i++)
    press_key (GTK_WIDGET (self), GDK_KEY_Page_Down, 0);
  g_assert_cmpuint (scope_presentation_get_step (self->presentation), ==, HERE);
  adw_flap_set_reveal_flap (self->flap, TRUE);
  wait_until (has_sidebar, self);
}

static void
check (ScopeWindow *self, const Case *wanted)
{
  int step;

  begin (self);
  focus (self, wanted->focus);
  g_assert_cmpint (press_key (GTK_WIDGET (self), wanted->key, wanted->modifiers), ==, wanted->taken);
  step = scope_stage_style_is_on (GTK_WIDGET (self)) ? (int) scope_presentation_get_step (self->presentation)
                                                     : GONE;
  if (step != wanted->step)
    g_error ("%s at %d: step %d", gdk_keyval_name (wanted->key), (int) wanted->focus, step);
}

static void
test_keys (void)
{
  ScopeWindow *self = new_window (application);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check (self, &cases[i]);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* Who wants no letters, and who turns a tangent. */
static void
test_given_away (void)
{
  ScopeWindow *self = new_window (application);

  g_settings_set_boolean (self->settings, "letter-keys", FALSE);
  check (self, &(Case) { ON_PLOT, GDK_KEY_n, 0, HERE, FALSE });
  check (self, &(Case) { ON_PLOT, GDK_KEY_period, 0, HERE, FALSE });
  g_assert_false (scope_presentation_is_blank (self->presentation));
  check (self, &(Case) { ON_PLOT, GDK_KEY_Right, 0, HERE + 1, TRUE });
  g_settings_set_boolean (self->settings, "letter-keys", TRUE);
  check (self, &(Case) { ON_PLOT, GDK_KEY_n, 0, HERE + 1, TRUE });

  begin (self);
  scope_state_set_show (self->state, scope_state_get_show (self->state) | SCOPE_SHOW_ESTIMATE);
  gtk_widget_grab_focus (GTK_WIDGET (self->plot));
  g_assert_false (press_key (GTK_WIDGET (self), GDK_KEY_Down, 0));
  g_assert_cmpuint (scope_presentation_get_step (self->presentation), ==, HERE);
  g_assert_true (press_key (GTK_WIDGET (self), GDK_KEY_Right, 0));
  g_assert_cmpuint (scope_presentation_get_step (self->presentation), ==, HERE + 1);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* The first step has none before it; after the last one it is over, and begins anew. */
static void
test_ends (void)
{
  ScopeWindow *self = new_window (application);

  begin (self);
  focus (self, ON_PLOT);
  press_key (GTK_WIDGET (self), GDK_KEY_Home, 0);
  g_assert_true (press_key (GTK_WIDGET (self), GDK_KEY_Left, 0));
  g_assert_cmpuint (scope_presentation_get_step (self->presentation), ==, 0);
  press_key (GTK_WIDGET (self), GDK_KEY_End, 0);
  g_assert_cmpuint (scope_presentation_get_step (self->presentation), ==, scope_lecture_n_steps () - 1);
  g_assert_true (press_key (GTK_WIDGET (self), GDK_KEY_Right, 0));
  g_assert_false (scope_stage_style_is_on (GTK_WIDGET (self)));
  g_assert_cmpuint (scope_presentation_get_step (self->presentation), ==, 0);
  /* Without one, no key of it does anything. */
  g_assert_false (press_key (GTK_WIDGET (self), GDK_KEY_Page_Down, 0));
  g_assert_cmpuint (scope_presentation_get_step (self->presentation), ==, 0);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* --- The screen */

static guint n_unfilled;
static gboolean has_manager = TRUE;

void __real_gtk_window_unfullscreen (GtkWindow *window);
void __wrap_gtk_window_unfullscreen (GtkWindow *window);
void
__wrap_gtk_window_unfullscreen (GtkWindow *window)
{
  n_unfilled++;
  __real_gtk_window_unfullscreen (window);
}

/* Nobody fills the screen where there is no window manager. */
void __real_gtk_window_fullscreen (GtkWindow *window);
void __wrap_gtk_window_fullscreen (GtkWindow *window);
void
__wrap_gtk_window_fullscreen (GtkWindow *window)
{
  if (has_manager)
    __real_gtk_window_fullscreen (window);
}

static gboolean
fills_screen (gpointer window)
{
  GdkSurface *surface = gtk_native_get_surface (window);
  GdkRectangle area;
  int width, height;

  gdk_monitor_get_geometry (gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface),
                            &area);
  gtk_window_get_default_size (window, &width, &height);
  return width == area.width && height == area.height && !gtk_window_get_decorated (window);
}

/* Whatever had the focus on the stage, the plot has it afterwards, and what was typed there stays there. */
static void
test_focus_after (void)
{
  static const char *const ways[] = { "Escape", "F5", "win.present" };
  ScopeWindow *self = new_window (application);
  double bias = scope_state_get_parameters (self->state)->b;

  for (guint i = 0; i < G_N_ELEMENTS (ways) * (ON_LIST + 1); i++)
    {
      const char *way = ways[i % G_N_ELEMENTS (ways)];
      Focus where = (Focus) (i / G_N_ELEMENTS (ways));

      begin (self);
      focus (self, where);
      if (where == ON_ENTRY)
        gtk_editable_set_text (GTK_EDITABLE (gtk_window_get_focus (GTK_WINDOW (self))), "7.5");
      if (g_str_has_prefix (way, "win."))
        act (self, way, NULL);
      else
        press_key (GTK_WIDGET (self), gdk_keyval_from_name (way), 0);
      g_assert_false (scope_stage_style_is_on (GTK_WIDGET (self)));
      g_assert_true (gtk_window_get_focus (GTK_WINDOW (self)) == GTK_WIDGET (self->plot));
      g_assert_cmpfloat (scope_state_get_parameters (self->state)->b, ==, bias);
    }
  gtk_window_destroy (GTK_WINDOW (self));
}

/* Then the window does it by itself, and is what it was afterwards. */
static void
test_no_manager (void)
{
  ScopeWindow *self = new_window (application);
  int width, height, width_before, height_before;

  gtk_window_get_default_size (GTK_WINDOW (self), &width_before, &height_before);
  has_manager = FALSE;
  act (self, "win.present", NULL);
  wait_until (fills_screen, self);
  act (self, "win.present", NULL);
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_assert_cmpint (width, ==, width_before);
  g_assert_cmpint (height, ==, height_before);
  g_assert_true (gtk_window_get_decorated (GTK_WINDOW (self)));
  has_manager = TRUE;
  gtk_window_destroy (GTK_WINDOW (self));
}

/* A desktop that keeps its screen on for as long as somebody holds it. */
#define COOKIE 77

static guint n_held;

guint __wrap_gtk_application_inhibit (GtkApplication *holder, GtkWindow *window,
                                      GtkApplicationInhibitFlags flags, const char *reason);
guint
__wrap_gtk_application_inhibit (GtkApplication *holder, GtkWindow *window, GtkApplicationInhibitFlags flags,
                                const char *reason)
{
  g_assert_true (flags == GTK_APPLICATION_INHIBIT_IDLE);
  g_assert_cmpstr (reason, ==, "A lecture is on screen");
  n_held++;
  return COOKIE;
}

void __wrap_gtk_application_uninhibit (GtkApplication *holder, guint cookie);
void
__wrap_gtk_application_uninhibit (GtkApplication *holder, guint cookie)
{
  g_assert_cmpuint (cookie, ==, COOKIE);
  n_held--;
}

/* It does so from the first step to the last, and no longer, however the lecture ends. */
static void
test_awake (void)
{
  ScopeWindow *self = new_window (application);

  n_held = 0;
  for (guint i = 0; i < 2; i++)
    {
      act (self, "win.present", NULL);
      press_key (GTK_WIDGET (self), GDK_KEY_Page_Down, 0);
      g_assert_cmpuint (n_held, ==, 1);
      act (self, "win.present", NULL);
      g_assert_cmpuint (n_held, ==, 0);
    }
  act (self, "win.present", NULL);
  g_assert_cmpuint (n_held, ==, 1);
  gtk_window_close (GTK_WINDOW (self));
  g_assert_cmpuint (n_held, ==, 0);
}

/* A window that filled the screen before does so afterwards; another one does not. Who takes the screen away
 * ends the lecture. */
static void
test_full_screen (void)
{
  ScopeWindow *self = new_window (application);

  act (self, "win.present", NULL);
  wait_until (is_full_screen, self);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (self), "presenting"));
  act (self, "win.present", NULL);
  wait_until (is_not_full_screen, self);
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (self), "presenting"));
  act (self, "win.full-screen", NULL);
  wait_until (is_full_screen, self);
  act (self, "win.present", NULL);
  act (self, "win.present", NULL);
  g_assert_false (scope_stage_style_is_on (GTK_WIDGET (self)));
  g_assert_cmpuint (n_unfilled, ==, 1);
  act (self, "win.present", NULL);
  act (self, "win.full-screen", NULL);
  wait_until (is_not_full_screen, self);
  g_assert_false (scope_stage_style_is_on (GTK_WIDGET (self)));
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
is_small (gpointer data)
{
  return gtk_widget_get_height (GTK_WIDGET (((ScopeWindow *) data)->plot)) < 360;
}

/* What a step shows, nobody has switched on: it is not missed while the window is still small, nor is what
 * had no room in the window before. */
static void
test_no_complaint (void)
{
  ScopeWindow *self = new_window (application);

  gtk_window_set_default_size (GTK_WINDOW (self), 700, 420);
  wait_until (is_small, self);
  g_assert_cmpuint (scope_plot_get_missing (self->plot), !=, 0);
  for (guint step = 0; step < scope_lecture_n_steps (); step++)
    {
      act (self, "win.present", NULL);
      if (step > 0)
        press_key (GTK_WIDGET (self), GDK_KEY_Page_Down, 0);
      g_assert_cmpuint (scope_presentation_get_step (self->presentation), ==, step);
      g_assert_null (scope_said_get_text (self->said));
      scope_state_set_bias (self->state, scope_state_get_parameters (self->state)->b + 0.25);
      g_assert_null (scope_said_get_text (self->said));
      act (self, "win.present", NULL);
      g_assert_null (scope_said_get_text (self->said));
    }
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
is_said (gpointer data)
{
  return gtk_revealer_get_child_revealed (GTK_REVEALER (data));
}

/* A message lies over the picture, and leaves the step's words to be read. */
static void
test_message (void)
{
  ScopeWindow *self = new_window (application);
  GtkWidget *plot = GTK_WIDGET (self->plot);
  GtkWidget *revealer = gtk_widget_get_first_child (GTK_WIDGET (self->said)), *message;
  graphene_rect_t bounds;
  double words;

  g_assert_cmpfloat (scope_plot_get_words_height (self->plot), ==, 0);
  begin (self);
  wait_for_frames (GTK_WIDGET (self));
  words = scope_plot_get_words_height (self->plot);
  g_assert_cmpfloat (words, >, 0.1 * gtk_widget_get_height (plot));
  scope_notice_say (plot, "A message");
  wait_until (is_said, revealer);
  wait_for_frames (GTK_WIDGET (self));
  message = gtk_revealer_get_child (GTK_REVEALER (revealer));
  g_assert_true (gtk_widget_compute_bounds (message, plot, &bounds));
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (plot) - words);
  /* In the type of the stage. */
  g_assert_cmpint (gtk_widget_get_height (gtk_widget_get_first_child (message)), >=, 27);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* A dark screen takes a press to come back, which moves nothing; Esc ends all. */
static void
test_dark (void)
{
  ScopeWindow *self = new_window (application);

  begin (self);
  focus (self, ON_PLOT);
  g_assert_true (press_key (GTK_WIDGET (self), GDK_KEY_b, 0));
  g_assert_true (scope_presentation_is_blank (self->presentation));
  /* Alt+Tab and the like are the desktop's. */
  g_assert_false (press_key (GTK_WIDGET (self), GDK_KEY_Tab, GDK_ALT_MASK));
  g_assert_true (scope_presentation_is_blank (self->presentation));
  g_assert_true (press_key (GTK_WIDGET (self), GDK_KEY_Right, 0));
  g_assert_false (scope_presentation_is_blank (self->presentation));
  g_assert_cmpuint (scope_presentation_get_step (self->presentation), ==, HERE);
  press_key (GTK_WIDGET (self), GDK_KEY_period, 0);
  g_assert_true (scope_presentation_is_blank (self->presentation));
  g_assert_true (press_key (GTK_WIDGET (self), GDK_KEY_Escape, 0));
  g_assert_false (scope_presentation_is_blank (self->presentation)
                  || scope_stage_style_is_on (GTK_WIDGET (self)));
  gtk_window_destroy (GTK_WINDOW (self));
}

int
main (int argc, char **argv)
{
  char *home = set_up_home ();

  g_test_init (&argc, &argv, NULL);
  application = new_still_application ();
  g_test_add_func ("/clicker/keys", test_keys);
  g_test_add_func ("/clicker/given-away", test_given_away);
  g_test_add_func ("/clicker/ends", test_ends);
  g_test_add_func ("/clicker/focus-after", test_focus_after);
  g_test_add_func ("/clicker/full-screen", test_full_screen);
  g_test_add_func ("/clicker/awake", test_awake);
  g_test_add_func ("/clicker/no-manager", test_no_manager);
  g_test_add_func ("/clicker/no-complaint", test_no_complaint);
  g_test_add_func ("/clicker/message", test_message);
  g_test_add_func ("/clicker/dark", test_dark);
  return run_tests (application, home);
}
