/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "state-private.h"

/* The steps of the walks, as if each had been taken at a rate so many times as large. */
void scope_state_rescale_walks (ScopeState *self, ScopeValues *values, double factor);
