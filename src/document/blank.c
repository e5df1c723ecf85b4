/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "blank.h"

#include <string.h>

#define NO_BREAK_SPACE "\xc2\xa0"

gsize
scope_blank_length (const char *text, gsize length)
{
  if (length >= 1 && (text[0] == ' ' || text[0] == '\t'))
    return 1;
  return length >= 2 && memcmp (text, NO_BREAK_SPACE, 2) == 0 ? 2 : 0;
}

/* The same of the blank that text ends with. */
static gsize
last_length (const char *text, gsize length)
{
  const char *end = text + length;

  if (length >= 1 && scope_blank_length (end - 1, 1) == 1)
    return 1;
  return length >= 2 && scope_blank_length (end - 2, 2) == 2 ? 2 : 0;
}

void
scope_blank_trim (const char **text, gsize *length)
{
  gsize n;

  while ((n = scope_blank_length (*text, *length)) > 0)
    {
      *text += n;
      *length -= n;
    }
  while ((n = last_length (*text, *length)) > 0)
    *length -= n;
}

gsize
scope_blank_trim_end (const char *line, gsize length)
{
  while (length > 0 && (line[length - 1] == '\n' || line[length - 1] == '\r'))
    length--;
  return length;
}
