/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "roles.h"

#include "hidden.h"

static const unsigned gradient[] = { SCOPE_QUANTITY_GRADIENT };
/* By panel. */
static const unsigned points[] = { SCOPE_QUANTITY_LOSS, SCOPE_QUANTITY_GRADIENT };
/* By factor; then paths, which are terms of the gradient. */
static const unsigned factors[]
  = { SCOPE_QUANTITY_DL_DP, SCOPE_QUANTITY_DP_DZ, SCOPE_QUANTITY_DZ_DB, SCOPE_QUANTITY_GRADIENT };
/* By factor and class. */
static const unsigned edges[] = { SCOPE_QUANTITY_DL_DP, SCOPE_QUANTITY_DL_DP, SCOPE_QUANTITY_DL_DP,
                                  SCOPE_QUANTITY_DP_DZ, SCOPE_QUANTITY_DP_DZ, SCOPE_QUANTITY_DP_DZ,
                                  SCOPE_QUANTITY_DZ_DB, SCOPE_QUANTITY_DZ_DB, SCOPE_QUANTITY_DZ_DB };
/* By column and class: the loss, three probabilities, and what nobody hides. */
static const unsigned nodes[]
  = { SCOPE_QUANTITY_LOSS,        0, 0, SCOPE_QUANTITY_PROBABILITY, SCOPE_QUANTITY_PROBABILITY,
      SCOPE_QUANTITY_PROBABILITY, 0 };

const ScopeRole scope_role_ground = { "ground", SCOPE_TRAIT_GROUND | SCOPE_TRAIT_STILL, NULL, 0 };
const ScopeRole scope_role_panel = { "panel", SCOPE_TRAIT_GROUND | SCOPE_TRAIT_STILL, NULL, 0 };
const ScopeRole scope_role_grid = { "grid", SCOPE_TRAIT_STILL, NULL, 0 };
const ScopeRole scope_role_axis = { "axis", SCOPE_TRAIT_STILL, NULL, 0 };
const ScopeRole scope_role_tick_label = { "tick-label", SCOPE_TRAIT_STILL, NULL, 0 };
const ScopeRole scope_role_axis_title = { "axis-title", SCOPE_TRAIT_STILL, NULL, 0 };
const ScopeRole scope_role_panel_title = { "panel-title", SCOPE_TRAIT_STILL, NULL, 0 };
const ScopeRole scope_role_question = { "question", SCOPE_TRAIT_STILL, NULL, 0 };
const ScopeRole scope_role_curve = { "curve", SCOPE_TRAIT_STILL, NULL, 0 };
const ScopeRole scope_role_curve_label = { "curve-label", SCOPE_TRAIT_STILL, NULL, 0 };
const ScopeRole scope_role_leader = { "leader", 0, NULL, 0 };
const ScopeRole scope_role_point = { "point", 0, NULL, 0 };
const ScopeRole scope_role_point_label = { "point-label", 0, points, G_N_ELEMENTS (points) };
const ScopeRole scope_role_join = { "join", 0, NULL, 0 };
const ScopeRole scope_role_tangent = { "tangent", 0, NULL, 0 };
const ScopeRole scope_role_slope_triangle = { "slope-triangle", 0, NULL, 0 };
const ScopeRole scope_role_slope_label = { "slope-label", 0, gradient, G_N_ELEMENTS (gradient) };
const ScopeRole scope_role_estimate = { "estimate", 0, NULL, 0 };
const ScopeRole scope_role_estimate_label = { "estimate-label", 0, NULL, 0 };
const ScopeRole scope_role_guess = { "guess", SCOPE_TRAIT_STILL, NULL, 0 };
const ScopeRole scope_role_guess_label = { "guess-label", 0, NULL, 0 };
const ScopeRole scope_role_downhill = { "downhill", 0, NULL, 0 };
const ScopeRole scope_role_downhill_label = { "downhill-label", 0, NULL, 0 };
const ScopeRole scope_role_bar = { "bar", 0, NULL, 0 };
const ScopeRole scope_role_bar_label = { "bar-label", 0, NULL, 0 };
const ScopeRole scope_role_bar_outline = { "bar-outline", 0, NULL, 0 };
const ScopeRole scope_role_residual = { "residual", 0, gradient, G_N_ELEMENTS (gradient) };
const ScopeRole scope_role_mark = { "mark", 0, NULL, 0 };
const ScopeRole scope_role_formula = { "formula", SCOPE_TRAIT_STILL, NULL, 0 };
const ScopeRole scope_role_factor = { "factor", 0, factors, G_N_ELEMENTS (factors) };
const ScopeRole scope_role_result = { "result", 0, gradient, G_N_ELEMENTS (gradient) };
const ScopeRole scope_role_step = { "step", 0, NULL, 0 };
const ScopeRole scope_role_strike = { "strike", 0, NULL, 0 };
const ScopeRole scope_role_node = { "node", SCOPE_TRAIT_STILL, NULL, 0 };
const ScopeRole scope_role_node_label = { "node-label", 0, nodes, G_N_ELEMENTS (nodes) };
const ScopeRole scope_role_edge = { "edge", SCOPE_TRAIT_STILL, NULL, 0 };
const ScopeRole scope_role_edge_label = { "edge-label", 0, edges, G_N_ELEMENTS (edges) };
const ScopeRole scope_role_mistake = { "mistake", SCOPE_TRAIT_SPOKEN, NULL, 0 };
const ScopeRole scope_role_case = { "case", SCOPE_TRAIT_SPOKEN, NULL, 0 };
const ScopeRole scope_role_answer = { "answer", SCOPE_TRAIT_SPOKEN, NULL, 0 };
const ScopeRole scope_role_shift = { "shift", 0, NULL, 0 };
const ScopeRole scope_role_ghost = { "ghost", SCOPE_TRAIT_STILL, NULL, 0 };
const ScopeRole scope_role_ghost_label = { "ghost-label", SCOPE_TRAIT_STILL, NULL, 0 };
const ScopeRole scope_role_ghost_mark = { "ghost-mark", SCOPE_TRAIT_STILL, NULL, 0 };
const ScopeRole scope_role_flower = { "flower", SCOPE_TRAIT_STILL, NULL, 0 };
const ScopeRole scope_role_flower_label = { "flower-label", SCOPE_TRAIT_STILL, NULL, 0 };
const ScopeRole scope_role_band = { "band", SCOPE_TRAIT_STILL, NULL, 0 };
const ScopeRole scope_role_band_label = { "band-label", SCOPE_TRAIT_STILL, NULL, 0 };
const ScopeRole scope_role_minimum = { "minimum", SCOPE_TRAIT_STILL, NULL, 0 };
const ScopeRole scope_role_minimum_label = { "minimum-label", 0, NULL, 0 };
const ScopeRole scope_role_waterfall = { "waterfall", 0, NULL, 0 };
const ScopeRole scope_role_waterfall_label
  = { "waterfall-label", SCOPE_TRAIT_SPOKEN | SCOPE_TRAIT_TELLING, NULL, 0 };
const ScopeRole scope_role_caption = { "caption", SCOPE_TRAIT_STILL, NULL, 0 };
const ScopeRole scope_role_progress = { "progress", SCOPE_TRAIT_STILL, NULL, 0 };
const ScopeRole scope_role_hood = { "hood", SCOPE_TRAIT_TELLING, NULL, 0 };
const ScopeRole scope_role_hood_curve = { "hood-curve", 0, NULL, 0 };
const ScopeRole scope_role_hood_mark = { "hood-mark", 0, NULL, 0 };
const ScopeRole scope_role_secant = { "secant", 0, NULL, 0 };
const ScopeRole scope_role_half_point = { "half-point", 0, NULL, 0 };
const ScopeRole scope_role_trail = { "trail", 0, NULL, 0 };
const ScopeRole scope_role_kept_trail = { "kept-trail", 0, NULL, 0 };
const ScopeRole scope_role_trail_label = { "trail-label", 0, NULL, 0 };
const ScopeRole scope_role_kept_label = { "kept-label", 0, NULL, 0 };
const ScopeRole scope_role_drop = { "drop", 0, NULL, 0 };
const ScopeRole scope_role_bound = { "bound", 0, NULL, 0 };
const ScopeRole scope_role_update = { "update", 0, NULL, 0 };
const ScopeRole scope_role_rate = { "rate", 0, NULL, 0 };
const ScopeRole scope_role_crosshair = { "crosshair", 0, NULL, 0 };
