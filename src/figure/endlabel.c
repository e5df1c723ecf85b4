/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "endlabel.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define TEXT_SIZE 0.95
#define LINE_HEIGHT 1.4
#define MARK_SIZE 0.62
#define MOST_ROWS 4
/* The loss of a network that gives each class 1/3. */
#define LN_3 1.0986122886681098

typedef struct
{
  const ScopeEndGroup *group; /* NULL: the guess line */
  double target_y, y;
} Row;

void
scope_end_labels_add (ScopeEndLabels *labels, unsigned k, double end_y)
{
  labels->group[labels->n++] = (ScopeEndGroup) { k, 1u << k, end_y };
}

/* Sorted by where the curves end, moved apart by the least that separates them. */
static void
settle (Row *rows, guint n, const ScopeRect *rect, double height)
{
  double from = rect->y, limit = rect->y + rect->height;

  for (guint i = 1; i < n; i++)
    for (guint j = i; j > 0 && rows[j].target_y < rows[j - 1].target_y; j--)
      {
        Row swap = rows[j];

        rows[j] = rows[j - 1];
        rows[j - 1] = swap;
      }
  for (guint i = 0; i < n; i++)
    {
      rows[i].y = fmax (rows[i].target_y, from);
      from = rows[i].y + height;
    }
  for (guint i = n; i-- > 0;)
    {
      rows[i].y = fmin (rows[i].y, limit);
      limit = rows[i].y - height;
    }
}

static char *
group_text (const ScopeDrawing *drawing, const ScopeEndGroup *group, ScopePanel panel)
{
  const char *name = drawing->figure->class_names[group->first];

  if (group->members != 1u << group->first)
    return g_strdup (_ ("one curve"));
  if (group->first == drawing->figure->parameters.observed || panel == SCOPE_PANEL_PROBABILITY)
    return g_strdup (name);
  /* Translators: the loss if that class had been observed. */
  return g_strdup_printf (_ ("if %s"), name);
}

static void
draw_text (ScopeDrawing *drawing, ScopeRole role, int index, ScopeInk ink, ScopeFace face,
           const char *text, double x, double y)
{
  g_autoptr (ScopeLine) whole
    = scope_line_new_text (drawing->fonts, drawing->em * TEXT_SIZE, face, text);
  ScopeLine *line
    = scope_line_ellipsize (whole, drawing->label_x + drawing->label_width - x);

  scope_draw_line (drawing, role, index, ink, line, x, y + 0.34 * drawing->em);
}

static void
draw_row (ScopeDrawing *drawing, const ScopePanelArea *panel, const ScopeEndLabels *labels,
          const Row *row)
{
  double em = drawing->em, x = drawing->label_x, edge = panel->rect.x + panel->rect.width;
  gboolean observed = row->group != NULL
                      && row->group->first == drawing->figure->parameters.observed;
  ScopeInk ink = observed ? labels->ink : SCOPE_INK_TEXT_DIM;

  if (fabs (row->y - row->target_y) > 0.3 * em)
    scope_draw_segment (drawing, SCOPE_ROLE_LEADER, 0, SCOPE_INK_AXIS, 0.8 * drawing->unit,
                        SCOPE_DASH_SOLID, -1, edge + 0.08 * em, row->target_y, x - 0.12 * em,
                        row->y);
  if (row->group == NULL)
    {
      draw_text (drawing, SCOPE_ROLE_GUESS_LABEL, 0, SCOPE_INK_TEXT_DIM, SCOPE_FACE_TEXT,
                 _ ("ln 3: pure guess"), x, row->y);
      return;
    }

  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    if (row->group->members & 1u << k)
      {
        scope_draw_mark (drawing, k, ink, x + MARK_SIZE / 2 * em, row->y, MARK_SIZE * em);
        x += (MARK_SIZE + 0.35) * em;
      }
  g_autofree char *text = group_text (drawing, row->group, panel->kind);
  draw_text (drawing, SCOPE_ROLE_CURVE_LABEL,
             SCOPE_CURVE_INDEX (panel->kind, row->group->first), ink,
             observed ? SCOPE_FACE_TEXT_BOLD : SCOPE_FACE_TEXT, text, x, row->y);
}

void
scope_draw_end_labels (ScopeDrawing *drawing, const ScopePanelArea *panel,
                       const ScopeEndLabels *labels)
{
  Row rows[MOST_ROWS];
  guint n = 0;
  double top = panel->rect.y, bottom = panel->rect.y + panel->rect.height;
  double height = LINE_HEIGHT * drawing->em;
  double guess_y = scope_scale_to_px (&panel->y, LN_3);

  for (guint i = 0; i < labels->n; i++)
    rows[n++] = (Row) { &labels->group[i], CLAMP (labels->group[i].end_y, top, bottom), 0 };
  if (panel->kind == SCOPE_PANEL_LOSS && (drawing->figure->show & SCOPE_SHOW_GUESS)
      && guess_y > top && guess_y < bottom && (n + 1) * height <= panel->rect.height + height)
    rows[n++] = (Row) { NULL, guess_y, 0 };

  settle (rows, n, &panel->rect, height);
  for (guint i = 0; i < n; i++)
    draw_row (drawing, panel, labels, &rows[i]);
}
