/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* "logitscope-cli: MESSAGE" as one line on standard error. */
void scope_complain (const char *format, ...) G_GNUC_PRINTF (1, 2);
