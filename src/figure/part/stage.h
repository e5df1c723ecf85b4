/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "canvas.h"
#include "plan.h"
#include "subject.h"

/* What a step of a presentation says, below the picture; nothing elsewhere. */
void scope_stage_draw (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan);
