/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "figure.h"
#include "many-total.h"
#include "minimum.h"
#include "row-block.h"
#include "scene.h"
#include "stage-step.h"

/* A figure that owns all that it borrows, for a thread: nothing in it changes while the state goes on.
 * Rows are shared, not copied. */
typedef struct
{
  ScopeFigure figure;  /* points into this copy alone, and to texts that are there for good */
  ScopeRowBlock *rows; /* Owned; NULL: one flower */
  ScopeMany many;      /* of the figure, where it has many */
  ScopeBatchOutcome sum;
  ScopeMinimum minimum;
  ScopeStage stage;
  ScopeGhost ghosts[SCOPE_MOST_GHOSTS];
  guint64 serial;   /* of the state that it was taken from */
  gboolean fits;    /* its axis is to be fitted to its curves first */
  ScopePanel panel; /* what a crosshair is to read: in this panel, */
  ScopeRect rect;   /* which lies there, */
  double x;         /* at this place */
} ScopeFigureCopy;

/* rows: the figure's, NULL for one flower. */
ScopeFigureCopy *scope_figure_copy_new (const ScopeFigure *figure, ScopeRowBlock *rows);
void scope_figure_copy_free (ScopeFigureCopy *copy); /* NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScopeFigureCopy, scope_figure_copy_free)

/* In the thread: sum and minimum where they are not known, and the axis where it is to be fitted. */
void scope_figure_copy_complete (ScopeFigureCopy *copy, ScopeManyTotal *total);

/* What was said of a figure, at the same time as it was drawn. */
typedef enum
{
  SCOPE_WORDS_RESULT, /* as scope_describe_figure_result(), without probabilities */
  SCOPE_WORDS_HOOD,
  SCOPE_WORDS_VERDICT,
} ScopeWords;
#define SCOPE_N_WORDS 3
