/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* The one place where what people write becomes a number: entries and options take what the program
 * itself writes, and what mathematicians do. Files of rows have a stricter reader, decimal.h. */

typedef enum
{
  SCOPE_NUMBER_READ,
  SCOPE_NUMBER_NONE,      /* it is no number */
  SCOPE_NUMBER_TOO_LARGE, /* it is one, beyond ±1.8·10³⁰⁸ */
} ScopeNumberVerdict;

/* One finite number: digits with at most one point or comma; with an exponent as 1e-3, 1.25·10⁻⁷ or
 * 1,25 x 10^-7; an ASCII or a true minus; thin and no-break spaces between digits. Besides products and
 * quotients of such, of e, π, ln 2, √2 and of powers, as 1/3 or 2√3. A decimal number is correctly
 * rounded; a zero has no sign. value is left alone unless the verdict is SCOPE_NUMBER_READ. */
ScopeNumberVerdict scope_number_parse (const char *text, double *value);
