/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "endlabel.h"

/* What a figure of many flowers has of its own, only where figure->many is set. */

/* "Flower 1 alone", wherever the layout has room for it. */
void scope_draw_many_alone (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan);
/* "Total loss of 3 flowers" as markup; the panel of the loss or of the gradient. */
char *scope_many_title (const ScopeFigure *figure, ScopePanel panel);
/* "Total of 3 flowers, flower 1 selected: b₃ −2, loss …": what the numbers are of; for one flower those alone. */
char *scope_many_describe (const ScopeFigure *figure, const char *numbers);
/* What the names at the curves' ends need, in pixels. */
double scope_many_label_width (ScopeCanvas *canvas, const ScopeSubject *subject);
/* What a screen reader hears of the minimum, as it follows the numbers. */
void scope_many_describe_minimum (GString *text, const ScopeFigure *figure);
/* Of one flower: that there is no minimum, where that may be said. */
void scope_describe_no_minimum (GString *text, const ScopeSubject *subject);
/* The minimum's marks in both panels. */
void scope_draw_many_minimum (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan);

/* Lets what there is to say of the minimum stand, before any mark of b₃ is there; for one flower, where the
 * loss falls for ever, too. */
void scope_find_minimum_labels (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan);
/* Bands from SCOPE_MOST_SINGLE_CURVES flowers on, and what they are, once all titles are drawn. */
void scope_draw_many_bands (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePanelArea *panel);
void scope_draw_many_legend (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan);
void scope_draw_waterfall (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan);
/* The curves of one panel and their names; ink is that of the panel's quantity. */
void scope_draw_many_curves (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
                             const ScopePanelArea *panel, ScopeInk ink);
