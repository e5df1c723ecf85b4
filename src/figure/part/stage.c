/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "stage.h"

#include "canvas.h"
#include "markup.h"
#include "plan.h"
#include "stage-step.h"
#include "stage-words.h"
#include "subject.h"

/* What a step of a presentation says, below the picture. */

/* In em. */
#define TITLE_SIZE 1.2
#define TEXT_SIZE 1.05
#define LEAST_TEXT_SIZE 0.55
#define TEXT_LINE 1.33 /* from line to line, in the size of the text */
#define TEXT_ROOM 3.2  /* below the title */
#define DOT 0.32
#define DOT_STEP 1.05

/* TRUE where a sign of a formula stands between at and the next space. */
static gboolean
is_sign (const char *at)
{
  static const char *const signs[] = { "= ", "≈ ", "· ", "− ", "+ ", "← " };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (at, signs[i]))
      return TRUE;
  return FALSE;
}

/* Where a word of markup ends: a name in braces is part of one, whatever it is made of, and so is a formula,
 * of which no line begins or ends with a sign. */
static const char *
end_of_word (const char *at)
{
  gboolean sign = is_sign (at);
  int depth = 0;

  for (; *at != '\0' && (*at != ' ' || depth > 0 || sign || is_sign (at + 1)); at++)
    if (*at == '\\' && at[1] != '\0')
      at++;
    else if (*at == '{' || *at == '}')
      depth += *at == '{' ? 1 : -1;
    else if (*at == ' ')
      sign = is_sign (at + 1);
  return at;
}

/* As many whole words of markup as fit at that size, in em; *text moves on behind them. */
static ScopeLine *
next_line (ScopeCanvas *canvas, double size_em, double width, const char **text)
{
  ScopeLine *line = NULL;
  const char *end = *text, *start = *text;

  while (*end != '\0')
    {
      const char *word = end_of_word (end == start ? end : end + 1);
      g_autofree char *part = NULL;
      ScopeLine *longer;
      ScopeLineSize size;

      part = g_strndup (start, (gsize) (word - start));
      longer = scope_markup_new_line (canvas->fonts, size_em * canvas->em, SCOPE_FACE_TEXT, part);
      scope_line_get_size (longer, &size);
      if (size.width_px > width && line != NULL)
        {
          scope_line_unref (longer);
          break;
        }
      g_clear_pointer (&line, scope_line_unref);
      line = longer;
      end = word;
    }
  *text = *end == ' ' ? end + 1 : end;
  return line;
}

static guint
lines_at (double size_em)
{
  return (guint) (TEXT_ROOM / (TEXT_LINE * size_em));
}

static gboolean
holds (ScopeCanvas *canvas, double size_em, double width, const char *text)
{
  for (guint i = lines_at (size_em); i > 0 && *text != '\0'; i--)
    {
      g_autoptr (ScopeLine) line = next_line (canvas, size_em, width, &text);
    }
  return *text == '\0';
}

/* No word of it is lost: a text too long for two lines is set in more and smaller ones, and what not even
 * those hold ends in "…". */
static void
draw_text (ScopeCanvas *canvas, const char *text, double left, double width, double top)
{
  double em = canvas->em, size = TEXT_SIZE;
  guint n;

  while (size > LEAST_TEXT_SIZE && !holds (canvas, size, width, text))
    size *= 0.95;
  n = lines_at (size);
  for (guint i = 0; i < n && *text != '\0'; i++)
    {
      const char *rest = text;
      g_autoptr (ScopeLine) line = next_line (canvas, size, width, &text);

      if (i == n - 1 && *text != '\0')
        {
          scope_line_unref (line);
          line = scope_markup_new_line (canvas->fonts, size * em, SCOPE_FACE_TEXT, rest);
        }
      scope_canvas_draw_sentence (canvas, &scope_role_caption, 1 + (int) i,
                                  scope_line_ellipsize (line, width), left, width,
                                  top + (i + 0.8) * TEXT_LINE * size * em);
    }
}

/* Behind the title, from first_x on. */
static void
draw_dots (ScopeCanvas *canvas, const ScopeSubject *subject, double first_x, double step, double y)
{
  const ScopeStage *stage = subject->figure->stage;
  double em = canvas->em, x = first_x;

  for (unsigned i = 0; i < stage->n_steps; i++, x += step)
    scope_canvas_draw_circle (canvas, &scope_role_progress, (int) i, x, y,
                              (i == stage->step ? 1.35 : 1) * DOT * em,
                              i == stage->step ? SCOPE_INK_GRADIENT : SCOPE_INK_GROUND,
                              i == stage->step ? SCOPE_INK_GRADIENT : SCOPE_INK_AXIS, 0.08 * em);
}

static void
draw_caption (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan)
{
  const ScopeStage *stage = subject->figure->stage;
  const ScopeRect *rect = &plan->caption;
  double em = canvas->em, left = rect->x + em, right = rect->x + rect->width - 1.4 * em;
  double step = DOT_STEP * em, dots = stage->n_steps * step;
  g_autofree char *heading = scope_stage_write_title (subject);
  g_autofree char *text = scope_stage_write_text (subject);
  g_autoptr (ScopeLine) title
    = scope_markup_new_line (canvas->fonts, TITLE_SIZE * em, SCOPE_FACE_TEXT_BOLD, heading);

  scope_canvas_draw_segment (canvas, &scope_role_caption, -1, SCOPE_INK_GRID, 0.08 * em, SCOPE_DASH_SOLID, -1,
                             rect->x, rect->y, rect->x + rect->width, rect->y);
  scope_canvas_draw_sentence (canvas, &scope_role_caption, 0,
                              scope_line_ellipsize (title, right - left - dots - em), left, right - left,
                              rect->y + 1.5 * em);
  if (scope_line_reads_left (title))
    draw_dots (canvas, subject, left + dots - step, -step, rect->y + 1.1 * em);
  else
    draw_dots (canvas, subject, right - dots + step, step, rect->y + 1.1 * em);
  draw_text (canvas, text, left, right - left, rect->y + 1.88 * em);
}

void
scope_stage_draw (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan)
{
  if (subject->figure->stage != NULL)
    draw_caption (canvas, subject, plan);
}
