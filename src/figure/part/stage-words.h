/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "subject.h"

/* What a step of a presentation says, as markup with the present numbers. The caller frees it. */
char *scope_stage_write_title (const ScopeSubject *subject);
char *scope_stage_write_text (const ScopeSubject *subject);
/* "Where we are. At b₃ = −2 …": what the step of a presentation says, plain; "" outside of one. */
char *scope_stage_words_say (const ScopeFigure *figure);
