/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "line.h"

/* From a small markup that catalogues can translate: "*L*" italic math symbol, "_x" or "_{abc}"
 * subscript, "^x"/"^{abc}" superscript, "`upright math`", "!bold!"; backslash escapes one
 * character, and "10^(" is a number's own. Names that users give are passed through scope_markup_escape() first.
 * face is the face of what is not marked. */
ScopeLine *scope_markup_new_line (ScopeFonts *fonts, double size_px, ScopeFace face, const char *markup);
char *scope_markup_escape (const char *text);
/* The markup as plain Unicode text for screen readers and titles: "L(b₃) = −ln p_Setosa". */
char *scope_markup_to_plain (const char *markup);
