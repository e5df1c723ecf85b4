/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "figure.h"

/* What is new in a figure, for who hears it: one sentence or two, what has changed first, and what
 * it means; the rest is in its description. "Versicolor observed; p 0.151, 0.3936, 0.4494; loss
 * 0.9323, slope 0.151: lowering b₃ lowers the loss". verdict: what has become of a descent, as
 * scope_descent_text_describe_verdict() says it; NULL to leave it out. NULL where nothing that is spoken
 * of has changed. The caller frees it. */
char *scope_news_tell (const ScopeFigure *before, const ScopeFigure *figure, const char *verdict);

/* One ScopeQuantity of a figure: its name, and its numbers as they are printed, or that it is hidden: "the loss,
 * 1.891", "the probabilities, hidden". NULL where the model does not take the parameters. The caller frees it. */
char *scope_news_tell_quantity (const ScopeFigure *figure, unsigned quantity);
