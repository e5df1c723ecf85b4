/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "state-seal.h"

#include <string.h>

#define END "# end\n"
#define SUM "# sum "
#define N_DIGITS 16
#define SUM_LENGTH (sizeof SUM - 1 + N_DIGITS + 1)

/* Eight bytes at a time: a hundred thousand flowers are some megabytes, at the start. Each step maps one to one what
 * came before, and what comes: bytes of one word that change always change the sum. */
static guint64
add_word (guint64 sum, guint64 word)
{
  sum = (sum ^ GUINT64_FROM_LE (word)) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return sum ^ sum >> 32;
}

static guint64
sum_up (const char *text, gsize length)
{
  guint64 sum = add_word (0, GUINT64_TO_LE ((guint64) length)), word;

  for (; length >= sizeof word; text += sizeof word, length -= sizeof word)
    {
      memcpy (&word, text, sizeof word);
      sum = add_word (sum, word);
    }
  word = 0;
  memcpy (&word, text, length);
  return add_word (sum, word);
}

void
scope_state_seal (GString *text)
{
  guint64 sum = sum_up (text->str, text->len);

  g_string_append_printf (text, SUM "%016" G_GINT64_MODIFIER "x\n" END, sum);
}

/* Where the line of the sum begins; length where there is none. */
static gsize
find_sum (const char *text, gsize length)
{
  const gsize both = SUM_LENGTH + strlen (END);

  if (length < both || !g_str_has_suffix (text, "\n" END) || !g_str_has_prefix (text + length - both, SUM))
    return length;
  return length - both;
}

gsize
scope_state_unsealed_length (const char *text)
{
  gsize length = strlen (text), at = find_sum (text, length);

  return at == length && g_str_has_suffix (text, END) ? length - strlen (END) : at;
}

gboolean
scope_state_seal_holds (const char *text, guint version)
{
  gsize length = strlen (text), at = find_sum (text, length);
  g_autofree char *digits = NULL;

  if (at == length)
    return version < 2 || (version == 2 && g_str_has_suffix (text, "\n" END));
  /* Whatever version it says: that may be what is wrong. */
  digits = g_strdup_printf (SUM "%016" G_GINT64_MODIFIER "x\n", sum_up (text, at));
  return g_str_has_prefix (text + at, digits);
}
