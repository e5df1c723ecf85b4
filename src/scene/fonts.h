/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "face.h"
#include "shaped.h"

/* The shipped fonts under a fontconfig of their own, and the cache of shaped text. A figure looks
 * the same on every machine because nothing but the given folder is asked; text that the shipped
 * fonts cannot draw (Arabic, Chinese) falls back to the system's list. Not thread-safe. */
typedef struct _ScopeFonts ScopeFonts;

/* directory: the folder of the font files. NULL with error where it holds none of them. */
ScopeFonts *scope_fonts_new (const char *directory, GError **error);
/* For a program that draws figures and no other text, before anything else of this library: keeps
 * Pango from reading the system's list of fonts at its start, which takes longer than the figure.
 * It is still read when a figure needs it. */
void scope_fonts_spare_system (void);
void scope_fonts_free (ScopeFonts *fonts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScopeFonts, scope_fonts_free)

/* Shapes text or finds it shaped; the caller owns a reference. */
ScopeShaped *scope_fonts_shape (ScopeFonts *fonts, ScopeFace face, const char *text);
