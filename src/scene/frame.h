/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "scene.h"

/* One picture of those that a file holds: a scene, and what is said of it. */
typedef struct
{
  const ScopeScene *scene;
  const char *title;       /* plain text; NULL for none */
  const char *description; /* plain text; NULL for none */
} ScopeFrame;

/* For those who own what is in it. */
void scope_frame_clear (ScopeFrame *frame);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ScopeFrame, scope_frame_clear)
