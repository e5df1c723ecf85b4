/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "answers.h"
#include "derivation.h"

/* Rows that stand below the derivation; pen->row says which of several. */
/* spelled.c */
void scope_write_spelled (ScopePen *pen);
void scope_write_cancelled (ScopePen *pen);
void scope_write_rest (ScopePen *pen);
void scope_write_punch_line (ScopePen *pen);
void scope_write_hidden (ScopePen *pen);
/* Where plan->tall each has as many rows as it has parts. */
void scope_write_article (ScopePen *pen);
guint scope_article_parts (const ScopeSubject *subject);
void scope_write_right (ScopePen *pen);
guint scope_right_parts (const ScopeSubject *subject);
void scope_write_diagonal (ScopePen *pen);
guint scope_diagonal_parts (const ScopeSubject *subject);
void scope_write_case (ScopePen *pen); /* row: the class */
void scope_write_question (ScopePen *pen);
void scope_write_answer (ScopePen *pen); /* row: 0 for A to 3 for D */
/* As it is printed: the right one as the gradient is, which has digits where double has none any more. */
char *scope_answer_number (const ScopeSubject *subject, const ScopeAnswer *answer);
void scope_write_explanation (ScopePen *pen); /* of the same, once it is revealed */
/* A table before a hall. row: the classes, p, y, p − y; then ∂L/∂b₃ out of it. */
#define SCOPE_N_OBSERVED_ROWS 4
void scope_write_observed (ScopePen *pen);
void scope_write_from_observed (ScopePen *pen);
void scope_write_ruler (ScopePen *pen); /* descent-ruler.c */
/* descent-text.c */
void scope_write_update (ScopePen *pen); /* where plan->tall row 0 is the rule, row 1 its numbers */
void scope_write_promise (ScopePen *pen);
void scope_write_drops (ScopePen *pen);   /* the promise in short */
void scope_write_verdict (ScopePen *pen); /* there row 1 its second half */
void scope_write_outcome (ScopePen *pen); /* both */
/* shift.c */
void scope_write_shift_algebra (ScopePen *pen);
void scope_write_shift_words (ScopePen *pen);
void scope_write_shift_effect (ScopePen *pen);
void scope_write_shift_wiring (ScopePen *pen);
