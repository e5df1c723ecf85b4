/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* The one place where numbers become text and text becomes numbers.
 * decimal is '.' or ','; the minus is U+2212; digits are 0–9 in every language. */

/* What a reader sees: at most `digits` significant digits (1 to 17) without trailing zeros beyond
 * what is meant (see number.c), whole numbers without decimals, scientific ("−4.21·10⁴³⁴")
 * outside 1e−4 … 1e5, never "−0"; "∞" and "−∞" for the true overflow. */
char *scope_number_format (double value, unsigned digits, char decimal);

/* The same for sign·10^log10_abs, which may lie outside double's range. sign is −1, 0 or 1. */
char *scope_number_format_log10 (int sign, double log10_abs, unsigned digits, char decimal);

/* A tick label: exactly `decimals` places. */
char *scope_number_format_fixed (double value, unsigned decimals, char decimal);

/* What a file or a terminal gets: 17 significant digits, ASCII, '.', "inf", "-inf". The text goes
 * into buffer, which holds at least SCOPE_NUMBER_EXACT_SIZE bytes, and is returned. */
#define SCOPE_NUMBER_EXACT_SIZE 32
char *scope_number_exact (double value, char *buffer);

/* What an entry takes: one finite number with a point or a comma, an ASCII or a true minus, blanks
 * around it allowed. Returns FALSE where text is anything else or overflows. */
gboolean scope_number_parse (const char *text, double *value);
