/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "subject.h"

/* "loss 1.891, slope −0.8491: raising b₃ lowers the loss"; of many flowers, what of them the loss is. */
char *scope_plot_words_result (const ScopeSubject *subject);
/* "b₃ −2, loss 1.891, slope −0.8491: raising b₃ lowers the loss", and of how many flowers that is. */
void scope_plot_words_say (GString *text, const ScopeSubject *subject);
