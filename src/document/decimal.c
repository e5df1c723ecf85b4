/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "decimal.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "wide.h"

/* No double, and no middle between two, has more digits: beyond them only "not zero" counts. */
#define MOST_DIGITS 800
/* Exponents beyond it overflow or underflow whatever the digits are, at the lengths that are read. */
#define MOST_EXPONENT 100000000
/* So many digits fit an integer. */
#define INTEGER_DIGITS 19

/* ± 0.d₁d₂d₃… · 10^point, as it stands in the text. */
typedef struct
{
  char mark; /* before the fraction: '.' or ',' */
  gboolean negative;
  const char *digits; /* Borrowed; the first that is not 0, the mark may be among them */
  gsize n_digits;     /* from there on, without the mark */
  long long point;
  guint64 integer; /* all digits, where there are at most INTEGER_DIGITS */
} Decimal;

static gsize
scan_exponent (const char *text, gsize length, gsize at, long long *exponent)
{
  gboolean negative = FALSE;
  gsize first;

  if (at < length && (text[at] == '+' || text[at] == '-'))
    negative = text[at++] == '-';
  first = at;
  for (; at < length && g_ascii_isdigit (text[at]); at++)
    if (*exponent < MOST_EXPONENT)
      *exponent = 10 * *exponent + (text[at] - '0');
  if (negative)
    *exponent = -*exponent;
  return at > first ? at : 0;
}

/* The digits and the mark; returns where they end, or 0 where there is no digit. */
static gsize
scan_digits (const char *text, gsize length, gsize at, Decimal *decimal)
{
  const char mark = decimal->mark;
  gboolean any = FALSE, fraction = FALSE;

  for (; at < length; at++)
    {
      if (text[at] == mark && !fraction)
        {
          fraction = TRUE;
          continue;
        }
      if (!g_ascii_isdigit (text[at]))
        break;
      any = TRUE;
      if (decimal->n_digits == 0 && text[at] == '0')
        {
          decimal->point -= fraction;
          continue;
        }
      if (decimal->n_digits++ == 0)
        decimal->digits = text + at;
      if (decimal->n_digits <= INTEGER_DIGITS)
        decimal->integer = 10 * decimal->integer + (guint64) (text[at] - '0');
      decimal->point += !fraction;
    }
  return any ? at : 0;
}

static gboolean
scan (const char *text, gsize length, char mark, Decimal *decimal)
{
  long long exponent = 0;
  gsize at = length > 0 && (text[0] == '+' || text[0] == '-') ? 1 : 0;

  *decimal = (Decimal) { .mark = mark, .negative = at == 1 && text[0] == '-' };
  at = scan_digits (text, length, at, decimal);
  if (at > 0 && at < length && (text[at] == 'e' || text[at] == 'E'))
    at = scan_exponent (text, length, at + 1, &exponent);
  decimal->point += exponent;
  return at > 0 && at == length;
}

/* Where integer and power of ten are doubles, one operation rounds once (W. D. Clinger, How to read
 * floating point numbers accurately, 1990). */
static gboolean
convert_small (const Decimal *decimal, double *value)
{
#if FLT_EVAL_METHOD == 0
  static const double powers[] = { 1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                   1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22 };
  long long exponent = decimal->point - (long long) decimal->n_digits;

  if (decimal->n_digits > INTEGER_DIGITS || decimal->integer > (guint64) 1 << 53)
    return FALSE;
  if (exponent >= 0 && exponent < (long long) G_N_ELEMENTS (powers))
    *value = (double) decimal->integer * powers[exponent];
  else if (exponent < 0 && -exponent < (long long) G_N_ELEMENTS (powers))
    *value = (double) decimal->integer / powers[-exponent];
  else
    return FALSE;
  return TRUE;
#else
  return FALSE;
#endif
}

/* Where integer and power of ten are wide numbers, one operation is off by half of its last bit at
 * the most, which decides nothing unless a middle between two doubles is that near. */
static gboolean
convert_wide (const Decimal *decimal, double *value)
{
#define C SCOPE_WIDE_C
  static const ScopeWide powers[]
    = { C (1e0),  C (1e1),  C (1e2),  C (1e3),  C (1e4),  C (1e5),  C (1e6),  C (1e7),  C (1e8),  C (1e9),
        C (1e10), C (1e11), C (1e12), C (1e13), C (1e14), C (1e15), C (1e16), C (1e17), C (1e18), C (1e19),
        C (1e20), C (1e21), C (1e22), C (1e23), C (1e24), C (1e25), C (1e26), C (1e27) };
#undef C
  long long exponent = decimal->point - (long long) decimal->n_digits;
  ScopeWide wide = (ScopeWide) decimal->integer, doubt;

  if (decimal->n_digits > INTEGER_DIGITS || exponent >= (long long) G_N_ELEMENTS (powers)
      || -exponent >= (long long) G_N_ELEMENTS (powers))
    return FALSE;
  wide = exponent < 0 ? wide / powers[-exponent] : wide * powers[exponent];
  doubt = wide * SCOPE_WIDE_EPSILON;
  *value = (double) (wide - doubt);
  return *value == (double) (wide + doubt);
}

/* By the C library, from digits that are as few as decide. */
static double
convert_any (const Decimal *decimal)
{
  char copy[MOST_DIGITS + 64] = "0.";
  const char *at = decimal->digits;
  gsize n = 2;

  for (gsize left = decimal->n_digits; left > 0; at++)
    {
      if (*at == decimal->mark)
        continue;
      left--;
      if (n < MOST_DIGITS)
        copy[n++] = *at;
      else if (*at != '0')
        {
          /* A 1 behind all that count says that the rest is not 0. */
          copy[n++] = '1';
          break;
        }
    }
  g_snprintf (copy + n, sizeof copy - n, "e%lld", decimal->point);
  return g_ascii_strtod (copy, NULL);
}

gboolean
scope_decimal_parse (const char *text, gsize length, double *value)
{
  return scope_decimal_parse_marked (text, length, '.', value);
}

gboolean
scope_decimal_parse_marked (const char *text, gsize length, char mark, double *value)
{
  Decimal decimal;
  double absolute;

  if (!scan (text, length, mark, &decimal))
    return FALSE;
  if (decimal.n_digits == 0)
    absolute = 0;
  else if (!convert_small (&decimal, &absolute) && !convert_wide (&decimal, &absolute))
    absolute = convert_any (&decimal);
  *value = decimal.negative ? -absolute : absolute;
  return isfinite (absolute);
}
