/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "subject.h"

/* What is under the hood, in words. Reads figure, hidden, cases and outcome alone. */
char *scope_hood_describe (const ScopeSubject *subject);
