/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "descent-look.h"
#include "factors.h"
#include "figure.h"
#include "label.h"
#include "scale.h"

/* What the parts of a figure share while it is drawn: where things are, and what is taken. */
typedef struct
{
  ScopePanel kind;
  ScopeRect rect;
  ScopeScale x, y;
  ScopeTicks x_ticks, y_ticks;
  double least_x; /* how far to the left its tick labels may reach */
  int clip;       /* the panel's rectangle */
  double title_end, title_limit; /* what is between them in the title's row is free */
  double title_values;           /* of that, what its values take */
} ScopePanelArea;

/* Where the derivation's nodes L, p, z and b₃ stand, and the gaps between them, which the formula
 * and the diagram share: each fraction is over its edge. */
typedef struct
{
  double em;           /* size of the text; 0 where there is no room for any of it */
  double node_x[4];    /* left edges */
  double node_width[4];
  double gap_x[SCOPE_N_FACTORS], gap_width[SCOPE_N_FACTORS];
  gboolean short_names; /* p₁ in place of p_Setosa */
  gboolean bare;        /* nodes are symbols alone, p₁ and z₁ */
} ScopeColumns;

/* How much room the contributions of many flowers have. */
typedef enum
{
  SCOPE_WATERFALL_NONE,
  SCOPE_WATERFALL_COLUMN, /* in the second column, the balance below the sum */
  SCOPE_WATERFALL_TIGHT,  /* the same, closer together */
  SCOPE_WATERFALL_STRIP,  /* in the first column, beside each other */
  SCOPE_WATERFALL_LINE,   /* there, too: the sum alone, in numbers */
} ScopeWaterfallForm;

/* Where parts that are about one flower of many are called so. */
typedef enum
{
  SCOPE_ALONE_CHAIN, /* over formula and diagram, and the bar where it is in their column */
  SCOPE_ALONE_SIDE,  /* in the second column */
  SCOPE_ALONE_LINKS, /* over the linked plots in a row */
} ScopeAlone;
#define SCOPE_N_ALONE 3

typedef struct
{
  const ScopeFigure *figure; /* Borrowed */
  ScopeScene *scene;         /* Borrowed */
  ScopeFonts *fonts;         /* Borrowed */
  ScopeCurves *curves;       /* Borrowed */
  ScopeOutcome cases[SCOPE_N_CLASSES];
  const ScopeOutcome *outcome; /* of the observed class: one of cases */
  char *loss_text, *dl_db_text; /* Owned; the same as they are printed, hidden where they must be */
  char *estimate_text, *estimate_brief; /* Owned; markup: what is said of the class's own slope */
  double loss, dl_db, curvature; /* of what the panels show: of the sum where there are many flowers */
  /* Markup: "*L*" and "*∂L*", of the derivation, which is about one flower; L is the sum's and that
   * one's L₁ where there are many. */
  char loss_symbol[20], dl_symbol[20];
  gboolean valid;              /* the model took the parameters */
  unsigned path;               /* the logit whose path is shown: scope_wiring_path() */
  unsigned hidden;             /* ScopePlace flags */
  unsigned yielded;            /* ScopeShow flags of rows of steps that have no room */

  double em;   /* size of the text */
  double unit; /* 1 at a text of 14 px: widths of lines grow with the text */

  /* A height of 0: yielded or not asked for. */
  ScopeRect question, bar, residuals, formula, diagram, steps, axis_ticks, axis_title;
  ScopeRect hood, waterfall;
  ScopeWaterfallForm waterfall_form;
  ScopeRect alone[SCOPE_N_ALONE];
  ScopeRect caption;    /* of a presentation's step */
  ScopeRect links;      /* the linked plots in a row, where there is no second column */
  ScopeRect main, side; /* the columns; side has a width of 0 where there is but one */
  ScopeColumns columns;
  gboolean goes_on;     /* before a hall: the steps stand right below the formula */
  gboolean stacked;     /* the columns find no room: the formula breaks at "=", nodes are symbols alone */
  gboolean stacked_long; /* then: and before its result */
  gboolean tall;        /* the parts of a remark have a row each: before a hall, and where it is narrow */
  ScopeFactors factors;
  ScopeDescentLook descent;
  double title_height;
  double label_x, label_width; /* the column right of the panels */
  ScopePanelArea panels[SCOPE_N_PANELS];
  guint n_panels;
  double axis_title_end;       /* likewise, below the panels */
  ScopeLabels labels;
  GArray *standing; /* of ScopeStanding */
} ScopeDrawing;

/* What is hidden of figure, its cases, outcome and symbols; FALSE where the model does not take its parameters.
 * Then all numbers of the derivation as they are printed, and those of the panels, which are the sum's where
 * there are many flowers. */
gboolean scope_drawing_evaluate (ScopeDrawing *drawing);
void scope_drawing_find_texts (ScopeDrawing *drawing);
void scope_drawing_clear_texts (ScopeDrawing *drawing);

/* layout.c: em, unit, every rectangle, scales and ticks. */
void scope_drawing_lay_out (ScopeDrawing *drawing);

/* The smallest type that is read, in pixels: what has room only in a smaller one yields. Who asks for larger text
 * would rather miss something than not be able to read it. */
double scope_drawing_least_px (const ScopeDrawing *drawing);
/* The same in em, for what usually gets no smaller than `usual`. */
double scope_drawing_least (const ScopeDrawing *drawing, double usual);

/* Small steps that every part takes. Inks, roles and indices as in ScopeItem. */
void scope_draw_rect (ScopeDrawing *drawing, ScopeRole role, int index, const ScopeRect *rect,
                      ScopeInk fill, ScopeInk stroke, double width_px, double radius_px);
void scope_draw_polyline (ScopeDrawing *drawing, ScopeRole role, int index, ScopeInk ink,
                          double width_px, ScopeDash dash, int clip, const ScopePoint *points,
                          size_t n);
void scope_draw_segment (ScopeDrawing *drawing, ScopeRole role, int index, ScopeInk ink,
                         double width_px, ScopeDash dash, int clip, double x1, double y1,
                         double x2, double y2);
void scope_draw_circle (ScopeDrawing *drawing, ScopeRole role, int index, double x, double y,
                        double radius_px, ScopeInk fill, ScopeInk stroke, double width_px);
/* Takes over the line; x is its left end. */
void scope_draw_line (ScopeDrawing *drawing, ScopeRole role, int index, ScopeInk ink,
                      ScopeLine *line, double x, double baseline);
/* The same, x being its centre. */
void scope_draw_line_centred (ScopeDrawing *drawing, ScopeRole role, int index, ScopeInk ink,
                              ScopeLine *line, double x, double baseline);
/* A sentence in a row: from its left end on, or where it is read to the left, up to its right end. Takes the line
 * over. */
void scope_draw_sentence (ScopeDrawing *drawing, ScopeRole role, int index, ScopeLine *line, double left,
                          double width, double baseline);
/* The shape of class k, ● ▲ ■, centred. */
void scope_draw_mark (ScopeDrawing *drawing, unsigned k, ScopeInk ink, double x, double y,
                      double size_px);

/* A class's name for a subscript: its number where the name is long. Escaped for markup. */
char *scope_drawing_subscript (const ScopeDrawing *drawing, unsigned k);
char *scope_drawing_number (const ScopeDrawing *drawing, double value);
/* The same, a blank slot where the number's place is hidden. */
char *scope_drawing_number_at (const ScopeDrawing *drawing, ScopePlace place, double value);
/* How far a slope is off the gradient, which is printed with so many digits. The caller frees it. */
char *scope_drawing_error (const ScopeDrawing *drawing, double slope, double gradient, const char *printed,
                           unsigned digits);
/* TRUE where any of the places, a set of ScopePlace, is hidden. */
gboolean scope_drawing_hides (const ScopeDrawing *drawing, unsigned places);
/* Whether b₃ feeds z_k; where the weights are hidden every logit looks as if it did. */
gboolean scope_drawing_is_wired (const ScopeDrawing *drawing, unsigned k);
/* The class whose p_k − y_k is ∂L/∂b₃ itself, whatever the logits are; SCOPE_N_CLASSES where none is, or
 * the weights that would say so are hidden. */
unsigned scope_drawing_gradient_class (const ScopeDrawing *drawing);
/* A tick label that stays short at any size of axis. */
char *scope_drawing_tick (const ScopeDrawing *drawing, const ScopeTicks *ticks, size_t index);
/* At most `most` ticks, but two where the range has any place for them. */
void scope_drawing_ticks (double lo, double hi, size_t most, ScopeTicks *ticks);
/* A line's width where numbers keep their slot while dragging. */
double scope_drawing_slot_width (const ScopeDrawing *drawing, const ScopeLine *line);
/* Of a plain text in one line, in pixels. */
double scope_drawing_text_width (const ScopeDrawing *drawing, double size_px, ScopeFace face,
                                 const char *text);

/* Of a point's circle, in units. */
#define SCOPE_POINT_RADIUS 5.5

/* What panels of any kind are made of. */
/* zero: the line that the others are counted from. */
void scope_draw_grid_line (ScopeDrawing *drawing, gboolean zero, double x1, double y1, double x2, double y2);
void scope_draw_grid (ScopeDrawing *drawing, const ScopePanelArea *panel);
void scope_draw_y_labels (ScopeDrawing *drawing, const ScopePanelArea *panel);
/* How wide the widest label along an axis is, in pixels. */
double scope_panel_widest_tick (const ScopeDrawing *drawing, const ScopeTicks *ticks);
/* The baseline of the labels is at y; none reaches further right than limit. */
void scope_draw_x_labels (ScopeDrawing *drawing, const ScopePanelArea *panel, double y,
                          double limit);
/* A slope in data's units on screen, y down; never infinite. */
double scope_panel_slope_px (const ScopePanelArea *panel, double slope);
/* Where data are in a panel, in pixels; what is far outside of it is kept outside, no farther than
 * every renderer can go. Finite or not. */
ScopePoint scope_panel_place (const ScopePanelArea *panel, double x, double y);
/* A straight line in pixels, of which the parts far outside are cut off: what is left keeps its slope. */
void scope_panel_cut (const ScopePanelArea *panel, ScopePoint ends[2]);
/* Half of the horizontal extent of a tangent with that slope. */
double scope_panel_tangent_px (const ScopePanelArea *panel, double slope_px);
/* Through at, as a track that labels avoid. */
void scope_draw_tangent (ScopeDrawing *drawing, const ScopePanelArea *panel, const ScopePoint *at,
                         double slope_px, ScopeInk ink);
void scope_draw_point (ScopeDrawing *drawing, const ScopePanelArea *panel, const ScopePoint *at,
                       ScopeInk ink);
/* Room for a label's box, whose size is given, beside what it names, inside its panel, or where a leader reaches
 * that; takes it. FALSE where there is none. */
gboolean scope_place_box (ScopeDrawing *drawing, const ScopePanelArea *panel, const ScopePoint *at,
                          double distance, ScopeSide side, gboolean near_only, ScopeRect *box);
/* The line from a label's box to what it names, where it is not near enough without one; FALSE where that
 * would cross something. */
gboolean scope_draw_leader (ScopeDrawing *drawing, const ScopeRect *box, const ScopePoint *at);
/* A value that has its place in the row of a panel's title, whatever the curves do: nothing moves it but the
 * point that it stands over. */
typedef struct
{
  ScopeRole role;
  ScopeInk ink;
  const char *format, *number; /* Borrowed; markup with one %s for the number */
  const char *brief;           /* Borrowed; the number in a row that is too short for all; NULL: the same */
  double size;                 /* of its text, in em */
  double room;                 /* what it usually takes, in its size: its text must not change the row's */
  double over;                 /* where it stands if it can, x in pixels; NAN: at the end of the row */
} ScopeTitleValue;

/* The least important last, smaller where the row is too short; how many of them have a place. */
guint scope_place_in_title (ScopeDrawing *drawing, ScopePanel kind, const ScopeTitleValue *values,
                            guint n);
/* What they usually take, in em. */
double scope_title_room (const ScopeTitleValue *values, guint n);
/* marks.c: the same of the values behind that panel's title. */
double scope_marks_title_room (const ScopeDrawing *drawing, ScopePanel kind);
gboolean scope_rect_holds (const ScopeRect *rect, const ScopePoint *point);
/* The same rectangle without a margin of that width. */
ScopeRect scope_rect_inset (const ScopeRect *rect, double by);

/* hood-secant.c: what the block under the hood marks in the panels. */
void scope_draw_secant (ScopeDrawing *drawing, const ScopePanelArea *panel);
void scope_draw_half_point (ScopeDrawing *drawing, const ScopePanelArea *panel);
void scope_label_half_point (ScopeDrawing *drawing, const ScopePanelArea *panel);
/* descent-marks.c: room for where a descent has been, and another one, and what stands there; those places;
 * the numbers of its steps, which stand while η moves; what its next step promises and gives, and that in words,
 * once all else has its place. */
void scope_stand_descent (ScopeDrawing *drawing);
void scope_draw_descent (ScopeDrawing *drawing);
void scope_number_descent (ScopeDrawing *drawing);
void scope_draw_next_step (ScopeDrawing *drawing);
void scope_label_next_step (ScopeDrawing *drawing);
/* What the block needs as a strip in the first column, as a single line there, and at least in the
 * second column; 0 where it is not shown. */
double scope_hood_strip_height (const ScopeDrawing *drawing);
double scope_hood_line_height (const ScopeDrawing *drawing);
double scope_hood_side_height (const ScopeDrawing *drawing);
/* There, too: of its first rows, which are better than nothing. */
double scope_hood_least_height (const ScopeDrawing *drawing);
/* Reads figure, hidden, cases and outcome alone. */
char *scope_hood_describe (const ScopeDrawing *drawing);

/* The parts, in the order of painting. */
void scope_draw_question (ScopeDrawing *drawing);
void scope_draw_bar (ScopeDrawing *drawing);
void scope_draw_formula (ScopeDrawing *drawing);
void scope_draw_diagram (ScopeDrawing *drawing);
void scope_draw_steps (ScopeDrawing *drawing);
void scope_draw_links (ScopeDrawing *drawing);
void scope_draw_hood (ScopeDrawing *drawing);
void scope_draw_stage (ScopeDrawing *drawing); /* formula and sentence of a presentation */
void scope_draw_panels (ScopeDrawing *drawing); /* grounds, grids, ticks, titles, curves */
/* The class's own tangent through at. */
void scope_draw_estimate (ScopeDrawing *drawing, const ScopePanelArea *panel, const ScopePoint *at);
/* b₃ − η·∂L/∂b₃ */
double scope_stage_next_bias (const ScopeDrawing *drawing);
/* TRUE while a slope is being predicted: the real tangent would give it away. */
gboolean scope_drawing_asks_slope (const ScopeDrawing *drawing);
void scope_draw_marks (ScopeDrawing *drawing);  /* points, tangent, arrow and their labels */
