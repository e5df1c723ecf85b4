/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/* The only way to tell screen readers a text: what is printed is put into words as readers say them
 * (speech.h). */

void scope_accessible_name (GtkAccessible *accessible, const char *name);
void scope_accessible_describe (GtkAccessible *accessible, const char *description);
/* The text that stands for a slider's number. */
void scope_accessible_tell (GtkAccessible *accessible, const char *value);
