/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "speech.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "number.h"

#define MINUS 0x2212
#define INFINITE 0x221E
#define DIFFERENTIAL 0x2202 /* ∂ */

/* What has a word of its own wherever it stands; "" is not said, " " parts what stands around. */
static const struct
{
  gunichar sign;
  const char *word;
} words[] = {
  { 0x00B7 /* · */, N_ ("times") },
  { 0x00D7 /* × */, N_ ("times") },
  { 0x2248 /* ≈ */, N_ ("is about") },
  { '=', N_ ("equals") },
  { INFINITE, N_ ("infinity") },
  { DIFFERENTIAL, N_ ("d") },
  { 0x25CF /* ● */, "" },
  { 0x25B2 /* ▲ */, "" },
  { 0x25A0 /* ■ */, "" },
  { 0x03A3 /* Σ */, N_ ("sum") },
  { 0x2211 /* ∑ */, N_ ("sum") },
  { '_', " " },
  { '<', N_ ("below") },
  { '>', N_ ("above") },
  { 0x2191 /* ↑ */, N_ ("up") },
  { 0x2193 /* ↓ */, N_ ("down") },
  { 0x2116 /* № */, N_ ("number") },
  { 0x200E, "" },
  { 0x2066, "" },
  { 0x2067, "" },
  { 0x2068, "" },
  { 0x2069, "" },
};

/* "3" of "₃", 0 of any other sign. */
static char
get_lowered (gunichar sign)
{
  return sign >= 0x2080 && sign <= 0x2089 ? (char) ('0' + (sign - 0x2080)) : '\0';
}

/* --- Words have a space on both sides, of which there is never more than one */

static void
append_space (GString *text)
{
  if (text->len > 0 && strchr (" (", text->str[text->len - 1]) == NULL)
    g_string_append_c (text, ' ');
}

static void
append_word (GString *text, const char *word)
{
  if (*word == '\0')
    return;
  append_space (text);
  if (*word == ' ')
    return;
  g_string_append (text, word);
  g_string_append_c (text, ' ');
}

/* --- What is more than one sign. Each returns what follows. */

/* "₃" */
static const char *
append_lowered (GString *text, const char *at)
{
  append_space (text);
  for (char digit; (digit = get_lowered (g_utf8_get_char (at))) != '\0'; at = g_utf8_next_char (at))
    g_string_append_c (text, digit);
  return at;
}

/* "⁻⁷" */
static const char *
append_raised (GString *text, const char *at)
{
  g_autoptr (GString) power = g_string_new (NULL);
  g_autofree char *said = NULL;

  for (char raised; (raised = scope_number_lower (g_utf8_get_char (at))) != '\0'; at = g_utf8_next_char (at))
    g_string_append_c (power, raised);
  if (g_str_equal (power->str, "2"))
    said = g_strdup (_ ("squared"));
  else if (power->str[0] == '-')
    /* Translators: "10 to the minus 7"; then "10 to the 24". */
    said = g_strdup_printf (_ ("to the minus %s"), power->str + 1);
  else
    said = g_strdup_printf (_ ("to the %s"), power->str);
  append_space (text);
  g_string_append (text, said);
  return at;
}

/* Whether a number begins there, which may be negative. */
static gboolean
begins_number (const char *at)
{
  return g_ascii_isdigit (g_utf8_get_char (at) == MINUS ? *g_utf8_next_char (at) : *at);
}

/* The minus of a number is said by every reader, unless a letter or a digit stands before it. */
static gboolean
is_sign_of_number (const GString *text, const char *at)
{
  return begins_number (at) && (text->len == 0 || !g_ascii_isalnum (text->str[text->len - 1]));
}

static gboolean
is_of_number (gunichar sign)
{
  return (sign < 0x80 && g_ascii_isdigit (sign)) || sign == INFINITE || get_lowered (sign) != '\0'
         || scope_number_lower (sign) != '\0';
}

/* Whether "/" there divides: "0/0", "∞/∞", "1/p". */
static gboolean
divides (gunichar before, const char *slash)
{
  const char *after = g_utf8_next_char (slash);
  gboolean is_symbol = g_ascii_isalpha (*after) && !g_ascii_isalpha (after[1]);

  return is_of_number (before) && (is_symbol || is_of_number (g_utf8_get_char (after)));
}

const char *
scope_speech_of (const char *printed)
{
  return g_str_equal (printed, SCOPE_HIDDEN) ? _ ("hidden") : printed;
}

/* --- The text */

static const char *
find_word (gunichar sign)
{
  for (unsigned i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i].sign == sign)
      /* Translators: words that are said in place of signs. */
      return g_ascii_isalpha (*words[i].word) ? _ (words[i].word) : words[i].word;
  return NULL;
}

/* The sign, and what belongs to it. */
static const char *
append_next (GString *text, gunichar before, const char *at, gboolean *is_ratio)
{
  const char *next = g_utf8_next_char (at);
  gunichar sign = g_utf8_get_char (at);
  const char *word = find_word (sign);

  *is_ratio = sign != ' ' && (*is_ratio || sign == DIFFERENTIAL);
  if (get_lowered (sign) != '\0')
    {
      next = append_lowered (text, at);
      if (*next == ' ' && begins_number (next + 1))
        append_word (text, _ ("equals"));
      return next;
    }
  if (scope_number_lower (sign) != '\0')
    return append_raised (text, at);
  if (sign == '^')
    append_word (text, _ ("to the power"));
  else if (sign == '/' && (*is_ratio || g_utf8_get_char (next) == DIFFERENTIAL))
    append_word (text, _ ("by"));
  else if (sign == '/' && divides (before, at))
    append_word (text, _ ("divided by"));
  else if (sign == '+' && *next == ' ')
    append_word (text, _ ("plus"));
  else if (sign == MINUS && !is_sign_of_number (text, at))
    append_word (text, _ ("minus"));
  else if (word != NULL)
    append_word (text, word);
  else if (sign == ' ')
    append_space (text);
  else
    g_string_append_len (text, at, next - at);
  return next;
}

char *
scope_speech (const char *printed)
{
  GString *text = g_string_new (NULL);
  gboolean is_ratio = FALSE;

  for (const char *at = printed; *at != '\0';)
    {
      gboolean ends = strchr (".,:;?!)", *at) != NULL;

      /* What a word left behind itself. */
      if (ends && text->len > 0 && text->str[text->len - 1] == ' ')
        g_string_truncate (text, text->len - 1);
      at = append_next (text, at > printed ? g_utf8_get_char (g_utf8_prev_char (at)) : 0, at, &is_ratio);
    }
  if (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
  return g_string_free (text, FALSE);
}
