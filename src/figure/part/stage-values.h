/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "canvas.h"
#include "subject.h"
#include "plan.h"

void scope_draw_stage_values (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan);
