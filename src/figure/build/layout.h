/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "canvas.h"
#include "plan.h"
#include "subject.h"

/* Finds em, unit, every rectangle, scales and ticks. */
void scope_layout_find (ScopeCanvas *canvas, const ScopeSubject *subject, ScopePlan *plan);
