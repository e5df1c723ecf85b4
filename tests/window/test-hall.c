/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is read from the last row, on a screen of any size, and by those who have asked the desktop for larger
 * text. */

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <math.h>
#include <string.h>

#include "../common.h"
#include "in-process.h"
#include "lecture.h"
#include "pixels.h"
#include "plot-private.h"
#include "roles.h"

/* Of the screen's height. */
#define LEAST_TYPE 0.0245
#define LEAST_PICTURE_TYPE 0.0165
/* Of that: names over narrow columns, on a small screen. */
#define LEAST_OF_NAME 0.79
#define DPI 96
#define LARGER 1.25

/* --- The sliders beside the picture */

static gboolean
is_open (gpointer data)
{
  ScopeWindow *window = data;
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));
  GdkMonitor *monitor = gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface);
  GdkRectangle area;

  gdk_monitor_get_geometry (monitor, &area);
  return gtk_widget_get_width (data) == area.width && gtk_widget_get_height (data) == area.height
         && adw_flap_get_reveal_progress (window->flap) == 1;
}

static graphene_rect_t
bounds_in (GtkWidget *widget, ScopeWindow *window)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (window), &bounds));
  return bounds;
}

/* How many pixels of a part of the window are written on. */
static int
count_ink (ScopeWindow *window, double x, double y, double width, double height)
{
  g_auto (Pixels) pixels = pixels_of_part (
    GTK_WIDGET (window), &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height), 1);
  ScopeColour ground = pixels_most (&pixels);
  int n = 0;

  for (int i = 0; i < pixels.width * pixels.height; i++)
    {
      ScopeColour colour = pixels_colour (pixels.pixels[i]);

      n += scope_theme_contrast (&colour, &ground) >= 4.5;
    }
  return n;
}

/* Over a handle, in a box as wide as two of them and as high as a line. */
static int
count_over_handle (ScopeWindow *window, GtkWidget *row)
{
  graphene_rect_t handle = bounds_in (find_widget (row, is_handle, NULL), window);

  return count_ink (window, handle.origin.x - handle.size.width / 2,
                    handle.origin.y - 0.8 * handle.size.height, 2 * handle.size.width,
                    0.75 * handle.size.height);
}

static gboolean
is_written (gpointer data)
{
  ScopeWindow *window = data;

  return count_over_handle (window, GTK_WIDGET (find_row (window, SCOPE_VALUE_ROW_BIAS))) > 20;
}

static void
check_row (ScopeWindow *window, guint index)
{
  GtkWidget *row = GTK_WIDGET (find_row (window, index));
  GtkWidget *title = find_inside (row, GTK_TYPE_LABEL), *scale = find_inside (row, GTK_TYPE_SCALE);
  double height = gtk_widget_get_height (GTK_WIDGET (window));
  graphene_rect_t handle = bounds_in (find_widget (row, is_handle, NULL), window);

  g_assert_cmpfloat (type_of (title), >=, LEAST_TYPE * height);
  g_assert_cmpint (pango_layout_get_line_count (gtk_label_get_layout (GTK_LABEL (title))), ==, 1);
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (title))));
  g_assert_cmpfloat (type_of (find_inside (row, GTK_TYPE_TEXT)), >=, LEAST_TYPE * height);
  g_assert_cmpfloat (handle.size.width, >=, 1.4 * LEAST_TYPE * height);
  g_assert_cmpfloat (handle.size.height, >=, 1.4 * LEAST_TYPE * height);
  /* Each can be dragged over most of the sidebar. */
  g_assert_cmpfloat (gtk_widget_get_width (scale), >=,
                     0.8 * gtk_widget_get_width (find_part (window, "rows_box")));
}

/* Of the picture beside them. */
static double
smallest_type (ScopeWindow *window)
{
  const ScopeScene *scene = scope_plot_get_scene (window->plot);
  double smallest = INFINITY;

  for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
    {
      const ScopeItem *item = scope_scene_get_item (scene, i);
      double size = test_type_size (item);

      if (item->line == NULL || scope_line_get_n_runs (item->line) == 0)
        continue;
      smallest = fmin (smallest, item->role == &scope_role_step ? size / LEAST_OF_NAME : size);
    }
  return smallest;
}

static void
test_sliders (void)
{
  ScopeWindow *window;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }
  window = new_window (new_still_application ());
  g_assert_cmpint (count_over_handle (window, GTK_WIDGET (find_row (window, 0))), ==, 0);
  act (window, "win.present", NULL);
  adw_flap_set_reveal_flap (window->flap, TRUE);
  wait_until (is_open, window);
  /* The value is over its handle, wherever that is. */
  wait_until (is_written, window);
  scope_state_set_bias (window->state, 6.25);
  wait_until (is_written, window);
  for (guint i = 0; i <= SCOPE_VALUE_ROW_BIAS; i++)
    check_row (window, i);
  for (guint step = 0; step < scope_lecture_n_steps (); step++)
    {
      g_test_message ("Step %u", step);
      g_assert_cmpfloat (smallest_type (window), >=,
                         LEAST_PICTURE_TYPE * gtk_widget_get_height (GTK_WIDGET (window)));
      g_assert_true (press_key (GTK_WIDGET (window), GDK_KEY_Page_Down, 0));
    }
  /* The picture keeps the larger part. */
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window->plot)), >=,
                   gtk_widget_get_width (GTK_WIDGET (window)) * 6 / 10);

  act (window, "win.present", NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* --- The desktop's text */

/* As a desktop does, before the program begins. */
static void
ask_for_text (double scale)
{
  g_autofree char *text = g_strdup_printf ("Xft.dpi: %g\n", scale * DPI);
  Display *display = XOpenDisplay (NULL);

  g_assert_nonnull (display);
  XChangeProperty (display, DefaultRootWindow (display), XA_RESOURCE_MANAGER, XA_STRING, 8, PropModeReplace,
                   (const guchar *) text, (int) strlen (text));
  XCloseDisplay (display);
}

/* Once it is styled as it is to be. */
static double
line_height (GtkWidget *label)
{
  g_autoptr (PangoLayout) layout = NULL;
  PangoRectangle rect;

  wait_for_frames (GTK_WIDGET (gtk_widget_get_root (label)));
  layout = gtk_widget_create_pango_layout (label, "b");
  pango_layout_get_extents (layout, NULL, &rect);
  return (double) rect.height / PANGO_SCALE;
}

/* Widgets and picture grow by the same, once. */
static void
test_text (gconstpointer data)
{
  double scale = GPOINTER_TO_INT (data) / 100.0, unit, height;
  ScopeWindow *window;
  GtkWidget *title;

  if (!g_test_subprocess ())
    {
      ask_for_text (scale);
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      ask_for_text (1);
      g_test_trap_assert_passed ();
      return;
    }
  window = new_window (new_still_application ());
  title = find_inside (GTK_WIDGET (find_row (window, 0)), GTK_TYPE_LABEL);
  height = line_height (title);
  unit = scope_scene_get_unit (scope_plot_get_scene (window->plot));
  g_assert_cmpfloat (window->plot->text_scale, ==, scale);
  /* What the menu asks for comes on top of it, in both, and goes again. */
  g_settings_set_double (window->settings, "text-scale", LARGER);
  g_assert_cmpfloat (window->plot->text_scale, ==, MIN (2, LARGER * scale));
  g_assert_true (scale == 2 || scope_scene_get_unit (scope_plot_get_scene (window->plot)) > unit);
  g_assert_cmpfloat_with_epsilon (line_height (title), LARGER * height, 2);
  g_settings_set_double (window->settings, "text-scale", 1);
  g_assert_cmpfloat (window->plot->text_scale, ==, scale);
  g_assert_cmpfloat_with_epsilon (line_height (title), height, 0.5);
  g_assert_cmpfloat (scope_scene_get_unit (scope_plot_get_scene (window->plot)), ==, unit);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* --- Changed while the program runs, by what keeps a desktop's settings (XSETTINGS) */

typedef struct
{
  Display *display;
  Window window; /* the keeper's, on which the settings are */
  Atom property;
  guint serial;
} Keeper;

static void
add_number (GByteArray *bytes, guint number, guint size)
{
  for (guint i = 0; i < size; i++)
    g_byte_array_append (bytes, &(guint8) { (guint8) (number >> 8 * i) }, 1);
}

static void
add_setting (GByteArray *bytes, guint serial, const char *name, guint number)
{
  guint length = (guint) strlen (name);

  add_number (bytes, 0, 2);
  add_number (bytes, length, 2);
  g_byte_array_append (bytes, (const guint8 *) name, length);
  add_number (bytes, 0, (4 - length % 4) % 4);
  add_number (bytes, serial, 4);
  add_number (bytes, number, 4);
}

/* How quick a double click is, and how large text. */
static void
keep (Keeper *keeper, guint time_ms, double scale)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  keeper->serial++;
  add_number (bytes, LSBFirst, 4);
  add_number (bytes, keeper->serial, 4);
  add_number (bytes, 2, 4);
  add_setting (bytes, keeper->serial, "Net/DoubleClickTime", time_ms);
  add_setting (bytes, keeper->serial, "Xft/DPI", (guint) (scale * DPI * 1024));
  XChangeProperty (keeper->display, keeper->window, keeper->property, keeper->property, 8, PropModeReplace,
                   bytes->data, (int) bytes->len);
  XFlush (keeper->display);
}

/* Begins as the desktop's, and is announced. */
static void
begin_to_keep (Keeper *keeper)
{
  Window root;
  XEvent event = { 0 };

  keeper->display = XOpenDisplay (NULL);
  g_assert_nonnull (keeper->display);
  root = DefaultRootWindow (keeper->display);
  keeper->window = XCreateSimpleWindow (keeper->display, root, 0, 0, 1, 1, 0, 0, 0);
  keeper->property = XInternAtom (keeper->display, "_XSETTINGS_SETTINGS", False);
  event.xclient = (XClientMessageEvent) {
    .type = ClientMessage,
    .window = root,
    .message_type = XInternAtom (keeper->display, "MANAGER", False),
    .format = 32,
    .data.l
    = { CurrentTime, (long) XInternAtom (keeper->display, "_XSETTINGS_S0", False), (long) keeper->window },
  };
  keep (keeper, 400, 1);
  XSetSelectionOwner (keeper->display, (Atom) event.xclient.data.l[1], keeper->window, CurrentTime);
  XSendEvent (keeper->display, root, False, StructureNotifyMask, &event);
  XFlush (keeper->display);
}

static gboolean
is_larger (gpointer window)
{
  return ((ScopeWindow *) window)->plot->text_scale == LARGER;
}

static gboolean
is_usual (gpointer window)
{
  return ((ScopeWindow *) window)->plot->text_scale == 1;
}

#define QUICK_MS 123

static gboolean
is_quick (gpointer settings)
{
  int time;

  g_object_get (settings, "gtk-double-click-time", &time, NULL);
  return time == QUICK_MS;
}

/* Text that is asked for meanwhile comes at once, in the window and in the picture; other settings change
 * nothing of it. */
static void
test_text_changes (void)
{
  Keeper keeper = { 0 };
  ScopeWindow *window;
  GtkWidget *title;
  double height;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }
  window = new_window (new_still_application ());
  title = find_inside (GTK_WIDGET (find_row (window, 0)), GTK_TYPE_LABEL);
  height = line_height (title);
  begin_to_keep (&keeper);
  keep (&keeper, 400, LARGER);
  wait_until (is_larger, window);
  g_assert_cmpfloat_with_epsilon (line_height (title), LARGER * height, 2);
  keep (&keeper, QUICK_MS, LARGER);
  wait_until (is_quick, gtk_settings_get_default ());
  g_assert_true (is_larger (window));
  keep (&keeper, QUICK_MS, 1);
  wait_until (is_usual, window);
  g_assert_cmpfloat_with_epsilon (line_height (title), height, 0.5);
  gtk_window_destroy (GTK_WINDOW (window));
  XCloseDisplay (keeper.display);
}

int
main (int argc, char **argv)
{
  static const int percents[] = { 100, 125, 150, 200 };
  char *home = set_up_home ();

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hall/sliders", test_sliders);
  g_test_add_func ("/hall/text-changes", test_text_changes);
  for (guint i = 0; i < G_N_ELEMENTS (percents); i++)
    {
      g_autofree char *path = g_strdup_printf ("/hall/text-%d", percents[i]);

      g_test_add_data_func (path, GINT_TO_POINTER (percents[i]), test_text);
    }
  return run_tests (NULL, home);
}
