/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "wide.h"

/* The one place where numbers become text; number-parse.h reads them again.
 * decimal is '.' or ','; the minus is U+2212; digits are 0–9 in every language. */

/* What stands where a number is hidden. */
#define SCOPE_HIDDEN "?"

/* With so many significant digits a number is told apart from every other double. */
#define SCOPE_MOST_DIGITS 17

/* What a reader sees: `digits` significant digits (1 to 17), rounded to nearest; scientific
 * ("−4.21·10⁴³⁴") where the rounded value lies outside 1e−4 … 1e5; never "−0"; "∞" and "−∞" for the
 * true overflow. Zeros at the end are left out only where the number is exactly what remains ("0.5",
 * "−2"): "1.000" says that it is not quite 1. The places before the point are all shown, "12346" at
 * 4 digits too. The model gives no NaN; one shows as "–". The caller frees the text. */
char *scope_number_format (double value, unsigned digits, char decimal);

/* The same as one types it, with the keyboard's own minus in front: what is edited is read aloud sign by sign,
 * and not every voice knows the true one. */
char *scope_number_format_typed (double value, unsigned digits, char decimal);

/* The same as a reader sees it for sign·10^log10_abs, which may lie outside double's range. sign is −1, 0 or 1. */
char *scope_number_format_log10 (int sign, double log10_abs, unsigned digits, char decimal);

/* Whether both have the same text once they are rounded to so many significant digits (1 to 17). */
gboolean scope_number_rounds_alike (ScopeWide one, ScopeWide other, unsigned digits);

/* Appends a whole number in raised or lowered digits, "⁻⁷" or "₃"; FALSE, and nothing, where the text is none. */
gboolean scope_number_append_script (GString *out, const char *whole, gboolean is_raised);

/* Of a raised digit, plus or minus, what it is on the line in ASCII; 0 for any other character. */
char scope_number_lower (gunichar character);

/* A tick label: exactly `decimals` places. */
char *scope_number_format_fixed (double value, unsigned decimals, char decimal);

/* What a file or a terminal gets: 17 significant digits, ASCII, '.', "inf", "-inf", never "-0". The text goes
 * into buffer, which holds at least SCOPE_NUMBER_EXACT_SIZE bytes, and is returned. */
#define SCOPE_NUMBER_EXACT_SIZE 32
char *scope_number_exact (double value, char *buffer);
/* The same with no more digits than it takes to read the same number again: what people edit. */
char *scope_number_shortest (double value, char *buffer);
