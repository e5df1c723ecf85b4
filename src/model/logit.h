/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "parameters.h"

/* z_k = a_k + c + w_k·b₃ within one unit in the last place; infinite only where z_k itself is.
 * parameters: any finite numbers; k: 0, 1 or 2. */
double scope_logit (const ScopeParameters *parameters, unsigned k);
