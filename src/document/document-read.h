/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document.h"

/* What such a text says; name is what messages call it. NULL, and an error "NAME:LINE: what is there; what is
 * allowed", where it is no document. One of a newer version is read as far as it is understood, and is read-only. */
ScopeDocument *scope_document_read (const char *text, gsize length, const char *name, GError **error);
