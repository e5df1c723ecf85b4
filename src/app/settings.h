/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/* The settings of the program. They begin with what is remembered, and the program alone changes them from
 * then on: every key can be set, whatever place they are remembered at allows. What that place takes is
 * there at the next start. Found beside an uninstalled program, too. */
GSettings *scope_settings_new (void);
/* The same over a given memory, which may be locked or refuse everything. */
GSettings *scope_settings_new_over (GSettings *memory);
