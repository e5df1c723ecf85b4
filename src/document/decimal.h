/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* A decimal number by the rules of the rows: sign, digits, at most one '.', exponent; no hex, nan,
 * inf, blanks; finite after rounding to the nearest double. Any length, the same in every locale.
 * FALSE where text is none. */
gboolean scope_decimal_parse (const char *text, gsize length, double *value);
/* The same with another mark before the fraction: ',' where a spreadsheet writes it so. */
gboolean scope_decimal_parse_marked (const char *text, gsize length, char mark, double *value);
