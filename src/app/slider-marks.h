/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/* What is drawn over a slider, in the coordinates of a widget around it and in that one's colour. */

/* A mark over the trough, part of its way from the left. */
void scope_slider_draw_ghost (GtkScale *scale, GtkWidget *around, GtkSnapshot *snapshot, double part);
/* A number over the handle. */
void scope_slider_draw_value (GtkScale *scale, GtkWidget *around, GtkSnapshot *snapshot, double value);
