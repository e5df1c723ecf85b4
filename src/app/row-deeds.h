/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sidebar.h"

G_BEGIN_DECLS

/* Many observations: the window's actions rows-… and row-…, and a file that is dropped on it. */
void scope_row_deeds_add (GtkWindow *window, ScopeSidebar *sidebar);
/* Opens a CSV file of flowers in the place of those that are there, which an undo brings back. Of several
 * files none, which is said. */
void scope_row_deeds_open (ScopeSidebar *sidebar, GFile *const *files, guint n);

G_END_DECLS
