/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fonts.h"

/* A line of typeset text: runs of different faces and sizes on one baseline, with subscripts and
 * superscripts; measured in pixels at scale 1. Immutable once built; reference-counted, so that a
 * scene can hold it and a cache can share it. */
typedef struct _ScopeLine ScopeLine;

typedef struct
{
  double width_px;   /* advance width */
  double ascent_px;  /* above the baseline, ink or font, whichever is larger */
  double descent_px; /* below the baseline */
} ScopeLineSize;

typedef enum
{
  SCOPE_LEVEL_BASE,
  SCOPE_LEVEL_SUB,
  SCOPE_LEVEL_SUPER,
} ScopeLevel;

typedef struct
{
  ScopeFace face;
  ScopeLevel level;
  const char *text; /* UTF-8, not markup */
} ScopeRun;

/* n_runs runs at size_px (the size of the em). Consecutive runs are set one after the other. Raised
 * digits in a run of base level ("10⁻⁵") become runs of their own, typeset as superscripts. */
ScopeLine *scope_line_new (ScopeFonts *fonts, double size_px, const ScopeRun *runs, size_t n_runs);
/* Short form for plain text of one face. */
ScopeLine *scope_line_new_text (ScopeFonts *fonts, double size_px, ScopeFace face, const char *text);

ScopeLine *scope_line_ref (ScopeLine *line);
void scope_line_unref (ScopeLine *line);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScopeLine, scope_line_unref)

void scope_line_get_size (const ScopeLine *line, ScopeLineSize *size);
/* The same line cut to width_px with an ellipsis at its end where it is longer. */
ScopeLine *scope_line_ellipsize (ScopeLine *line, double width_px);
/* What the line says, as plain text. */
const char *scope_line_get_text (const ScopeLine *line);
/* TRUE where it has words from right to left. */
gboolean scope_line_reads_left (const ScopeLine *line);

/* Draws with the current source, the baseline's left end at x, y. */
void scope_line_show (const ScopeLine *line, cairo_t *cr, double x, double y);
/* Adds the outlines to the current path. */
void scope_line_path (const ScopeLine *line, cairo_t *cr, double x, double y);

/* Each placed run, for writers that emit text instead of outlines. */
typedef struct
{
  ScopeFace face;
  double size_px;
  double x_px; /* from the line's left end */
  double y_px; /* from the baseline, down positive */
  double width_px;
  const char *text;
} ScopePlacedRun;
size_t scope_line_get_n_runs (const ScopeLine *line);
void scope_line_get_run (const ScopeLine *line, size_t index, ScopePlacedRun *run);
