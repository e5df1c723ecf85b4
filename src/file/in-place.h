/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* Writes over what a file holds, where no other way is left: its attributes and other names stay. Room
 * is reserved first, and what was there is put back where a write fails; only the end of the machine in
 * the middle leaves half of each. target is no link. *spoilt where even that failed. 0, or an errno. */
int scope_in_place_write (const char *target, const char *data, gsize size, gboolean *spoilt);

/* 0 where it could be done, or an errno. */
int scope_in_place_check (const char *target);
