/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "state.h"

/* Which value a row with a slider is for: 0 to 2 are the logits. */
#define SCOPE_VALUE_ROW_BIAS 3
#define SCOPE_VALUE_ROW_SHIFT 4
#define SCOPE_VALUE_ROW_STEP_H 5
#define SCOPE_VALUE_ROW_RATE 6
#define SCOPE_N_VALUE_ROWS 7

/* The shape that tells a class from the others, as in the picture: "●". */
const char *scope_value_class_shape (unsigned k);

/* What a row with a slider says; index as above. The caller frees the texts. */
const char *scope_value_symbol (guint index);
char *scope_value_title (ScopeState *state, guint index); /* "●  z₁ Setosa" */
char *scope_value_name (ScopeState *state, guint index);  /* of the slider, for screen readers */
/* "z₁ = 1.0368 + b₃ = −0.9632"; NULL for a row without one. */
char *scope_value_equation (ScopeState *state, guint index);
double scope_value_get (ScopeState *state, guint index);
char *scope_value_number (ScopeState *state, guint index); /* as it is printed */
/* What is no value of it changes nothing. */
void scope_value_set (ScopeState *state, guint index, double value);
/* What may be typed, as a refusal says it. */
char *scope_value_allowed (guint index);
