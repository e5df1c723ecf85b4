/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bidi.h"
#include "block.h"
#include "canvas.h"
#include "many.h"
#include "markup.h"
#include "sentences.h"
#include "shown.h"
#include "speech.h"
#include "subject.h"

/* The bar and what is written under it. */

#define OUTLINE_WIDTH 2.4
/* In em. */
#define BAR_HEIGHT 1.9
#define RESIDUALS_HEIGHT 1.7
#define GAP 0.8

/* With what is written under it, and without: before a hall other rows say that. */
static void
measure (const ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, ScopeBlock *block)
{
  scope_planner_add_form (block, (BAR_HEIGHT + RESIDUALS_HEIGHT + GAP) * canvas->em);
  scope_planner_add_form (block, (BAR_HEIGHT + GAP) * canvas->em);
  block->first = canvas->in_hall;
}

/* Segments are as wide as their probability, all alike where that is hidden; one of next to nothing
 * keeps a hair. */
static void
find_segments (const ScopeSubject *subject, const ScopeRect *bar, ScopeRect segments[SCOPE_N_CLASSES])
{
  double x = bar->x;

  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    {
      double part = scope_subject_hides (subject, SCOPE_PLACE_PROBABILITY) ? 1.0 / SCOPE_N_CLASSES
                                                                           : subject->outcome->p[k];
      double width = part * bar->width;

      segments[k] = (ScopeRect) { x, bar->y, width, bar->height };
      x += width;
    }
}

static void
draw_segment_label (ScopeCanvas *canvas, const ScopeSubject *subject, unsigned k, const ScopeRect *segment)
{
  double em = canvas->em, mark = 0.6 * em, room = segment->width - 0.5 * em;
  const char *number = subject->factors.p[k];
  g_autofree char *name = scope_bidi_isolate (subject->figure->classes.name[k]);
  g_autofree char *both = g_strdup_printf ("%s  %s", name, number);
  const char *const texts[] = { both, number, number };
  static const double sizes[] = { 0.95, 0.95, 0.8 };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (ScopeLine) line = scope_line_new_text (
        canvas->fonts, em * scope_canvas_least (canvas, sizes[i]), SCOPE_FACE_TEXT, texts[i]);
      double width = scope_canvas_slot_width (canvas, line) + 1.5 * mark;
      double x = segment->x + (segment->width - width) / 2;
      ScopeLineSize size;

      if (width > room)
        continue;
      scope_line_get_size (line, &size);
      scope_canvas_draw_mark (canvas, k, SCOPE_INK_ON_CLASS, x + mark / 2, segment->y + segment->height / 2,
                              mark);
      scope_canvas_draw_line (canvas, &scope_role_bar_label, (int) k, SCOPE_INK_ON_CLASS,
                              g_steal_pointer (&line), x + 1.5 * mark,
                              segment->y + (segment->height + size.ascent_px - size.descent_px) / 2);
      return;
    }
  if (mark < room)
    scope_canvas_draw_mark (canvas, k, SCOPE_INK_ON_CLASS, segment->x + segment->width / 2,
                            segment->y + segment->height / 2, mark);
}

/* The outline lies inside the bar, so that the neighbours do not hide it. */
static void
draw_outline (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopeRect *bar,
              const ScopeRect *segment)
{
  double width = OUTLINE_WIDTH * canvas->unit, least = 3 * width;
  ScopeRect outline = *segment;

  if (outline.width < least)
    {
      outline.x -= (least - outline.width) / 2;
      outline.width = least;
      outline.x = CLAMP (outline.x, bar->x, bar->x + bar->width - least);
    }
  outline.x += width / 2;
  outline.width -= width;
  outline.y -= width;
  outline.height += 2 * width;
  scope_canvas_draw_rect (canvas, &scope_role_bar_outline, (int) subject->figure->parameters.observed,
                          &outline, SCOPE_INK_NONE, scope_shown_chain_ink (subject->figure), width, width);
}

/* Predicted minus observed under each segment, as much of it as there is room for. */
typedef enum
{
  SCOPE_RESIDUAL_WHOLE, /* "p₁ − 1 = −0.8491" */
  SCOPE_RESIDUAL_NAMED, /* "p − y = −0.8491" first, then values */
  SCOPE_RESIDUAL_BARE,
} ScopeResidualForm;

static ScopeLine *
new_residual (ScopeCanvas *canvas, const ScopeSubject *subject, unsigned k, ScopeResidualForm form)
{
  gboolean observed = k == subject->figure->parameters.observed;
  const char *difference = subject->factors.dl_dz[k];
  const char *bold = k == scope_subject_gradient_class (subject) ? "!" : "";
  g_autofree char *value = g_strconcat (bold, difference, bold, NULL);
  g_autofree char *markup = NULL;

  if (form == SCOPE_RESIDUAL_WHOLE)
    markup = g_strdup_printf ("*p*_%u − %d = %s", k + 1, observed ? 1 : 0, value);
  else if (form == SCOPE_RESIDUAL_NAMED && k == 0)
    markup = g_strdup_printf ("*p* − *y* = %s", value);
  else
    markup = g_strdup (value);
  return scope_markup_new_line (canvas->fonts, canvas->em * 0.95, SCOPE_FACE_TEXT, markup);
}

/* Centred under their segments, pushed apart from the left and then back from the right. */
static gboolean
spread (const ScopeRect *row, double gap, const double widths[SCOPE_N_CLASSES], double x[SCOPE_N_CLASSES])
{
  double total = 2 * gap, limit = row->x + row->width, from = row->x;

  for (guint k = 0; k < SCOPE_N_CLASSES; k++)
    {
      total += widths[k];
      x[k] = fmax (x[k], from);
      from = x[k] + widths[k] + gap;
    }
  for (guint k = SCOPE_N_CLASSES; k-- > 0;)
    {
      x[k] = fmin (x[k], limit - widths[k]);
      limit = x[k] - gap;
    }
  return total <= row->width;
}

/* FALSE where they do not fit side by side. */
static gboolean
draw_residuals (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopeRect *row,
                const ScopeRect segments[SCOPE_N_CLASSES], ScopeResidualForm form)
{
  ScopeLine *lines[SCOPE_N_CLASSES];
  double widths[SCOPE_N_CLASSES], x[SCOPE_N_CLASSES];
  gboolean fits;

  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    {
      lines[k] = new_residual (canvas, subject, k, form);
      widths[k] = scope_canvas_slot_width (canvas, lines[k]);
      x[k] = segments[k].x + (segments[k].width - widths[k]) / 2;
    }
  fits = spread (row, canvas->em, widths, x);
  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    {
      gboolean is_gradient = k == scope_subject_gradient_class (subject);

      if (fits)
        scope_canvas_draw_line (canvas, &scope_role_residual, (int) k,
                                is_gradient ? scope_shown_chain_ink (subject->figure) : SCOPE_INK_TEXT_DIM,
                                lines[k], x[k], row->y + 1.25 * canvas->em);
      else
        scope_line_unref (lines[k]);
    }
  return fits;
}

static void
draw_block (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, const ScopeSpot *spot)
{
  gboolean print = subject->figure->theme == SCOPE_THEME_PRINT;
  ScopeRect segments[SCOPE_N_CLASSES], bar = spot->rect, row = spot->rect;

  bar.y = round (bar.y);
  bar.height = round (BAR_HEIGHT * canvas->em);
  row.y += BAR_HEIGHT * canvas->em;
  find_segments (subject, &bar, segments);
  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    {
      ScopeRect inner = segments[k];

      /* A hair between neighbours. */
      if (inner.width > 3 * canvas->unit && k < 2)
        inner.width -= canvas->unit;
      scope_canvas_draw_rect (canvas, &scope_role_bar, (int) k, &inner, (ScopeInk) (SCOPE_INK_CLASS_1 + k),
                              print ? SCOPE_INK_AXIS : SCOPE_INK_NONE, canvas->unit, 0);
      draw_segment_label (canvas, subject, k, &segments[k]);
      scope_scene_add_zone (canvas->scene, SCOPE_ZONE_SEGMENT, (int) k, &segments[k]);
    }
  draw_outline (canvas, subject, &bar, &segments[subject->figure->parameters.observed]);
  for (int form = SCOPE_RESIDUAL_WHOLE; spot->form == 0 && form <= SCOPE_RESIDUAL_BARE; form++)
    if (draw_residuals (canvas, subject, &row, segments, (ScopeResidualForm) form))
      break;
}

/* "Setosa observed: p Setosa 0.1509, p Versicolor 0.3966, p Virginica 0.4525", for as much as is shown. */
static void
say_probabilities (GString *text, const ScopeSubject *subject)
{
  const ScopeFigure *figure = subject->figure;
  const ScopeClasses *classes = &figure->classes;
  const char *observed = classes->name[figure->parameters.observed];
  char *const *p = subject->factors.p;
  g_autofree char *whose = NULL, *sentence = NULL;

  if (figure->many == NULL)
    whose = g_strdup_printf (_ ("%s observed"), observed);
  else
    /* Translators: of many flowers; the class. */
    whose = g_strdup_printf (_ ("Selected flower, %s observed"), observed);
  if (scope_shown_many (figure) & (SCOPE_SHOW_BAR | SCOPE_SHOW_PROBABILITIES | SCOPE_SHOW_DIAGRAM))
    /* Translators: "Setosa observed"; then a class and its probability, three times. */
    sentence
      = g_strdup_printf (_ ("%s: p %s %s, p %s %s, p %s %s"), whose, classes->name[0], scope_speech_of (p[0]),
                         classes->name[1], scope_speech_of (p[1]), classes->name[2], scope_speech_of (p[2]));
  scope_sentences_add (text, sentence != NULL ? sentence : whose);
}

const ScopeBlockKind scope_bar_block
  = { SCOPE_OF (BAR, .shows = SCOPE_PLACE_PROBABILITY | SCOPE_PLACE_RESIDUAL | SCOPE_PLACE_DZ_DB, .turn = 500,
                .when = SCOPE_SAY_WHOLE | SCOPE_SAY_ALWAYS, .say = say_probabilities),
      .top = 500,
      .window = SCOPE_WHERE_ASIDE,
      .hall = SCOPE_WHERE_SIDE,
      .measure = measure,
      .draw = draw_block };
