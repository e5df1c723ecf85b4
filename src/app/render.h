/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "figure-copy.h"
#include "picture.h"

/* A figure on its way to a file or the clipboard, in any thread: whoever asks for it waits for nothing. */
typedef struct _ScopeRender ScopeRender;

/* Takes the copy. */
ScopeRender *scope_render_new (ScopeFigureCopy *copy, const ScopePictureOptions *options);
void scope_render_free (ScopeRender *render);

/* As bytes of a file; NULL with error where they cannot be made. Drawn once, whatever is asked for. */
GBytes *scope_render_make (ScopeRender *render, const ScopeFormat *format, GError **error);
