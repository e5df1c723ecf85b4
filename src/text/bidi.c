/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bidi.h"

#include <string.h>

#define LEFT_TO_RIGHT_MARK "\342\200\216"
#define RIGHT_TO_LEFT_MARK "\342\200\217"
#define ISOLATE "\342\201\250"
#define END_OF_ISOLATE "\342\201\251"
#define FIRST_ISOLATE 0x2066
#define LAST_ISOLATE 0x2068
#define ISOLATE_END 0x2069
#define MINUS 0x2212

static gboolean
is_from_right (gunichar character)
{
  static const struct
  {
    gunichar first, last;
  } blocks[] = {
    { 0x0590, 0x08ff }, { 0xfb1d, 0xfdff }, { 0xfe70, 0xfeff }, { 0x10800, 0x10fff }, { 0x1e800, 0x1efff }
  };

  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    if (character >= blocks[i].first && character <= blocks[i].last)
      return TRUE;
  return FALSE;
}

ScopeBidi
scope_bidi_of (const char *text)
{
  ScopeBidi found = SCOPE_BIDI_NEUTRAL;
  guint depth = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (character >= FIRST_ISOLATE && character <= LAST_ISOLATE)
        depth++;
      else if (character == ISOLATE_END && depth > 0)
        depth--;
      else if (depth == 0 && is_from_right (character))
        return SCOPE_BIDI_RIGHT_TO_LEFT;
      if (found == SCOPE_BIDI_NEUTRAL && g_unichar_isalnum (character))
        found = SCOPE_BIDI_LEFT_TO_RIGHT;
    }
  return found;
}

char *
scope_bidi_mark (const char *text)
{
  GString *marked = g_string_new (RIGHT_TO_LEFT_MARK);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      gunichar next = g_utf8_get_char (g_utf8_next_char (at));

      if (character == MINUS && g_unichar_isalnum (next) && !is_from_right (next))
        g_string_append (marked, LEFT_TO_RIGHT_MARK);
      g_string_append_unichar (marked, character);
    }
  return g_string_free (marked, FALSE);
}

char *
scope_bidi_isolate (const char *name)
{
  if (scope_bidi_of (name) != SCOPE_BIDI_RIGHT_TO_LEFT)
    return g_strdup (name);
  return g_strconcat (ISOLATE, name, END_OF_ISOLATE, NULL);
}

char *
scope_bidi_mark_isolated (const char *text)
{
  return g_strconcat (strstr (text, ISOLATE) != NULL ? LEFT_TO_RIGHT_MARK : "", text, NULL);
}

void
scope_bidi_strip (GString *text)
{
  g_string_replace (text, ISOLATE, "", 0);
  g_string_replace (text, END_OF_ISOLATE, "", 0);
}

gsize
scope_bidi_edge (const char *text, gboolean at_end)
{
  gsize length = strlen (text);

  if (!at_end)
    return strspn (text, " .,:;?!");
  while (length > 0 && strchr (" .,:;?!", text[length - 1]) != NULL)
    length--;
  return strlen (text) - length;
}
