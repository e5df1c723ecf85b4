/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <stdint.h>

#include "line.h"
#include "rect.h"
#include "theme.h"

/* A picture as a list of primitives, each with a role: what the screen, every file format, the
 * hit test and the tests read. Coordinates are pixels at scale 1, y down. */
typedef struct _ScopeScene ScopeScene;

/* What follows from what an item is. */
typedef enum
{
  SCOPE_TRAIT_STILL = 1 << 0,   /* moving b₃ alone does not move it */
  SCOPE_TRAIT_GROUND = 1 << 1,  /* left out of a picture without a ground */
  SCOPE_TRAIT_SPOKEN = 1 << 2,  /* a text that is read out where the picture is described */
  SCOPE_TRAIT_TELLING = 1 << 3, /* its index is the quantity that it prints */
} ScopeTrait;

/* What an item is; one constant each, by whose address it is known. */
typedef struct
{
  const char *name; /* in files */
  unsigned traits;  /* ScopeTrait flags */
  /* Of index 0, 1, … the quantity that a text prints, the last for all that follow; NULL: none. */
  const unsigned *quantities;
  unsigned n_quantities;
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
#define SCOPE_N_PANELS 3 /* those over the common axis */
#define SCOPE_N_LINKS 3
#define SCOPE_CURVE_INDEX(panel, k) (3 * (int) (panel) + (int) (k))

/* Curves of single flowers where there are many. */
#define SCOPE_FLOWER_INDEX(panel, row) (2 * (int) (row) + (int) (panel))

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
#define SCOPE_EDGE_INDEX(factor, k) (3 * (int) (factor) + (int) (k))

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
#define SCOPE_N_SHAPES 5

typedef struct
{
  const ScopeRole *role; /* Borrowed */
  int index;
  unsigned part;     /* of the figure: a flag of its own, 0 for what is of none */
  unsigned traits;   /* of its role, set by the scene */
  unsigned quantity; /* that it prints, 0 for none; set by the scene */
  ScopeShape shape;
  ScopeInk stroke; /* SCOPE_INK_NONE for none */
  ScopeInk fill;   /* the ink of text, too */
  double opacity;  /* 0 to 1; 1 in the print theme */
  double width_px; /* of the stroke */
  ScopeDash dash;
  int clip; /* index into the scene's clip rectangles, −1 for none */
  double radius_px;
  const ScopePoint *points; /* Borrowed: valid until the scene changes */
  size_t n_points;
  ScopeLine *line; /* Owned by the scene */
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
/* The first item of a role and, unless index is negative, with that index; NULL for none. */
const ScopeItem *scope_scene_find_item (const ScopeScene *scene, const ScopeRole *role, int index);
const ScopeRect *scope_scene_get_clip (const ScopeScene *scene, int clip);
/* What the item covers, stroke included, clip applied. */
void scope_scene_get_bounds (const ScopeScene *scene, const ScopeItem *item, ScopeRect *bounds);

/* The areas that answer the pointer; see figure.h for how they are read. */
typedef enum
{
  SCOPE_ZONE_NONE,
  SCOPE_ZONE_PANEL,    /* index = ScopePanel: a drag scrubs b₃ */
  SCOPE_ZONE_AXIS,     /* the axis strip: a drag pans */
  SCOPE_ZONE_SEGMENT,  /* index = class: a click makes it the observed one */
  SCOPE_ZONE_HANDLE,   /* index = 0 left, 1 right: a drag turns the class's own tangent */
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
gboolean scope_scene_get_quantity (const ScopeScene *scene, unsigned n, unsigned *quantity, ScopeRect *rect);
