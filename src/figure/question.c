/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "canvas.h"
#include "parts.h"
#include "plan.h"
#include "subject.h"

void
scope_draw_question (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan)
{
  g_autofree char *question = scope_figure_question (subject->figure);
  ScopeLine *line;
  g_autoptr (ScopeLine) whole = NULL;
  ScopeLineSize size;

  if (plan->question.height <= 0)
    return;

  whole = scope_line_new_text (canvas->fonts, canvas->em * 1.2, SCOPE_FACE_TEXT_BOLD, question);
  line = scope_line_ellipsize (whole, plan->question.width);
  scope_line_get_size (line, &size);
  scope_draw_sentence (canvas, SCOPE_ROLE_QUESTION, 0, line, plan->question.x, plan->question.width,
                       plan->question.y + size.ascent_px);
}
