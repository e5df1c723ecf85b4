/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <gtk/gtk.h>

/* Another program, of which a file is dragged into the window: drag-source FILE. Its window is a strip
 * at the screen's lower edge. */

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return gdk_content_provider_new_typed (G_TYPE_FILE, file);
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
  gtk_widget_add_controller (window, GTK_EVENT_CONTROLLER (source));
  gtk_window_set_title (GTK_WINDOW (window), "drag-source");
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), 200, 60);
  gtk_window_present (GTK_WINDOW (window));
  while (g_list_model_get_n_items (gtk_window_get_toplevels ()) > 0)
    g_main_context_iteration (NULL, TRUE);
  return 0;
}
