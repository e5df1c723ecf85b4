/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/* What a command line names, to be read: a file's path, or "-" for standard input. NULL, and an error, where it cannot
 * be opened. The caller owns it. */
GInputStream *scope_source_open (const char *path, GError **error);
