/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <poppler.h>

/* Not every release of this library brings its own. */
typedef PopplerDocument OwnedDocument;
typedef PopplerPage OwnedPage;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OwnedDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OwnedPage, g_object_unref)
