/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/* Writes whole files or none. The one place of the program that writes a user's file.
 *
 * path may be a link (its target is written), a regular file (written aside in the same folder,
 * synced, given the old one's mode, renamed over it), a device or FIFO (written through, never
 * replaced) or "-" (standard output). A target without write permission is refused although its
 * folder would allow a rename. On any error the old file is byte-identical and nothing stray is
 * left; what a killed run left behind is swept at the next write into that folder. */
gboolean scope_file_write (const char *path, GBytes *bytes, GError **error);

/* Removes what killed runs left behind in a folder that was written into before. */
void scope_file_sweep (const char *folder);

/* Reads a whole file of at most max_size bytes; a larger one is an error that names the limit. */
GBytes *scope_file_read (const char *path, gsize max_size, GError **error);
