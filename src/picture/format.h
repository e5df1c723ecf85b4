/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "frame.h"

typedef struct
{
  double scale;         /* of a bitmap's pixels; > 0 */
  gboolean transparent; /* leave the ground out */
  gboolean svg_text;    /* <text> instead of outlines */
} ScopePictureOptions;

/* What a format can. */
typedef enum
{
  SCOPE_FORMAT_PIXELS = 1 << 0, /* a bitmap, whose pixels the scale multiplies */
  SCOPE_FORMAT_ALPHA = 1 << 1,  /* without the ground */
  SCOPE_FORMAT_TEXT = 1 << 2,   /* text as text, or as outlines: as is asked for */
  SCOPE_FORMAT_PAGES = 1 << 3,  /* several frames, all of one size */
  SCOPE_FORMAT_COPIED = 1 << 4, /* it goes on the clipboard */
} ScopeFormatTrait;

/* A format of picture files; one constant each, by whose address it is known. */
typedef struct
{
  const char *name;  /* of options, and the ending of its files: "png" */
  const char *title; /* as it is spoken of: "PNG" */
  const char *mime_type;
  unsigned can; /* ScopeFormatTrait flags */
  /* One frame or, where there are pages, any number from 1 on; sizes were checked, and nothing is asked for that the
   * format cannot do. The bytes depend on the arguments alone. NULL with error where it fails. */
  GBytes *(*render) (const ScopeFrame *frames, guint n, const ScopePictureOptions *options, GError **error);
} ScopeFormat;

/* All formats, in the order in which they are offered. Settings remember the place: a new one goes last. */
#define SCOPE_FORMATS(F) F (png) F (svg) F (pdf)

#define SCOPE_DECLARE_FORMAT(name) extern const ScopeFormat scope_##name##_format;
SCOPE_FORMATS (SCOPE_DECLARE_FORMAT)
#undef SCOPE_DECLARE_FORMAT
