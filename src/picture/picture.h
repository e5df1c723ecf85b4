/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "format.h"

/* The nth format; NULL behind the last one. */
const ScopeFormat *scope_picture_get_format (guint n);
/* By its own name, "png", and by the ending of a file's name, ASCII case ignored; NULL where none is told. */
const ScopeFormat *scope_picture_find_format (const char *name);
const ScopeFormat *scope_picture_find_format_of (const char *path);
/* The names of all formats in their order, NULL after the last: the endings of their files, too. */
const char *const *scope_picture_endings (void);

/* "png, svg or pdf"; before stands before each. The caller frees it. */
char *scope_picture_list_formats (const char *before);

/* The largest bitmap: pixels a side, and in all. */
#define SCOPE_PICTURE_MAX_SIDE 32767
#define SCOPE_PICTURE_MAX_PIXELS 268000000

/* TRUE where a picture of that size can be made; else error says what is allowed. scale counts where the format has
 * pixels. */
gboolean scope_picture_check_size (const ScopeFormat *format, double width_px, double height_px, double scale,
                                   GError **error);

/* n frames, one at least, as a file's bytes. The same frames and options give the same bytes, everywhere. What the
 * format cannot do is not asked of it; where that is to hold these frames, error says so. */
GBytes *scope_picture_render (const ScopeFormat *format, const ScopeFrame *frames, guint n,
                              const ScopePictureOptions *options, GError **error);
