/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hood.h"
#include "subject.h"

/* What is under the hood, in words. Reads figure, hidden, cases and outcome alone. */
char *scope_hood_describe (const ScopeSubject *subject);
/* The same of a figure, shown or not; empty where the model does not take its parameters. */
char *scope_hood_describe_figure (const ScopeFigure *figure);

/* A secant's numbers as text, hidden where they must be: with as many digits as it takes to see
 * that slope and exact differ. undefined: there is no slope. */
typedef struct
{
  char *h, *slope, *exact, *error; /* Owned */
} ScopeSecantText;

void scope_hood_secant_text_init (ScopeSecantText *text, const ScopeSubject *subject);
void scope_hood_secant_text_clear (ScopeSecantText *text);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ScopeSecantText, scope_hood_secant_text_clear)

/* b_half as text, a blank slot where it is hidden; NULL where the gradient is no sigmoid. */
char *scope_hood_half_point_text (const ScopeSubject *subject);

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
