/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "pen.h"

/* The next step of a descent and what has become of it so far, shown or not: "b₃ − η·∂L/∂b₃ = −2 −
 * 1·(−0.8491) = −1.151; …". */
char *scope_descent_text_describe (const ScopeFigure *figure);
void scope_descent_text_say (GString *text, const ScopeSubject *subject);
/* What has become of it alone. */
char *scope_descent_text_describe_verdict (const ScopeFigure *figure);

/* Rows of the derivation. */
void scope_descent_write_update (ScopePen *pen); /* where plan->tall row 0 is the rule, row 1 its numbers */
void scope_descent_write_promise (ScopePen *pen);
void scope_descent_write_drops (ScopePen *pen);   /* the promise in short */
void scope_descent_write_verdict (ScopePen *pen); /* there row 1 its second half */
void scope_descent_write_outcome (ScopePen *pen); /* both */
