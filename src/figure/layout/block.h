/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "canvas.h"
#include "piece.h"
#include "plan.h"
#include "planner.h"
#include "subject.h"

/* What has a place of its own in a picture: where that is, what it takes, and how it is drawn there. */

typedef enum
{
  SCOPE_WHERE_NOWHERE,
  SCOPE_WHERE_WHOLE, /* over both columns */
  SCOPE_WHERE_MAIN,
  SCOPE_WHERE_SIDE,  /* where there is a second column */
  SCOPE_WHERE_ASIDE, /* in the second column, or in the first where that is the only one */
  SCOPE_WHERE_ALONE, /* in the first where that is the only one */
  SCOPE_N_WHERE,
} ScopeWhere;

/* What it takes in each of its forms, once em and columns are known; none where there is nothing to show. */
typedef void (*ScopeMeasure) (const ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
                              ScopeBlock *block);

#define SCOPE_BLOCK_BIT(block) (1u << SCOPE_BLOCK_##block)

typedef struct
{
  ScopePiece piece;
  const ScopePiece *(*get_piece) (guint i); /* its rows or layers, NULL behind the last; NULL: it has none */
  guint top;                                /* what has less is above it in its column, and drawn before it */
  gboolean anyway;                          /* it may be there without its part */
  unsigned rows;                            /* before a hall: it comes with one of these ScopeStageRows */
  unsigned heads;                           /* it is there with any of these blocks: SCOPE_BLOCK_BIT() each */
  ScopeWhere window, hall;                  /* where it is there */
  /* Before anything is measured: what of it the columns leave room for. */
  void (*settle) (ScopeCanvas *canvas, const ScopeSubject *subject, ScopePlan *plan);
  ScopeMeasure measure;
  double height; /* em: its one form, where nothing measures it */
  /* Once it has its place: what goes with the form that it has there; and where the layout is found, what is in it. */
  void (*take_form) (const ScopeSubject *subject, ScopePlan *plan);
  void (*find) (ScopeCanvas *canvas, const ScopeSubject *subject, ScopePlan *plan);
  /* Where there is room for it. */
  void (*draw) (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
                const ScopeSpot *spot);
} ScopeBlockKind;

/* Each in the file of what it draws. */
#define BLOCK(flag, name) extern const ScopeBlockKind scope_##name##_block;
#include "block-list.h"
