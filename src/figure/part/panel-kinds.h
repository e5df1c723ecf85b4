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
  /* What is drawn of case k over b₃; NULL for a linked plot. */
  const double *(*get_values) (const ScopeCurves *curves, unsigned k);
} ScopePanelKind;

extern const ScopePanelKind scope_panel_kinds[SCOPE_PANEL_LINK_LOSS + 1];
