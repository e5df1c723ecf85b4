/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "scene.h"

/* Paints the scene at scale 1; the caller scales cr, whose clip and state are kept. transparent leaves
 * the grounds out. */
void scope_scene_paint (const ScopeScene *scene, cairo_t *cr, gboolean transparent);

/* The two halves of a scene: what stands still while b₃ moves, grounds included, and what moves.
 * Painted one after the other they give the whole; nothing that moves lies under what stands still. */
typedef enum
{
  SCOPE_PAINT_STILL,
  SCOPE_PAINT_MOVING,
} ScopePaintHalf;
void scope_scene_paint_some (const ScopeScene *scene, cairo_t *cr, ScopePaintHalf half);

/* The dash pattern of a stroke of the given width: its lengths into dashes (room for 4), their
 * count returned, 0 for solid. */
int scope_dash_pattern (ScopeDash dash, double width_px, double dashes[4]);
