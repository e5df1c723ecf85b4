/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "picture.h"

/* One function per format. The size was checked; the bytes depend on the arguments alone. */
GBytes *scope_png_render (const ScopeScene *scene, const ScopePictureOptions *options,
                          GError **error);
GBytes *scope_svg_render (const ScopeScene *scene, const ScopePictureOptions *options);
GBytes *scope_pdf_render (const ScopeScene *scene, const ScopePictureOptions *options,
                          GError **error);
