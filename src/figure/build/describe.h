/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "subject.h"

/* What several sentences have. But for a whole figure, the subject has been evaluated, and its texts found. */

/* As scope_describe_figure(), and what else is shown: the class observed, probabilities, what a guess would
 * cost, where there is no minimum, the question. */
char *scope_describe_whole (const ScopeFigure *figure);
/* "p 0.1509, 0.3966, 0.4525", in the order of the classes. */
char *scope_describe_probabilities (const ScopeSubject *subject);

/* The picture in one sentence, for screen readers and file descriptions:
 * "b₃ −2, loss 1.891, slope −0.8491: raising b₃ lowers the loss", and the chain rule where it is
 * shown. What is hidden is called so. */
char *scope_describe_figure (const ScopeFigure *figure);
/* What values come to, in short: "loss 1.891, slope −0.8491: raising b₃ lowers the loss", before it the
 * probabilities of the flower where they are asked for. */
char *scope_describe_figure_result (const ScopeFigure *figure, gboolean with_probabilities);
