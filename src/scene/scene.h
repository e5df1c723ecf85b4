/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <stdint.h>

#include "line.h"
#include "theme.h"

/* A picture as a list of primitives, each with a role: what the screen, every file format, the
 * hit test and the tests read. Coordinates are pixels at scale 1, y down. */
typedef struct _ScopeScene ScopeScene;

typedef enum
{
  SCOPE_ROLE_GROUND,
  SCOPE_ROLE_PANEL,          /* a panel's ground: index = ScopePanel */
  SCOPE_ROLE_GRID,
  SCOPE_ROLE_AXIS,           /* frame, zero line, tick marks */
  SCOPE_ROLE_TICK_LABEL, SCOPE_ROLE_AXIS_TITLE, SCOPE_ROLE_PANEL_TITLE,
  SCOPE_ROLE_QUESTION,       /* the sentence above the picture */
  SCOPE_ROLE_CURVE,          /* index = SCOPE_CURVE_INDEX (panel, class) */
  SCOPE_ROLE_CURVE_LABEL,
  SCOPE_ROLE_LEADER,
  SCOPE_ROLE_POINT,          /* index = ScopePanel */
  SCOPE_ROLE_POINT_LABEL,    /* the current value: "L = 1.891" */
  SCOPE_ROLE_JOIN,           /* the line that joins the points */
  SCOPE_ROLE_TANGENT, SCOPE_ROLE_SLOPE_TRIANGLE, SCOPE_ROLE_SLOPE_LABEL,
  SCOPE_ROLE_ESTIMATE,       /* the class's own tangent: −1, its handles: 0 left, 1 right */
  SCOPE_ROLE_ESTIMATE_LABEL,
  SCOPE_ROLE_GUESS,          /* ln 3 */
  SCOPE_ROLE_GUESS_LABEL,
  SCOPE_ROLE_DOWNHILL,       /* the arrow on the axis */
  SCOPE_ROLE_DOWNHILL_LABEL,
  SCOPE_ROLE_BAR,            /* index = class */
  SCOPE_ROLE_BAR_LABEL, SCOPE_ROLE_BAR_OUTLINE,
  SCOPE_ROLE_RESIDUAL,       /* p_k − y_k under the bar */
  SCOPE_ROLE_MARK,           /* a class's shape ● ▲ ■ */
  SCOPE_ROLE_FORMULA,        /* symbols, signs and fraction bars of the chain rule */
  SCOPE_ROLE_FACTOR,         /* a factor's number: index = ScopeFactor */
  SCOPE_ROLE_RESULT,         /* ∂L/∂b₃'s number */
  SCOPE_ROLE_STEP,           /* the factors spelled out: 0, or SCOPE_STEP_HIDDEN */
  SCOPE_ROLE_STRIKE,         /* through what cancels */
  SCOPE_ROLE_NODE,           /* of the path diagram */
  SCOPE_ROLE_NODE_LABEL,
  SCOPE_ROLE_EDGE,           /* index = SCOPE_EDGE_INDEX (factor, class) */
  SCOPE_ROLE_EDGE_LABEL,
  SCOPE_ROLE_MISTAKE,        /* a wrong path, marked as such */
  SCOPE_ROLE_CASE,           /* index = class */
  SCOPE_ROLE_ANSWER,         /* index 0 to 3: A to D */
  SCOPE_ROLE_SHIFT,          /* the same c on all three logits */
  SCOPE_ROLE_GHOST,          /* a kept curve: index = SCOPE_GHOST_INDEX (panel, ghost) */
  SCOPE_ROLE_GHOST_LABEL,    /* its name: the same index */
  SCOPE_ROLE_GHOST_MARK,     /* its mark ◇ ▽ □ ▷ ✕ ✚: index = ghost */
  /* Of many flowers: SCOPE_FLOWER_INDEX (panel, row), of labels −1 for what is about one alone; panel,
   * −1 in the legend; panel; see SCOPE_WATERFALL_INDEX; ScopeQuantity, 0 for none. */
  SCOPE_ROLE_FLOWER, SCOPE_ROLE_FLOWER_LABEL, SCOPE_ROLE_BAND, SCOPE_ROLE_BAND_LABEL,
  SCOPE_ROLE_MINIMUM, SCOPE_ROLE_MINIMUM_LABEL, SCOPE_ROLE_WATERFALL, SCOPE_ROLE_WATERFALL_LABEL,
  SCOPE_ROLE_CAPTION,        /* the sentence of a presentation's step */
  SCOPE_ROLE_PROGRESS,       /* index = step */
  SCOPE_ROLE_HOOD,           /* text under the hood: index = ScopeQuantity, 0 for none */
  SCOPE_ROLE_HOOD_CURVE,     /* the secant's error over h */
  SCOPE_ROLE_HOOD_MARK,      /* shapes beside the text and in the plot under the hood */
  SCOPE_ROLE_SECANT,         /* through b₃ and b₃ + h; index 1: the second point */
  SCOPE_ROLE_HALF_POINT,     /* where the gradient's sigmoid is at its middle */
  SCOPE_ROLE_TRAIL,          /* places of a descent: index = step; −1: the way between them */
  SCOPE_ROLE_KEPT_TRAIL,     /* the same of another descent */
  SCOPE_ROLE_TRAIL_LABEL, SCOPE_ROLE_KEPT_LABEL, /* a step's number; the other's rate, too */
  SCOPE_ROLE_DROP,           /* of the next step: 0 what the tangent promises, 1 what the curve gives */
  SCOPE_ROLE_BOUND,          /* what the loss falls towards */
  SCOPE_ROLE_UPDATE,         /* the update of b₃, what it drops, what became of it */
  SCOPE_ROLE_RATE,           /* the ruler of learning rates */
  SCOPE_ROLE_CROSSHAIR,      /* over a scene, in one of its own */
  SCOPE_N_ROLES,
} ScopeRole;

typedef enum
{
  SCOPE_PANEL_LOSS,
  SCOPE_PANEL_GRADIENT,
  SCOPE_PANEL_PROBABILITY,
  SCOPE_PANEL_LINK_LOGIT,       /* z_k over b₃ */
  SCOPE_PANEL_LINK_PROBABILITY, /* p_o over z_k */
  SCOPE_PANEL_LINK_LOSS,        /* −ln p over p */
} ScopePanel;
#define SCOPE_N_PANELS 3        /* those over the common axis */
#define SCOPE_N_LINKS 3
#define SCOPE_CURVE_INDEX(panel, k) ((int) (panel) * 3 + (int) (k))

/* Curves of single flowers where there are many. */
#define SCOPE_FLOWER_INDEX(panel, row) ((int) (row) * 2 + (int) (panel))

/* The bars of the gradient as a sum. */
enum
{
  SCOPE_WATERFALL_TOTAL,
  SCOPE_WATERFALL_OTHERS,
  SCOPE_WATERFALL_PREDICTED,
  SCOPE_WATERFALL_OBSERVED,
  SCOPE_WATERFALL_STEP, /* from one bar to the next */
  SCOPE_WATERFALL_ZERO,
  SCOPE_WATERFALL_FIRST,
};
#define SCOPE_WATERFALL_INDEX(row) (SCOPE_WATERFALL_FIRST + (int) (row))

/* The chain rule's factors, in the order of the formula. */
typedef enum
{
  SCOPE_FACTOR_DL_DP,
  SCOPE_FACTOR_DP_DZ,
  SCOPE_FACTOR_DZ_DB,
} ScopeFactor;
#define SCOPE_N_FACTORS 3
/* The one blank slot of all rows that are hidden, whatever part they are of. */
#define SCOPE_STEP_HIDDEN 1
#define SCOPE_EDGE_INDEX(factor, k) ((int) (factor) * 3 + (int) (k))

typedef struct
{
  double x, y;
} ScopePoint;

typedef struct
{
  double x, y, width, height;
} ScopeRect;

/* Whether they share more than an edge. */
gboolean scope_rects_overlap (const ScopeRect *one, const ScopeRect *other);

typedef enum
{
  SCOPE_DASH_SOLID,
  SCOPE_DASH_DASHED,
  SCOPE_DASH_DOTTED,
  SCOPE_DASH_FINE, /* guide lines */
  SCOPE_DASH_LONG, /* kept curves */
} ScopeDash;

typedef enum
{
  SCOPE_SHAPE_POLYLINE, /* points, open */
  SCOPE_SHAPE_POLYGON,  /* points, closed */
  SCOPE_SHAPE_RECT,     /* points[0] = top left, points[1] = bottom right; radius */
  SCOPE_SHAPE_CIRCLE,   /* points[0] = centre; radius */
  SCOPE_SHAPE_LINE,     /* a ScopeLine with its baseline's left end at points[0] */
} ScopeShape;

typedef struct
{
  ScopeRole role;
  int index;
  ScopeShape shape;
  ScopeInk stroke; /* SCOPE_INK_NONE for none */
  ScopeInk fill;   /* the ink of text, too */
  double opacity;  /* 0 to 1; 1 in the print theme */
  double width_px; /* of the stroke */
  ScopeDash dash;
  int clip;        /* index into the scene's clip rectangles, −1 for none */
  double radius_px;
  const ScopePoint *points; /* Borrowed: valid until the scene changes */
  size_t n_points;
  ScopeLine *line;          /* Owned by the scene */
} ScopeItem;

ScopeScene *scope_scene_new (double width_px, double height_px, ScopeTheme theme);
void scope_scene_free (ScopeScene *scene);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScopeScene, scope_scene_free)

double scope_scene_get_width (const ScopeScene *scene);
double scope_scene_get_height (const ScopeScene *scene);
ScopeTheme scope_scene_get_theme (const ScopeScene *scene);

/* How large its text is, 1 at 14 px: what is drawn over it grows with it. 1 until it is set. */
void scope_scene_set_unit (ScopeScene *scene, double unit);
double scope_scene_get_unit (const ScopeScene *scene);
/* The width of its thinnest lines: the unit, but a pixel at least. */
double scope_scene_get_hair (const ScopeScene *scene);

/* Far outside of any picture, and small enough for every renderer at every scale. */
#define SCOPE_SCENE_REACH 1e6

/* A copy of item and of its points, no further than SCOPE_SCENE_REACH from 0, is appended; item->line's
 * reference is taken over (NULL for shapes). Items paint in the order in which they were added. */
void scope_scene_add (ScopeScene *scene, const ScopeItem *item);
int scope_scene_add_clip (ScopeScene *scene, const ScopeRect *rect);
size_t scope_scene_get_n_items (const ScopeScene *scene);
const ScopeItem *scope_scene_get_item (const ScopeScene *scene, size_t index);
const ScopeRect *scope_scene_get_clip (const ScopeScene *scene, int clip);
/* What the item covers, stroke included, clip applied. */
void scope_scene_get_bounds (const ScopeScene *scene, const ScopeItem *item, ScopeRect *bounds);

/* The areas that answer the pointer; see figure.h for how they are read. */
typedef enum
{
  SCOPE_ZONE_NONE,
  SCOPE_ZONE_PANEL,   /* index = ScopePanel: a drag scrubs b₃ */
  SCOPE_ZONE_AXIS,    /* the axis strip: a drag pans */
  SCOPE_ZONE_SEGMENT, /* index = class: a click makes it the observed one */
  SCOPE_ZONE_HANDLE,  /* index = 0 left, 1 right: a drag turns the class's own tangent */
  SCOPE_ZONE_QUANTITY, /* index = ScopeQuantity: a click hides or reveals it; see below */
} ScopeZone;

void scope_scene_add_zone (ScopeScene *scene, ScopeZone zone, int index, const ScopeRect *rect);
/* The topmost zone at x, y, and its rectangle; SCOPE_ZONE_NONE where there is none. */
ScopeZone scope_scene_hit (const ScopeScene *scene, double x, double y, int *index, ScopeRect *rect);
/* The rectangle of the first such zone; FALSE where there is none. */
gboolean scope_scene_get_zone (const ScopeScene *scene, ScopeZone zone, int index, ScopeRect *rect);
/* The quantity that is printed at x, y, 0 for none. These zones lie over the others and leave them
 * as they are: a drag that begins on a label scrubs like any other. */
int scope_scene_hit_quantity (const ScopeScene *scene, double x, double y);
/* The nth place of those where one is printed; FALSE where there are no more. */
gboolean scope_scene_get_quantity (const ScopeScene *scene, unsigned n, unsigned *quantity,
                                   ScopeRect *rect);
