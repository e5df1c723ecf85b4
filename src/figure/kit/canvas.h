/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "label.h"
#include "scale.h"
#include "roles.h"
#include "scene.h"

/* The row of a panel's title. */
typedef struct
{
  double end, limit; /* what is between them is free */
  double values;     /* of that, what its values take */
} ScopeTitleRow;

/* What a picture is drawn on, and with. */
typedef struct
{
  ScopeScene *scene;  /* Borrowed */
  ScopeFonts *fonts;  /* Borrowed */
  ScopeLabels labels; /* what is taken */
  GArray *standing;   /* Owned; of ScopeStanding */
  ScopeTitleRow titles[SCOPE_N_PANELS];
  double axis_title_end; /* what is behind it, below the panels, is free */
  unsigned part;         /* of the figure, whose items are drawn; 0 for none */
  double em;             /* size of the text */
  double unit;           /* 1 at a text of 14 px: widths of lines grow with the text */
  double text_scale;     /* how much larger than usual the text is asked for */
  char decimal;          /* '.' or ',' */
  gboolean in_hall;      /* read from the last row of one */
  gboolean settled;      /* FALSE while a value is being dragged: slots of numbers keep their width */
} ScopeCanvas;

/* A copy of item, of the present part, opaque where it says nothing else; its line is taken over. */
void scope_canvas_add (ScopeCanvas *canvas, const ScopeItem *item);
/* Small steps that every part takes. Inks, roles and indices as in ScopeItem. */
void scope_canvas_draw_rect (ScopeCanvas *canvas, const ScopeRole *role, int index, const ScopeRect *rect,
                             ScopeInk fill, ScopeInk stroke, double width_px, double radius_px);
void scope_canvas_draw_polyline (ScopeCanvas *canvas, const ScopeRole *role, int index, ScopeInk ink,
                                 double width_px, ScopeDash dash, int clip, const ScopePoint *points,
                                 size_t n);
void scope_canvas_draw_segment (ScopeCanvas *canvas, const ScopeRole *role, int index, ScopeInk ink,
                                double width_px, ScopeDash dash, int clip, double x1, double y1, double x2,
                                double y2);
void scope_canvas_draw_circle (ScopeCanvas *canvas, const ScopeRole *role, int index, double x, double y,
                               double radius_px, ScopeInk fill, ScopeInk stroke, double width_px);
/* Filled, without an edge. */
void scope_canvas_draw_polygon (ScopeCanvas *canvas, const ScopeRole *role, int index, ScopeInk fill,
                                const ScopePoint *points, size_t n);
/* Takes over the line; x is its left end. */
void scope_canvas_draw_line (ScopeCanvas *canvas, const ScopeRole *role, int index, ScopeInk ink,
                             ScopeLine *line, double x, double baseline);
/* The same, x being its centre. */
void scope_canvas_draw_line_centred (ScopeCanvas *canvas, const ScopeRole *role, int index, ScopeInk ink,
                                     ScopeLine *line, double x, double baseline);
/* A sentence in a row: from its left end on, or where it is read to the left, up to its right end. Takes the line
 * over. */
void scope_canvas_draw_sentence (ScopeCanvas *canvas, const ScopeRole *role, int index, ScopeLine *line,
                                 double left, double width, double baseline);
/* The shape of class k, ● ▲ ■, centred. */
void scope_canvas_draw_mark (ScopeCanvas *canvas, unsigned k, ScopeInk ink, double x, double y,
                             double size_px);

/* The smallest type that is read, in pixels: what has room only in a smaller one yields. Who asks for larger text
 * would rather miss something than not be able to read it. */
double scope_canvas_least_px (const ScopeCanvas *canvas);
/* The same in em, for what usually gets no smaller than `usual`. */
double scope_canvas_least (const ScopeCanvas *canvas, double usual);
/* A tick label that stays short at any size of axis. */
char *scope_canvas_tick (const ScopeCanvas *canvas, const ScopeTicks *ticks, size_t index);
/* At most `most` ticks, but two where the range has any place for them. */
void scope_canvas_ticks (double lo, double hi, size_t most, ScopeTicks *ticks);
/* A line's width where numbers keep their slot while dragging. */
double scope_canvas_slot_width (const ScopeCanvas *canvas, const ScopeLine *line);
/* Of a plain text in one line, in pixels. */
double scope_canvas_text_width (const ScopeCanvas *canvas, double size_px, ScopeFace face, const char *text);
