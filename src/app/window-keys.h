/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The window's keys, each for an action of it. The setting "letter-keys" says whether some are letters alone. */
void scope_window_keys_add (GtkWindow *window, GSettings *settings);

G_END_DECLS
