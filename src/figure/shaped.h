/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fonts.h"

/* A piece of shaped text of one face and size: what lines are made of and what the cache keeps. */
typedef struct
{
  PangoLayout *layout; /* Owned */
  double width_px;
  double ascent_px;
  double descent_px;
  grefcount references;
} ScopeShaped;

/* Shapes text or finds it shaped; the caller owns a reference. size_px is of the line's text face:
 * the mathematical faces are drawn a little larger, so that their x-heights agree. */
ScopeShaped *scope_fonts_shape (ScopeFonts *fonts, ScopeFace face, double size_px,
                                const char *text);
ScopeShaped *scope_shaped_ref (ScopeShaped *shaped);
void scope_shaped_unref (ScopeShaped *shaped);

/* Family, weight and slant of a face for writers that name fonts. */
const char *scope_face_family (ScopeFace face);
gboolean scope_face_is_bold (ScopeFace face);
gboolean scope_face_is_italic (ScopeFace face);
/* The size at which a face is drawn in a line of size_px. */
double scope_face_size (ScopeFace face, double size_px);
