/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "state-private.h"

/* The properties of a state, which are fields of its values: one row of a table each. */

/* In the order of the table, from 1 on; behind them “show-” and the name of each part. */
typedef enum
{
  SCOPE_FIELD_LOGIT_1 = 1,
  SCOPE_FIELD_LOGIT_2,
  SCOPE_FIELD_LOGIT_3,
  SCOPE_FIELD_WEIGHT_1,
  SCOPE_FIELD_WEIGHT_2,
  SCOPE_FIELD_WEIGHT_3,
  SCOPE_FIELD_BIAS,
  SCOPE_FIELD_RATE,
  SCOPE_FIELD_SHIFT,
  SCOPE_FIELD_STEP_H,
  SCOPE_FIELD_OBSERVED,
  SCOPE_FIELD_WIRING,
  SCOPE_FIELD_SELECTED,
  SCOPE_FIELD_MEAN,
  SCOPE_FIELD_FLOWER,
  SCOPE_FIELD_N_GHOSTS,
  SCOPE_FIELD_CLASSES,
  SCOPE_FIELD_N_ROWS,
  SCOPE_FIELD_SHOW,
} ScopeField;
#define SCOPE_FIELD_CAN_UNDO (SCOPE_FIELD_SHOW + SCOPE_N_PARTS)
#define SCOPE_FIELD_CAN_REDO (SCOPE_FIELD_CAN_UNDO + 1)

void scope_state_install_fields (GObjectClass *klass);
void scope_state_get_field (const ScopeState *self, guint field, GValue *value);
/* Each of the values that differs. */
void scope_state_notify_difference (ScopeState *self, const ScopeValues *before);
void scope_state_notify_history (ScopeState *self);
