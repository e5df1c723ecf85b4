/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "class-names.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "number-parse.h"

/* They join letters and pictographs, and belong to the names that have them. */
#define NON_JOINER 0x200C
#define JOINER 0x200D

/* --- One name */

/* Without the blanks around it. */
static char *
new_trimmed (const char *text)
{
  const char *end;
  char *trimmed;

  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  end = text + strlen (text);
  while (end > text && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  trimmed = g_strndup (text, (gsize) (end - text));
  return trimmed;
}

/* What a picture would obey or leave out instead of showing it, or no XML may have. */
static gboolean
is_control (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);
  gboolean is_nothing = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);

  return is_nothing || type == G_UNICODE_CONTROL || type == G_UNICODE_LINE_SEPARATOR
         || type == G_UNICODE_PARAGRAPH_SEPARATOR
         || (type == G_UNICODE_FORMAT && c != JOINER && c != NON_JOINER);
}

/* "2", "-1.5" and "1/3", which would be taken for a number where a class may be named by its own; "e" is a name. */
static gboolean
is_number (const char *name)
{
  gunichar first = g_utf8_get_char (name);
  double value;

  return !g_unichar_isalpha (first) && scope_number_parse (name, &value) != SCOPE_NUMBER_NONE;
}

static const char *
check_name (const char *name)
{
  gboolean is_visible = FALSE;

  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (is_control (c))
        return _ ("A class’s name has no control characters");
      is_visible |= g_unichar_isgraph (c) && !g_unichar_iszerowidth (c);
    }
  if (!is_visible)
    return _ ("A class needs a name");
  if (g_utf8_strlen (name, -1) > SCOPE_LONGEST_CLASS)
    return _ ("A class’s name has 60 characters at most");
  return is_number (name) ? _ ("A number is no name of a class") : NULL;
}

/* --- Three of them */

/* What is read is told apart by less than what is seen. */
static gboolean
are_alike (const char *one, const char *other)
{
  g_autofree char *folded = g_utf8_casefold (one, -1), *other_folded = g_utf8_casefold (other, -1);
  g_autofree char *plain = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);
  g_autofree char *other_plain = g_utf8_normalize (other_folded, -1, G_NORMALIZE_ALL);

  return g_str_equal (plain, other_plain);
}

const char *
scope_class_names_set (ScopeClasses *classes, const char *const texts[SCOPE_N_CLASSES])
{
  ScopeClasses fresh = { 0 };

  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    {
      g_autofree char *name = NULL;
      const char *wrong;

      if (!g_utf8_validate (texts[k], -1, NULL))
        return _ ("A class’s name is no text in UTF-8");
      name = new_trimmed (texts[k]);
      wrong = check_name (name);
      if (wrong != NULL)
        return wrong;
      g_strlcpy (fresh.name[k], name, sizeof fresh.name[k]);
      for (unsigned j = 0; j < k; j++)
        if (are_alike (fresh.name[j], fresh.name[k]))
          return _ ("Two classes have the same name");
    }
  *classes = fresh;
  return NULL;
}

const char *
scope_class_names_set_one (ScopeClasses *classes, unsigned k, const char *text)
{
  const char *texts[SCOPE_N_CLASSES];

  for (unsigned i = 0; i < SCOPE_N_CLASSES; i++)
    texts[i] = i == k ? text : classes->name[i];
  return scope_class_names_set (classes, texts);
}

const char *
scope_class_names_set_list (ScopeClasses *classes, const char *list)
{
  g_auto (GStrv) texts = g_strsplit (list, strchr (list, ';') != NULL ? ";" : ",", -1);

  if (g_strv_length (texts) != SCOPE_N_CLASSES)
    return _ ("There are three classes: three names are needed");
  return scope_class_names_set (classes, (const char *const *) texts);
}

gboolean
scope_class_names_find (const ScopeClasses *classes, const char *text, unsigned *k)
{
  for (*k = 0; *k < SCOPE_N_CLASSES; ++*k)
    {
      const char number[] = { (char) ('1' + *k), '\0' };

      if (g_str_equal (text, number) || g_ascii_strcasecmp (text, classes->name[*k]) == 0)
        return TRUE;
    }
  return FALSE;
}

char *
scope_class_names_list (const ScopeClasses *classes)
{
  return g_strdup_printf ("%s, %s, %s, 1, 2, 3", classes->name[0], classes->name[1], classes->name[2]);
}
