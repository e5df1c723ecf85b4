/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "face.h"

/* STIX at the size of Noto Sans looks small: its x-height is 0.45 em against 0.54 em. */
#define MATH_ENLARGEMENT 1.12

static const struct
{
  const char *file;
  const char *family;
  gboolean bold, italic;
} faces[SCOPE_N_FACES] = {
  [SCOPE_FACE_TEXT] = { "NotoSans-Regular.ttf", "Noto Sans", FALSE, FALSE },
  [SCOPE_FACE_TEXT_BOLD] = { "NotoSans-Bold.ttf", "Noto Sans", TRUE, FALSE },
  [SCOPE_FACE_MATH] = { "STIXGeneral-Regular.otf", "STIXGeneral", FALSE, FALSE },
  [SCOPE_FACE_MATH_ITALIC] = { "STIXGeneral-Italic.otf", "STIXGeneral", FALSE, TRUE },
  [SCOPE_FACE_MATH_BOLD] = { "STIXGeneral-Bold.otf", "STIXGeneral", TRUE, FALSE },
};

const char *
scope_face_file (ScopeFace face)
{
  return faces[face].file;
}

const char *
scope_face_family (ScopeFace face)
{
  return faces[face].family;
}

gboolean
scope_face_is_bold (ScopeFace face)
{
  return faces[face].bold;
}

gboolean
scope_face_is_italic (ScopeFace face)
{
  return faces[face].italic;
}

double
scope_face_size (ScopeFace face, double size_px)
{
  gboolean math = face != SCOPE_FACE_TEXT && face != SCOPE_FACE_TEXT_BOLD;

  return math ? size_px * MATH_ENLARGEMENT : size_px;
}
