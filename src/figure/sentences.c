/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sentences.h"

#include <glib/gi18n-lib.h>

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

void
scope_sentences_add (GString *text, const char *sentence)
{
  if (!is_first (text, sentence))
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
