/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "written.h"

#include <string.h>

/* What is no text of its own here: "*…*", "`…`", "<…>" and an escaped character; how long it is, 0 for text. */
static gsize
measure_markup (const char *at)
{
  const char *end = *at == '*' || *at == '`' ? strchr (at + 1, *at) : *at == '<' ? strchr (at, '>') : NULL;

  if (*at == '\\' && at[1] != '\0')
    return 1 + (gsize) (g_utf8_next_char (at + 1) - (at + 1));
  return end != NULL ? (gsize) (end - at) + 1 : 0;
}

/* Behind the letters, or letters and digits, that begin at. */
static const char *
end_of_name (const char *at, gboolean digits)
{
  while (g_unichar_isalpha (g_utf8_get_char (at)) || (digits && g_unichar_isdigit (g_utf8_get_char (at))))
    at = g_utf8_next_char (at);
  return at;
}

/* The subscript behind "_", in braces unless it is a character or has them. */
static const char *
append_subscript (GString *markup, const char *at)
{
  const char *end = end_of_name (at, TRUE);

  if (end == at || end == g_utf8_next_char (at))
    return at;
  g_string_append_printf (markup, "{%.*s}", (int) (end - at), at);
  return end;
}

/* Whether a letter that ends there has a subscript. */
static gboolean
has_subscript (const char *end)
{
  return *end == '_' && (end[1] == '{' || end_of_name (end + 1, TRUE) > end + 1);
}

/* A word, or a symbol of one letter that has a subscript or is behind ∂. */
static const char *
append_word (GString *markup, const char *at)
{
  const char *end = end_of_name (at, FALSE);
  gboolean is_letter = end == g_utf8_next_char (at), has = is_letter && has_subscript (end);
  gboolean is_symbol = has || (is_letter && g_str_has_suffix (markup->str, "∂"));

  g_string_append_printf (markup, is_symbol ? "*%.*s*" : "%.*s", (int) (end - at), at);
  if (*end != '_')
    return end;
  g_string_append (markup, has ? "_" : "\\_");
  return has ? append_subscript (markup, end + 1) : end + 1;
}

char *
scope_written_to_markup (const char *text)
{
  GString *markup = g_string_new (NULL);

  for (const char *at = text; *at != '\0';)
    {
      gsize length = measure_markup (at);

      if (length == 0 && g_unichar_isalpha (g_utf8_get_char (at)))
        {
          at = append_word (markup, at);
          continue;
        }
      if (*at == '*' && length == 0)
        g_string_append_c (markup, '\\');
      if (length == 0)
        length = (gsize) (g_utf8_next_char (at) - at);
      g_string_append_len (markup, at, (gssize) length);
      at += length;
    }
  return g_string_free (markup, FALSE);
}
