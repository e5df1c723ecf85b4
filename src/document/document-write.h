/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document.h"

/* The document as text, which reads as the same one again. The caller frees it. */
char *scope_document_write (const ScopeDocument *document);
