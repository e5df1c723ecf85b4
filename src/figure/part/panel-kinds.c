/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel-kinds.h"

const ScopePanelKind scope_panel_kinds[] = {
  [SCOPE_PANEL_LOSS] = { SCOPE_INK_LOSS, 0, SCOPE_PLACE_LOSS, scope_curves_get_loss },
  [SCOPE_PANEL_GRADIENT] = { SCOPE_INK_GRADIENT, 0, SCOPE_PLACE_GRADIENT, scope_curves_get_gradient },
  [SCOPE_PANEL_PROBABILITY] = { SCOPE_INK_TEXT, 0, SCOPE_PLACE_PROBABILITY, scope_curves_get_probability },
  [SCOPE_PANEL_LINK_LOGIT] = { SCOPE_INK_TEXT, 0, SCOPE_PLACE_DZ_DB, NULL },
  [SCOPE_PANEL_LINK_PROBABILITY] = { SCOPE_INK_TEXT, 0, SCOPE_PLACE_P_OBSERVED | SCOPE_PLACE_DP_DZ, NULL },
  [SCOPE_PANEL_LINK_LOSS]
  = { SCOPE_INK_TEXT, SCOPE_PLACE_P_OBSERVED, SCOPE_PLACE_LOSS | SCOPE_PLACE_DL_DP, NULL },
};
