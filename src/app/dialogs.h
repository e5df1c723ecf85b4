/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/* Windows over a window that may be 360 pixels wide, with text of any size. */

/* How wide something in such a window is, so that the window is no wider than its parent: wanted, where the
 * parent is wide enough. */
int scope_dialog_width (GtkWindow *parent, int wanted);
/* Shows a window that libadwaita has made, over its parent: it may be as narrow as that, and headings take
 * another line instead of losing their end. */
void scope_dialog_present (GtkWindow *dialog, GtkWindow *parent);
