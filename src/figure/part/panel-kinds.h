/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "curves.h"
#include "hidden.h"
#include "scene.h"

/* What the panels differ in. */
typedef struct
{
  ScopeInk ink; /* of its quantity */
  /* Where one of these is hidden, an axis has no digits to read it off, nor the slope that would give it away. */
  unsigned x_places, y_places;
  /* The rest is NULL and 0 for a linked plot. */
  unsigned part;      /* with which it comes; 0: it is always there */
  const char *title;  /* markup, to be translated: a name in "!", then more; %s is p's subscript */
  const char *symbol; /* markup */
  /* What is drawn of case k over b₃, and how far it is seen. */
  const double *(*get_values) (const ScopeCurves *curves, unsigned k);
  void (*get_range) (const ScopeView *view, double *lo, double *hi);
} ScopePanelKind;

extern const ScopePanelKind scope_panel_kinds[SCOPE_PANEL_LINK_LOSS + 1];
