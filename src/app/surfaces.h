/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* From now on whatever goes off the screen, a window or a popover, takes along what GTK leaves behind of it:
 * a tooltip that is waited for in it would ask where the pointer is in what is not there any more, and in GTK
 * 4.8 its surface, while others hold it, asks the freed window for its size. To be called before the first
 * window. */
void scope_surfaces_init (void);
