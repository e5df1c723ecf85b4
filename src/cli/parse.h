/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "options.h"

/* FALSE where an option is wrong; it has been said on standard error. */
gboolean scope_parse_options (ScopeOptions *options, ScopeCommand command, int argc, char **argv);

/* What the same command line asks for without one of its options, which takes a value. Never fails: nothing
 * else needs that option. scope_parse_clear_options() frees what is owned. */
void scope_parse_options_without (ScopeOptions *without, const ScopeOptions *options, ScopeCommand command,
                                  const char *name);
void scope_parse_clear_options (ScopeOptions *options);
