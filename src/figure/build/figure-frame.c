/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "figure-frame.h"

#include "figure-build.h"
#include "figure-spoken.h"
#include "question.h"

void
scope_figure_frame_init (ScopeFrame *frame, const ScopeFigure *figure, ScopeCurves *curves, ScopeFonts *fonts)
{
  frame->scene = scope_figure_build (figure, curves, fonts);
  frame->title = scope_question_text (figure);
  frame->description = scope_figure_spoken_picture (figure, frame->scene);
}
