/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* The folder of the program's own data ("fonts", "gschemas.compiled" …): beside the executable
 * (../share/logitscope where installed, ../data or ../../data in the build folder), else where it
 * was configured to be installed. */
char *scope_location_data (void);
