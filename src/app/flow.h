/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Children side by side as long as each has the width that it likes, the others in rows below: with large text or in a
 * narrow window nothing is cut for what stands beside it. What a row has left goes to those of it that expand; one
 * that is alone gets all of it. */
#define SCOPE_TYPE_FLOW (scope_flow_get_type ())
G_DECLARE_FINAL_TYPE (ScopeFlow, scope_flow, SCOPE, FLOW, GtkWidget)

/* spacing: in px, between neighbours and between rows. */
GtkWidget *scope_flow_new (int spacing);
/* Behind those that it has. */
void scope_flow_append (ScopeFlow *self, GtkWidget *child);

G_END_DECLS
