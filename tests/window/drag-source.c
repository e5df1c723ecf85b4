/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <gtk/gtk.h>

/* Another program, of which a file is dragged into the window: drag-source FILE. Its window is a strip
 * at the screen's lower edge. It says how far the drag is, a word a line: "begun" once the file hangs
 * on the pointer, "accepted" or "refused" whenever what is below the pointer thinks otherwise of it. */

static void
say (const char *word)
{
  g_print ("%s\n", word);
  fflush (stdout);
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return gdk_content_provider_new_typed (G_TYPE_FILE, file);
}

static void
selected_action_cb (GdkDrag *drag)
{
  say (gdk_drag_get_selected_action (drag) != 0 ? "accepted" : "refused");
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag)
{
  g_signal_connect (drag, "notify::selected-action", G_CALLBACK (selected_action_cb), NULL);
  say ("begun");
}

int
main (int argc, char **argv)
{
  GtkWidget *window;
  GtkDragSource *source = gtk_drag_source_new ();

  if (argc != 2)
    return 2;
  gtk_init ();
  window = gtk_window_new ();
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), argv[1]);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), NULL);
  gtk_widget_add_controller (window, GTK_EVENT_CONTROLLER (source));
  gtk_window_set_title (GTK_WINDOW (window), "drag-source");
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), 200, 60);
  gtk_window_present (GTK_WINDOW (window));
  while (g_list_model_get_n_items (gtk_window_get_toplevels ()) > 0)
    g_main_context_iteration (NULL, TRUE);
  return 0;
}
