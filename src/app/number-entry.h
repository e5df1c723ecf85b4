/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* An entry for one finite number, as scope_number_parse() reads it. Enter or leaving it commits, Esc
 * goes back; what is no number, or none that is allowed, stays in the entry, marked, and changes
 * nothing; the window says what is allowed.
 * Properties: value (double), digits (uint: how many are shown while it has not the focus). Signal: committed, after the user changed the value. */
#define SCOPE_TYPE_NUMBER_ENTRY (scope_number_entry_get_type ())
G_DECLARE_FINAL_TYPE (ScopeNumberEntry, scope_number_entry, SCOPE, NUMBER_ENTRY, GtkEntry)

double scope_number_entry_get_value (ScopeNumberEntry *self);
/* Leaves alone what the user is typing at the moment, unless the value is another one. */
void scope_number_entry_set_value (ScopeNumberEntry *self, double value);

/* allowed says in translated words what is from least to most. By default any finite number is. */
void scope_number_entry_set_range (ScopeNumberEntry *self, double least, double most, const char *allowed);

/* Those words of the default. The caller frees them. */
char *scope_number_entry_allow_any (void);

/* Takes what was typed, as Enter does. */
void scope_number_entry_commit (ScopeNumberEntry *self);
/* Forgets it, as Escape does. */
void scope_number_entry_revert (ScopeNumberEntry *self);

/* A number as that language writes it, for a sentence of any. The caller frees it. */
char *scope_number_entry_locale_number (double value, guint digits);

G_END_DECLS
