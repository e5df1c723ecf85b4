/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fonts.h"

/* Everything is shaped at one size and scaled when it is drawn: nothing is hinted, so glyphs scale
 * exactly, and Pango looks each face up once instead of once per size, in a thread each. */
#define SCOPE_SHAPED_SIZE 64.0

/* A piece of shaped text of one face: what lines are made of and what the cache keeps. Lengths are
 * at SCOPE_SHAPED_SIZE. */
typedef struct
{
  PangoLayout *layout; /* Owned */
  double width;
  double ascent;
  double descent;
  grefcount references;
} ScopeShaped;

/* Shapes text or finds it shaped; the caller owns a reference. */
ScopeShaped *scope_fonts_shape (ScopeFonts *fonts, ScopeFace face, const char *text);
ScopeShaped *scope_shaped_ref (ScopeShaped *shaped);
void scope_shaped_unref (ScopeShaped *shaped);

/* Family, weight and slant of a face for writers that name fonts. */
const char *scope_face_family (ScopeFace face);
gboolean scope_face_is_bold (ScopeFace face);
gboolean scope_face_is_italic (ScopeFace face);
/* The size at which a face is drawn in a line of size_px: the mathematical faces are a little larger,
 * so that their x-heights agree. */
double scope_face_size (ScopeFace face, double size_px);
