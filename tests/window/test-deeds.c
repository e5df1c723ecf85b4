/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What keys and the pointer of a virtual display do not reach: a window in this program itself, its
 * actions, and what they open. */

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "file-chooser.h"
#include "in-process.h"
#include "number-entry.h"
#include "plot-input.h"
#include "plot-private.h"
#include "rows-import.h"
#include "state-rows.h"

static char *home;
static ScopeApplication *application;

/* --- What is there */

/* A window of that type, NULL for none; how many there are. */
static GtkWindow *
find_window (const char *type, guint *n)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWindow *found = NULL;

  *n = 0;
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (!g_str_equal (G_OBJECT_TYPE_NAME (window), type) || !gtk_widget_get_mapped (GTK_WIDGET (window)))
        continue;
      found = window;
      ++*n;
    }
  return found;
}

static gboolean
is_there (gpointer type)
{
  guint n;

  return find_window (type, &n) != NULL;
}

static gboolean
is_gone (gpointer type)
{
  return !is_there (type);
}

static GtkWindow *
wait_for_window (const char *type)
{
  guint n;

  wait_until (is_there, (gpointer) type);
  return find_window (type, &n);
}

static void
wait_for_end (const char *type)
{
  wait_until (is_gone, (gpointer) type);
}

/* --- The plot */

static void
test_pinch (void)
{
  ScopeWindow *self = new_window (application);
  ScopeView before = *scope_state_get_view (self->state);
  const ScopeView *view;
  ScopeRect rect;
  double about;

  g_assert_true (
    scope_scene_get_zone (scope_plot_get_scene (self->plot), SCOPE_ZONE_PANEL, SCOPE_PANEL_LOSS, &rect));
  self->plot->pinch_scale = 1;
  /* Twice as far apart: half as much is seen, and what was between the fingers still is. */
  scope_plot_pinch (self->plot, 2, rect.x + rect.width / 4, rect.y + rect.height / 2);
  view = scope_state_get_view (self->state);
  about = before.axis_lo + (before.axis_hi - before.axis_lo) / 4;
  g_assert_cmpfloat_with_epsilon (view->axis_hi - view->axis_lo, (before.axis_hi - before.axis_lo) / 2, 1e-9);
  g_assert_cmpfloat_with_epsilon (view->axis_lo + (view->axis_hi - view->axis_lo) / 4, about, 1e-9);
  /* Back together, in two moves. */
  scope_plot_pinch (self->plot, 1.5, rect.x + rect.width / 4, rect.y + rect.height / 2);
  scope_plot_pinch (self->plot, 1, rect.x + rect.width / 4, rect.y + rect.height / 2);
  g_assert_cmpfloat_with_epsilon (view->axis_lo, before.axis_lo, 1e-9);
  g_assert_cmpfloat_with_epsilon (view->axis_hi, before.axis_hi, 1e-9);
  /* Beside the panels, and with fingers on each other, nothing. */
  scope_plot_pinch (self->plot, 3, -10, -10);
  scope_plot_pinch (self->plot, 0, rect.x + 5, rect.y + 5);
  g_assert_cmpfloat_with_epsilon (view->axis_hi, before.axis_hi, 1e-9);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* --- Windows above the window */

static void
test_about (void)
{
  ScopeWindow *self = new_window (application);
  GtkWindow *about;

  g_action_group_activate_action (G_ACTION_GROUP (application), "about", NULL);
  about = wait_for_window ("AdwAboutWindow");
  g_assert_true (gtk_window_get_transient_for (about) == GTK_WINDOW (self));
  g_assert_cmpstr (adw_about_window_get_application_name (ADW_ABOUT_WINDOW (about)), ==, "Logitscope");
  g_assert_cmpint (adw_about_window_get_license_type (ADW_ABOUT_WINDOW (about)), ==, GTK_LICENSE_GPL_3_0);
  gtk_window_close (about);
  wait_for_end ("AdwAboutWindow");
  gtk_window_destroy (GTK_WINDOW (self));
}

/* A size that is being typed when the dialog goes is nobody's any more. */
static void
test_export_goes_while_a_size_is_typed (void)
{
  ScopeWindow *self = new_window (application);
  GtkWindow *dialog;
  GtkWidget *width;

  act (self, "win.export", NULL);
  dialog = wait_for_window ("ScopeExportDialog");
  width = find_inside (GTK_WIDGET (dialog), GTK_TYPE_SPIN_BUTTON);
  g_assert_true (gtk_widget_grab_focus (width));
  gtk_editable_set_text (GTK_EDITABLE (width), "1234");
  gtk_window_destroy (dialog);
  wait_for_end ("ScopeExportDialog");
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
check_headings (GtkTreeView *list, gboolean are_sensitive)
{
  g_autoptr (GList) columns = gtk_tree_view_get_columns (list);

  for (GList *l = columns; l != NULL; l = l->next)
    {
      /* As the chooser does at any time; it makes a heading clickable. */
      gtk_tree_view_column_set_sort_column_id (l->data, 0);
      g_assert_cmpint (gtk_widget_is_sensitive (gtk_tree_view_column_get_button (l->data)), ==,
                       are_sensitive);
    }
}

/* The lists of a chooser that has them (GTK 4.8): headings wait for files, and no search of their own
 * opens, with or without files. */
static void
check_lists (GtkWidget *widget)
{
  if (GTK_IS_TREE_VIEW (widget))
    {
      GtkTreeView *list = GTK_TREE_VIEW (widget);
      g_autoptr (GtkTreeModel) before = gtk_tree_view_get_model (list);
      g_autoptr (GtkListStore) files = gtk_list_store_new (1, G_TYPE_STRING);
      gboolean is_done;

      if (before != NULL)
        g_object_ref (before);
      gtk_widget_grab_focus (widget);
      g_signal_emit_by_name (list, "start-interactive-search", &is_done);
      gtk_tree_view_set_model (list, NULL);
      check_headings (list, FALSE);
      gtk_tree_view_set_model (list, GTK_TREE_MODEL (files));
      check_headings (list, TRUE);
      gtk_tree_view_set_model (list, before);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_lists (child);
}

/* However often it is asked for: one chooser, above the window, and none that outlives it. */
static void
test_one_chooser (void)
{
  ScopeWindow *self = new_window (application);
  GtkWindow *chooser;
  guint n;

  act (self, "win.rows-open", NULL);
  act (self, "win.rows-open", NULL);
  chooser = wait_for_window ("GtkFileChooserDialog");
  act (self, "win.rows-open", NULL);
  act (self, "win.descent-save", g_variant_new_string ("csv"));
  g_assert_true (find_window ("GtkFileChooserDialog", &n) == chooser);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (gtk_window_get_transient_for (chooser) == GTK_WINDOW (self));
  g_assert_true (gtk_window_get_modal (chooser));
  check_lists (GTK_WIDGET (chooser));
  gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_CANCEL);
  wait_for_end ("GtkFileChooserDialog");
  act (self, "win.rows-open", NULL);
  wait_for_window ("GtkFileChooserDialog");
  /* Nothing is chosen any more when it is answered. */
  g_signal_emit_by_name (g_object_get_data (G_OBJECT (self), "scope-file-chooser"), "response",
                         GTK_RESPONSE_ACCEPT);
  gtk_window_destroy (GTK_WINDOW (self));
  wait_for_end ("GtkFileChooserDialog");
}

/* --- Rows that are refused as a whole */

static void
read_cb (GArray *rows, const char *name, gboolean ignored_columns, gpointer data)
{
  g_assert_not_reached ();
}

static void
expect_refusal (ScopeWindow *self, const char *heading, const char *body)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (wait_for_window ("AdwMessageDialog"));

  g_assert_cmpstr (adw_message_dialog_get_heading (dialog), ==, heading);
  g_assert_cmpstr (adw_message_dialog_get_body (dialog), ==, body);
  g_assert_true (gtk_window_get_transient_for (GTK_WINDOW (dialog)) == GTK_WINDOW (self));
  gtk_window_close (GTK_WINDOW (dialog));
  wait_for_end ("AdwMessageDialog");
}

static void
refuse_file (ScopeWindow *self, const char *path, const char *heading, const char *body)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  scope_rows_import_files (GTK_WINDOW (self), self->state, &file, 1, read_cb, NULL);
  expect_refusal (self, heading, body);
}

static void
test_refused_files (void)
{
  ScopeWindow *self = new_window (application);
  g_autofree char *none = g_build_filename (home, "none.csv", NULL);
  g_autofree char *loop = g_build_filename (home, "loop.csv", NULL);
  g_autofree char *said = g_strdup_printf ("Error opening file %s: Too many levels of symbolic links", loop);

  refuse_file (self, none, "“none.csv” was not opened", "There is no such file any more.");
  refuse_file (self, "/", "“/” was not opened",
               "This is a folder. A CSV file of observations can be opened.");
  /* What has no sentence of ours is said as the system has it. */
  g_assert_cmpint (symlink (loop, loop), ==, 0);
  refuse_file (self, loop, "“loop.csv” was not opened", said);
  g_assert_cmpuint (scope_state_get_n_rows (self->state), ==, 0);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* Root may read everything, but is not told so: the file is one that nobody may read. */
static void
test_refused_permission (void)
{
  ScopeWindow *self = new_window (application);
  g_autofree char *path = g_build_filename (home, "secret.csv", NULL);

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  g_assert_cmpint (g_chmod (path, 0), ==, 0);
  if (geteuid () != 0)
    refuse_file (self, path, "“secret.csv” was not opened", "You may not read this file.");
  else
    g_assert_cmpint (g_access (path, R_OK), ==, 0);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
test_refused_clipboard (void)
{
  ScopeWindow *self = new_window (application);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));

  gdk_clipboard_set_text (clipboard, "");
  act (self, "win.rows-paste", NULL);
  expect_refusal (self, "Nothing was pasted",
                  "There is no text on the clipboard. Copy rows in a spreadsheet first: z1, z2, z3 and the "
                  "observed class.");
  gtk_window_destroy (GTK_WINDOW (self));
}

/* --- The folder of what was saved */

static gboolean
is_written (gpointer path)
{
  g_autofree char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) && strchr (text, '\n') != NULL;
}

/* The desktop's own program for folders is asked, with the folder. */
static void
test_open_folder (void)
{
  ScopeWindow *self = new_window (application);
  g_autofree char *opened = g_build_filename (home, "opened", NULL), *text = NULL;

  act (self, "win.open-folder", g_variant_new_string (home));
  wait_until (is_written, opened);
  g_assert_true (g_file_get_contents (opened, &text, NULL, NULL));
  g_assert_cmpstr (g_strchomp (text), ==, home);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* --- The window's size */

static void
test_full_screen (void)
{
  ScopeWindow *self = new_window (application);

  act (self, "win.full-screen", NULL);
  wait_until (is_full_screen, self);
  act (self, "win.full-screen", NULL);
  wait_until (is_not_full_screen, self);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* An entry that is not in use and whose edge cuts its number, which then reads as another one. */
static gboolean
is_cut (GtkWidget *widget, gconstpointer data)
{
  GtkWidget *text = gtk_widget_get_first_child (widget);
  g_autoptr (PangoLayout) layout = NULL;
  int width;

  if (!SCOPE_IS_NUMBER_ENTRY (widget) || !gtk_widget_get_mapped (widget))
    return FALSE;
  layout = gtk_widget_create_pango_layout (text, gtk_editable_get_text (GTK_EDITABLE (widget)));
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width > gtk_widget_get_width (text);
}

static gboolean
has_three_rows (gpointer data)
{
  ScopeWindow *self = data;
  GtkWidget *entry = find_inside (find_part (self, "observations_box"), SCOPE_TYPE_NUMBER_ENTRY);

  return scope_state_get_n_rows (self->state) == 3 && entry != NULL && gtk_widget_get_mapped (entry)
         && gtk_widget_get_width (entry) > 0;
}

static void
test_whole_numbers (void)
{
  static const double numbers[] = { -0.0898, 1.0 / 3, -19.3324, 0.0032, -123456.789, 2e-7 / 3 };
  ScopeWindow *self = new_window (application);

  act (self, "win.rows-three", NULL);
  wait_until (has_three_rows, self);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      GtkWidget *cut;

      scope_state_set_bias (self->state, numbers[i]);
      for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
        scope_state_set_number (self->state, SCOPE_FIELD (parameters.a), k, numbers[(i + k) % 4]);
      wait_for_frames (GTK_WIDGET (self));
      cut = find_widget (GTK_WIDGET (self), is_cut, NULL);
      if (cut != NULL)
        g_error ("“%s” is cut", gtk_editable_get_text (GTK_EDITABLE (cut)));
    }
  gtk_window_destroy (GTK_WINDOW (self));
}

/* Where a program that opens folders writes down which. */
static void
add_opener (void)
{
  g_autofree char *folder = g_build_filename (home, "data", "applications", NULL);
  g_autofree char *entry = g_build_filename (folder, "opener.desktop", NULL);
  g_autofree char *list = g_build_filename (folder, "mimeapps.list", NULL);
  g_autofree char *script = g_build_filename (home, "opener", NULL);
  g_autofree char *program = g_strdup_printf ("#!/bin/sh\necho \"$1\" > %s/opened\n", home);
  g_autofree char *text = g_strdup_printf (
    "[Desktop Entry]\nType=Application\nName=Opener\nMimeType=inode/directory;\nExec=%s %%f\n", script);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (entry, text, -1, NULL));
  g_assert_true (g_file_set_contents (script, program, -1, NULL));
  g_assert_cmpint (g_chmod (script, 0700), ==, 0);
  g_assert_true (
    g_file_set_contents (list, "[Default Applications]\ninode/directory=opener.desktop\n", -1, NULL));
}

int
main (int argc, char **argv)
{
  home = set_up_home ();
  g_setenv ("GTK_A11Y", "none", TRUE);
  add_opener ();
  g_test_init (&argc, &argv, NULL);
  application = new_application ();
  g_test_add_func ("/deeds/pinch", test_pinch);
  g_test_add_func ("/deeds/about", test_about);
  g_test_add_func ("/deeds/export-goes-while-a-size-is-typed", test_export_goes_while_a_size_is_typed);
  g_test_add_func ("/deeds/one-chooser", test_one_chooser);
  g_test_add_func ("/deeds/refused-files", test_refused_files);
  g_test_add_func ("/deeds/refused-permission", test_refused_permission);
  g_test_add_func ("/deeds/refused-clipboard", test_refused_clipboard);
  g_test_add_func ("/deeds/open-folder", test_open_folder);
  g_test_add_func ("/deeds/full-screen", test_full_screen);
  g_test_add_func ("/deeds/whole-numbers", test_whole_numbers);
  return run_tests (application, home);
}
