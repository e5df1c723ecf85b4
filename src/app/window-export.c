/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "window-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "export-dialog.h"
#include "render.h"
#include "save.h"

/* A copied picture is wide enough for a projector. */
#define LEAST_COPY_WIDTH 1920.0

/* --- Export */

static void
open_folder_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GFile) folder = g_file_new_for_path (g_variant_get_string (parameter, NULL));
  g_autofree char *uri = g_file_get_uri (folder);

  gtk_show_uri (GTK_WINDOW (widget), uri, GDK_CURRENT_TIME);
}

static void
saved_cb (ScopeExportDialog *dialog, const char *path, const char *notice, ScopeWindow *self)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *text = scope_save_say (path, notice);

  scope_notice_offer (GTK_WIDGET (self), text, _ ("Open Folder"), "win.open-folder", folder);
  scope_notice_did (GTK_WIDGET (self), SCOPE_ACT_EXPORT);
}

static void
export_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ScopeWindow *self = SCOPE_WINDOW (widget);
  GtkWindow *dialog = scope_export_dialog_new (GTK_WINDOW (self), self->plot, self->settings);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), self, 0);
  gtk_window_present (dialog);
}

/* --- Copy */

#define N_COPIED 2 /* formats: SVG and PNG */

/* A picture on its way to the clipboard; the task owns it. */
typedef struct
{
  ScopeFigureCopy *figure; /* Owned */
  double scale;            /* of the pixels */
  GBytes *bytes[N_COPIED]; /* Owned */
} Copy;

static void
free_copy (gpointer data)
{
  Copy *copy = data;

  scope_figure_copy_free (copy->figure);
  for (guint i = 0; i < N_COPIED; i++)
    g_clear_pointer (&copy->bytes[i], g_bytes_unref);
  g_free (copy);
}

static void
copy_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Copy *copy = data;
  const ScopeRender wanted[N_COPIED] = { { SCOPE_PICTURE_SVG, { .scale = 1 } },
                                         { SCOPE_PICTURE_PNG, { .scale = copy->scale } } };
  GError *error = NULL;

  if (scope_render (copy->figure, wanted, N_COPIED, copy->bytes, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  static const char *const types[N_COPIED] = { "image/svg+xml", "image/png" };
  g_autoptr (ScopeWindow) self = data;
  Copy *copy = g_task_get_task_data (G_TASK (result));
  GdkContentProvider *providers[N_COPIED];
  g_autoptr (GdkContentProvider) both = NULL;

  g_application_release (g_application_get_default ());
  /* Another one was asked for since, or the window has gone. */
  if (self->copying != G_TASK (result))
    return;
  self->copying = NULL;
  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    {
      scope_notice_say (GTK_WIDGET (self), _ ("The picture is too large to be copied"));
      return;
    }
  for (guint i = 0; i < N_COPIED; i++)
    providers[i] = gdk_content_provider_new_for_bytes (types[i], copy->bytes[i]);
  both = gdk_content_provider_new_union (providers, N_COPIED);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), both);
  scope_notice_say (GTK_WIDGET (self), _ ("Picture copied"));
  scope_notice_did (GTK_WIDGET (self), SCOPE_ACT_EXPORT);
}

/* The picture as on screen, opaque, for both kinds of programs: those that take points and those
 * that take pixels. As it was when the key was pressed: it is made aside. The window's
 * reference is let go of in its own thread. */
static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ScopeWindow *self = SCOPE_WINDOW (widget);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, copied_cb, g_object_ref (self));
  Copy *copy = g_new0 (Copy, 1);
  ScopeFigure figure;

  scope_plot_get_figure (self->plot, &figure);
  figure.width_px = MAX (gtk_widget_get_width (GTK_WIDGET (self->plot)), 1);
  figure.height_px = MAX (gtk_widget_get_height (GTK_WIDGET (self->plot)), 1);
  copy->figure = scope_state_copy_figure (self->state, &figure);
  copy->scale = fmax (1, ceil (LEAST_COPY_WIDTH / figure.width_px * 100) / 100);
  g_application_hold (g_application_get_default ());
  self->copying = task;
  g_task_set_source_tag (task, copy_cb);
  g_task_set_task_data (task, copy, free_copy);
  g_task_run_in_thread (task, copy_thread);
}

/* Nobody is there to paste it any more. */
void
scope_window_stop_copying (ScopeWindow *self)
{
  self->copying = NULL;
}

void
scope_window_install_export (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.export", NULL, export_cb);
  gtk_widget_class_install_action (klass, "win.copy-picture", NULL, copy_cb);
  gtk_widget_class_install_action (klass, "win.open-folder", "s", open_folder_cb);
}
