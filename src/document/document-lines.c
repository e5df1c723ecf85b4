/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "document-lines.h"

#include <string.h>

#include "escape.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

static void
free_line (gpointer data)
{
  ScopeDocumentLine *line = data;

  g_free (line->text);
  g_free (line->key);
  g_free (line->value);
  g_free (line);
}

static void
free_group (gpointer data)
{
  ScopeDocumentGroup *group = data;

  g_free (group->name);
  g_ptr_array_unref (group->lines);
  g_free (group);
}

void
scope_document_lines_fail (GError **error, const char *name, guint number, const char *format, ...)
{
  g_autofree char *text = NULL, *shown = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  shown = scope_escape_whole (text);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s:%u: %s", name, number, shown);
}

void
scope_document_lines_refuse (const ScopeDocumentLine *line, const char *name, const char *allowed,
                             GError **error)
{
  g_autofree char *value = scope_escape (line->value, strlen (line->value));

  scope_document_lines_fail (error, name, line->number, "%s is “%s”; it takes %s", line->key, value, allowed);
}

/* --- Reading */

static ScopeDocumentLine *
new_line (const char *text, guint number)
{
  ScopeDocumentLine *line = g_new0 (ScopeDocumentLine, 1);
  const char *equals = text[0] == '#' ? NULL : strchr (text, '=');

  line->number = number;
  line->text = g_strdup (text);
  if (equals == NULL)
    return line;
  line->key = g_strchomp (g_strndup (text, (gsize) (equals - text)));
  line->value = g_strchug (g_strdup (equals + 1));
  return line;
}

static ScopeDocumentGroup *
add_group (GPtrArray *groups, const char *text, guint number)
{
  ScopeDocumentGroup *group = g_new0 (ScopeDocumentGroup, 1);

  group->number = number;
  group->name = g_strndup (text + 1, strlen (text) - 2);
  group->lines = g_ptr_array_new_with_free_func (free_line);
  g_ptr_array_add (groups, group);
  return group;
}

typedef struct
{
  GPtrArray *groups; /* Borrowed */
  GHashTable *seen;  /* Owned; "[group]" and "[group]key", and the number of the line */
  const char *name;  /* Borrowed */
} Reader;

/* FALSE where it was there before. */
static gboolean
see (Reader *reader, const char *what, guint number, GError **error)
{
  guint before = GPOINTER_TO_UINT (g_hash_table_lookup (reader->seen, what));
  g_autofree char *escaped = scope_escape (what, strlen (what));

  if (before == 0)
    {
      g_hash_table_insert (reader->seen, g_strdup (what), GUINT_TO_POINTER (number));
      return TRUE;
    }
  scope_document_lines_fail (error, reader->name, number,
                             "%s is there a second time, the first one is in line %u; each may be there once",
                             escaped, before);
  return FALSE;
}

static gboolean
read_line (Reader *reader, const char *text, guint number, GError **error)
{
  ScopeDocumentGroup *group = reader->groups->len > 0 ? reader->groups->pdata[reader->groups->len - 1] : NULL;
  g_autofree char *escaped = scope_escape (text, strlen (text));
  g_autofree char *place = NULL;
  ScopeDocumentLine *line;

  if (text[0] == '[' && strlen (text) > 2 && g_str_has_suffix (text, "]"))
    {
      add_group (reader->groups, text, number);
      return see (reader, text, number, error);
    }
  line = new_line (text, number);
  if (group != NULL)
    g_ptr_array_add (group->lines, line);
  if (line->key == NULL && (text[0] == '\0' || text[0] == '#'))
    {
      if (group == NULL)
        free_line (line);
      return TRUE;
    }
  if (line->key == NULL || line->key[0] == '\0' || group == NULL)
    {
      scope_document_lines_fail (error, reader->name, number, "here is “%s”; it takes %s", escaped,
                                 group == NULL ? "[Logitscope] first"
                                               : "key=value, [group] or # and a comment");
      if (group == NULL)
        free_line (line);
      return FALSE;
    }
  place = g_strdup_printf ("[%s] %s", group->name, line->key);
  return see (reader, place, number, error);
}

static gboolean
read_lines (Reader *reader, const char *text, gsize length, GError **error)
{
  guint number = 1;

  for (const char *at = text, *end; at < text + length; at = end + 1, number++)
    {
      g_autofree char *line = NULL;

      end = memchr (at, '\n', (gsize) (text + length - at));
      if (end == NULL)
        end = text + length;
      line = g_strchomp (g_strndup (at, (gsize) (end - at)));
      if (!read_line (reader, line, number, error))
        return FALSE;
    }
  return TRUE;
}

static guint
count_lines (const char *text, const char *end)
{
  guint n = 1;

  for (; text < end; text++)
    n += *text == '\n';
  return n;
}

GPtrArray *
scope_document_lines_read (const char *text, gsize length, const char *name, GError **error)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (free_group);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reader reader = { groups, seen, name };
  const char *end;

  if (!g_utf8_validate (text, (gssize) length, &end))
    {
      scope_document_lines_fail (error, name, count_lines (text, end),
                                 "here is no UTF-8; it takes UTF-8 alone");
      return NULL;
    }
  if (length >= strlen (BYTE_ORDER_MARK) && memcmp (text, BYTE_ORDER_MARK, strlen (BYTE_ORDER_MARK)) == 0)
    {
      text += strlen (BYTE_ORDER_MARK);
      length -= strlen (BYTE_ORDER_MARK);
    }
  return read_lines (&reader, text, length, error) ? g_steal_pointer (&groups) : NULL;
}

const ScopeDocumentGroup *
scope_document_lines_find_group (const GPtrArray *groups, const char *name)
{
  for (guint i = 0; i < groups->len; i++)
    if (g_str_equal (((ScopeDocumentGroup *) groups->pdata[i])->name, name))
      return groups->pdata[i];
  return NULL;
}

const ScopeDocumentLine *
scope_document_lines_find (const ScopeDocumentGroup *group, const char *key)
{
  for (guint i = 0; i < group->lines->len; i++)
    if (g_strcmp0 (((ScopeDocumentLine *) group->lines->pdata[i])->key, key) == 0)
      return group->lines->pdata[i];
  return NULL;
}

/* --- What a value says */

static const char escaped[] = "sntr\\;", meant[] = " \n\t\r\\;";

/* Appends what text says up to its end, or to the next ; where it is a list; NULL where it says nothing. */
static const char *
read_piece (const char *text, gboolean is_list, GString *out)
{
  for (; *text != '\0' && !(is_list && *text == ';'); text++)
    {
      const char *found;

      if (*text != '\\')
        {
          g_string_append_c (out, *text);
          continue;
        }
      found = *++text != '\0' ? strchr (escaped, *text) : NULL;
      if (found == NULL)
        return NULL;
      g_string_append_c (out, meant[found - escaped]);
    }
  return text;
}

char *
scope_document_lines_text (const ScopeDocumentLine *line)
{
  GString *out = g_string_new (NULL);

  if (read_piece (line->value, FALSE, out) != NULL)
    return g_string_free (out, FALSE);
  g_string_free (out, TRUE);
  return NULL;
}

char **
scope_document_lines_list (const ScopeDocumentLine *line)
{
  g_autoptr (GStrvBuilder) values = g_strv_builder_new ();

  for (const char *at = line->value; *at != '\0';)
    {
      g_autoptr (GString) out = g_string_new (NULL);

      at = read_piece (at, TRUE, out);
      if (at == NULL)
        return NULL;
      g_strv_builder_add (values, out->str);
      at += *at == ';';
    }
  return g_strv_builder_end (values);
}

/* --- Writing */

static void
append_piece (GString *out, const char *text, gboolean is_list)
{
  for (const char *at = text; *at != '\0'; at++)
    {
      const char *found = strchr (meant, *at);

      /* A blank at either end would be lost. */
      if (found == NULL || (*at == ';' && !is_list) || (*at == ' ' && at != text && at[1] != '\0'))
        g_string_append_c (out, *at);
      else
        g_string_append_printf (out, "\\%c", escaped[found - meant]);
    }
}

void
scope_document_lines_append_text (GString *out, const char *key, const char *text)
{
  g_string_append_printf (out, "%s=", key);
  append_piece (out, text, FALSE);
  g_string_append_c (out, '\n');
}

void
scope_document_lines_append_list (GString *out, const char *key, const char *const *values)
{
  g_string_append_printf (out, "%s=", key);
  for (guint i = 0; values[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (out, ';');
      append_piece (out, values[i], TRUE);
    }
  g_string_append_c (out, '\n');
}
