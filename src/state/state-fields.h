/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "field.h"
#include "state-private.h"

/* The properties of a state: those of rows and undo, and behind them one for each value of a field that has any. */

typedef enum
{
  SCOPE_STATE_SELECTED = 1,
  SCOPE_STATE_MEAN,
  SCOPE_STATE_N_GHOSTS,
  SCOPE_STATE_N_ROWS,
  SCOPE_STATE_CAN_UNDO,
  SCOPE_STATE_CAN_REDO,
  SCOPE_STATE_FIRST_FIELD,
} ScopeStateProperty;

/* Which value of a field: a number, a part, or the one that there is. */
typedef struct
{
  const ScopeScenarioField *field;
  unsigned k;
} ScopeStateField;

void scope_state_install_fields (GObjectClass *klass);
/* Of a property from SCOPE_STATE_FIRST_FIELD on. */
ScopeStateField scope_state_field_of (guint property);
void scope_state_get_field (const ScopeState *self, guint property, GValue *value);
/* Each of the values that differs. */
void scope_state_notify_difference (ScopeState *self, const ScopeValues *before);
void scope_state_notify_history (ScopeState *self);
