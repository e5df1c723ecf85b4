/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* How the window is: its size, whether it is maximized and shows the sidebar, as it was the last time. Kept as
 * soon as it changes, since nobody knows how the program will end. */
void scope_window_size_keep (GtkWindow *window, AdwFlap *flap, GSettings *settings);

G_END_DECLS
