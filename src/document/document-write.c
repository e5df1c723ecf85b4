/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "document-write.h"

#include "document-keys.h"
#include "document-lines.h"
#include "document-text.h"
#include "document-values.h"

static void
append_lines (GString *out, const GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (out, "%s\n", (const char *) lines->pdata[i]);
}

static void
append_text (GString *out, const char *key, const char *text)
{
  if (text[0] != '\0')
    scope_document_lines_append_text (out, key, text);
}

/* What differs from another look. */
static void
append_look (GString *out, const ScopeDocumentLook *look, const ScopeDocumentLook *before)
{
  for (guint i = 0; i < scope_document_keys_count (); i++)
    {
      const char *key = scope_document_keys_name (i);
      g_auto (GStrv) now = scope_document_keys_write (i, look);
      g_auto (GStrv) then = scope_document_keys_write (i, before);
      gboolean is_new = scope_document_keys_elsewhere (i, before) != NULL;

      if (key != NULL && scope_document_keys_elsewhere (i, look) == NULL
          && (is_new || !g_strv_equal ((const char *const *) now, (const char *const *) then)))
        scope_document_lines_append_list (out, key, (const char *const *) now);
    }
}

static void
append_rows (GString *out, const ScopeDocument *document)
{
  const ScopeClasses *classes = &document->look.scenario.classes;

  g_string_append (out, "\n[Rows]\n");
  for (guint i = 0; i < document->n_rows; i++)
    {
      const ScopeBatchRow *row = &document->rows[i];
      g_autoptr (GStrvBuilder) values = g_strv_builder_new ();
      g_autofree char *key = g_strdup_printf ("%u", i + 1);
      g_auto (GStrv) list = NULL;

      for (guint k = 0; k < SCOPE_N_CLASSES; k++)
        scope_document_values_add_number (values, row->a[k]);
      g_strv_builder_add (values, classes->name[row->observed]);
      list = g_strv_builder_end (values);
      scope_document_lines_append_list (out, key, (const char *const *) list);
    }
}

static void
append_step (GString *out, const ScopeDocument *document, guint i)
{
  const ScopeDocumentStep *step = scope_document_get_step (document, i);
  g_autofree char *text = scope_document_text_write (step->sentences);

  g_string_append_printf (out, "\n[Step %u]\n", i + 1);
  append_text (out, "title", step->title);
  append_text (out, "text", text);
  append_text (out, "notes", step->notes);
  append_look (out, &step->look, i > 0 ? &scope_document_get_step (document, i - 1)->look : &document->look);
  append_lines (out, step->others);
}

char *
scope_document_write (const ScopeDocument *document)
{
  GString *out = g_string_new (NULL);
  ScopeDocumentLook start;

  scope_document_look_init (&start);
  start.n_rows = document->n_rows;
  g_string_append_printf (out, "[Logitscope]\nformat=%d\n", SCOPE_DOCUMENT_VERSION);
  append_text (out, "title", document->title);
  if (document->minutes > 0)
    g_string_append_printf (out, "minutes=%u\n", document->minutes);
  append_lines (out, document->others);
  g_string_append (out, "\n[Scenario]\n");
  append_look (out, &document->look, &start);
  append_lines (out, document->look_others);
  if (document->n_rows > 0)
    append_rows (out, document);
  for (guint i = 0; i < document->steps->len; i++)
    append_step (out, document, i);
  if (document->groups->len > 0)
    g_string_append_c (out, '\n');
  append_lines (out, document->groups);
  return g_string_free (out, FALSE);
}
