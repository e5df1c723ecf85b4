/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hood-private.h"

/* Writes markup with its left or right end at x, smaller and at last with an ellipsis where it is
 * longer than room. quantity: what a click on it hides or reveals, 0 for none. */
void scope_hood_write (const ScopeHood *hood, unsigned quantity, ScopeInk ink, const char *markup,
                       ScopeAlign align, double size, double room, double x, double baseline);
/* In em of the block, how small what usually gets down to `usual` may be. */
double scope_hood_least (const ScopeHood *hood, double usual);
/* What the line would be wide, in pixels. */
double scope_hood_measure (const ScopeHood *hood, const char *markup, double size);
