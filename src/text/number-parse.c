/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "number-parse.h"

#include <math.h>
#include <string.h>

#include "number.h"

/* Parentheses, roots and logarithms inside each other, at most. */
#define DEEPEST 16
/* Exponents beyond it overflow or underflow whatever the digits are. */
#define MOST_EXPONENT 100000.0

/* --- Characters */

/* What stands for a character outside of ASCII; NULL where it has no place in a number. */
static const char *
spell (gunichar character)
{
  static const struct
  {
    gunichar character;
    const char *ascii;
  } table[] = {
    { 0x2212, "-" }, /* the true minus, and what is typed or pasted for one: hyphens and dashes */
    { 0x2010, "-" },  { 0x2011, "-" },   { 0x2012, "-" }, { 0x2013, "-" }, { 0x2014, "-" },
    { 0x2015, "-" },  { 0x02d7, "-" },   { 0x2796, "-" }, { 0xfe58, "-" }, { 0xfe63, "-" },
    { 0x00b7, "*" },  { 0x00d7, "*" },   { 0x22c5, "*" }, { 0x2044, "/" }, { 0x221a, "sqrt" },
    { 0x03c0, "pi" }, { 0x221e, "inf" }, { 0x00a0, "_" }, { 0x2007, "_" }, { 0x2009, "_" },
    { 0x202f, "_" }, /* spaces that do not part what they are between */
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (table[i].character == character)
      return table[i].ascii;
  return NULL;
}

/* An input method for Chinese or Japanese types letters, digits and signs as wide as its own. */
static gunichar
narrow (gunichar character)
{
  return character >= 0xff01 && character <= 0xff5e ? character - 0xff01 + '!'
         : character == 0x3000                      ? ' '
                                                    : character;
}

/* The text in ASCII: "1.25·10⁻⁷" becomes "1.25*10^-7", a thin space '_'. NULL where a character has no
 * place in a number. */
static char *
to_ascii (const char *text)
{
  GString *ascii = g_string_new (NULL);
  gboolean up = FALSE;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar character = narrow (g_utf8_get_char (text));
      char above = scope_number_lower (character);
      const char *spelt = character < 0x80 ? NULL : spell (character);

      if (above != '\0' && !up)
        g_string_append_c (ascii, '^');
      up = above != '\0';
      if (up || (character < 0x80 && character != '_'))
        g_string_append_c (ascii, up ? above : (char) character);
      else if (spelt != NULL)
        g_string_append (ascii, spelt);
      else
        {
          g_string_free (ascii, TRUE);
          return NULL;
        }
    }
  return g_string_free (ascii, FALSE);
}

/* --- Grammar */

typedef struct
{
  const char *at;
  int depth;
  gboolean wrong, large;
} Reader;

static double read_product (Reader *reader);

static void
skip_blanks (Reader *reader)
{
  reader->at += strspn (reader->at, " \t_");
}

static gboolean
take (Reader *reader, const char *word)
{
  gsize length = strlen (word);

  skip_blanks (reader);
  if (strncmp (reader->at, word, length) != 0)
    return FALSE;
  reader->at += length;
  return TRUE;
}

static double
fail (Reader *reader)
{
  reader->wrong = TRUE;
  return 0;
}

/* '-' or '+', which may be missing. */
static double
read_sign (Reader *reader)
{
  return take (reader, "-") ? -1 : take (reader, "+") ? 1 : 1;
}

static double
read_inside (Reader *reader, const char *closing)
{
  double sign = read_sign (reader), value;

  if (++reader->depth > DEEPEST)
    return fail (reader);
  value = sign * read_product (reader);
  reader->depth--;
  return take (reader, closing) ? value : fail (reader);
}

static void
append_digits (Reader *reader, GString *digits, gboolean *any)
{
  for (; g_ascii_isdigit (*reader->at) || *reader->at == '_'; reader->at++)
    {
      /* "1 000" in one, but not "1 " */
      if (*reader->at == '_' && (!*any || !g_ascii_isdigit (reader->at[1])))
        return;
      if (*reader->at != '_')
        g_string_append_c (digits, *reader->at);
      *any = TRUE;
    }
}

/* What '^' raises to. */
static double
read_exponent (Reader *reader)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  gboolean any = FALSE;
  double sign;

  if (take (reader, "("))
    return read_inside (reader, ")");
  if (take (reader, "{"))
    return read_inside (reader, "}");
  sign = read_sign (reader);
  append_digits (reader, digits, &any);
  return any ? sign * g_ascii_strtod (digits->str, NULL) : fail (reader);
}

/* "e-7" or "E+7" right behind the digits. */
static void
append_letter_exponent (Reader *reader, GString *number)
{
  const char *at = reader->at + 1;

  if (*reader->at != 'e' && *reader->at != 'E')
    return;
  at += *at == '-' || *at == '+' ? 1 : 0;
  if (!g_ascii_isdigit (*at))
    return;
  while (g_ascii_isdigit (*at))
    at++;
  g_string_append_len (number, reader->at, at - reader->at);
  reader->at = at;
}

/* Whether "·10^" follows, in one of the ways to write it; then it is taken. */
static gboolean
take_power_of_ten (Reader *reader)
{
  const Reader before = *reader;

  if ((take (reader, "*") || take (reader, "x")) && take (reader, "10") && take (reader, "^"))
    return TRUE;
  *reader = before;
  return FALSE;
}

/* Digits and the power of ten become one text, so that they are rounded once. */
static double
convert (Reader *reader, GString *digits, double exponent)
{
  double value;

  exponent = CLAMP (exponent, -MOST_EXPONENT, MOST_EXPONENT);
  if (exponent == trunc (exponent) && strpbrk (digits->str, "eE") == NULL)
    {
      g_string_append_printf (digits, "e%.0f", exponent);
      value = g_ascii_strtod (digits->str, NULL);
    }
  else
    value = g_ascii_strtod (digits->str, NULL) * pow (10, exponent);
  reader->large = reader->large || isinf (value);
  return value;
}

static double
read_decimal (Reader *reader)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  gboolean any = FALSE;
  double value;

  append_digits (reader, digits, &any);
  if (*reader->at == '.' || *reader->at == ',')
    {
      reader->at++;
      g_string_append_c (digits, '.');
      append_digits (reader, digits, &any);
    }
  if (!any)
    return fail (reader);
  append_letter_exponent (reader, digits);
  if (take_power_of_ten (reader))
    return convert (reader, digits, read_exponent (reader));
  if (!take (reader, "^"))
    return convert (reader, digits, 0);
  if (g_str_equal (digits->str, "10"))
    {
      g_string_assign (digits, "1");
      return convert (reader, digits, read_exponent (reader));
    }
  value = convert (reader, digits, 0);
  return pow (value, read_exponent (reader));
}

/* What ln and √ are taken of. */
static double
read_argument (Reader *reader)
{
  return take (reader, "(") ? read_inside (reader, ")") : read_decimal (reader);
}

/* FALSE where no word begins here. */
static gboolean
read_word (Reader *reader, double *value)
{
  if (take (reader, "sqrt"))
    {
      skip_blanks (reader);
      *value = sqrt (read_argument (reader));
    }
  else if (take (reader, "ln"))
    {
      skip_blanks (reader);
      *value = log (read_argument (reader));
    }
  else if (take (reader, "pi"))
    *value = G_PI;
  else if (take (reader, "inf"))
    *value = reader->large = TRUE;
  else if (take (reader, "("))
    *value = read_inside (reader, ")");
  else
    return FALSE;
  return TRUE;
}

static double
read_factor (Reader *reader)
{
  double value;

  if (read_word (reader, &value))
    return value;
  skip_blanks (reader);
  if (take (reader, "e"))
    return take (reader, "^") ? exp (read_exponent (reader)) : G_E;
  return read_decimal (reader);
}

static double
read_product (Reader *reader)
{
  double value = read_factor (reader), factor;

  while (!reader->wrong)
    if (take (reader, "*"))
      value *= read_factor (reader);
    else if (take (reader, "/"))
      {
        factor = read_factor (reader);
        value = factor != 0 ? value / factor : fail (reader);
      }
    else if (read_word (reader, &factor))
      value *= factor; /* 2√3 */
    else
      break;
  return value;
}

ScopeNumberVerdict
scope_number_parse (const char *text, double *value)
{
  g_autofree char *ascii = g_utf8_validate (text, -1, NULL) ? to_ascii (text) : NULL;
  Reader reader = { .at = ascii };
  double sign, parsed;

  if (ascii == NULL)
    return SCOPE_NUMBER_NONE;
  sign = read_sign (&reader);
  parsed = sign * read_product (&reader);
  skip_blanks (&reader);
  if (reader.wrong || *reader.at != '\0' || isnan (parsed))
    return SCOPE_NUMBER_NONE;
  if (reader.large || isinf (parsed))
    return SCOPE_NUMBER_TOO_LARGE;
  *value = parsed + 0.0; /* no −0 */
  return SCOPE_NUMBER_READ;
}
