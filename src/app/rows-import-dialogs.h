/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "rows-import-load.h"

G_BEGIN_DECLS

/* What rows-import.c shows. */

/* Says that rows are being read, with a bar and a button. Esc is the button. The signal "response" comes
 * where the user cancels, and not where gtk_window_destroy() closes it. */
GtkWindow *scope_rows_progress_new (GtkWindow *parent, const char *heading);
void scope_rows_progress_update (GtkWindow *dialog, const ScopeRowsProgress *progress);

/* Asks whether rows of another dialect than that of commas, or with numbers that may be meant a thousand times as
 * large, are meant as they were read, and shows the first one. name is NULL for pasted text.
 * The signal "response" says SCOPE_ROWS_MEANT where they are. */
#define SCOPE_ROWS_MEANT "open"
GtkWindow *scope_rows_question_new (GtkWindow *parent, const char *name, const ScopeObservations *loaded,
                                    const ScopeClasses *classes);

/* Says why nothing was read. errors, up to twenty of n_errors, may be NULL. */
void scope_rows_refuse (GtkWindow *parent, const char *heading, const char *body, GPtrArray *errors,
                        guint64 n_errors);

G_END_DECLS
