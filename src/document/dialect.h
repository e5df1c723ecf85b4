/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* How a table is written. Where fields are separated by semicolons or tabs, and in what is pasted, it is loose:
 * names of columns may be in capitals, blanks (no-break spaces, too) around fields and their quotes are no
 * part of them, and fields behind those of the header may be there and empty. In all but that of commas
 * numbers have a point or a decimal comma: one of the two in all of the text, so that no thousands pass for
 * units. */
typedef enum
{
  SCOPE_DIALECT_COMMA,     /* RFC 4180: commas, a point in numbers, nothing else */
  SCOPE_DIALECT_SEMICOLON, /* as a spreadsheet saves where the comma is the decimal sign */
  SCOPE_DIALECT_TAB,
  SCOPE_DIALECT_AUTO,   /* the one of the three that the header is written in; between commas, numbers
                            * with a decimal comma stand in quotes */
  SCOPE_DIALECT_PASTED, /* what is on the clipboard: tabs where its first line has one outside of
                            * quotes, else semicolons where it has one, else commas, but loose */
} ScopeDialect;

/* "comma", "semicolon", "tab", "auto"; FALSE for any other name. */
gboolean scope_dialect_from_name (const char *name, ScopeDialect *dialect);
/* "comma, semicolon, tab, auto". */
const char *scope_dialect_names (void);
/* The one that reads what is separated so, or NULL. */
const char *scope_dialect_name_for (char separator);

/* What separates fields, where the text seems to have guess for that; without a guess, ','. */
char scope_dialect_choose (ScopeDialect dialect, char guess);

/* What a message calls ',', ';', '\t' and other characters that tables are separated by: "commas". */
const char *scope_dialect_separator_name (char separator);

/* What the header on this line is separated by: that by which it names the most of names (in whatever
 * case, quoted or not), or else has more than one field, if a dialect separates so; where that says nothing,
 * preferred. */
char scope_dialect_guess_separator (const char *line, gsize length, char preferred, const char *const *names);
/* The same of pasted text, whose first line may be a row. */
char scope_dialect_separator_of_pasted (const char *line, gsize length);
/* What Excel's line "sep=;" says, or 0 where this line is none. */
char scope_dialect_separator_declared (const char *line, gsize length);
