/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "replay.h"

/* Paints the scene at scale 1; the caller scales cr, whose clip and state are kept. */
void scope_paint_scene (const ScopeScene *scene, cairo_t *cr, ScopeReplay what);
