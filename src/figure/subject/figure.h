/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hidden.h"
#include "many.h"
#include "part-table.h"
#include "scenario.h"
#include "scene.h"
#include "stage-facts.h"
#include "view.h"

/* Rows of a presentation's second column; b₃'s is always there. */
typedef enum
{
  SCOPE_STAGE_LOGITS = 1 << 0,
  SCOPE_STAGE_LOSS = 1 << 1,
  SCOPE_STAGE_SOFTMAX = 1 << 2,
  /* Of the steps of the derivation, where they are shown; without any of them as much as there is room for. */
  SCOPE_STAGE_CANCEL = 1 << 3,   /* how p cancels */
  SCOPE_STAGE_OBSERVED = 1 << 4, /* predicted minus observed, class by class */
} ScopeStageRows;

/* The step of a presentation: a layout of its own, read from the last row of a hall. */
typedef struct
{
  const char *title;                             /* Borrowed; as a sentence's text */
  ScopeSentence sentences[SCOPE_MOST_SENTENCES]; /* below the picture; the rest: text NULL */
  unsigned step, n_steps;                        /* step < n_steps */
  unsigned links; /* bit i: linked plot i, in the order of ScopePanel; SCOPE_SHOW_LINKS: all */
  unsigned rows;  /* ScopeStageRows */
  unsigned
    show; /* ScopeShow flags of the step as it is written: it makes room for what is asked for beside */
} ScopeStage;

#define SCOPE_GHOST_INDEX(panel, i) (SCOPE_MOST_GHOSTS * (int) (panel) + (int) (i))
/* The loss and gradient curve of another scenario, over the same axis. */
typedef struct
{
  ScopeParameters parameters; /* their b₃ and shift are not looked at */
  const char *name;           /* Borrowed; UTF-8, 1 to 60 characters */
} ScopeGhost;

/* Where a gradient descent has been on the present curve: the biases of step 0, 1, … */
typedef struct
{
  const double *b; /* Borrowed; finite */
  size_t n;        /* 0 for none */
  size_t at;       /* < n: the place that b₃ is at */
  double rate;     /* η of its steps; 0 where they were taken at several */
} ScopeTrail;

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
  unsigned digits;          /* significant digits of readouts: 4 */
  const ScopeStage *stage;  /* Borrowed; NULL outside of a presentation */
  const ScopeGhost *ghosts; /* Borrowed; curves that were kept */
  unsigned n_ghosts;        /* at most SCOPE_MOST_GHOSTS */
  ScopeTrail trail;         /* of the present descent */
  ScopeTrail kept_trail;    /* of another one, to compare with */
  const ScopeMany *many;    /* Borrowed; NULL: one flower. Panels are of the sum then */
  gboolean settled;         /* FALSE while a value is being dragged: slots of numbers keep their width */
} ScopeFigure;

/* Sensible values for every field: the start-up state (first worked flower, b₃ = −2, wiring
 * Setosa) at 1920×1080, light, '.', classes Setosa, Versicolor, Virginica. */
void scope_figure_init (ScopeFigure *figure);

typedef struct _ScopeCurves ScopeCurves; /* see curves.h */

/* Builds the scene. curves caches the sampled curves between calls, so that moving b₃ samples
 * nothing; pass a fresh one where there is no call before. Never fails: parameters out of the
 * model's range draw an empty figure. */
ScopeScene *scope_figure_build (const ScopeFigure *figure, ScopeCurves *curves, ScopeFonts *fonts);

/* Its ground alone, for who waits for the figure. */
ScopeScene *scope_figure_build_ground (const ScopeFigure *figure);

/* What of figure->show is not in its scene: parts that have yielded to others for want of room. Of
 * lines, points and curves it says nothing. */
unsigned scope_figure_missing (const ScopeFigure *figure, const ScopeScene *scene);

/* What of asked, a set of ScopeShow, is not in the scene, for want of room or because it has nothing to
 * show: lines, points and curves, too. */
unsigned scope_figure_left_out (const ScopeFigure *figure, const ScopeScene *scene, unsigned asked);

/* The picture in one sentence, for screen readers and file descriptions:
 * "b₃ −2, loss 1.891, slope −0.8491: raising b₃ lowers the loss", and the chain rule where it is
 * shown. What is hidden is called so. */
char *scope_figure_describe (const ScopeFigure *figure);
/* "Where we are. At b₃ = −2 …": what the step of a presentation says, plain; "" outside of one. */
char *scope_figure_say_step (const ScopeFigure *figure);
/* What values come to, in short: "loss 1.891, slope −0.8491: raising b₃ lowers the loss", before it the
 * probabilities of the flower where they are asked for. */
char *scope_figure_describe_result (const ScopeFigure *figure, gboolean with_probabilities);
/* What of it is under the hood, shown or not: "Under the hood: h 0.001, secant slope −0.84906, …". */
char *scope_figure_describe_hood (const ScopeFigure *figure);
/* The next step of a descent and what has become of it so far, shown or not: "b₃ − η·∂L/∂b₃ = −2 −
 * 1·(−0.8491) = −1.151; …". */
char *scope_figure_describe_descent (const ScopeFigure *figure);
/* What has become of it alone. */
char *scope_figure_describe_verdict (const ScopeFigure *figure);
/* The same, and the rows of text that the figure's scene has room for: steps, mistakes, observed
 * cases, answers. The caller frees it. */
char *scope_figure_describe_scene (const ScopeFigure *figure, const ScopeScene *scene);
/* The same for a picture that is met without the window: it says first what there is to be seen. */
char *scope_figure_describe_picture (const ScopeFigure *figure, const ScopeScene *scene);
/* "How wrong is the network about this Setosa flower, as b₃ changes?" */
char *scope_figure_question (const ScopeFigure *figure);

/* Loss, gradient and curvature of what the panels show: of the one flower, or of the sum. FALSE where
 * the model does not take the parameters. */
gboolean scope_figure_evaluate (const ScopeFigure *figure, ScopeBatchOutcome *outcome);

/* The slope of a tangent through the loss's point that is turned to x, y; rect is the loss panel's. */
double scope_figure_slope_at (const ScopeFigure *figure, const ScopeRect *rect, double x, double y);

/* The bias under a horizontal position in a panel's or the axis strip's rectangle; in a linked plot
 * the bias for which its point stands there, the present one where none does that. */
double scope_figure_bias_at (const ScopeFigure *figure, ScopePanel panel, const ScopeRect *rect, double x);
