/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "figure-values.h"

#include "field.h"
#include "view.h"

void
scope_figure_init (ScopeFigure *figure)
{
  *figure = (ScopeFigure) {
    .width_px = 1920,
    .height_px = 1080,
    .theme = SCOPE_THEME_LIGHT,
    .text_scale = 1,
    .decimal = '.',
    .digits = 4,
    .settled = TRUE,
  };
  scope_field_start (&figure->scenario);
  figure->show = SCOPE_SHOW_DEFAULT;
  scope_view_init (&figure->view, &figure->parameters, NULL);
}
