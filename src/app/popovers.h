/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

/* From now on no popover and no tooltip opens whose place is on no screen, GTK's own menus among them: X11 has no monitor
 * for it, and GTK asks none for its size. What is scrolled away is scrolled to first; where that is of no
 * use the popover is closed again, as if by Escape. To be called before the first window. */
void scope_popovers_init (void);

/* Whether any of the widget is to be seen on a screen. Where only the compositor knows, it is assumed. */
gboolean scope_popovers_is_on_screen (GtkWidget *widget);

/* Closes what is open in the flap when it goes, folds or unfolds: its place is on its way then, and may leave
 * the screen. */
void scope_popovers_close_with_flap (AdwFlap *flap);

/* Opens the button's popover once the flap that the button is in has come in; nothing where it goes out
 * again before. */
void scope_popovers_open_in_flap (GtkMenuButton *button, AdwFlap *flap);
