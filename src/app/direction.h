/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/* Mathematics goes from left to right in every language: numbers have their minus before them, and sliders
 * grow to the right, as the axes of the picture do. */

/* Keeps these widgets and all that is inside of them so, up to NULL. */
void scope_direction_keep (GtkWidget *first, ...) G_GNUC_NULL_TERMINATED;
/* A number, or what is written like one, for a sentence of any language. */
char *scope_direction_isolate (const char *number);
