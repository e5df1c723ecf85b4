/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "figure.h"

/* The next step of a descent and what has become of it so far, shown or not: "b₃ − η·∂L/∂b₃ = −2 −
 * 1·(−0.8491) = −1.151; …". */
char *scope_descent_text_describe (const ScopeFigure *figure);
/* What has become of it alone. */
char *scope_descent_text_describe_verdict (const ScopeFigure *figure);
