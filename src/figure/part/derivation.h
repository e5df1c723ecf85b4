/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "canvas.h"
#include "subject.h"
#include "plan.h"
#include "planner.h"

/* The derivation: the formula, the path diagram under it, and the factors spelled out. */

extern const ScopeInk scope_factor_inks[SCOPE_N_FACTORS];
/* "p_Setosa" as markup, "p_1" where names are short. The caller frees it. */
char *scope_derivation_p (const ScopeSubject *subject, const ScopePlan *plan, unsigned k);
/* "∂p_Setosa", and "∂z₁" or "∂z_k" under a sum, as markup: what the fractions are made of. */
char *scope_derivation_dp (const ScopeSubject *subject, const ScopePlan *plan);
char *scope_derivation_dz (const ScopeSubject *subject);

/* A printed number as markup, in brackets where it is negative and a sign stands before it. The
 * caller frees it. */
char *scope_derivation_number (const char *printed, gboolean first);
