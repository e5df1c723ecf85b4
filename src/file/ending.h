/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* What a file's name says of its format. endings: "png", "svg" …, NULL after the last. */

/* Which of them the name ends in, capitals or not; -1 for none. ".png" is a name without an ending. */
int scope_ending_find (const char *path, const char *const *endings);

/* "three" and "three." become "three.png"; "two.svg" becomes "two.svg.png". */
char *scope_ending_add (const char *path, const char *ending);

/* The name to write under: as it is typed where it ends in one of them, which then is *format; else with
 * the ending of *format, the one that was chosen. So name and format always agree. */
char *scope_ending_settle (const char *typed, const char *const *endings, guint *format);
