/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "many.h"
#include "options.h"

/* The figure that options and rows ask for, and what it borrows: it stays where it is. */
typedef struct
{
  ScopeFigure figure;
  ScopeMany many;
  ScopeStage stage;
  double *places, *kept_places; /* Owned; of the two descents */
} ScopeSettled;

/* Of ScopeBatchRow, NULL for one flower. The exit status: 0, or what is wrong has been said. */
int scope_settled_init (ScopeSettled *settled, const ScopeOptions *options, const GArray *rows);
void scope_settled_clear (ScopeSettled *settled);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ScopeSettled, scope_settled_clear)
