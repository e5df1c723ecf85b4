/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* From now on a stream through which somebody pastes from this program on X11 is closed at once. GIO closes it in
 * a thread, and while that waits for its turn, GTK lets the stream hear what the next one who pastes does, who often
 * has the same window's number: it lets go of the stream once more, and the program crashes. To be called before
 * the first window. */
void scope_streams_init (void);
