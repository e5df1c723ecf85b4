/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "canvas.h"
#include "subject.h"
#include "plan.h"
#include "planner.h"

/* The derivation: the formula, the path diagram under it, and the factors spelled out. */

typedef enum
{
  SCOPE_COLUMN_LOSS,
  SCOPE_COLUMN_PROBABILITY,
  SCOPE_COLUMN_LOGIT,
  SCOPE_COLUMN_BIAS,
} ScopeColumn;

/* The size of their text, in em of the picture. */
#define SCOPE_COLUMNS_LARGEST 1.1
#define SCOPE_COLUMNS_SMALLEST 0.66
/* Finds plan->columns for the width of the first column and the present numbers, in the largest
 * size that is no more than `largest`. */
void scope_columns_find (ScopeCanvas *canvas, const ScopeSubject *subject, ScopePlan *plan, double largest);
/* The same between x and x + width for nodes that are symbols alone. */
void scope_columns_find_bare (ScopeCanvas *canvas, ScopePlan *plan, double x, double width);
/* What a node says, as large as it has room for; k is the class where the column has one for each. */
ScopeLine *scope_column_fit_line (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
                                  ScopeColumn column, unsigned k);

/* Once the columns are known: their parts have rows of their own where they would be too small to read in one, and
 * what is too small even then yields. */
void scope_steps_settle (ScopeCanvas *canvas, const ScopeSubject *subject, ScopePlan *plan);
/* The parts whose rows it is made of. */
#define SCOPE_STEP_PARTS                                                                                     \
  (SCOPE_SHOW_STEPS | SCOPE_SHOW_MISTAKES | SCOPE_SHOW_CASES | SCOPE_SHOW_ANSWERS | SCOPE_SHOW_SHIFT         \
   | SCOPE_SHOW_DESCENT)
/* A form in which a walk downhill has yielded what goes beyond its next step, and nothing else has. */
#define SCOPE_STEPS_WITHOUT_WALK 3
/* Before a hall: one in which nothing has yielded but half of the derivation, and what the step of the lecture shows
 * itself to what somebody asks for beside. */
#define SCOPE_STEPS_ASKED 2
/* Takes the rows away that have no room in the form that was found. */
void scope_steps_take_form (const ScopeSubject *subject, ScopePlan *plan);

extern const ScopeInk scope_factor_inks[SCOPE_N_FACTORS];
/* "p_Setosa" as markup, "p_1" where names are short. The caller frees it. */
char *scope_derivation_p (const ScopeSubject *subject, const ScopePlan *plan, unsigned k);
/* "∂p_Setosa", and "∂z₁" or "∂z_k" under a sum, as markup: what the fractions are made of. */
char *scope_derivation_dp (const ScopeSubject *subject, const ScopePlan *plan);
char *scope_derivation_dz (const ScopeSubject *subject);
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

/* A printed number as markup, in brackets where it is negative and a sign stands before it. The
 * caller frees it. */
char *scope_derivation_number (const char *printed, gboolean first);
/* Paths' products with plus signs between them: "−0.8491 + 0.3962". */
void scope_write_terms (ScopePen *pen, const ScopeRole *role);

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
void scope_draw_text_row (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
                          ScopeWriteRow write_row, double size, const ScopeRect *rect);

/* All of it where plan->stacked. */
void scope_stacked_measure (const ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
                            ScopeBlock *block);
/* Whether numbers and result in one row would be too small to read. */
gboolean scope_stacked_is_long (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan);
void scope_draw_stacked (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
                         const ScopeSpot *spot);
