/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "layer.h"

/* The class's own tangent through the point. */
void scope_estimate_draw (const ScopeMarks *marks, const ScopePanelArea *panel);
/* "Your slope −0.6 is off by 0.2491", the error only once the gradient is seen; and that as a sentence. */
char *scope_estimate_text (const ScopeSubject *subject);
void scope_estimate_say (GString *text, const ScopeSubject *subject);
