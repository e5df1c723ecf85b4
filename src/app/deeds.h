/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sidebar.h"

G_BEGIN_DECLS

/* The window's actions on its state, from undo to keep-curve: what keys, menus and the sidebar's buttons ask for. */
void scope_deeds_add (GtkWindow *window, ScopeSidebar *sidebar);

G_END_DECLS
