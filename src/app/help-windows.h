/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Windows of what is told about the program: the window's actions shortcuts and accessibility. */
void scope_help_windows_add (GtkWindow *window);

G_END_DECLS
