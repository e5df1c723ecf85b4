/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <math.h>

#include "state-figure.h"
#include "state-object.h"
#include "state-rows.h"
#include "state.h"

/* More rows than are added up in the window's thread. */

#define TEST_N_LARGE 1500

static inline ScopeState *
test_new_large_state (void)
{
  g_autofree ScopeBatchRow *rows = g_new0 (ScopeBatchRow, TEST_N_LARGE);
  ScopeState *state = scope_state_new ();

  for (guint i = 0; i < TEST_N_LARGE; i++)
    rows[i] = (ScopeBatchRow) { { 7 * fmod (i * 0.618034, 1) - 3, 5 * fmod (i * 0.414214, 1) - 2,
                                  6 * fmod (i * 0.732051, 1) - 4 },
                                i * 7 % 3 };
  scope_state_set_rows (state, rows, TEST_N_LARGE);
  return state;
}

/* Of what the state shows, for a thread. */
static inline ScopeFigureCopy *
test_copy_figure (ScopeState *state)
{
  ScopeFigure figure;

  scope_state_fill_figure (state, &figure);
  return scope_state_copy_figure (state, &figure);
}
