/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "document-read.h"

#include <string.h>

#include "class-names.h"
#include "document-keys.h"
#include "document-lines.h"
#include "document-text.h"
#include "document-values.h"
#include "escape.h"

typedef struct
{
  ScopeDocument *document; /* Borrowed */
  const char *name;        /* Borrowed */
} Reader;

/* --- Texts and counts */

/* What cannot be understood in a document of a newer version stays as it was. */
static gboolean
refuse (const Reader *reader, const ScopeDocumentLine *line, const char *allowed, GError **error)
{
  if (reader->document->read_only)
    return TRUE;
  scope_document_lines_refuse (line, reader->name, allowed, error);
  return FALSE;
}

static gboolean
read_text (const Reader *reader, const ScopeDocumentLine *line, char **text, GError **error)
{
  char *found = scope_document_lines_text (line);

  if (found == NULL)
    return refuse (reader, line, "text, in which \\ stands before s, n, t, r, ; or \\ alone", error);
  g_free (*text);
  *text = found;
  return TRUE;
}

/* A line that has no key of these is kept as it is. */
static gboolean
keep_others (const ScopeDocumentGroup *group, const char *const *known, GPtrArray *others)
{
  for (guint i = 0; i < group->lines->len; i++)
    {
      const ScopeDocumentLine *line = group->lines->pdata[i];

      if (line->key != NULL ? !g_strv_contains (known, line->key) : line->text[0] == '#')
        g_ptr_array_add (others, g_strdup (line->text));
    }
  return TRUE;
}

/* --- Looks */

/* Every key of a look. */
static const char *const *
list_keys (void)
{
  static gsize once;
  static GPtrArray *keys;

  if (g_once_init_enter (&once))
    {
      keys = g_ptr_array_new ();
      for (guint i = 0; i < scope_document_keys_count (); i++)
        if (scope_document_keys_name (i) != NULL)
          g_ptr_array_add (keys, (gpointer) scope_document_keys_name (i));
      g_ptr_array_add (keys, (gpointer) "title");
      g_ptr_array_add (keys, (gpointer) "text");
      g_ptr_array_add (keys, (gpointer) "notes");
      g_ptr_array_add (keys, NULL);
      g_once_init_leave (&once, 1);
    }
  return (const char *const *) keys->pdata;
}

/* How many rows there may be, and which of them is selected. */
static gboolean
check_rows (const Reader *reader, const ScopeDocumentGroup *group, ScopeDocumentLook *look, GError **error)
{
  const ScopeDocument *document = reader->document;
  const ScopeDocumentLine *rows = scope_document_lines_find (group, "rows");
  const ScopeDocumentLine *selected = scope_document_lines_find (group, "selected");
  g_autofree char *allowed = NULL, *allowed_row = NULL;

  /* A newer version's document goes on, with what there is. */
  if (rows != NULL && look->n_rows > document->n_rows)
    {
      allowed = g_strdup_printf ("a number from 0 to %u, how many rows there are", document->n_rows);
      if (!refuse (reader, rows, allowed, error))
        return FALSE;
      look->n_rows = document->n_rows;
    }
  if (selected != NULL && look->selected >= look->n_rows && look->n_rows > 0)
    {
      allowed_row = g_strdup_printf ("a number from 1 to %u", look->n_rows);
      if (!refuse (reader, selected, allowed_row, error))
        return FALSE;
    }
  if (look->selected >= look->n_rows)
    look->selected = 0;
  if (look->n_rows == 0)
    look->mean = FALSE;
  return TRUE;
}

static gboolean
read_key (const Reader *reader, const ScopeDocumentLine *line, guint i, ScopeDocumentLook *look,
          GError **error)
{
  g_auto (GStrv) values = scope_document_lines_list (line);
  g_autofree char *allowed = NULL;

  if (scope_document_keys_elsewhere (i, look) != NULL)
    return refuse (reader, line, scope_document_keys_elsewhere (i, look), error);
  allowed = values == NULL ? g_strdup ("text, in which \\ stands before s, n, t, r, ; or \\ alone")
                           : scope_document_keys_read (i, (const char *const *) values, look);
  return allowed == NULL || refuse (reader, line, allowed, error);
}

/* The selected row is what logits and observed class are of. */
static void
select_row (const ScopeDocument *document, ScopeDocumentLook *look)
{
  const ScopeBatchRow *row = &document->rows[look->selected];

  memcpy (look->scenario.parameters.a, row->a, sizeof row->a);
  look->scenario.parameters.observed = row->observed;
}

static gboolean
read_look (const Reader *reader, const ScopeDocumentGroup *group, ScopeDocumentLook *look, GError **error)
{
  for (guint i = 0; i < scope_document_keys_count (); i++)
    {
      const char *key = scope_document_keys_name (i);
      const ScopeDocumentLine *line = key != NULL ? scope_document_lines_find (group, key) : NULL;

      /* Rows come first. */
      if (i == SCOPE_DOCUMENT_N_ROW_KEYS && !check_rows (reader, group, look, error))
        return FALSE;
      if (i == SCOPE_DOCUMENT_N_ROW_KEYS && look->n_rows > 0)
        select_row (reader->document, look);
      if (line != NULL && !read_key (reader, line, i, look, error))
        return FALSE;
    }
  return TRUE;
}

/* --- Groups */

static gboolean
read_version (const Reader *reader, const ScopeDocumentGroup *group, GError **error)
{
  const ScopeDocumentLine *line = scope_document_lines_find (group, "format");
  const char *values[] = { line != NULL ? line->value : "", NULL };
  guint version;

  if (line == NULL)
    {
      scope_document_lines_fail (error, reader->name, group->number,
                                 "here is [Logitscope] without format=; it takes format=%d",
                                 SCOPE_DOCUMENT_VERSION);
      return FALSE;
    }
  if (!scope_document_values_count (values, 1, G_MAXINT, &version))
    return refuse (reader, line, "the number of a version, 1", error);
  reader->document->read_only = version > SCOPE_DOCUMENT_VERSION;
  return TRUE;
}

static gboolean
read_head (const Reader *reader, const ScopeDocumentGroup *group, GError **error)
{
  static const char *const known[] = { "format", "title", "minutes", NULL };
  const ScopeDocumentLine *title = scope_document_lines_find (group, "title");
  const ScopeDocumentLine *minutes = scope_document_lines_find (group, "minutes");
  const char *values[] = { minutes != NULL ? minutes->value : "", NULL };

  if (title != NULL && !read_text (reader, title, &reader->document->title, error))
    return FALSE;
  if (minutes != NULL && !scope_document_values_count (values, 0, 600, &reader->document->minutes)
      && !refuse (reader, minutes, "a whole number from 0 to 600", error))
    return FALSE;
  return keep_others (group, known, reader->document->others);
}

static gboolean
read_row (const Reader *reader, const ScopeDocumentLine *line, guint number, ScopeBatchRow *row,
          GError **error)
{
  g_auto (GStrv) values = scope_document_lines_list (line);
  const ScopeClasses *classes = &reader->document->look.scenario.classes;
  g_autofree char *expected = g_strdup_printf ("%u", number);
  g_autofree char *names = scope_class_names_list (classes);
  g_autofree char *allowed = g_strdup_printf ("three numbers and a class (%s), with ; between them", names);

  if (!g_str_equal (line->key, expected))
    {
      g_autofree char *shown = scope_escape (line->key, strlen (line->key));

      scope_document_lines_fail (error, reader->name, line->number, "here is the row “%s”; it takes row %u",
                                 shown, number);
      return FALSE;
    }
  if (values != NULL && g_strv_length (values) == SCOPE_N_CLASSES + 1
      && scope_document_values_number (values[0], &row->a[0])
      && scope_document_values_number (values[1], &row->a[1])
      && scope_document_values_number (values[2], &row->a[2])
      && scope_class_names_find (classes, values[SCOPE_N_CLASSES], &row->observed))
    return TRUE;
  scope_document_lines_refuse (line, reader->name, allowed, error);
  return FALSE;
}

static gboolean
read_rows (const Reader *reader, const ScopeDocumentGroup *group, GError **error)
{
  ScopeDocument *document = reader->document;

  document->rows = g_new0 (ScopeBatchRow, group->lines->len);
  for (guint i = 0; i < group->lines->len; i++)
    {
      const ScopeDocumentLine *line = group->lines->pdata[i];

      if (line->key == NULL)
        continue;
      if (!read_row (reader, line, document->n_rows + 1, &document->rows[document->n_rows], error))
        return FALSE;
      document->n_rows++;
    }
  return TRUE;
}

static gboolean
read_sentences (const Reader *reader, const ScopeDocumentLine *line, ScopeDocumentStep *step, GError **error)
{
  g_autofree char *text = g_strdup ("");
  g_autofree char *allowed = NULL;

  if (!read_text (reader, line, &text, error))
    return FALSE;
  allowed = scope_document_text_read (text, step->sentences);
  return allowed == NULL || refuse (reader, line, allowed, error);
}

static gboolean
read_step (const Reader *reader, const ScopeDocumentGroup *group, ScopeDocumentStep *step, GError **error)
{
  const ScopeDocumentLine *title = scope_document_lines_find (group, "title");
  const ScopeDocumentLine *text = scope_document_lines_find (group, "text");
  const ScopeDocumentLine *notes = scope_document_lines_find (group, "notes");

  return (title == NULL || read_text (reader, title, &step->title, error))
         && (notes == NULL || read_text (reader, notes, &step->notes, error))
         && (text == NULL || read_sentences (reader, text, step, error))
         && read_look (reader, group, &step->look, error) && keep_others (group, list_keys (), step->others);
}

/* "Step 3", where that is the next one. */
static gboolean
add_step (const Reader *reader, const ScopeDocumentGroup *group, GError **error)
{
  ScopeDocument *document = reader->document;
  const guint n = document->steps->len;
  g_autofree char *expected = g_strdup_printf ("Step %u", n + 1);
  g_autofree char *shown = scope_escape (group->name, strlen (group->name));

  if (!g_str_equal (group->name, expected) || n == SCOPE_DOCUMENT_MOST_STEPS)
    {
      scope_document_lines_fail (error, reader->name, group->number,
                                 "here is [%s]; it takes [%s] next, and at most %d steps", shown, expected,
                                 SCOPE_DOCUMENT_MOST_STEPS);
      return FALSE;
    }
  return read_step (
    reader, group,
    scope_document_insert_step (document, n,
                                n > 0 ? &scope_document_get_step (document, n - 1)->look : &document->look),
    error);
}

/* A group that is nobody's, line by line. */
static void
keep_group (const Reader *reader, const ScopeDocumentGroup *group)
{
  g_ptr_array_add (reader->document->groups, g_strdup_printf ("[%s]", group->name));
  for (guint i = 0; i < group->lines->len; i++)
    g_ptr_array_add (reader->document->groups,
                     g_strdup (((ScopeDocumentLine *) group->lines->pdata[i])->text));
}

static gboolean
read_steps (const Reader *reader, const GPtrArray *groups, GError **error)
{
  static const char *const known[] = { "Logitscope", "Scenario", "Rows", NULL };

  for (guint i = 0; i < groups->len; i++)
    {
      const ScopeDocumentGroup *group = groups->pdata[i];

      if (g_str_has_prefix (group->name, "Step ") ? !add_step (reader, group, error) : FALSE)
        return FALSE;
      if (!g_str_has_prefix (group->name, "Step ") && !g_strv_contains (known, group->name))
        keep_group (reader, group);
    }
  return TRUE;
}

/* What the classes are called is needed for the rows, and the rows for the rest. */
static gboolean
read_scenario (const Reader *reader, const GPtrArray *groups, GError **error)
{
  const ScopeDocumentGroup *scenario = scope_document_lines_find_group (groups, "Scenario");
  const ScopeDocumentGroup *rows = scope_document_lines_find_group (groups, "Rows");
  const ScopeDocumentLine *classes
    = scenario != NULL ? scope_document_lines_find (scenario, "classes") : NULL;
  const ScopeDocumentLine *file = scenario != NULL ? scope_document_lines_find (scenario, "rows-file") : NULL;
  ScopeDocument *document = reader->document;

  if (file != NULL && !refuse (reader, file, "its rows in [Rows]: no other file is read", error))
    return FALSE;
  if (classes != NULL
      && !read_key (reader, classes, scope_document_keys_find ("classes"), &document->look, error))
    return FALSE;
  if (rows != NULL && !read_rows (reader, rows, error))
    return FALSE;
  document->look.n_rows = document->n_rows;
  if (document->n_rows > 0)
    select_row (document, &document->look);
  return scenario == NULL
         || (read_look (reader, scenario, &document->look, error)
             && keep_others (scenario, list_keys (), document->look_others));
}

ScopeDocument *
scope_document_read (const char *text, gsize length, const char *name, GError **error)
{
  g_autoptr (ScopeDocument) document = scope_document_new ();
  g_autoptr (GPtrArray) groups = NULL;
  const Reader reader = { document, name };

  if (length > SCOPE_DOCUMENT_MOST_BYTES)
    {
      scope_document_lines_fail (error, name, 1, "here are more than 64 MiB; it takes fewer");
      return NULL;
    }
  groups = scope_document_lines_read (text, length, name, error);
  if (groups == NULL)
    return NULL;
  if (groups->len == 0 || !g_str_equal (((ScopeDocumentGroup *) groups->pdata[0])->name, "Logitscope"))
    {
      scope_document_lines_fail (error, name,
                                 groups->len > 0 ? ((ScopeDocumentGroup *) groups->pdata[0])->number : 1,
                                 "here is no [Logitscope]; a document begins with it");
      return NULL;
    }
  if (!read_version (&reader, groups->pdata[0], error) || !read_head (&reader, groups->pdata[0], error)
      || !read_scenario (&reader, groups, error) || !read_steps (&reader, groups, error))
    return NULL;
  return g_steal_pointer (&document);
}
