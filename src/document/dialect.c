/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "dialect.h"

#include <string.h>

#include "blank.h"

static const struct
{
  char separator;
  const char *dialect; /* NULL where no dialect has it: a refusal names it all the same */
  const char *name;
} separators[] = {
  { ',', "comma", "commas" }, { ';', "semicolon", "semicolons" },
  { '\t', "tab", "tabs" },    { ' ', NULL, "blanks" },
  { '|', NULL, "bars" },      { ':', NULL, "colons" },
};

gboolean
scope_dialect_from_name (const char *name, ScopeDialect *dialect)
{
  static const struct
  {
    const char *name;
    ScopeDialect dialect;
  } dialects[] = {
    { "comma", SCOPE_DIALECT_COMMA },
    { "semicolon", SCOPE_DIALECT_SEMICOLON },
    { "tab", SCOPE_DIALECT_TAB },
    { "auto", SCOPE_DIALECT_AUTO },
  };

  for (guint i = 0; i < G_N_ELEMENTS (dialects); i++)
    if (g_str_equal (dialects[i].name, name))
      {
        *dialect = dialects[i].dialect;
        return TRUE;
      }
  return FALSE;
}

const char *
scope_dialect_names (void)
{
  return "comma, semicolon, tab, auto";
}

char
scope_dialect_choose (ScopeDialect dialect, char guess)
{
  if (dialect == SCOPE_DIALECT_SEMICOLON)
    return ';';
  if (dialect == SCOPE_DIALECT_TAB)
    return '\t';
  return dialect != SCOPE_DIALECT_COMMA && scope_dialect_name_for (guess) != NULL ? guess : ',';
}

const char *
scope_dialect_name_for (char separator)
{
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    if (separators[i].separator == separator)
      return separators[i].dialect;
  return NULL;
}

const char *
scope_dialect_separator_name (char separator)
{
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    if (separators[i].separator == separator)
      return separators[i].name;
  return NULL;
}

/* --- By the header */

/* One field of a line, without blanks and quotes around it. */
static gboolean
is_name (const char *text, gsize length, const char *const *names)
{
  scope_blank_trim (&text, &length);
  if (length >= 2 && text[0] == '"' && text[length - 1] == '"')
    {
      text++;
      length -= 2;
      scope_blank_trim (&text, &length);
    }
  for (guint i = 0; names[i] != NULL; i++)
    if (strlen (names[i]) == length && g_ascii_strncasecmp (names[i], text, length) == 0)
      return TRUE;
  return FALSE;
}

/* Twice the fields that are names, and one more where there are several fields: blanks and the like, which no
 * dialect has, part the words of a title, too. */
static guint
count (const char *line, gsize length, char separator, const char *const *names)
{
  gboolean quoted = FALSE, any = FALSE;
  gsize start = 0;
  guint n = 0;

  for (gsize at = 0; at < length; at++)
    {
      quoted ^= line[at] == '"';
      if (quoted || line[at] != separator)
        continue;
      n += is_name (line + start, at - start, names);
      start = at + 1;
      any = TRUE;
    }
  n += is_name (line + start, length - start, names);
  return 2 * n + (any && scope_dialect_name_for (separator) != NULL);
}

char
scope_dialect_guess_separator (const char *line, gsize length, char preferred, const char *const *names)
{
  char best = preferred;
  guint most;

  length = scope_blank_trim_end (line, length);
  most = count (line, length, preferred, names);
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      guint n = count (line, length, separators[i].separator, names);

      if (n > most)
        {
          most = n;
          best = separators[i].separator;
        }
    }
  return best;
}

char
scope_dialect_separator_of_pasted (const char *line, gsize length)
{
  gboolean quoted = FALSE, semicolon = FALSE;

  for (gsize at = 0; at < length; at++)
    {
      quoted ^= line[at] == '"';
      if (!quoted && line[at] == '\t')
        return '\t';
      semicolon |= !quoted && line[at] == ';';
    }
  return semicolon ? ';' : ',';
}

char
scope_dialect_separator_declared (const char *line, gsize length)
{
  static const char before[] = "sep=";
  gsize n = strlen (before);

  length = scope_blank_trim_end (line, length);
  if (length == n + 3 && line[0] == '"' && line[length - 1] == '"')
    {
      line++;
      length -= 2;
    }
  return length == n + 1 && g_ascii_strncasecmp (line, before, n) == 0 ? line[n] : '\0';
}
