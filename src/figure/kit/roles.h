/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "scene.h"

/* What the items of a figure are, with their indices. */
extern const ScopeRole scope_role_ground;
extern const ScopeRole scope_role_panel; /* a panel's ground: index = ScopePanel */
extern const ScopeRole scope_role_grid;
extern const ScopeRole scope_role_axis; /* frame, zero line, tick marks */
extern const ScopeRole scope_role_tick_label, scope_role_axis_title, scope_role_panel_title;
extern const ScopeRole scope_role_question; /* the sentence above the picture */
extern const ScopeRole scope_role_curve;    /* index = SCOPE_CURVE_INDEX (panel, class) */
extern const ScopeRole scope_role_curve_label;
extern const ScopeRole scope_role_leader;
extern const ScopeRole scope_role_point;       /* index = ScopePanel */
extern const ScopeRole scope_role_point_label; /* the current value: "L = 1.891" */
extern const ScopeRole scope_role_join;        /* the line that joins the points */
extern const ScopeRole scope_role_tangent, scope_role_slope_triangle, scope_role_slope_label;
extern const ScopeRole scope_role_estimate; /* the class's own tangent: −1, its handles: 0 left, 1 right */
extern const ScopeRole scope_role_estimate_label;
extern const ScopeRole scope_role_guess; /* ln 3 */
extern const ScopeRole scope_role_guess_label;
extern const ScopeRole scope_role_downhill; /* the arrow on the axis */
extern const ScopeRole scope_role_downhill_label;
extern const ScopeRole scope_role_bar; /* index = class */
extern const ScopeRole scope_role_bar_label, scope_role_bar_outline;
extern const ScopeRole scope_role_residual; /* p_k − y_k under the bar */
extern const ScopeRole scope_role_mark;     /* a class's shape ● ▲ ■ */
extern const ScopeRole scope_role_formula;  /* symbols, signs and fraction bars of the chain rule */
extern const ScopeRole scope_role_factor;   /* a factor's number: index = ScopeFactor */
extern const ScopeRole scope_role_result;   /* ∂L/∂b₃'s number */
extern const ScopeRole scope_role_step;     /* the factors spelled out: 0, or SCOPE_STEP_HIDDEN */
extern const ScopeRole scope_role_strike;   /* through what cancels */
extern const ScopeRole scope_role_node;     /* of the path diagram */
extern const ScopeRole scope_role_node_label;
extern const ScopeRole scope_role_edge; /* index = SCOPE_EDGE_INDEX (factor, class) */
extern const ScopeRole scope_role_edge_label;
extern const ScopeRole scope_role_mistake;     /* a wrong path, marked as such */
extern const ScopeRole scope_role_case;        /* index = class */
extern const ScopeRole scope_role_answer;      /* index 0 to 3: A to D */
extern const ScopeRole scope_role_shift;       /* the same c on all three logits */
extern const ScopeRole scope_role_ghost;       /* a kept curve: index = SCOPE_GHOST_INDEX (panel, ghost) */
extern const ScopeRole scope_role_ghost_label; /* its name: the same index */
extern const ScopeRole scope_role_ghost_mark;  /* its mark ◇ ▽ □ ▷ ✕ ✚: index = ghost */
/* Of many flowers: SCOPE_FLOWER_INDEX (panel, row), of labels −1 for what is about one alone; panel,
 * −1 in the legend; panel; see SCOPE_WATERFALL_INDEX; ScopeQuantity, 0 for none. */
extern const ScopeRole scope_role_flower, scope_role_flower_label, scope_role_band, scope_role_band_label;
extern const ScopeRole scope_role_minimum, scope_role_minimum_label, scope_role_waterfall,
  scope_role_waterfall_label;
extern const ScopeRole scope_role_caption;    /* the sentence of a presentation's step */
extern const ScopeRole scope_role_progress;   /* index = step */
extern const ScopeRole scope_role_hood;       /* text under the hood: index = ScopeQuantity, 0 for none */
extern const ScopeRole scope_role_hood_curve; /* the secant's error over h */
extern const ScopeRole scope_role_hood_mark;  /* shapes beside the text and in the plot under the hood */
extern const ScopeRole scope_role_secant;     /* through b₃ and b₃ + h; index 1: the second point */
extern const ScopeRole scope_role_half_point; /* where the gradient's sigmoid is at its middle */
extern const ScopeRole scope_role_trail; /* places of a descent: index = step; −1: the way between them */
extern const ScopeRole scope_role_kept_trail; /* the same of another descent */
extern const ScopeRole scope_role_trail_label,
  scope_role_kept_label; /* a step's number; the other's rate, too */
extern const ScopeRole
  scope_role_drop; /* of the next step: 0 what the tangent promises, 1 what the curve gives */
extern const ScopeRole scope_role_bound;     /* what the loss falls towards */
extern const ScopeRole scope_role_update;    /* the update of b₃, what it drops, what became of it */
extern const ScopeRole scope_role_rate;      /* the ruler of learning rates */
extern const ScopeRole scope_role_crosshair; /* over a scene, in one of its own */
