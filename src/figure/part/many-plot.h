/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "layer.h"

/* Many flowers in the panels. */

/* What the names at the curves' ends need, in pixels. */
double scope_many_plot_label_width (ScopeCanvas *canvas, const ScopeSubject *subject);
/* Thin curves below, the selected one over them, the sum on top; and their names. */
void scope_many_plot_draw_curves (const ScopeMarks *marks, const ScopePanelArea *panel);
