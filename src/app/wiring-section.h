/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "state.h"

G_BEGIN_DECLS

/* Where b₃ goes, in the sidebar, and what of that is not to be seen. */
#define SCOPE_TYPE_WIRING_SECTION (scope_wiring_section_get_type ())
G_DECLARE_FINAL_TYPE (ScopeWiringSection, scope_wiring_section, SCOPE, WIRING_SECTION, GtkBox)

/* Once, before it is seen. */
void scope_wiring_section_set_state (ScopeWiringSection *self, ScopeState *state);

G_END_DECLS
