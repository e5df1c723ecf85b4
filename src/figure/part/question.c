/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "question.h"

#include <glib/gi18n-lib.h>

#include "bidi.h"
#include "block.h"
#include "canvas.h"
#include "many.h"
#include "sentences.h"
#include "subject.h"

/* What the picture asks. */

#define HEIGHT 2.2 /* em */

static void
measure (const ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, ScopeBlock *block)
{
  scope_planner_add_form (block, HEIGHT * canvas->em);
}

static char *
ask_about_many (const ScopeFigure *figure)
{
  guint n = (guint) figure->many->n;

  if (n == 1)
    return g_strdup (_ ("How wrong is the network about this flower, as b₃ changes?"));
  return g_strdup_printf (
    ngettext ("How wrong is the network about this %u flower, as b₃ changes?",
              "How wrong is the network about these %u flowers together, as b₃ changes?", n),
    n);
}

char *
scope_question_text (const ScopeFigure *figure)
{
  g_autofree char *name = scope_bidi_isolate (figure->classes.name[figure->parameters.observed]);

  if (figure->many != NULL)
    return ask_about_many (figure);
  return g_strdup_printf (_ ("How wrong is the network about this %s flower, as b₃ changes?"), name);
}

static void
draw_block (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, const ScopeSpot *spot)
{
  const ScopeRect *rect = &spot->rect;
  g_autofree char *question = scope_question_text (subject->figure);
  ScopeLine *line;
  g_autoptr (ScopeLine) whole = NULL;
  ScopeLineSize size;

  whole = scope_line_new_text (canvas->fonts, canvas->em * 1.2, SCOPE_FACE_TEXT_BOLD, question);
  line = scope_line_ellipsize (whole, rect->width);
  scope_line_get_size (line, &size);
  scope_canvas_draw_sentence (canvas, &scope_role_question, 0, line, rect->x, rect->width,
                              rect->y + size.ascent_px);
}

static void
say (GString *text, const ScopeSubject *subject)
{
  g_autofree char *question = scope_question_text (subject->figure);

  scope_sentences_add (text, question);
}

const ScopeBlockKind scope_question_block
  = { SCOPE_OF (QUESTION, .shows = SCOPE_SHOWS_NOTHING, .turn = 700, .when = SCOPE_SAY_WHOLE, .say = say),
      .top = 100, .window = SCOPE_WHERE_WHOLE, .measure = measure, .draw = draw_block };
