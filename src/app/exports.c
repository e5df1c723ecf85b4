/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "exports.h"

#include <glib/gi18n.h>
#include <math.h>

#include "export-dialog.h"
#include "hint.h"
#include "notices.h"
#include "render.h"
#include "save.h"

/* A copied picture is wide enough for a projector. */
#define LEAST_COPY_WIDTH 1920.0

struct _ScopeExports
{
  GObject parent_instance;

  GtkWindow *window;   /* Borrowed; NULL once it goes */
  ScopePlot *plot;     /* Borrowed; within it */
  GSettings *settings; /* Owned */
  GTask *copying;      /* Borrowed; the last picture on its way to the clipboard, NULL for none */
};

G_DEFINE_FINAL_TYPE (ScopeExports, scope_exports, G_TYPE_OBJECT)

/* --- Export */

static void
open_folder_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ScopeExports *self = data;
  g_autoptr (GFile) folder = g_file_new_for_path (g_variant_get_string (parameter, NULL));
  g_autofree char *uri = g_file_get_uri (folder);

  gtk_show_uri (self->window, uri, GDK_CURRENT_TIME);
}

static void
saved_cb (ScopeExportDialog *dialog, const char *path, const char *notice, ScopeExports *self)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *text = scope_save_say (path, notice);

  scope_notice_offer (GTK_WIDGET (self->window), text, _ ("Open Folder"), "win.open-folder", folder);
  scope_notice_did (GTK_WIDGET (self->window), SCOPE_ACT_EXPORT);
}

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ScopeExports *self = data;
  GtkWindow *dialog = scope_export_dialog_new (self->window, self->plot, self->settings);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), self, 0);
  gtk_window_present (dialog);
}

/* --- Copy */

/* In the thread. pixels: SCOPE_FORMAT_PIXELS, or 0 for formats without. */
static gboolean
add_copies (GPtrArray *providers, ScopeRender *render, unsigned pixels, GError **error)
{
  const ScopeFormat *format;

  for (guint i = 0; (format = scope_picture_get_format (i)) != NULL; i++)
    if ((format->can & (SCOPE_FORMAT_COPIED | SCOPE_FORMAT_PIXELS)) == (SCOPE_FORMAT_COPIED | pixels))
      {
        g_autoptr (GBytes) bytes = scope_render_make (render, format, error);

        if (bytes == NULL)
          return FALSE;
        g_ptr_array_add (providers, gdk_content_provider_new_for_bytes (format->mime_type, bytes));
      }
  return TRUE;
}

/* Points come before pixels: who takes both takes the first. */
static void
copy_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) providers = g_ptr_array_new_with_free_func (g_object_unref);
  GError *error = NULL;

  if (!add_copies (providers, data, 0, &error) || !add_copies (providers, data, SCOPE_FORMAT_PIXELS, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  /* The union takes them over. */
  g_ptr_array_set_free_func (providers, NULL);
  g_task_return_pointer (
    task, gdk_content_provider_new_union ((GdkContentProvider **) providers->pdata, providers->len),
    g_object_unref);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ScopeExports) self = data;
  g_autoptr (GdkContentProvider) copies = NULL;

  g_application_release (g_application_get_default ());
  /* Another one was asked for since, or the window has gone. */
  if (self->copying != G_TASK (result))
    return;
  self->copying = NULL;
  copies = g_task_propagate_pointer (G_TASK (result), NULL);
  if (copies == NULL)
    {
      scope_notice_say (GTK_WIDGET (self->window), _ ("The picture is too large to be copied"));
      return;
    }
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self->window)), copies);
  scope_notice_say (GTK_WIDGET (self->window), _ ("Picture copied"));
  scope_notice_did (GTK_WIDGET (self->window), SCOPE_ACT_EXPORT);
}

/* The picture as on screen, opaque, for both kinds of programs: those that take points and those
 * that take pixels. As it was when the key was pressed: it is made aside. The window's
 * reference is let go of in its own thread. */
static void
copy_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ScopeExports *self = data;
  g_autoptr (GTask) task = g_task_new (NULL, NULL, copied_cb, g_object_ref (self));
  ScopePictureOptions options = { 0 };
  ScopeFigure figure;

  scope_plot_get_figure (self->plot, &figure);
  figure.width_px = MAX (gtk_widget_get_width (GTK_WIDGET (self->plot)), 1);
  figure.height_px = MAX (gtk_widget_get_height (GTK_WIDGET (self->plot)), 1);
  options.scale = fmax (1, ceil (LEAST_COPY_WIDTH / figure.width_px * 100) / 100);
  g_application_hold (g_application_get_default ());
  self->copying = task;
  g_task_set_source_tag (task, copy_cb);
  g_task_set_task_data (task, scope_render_new (scope_plot_copy_figure (self->plot, &figure), &options),
                        (GDestroyNotify) scope_render_free);
  g_task_run_in_thread (task, copy_thread);
}

/* --- All together */

void
scope_exports_stop (ScopeExports *self)
{
  self->copying = NULL;
  self->window = NULL;
}

static void
scope_exports_finalize (GObject *object)
{
  ScopeExports *self = SCOPE_EXPORTS (object);

  g_clear_object (&self->settings);
  G_OBJECT_CLASS (scope_exports_parent_class)->finalize (object);
}

static void
scope_exports_class_init (ScopeExportsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = scope_exports_finalize;
}

static void
scope_exports_init (ScopeExports *self)
{
}

ScopeExports *
scope_exports_new (GtkWindow *window, ScopePlot *plot, GSettings *settings)
{
  static const GActionEntry entries[]
    = { { .name = "export", .activate = export_cb },
        { .name = "copy-picture", .activate = copy_cb },
        { .name = "open-folder", .activate = open_folder_cb, .parameter_type = "s" } };
  ScopeExports *self = g_object_new (SCOPE_TYPE_EXPORTS, NULL);

  self->window = window;
  self->plot = plot;
  self->settings = g_object_ref (settings);
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), self);
  return self;
}
