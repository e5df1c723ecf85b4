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

/* A question, and what has its full stop already. */
static gboolean
is_ended (const GString *text)
{
  return strchr (".?!", text->str[text->len - 1]) != NULL;
}

void
scope_sentences_add (GString *text, const char *sentence)
{
  if (is_first (text, sentence))
    return;
  if (is_ended (text))
    /* Translators: two sentences, of which the first has its full stop or question mark. */
    replace (text, g_strdup_printf (_ ("%s %s"), text->str, sentence));
  else
    /* Translators: two sentences, one after the other; the last one has no full stop. */
    replace (text, g_strdup_printf (_ ("%s. %s"), text->str, sentence));
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
