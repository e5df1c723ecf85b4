/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "canvas.h"
#include "subject.h"
#include "plan.h"

/* What the files of the block "Under the hood" share: where its pieces are, and how it writes. */
typedef struct
{
  ScopeCanvas *canvas;         /* Borrowed */
  const ScopeSubject *subject; /* Borrowed */
  ScopeRect rect;
  double em; /* size of the text of this block */
  /* A height of 0: yielded, or nothing to say. */
  ScopeRect title, slopes, plot, sigmoid, table;
} ScopeHood;

typedef enum
{
  SCOPE_ALIGN_LEFT,
  SCOPE_ALIGN_RIGHT,
} ScopeAlign;

/* How high the table is, in em of the block. */
#define SCOPE_HOOD_TABLE_HEIGHT 9.0
