/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "document-text.h"

#include <string.h>

/* Facts in braces at the start of text, and how long they are with these; 0 where there are none. */
static gsize
measure_facts (const char *text)
{
  gsize n = strspn (text + 1, "abcdefghijklmnopqrstuvwxyz,");

  return text[0] == '{' && text[n + 1] == '}' ? n + 2 : 0;
}

/* FALSE where one of them is none. */
static gboolean
read_facts (const char *text, gsize length, unsigned *facts)
{
  g_autofree char *list = g_strndup (text + 1, length - 2);
  g_auto (GStrv) names = g_strsplit (list, ",", -1);

  *facts = 0;
  for (guint i = 0; names[i] != NULL; i++)
    {
      unsigned fact = scope_fact_from_name (names[i]);

      if (fact == 0)
        return FALSE;
      *facts |= fact;
    }
  return TRUE;
}

/* Where the next sentence begins, or the end. */
static const char *
find_next (const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    if (*at == '{' && (at == text || at[-1] == ' ') && measure_facts (at) > 0)
      return at;
  return text + strlen (text);
}

static void
clear (ScopeSentence *sentences)
{
  for (guint i = 0; i < SCOPE_MOST_SENTENCES; i++)
    g_free ((char *) sentences[i].text);
}

/* FALSE where facts have no such names. */
static gboolean
read_sentence (const char **at, ScopeSentence *sentence)
{
  gsize length = measure_facts (*at);
  const char *end = find_next (*at + length);

  if (length > 0 && !read_facts (*at, length, &sentence->facts))
    return FALSE;
  sentence->text = g_strstrip (g_strndup (*at + length, (gsize) (end - *at) - length));
  *at = end;
  return TRUE;
}

char *
scope_document_text_read (const char *text, ScopeSentence sentences[SCOPE_MOST_SENTENCES])
{
  ScopeSentence found[SCOPE_MOST_SENTENCES] = { { NULL, 0 } };
  g_autofree char *facts = scope_fact_list ();
  guint n = 0;

  for (const char *at = text; *at != '\0';)
    {
      if (n == SCOPE_MOST_SENTENCES)
        {
          clear (found);
          return g_strdup_printf ("at most %d sentences, each with its facts in braces",
                                  SCOPE_MOST_SENTENCES);
        }
      if (!read_sentence (&at, &found[n]))
        {
          clear (found);
          return g_strdup_printf ("facts in braces, with commas between them: %s", facts);
        }
      if (found[n].text[0] != '\0')
        n++;
      else
        g_free ((char *) found[n].text), found[n] = (ScopeSentence) { NULL, 0 };
    }
  memcpy (sentences, found, sizeof found);
  return NULL;
}

char *
scope_document_text_write (const ScopeSentence sentences[SCOPE_MOST_SENTENCES])
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < SCOPE_MOST_SENTENCES && sentences[i].text != NULL; i++)
    {
      g_autofree char *facts = scope_fact_names (sentences[i].facts);

      if (text->len > 0)
        g_string_append_c (text, ' ');
      if (i > 0 || facts[0] != '\0')
        g_string_append_printf (text, "{%s} ", facts);
      g_string_append (text, sentences[i].text);
    }
  return g_string_free (text, FALSE);
}
