/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/* The one place of the program that writes a user's file: whole or not at all.
 *
 * path may be a link (its target is written), a regular file (replaced by a whole one with its owner,
 * mode, access list and extended attributes), a device or FIFO (written through, never replaced), an
 * open descriptor ("/dev/stdout", "/dev/fd/3": written into where it stands) or "-" (standard output).
 * A target without write permission is refused although its folder would allow a rename. On any error
 * the old file is byte-identical; an error, a signal or a kill leaves nothing beside it.
 *
 * The process must ignore SIGPIPE and SIGXFSZ (scope_file_init()). */

typedef enum
{
  SCOPE_FILE_DEFAULT = 0,
  SCOPE_FILE_IN_PLACE = 1 << 0, /* write over the old bytes where a whole file cannot be had */
  SCOPE_FILE_NEW = 1 << 1,      /* what is there already is an error, G_FILE_ERROR_EXIST */
  SCOPE_FILE_NO_WAIT = 1 << 2,  /* a FIFO that nobody reads is an error */
} ScopeFileFlags;

#define SCOPE_FILE_ERROR (scope_file_error_quark ())
GQuark scope_file_error_quark (void);

typedef enum
{
  /* It could be written with SCOPE_FILE_IN_PLACE alone; the message says why, as a sentence. */
  SCOPE_FILE_ERROR_ONLY_IN_PLACE,
} ScopeFileError;

/* A closed pipe and a limit of file sizes are errors of a write, no reason to end. */
void scope_file_init (void);

/* *notice, unless NULL, is what was lost though the bytes are written (an owner that could not be kept,
 * say), as a sentence, or NULL. */
gboolean scope_file_write_full (const char *path, GBytes *bytes, ScopeFileFlags flags, char **notice,
                                GError **error);

/* Whole, or not at all. */
gboolean scope_file_write (const char *path, GBytes *bytes, GError **error);
