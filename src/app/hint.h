/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The line under the plot that names the next thing to try, one after the other. */
typedef enum
{
  SCOPE_HINT_DRAG,
  SCOPE_HINT_SLOPE,
  SCOPE_HINT_CHAIN,
  SCOPE_HINT_PREDICT,
  SCOPE_HINT_OBSERVED,
  SCOPE_HINT_FLOWER,
  SCOPE_HINT_DESCEND,
  SCOPE_HINT_ROWS,
  SCOPE_HINT_EXPORT,
  SCOPE_HINT_DONE,
} ScopeHint;

/* What the user just did, as far as the hints care. */
typedef enum
{
  SCOPE_ACT_BIAS = 1 << 0,
  SCOPE_ACT_OBSERVED = 1 << 1,
  SCOPE_ACT_FLOWER = 1 << 2,
  SCOPE_ACT_EXPORT = 1 << 3,
  SCOPE_ACT_STEPS = 1 << 4,
  SCOPE_ACT_HIDE = 1 << 5,
  SCOPE_ACT_DESCEND = 1 << 6,
  SCOPE_ACT_ROWS = 1 << 7,
} ScopeAct;

const char *scope_hint_text (ScopeHint hint);
/* The action that the hint's button opens, "win.…", or NULL; and what the button says. */
const char *scope_hint_action (ScopeHint hint);
const char *scope_hint_button (ScopeHint hint);
/* The hint after an act: the next one where it was what the hint asked for. */
ScopeHint scope_hint_advance (ScopeHint hint, unsigned acts);

G_END_DECLS
