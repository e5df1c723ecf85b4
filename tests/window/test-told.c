/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What GTK tells by itself from 4.14 on, and what the program must tell before: each way is tried, whatever is
 * installed. */

#include <string.h>

#include "announce.h"
#include "in-process.h"
#include "platform.h"

static ScopeApplication *application;

/* --- A newer GTK, or an older one */

static gboolean is_newer;
static GString *announced; /* all that was, one after the other */

gboolean __wrap_scope_platform_tells_values (void);
gboolean
__wrap_scope_platform_tells_values (void)
{
  return is_newer;
}

gboolean __wrap_scope_platform_can_announce (void);
gboolean
__wrap_scope_platform_can_announce (void)
{
  return is_newer;
}

void __wrap_scope_platform_announce (GtkAccessible *accessible, const char *text);
void
__wrap_scope_platform_announce (GtkAccessible *accessible, const char *text)
{
  g_assert_true (is_newer);
  g_assert_true (GTK_IS_ROOT (accessible));
  g_string_append_printf (announced, "[%s]", text);
}

static ScopeWindow *
new_window_of (gboolean newer)
{
  ScopeWindow *self;

  is_newer = newer;
  self = new_window (application);
  act (self, "win.reset", NULL);
  return self;
}

/* --- What rests is told */

static gboolean
is_at_rest (gpointer data)
{
  return scope_teller_is_at_rest (((ScopeWindow *) data)->teller);
}

static void
rest (ScopeWindow *self)
{
  wait_until (is_at_rest, self);
  g_string_truncate (announced, 0);
}

static GtkWidget *
slider_of (ScopeWindow *self, guint index)
{
  return find_inside (GTK_WIDGET (find_row (self, index)), GTK_TYPE_SCALE);
}

/* A slider that is moved by its own keys says its value itself; the program's news are of all else. */
static void
test_slider (void)
{
  ScopeWindow *self = new_window_of (TRUE);

  g_assert_true (gtk_widget_grab_focus (slider_of (self, SCOPE_VALUE_ROW_BIAS)));
  rest (self);
  scope_state_set_bias (self->state, -1);
  wait_until (is_at_rest, self);
  g_assert_cmpstr (announced->str, ==, "");
  /* Another one's value is told, and its own where it is not the hand that moved it. */
  scope_state_set_number (self->state, SCOPE_FIELD (parameters.a), 0, 3);
  wait_until (is_at_rest, self);
  g_assert_nonnull (strstr (announced->str, "loss"));
  act (self, "win.undo", NULL);
  rest (self);
  act (self, "win.undo", NULL);
  g_assert_cmpfloat (scope_state_get_parameters (self->state)->b, ==, -2);
  wait_until (is_at_rest, self);
  g_assert_true (g_str_has_prefix (announced->str, "[Undone"));
  g_assert_nonnull (strstr (announced->str, "loss"));
  /* What has the focus and is no slider tells nothing, the entry above it neither. */
  for (guint i = 0; i < 2; i++)
    {
      gtk_widget_grab_focus (
        i == 0 ? GTK_WIDGET (self->plot)
               : find_inside (GTK_WIDGET (find_row (self, SCOPE_VALUE_ROW_BIAS)), GTK_TYPE_TEXT));
      rest (self);
      scope_state_set_bias (self->state, 1 + i);
      wait_until (is_at_rest, self);
      g_assert_nonnull (strstr (announced->str, "loss"));
    }
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
has_description (GtkWidget *widget)
{
  return gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

/* Without that, and without announcements, the description of what has the focus is what is told. */
static void
test_described (void)
{
  ScopeWindow *self = new_window_of (FALSE);
  GtkWidget *plot = GTK_WIDGET (self->plot);

  gtk_widget_grab_focus (plot);
  rest (self);
  g_assert_false (has_description (plot));
  scope_announce (plot, "b₃ −2");
  g_assert_true (has_description (plot));
  g_assert_null (gtk_test_accessible_check_property (GTK_ACCESSIBLE (plot),
                                                     GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "b 3 equals −2"));
  g_assert_cmpstr (announced->str, ==, "");
  gtk_window_destroy (GTK_WINDOW (self));

  self = new_window_of (TRUE);
  plot = GTK_WIDGET (self->plot);
  gtk_widget_grab_focus (plot);
  rest (self);
  scope_announce (plot, "b₃ −2");
  g_assert_false (has_description (plot));
  g_assert_cmpstr (announced->str, ==, "[b 3 equals −2]");
  gtk_window_destroy (GTK_WINDOW (self));
}

/* --- A slider's value */

/* What it comes to is the slider's own value in words, and before that could be read, another widget's. */
static void
test_value (void)
{
  for (guint newer = 0; newer < 2; newer++)
    {
      ScopeWindow *self = new_window_of ((gboolean) newer);
      GtkWidget *slider = slider_of (self, SCOPE_VALUE_ROW_BIAS);

      scope_state_set_bias (self->state, 1);
      g_assert_true (
        gtk_test_accessible_has_property (GTK_ACCESSIBLE (slider), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT));
      g_assert_cmpint (
        gtk_test_accessible_has_relation (GTK_ACCESSIBLE (slider), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY), !=,
        newer);
      gtk_window_destroy (GTK_WINDOW (self));
    }
}

/* --- Menus */

static gboolean
is_menu_button (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_MENU_BUTTON (widget) && gtk_widget_get_mapped (widget)
         && gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (widget)) != NULL;
}

static gboolean
is_item (GtkWidget *widget, gconstpointer data)
{
  return g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkModelButton") && gtk_widget_get_mapped (widget);
}

static gboolean
is_open (gpointer popover)
{
  return gtk_widget_get_mapped (popover);
}

static char *
check_name (GtkWidget *widget, const char *name)
{
  return gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

/* Each item by its text, where GTK would read its shortcut for it; before, the menu, which has no name else. */
static void
test_menu (void)
{
  for (guint newer = 0; newer < 2; newer++)
    {
      ScopeWindow *self = new_window_of ((gboolean) newer);
      GtkWidget *header = adw_squeezer_get_visible_child (self->header);
      GtkMenuButton *button = GTK_MENU_BUTTON (find_widget (header, is_menu_button, NULL));
      GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (button)), *item;
      g_autofree char *text = NULL, *unnamed = NULL, *wrong = NULL;

      gtk_menu_button_popup (button);
      wait_until (is_open, popover);
      item = find_widget (popover, is_item, NULL);
      g_object_get (item, "text", &text, NULL);
      g_assert_cmpstr (text, !=, "");
      if (newer)
        wrong = check_name (item, text);
      else
        wrong = check_name (popover, "Menu");
      g_assert_cmpstr (wrong, ==, NULL);
      gtk_menu_button_popdown (button);
      gtk_window_destroy (GTK_WINDOW (self));
    }
}

int
main (int argc, char **argv)
{
  char *home = set_up_home ();
  int status;

  g_setenv ("GTK_A11Y", "test", TRUE);
  g_test_init (&argc, &argv, NULL);
  application = new_still_application ();
  announced = g_string_new (NULL);
  g_test_add_func ("/told/slider", test_slider);
  g_test_add_func ("/told/described", test_described);
  g_test_add_func ("/told/value", test_value);
  g_test_add_func ("/told/menu", test_menu);
  status = run_tests (application, home);
  g_string_free (announced, TRUE);
  return status;
}
