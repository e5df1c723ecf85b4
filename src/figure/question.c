/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "drawing.h"

void
scope_draw_question (ScopeDrawing *drawing)
{
  g_autofree char *question = scope_figure_question (drawing->figure);
  ScopeLine *line;
  g_autoptr (ScopeLine) whole = NULL;
  ScopeLineSize size;

  if (drawing->question.height <= 0)
    return;

  whole = scope_line_new_text (drawing->fonts, drawing->em * 1.2, SCOPE_FACE_TEXT_BOLD, question);
  line = scope_line_ellipsize (whole, drawing->question.width);
  scope_line_get_size (line, &size);
  scope_draw_sentence (drawing, SCOPE_ROLE_QUESTION, 0, line, drawing->question.x, drawing->question.width,
                       drawing->question.y + size.ascent_px);
}
