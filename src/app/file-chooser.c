/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "file-chooser.h"

#include <glib/gi18n.h>

/* Where a window keeps the chooser that it had last. */
#define KEY "scope-file-chooser"

/* One that outlived its parent would have none. */
static void
destroy_cb (GtkWindow *parent, GtkNativeDialog *chooser)
{
  gtk_native_dialog_destroy (chooser);
}

GtkFileChooserNative *
scope_file_chooser_new (GtkWindow *parent,
                        const char *title,
                        GtkFileChooserAction action,
                        const char *accept)
{
  GtkNativeDialog *before = g_object_get_data (G_OBJECT (parent), KEY);
  GtkFileChooserNative *chooser;

  if (before != NULL && gtk_native_dialog_get_visible (before))
    return NULL;
  chooser = gtk_file_chooser_native_new (title, parent, action, accept, _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (parent, "destroy", G_CALLBACK (destroy_cb), chooser, 0);
  g_object_set_data_full (G_OBJECT (parent), KEY, chooser, g_object_unref);
  return chooser;
}
