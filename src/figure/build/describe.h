/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "subject.h"

/* What several sentences have. But for a whole figure, the subject has been evaluated, and its texts found. */

/* "loss 1.891, slope −0.8491: raising b₃ lowers the loss"; of many flowers, what of them the loss is. */
char *scope_describe_result (const ScopeSubject *subject);
/* "Your slope −0.6 is off by 0.2491", the error only once the gradient is seen. */
char *scope_describe_estimate (const ScopeSubject *subject);
/* As scope_figure_describe(), and what else is shown: the class observed, probabilities, what a guess would
 * cost, where there is no minimum, the question. */
char *scope_describe_whole (const ScopeFigure *figure);
/* "p 0.1509, 0.3966, 0.4525", in the order of the classes. */
char *scope_describe_probabilities (const ScopeSubject *subject);
