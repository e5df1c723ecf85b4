/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact.h"

/* Rows of a presentation's second column; b₃'s is always there. */
typedef enum
{
  SCOPE_STAGE_LOGITS = 1 << 0,
  SCOPE_STAGE_LOSS = 1 << 1,
  SCOPE_STAGE_SOFTMAX = 1 << 2,
  /* Of the steps of the derivation, where they are shown; without any of them as much as there is room for. */
  SCOPE_STAGE_CANCEL = 1 << 3,   /* how p cancels */
  SCOPE_STAGE_OBSERVED = 1 << 4, /* predicted minus observed, class by class */
} ScopeStageRows;

/* The step of a presentation: a layout of its own, read from the last row of a hall. */
typedef struct _ScopeStage
{
  const char *title;                             /* Borrowed; as a sentence's text */
  ScopeSentence sentences[SCOPE_MOST_SENTENCES]; /* below the picture; the rest: text NULL */
  unsigned step, n_steps;                        /* step < n_steps */
  unsigned links; /* bit i: linked plot i, in the order of ScopePanel; SCOPE_SHOW_LINKS: all */
  unsigned rows;  /* ScopeStageRows */
  unsigned
    show; /* ScopeShow flags of the step as it is written: it makes room for what is asked for beside */
} ScopeStage;
