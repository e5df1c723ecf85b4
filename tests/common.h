/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "fonts.h"
#include "scene.h"

/* Little steps that several test programs take. */

static inline ScopeFonts *
test_fonts (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("SCOPE_SOURCE_DIR"), "data", "fonts", NULL);
  ScopeFonts *fonts = scope_fonts_new (folder, NULL);

  g_assert_nonnull (fonts);
  return fonts;
}

static inline gboolean
test_rects_overlap (const ScopeRect *one, const ScopeRect *other)
{
  return one->x < other->x + other->width && other->x < one->x + one->width
         && one->y < other->y + other->height && other->y < one->y + one->height;
}
