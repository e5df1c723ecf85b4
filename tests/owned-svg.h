/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <librsvg/rsvg.h>

/* Not every release of this library brings its own. */
typedef RsvgHandle OwnedHandle;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OwnedHandle, g_object_unref)
