/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* Text from outside as a message may show it: at most 200 characters, control and bidirectional
 * characters and blanks other than the space as \u{…}, bytes that are no UTF-8 as \x{…}. Never markup. */
char *scope_escape (const char *text, gsize length);

/* The same of any length: a file's whole path, which may hold anything, or a message of one line that may hold
 * one. */
char *scope_escape_whole (const char *text);
/* The same of a file's name alone. */
char *scope_escape_basename (const char *path);
