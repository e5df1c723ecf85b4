/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* Lines of words from right to left with mathematics in them, which goes from left to right. A line that has
 * such a word is read to the left, with whatever it begins. */

typedef enum
{
  SCOPE_BIDI_NEUTRAL, /* blanks and signs alone: goes with what is around it */
  SCOPE_BIDI_LEFT_TO_RIGHT,
  SCOPE_BIDI_RIGHT_TO_LEFT,
} ScopeBidi;

/* What a piece of a line has in it: words from right to left, else letters or digits. A name that is isolated is as a
 * symbol of the formula or the word of the sentence that it stands in, whichever way it is read itself. */
ScopeBidi scope_bidi_of (const char *text);
/* A piece with words from right to left as it is shaped: read to the left whatever it begins with, and with
 * each minus before its number. */
char *scope_bidi_mark (const char *text);
/* A name that somebody has given, for a line of any language. */
char *scope_bidi_isolate (const char *name);
/* A piece with names that are isolated as it is shaped: read to the right whatever it begins with; others as they
 * are. */
char *scope_bidi_mark_isolated (const char *text);
/* The same without what isolates them. */
void scope_bidi_strip (GString *text);
/* How many bytes at the start of a piece, or at its end, are blanks and stops. */
gsize scope_bidi_edge (const char *text, gboolean at_end);
