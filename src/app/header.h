/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "state.h"

G_BEGIN_DECLS

/* The header in three widths, of which a squeezer shows the widest that has room: with words, with signs, and
 * without what then stands below the picture or in the menu. */
void scope_header_fill (AdwSqueezer *header, ScopeState *state, GMenuModel *menu);
/* After another one is shown. */
void scope_header_update (AdwSqueezer *header);
/* Whether it has given up the observed class. */
gboolean scope_header_is_bare (AdwSqueezer *header);

G_END_DECLS
