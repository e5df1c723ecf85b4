/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "factors-shorten.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "factors.h"
#include "number.h"

/* Printed numbers with fewer digits, where there is no room for all. */

/* Hardly further from 0: zeros at the end still tell that the number goes on behind them. */
#define GOES_ON (1 + SCOPE_WIDE_C (1e-13))

/* How many significant digits are printed, 17 at most. */
static unsigned
count_digits (const char *printed)
{
  unsigned n = 0;

  for (const char *at = printed; *at != '\0' && (guint) g_utf8_get_char (at) != 0xb7;
       at = g_utf8_next_char (at))
    n += g_ascii_isdigit (*at) && (n > 0 || *at != '0');
  return CLAMP (n, 1, SCOPE_MOST_DIGITS);
}

/* The most digits, no more than that, to which the number rounds as what was printed of it does: what was rounded to
 * a tie may have been on either side of it. */
static unsigned
find_sure (const char *printed, ScopeWide value, unsigned digits)
{
  ScopeWide size = scope_wide_fabs (value);
  ScopeWide half
    = scope_wide_pow (10.0, floor ((double) scope_wide_log10 (size)) + 1 - count_digits (printed)) / 2;

  while (digits > 1 && !scope_number_rounds_alike (size - half, size + half, digits))
    digits--;
  return digits;
}

char *
scope_factors_shorten (const char *printed, unsigned digits, char decimal)
{
  const char *raised = scope_factors_find_power (printed);
  ScopeWide value = scope_factors_read (printed) * GOES_ON, size = scope_wide_fabs (value);
  g_autofree char *shorter = NULL;

  if (raised != NULL)
    {
      g_autofree char *power = g_strndup (raised, strlen (raised) - strlen (")"));
      g_autofree char *shorter_power = scope_factors_shorten (power, digits, decimal);

      return g_strdup_printf ("%.*s%s)", (int) (raised - printed), printed, shorter_power);
    }
  if (!(size > 0) || !isfinite (size))
    return g_strdup (printed);
  digits = find_sure (printed, value, digits);
  shorter
    = size >= DBL_MIN && size <= DBL_MAX
        ? scope_number_format ((double) value, digits, decimal)
        : scope_number_format_log10 (value < 0 ? -1 : 1, (double) scope_wide_log10 (size), digits, decimal);
  return g_utf8_strlen (shorter, -1) < g_utf8_strlen (printed, -1) ? g_steal_pointer (&shorter)
                                                                   : g_strdup (printed);
}
