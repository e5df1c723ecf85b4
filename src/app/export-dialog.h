/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "plot-figure.h"

G_BEGIN_DECLS

/* Asks for format, size, theme and decimal sign, shows what comes out, and writes it.
 * Signal: saved (path, notice or NULL). */
#define SCOPE_TYPE_EXPORT_DIALOG (scope_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ScopeExportDialog, scope_export_dialog, SCOPE, EXPORT_DIALOG, AdwWindow)

GtkWindow *scope_export_dialog_new (GtkWindow *parent, ScopePlot *plot, GSettings *settings);

G_END_DECLS
