/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hood-private.h"

void scope_hood_draw_table (const ScopeHood *hood);
