/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* Sets of things that have names: bit i is the one whose name name_of (i) returns, 0 ≤ i < n ≤ 32. */

/* The flag of a name; FALSE, and nothing is set, where there is no such thing. */
gboolean scope_flags_find (const char *name, const char *(*name_of) (unsigned), unsigned n, unsigned *flag);
/* "loss, p, gradient": the names of a set. The caller frees it. */
char *scope_flags_list (unsigned flags, const char *(*name_of) (unsigned), unsigned n);
