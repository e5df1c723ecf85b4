/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "plot-figure.h"

G_BEGIN_DECLS

/* The picture as a file and on the clipboard: the window's actions export, copy-picture and open-folder. */
#define SCOPE_TYPE_EXPORTS (scope_exports_get_type ())
G_DECLARE_FINAL_TYPE (ScopeExports, scope_exports, SCOPE, EXPORTS, GObject)

/* window, a GActionMap, and the plot in it are Borrowed until scope_exports_stop(). */
ScopeExports *scope_exports_new (GtkWindow *window, ScopePlot *plot, GSettings *settings);
/* The window goes: nobody is there to paste a picture any more. */
void scope_exports_stop (ScopeExports *self);

G_END_DECLS
