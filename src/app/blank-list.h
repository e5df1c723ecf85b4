/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A list that is only as long as it is said to be: its items are made when they come into sight, so that a
 * hundred thousand cost what one does. */
#define SCOPE_TYPE_BLANK_LIST (scope_blank_list_get_type ())
G_DECLARE_FINAL_TYPE (ScopeBlankList, scope_blank_list, SCOPE, BLANK_LIST, GObject)

ScopeBlankList *scope_blank_list_new (void); /* empty */
/* Adds or removes items at the end. */
void scope_blank_list_set_length (ScopeBlankList *self, guint n);

G_END_DECLS
