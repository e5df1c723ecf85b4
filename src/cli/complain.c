/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "complain.h"

#include <stdio.h>

#include "escape.h"

void
scope_complain (const char *format, ...)
{
  g_autofree char *message = NULL, *line = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  line = scope_escape_whole (message);
  fprintf (stderr, "logitscope-cli: %s\n", line);
}
