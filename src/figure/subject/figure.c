/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "figure.h"

#include "field.h"

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
  scope_view_init (&figure->view, &figure->parameters);
}

gboolean
scope_figure_evaluate (const ScopeFigure *figure, ScopeBatchOutcome *outcome)
{
  ScopeOutcome one;

  if (figure->many != NULL)
    {
      ScopeBatch batch = scope_many_batch (figure->many, figure->parameters.w);

      if (figure->many->sum != NULL)
        {
          *outcome = *figure->many->sum;
          return TRUE;
        }
      return scope_batch_evaluate (&batch, figure->parameters.b, outcome) == SCOPE_STATUS_OK;
    }
  if (scope_evaluate (&figure->parameters, &one) != SCOPE_STATUS_OK)
    return FALSE;
  *outcome = (ScopeBatchOutcome) { one.loss, one.dl_db, one.curvature };
  return TRUE;
}
