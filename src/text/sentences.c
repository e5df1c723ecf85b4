/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sentences.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Takes over joined, which both are. */
static void
replace (GString *text, char *joined)
{
  g_string_assign (text, joined);
  g_free (joined);
}

/* Whether one of both is empty, and then the other is all there is. */
static gboolean
is_first (GString *text, const char *next)
{
  if (text->len == 0)
    g_string_assign (text, next);
  else if (*next != '\0')
    return FALSE;
  return TRUE;
}

/* Quotes, brackets, and what only says in which direction text runs. */
static gboolean
closes (gunichar character)
{
  GUnicodeType type = g_unichar_type (character);

  return type == G_UNICODE_CLOSE_PUNCTUATION || type == G_UNICODE_INITIAL_PUNCTUATION
         || type == G_UNICODE_FINAL_PUNCTUATION || type == G_UNICODE_FORMAT || character == '"'
         || character == '\'';
}

gboolean
scope_sentence_is_ended (const char *text)
{
  /* Of Latin, Greek, Armenian, Arabic, Indian, Tibetan, Burmese, Ethiopic, Khmer, Chinese and Japanese. */
  static const char ends[] = ".?!…‼⁇⁈⁉\u037e։؟۔।॥།။።፧។。．！？｡";
  const char *at = text + strlen (text);

  while (at > text)
    {
      gunichar character;

      at = g_utf8_prev_char (at);
      character = g_utf8_get_char (at);
      if (!closes (character))
        return g_utf8_strchr (ends, -1, character) != NULL;
    }
  return FALSE;
}

/* A letter is a symbol, and so are the names of functions. */
static gboolean
begins_with_word (const char *text)
{
  static const char *const functions[] = { "ln", "exp", "max" };
  const char *end = text;

  while (g_unichar_isalpha (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    if (strlen (functions[i]) == (gsize) (end - text) && g_str_has_prefix (text, functions[i]))
      return FALSE;
  return g_utf8_strlen (text, end - text) > 1;
}

void
scope_sentences_begin (GString *text, gsize at)
{
  const char *first = text->str + at;
  gssize length = g_utf8_next_char (first) - first;
  g_autofree char *capital = NULL;

  if (at >= text->len || !begins_with_word (first))
    return;
  capital = g_utf8_strup (first, length);
  g_string_erase (text, (gssize) at, length);
  g_string_insert (text, (gssize) at, capital);
}

void
scope_sentences_add (GString *text, const char *sentence)
{
  g_autoptr (GString) next = NULL;

  if (is_first (text, sentence))
    return;
  next = g_string_new (sentence);
  scope_sentences_begin (next, 0);
  if (scope_sentence_is_ended (text->str))
    /* Translators: two sentences, of which the first has its full stop or question mark. */
    replace (text, g_strdup_printf (_ ("%s %s"), text->str, next->str));
  else
    /* Translators: two sentences, one after the other; the last one has no full stop. */
    replace (text, g_strdup_printf (_ ("%s. %s"), text->str, next->str));
}

void
scope_sentences_add_clause (GString *sentence, const char *clause)
{
  if (!is_first (sentence, clause))
    /* Translators: two clauses of a sentence. */
    replace (sentence, g_strdup_printf (_ ("%s; %s"), sentence->str, clause));
}

void
scope_sentences_list (GString *list, const char *item)
{
  if (!is_first (list, item))
    /* Translators: a list, and one more thing of it. */
    replace (list, g_strdup_printf (_ ("%s, %s"), list->str, item));
}
