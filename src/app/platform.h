/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/* The one place that asks which GTK there is. The program needs 4.8; what a newer one has for the
 * user is used here, and nowhere else. */

/* Keeps GTK from looking for a graphics card, unless the user has said what to do. Before the first
 * call of anything else in GTK. */
void scope_platform_prefer_quick_start (void);

/* Whether screen readers get the text of a slider's value, and hear that it changes. Before, they have its
 * number alone, which they round, and hear nothing. */
gboolean scope_platform_tells_values (void);
/* Has a screen reader read out text, which has just appeared in or beside accessible. Before
 * GTK 4.14 there is no way to: announce.h knows another one. */
gboolean scope_platform_can_announce (void);
void scope_platform_announce (GtkAccessible *accessible, const char *text);
