/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "options.h"

/* FALSE where an option is wrong; it has been said on standard error. */
gboolean scope_options_parse (ScopeOptions *options, ScopeCommand command, int argc, char **argv);
