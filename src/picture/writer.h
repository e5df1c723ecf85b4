/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "scene.h"

typedef struct
{
  double scale;            /* of a bitmap's pixels; > 0 */
  gboolean transparent;    /* leave the ground out */
  gboolean svg_text;       /* <text> instead of outlines */
  const char *title;       /* Borrowed: plain text */
  const char *description; /* Borrowed: plain text */
} ScopePictureOptions;

/* A format of files. */
typedef struct
{
  const char *name;   /* its own, and the ending of its files: "png" */
  gboolean is_bitmap; /* has pixels, which ScopePictureOptions.scale multiplies */
  /* The size was checked; the bytes depend on the arguments alone. NULL with error where it fails. */
  GBytes *(*render) (const ScopeScene *scene, const ScopePictureOptions *options, GError **error);
} ScopePictureWriter;

extern const ScopePictureWriter scope_png_writer;
extern const ScopePictureWriter scope_svg_writer;
extern const ScopePictureWriter scope_pdf_writer;
