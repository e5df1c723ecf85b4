/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "state.h"

G_BEGIN_DECLS

/* How observations come into a window: from a CSV file or from a table on the clipboard, all or nothing.
 * They are read in a thread; what takes more than half a second shows how far it is, with a Cancel that
 * waits for nothing. What is wrong is listed, and then nothing is called. The state says what the classes
 * are called. A file that is separated by semicolons or tabs, or has decimal commas, is taken after one
 * question, and so is what is pasted where "1,234" may be meant as 1234. One import a window: a new one
 * replaces one that still reads or asks. Where the window is closed meanwhile, nothing is called either. */

/* rows are of ScopeBatchRow, borrowed: take a reference to keep them. name is the file's, as it may be
 * shown, or NULL for pasted text. ignored_columns: the header names bias, w1, w2 or w3, too. */
typedef void (*ScopeRowsRead) (GArray *rows, const char *name, gboolean ignored_columns, gpointer data);

/* Reads the file that is given, on the command line or dropped in; refuses more than one. */
void scope_rows_import_files (GtkWindow *parent, ScopeState *state, GFile *const *files, guint n,
                              ScopeRowsRead read, gpointer data);
/* Asks for a file. */
void scope_rows_import_choose (GtkWindow *parent, ScopeState *state, ScopeRowsRead read, gpointer data);
/* Reads what a spreadsheet put on the clipboard. */
void scope_rows_import_clipboard (GtkWindow *parent, ScopeState *state, ScopeRowsRead read, gpointer data);
/* Takes a file that is dropped on the widget that it is added to. Returns the caller's own. */
GtkEventController *scope_rows_import_drop_new (ScopeState *state, ScopeRowsRead read, gpointer data);

G_END_DECLS
