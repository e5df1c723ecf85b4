/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* Text from outside as a message may show it: at most 200 characters, control and bidirectional
 * characters and blanks other than the space as \u{…}, bytes that are no UTF-8 as \x{…}. Never markup. */
char *scope_escape (const char *text, gsize length);

/* A message of one line that may hold names of files, which may hold anything: the same, of any length. */
char *scope_escape_message (const char *message);

/* A file's whole path, or its name alone, as a message may show it: of any length. What is no UTF-8 is shown
 * as it is there, too. */
char *scope_escape_path (const char *path);
char *scope_escape_basename (const char *path);
