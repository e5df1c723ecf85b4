/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "options.h"

/* The commands; each returns the exit status. */
int scope_export_run (const ScopeOptions *options);
