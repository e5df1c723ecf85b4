/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document.h"

/* The document in a file, or on standard input where that is "-"; NULL where it cannot be read or is none. The error
 * names the file as it was given, and the line. */
ScopeDocument *scope_document_load (const char *path, GError **error);
