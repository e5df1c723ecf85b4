/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "curves.h"
#include "scene.h"
#include "subject.h"

/* What the panels differ in: a row is all that a panel needs, and its place among ScopePanel. */
typedef struct
{
  ScopeInk ink; /* of its quantity */
  /* Where one of these is hidden, an axis has no digits to read it off, nor the slope that would give it away. */
  unsigned x_places, y_places;
  /* The rest is NULL and 0 for a linked plot. */
  unsigned part; /* with which it comes; 0: it is always there */
  double
    share[SCOPE_N_PANELS]; /* of the height that the panels have, where there are one, two, three of them */
  const char *title;       /* markup, to be translated: a name in "!", then more; %s is p's subscript */
  const char *symbol;      /* markup */
  gboolean all_cases;      /* the other classes' curves are there in any case, and not called "if" */
  gboolean keeps;          /* curves that were kept are there, too */
  /* What is drawn of case k over b₃, and how far it is seen. */
  const double *(*get_values) (const ScopeCurves *curves, unsigned k);
  void (*get_range) (const ScopeView *view, double *lo, double *hi);
  /* At the present b₃; and as it is printed behind the title: markup, its size, that for many flowers, and the room
   * that it usually takes, in its size. NULL: it is not. */
  double (*get_present) (const ScopeSubject *subject);
  const char *(*get_text) (const ScopeSubject *subject);
  const char *value;
  double value_size, value_size_many, value_room;
  gboolean is_called_so; /* the value begins with what the title ends with */
  /* Of many flowers it shows their sum, and a descent; else NULL and 0: the selected flower alone. */
  double (*get_sum) (const ScopeBatchOutcome *at);
  ScopeManyQuantity quantity;
  char *(*write_sum_title) (const ScopeMany *many); /* markup */
  const char *total, *mean; /* the same in short, to be translated; NULL: no shorter */
} ScopePanelKind;

extern const ScopePanelKind scope_panel_kinds[SCOPE_PANEL_LINK_LOSS + 1];

/* Whether a panel shows the sum of a figure's many flowers. */
gboolean scope_panel_kinds_is_sum (const ScopeFigure *figure, ScopePanel panel);
