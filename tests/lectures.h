/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document-read.h"

#include "scenes.h"
#include "view.h"

/* The lectures that come with the program, and figures of their steps. */

#define TEST_N_LECTURES 3
#define TEST_MOST_PLACES 32

static const char *const test_lectures[TEST_N_LECTURES]
  = { "from-logits-to-loss", "derivative-of-a-bias", "down-the-slope" };

static inline ScopeDocument *
test_lecture_read (guint i)
{
  g_autofree char *name = g_strdup_printf ("%s.logitscope", test_lectures[i]);
  g_autofree char *path = g_build_filename (g_getenv ("SCOPE_SOURCE_DIR"), "data", "lectures", name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  ScopeDocument *document;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  document = scope_document_read (text, length, name, &error);
  g_assert_no_error (error);
  return document;
}

/* Before a hall. What it borrows is beside it, and is not moved. */
typedef struct
{
  ScopeFigure figure;
  ScopeStage stage;
  ScopeMany many;
  double places[TEST_MOST_PLACES];
} TestStep;

/* Where the step's descent went, from place to place. */
static inline void
test_step_walk (TestStep *shown, const ScopeDocumentLook *look)
{
  ScopeBatchRow row;
  ScopeBatch batch = scope_many_batch_or_one (shown->figure.many, &shown->figure.parameters, &row);
  double b = look->walk_from;

  g_assert_cmpuint (look->walk_steps, <, TEST_MOST_PLACES);
  for (guint i = 0; i <= look->walk_steps; i++)
    {
      ScopeBatchOutcome at;

      shown->places[i] = b;
      g_assert_cmpint (scope_batch_evaluate (&batch, b, &at), ==, SCOPE_STATUS_OK);
      b -= look->scenario.rate * at.dl_db;
    }
  shown->figure.trail
    = (ScopeTrail) { shown->places, look->walk_steps + 1, look->walk_steps, look->scenario.rate };
}

static inline void
test_step_fill (TestStep *shown, const ScopeDocument *document, guint i)
{
  const ScopeDocumentStep *step = scope_document_get_step (document, i);
  const ScopeDocumentLook *look = &step->look;

  memset (shown, 0, sizeof *shown);
  scope_figure_init (&shown->figure);
  shown->figure.scenario = look->scenario;
  shown->figure.digits = 3;
  shown->many = (ScopeMany) { document->rows, look->n_rows, look->selected, look->mean, NULL, NULL };
  if (look->n_rows > 0)
    shown->figure.many = &shown->many;
  shown->stage = (ScopeStage) { .title = step->title,
                                .step = i,
                                .n_steps = document->steps->len,
                                .links = look->plots,
                                .rows = look->lines,
                                .show = look->scenario.show };
  memcpy (shown->stage.sentences, step->sentences, sizeof step->sentences);
  shown->figure.stage = &shown->stage;
  if (look->walk_steps > 0)
    test_step_walk (shown, look);
  scope_view_init_axis (&shown->figure.view, &shown->figure.parameters, shown->figure.many, look->axis[0],
                        look->axis[1]);
}
