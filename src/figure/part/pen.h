/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "canvas.h"
#include "plan.h"
#include "subject.h"

/* A pen that writes pieces of a formula one after the other, all about one mathematical axis. */
typedef struct
{
  ScopeCanvas *canvas;         /* Borrowed */
  const ScopeSubject *subject; /* Borrowed */
  const ScopePlan *plan;       /* Borrowed */
  double x, axis;              /* where the next piece begins; the height of fraction bars */
  double size_px;
  gboolean dry; /* measures only */
  unsigned row; /* which of several rows of a kind is written */
} ScopePen;

/* Writes one row of something. */
typedef void (*ScopeWriteRow) (ScopePen *pen);

/* Measures the row and takes a smaller size where it is longer than room; how long it was before. */
double scope_pen_fit (ScopePen *pen, ScopeWriteRow write_row, double room);

void scope_pen_text (ScopePen *pen, const ScopeRole *role, int index, ScopeInk ink, const char *markup);
void scope_pen_fraction (ScopePen *pen, const ScopeRole *role, int index, ScopeInk ink, const char *above,
                         const char *below);
void scope_pen_space (ScopePen *pen, double em);
/* A stroke through what was written since x. */
void scope_pen_strike (ScopePen *pen, double from_x);

/* Before a hall: the size of what is written as the formula is, and its rows, in em. */
#define SCOPE_HALL_SIZE 1.45
#define SCOPE_HALL_FRACTION_ROW 4.4
#define SCOPE_HALL_NUMBER_ROW 2.4

/* In the middle of rect's height, smaller than so many em where that is narrower than the row. */
void scope_pen_draw_row (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
                         ScopeWriteRow write_row, double size, const ScopeRect *rect);
