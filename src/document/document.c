/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "document.h"

#include <string.h>

#include "field.h"
#include "hidden.h"

#define AXIS_LO -10.0
#define AXIS_HI 10.0

void
scope_document_look_init (ScopeDocumentLook *look)
{
  memset (look, 0, sizeof *look);
  scope_field_start (&look->scenario);
  look->scenario.show = SCOPE_SHOW_DEFAULT;
  look->axis[0] = AXIS_LO;
  look->axis[1] = AXIS_HI;
}

static gboolean
are_equal (const double *one, const double *other, guint n)
{
  for (guint i = 0; i < n; i++)
    if (one[i] != other[i])
      return FALSE;
  return TRUE;
}

gboolean
scope_document_look_equal (const ScopeDocumentLook *one, const ScopeDocumentLook *other)
{
  for (guint i = 0; i < one->n_reveal && one->n_reveal == other->n_reveal; i++)
    if (one->reveal[i] != other->reveal[i])
      return FALSE;
  return scope_field_all_equal (&one->scenario, &other->scenario) && one->n_rows == other->n_rows
         && one->selected == other->selected && one->mean == other->mean
         && are_equal (one->axis, other->axis, 2) && are_equal (one->loss_axis, other->loss_axis, 2)
         && are_equal (one->gradient_axis, other->gradient_axis, 2) && one->walk_steps == other->walk_steps
         && (one->walk_steps == 0 || one->walk_from == other->walk_from) && one->plots == other->plots
         && one->lines == other->lines && one->n_reveal == other->n_reveal
         && one->highlight == other->highlight;
}

static void
free_step (gpointer data)
{
  ScopeDocumentStep *step = data;

  g_free (step->title);
  g_free (step->notes);
  for (guint i = 0; i < SCOPE_MOST_SENTENCES; i++)
    g_free ((char *) step->sentences[i].text);
  g_ptr_array_unref (step->others);
  g_free (step);
}

ScopeDocument *
scope_document_new (void)
{
  ScopeDocument *document = g_new0 (ScopeDocument, 1);

  document->title = g_strdup ("");
  scope_document_look_init (&document->look);
  document->steps = g_ptr_array_new_with_free_func (free_step);
  document->others = g_ptr_array_new_with_free_func (g_free);
  document->look_others = g_ptr_array_new_with_free_func (g_free);
  document->groups = g_ptr_array_new_with_free_func (g_free);
  return document;
}

void
scope_document_free (ScopeDocument *document)
{
  if (document == NULL)
    return;
  g_free (document->title);
  g_free (document->rows);
  g_ptr_array_unref (document->steps);
  g_ptr_array_unref (document->others);
  g_ptr_array_unref (document->look_others);
  g_ptr_array_unref (document->groups);
  g_free (document);
}

static gboolean
lines_equal (const GPtrArray *one, const GPtrArray *other)
{
  if (one->len != other->len)
    return FALSE;
  for (guint i = 0; i < one->len; i++)
    if (!g_str_equal (one->pdata[i], other->pdata[i]))
      return FALSE;
  return TRUE;
}

static gboolean
steps_equal (const ScopeDocumentStep *one, const ScopeDocumentStep *other)
{
  for (guint i = 0; i < SCOPE_MOST_SENTENCES; i++)
    if (g_strcmp0 (one->sentences[i].text, other->sentences[i].text) != 0
        || one->sentences[i].facts != other->sentences[i].facts)
      return FALSE;
  return g_str_equal (one->title, other->title) && g_str_equal (one->notes, other->notes)
         && scope_document_look_equal (&one->look, &other->look) && lines_equal (one->others, other->others);
}

static gboolean
rows_equal (const ScopeDocument *one, const ScopeDocument *other)
{
  if (one->n_rows != other->n_rows)
    return FALSE;
  for (guint i = 0; i < one->n_rows; i++)
    if (!are_equal (one->rows[i].a, other->rows[i].a, SCOPE_N_CLASSES)
        || one->rows[i].observed != other->rows[i].observed)
      return FALSE;
  return TRUE;
}

gboolean
scope_document_equal (const ScopeDocument *one, const ScopeDocument *other)
{
  if (!g_str_equal (one->title, other->title) || one->minutes != other->minutes
      || one->steps->len != other->steps->len || !scope_document_look_equal (&one->look, &other->look)
      || !rows_equal (one, other) || !lines_equal (one->others, other->others)
      || !lines_equal (one->look_others, other->look_others) || !lines_equal (one->groups, other->groups))
    return FALSE;
  for (guint i = 0; i < one->steps->len; i++)
    if (!steps_equal (one->steps->pdata[i], other->steps->pdata[i]))
      return FALSE;
  return TRUE;
}

/* --- Steps */

ScopeDocumentStep *
scope_document_insert_step (ScopeDocument *document, guint at, const ScopeDocumentLook *look)
{
  ScopeDocumentStep *step = g_new0 (ScopeDocumentStep, 1);

  step->title = g_strdup ("");
  step->notes = g_strdup ("");
  step->look = *look;
  step->others = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_insert (document->steps, (int) at, step);
  return step;
}

ScopeDocumentStep *
scope_document_get_step (const ScopeDocument *document, guint i)
{
  g_return_val_if_fail (i < document->steps->len, NULL);

  return document->steps->pdata[i];
}

static void
set_text (char **at, const char *text)
{
  char *copy = g_strdup (text);

  g_free (*at);
  *at = copy;
}

void
scope_document_step_set_title (ScopeDocumentStep *step, const char *title)
{
  set_text (&step->title, title);
}

void
scope_document_step_set_notes (ScopeDocumentStep *step, const char *notes)
{
  set_text (&step->notes, notes);
}

void
scope_document_step_set_sentence (ScopeDocumentStep *step, guint i, const char *text, unsigned facts)
{
  g_return_if_fail (i < SCOPE_MOST_SENTENCES);

  set_text ((char **) &step->sentences[i].text, text);
  step->sentences[i].facts = facts;
}
