/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel-kinds.h"

#include <glib/gi18n-lib.h>

#include "figure.h"

static void
get_loss_range (const ScopeView *view, double *lo, double *hi)
{
  *lo = view->loss_lo;
  *hi = view->loss_hi;
}

static void
get_gradient_range (const ScopeView *view, double *lo, double *hi)
{
  *lo = view->gradient_lo;
  *hi = view->gradient_hi;
}

static void
get_probability_range (const ScopeView *view, double *lo, double *hi)
{
  *lo = -0.06;
  *hi = 1.06;
}

const ScopePanelKind scope_panel_kinds[] = {
  [SCOPE_PANEL_LOSS] = { SCOPE_INK_LOSS, 0, SCOPE_PLACE_LOSS, 0, N_ ("!Loss!  *L*(*b*_3) = −ln *p*_{%s}"),
                         "*L*", scope_curves_get_loss, get_loss_range },
  [SCOPE_PANEL_GRADIENT] = { SCOPE_INK_GRADIENT, 0, SCOPE_PLACE_GRADIENT, 0, N_ ("!Gradient!  *∂L*/*∂b*_3"),
                             "*∂L*/*∂b*_3", scope_curves_get_gradient, get_gradient_range },
  [SCOPE_PANEL_PROBABILITY] = { SCOPE_INK_TEXT, 0, SCOPE_PLACE_PROBABILITY, SCOPE_SHOW_PROBABILITIES,
                                N_ ("!Probabilities!  *p*_1, *p*_2, *p*_3"), "*p*",
                                scope_curves_get_probability, get_probability_range },
  [SCOPE_PANEL_LINK_LOGIT] = { .ink = SCOPE_INK_TEXT, .y_places = SCOPE_PLACE_DZ_DB },
  [SCOPE_PANEL_LINK_PROBABILITY]
  = { .ink = SCOPE_INK_TEXT, .y_places = SCOPE_PLACE_P_OBSERVED | SCOPE_PLACE_DP_DZ },
  [SCOPE_PANEL_LINK_LOSS] = { .ink = SCOPE_INK_TEXT,
                              .x_places = SCOPE_PLACE_P_OBSERVED,
                              .y_places = SCOPE_PLACE_LOSS | SCOPE_PLACE_DL_DP },
};
