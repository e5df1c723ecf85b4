/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* The faces of all texts, whose files are shipped. */
typedef enum
{
  SCOPE_FACE_TEXT, /* Noto Sans */
  SCOPE_FACE_TEXT_BOLD,
  SCOPE_FACE_MATH,        /* STIX, upright: names, digits, operators */
  SCOPE_FACE_MATH_ITALIC, /* STIX, italic: symbols */
  SCOPE_FACE_MATH_BOLD,
} ScopeFace;
#define SCOPE_N_FACES 5

/* The name of its file. */
const char *scope_face_file (ScopeFace face);
/* Family, weight and slant. */
const char *scope_face_family (ScopeFace face);
gboolean scope_face_is_bold (ScopeFace face);
gboolean scope_face_is_italic (ScopeFace face);
/* The size at which a face is drawn in a line of size_px: the mathematical faces are a little larger,
 * so that their x-heights agree. */
double scope_face_size (ScopeFace face, double size_px);
