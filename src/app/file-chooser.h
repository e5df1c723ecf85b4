/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/* A file to open or to save, asked for above parent, which waits for the answer. One at a time: NULL where
 * the parent is asking already. Borrowed: it lives until the next one, and no longer than the parent. To be
 * filled, and then shown with gtk_native_dialog_show(). */
GtkFileChooserNative *scope_file_chooser_new (GtkWindow *parent, const char *title,
                                              GtkFileChooserAction action, const char *accept);
