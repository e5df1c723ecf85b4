/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/* The lines of a document: groups in brackets, and keys with what they say. GKeyFile knows no lines, and takes the
 * second of two keys of one name. */

typedef struct
{
  guint number; /* from 1 on */
  char *text;   /* Owned; the whole line */
  char *key;    /* Owned; NULL: a comment or a blank line */
  char *value;  /* Owned; as it is written */
} ScopeDocumentLine;

typedef struct
{
  guint number;     /* of its line */
  char *name;       /* Owned */
  GPtrArray *lines; /* Owned; of ScopeDocumentLine */
} ScopeDocumentGroup;

/* The groups, of ScopeDocumentGroup, in the order in which they are there; name is what messages call the text.
 * NULL, and an error that names the line, where it is no such text. */
GPtrArray *scope_document_lines_read (const char *text, gsize length, const char *name, GError **error);
/* NULL where there is none. */
const ScopeDocumentGroup *scope_document_lines_find_group (const GPtrArray *groups, const char *name);
const ScopeDocumentLine *scope_document_lines_find (const ScopeDocumentGroup *group, const char *key);

/* What a value says, whole or between semicolons; NULL where a \ is followed by something else than s, n, t, r, ; or \.
 * The caller frees it. */
char *scope_document_lines_text (const ScopeDocumentLine *line);
char **scope_document_lines_list (const ScopeDocumentLine *line);

/* The other way round: appends a line "key=…". */
void scope_document_lines_append_text (GString *out, const char *key, const char *text);
void scope_document_lines_append_list (GString *out, const char *key, const char *const *values);

/* "FILE:LINE: key is “…”; it takes …". */
void scope_document_lines_refuse (const ScopeDocumentLine *line, const char *name, const char *allowed,
                                  GError **error);
void scope_document_lines_fail (GError **error, const char *name, guint number, const char *format, ...)
  G_GNUC_PRINTF (4, 5);
