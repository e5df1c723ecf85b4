/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "batch.h"
#include "hidden.h"
#include "part-table.h"
#include "scenario.h"
#include "stage-step.h"

/* What is written into a file of one's own: a scenario, and the steps of a lecture on it, none or more. In memory a
 * step is whole, so that what it looks like depends on no other one; in the file there is what differs from the step
 * before. */

/* All that a step says of the picture. */
typedef struct
{
  ScopeScenario scenario; /* logits and observed class are those of the selected row where there are rows */
  guint n_rows;           /* how many of the document's rows are there; 0 for one flower */
  guint selected;         /* < n_rows; 0 for one flower */
  gboolean mean;          /* of the rows; else their total */
  double axis[2];         /* of b₃; lo < hi */
  double loss_axis[2], gradient_axis[2]; /* lo < hi, or both 0: as the curves need */
  double walk_from;                      /* a running descent: the b₃ where it began, */
  guint walk_steps; /* and how many steps it has taken to the b₃ of the scenario; 0: there is none */
  unsigned plots;   /* as ScopeStage.links */
  unsigned lines;   /* ScopeStageRows */
  unsigned reveal[SCOPE_N_QUANTITIES]; /* ScopeQuantity flags in the order in which they are revealed, */
  guint n_reveal;                      /* so many; 0: all at once */
  unsigned highlight;                  /* ScopeQuantity flags that are led to; 0: none before the others */
} ScopeDocumentLook;

typedef struct
{
  char *title, *notes;                           /* Owned; "" for none */
  ScopeSentence sentences[SCOPE_MOST_SENTENCES]; /* their text Owned; the rest NULL */
  ScopeDocumentLook look;
  GPtrArray *others; /* Owned; of lines that this version has no use for and keeps */
} ScopeDocumentStep;

typedef struct
{
  char *title;   /* Owned; "" for none */
  guint minutes; /* that it takes to give; 0 where nobody has said it */
  ScopeDocumentLook look;
  ScopeBatchRow *rows; /* Owned; n_rows of them */
  guint n_rows;
  GPtrArray *steps;   /* Owned; of ScopeDocumentStep */
  gboolean read_only; /* of a newer version: it may say more than is understood */
  /* Owned; lines that are kept, of the first two groups and of whole groups that nobody here knows. */
  GPtrArray *others, *look_others, *groups;
} ScopeDocument;

#define SCOPE_DOCUMENT_VERSION 1
#define SCOPE_DOCUMENT_MOST_STEPS 10000
#define SCOPE_DOCUMENT_MOST_BYTES (64 * 1024 * 1024)

/* The scenario of the start, no title and no step. */
ScopeDocument *scope_document_new (void);
void scope_document_free (ScopeDocument *document); /* NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScopeDocument, scope_document_free)
gboolean scope_document_equal (const ScopeDocument *one, const ScopeDocument *other);

/* The look of the start: the scenario's fields as they begin, and what is shown then. */
void scope_document_look_init (ScopeDocumentLook *look);
gboolean scope_document_look_equal (const ScopeDocumentLook *one, const ScopeDocumentLook *other);

/* A new step at place `at` that looks like the one given; Borrowed. */
ScopeDocumentStep *scope_document_insert_step (ScopeDocument *document, guint at,
                                               const ScopeDocumentLook *look);
ScopeDocumentStep *scope_document_get_step (const ScopeDocument *document, guint i);
/* Takes a copy of the text. */
void scope_document_step_set_title (ScopeDocumentStep *step, const char *title);
void scope_document_step_set_notes (ScopeDocumentStep *step, const char *notes);
void scope_document_step_set_sentence (ScopeDocumentStep *step, guint i, const char *text, unsigned facts);
