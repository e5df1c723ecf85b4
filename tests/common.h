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

/* Runs what was added, and lets go of the fonts; what main() returns. */
static inline int
test_run (ScopeFonts *fonts)
{
  int status = g_test_run ();

  scope_fonts_free (fonts);
  return status;
}

/* A text's type, without what is raised or lowered in it; 0 where there is no text. */
static inline double
test_type_size (const ScopeItem *item)
{
  double size = 0;

  for (size_t i = 0; item->line != NULL && i < scope_line_get_n_runs (item->line); i++)
    {
      ScopePlacedRun run;

      scope_line_get_run (item->line, i, &run);
      size = MAX (size, run.size_px);
    }
  return size;
}

static inline gboolean
test_rects_overlap (const ScopeRect *one, const ScopeRect *other)
{
  /* Pieces of a formula touch: what rounding makes of that is no overlap. */
  const double touch = 1e-6;

  return one->x + touch < other->x + other->width && other->x + touch < one->x + one->width
         && one->y + touch < other->y + other->height && other->y + touch < one->y + one->height;
}
