/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "answers.h"
#include "pen.h"

/* Rows that stand below the derivation; pen->row says which of several. */

/* Where plan->tall each has as many rows as it has parts. */
void scope_remark_write_article (ScopePen *pen);
guint scope_remark_article_parts (const ScopeSubject *subject);
void scope_remark_write_right (ScopePen *pen);
guint scope_remark_right_parts (const ScopeSubject *subject);
void scope_remark_write_diagonal (ScopePen *pen);
guint scope_remark_diagonal_parts (const ScopeSubject *subject);
void scope_remark_write_case (ScopePen *pen); /* row: the class */
void scope_remark_write_question (ScopePen *pen);
void scope_remark_write_answer (ScopePen *pen); /* row: 0 for A to 3 for D */
/* As it is printed: the right one as the gradient is, which has digits where double has none any more. */
char *scope_remark_answer_number (const ScopeSubject *subject, const ScopeAnswer *answer);
void scope_remark_write_explanation (ScopePen *pen); /* of the same, once it is revealed */
/* A table before a hall. row: the classes, p, y, p − y; then ∂L/∂b₃ out of it. */
#define SCOPE_N_OBSERVED_ROWS 4
void scope_remark_write_observed (ScopePen *pen);
void scope_remark_write_from_observed (ScopePen *pen);
