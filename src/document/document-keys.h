/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document.h"

/* Everything that a document says of a look, a row of one table each: what it is called, and how it is read and
 * written. The fields of the scenario are among them. In the order in which they are read and written: what comes later
 * may need what comes before. */

/* The first ones, which say of what there is in rows. */
#define SCOPE_DOCUMENT_N_ROW_KEYS 3
guint scope_document_keys_count (void);
/* The number of a key that there is. */
guint scope_document_keys_find (const char *name);
/* NULL for what is written with another key. */
const char *scope_document_keys_name (guint i);
/* NULL, or where it belongs that is no key of such a look: what rows say, and what is said of rows. */
const char *scope_document_keys_elsewhere (guint i, const ScopeDocumentLook *look);
/* Sets what values say. NULL, or what is allowed there, and nothing is set. The caller frees it. */
char *scope_document_keys_read (guint i, const char *const *values, ScopeDocumentLook *look);
/* What says it; none where there is nothing to say. The caller frees it by g_strfreev(). */
char **scope_document_keys_write (guint i, const ScopeDocumentLook *look);
