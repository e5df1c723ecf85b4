/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The window in languages with longer words, and with words from right to left: nothing is cut that is told
 * nowhere else, and mathematics goes from left to right. A language is chosen at a program's start: each has
 * a process of its own. */

#include "../abroad.h"
#include "in-process.h"
#include "number-entry.h"

#include <string.h>

/* --- What is cut */

/* It, or what it is a part of, says all of its text to who points at it. */
static gboolean
is_told (GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (gtk_widget_get_tooltip_text (widget) != NULL)
      return TRUE;
  return FALSE;
}

/* Each minus stands before its number. */
static void
check_minus (PangoLayout *layout)
{
  const char *text = pango_layout_get_text (layout);

  for (const char *at = strstr (text, "−"); at != NULL; at = strstr (at + 1, "−"))
    {
      const char *next = at + strlen ("−");
      PangoRectangle minus, digit;

      if (!g_ascii_isdigit (*next))
        continue;
      pango_layout_index_to_pos (layout, (int) (at - text), &minus);
      pango_layout_index_to_pos (layout, (int) (next - text), &digit);
      if (MIN (minus.x, minus.x + minus.width) >= MIN (digit.x, digit.x + digit.width))
        g_error ("“%s” has a minus behind a number", text);
    }
}

static void
check_label (GtkWidget *widget)
{
  PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (widget));
  int width, height;

  check_minus (layout);

  if (pango_layout_is_ellipsized (layout) && !is_told (widget))
    g_error ("“%s” is cut", gtk_label_get_text (GTK_LABEL (widget)));
  pango_layout_get_pixel_size (layout, &width, &height);
  if (width > gtk_widget_get_width (widget) + 1 || height > gtk_widget_get_height (widget) + 1)
    g_error ("“%s” needs %d × %d and has %d × %d", gtk_label_get_text (GTK_LABEL (widget)), width, height,
             gtk_widget_get_width (widget), gtk_widget_get_height (widget));
}

static void
check_inscription (GtkWidget *widget)
{
  const char *text = gtk_inscription_get_text (GTK_INSCRIPTION (widget));
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  int width;

  check_minus (layout);
  pango_layout_get_pixel_size (layout, &width, NULL);
  if (width > gtk_widget_get_width (widget) + 1 && !is_told (widget))
    g_error ("“%s” needs %d and has %d", text, width, gtk_widget_get_width (widget));
}

/* --- All of it, and what goes from left to right */

/* All that is seen inside. */
static guint
check (GtkWidget *widget)
{
  guint n = 0;

  if (!gtk_widget_get_mapped (widget))
    return 0;
  if (GTK_IS_LABEL (widget))
    {
      check_label (widget);
      n++;
    }
  if (GTK_IS_INSCRIPTION (widget))
    check_inscription (widget);
  if (GTK_IS_TEXT (widget))
    {
      g_autoptr (PangoLayout) layout
        = gtk_widget_create_pango_layout (widget, gtk_editable_get_text (GTK_EDITABLE (widget)));

      check_minus (layout);
    }
  if (GTK_IS_SCALE (widget) || SCOPE_IS_NUMBER_ENTRY (widget) || GTK_IS_SPIN_BUTTON (widget)
      || (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "numeric")))
    g_assert_cmpint (gtk_widget_get_direction (widget), ==, GTK_TEXT_DIR_LTR);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += check (child);
  return n;
}

static void
check_dialog (ScopeWindow *window, const char *action)
{
  GtkWidget *dialog = open_dialog (window, action);

  g_test_message ("%s: %u texts", action, check (dialog));
  g_assert_cmpuint (check (dialog), >, 5);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_window (gconstpointer locale)
{
  static const char *const parts[] = { "win.show-steps", "win.show-mistakes", "win.show-cases", "win.ask",
                                       "win.show-hood",  "win.descent-step",  "win.keep-curve" };
  ScopeApplication *application;
  ScopeWindow *window;
  int least;

  if (!g_test_subprocess ())
    {
      g_setenv ("LC_ALL", locale, TRUE);
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }
  test_go_abroad (locale);
  application = new_still_application ();
  window = new_window (application);
  g_assert_cmpint (gtk_widget_get_direction (GTK_WIDGET (window)), ==,
                   g_str_has_prefix (locale, "he") ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  g_assert_cmpuint (check (GTK_WIDGET (window)), >, 20);
  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 1024);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      act (window, parts[i], NULL);
      wait_for_frames (GTK_WIDGET (window));
      check (GTK_WIDGET (window));
    }
  check_dialog (window, "win.export");
  check_dialog (window, "win.shortcuts");
  check_dialog (window, "win.accessibility");
  act (window, "win.present", NULL);
  wait_for_frames (GTK_WIDGET (window));
  check (GTK_WIDGET (window));
}

int
main (int argc, char **argv)
{
  char *home = set_up_home ();

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (test_abroad); i++)
    {
      g_autofree char *path = g_strconcat ("/abroad/", test_abroad[i], NULL);

      g_test_add_data_func (path, test_abroad[i], test_window);
    }
  return run_tests (NULL, home);
}
