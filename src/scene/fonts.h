/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

/* The shipped fonts under a fontconfig of their own, and the cache of shaped text. A figure looks
 * the same on every machine because nothing but the given folder is asked; text that the shipped
 * fonts cannot draw (Arabic, Chinese) falls back to the system's list. Not thread-safe. */
typedef struct _ScopeFonts ScopeFonts;

typedef enum
{
  SCOPE_FACE_TEXT,       /* Noto Sans */
  SCOPE_FACE_TEXT_BOLD,
  SCOPE_FACE_MATH,       /* STIX, upright: names, digits, operators */
  SCOPE_FACE_MATH_ITALIC,/* STIX, italic: symbols */
  SCOPE_FACE_MATH_BOLD,
} ScopeFace;
#define SCOPE_N_FACES 5

/* directory: the folder of the font files. NULL with error where it holds none of them. */
ScopeFonts *scope_fonts_new (const char *directory, GError **error);
/* For a program that draws figures and no other text, before anything else of this library: keeps
 * Pango from reading the system's list of fonts at its start, which takes longer than the figure.
 * It is still read when a figure needs it. */
void scope_fonts_spare_system (void);
void scope_fonts_free (ScopeFonts *fonts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScopeFonts, scope_fonts_free)
