/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/* What only X11 has; elsewhere nothing is done and nothing is known. */

/* Of the surface's upper left corner on the screen; FALSE where the program is not told. */
gboolean scope_x11_find_origin (GdkSurface *surface, int *x, int *y);

/* From now on no answer of the X server ends the program. GTK moves windows itself where no window manager
 * does, also those that Escape has closed meanwhile, and would exit, with all that was not yet saved. */
void scope_x11_survive_errors (GdkDisplay *display);
