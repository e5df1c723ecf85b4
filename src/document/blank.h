/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* Blanks as spreadsheets put them around a number: spaces, tabs, no-break spaces. */

/* Of how many bytes the blank is that text begins with; 0 where it begins with none. */
gsize scope_blank_length (const char *text, gsize length);
/* Takes the blanks off both ends. Bytes that are no UTF-8 stay as wrong as they are. */
void scope_blank_trim (const char **text, gsize *length);
/* The length of a line without its end. */
gsize scope_blank_trim_end (const char *line, gsize length);
