/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "derivation.h"

#include <math.h>
#include <string.h>

/* What a presentation has of its own: the formula stacked in the second column, and the step's
 * sentence below the picture. */

/* In em. */
#define FORMULA_SIZE 1.45
#define RESULT_SIZE 1.75
#define STEPS_SIZE 1.3
#define FRACTION_ROW 4.4
#define NUMBER_ROW 2.4
#define RESULT_ROW 2.9
#define ALL_LINKS 7u
#define TITLE_SIZE 1.2
#define TEXT_SIZE 1.05
#define LEAST_TEXT_SIZE 0.55
#define TEXT_LINE 1.33 /* from line to line, in the size of the text */
#define TEXT_ROOM 3.2  /* below the title */
#define DOT 0.32
#define DOT_STEP 1.05

static void
put (ScopePen *pen, ScopeInk ink, const char *markup)
{
  scope_pen_text (pen, SCOPE_ROLE_FORMULA, -1, ink, markup);
}

static const char *
small_digit (unsigned k)
{
  static const char *const digits[SCOPE_N_CLASSES] = { "₁", "₂", "₃" };

  return digits[k];
}

/* p_Setosa = e^{z₁}/(e^{z₁} + e^{z₂} + e^{z₃}) = 0.151: softmax, and what the loss reads of it,
 * however narrow its segment of the bar. */
static void
write_softmax (ScopePen *pen)
{
  ScopeDrawing *drawing = pen->drawing;
  unsigned o = drawing->figure->parameters.observed;
  g_autofree char *p = scope_derivation_p (drawing, o);
  const char *number = drawing->factors.p[o];
  g_autofree char *left = g_strdup_printf ("%s = ", p);
  g_autofree char *above = g_strdup_printf ("*e*^{*z*%s}", small_digit (o));
  g_autofree char *right = g_strdup_printf (" = %s", number);

  put (pen, SCOPE_INK_TEXT, left);
  scope_pen_fraction (pen, SCOPE_ROLE_FORMULA, -1, SCOPE_INK_TEXT, above,
                      "*e*^{*z*₁} + *e*^{*z*₂} + *e*^{*z*₃}");
  put (pen, SCOPE_INK_TEXT, right);
}

/* L = −ln p_Setosa = 1.89, the number once there is a point. */
static void
write_loss (ScopePen *pen)
{
  ScopeDrawing *drawing = pen->drawing;
  g_autofree char *p = scope_derivation_p (drawing, drawing->figure->parameters.observed);
  const char *number = drawing->factors.loss;
  g_autofree char *markup = g_strdup_printf ("%s = −ln %s = !%s!", drawing->loss_symbol, p, number);

  put (pen, SCOPE_INK_LOSS, markup);
}

/* Smaller where the column is narrower than the row. */
static void
draw_row (ScopeDrawing *drawing, ScopeWriteRow write_row, double size, double axis)
{
  ScopePen pen = { drawing, 0, axis, size * drawing->em, FALSE };

  scope_pen_fit (&pen, write_row, drawing->side.width);
  pen.x = drawing->side.x;
  write_row (&pen);
}

/* From the top of the second column; the linked plots get what is left of it. */
static void
draw_derivation (ScopeDrawing *drawing)
{
  double em = drawing->em, y = drawing->side.y, bottom = drawing->caption.y - em;

  drawing->columns.em = STEPS_SIZE * em;
  drawing->columns.node_x[0] = drawing->side.x;
  drawing->columns.short_names
    = strlen (drawing->figure->class_names[drawing->figure->parameters.observed]) > 10;
  if (drawing->figure->show & SCOPE_SHOW_BAR)
    {
      draw_row (drawing, write_loss, FORMULA_SIZE, y + NUMBER_ROW / 2 * em);
      y += NUMBER_ROW * em;
      draw_row (drawing, write_softmax, FORMULA_SIZE, y + FRACTION_ROW / 2 * em);
      y += FRACTION_ROW * em;
    }
  if ((drawing->figure->show & SCOPE_SHOW_FORMULA) && drawing->figure->stage->links == ALL_LINKS)
    {
      draw_row (drawing, scope_write_chain, FORMULA_SIZE, y + NUMBER_ROW / 2 * em);
      y += NUMBER_ROW * em;
    }
  else if (drawing->figure->show & SCOPE_SHOW_FORMULA)
    {
      draw_row (drawing, scope_write_symbols, FORMULA_SIZE, y + FRACTION_ROW / 2 * em);
      y += FRACTION_ROW * em;
      draw_row (drawing, scope_write_numbers, FORMULA_SIZE, y + NUMBER_ROW / 2 * em);
      y += NUMBER_ROW * em;
      draw_row (drawing, scope_write_result, RESULT_SIZE, y + RESULT_ROW / 2 * em);
      y += RESULT_ROW * em;
    }
  while (y + scope_steps_height (drawing) > drawing->caption.y && scope_steps_yield (drawing))
    continue;
  if (scope_steps_height (drawing) > 0
      && y + scope_steps_height (drawing) <= drawing->caption.y)
    {
      drawing->steps = (ScopeRect) { drawing->side.x, y, drawing->side.width,
                                     scope_steps_height (drawing) };
      scope_draw_steps (drawing);
      y += drawing->steps.height;
    }
  drawing->side.y = y;
  drawing->side.height = fmax (bottom - y, 0);
}

/* --- The sentence */

/* Where a word of markup ends: a name in braces is part of one, whatever it is made of. */
static const char *
end_of_word (const char *at)
{
  int depth = 0;

  for (; *at != '\0' && (*at != ' ' || depth > 0); at++)
    if (*at == '\\' && at[1] != '\0')
      at++;
    else if (*at == '{' || *at == '}')
      depth += *at == '{' ? 1 : -1;
  return at;
}

/* As many whole words of markup as fit at that size, in em; *text moves on behind them. */
static ScopeLine *
next_line (ScopeDrawing *drawing, double size_em, double width, const char **text)
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
      longer = scope_line_new_markup (drawing->fonts, size_em * drawing->em, SCOPE_FACE_TEXT, part);
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
holds (ScopeDrawing *drawing, double size_em, double width, const char *text)
{
  for (guint i = lines_at (size_em); i > 0 && *text != '\0'; i--)
    {
      g_autoptr (ScopeLine) line = next_line (drawing, size_em, width, &text);
    }
  return *text == '\0';
}

/* No word of it is lost: a text too long for two lines is set in more and smaller ones, and what not even
 * those hold ends in "…". */
static void
draw_text (ScopeDrawing *drawing, const char *text, double left, double width, double top)
{
  double em = drawing->em, size = TEXT_SIZE;
  guint n;

  while (size > LEAST_TEXT_SIZE && !holds (drawing, size, width, text))
    size *= 0.95;
  n = lines_at (size);
  for (guint i = 0; i < n && *text != '\0'; i++)
    {
      const char *rest = text;
      g_autoptr (ScopeLine) line = next_line (drawing, size, width, &text);

      if (i == n - 1 && *text != '\0')
        {
          scope_line_unref (line);
          line = scope_line_new_markup (drawing->fonts, size * em, SCOPE_FACE_TEXT, rest);
        }
      scope_draw_line (drawing, SCOPE_ROLE_CAPTION, 1 + (int) i, SCOPE_INK_TEXT,
                       scope_line_ellipsize (line, width), left,
                       top + (i + 0.8) * TEXT_LINE * size * em);
    }
}

static void
draw_dots (ScopeDrawing *drawing, double right, double y)
{
  const ScopeStage *stage = drawing->figure->stage;
  double em = drawing->em, x = right - (stage->n_steps - 1) * DOT_STEP * em;

  for (unsigned i = 0; i < stage->n_steps; i++, x += DOT_STEP * em)
    scope_draw_circle (drawing, SCOPE_ROLE_PROGRESS, (int) i, x, y,
                       (i == stage->step ? 1.35 : 1) * DOT * em,
                       i == stage->step ? SCOPE_INK_GRADIENT : SCOPE_INK_GROUND,
                       i == stage->step ? SCOPE_INK_GRADIENT : SCOPE_INK_AXIS, 0.08 * em);
}

static void
draw_caption (ScopeDrawing *drawing)
{
  const ScopeStage *stage = drawing->figure->stage;
  const ScopeRect *rect = &drawing->caption;
  double em = drawing->em, left = rect->x + em, right = rect->x + rect->width - 1.4 * em;
  double dots = stage->n_steps * DOT_STEP * em;
  g_autoptr (ScopeLine) title
    = scope_line_new_markup (drawing->fonts, TITLE_SIZE * em, SCOPE_FACE_TEXT_BOLD, stage->title);

  scope_draw_segment (drawing, SCOPE_ROLE_CAPTION, -1, SCOPE_INK_GRID, 0.08 * em,
                      SCOPE_DASH_SOLID, -1, rect->x, rect->y, rect->x + rect->width, rect->y);
  scope_draw_line (drawing, SCOPE_ROLE_CAPTION, 0, SCOPE_INK_TEXT,
                   scope_line_ellipsize (title, right - left - dots - em), left,
                   rect->y + 1.5 * em);
  draw_dots (drawing, right, rect->y + 1.1 * em);
  draw_text (drawing, stage->text, left, right - left, rect->y + 1.88 * em);
}

void
scope_draw_stage (ScopeDrawing *drawing)
{
  draw_derivation (drawing);
  draw_caption (drawing);
}
