/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "number.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MINUS "\u2212"
#define NOT_A_NUMBER "–"         /* an en dash: nothing to show */
#define LARGEST_FIXED_EXPONENT 4 /* below 1e5 */
#define LEAST_SCIENTIFIC 1e5
#define SMALLEST_FIXED_EXPONENT -4 /* from 1e−4 */

/* "-1.5" in ASCII as a reader sees it: a true minus and the decimal sign asked for. */
static void
append_localised (GString *out, const char *ascii, char decimal)
{
  for (; *ascii != '\0'; ascii++)
    if (*ascii == '-')
      g_string_append (out, MINUS);
    else
      g_string_append_c (out, *ascii == '.' ? decimal : *ascii);
}

/* What "0123456789-+" become above the line. */
static const gunichar raised[]
  = { 0x2070, 0x00b9, 0x00b2, 0x00b3, 0x2074, 0x2075, 0x2076, 0x2077, 0x2078, 0x2079, 0x207b, 0x207a };

gboolean
scope_number_append_script (GString *out, const char *whole, gboolean is_raised)
{
  /* The same below it. */
  static const gunichar lowered[]
    = { 0x2080, 0x2081, 0x2082, 0x2083, 0x2084, 0x2085, 0x2086, 0x2087, 0x2088, 0x2089, 0x208b };
  const gunichar *script = is_raised ? raised : lowered;
  const char *digits = g_str_has_prefix (whole, MINUS) ? whole + strlen (MINUS) : whole;

  if (*digits == '\0' || strspn (digits, "0123456789") != strlen (digits))
    return FALSE;
  if (digits > whole)
    g_string_append_unichar (out, script[10]);
  for (; *digits != '\0'; digits++)
    g_string_append_unichar (out, script[*digits - '0']);
  return TRUE;
}

char
scope_number_lower (gunichar character)
{
  for (guint i = 0; i < G_N_ELEMENTS (raised); i++)
    if (character == raised[i])
      return "0123456789-+"[i];
  return '\0';
}

static void
strip_zeros (char *text)
{
  if (strchr (text, '.') == NULL)
    return;
  for (char *end = text + strlen (text) - 1; *end == '0' || *end == '.'; end--)
    {
      gboolean was_point = *end == '.';

      *end = '\0';
      if (was_point)
        return;
    }
}

/* Zeros at the end are digits like others ("1.000" says: not quite 1) unless the number is exactly
 * what is left without them ("0.5", "−2"). */
static void
strip_exact_zeros (char *text, double value)
{
  char stripped[64];

  g_strlcpy (stripped, text, sizeof stripped);
  strip_zeros (stripped);
  if (g_ascii_strtod (stripped, NULL) == value)
    strcpy (text, stripped);
}

/* The same for a mantissa, which is compared with its exponent in place. */
static void
strip_exact_mantissa (char *mantissa, long exponent, double value)
{
  char stripped[64], whole[64];

  g_strlcpy (stripped, mantissa, sizeof stripped);
  strip_zeros (stripped);
  g_snprintf (whole, sizeof whole, "%se%ld", stripped, exponent);
  if (g_ascii_strtod (whole, NULL) == value)
    strcpy (mantissa, stripped);
}

static void
append_scientific (GString *out, const char *mantissa, gint64 exponent, char decimal)
{
  char text[32];

  append_localised (out, mantissa, decimal);
  g_string_append (out, "·10");
  g_snprintf (text, sizeof text, "%s%" G_GINT64_FORMAT, exponent < 0 ? MINUS : "", ABS (exponent));
  scope_number_append_script (out, text, TRUE);
}

static void
append_fixed (GString *out, double value, int decimals, char decimal)
{
  char format[16], text[64];

  g_snprintf (format, sizeof format, "%%.%df", decimals);
  g_ascii_formatd (text, sizeof text, format, value);
  strip_exact_zeros (text, value);
  append_localised (out, text, decimal);
}

char *
scope_number_format (double value, unsigned digits, char decimal)
{
  GString *out = g_string_new (NULL);
  char format[16], text[64], *exponent_at;
  long exponent;

  if (isnan (value))
    return g_string_free (g_string_append (out, NOT_A_NUMBER), FALSE);
  if (isinf (value))
    return g_string_free (g_string_append (out, value > 0 ? "∞" : MINUS "∞"), FALSE);
  if (value == 0)
    return g_string_free (g_string_append (out, "0"), FALSE);

  if (value == trunc (value) && fabs (value) < LEAST_SCIENTIFIC)
    {
      append_fixed (out, value, 0, decimal);
      return g_string_free (out, FALSE);
    }

  digits = CLAMP (digits, 1, SCOPE_MOST_DIGITS);
  g_snprintf (format, sizeof format, "%%.%ue", digits - 1);
  g_ascii_formatd (text, sizeof text, format, value);
  exponent_at = strchr (text, 'e');
  exponent = strtol (exponent_at + 1, NULL, 10);

  if (exponent < SMALLEST_FIXED_EXPONENT || exponent > LARGEST_FIXED_EXPONENT)
    {
      *exponent_at = '\0';
      strip_exact_mantissa (text, exponent, value);
      append_scientific (out, text, exponent, decimal);
    }
  else
    append_fixed (out, value, MAX ((int) digits - 1 - (int) exponent, 0), decimal);
  return g_string_free (out, FALSE);
}

char *
scope_number_format_typed (double value, unsigned digits, char decimal)
{
  g_autofree char *text = scope_number_format (value, digits, decimal);

  return g_str_has_prefix (text, MINUS) ? g_strconcat ("-", text + strlen (MINUS), NULL)
                                        : g_steal_pointer (&text);
}

char *
scope_number_format_log10 (int sign, double log10_abs, unsigned digits, char decimal)
{
  g_autoptr (GString) out = g_string_new (sign < 0 ? MINUS : NULL);
  double exponent = floor (log10_abs);
  double known = 15 - ceil (log10 (fabs (log10_abs) + 1));
  char format[16], text[64];

  if (sign == 0 || (isinf (log10_abs) && log10_abs < 0))
    return g_strdup ("0");
  if (isinf (log10_abs))
    return g_strconcat (out->str, "∞", NULL);
  if (exponent >= SMALLEST_FIXED_EXPONENT && exponent <= LARGEST_FIXED_EXPONENT)
    return scope_number_format (sign * pow (10, log10_abs), digits, decimal);

  /* The fraction of so large a logarithm says nothing of the mantissa any more. */
  if (known < 1)
    {
      g_autofree char *power = scope_number_format (log10_abs, digits, decimal);

      return g_strdup_printf ("%s10^(%s)", out->str, power);
    }

  digits = MIN (CLAMP (digits, 1, SCOPE_MOST_DIGITS), (unsigned) known);
  g_snprintf (format, sizeof format, "%%.%uf", digits - 1);
  g_ascii_formatd (text, sizeof text, format, pow (10, log10_abs - exponent));
  if (g_str_has_prefix (text, "10"))
    {
      g_ascii_formatd (text, sizeof text, format, 1.0);
      exponent += 1;
    }
  append_scientific (out, text, (gint64) exponent, decimal);
  return g_strdup (out->str);
}

gboolean
scope_number_rounds_alike (ScopeWide one, ScopeWide other, unsigned digits)
{
  char format[16], text[2][64];

  /* 0 and −0, too, which are printed alike. */
  if (one == other)
    return TRUE;
  g_snprintf (format, sizeof format, "%%.%ue", digits - 1);
  scope_wide_print (text[0], sizeof text[0], format, one);
  scope_wide_print (text[1], sizeof text[1], format, other);
  return g_str_equal (text[0], text[1]);
}

char *
scope_number_format_fixed (double value, unsigned decimals, char decimal)
{
  GString *out = g_string_new (NULL);
  char format[16], text[400];

  g_snprintf (format, sizeof format, "%%.%uf", MIN (decimals, SCOPE_MOST_DIGITS));
  g_ascii_formatd (text, sizeof text, format, value);
  /* What rounds to zero has no sign. */
  append_localised (out, text[0] == '-' && strpbrk (text, "123456789") == NULL ? text + 1 : text, decimal);
  return g_string_free (out, FALSE);
}

char *
scope_number_exact (double value, char *buffer)
{
  if (isinf (value))
    return strcpy (buffer, value > 0 ? "inf" : "-inf");
  /* Adding 0 keeps −0 away. */
  return g_ascii_formatd (buffer, SCOPE_NUMBER_EXACT_SIZE, "%.17g", value + 0.0);
}

char *
scope_number_shortest (double value, char *buffer)
{
  char format[] = "%.15g";

  for (; format[3] < '7'; format[3]++)
    if (g_ascii_strtod (g_ascii_formatd (buffer, SCOPE_NUMBER_EXACT_SIZE, format, value + 0.0), NULL)
        == value)
      return buffer;
  return scope_number_exact (value, buffer);
}
