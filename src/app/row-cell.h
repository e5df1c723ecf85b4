/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "state.h"

/* One place of the table of observations. In the selected row it is an entry or a list of classes, bound
 * to the state's own properties; in the others a text, which many rows can afford. */

typedef enum
{
  SCOPE_ROW_NUMBER,
  SCOPE_ROW_LOGIT_1,
  SCOPE_ROW_LOGIT_2,
  SCOPE_ROW_LOGIT_3,
  SCOPE_ROW_OBSERVED,
  SCOPE_N_ROW_COLUMNS,
} ScopeRowColumn;

typedef struct _ScopeRowCell ScopeRowCell;

/* A cell of the item, whose child it makes; it lives as long as that child. */
ScopeRowCell *scope_row_cell_new (ScopeState *state, GtkListItem *item, ScopeRowColumn column);
/* Shows what the state has at the item's place. */
void scope_row_cell_update (ScopeRowCell *cell);
/* The same where classes have got other names. */
void scope_row_cell_rename (ScopeRowCell *cell);
/* Takes what is typed but not yet entered. */
void scope_row_cell_commit (ScopeRowCell *cell);
/* Gives the focus to the cell's row where that is the selected one. */
gboolean scope_row_cell_focus_row (ScopeRowCell *cell);
/* Gives it to the cell's entry where that is the first one of the selected row. */
gboolean scope_row_cell_focus_entry (ScopeRowCell *cell);
/* The number of the row that a widget inside a cell belongs to; FALSE for another widget. */
gboolean scope_row_cell_find (GtkWidget *widget, guint *row);
