/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact.h"

/* What a step says below the picture, as one text: "The tangent <gradient>. {falls} It falls. {rises} It rises. {} See?" A list
 * of facts in braces, at the start or behind a blank, begins a sentence that is said where they hold, {} one that is
 * always said. */

/* NULL, or what is allowed there, and nothing is set. The caller frees it, and owns the texts: the rest are NULL. */
char *scope_document_text_read (const char *text, ScopeSentence sentences[SCOPE_MOST_SENTENCES]);
/* The caller frees it. */
char *scope_document_text_write (const ScopeSentence sentences[SCOPE_MOST_SENTENCES]);
