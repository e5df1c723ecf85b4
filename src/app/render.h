/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "figure-copy.h"
#include "picture.h"

/* A figure as bytes of a file, in any thread: whoever asks for several at a time waits for none. */

typedef struct
{
  ScopePictureFormat format;
  ScopePictureOptions options; /* without title and description, which are the figure's */
} ScopeRender;

/* One picture in each of n formats; FALSE with error where one of them cannot be made. The caller frees
 * the bytes. */
gboolean scope_render (ScopeFigureCopy *copy, const ScopeRender *wanted, guint n, GBytes **bytes,
                       GError **error);
