/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "options.h"

/* Of a document, NULL for none, what the options make of it. FALSE where one is wrong; it has been said on standard
 * error. */
gboolean scope_parse_options (ScopeOptions *options, const ScopeDocument *document, ScopeCommand command,
                              int argc, char **argv);

/* What the same command line asks for at another step of the document, from 1. */
gboolean scope_parse_options_at (ScopeOptions *at, const ScopeOptions *options, ScopeCommand command,
                                 guint step);

/* What the same command line asks for without one of its options, which takes a value. Never fails: nothing
 * else needs that option. */
void scope_parse_options_without (ScopeOptions *without, const ScopeOptions *options, ScopeCommand command,
                                  const char *name);
