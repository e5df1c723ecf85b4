/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the window calls the classes, and where that is written. */

#include <string.h>

#include "in-process.h"
#include "wiring.h"

static ScopeApplication *application;

/* --- What is written in a window */

/* Of a label, an equation, an entry or a tooltip, a line each; where and how long it may be seen does not matter. */
static void
append_texts (GString *texts, GtkWidget *widget)
{
  const char *text = GTK_IS_LABEL (widget)         ? gtk_label_get_text (GTK_LABEL (widget))
                     : GTK_IS_INSCRIPTION (widget) ? gtk_inscription_get_text (GTK_INSCRIPTION (widget))
                     : GTK_IS_EDITABLE (widget)    ? gtk_editable_get_text (GTK_EDITABLE (widget))
                                                   : NULL;
  const char *tip = gtk_widget_get_tooltip_text (widget);

  g_string_append_printf (texts, "%s\n%s\n", text != NULL ? text : "", tip != NULL ? tip : "");
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    append_texts (texts, child);
}

static guint
count (const char *texts, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (texts, text, -1);

  return g_strv_length (parts) - 1;
}

/* No class is called as before any more, and each as often as it was. */
static void
test_everywhere (void)
{
  static const char *const now[] = { "Kater", "Welpe", "Spatz" };
  ScopeWindow *self = new_window (application);
  GString *before = g_string_new (NULL), *after = g_string_new (NULL);

  act (self, "win.rows-three", NULL);
  wait_for_frames (GTK_WIDGET (self));
  append_texts (before, GTK_WIDGET (self));
  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    g_assert_cmpstr (scope_state_set_class (self->state, k, now[k]), ==, NULL);
  wait_for_frames (GTK_WIDGET (self));
  append_texts (after, GTK_WIDGET (self));
  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    {
      guint n = count (before->str, scope_classes_iris.name[k]);

      g_test_message ("%s: %u", now[k], n);
      /* Four headers and bars with their tooltips, a slider, a row, the wiring, an entry. */
      g_assert_cmpuint (n, >=, 10);
      g_assert_cmpuint (count (after->str, now[k]), >=, n);
      g_assert_cmpuint (count (after->str, scope_classes_iris.name[k]), ==, 0);
    }
  g_string_free (before, TRUE);
  g_string_free (after, TRUE);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* The choices of wiring are named anew, and what is chosen stays chosen. */
static void
test_wiring (void)
{
  static const char *const texts[] = {
    "z₁ Setosa", "z₂ cat", "z₃ Virginica", "all three", "the observed class: a mistake", "custom weights"
  };
  ScopeWindow *self = new_window (application);
  GtkDropDown *down = GTK_DROP_DOWN (find_part (self, "wiring"));
  GtkStringList *choices = GTK_STRING_LIST (gtk_drop_down_get_model (down));

  for (guint wiring = 0; wiring < G_N_ELEMENTS (texts); wiring++)
    {
      scope_state_set_wiring (self->state, (ScopeWiring) wiring);
      g_assert_null (scope_state_set_class (self->state, 1, "cat"));
      g_assert_cmpuint (gtk_drop_down_get_selected (down), ==, wiring);
      g_assert_cmpuint (scope_state_get_wiring (self->state), ==, wiring);
      for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        g_assert_cmpstr (gtk_string_list_get_string (choices, i), ==, texts[i]);
      act (self, "win.undo", NULL);
      g_assert_cmpstr (gtk_string_list_get_string (choices, 1), ==, "z₂ Versicolor");
      g_assert_cmpuint (scope_state_get_wiring (self->state), ==, wiring);
    }
  gtk_window_destroy (GTK_WINDOW (self));
}

/* --- Entries */

static gboolean
says (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_ENTRY (widget) && g_str_equal (gtk_editable_get_text (GTK_EDITABLE (widget)), text);
}

static void
type (GtkWidget *entry, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
}

static void
test_typed (void)
{
  static const char *const wrong[][2] = {
    { "", "A class needs a name" },
    { " ", "A class needs a name" },
    { "virginica", "Two classes have the same name" },
    { "1.5", "A number is no name of a class" },
    { "a\u202eb", "A class’s name has no control characters" },
  };
  ScopeWindow *self = new_window (application);
  GtkWidget *entry = find_widget (find_part (self, "classes_box"), says, "Versicolor");

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      type (entry, wrong[i][0]);
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, wrong[i][0]);
      g_assert_cmpstr (gtk_widget_get_tooltip_text (entry), ==, wrong[i][1]);
      g_assert_cmpstr (get_said (self), ==, wrong[i][1]);
      g_assert_true (gtk_widget_has_css_class (entry, "error"));
      g_assert_true (scope_classes_equal (scope_state_get_classes (self->state), &scope_classes_iris));
      g_assert_true (press_key (entry, GDK_KEY_Escape, 0));
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Versicolor");
      g_assert_null (gtk_widget_get_tooltip_text (entry));
      g_assert_false (gtk_widget_has_css_class (entry, "error"));
      g_assert_false (press_key (entry, GDK_KEY_Escape, 0));
    }
  type (entry, " <b>_cat_</b> & ");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "<b>_cat_</b> &");
  g_assert_cmpstr (scope_state_get_classes (self->state)->name[1], ==, "<b>_cat_</b> &");
  act (self, "win.undo", NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Versicolor");
  gtk_window_destroy (GTK_WINDOW (self));
}

/* Names of any length change nothing about how small a window may be. */
static void
test_long (void)
{
  static const char longest[] = "a name of sixty letters, which is the most that a class has!";
  ScopeWindow *self = new_window (application);
  GString *texts = g_string_new (NULL);
  int before, after;

  g_assert_cmpuint (strlen (longest), ==, SCOPE_LONGEST_CLASS);
  act (self, "win.rows-three", NULL);
  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1, &before, NULL, NULL, NULL);
  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    {
      g_autofree char *name = g_strdup (longest);

      name[0] = (char) ('a' + k);
      g_assert_null (scope_state_set_class (self->state, k, name));
    }
  wait_for_frames (GTK_WIDGET (self));
  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1, &after, NULL, NULL, NULL);
  g_assert_cmpint (after, ==, before);
  append_texts (texts, GTK_WIDGET (self));
  g_assert_cmpuint (count (texts->str, longest), >=, 10);
  g_string_free (texts, TRUE);
  gtk_window_destroy (GTK_WINDOW (self));
}

int
main (int argc, char **argv)
{
  char *home = set_up_home ();

  g_test_init (&argc, &argv, NULL);
  application = new_still_application ();
  g_test_add_func ("/called/everywhere", test_everywhere);
  g_test_add_func ("/called/wiring", test_wiring);
  g_test_add_func ("/called/typed", test_typed);
  g_test_add_func ("/called/long", test_long);
  return run_tests (application, home);
}
