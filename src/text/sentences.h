/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* Text that is made of whole sentences, as catalogues have them: how they follow one another is
 * translated, too. */

/* Whether text ends as a sentence does in some language: with a full stop, a question or exclamation mark or an
 * ellipsis, also within quotes or brackets. FALSE of empty text. */
gboolean scope_sentence_is_ended (const char *text);

/* Gives text that begins a sentence at this byte a capital there, where a word begins that is no symbol:
 * "b₃ is", "p Setosa", "ln 3" and numbers stay. */
void scope_sentences_begin (GString *text, gsize at);

/* "One. Two": what is empty is left out. The second begins with a capital, as above. */
void scope_sentences_add (GString *text, const char *sentence);
/* "one; two", in a sentence. */
void scope_sentences_add_clause (GString *sentence, const char *clause);
/* "one, two" */
void scope_sentences_list (GString *list, const char *item);
