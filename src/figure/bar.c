/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "drawing.h"

#include <math.h>

#include "shown.h"

/* The bar and what is written under it. */

#define OUTLINE_WIDTH 2.4

/* Segments are as wide as their probability, all alike where that is hidden; one of next to nothing
 * keeps a hair. */
static void
find_segments (const ScopeDrawing *drawing, ScopeRect segments[SCOPE_N_CLASSES])
{
  double x = drawing->bar.x;

  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    {
      double part = scope_drawing_hides (drawing, SCOPE_PLACE_PROBABILITY)
                      ? 1.0 / SCOPE_N_CLASSES
                      : drawing->outcome->p[k];
      double width = part * drawing->bar.width;

      segments[k] = (ScopeRect) { x, drawing->bar.y, width, drawing->bar.height };
      x += width;
    }
}

static void
draw_segment_label (ScopeDrawing *drawing, unsigned k, const ScopeRect *segment)
{
  double em = drawing->em, mark = 0.6 * em, room = segment->width - 0.5 * em;
  const char *number = drawing->factors.p[k];
  g_autofree char *both = g_strdup_printf ("%s  %s", drawing->figure->class_names[k], number);
  const char *const texts[] = { both, number, number };
  static const double sizes[] = { 0.95, 0.95, 0.8 };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (ScopeLine) line
        = scope_line_new_text (drawing->fonts, em * scope_drawing_least (drawing, sizes[i]), SCOPE_FACE_TEXT, texts[i]);
      double width = scope_drawing_slot_width (drawing, line) + 1.5 * mark;
      double x = segment->x + (segment->width - width) / 2;
      ScopeLineSize size;

      if (width > room)
        continue;
      scope_line_get_size (line, &size);
      scope_draw_mark (drawing, k, SCOPE_INK_ON_CLASS, x + mark / 2,
                       segment->y + segment->height / 2, mark);
      scope_draw_line (drawing, SCOPE_ROLE_BAR_LABEL, (int) k, SCOPE_INK_ON_CLASS,
                       g_steal_pointer (&line), x + 1.5 * mark,
                       segment->y + (segment->height + size.ascent_px - size.descent_px) / 2);
      return;
    }
  if (mark < room)
    scope_draw_mark (drawing, k, SCOPE_INK_ON_CLASS, segment->x + segment->width / 2,
                     segment->y + segment->height / 2, mark);
}

/* The outline lies inside the bar, so that the neighbours do not hide it. */
static void
draw_outline (ScopeDrawing *drawing, const ScopeRect *segment)
{
  double width = OUTLINE_WIDTH * drawing->unit, least = 3 * width;
  ScopeRect outline = *segment;

  if (outline.width < least)
    {
      outline.x -= (least - outline.width) / 2;
      outline.width = least;
      outline.x = CLAMP (outline.x, drawing->bar.x, drawing->bar.x + drawing->bar.width - least);
    }
  outline.x += width / 2;
  outline.width -= width;
  outline.y -= width;
  outline.height += 2 * width;
  scope_draw_rect (drawing, SCOPE_ROLE_BAR_OUTLINE, (int) drawing->figure->parameters.observed,
                   &outline, SCOPE_INK_NONE, scope_many_chain_ink (drawing->figure), width, width);
}

/* Predicted minus observed under each segment, as much of it as there is room for. */
typedef enum
{
  SCOPE_RESIDUAL_WHOLE, /* "p₁ − 1 = −0.8491" */
  SCOPE_RESIDUAL_NAMED, /* "p − y = −0.8491" first, then values */
  SCOPE_RESIDUAL_BARE,
} ScopeResidualForm;

static ScopeLine *
new_residual (ScopeDrawing *drawing, unsigned k, ScopeResidualForm form)
{
  gboolean observed = k == drawing->figure->parameters.observed;
  const char *difference = drawing->factors.dl_dz[k];
  const char *bold = k == scope_drawing_gradient_class (drawing) ? "!" : "";
  g_autofree char *value = g_strconcat (bold, difference, bold, NULL);
  g_autofree char *markup = NULL;

  if (form == SCOPE_RESIDUAL_WHOLE)
    markup = g_strdup_printf ("*p*_%u − %d = %s", k + 1, observed ? 1 : 0, value);
  else if (form == SCOPE_RESIDUAL_NAMED && k == 0)
    markup = g_strdup_printf ("*p* − *y* = %s", value);
  else
    markup = g_strdup (value);
  return scope_line_new_markup (drawing->fonts, drawing->em * 0.95, SCOPE_FACE_TEXT, markup);
}

/* Centred under their segments, pushed apart from the left and then back from the right. */
static gboolean
spread (const ScopeRect *row, double gap, const double widths[SCOPE_N_CLASSES],
        double x[SCOPE_N_CLASSES])
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
draw_residuals (ScopeDrawing *drawing, const ScopeRect segments[SCOPE_N_CLASSES],
                ScopeResidualForm form)
{
  ScopeLine *lines[SCOPE_N_CLASSES];
  double widths[SCOPE_N_CLASSES], x[SCOPE_N_CLASSES];
  gboolean fits;

  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    {
      lines[k] = new_residual (drawing, k, form);
      widths[k] = scope_drawing_slot_width (drawing, lines[k]);
      x[k] = segments[k].x + (segments[k].width - widths[k]) / 2;
    }
  fits = spread (&drawing->residuals, drawing->em, widths, x);
  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    {
      gboolean is_gradient = k == scope_drawing_gradient_class (drawing);

      if (fits)
        scope_draw_line (drawing, SCOPE_ROLE_RESIDUAL, (int) k,
                         is_gradient ? scope_many_chain_ink (drawing->figure) : SCOPE_INK_TEXT_DIM,
                         lines[k], x[k],
                         drawing->residuals.y + 1.25 * drawing->em);
      else
        scope_line_unref (lines[k]);
    }
  return fits;
}

void
scope_draw_bar (ScopeDrawing *drawing)
{
  gboolean print = drawing->figure->theme == SCOPE_THEME_PRINT;
  ScopeRect segments[SCOPE_N_CLASSES];

  if (drawing->bar.height <= 0 || !drawing->valid)
    return;

  find_segments (drawing, segments);
  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    {
      ScopeRect inner = segments[k];

      /* A hair between neighbours. */
      if (inner.width > 3 * drawing->unit && k < 2)
        inner.width -= drawing->unit;
      scope_draw_rect (drawing, SCOPE_ROLE_BAR, (int) k, &inner,
                       (ScopeInk) (SCOPE_INK_CLASS_1 + k),
                       print ? SCOPE_INK_AXIS : SCOPE_INK_NONE, drawing->unit, 0);
      draw_segment_label (drawing, k, &segments[k]);
      scope_scene_add_zone (drawing->scene, SCOPE_ZONE_SEGMENT, (int) k, &segments[k]);
    }
  draw_outline (drawing, &segments[drawing->figure->parameters.observed]);
  for (int form = SCOPE_RESIDUAL_WHOLE; form <= SCOPE_RESIDUAL_BARE; form++)
    if (drawing->residuals.height <= 0 || draw_residuals (drawing, segments, (ScopeResidualForm) form))
      break;
}
