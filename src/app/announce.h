/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/* The one way to tell something to who hears the program: what has just happened, in a window that widget
 * is in. Where GTK has no announcements, the description of what has the focus changes to the text, which
 * screen readers read out, too; it stays there as long as a sentence in the window. */
void scope_announce (GtkWidget *widget, const char *text);
/* The same of what can be read from the window all the time: it is read out and gone. */
void scope_announce_change (GtkWidget *widget, const char *text);

/* Gives widget a description that is read when it is asked for, or the widget gets the focus, and not each
 * time that it changes. by is a widget that screen readers do not meet otherwise, with a role that
 * may have a description; the same each time. */
void scope_announce_describe_quietly (GtkWidget *widget, GtkWidget *by, const char *text);
