/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/* The program's settings; found beside an uninstalled program, too. */
GSettings *scope_settings_new (void);

/* What is kept in the state folder from one start to the next. */
char *scope_settings_load_state (void); /* NULL where there is none */
void scope_settings_save_state (const char *text);
