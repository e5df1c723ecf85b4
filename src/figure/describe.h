/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "drawing.h"

/* Clauses that several sentences have. The drawing has been evaluated, and its texts found. */

/* "loss 1.891, slope −0.8491: raising b₃ lowers the loss"; of many flowers, what of them the loss is. */
char *scope_describe_result (const ScopeDrawing *drawing);
