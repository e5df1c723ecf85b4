/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "state-private.h"

void scope_state_install_properties (GObjectClass *klass);
