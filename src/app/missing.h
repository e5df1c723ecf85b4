/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "plot-figure.h"

G_BEGIN_DECLS

/* Who switches a part on and does not see it learns why, once there is a picture to see it in. What a step of a
 * lecture shows is not missed. For as long as the plot, which is in a window, lives. */
void scope_missing_look_for (ScopePlot *plot, ScopeState *state);

G_END_DECLS
