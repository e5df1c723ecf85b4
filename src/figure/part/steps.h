/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "canvas.h"
#include "plan.h"
#include "subject.h"

/* Once the columns are known: their parts have rows of their own where they would be too small to read in one, and
 * what is too small even then yields. */
void scope_steps_settle (ScopeCanvas *canvas, const ScopeSubject *subject, ScopePlan *plan);

/* The parts whose rows it is made of. */
#define SCOPE_STEP_PARTS                                                                                     \
  (SCOPE_SHOW_STEPS | SCOPE_SHOW_MISTAKES | SCOPE_SHOW_CASES | SCOPE_SHOW_ANSWERS | SCOPE_SHOW_SHIFT         \
   | SCOPE_SHOW_DESCENT)
/* A form in which a walk downhill has yielded what goes beyond its next step, and nothing else has. */
#define SCOPE_STEPS_WITHOUT_WALK 3
/* Before a hall: one in which nothing has yielded but half of the derivation, and what the step of the lecture shows
 * itself to what somebody asks for beside. */
#define SCOPE_STEPS_ASKED 2

/* Takes the rows away that have no room in the form that was found. */
void scope_steps_take_form (const ScopeSubject *subject, ScopePlan *plan);
