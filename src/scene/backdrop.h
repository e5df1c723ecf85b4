/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "scene.h"

/* Paints one scene after another, and keeps as pixels what is the same in them: while b₃ moves, the
 * grids, the curves and most of the text stand still, and dashed curves take longer than all that
 * moves. What comes out is what scope_paint_scene() gives. */
typedef struct _ScopeBackdrop ScopeBackdrop;

ScopeBackdrop *scope_backdrop_new (void);
void scope_backdrop_free (ScopeBackdrop *backdrop);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScopeBackdrop, scope_backdrop_free)

/* Paints the scene at scale 1, opaque; pixels_per_unit ≥ 1 says how fine cr's target is. Pixels are
 * kept from the second scene on that has the same things standing still. */
void scope_backdrop_paint (ScopeBackdrop *backdrop, const ScopeScene *scene, cairo_t *cr,
                           int pixels_per_unit);
/* TRUE where the last scene's still things came from kept pixels. */
gboolean scope_backdrop_was_used (const ScopeBackdrop *backdrop);
