/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "canvas.h"
#include "subject.h"
#include "plan.h"
#include "hood.h"

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

/* Writes markup with its left or right end at x, smaller and at last with an ellipsis where it is
 * longer than room. quantity: what a click on it hides or reveals, 0 for none. */
void scope_hood_write (const ScopeHood *hood, unsigned quantity, ScopeInk ink, const char *markup,
                       ScopeAlign align, double size, double room, double x, double baseline);
/* In em of the block, how small what usually gets down to `usual` may be. */
double scope_hood_least (const ScopeHood *hood, double usual);
/* What the line would be wide, in pixels. */
double scope_hood_measure (const ScopeHood *hood, const char *markup, double size);

/* A secant's numbers as text, hidden where they must be: with as many digits as it takes to see
 * that slope and exact differ. undefined: there is no slope. */
typedef struct
{
  char *h, *slope, *exact, *error; /* Owned */
} ScopeSecantText;

void scope_secant_text_init (ScopeSecantText *text, const ScopeSubject *subject);
void scope_secant_text_clear (ScopeSecantText *text);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ScopeSecantText, scope_secant_text_clear)

/* b_half as text, a blank slot where it is hidden; NULL where the gradient is no sigmoid. */
char *scope_half_point_text (const ScopeSubject *subject);

/* One row of the comparison. */
typedef enum
{
  SCOPE_HOOD_EXPONENTIAL, /* of the observed class */
  SCOPE_HOOD_SUM,
  SCOPE_HOOD_PROBABILITY,
  SCOPE_HOOD_LOSS,
  SCOPE_HOOD_PRODUCT,
} ScopeHoodRow;
#define SCOPE_N_HOOD_ROWS 5

typedef struct
{
  char *naive, *stable;    /* Owned; plain text */
  ScopeNaiveStatus status; /* SCOPE_NAIVE_FINE where hidden */
  unsigned quantity;       /* a ScopeQuantity, 0 for none */
} ScopeHoodCell;

void scope_hood_cell_init (ScopeHoodCell *cell, const ScopeSubject *subject, const ScopeNaiveOutcome *naive,
                           ScopeHoodRow row);
void scope_hood_cell_clear (ScopeHoodCell *cell);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ScopeHoodCell, scope_hood_cell_clear)
/* "overflows", "underflows", …; "" where it is fine. */
const char *scope_hood_word (ScopeNaiveStatus status);

/* hood-plot.c, hood-table.c: the pieces. */
void scope_hood_draw_plot (const ScopeHood *hood);
void scope_hood_draw_table (const ScopeHood *hood);
/* How high the table is, in em of the block. */
#define SCOPE_HOOD_TABLE_HEIGHT 9.0
