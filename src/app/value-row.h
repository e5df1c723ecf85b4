/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "value-text.h"

G_BEGIN_DECLS

/* One equation with its slider: a logit ("z₁ = 1.0368 + b₃ = −0.9632"), the bias or the shift; or h
 * or the learning rate on a logarithmic slider.
 * Properties: state (ScopeState), index (0 to 2: the logits, 3: the bias, 4: the shift, 5: h, 6: the
 * rate). */
#define SCOPE_TYPE_VALUE_ROW (scope_value_row_get_type ())
G_DECLARE_FINAL_TYPE (ScopeValueRow, scope_value_row, SCOPE, VALUE_ROW, GtkWidget)

guint scope_value_row_get_index (ScopeValueRow *self);
/* Back to ±10 where the slider is ten times wider than that and than its value. */
void scope_value_row_narrow (ScopeValueRow *self);
/* How many lines its equation has. */
void scope_value_row_set_lines (ScopeValueRow *self, guint n);
/* Widens the slider so that magnitude has a place on it; back to ±10 with 0. */
void scope_value_row_set_bound (ScopeValueRow *self, double magnitude);

G_END_DECLS
