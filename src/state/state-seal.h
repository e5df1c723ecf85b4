/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The text that is kept from one start to the next: its group, and what comes before the rows, which are last. */
#define SCOPE_STATE_GROUP "Scenario"
#define SCOPE_STATE_ROWS "\n[Rows]\n"

/* The last lines of that text, by which it is known to be as it was written: "# sum 0123456789abcdef", over all
 * that stands before it, and "# end". */

/* Appends them. */
void scope_state_seal (GString *text);

/* How long the text is without them. */
gsize scope_state_unsealed_length (const char *text);

/* FALSE where something is missing at its end or is another than it was. Version 1 of the format had no such lines,
 * 2 had "# end" alone. */
gboolean scope_state_seal_holds (const char *text, guint version);

G_END_DECLS
