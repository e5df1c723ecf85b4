/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "writer.h"

typedef enum
{
  SCOPE_PICTURE_PNG,
  SCOPE_PICTURE_SVG,
  SCOPE_PICTURE_PDF,
} ScopePictureFormat;

/* By a file name's ending, ASCII case ignored. */
gboolean scope_picture_format_from_path (const char *path, ScopePictureFormat *format);
/* By its own name, "png". */
gboolean scope_picture_format_from_name (const char *name, ScopePictureFormat *format);
/* The names of all formats in their order, NULL after the last: the endings of their files, too. */
const char *const *scope_picture_endings (void);

/* The largest bitmap: pixels a side, and in all. */
#define SCOPE_PICTURE_MAX_SIDE 32767
#define SCOPE_PICTURE_MAX_PIXELS 268000000

/* TRUE where a bitmap of that size can be made; else error says what is allowed. */
gboolean scope_picture_check_size (double width_px, double height_px, double scale, GError **error);

/* The scene as a file's bytes. The same scene and options give the same bytes, everywhere. */
GBytes *scope_picture_render (const ScopeScene *scene, ScopePictureFormat format,
                              const ScopePictureOptions *options, GError **error);
