/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "plot-figure.h"

G_BEGIN_DECLS

/* Tells who hears the window what has changed: once it rests, and once for all that changed together. A key
 * that is held, a drag and a run that does not stand still are not spoken of on their way. */
typedef struct _ScopeTeller ScopeTeller;

/* window and plot are Borrowed. */
ScopeTeller *scope_teller_new (GtkWindow *window, ScopeState *state, ScopePlot *plot);
void scope_teller_free (ScopeTeller *teller);
/* Names what was done, which is spoken of before what it changes, or alone where that is nothing. */
void scope_teller_name_deed (ScopeTeller *teller, const char *deed);
/* Nothing is new that is still to be told. */
gboolean scope_teller_is_at_rest (const ScopeTeller *teller);

G_END_DECLS
