/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "escape.h"

#include <string.h>

#define MOST_CHARACTERS 200

/* Characters that change what is around them, or look like another one: they could make a message lie. */
static gboolean
is_unsafe (gunichar character)
{
  static const GUnicodeType unsafe[]
    = { G_UNICODE_CONTROL,        G_UNICODE_FORMAT,         G_UNICODE_SURROGATE,
        G_UNICODE_LINE_SEPARATOR, G_UNICODE_UNASSIGNED,     G_UNICODE_PARAGRAPH_SEPARATOR,
        G_UNICODE_PRIVATE_USE,    G_UNICODE_SPACE_SEPARATOR };
  GUnicodeType type = g_unichar_type (character);

  for (guint i = 0; character != ' ' && i < G_N_ELEMENTS (unsafe); i++)
    if (type == unsafe[i])
      return TRUE;
  return FALSE;
}

static char *
escape (const char *text, gsize length, int most)
{
  GString *escaped = g_string_new (NULL);
  const char *end = text + length;

  for (int n = 0; text < end; n++)
    {
      gunichar character = g_utf8_get_char_validated (text, end - text);

      if (n == most)
        {
          g_string_append (escaped, "…");
          break;
        }
      if (character == (gunichar) -1 || character == (gunichar) -2)
        {
          g_string_append_printf (escaped, "\\x{%02x}", (guchar) *text);
          text++;
          continue;
        }
      if (is_unsafe (character))
        g_string_append_printf (escaped, "\\u{%04x}", character);
      else
        g_string_append_unichar (escaped, character);
      text = g_utf8_next_char (text);
    }
  return g_string_free (escaped, FALSE);
}

char *
scope_escape (const char *text, gsize length)
{
  return escape (text, length, MOST_CHARACTERS);
}

char *
scope_escape_whole (const char *text)
{
  return escape (text, strlen (text), G_MAXINT);
}

char *
scope_escape_basename (const char *path)
{
  g_autofree char *base = g_path_get_basename (path);

  return scope_escape_whole (base);
}
