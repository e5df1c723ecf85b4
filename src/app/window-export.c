/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "window-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "export-dialog.h"
#include "picture.h"
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

  scope_window_offer (self, text, _ ("Open Folder"), "win.open-folder", g_variant_new_string (folder));
  scope_window_did (self, SCOPE_ACT_EXPORT);
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

static GdkContentProvider *
render (ScopeWindow *self, ScopePictureFormat format, const char *mime, double scale)
{
  g_autoptr (ScopeCurves) curves = scope_curves_new ();
  g_autoptr (ScopeScene) scene = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *title = NULL, *description = NULL;
  ScopeFigure figure;

  scope_plot_get_figure (self->plot, &figure);
  figure.width_px = gtk_widget_get_width (GTK_WIDGET (self->plot));
  figure.height_px = gtk_widget_get_height (GTK_WIDGET (self->plot));
  title = scope_figure_question (&figure);
  scene = scope_figure_build (&figure, curves, scope_plot_get_fonts (self->plot));
  description = scope_figure_describe_scene (&figure, scene);
  bytes = scope_picture_render (
    scene, format,
    &(ScopePictureOptions) { .scale = scale, .title = title, .description = description }, NULL);
  return bytes != NULL ? gdk_content_provider_new_for_bytes (mime, bytes) : NULL;
}

/* The picture as on screen, opaque, for both kinds of programs: those that take points and those
 * that take pixels. */
static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ScopeWindow *self = SCOPE_WINDOW (widget);
  double width = fmax (gtk_widget_get_width (GTK_WIDGET (self->plot)), 1);
  double scale = fmax (1, ceil (LEAST_COPY_WIDTH / width * 100) / 100);
  GdkContentProvider *providers[2];
  g_autoptr (GdkContentProvider) both = NULL;

  providers[0] = render (self, SCOPE_PICTURE_SVG, "image/svg+xml", 1);
  providers[1] = render (self, SCOPE_PICTURE_PNG, "image/png", scale);
  if (providers[0] == NULL || providers[1] == NULL)
    {
      g_clear_object (&providers[0]);
      g_clear_object (&providers[1]);
      scope_window_say (self, _ ("The picture is too large to be copied"));
      return;
    }
  both = gdk_content_provider_new_union (providers, 2);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), both);
  scope_window_say (self, _ ("Picture copied"));
  scope_window_did (self, SCOPE_ACT_EXPORT);
}

void
scope_window_install_export (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.export", NULL, export_cb);
  gtk_widget_class_install_action (klass, "win.copy-picture", NULL, copy_cb);
  gtk_widget_class_install_action (klass, "win.open-folder", "s", open_folder_cb);
}
