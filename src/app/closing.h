/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* From now on the program's end and a window's are obeyed wherever they are asked for: Ctrl+Q by app.quit, Ctrl+W,
 * and the window manager. GTK tells none of it to a window that a dialog or a popover lies over. */
void scope_closing_init (void);

/* Closes a window, and before that all that lies over it, as Escape would, the last first. */
void scope_closing_close (GtkWindow *window);

G_END_DECLS
