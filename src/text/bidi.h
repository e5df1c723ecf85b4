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

/* What a piece of a line has in it: words from right to left, else letters or digits. */
ScopeBidi scope_bidi_of (const char *text);
/* A piece with words from right to left as it is shaped: read to the left whatever it begins with, and with
 * each minus before its number. */
char *scope_bidi_mark (const char *text);
/* How many bytes at the start of a piece, or at its end, are blanks and stops. */
gsize scope_bidi_edge (const char *text, gboolean at_end);
