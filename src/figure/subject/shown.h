/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "batch.h"
#include "figure.h"

/* What of a figure is shown, as its fields alone tell. */

/* The parts that are drawn: those that are asked for, less what is not for such a figure. */
unsigned scope_shown_many (const ScopeFigure *figure);
/* TRUE where the chain is that of one flower, which is not all that the panels show. */
gboolean scope_shown_is_alone (const ScopeFigure *figure);
/* TRUE while a descent on the sum is shown. */
gboolean scope_shown_many_walks (const ScopeFigure *figure);
/* Of one flower's gradient: the gradient's own ink belongs to the sum. */
ScopeInk scope_shown_chain_ink (const ScopeFigure *figure);
/* How many times higher than they are single flowers' curves are drawn: as SCOPE_MOST_SINGLE_CURVES. */
double scope_shown_many_factor (const ScopeFigure *figure);
/* How many kept curves are drawn, 0 where they are switched off. */
unsigned scope_shown_count_ghosts (const ScopeFigure *figure);
/* Loss, gradient and curvature of what the panels show: of the one flower, or of the sum. FALSE where
 * the model does not take the parameters. */
gboolean scope_shown_evaluate (const ScopeFigure *figure, ScopeBatchOutcome *outcome);
