/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* For programs that have the window in themselves. */

#pragma once

#include "application.h"
#include "stage-style.h"
#include "value-row.h"
#include "window-private.h"
#include "window.h"

/* --- A home of its own */

/* A new folder, and nothing of the user's own: what the program keeps goes there. Before anything
 * else of GTK; the caller frees it by remove_home(). */
char *set_up_home (void);
void remove_home (char *home);

/* --- Waiting, until something is so */

typedef gboolean (*Condition) (gpointer data);

/* Lets the window live until then, for minutes at most. */
void wait_until (Condition is_so, gpointer data);

/* Until what was changed has its place and is painted. */
void wait_for_frames (GtkWidget *window);

/* Of a window. */
gboolean is_full_screen (gpointer window);
gboolean is_not_full_screen (gpointer window);

/* --- A program */

/* A new one, which is registered. */
ScopeApplication *new_application (void);
/* The same without animations. */
ScopeApplication *new_still_application (void);
/* Runs what was added, and lets go of the program, NULL for none, and of the home; what main() returns. */
int run_tests (ScopeApplication *application, char *home);

/* --- A window */

/* A new one, once it is drawn with its sidebar. */
ScopeWindow *new_window (ScopeApplication *application);
/* The same of a given state, perhaps another window's, with settings of its own. */
ScopeWindow *new_window_with (ScopeApplication *application, ScopeKeeping *keeping, GSettings *settings);
/* One that is as at its first start. */
ScopeWindow *new_start (ScopeApplication *application);
void act (ScopeWindow *self, const char *action, GVariant *parameter);
/* The sentence over the plot, "" for none. */
const char *get_said (ScopeWindow *self);
/* A child of the sidebar or of its wiring, by the name that the template gives it. */
GtkWidget *find_part (ScopeWindow *self, const char *name);
/* The slider of a value, and what belongs to it. */
ScopeValueRow *find_row (ScopeWindow *self, guint index);
/* The window that an action opens, once it is drawn. */
GtkWidget *open_dialog (ScopeWindow *self, const char *action);

/* The first widget inside root, or root itself, of which is_so says so, and that is of that type;
 * NULL for none. */
GtkWidget *find_widget (GtkWidget *root, gboolean (*is_so) (GtkWidget *widget, gconstpointer data),
                        gconstpointer data);
GtkWidget *find_inside (GtkWidget *root, GType type);
/* Whether it is what one drags of a slider. */
gboolean is_handle (GtkWidget *widget, gconstpointer data);
/* How large its text is, in px. */
double type_of (GtkWidget *widget);

/* What a widget's own controllers make of a key, those of the capture phase first; TRUE where one took it. */
gboolean press_key (GtkWidget *widget, guint value, GdkModifierType modifiers);
