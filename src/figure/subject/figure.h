/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "part-table.h"
#include "scenario.h"
#include "theme.h"
#include "view-ranges.h"

#define SCOPE_GHOST_INDEX(panel, i) (SCOPE_MOST_GHOSTS * (int) (panel) + (int) (i))
/* A curve that was kept: the loss and gradient of another scenario, over the same axis. */
typedef struct
{
  ScopeParameters parameters; /* their b₃ and shift are not looked at */
  char name[244];             /* 1 to 60 characters of UTF-8 */
} ScopeGhost;

/* Where a gradient descent has been on the present curve: the biases of step 0, 1, … */
typedef struct
{
  const double *b; /* Borrowed; finite */
  size_t n;        /* 0 for none */
  size_t at;       /* < n: the place that b₃ is at */
  double rate;     /* η of its steps; 0 where they were taken at several */
} ScopeTrail;

typedef struct _ScopeMany ScopeMany;   /* see many.h */
typedef struct _ScopeStage ScopeStage; /* see stage-step.h */

/* What a hall can read in time. */
#define SCOPE_STAGE_DIGITS 3

/* Everything that a figure is made from: same input, same scene. */
typedef struct
{
  union
  {
    ScopeScenario scenario; /* as a whole: its members are the figure's own */
    struct _ScopeScenario;
  };
  ScopeView view;
  double width_px, height_px;
  ScopeTheme theme;
  double text_scale;        /* 1 to 2: the usual text to twice it, or the largest that has room */
  char decimal;             /* '.' or ',' */
  unsigned digits;          /* significant digits of readouts: 4; before a hall SCOPE_STAGE_DIGITS */
  const ScopeStage *stage;  /* Borrowed; NULL outside of a presentation */
  const ScopeGhost *ghosts; /* Borrowed; curves that were kept */
  unsigned n_ghosts;        /* at most SCOPE_MOST_GHOSTS */
  ScopeTrail trail;         /* of the present descent */
  ScopeTrail kept_trail;    /* of another one, to compare with */
  const ScopeMany *many;    /* Borrowed; NULL: one flower. Panels are of the sum then */
  gboolean settled;         /* FALSE while a value is being dragged: slots of numbers keep their width */
} ScopeFigure;

typedef struct _ScopeCurves ScopeCurves; /* see curves.h */
