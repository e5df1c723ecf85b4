/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "end-labels.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "batch.h"
#include "bidi.h"
#include "ghost-mark.h"
#include "many.h"
#include "panel-kinds.h"
#include "shown.h"

#define TEXT_SIZE 0.95
#define LINE_HEIGHT 1.4
#define MARK_SIZE 0.62
/* Of a flower's number, smaller than names. */
#define FLOWER_SIZE 0.88
#define FLOWER_MARK 0.52
#define FLOWER_GAP 0.55
#define LEAST_SIZE 0.78 /* of that, where many curves were kept */
#define MOST_ROWS (SCOPE_N_TRACES + 1)
/* Beyond the panel there is room for a little more, beside its title and the next one's. */
#define ABOVE 0.6
#define BELOW 0.5
#define LAST_GAP 0.45

typedef struct
{
  const ScopeEndGroup *group; /* NULL: the guess line */
  unsigned folded;            /* kept curves that share this row: bit k for curve k */
  double target_y, y;
} Row;

typedef struct
{
  ScopeCanvas *canvas;
  const ScopeSubject *subject;
  const ScopePlan *plan;
  const ScopePanelArea *panel;
  ScopeInk ink; /* of the observed case */
  double top, bottom, height, em;
  Row row[MOST_ROWS];
  guint n;
} Column;

void
scope_end_labels_add (ScopeEndLabels *labels, unsigned k, double end_y)
{
  labels->group[labels->n++] = (ScopeEndGroup) { .first = k, .members = 1u << k, .end_y = end_y };
}

void
scope_end_labels_add_flower (ScopeEndLabels *labels, size_t row, double end_y, double near)
{
  ScopeEndGroup *last = labels->n > 0 ? &labels->group[labels->n - 1] : NULL;

  if (last == NULL || last->n_flowers == 0 || fabs (end_y - last->end_y) > near)
    {
      last = &labels->group[labels->n++];
      *last = (ScopeEndGroup) { .end_y = end_y };
    }
  last->flower[last->n_flowers++] = row;
}

/* Sorted by where the curves end, moved apart by the least that separates them. */
static void
settle (Column *column)
{
  Row *rows = column->row;
  double from = column->top, limit = column->bottom;

  for (guint i = 1; i < column->n; i++)
    for (guint j = i; j > 0 && rows[j].target_y < rows[j - 1].target_y; j--)
      {
        Row swap = rows[j];

        rows[j] = rows[j - 1];
        rows[j - 1] = swap;
      }
  for (guint i = 0; i < column->n; i++)
    {
      rows[i].y = fmax (rows[i].target_y, from);
      from = rows[i].y + column->height;
    }
  for (guint i = column->n; i-- > 0;)
    {
      rows[i].y = fmin (rows[i].y, limit);
      limit = rows[i].y - column->height;
    }
}

/* --- Room for the rows */

static guint
n_that_fit (const Column *column)
{
  return 1 + (guint) fmax ((column->bottom - column->top) / column->height + 1e-6, 0);
}

/* The last kept curves share the last of their rows, until all fit. */
static void
fold (Column *column, guint most)
{
  while (column->n > most && column->n > 1)
    {
      Row *last = &column->row[column->n - 1], *before = last - 1;

      if (last->group->first < SCOPE_N_CLASSES || before->group->first < SCOPE_N_CLASSES)
        return;
      before->folded |= before->group->members | last->group->members | last->folded;
      column->n--;
    }
}

static void
make_room (Column *column)
{
  const ScopePanelArea *panel = column->panel;
  gboolean last = panel->kind == column->plan->panels[column->plan->n_panels - 1].kind;
  double em = column->em,
         least = fmin (scope_canvas_least (column->canvas, LEAST_SIZE * TEXT_SIZE) / TEXT_SIZE, 1);

  /* The digits of the axis stand below the last panel, the longest beside the corner, too. */
  column->bottom -= last ? LAST_GAP * em : 0;
  if (column->n <= n_that_fit (column))
    return;
  column->top -= ABOVE * em;
  column->bottom += last ? 0 : BELOW * em;
  for (int step = 0; step < 5 && column->n > n_that_fit (column); step++)
    {
      column->em = em * (1 - (1 - least) * (step + 1) / 5);
      column->height = LINE_HEIGHT * column->em;
    }
  fold (column, n_that_fit (column));
}

/* --- Text */

static char *
case_text (const ScopeSubject *subject, const ScopeEndGroup *group, ScopePanel panel)
{
  unsigned cases = group->members & ((1u << SCOPE_N_CLASSES) - 1);
  g_autofree char *name = scope_bidi_isolate (subject->figure->classes.name[group->first]);

  if (cases != 1u << group->first)
    return g_strdup (_ ("one curve"));
  if (group->first == subject->figure->parameters.observed || scope_panel_kinds[panel].all_cases)
    return g_steal_pointer (&name);
  /* Translators: the loss if that class had been observed. */
  return g_strdup_printf (_ ("if %s"), name);
}

static guint
count_bits (unsigned bits)
{
  guint n = 0;

  for (; bits != 0; bits &= bits - 1)
    n++;
  return n;
}

/* "Setosa", "Setosa = my first try", "my first try", "my first try = another". More names than two
 * have no room: their marks say which they are. */
static char *
group_text (const ScopeSubject *subject, const ScopeEndGroup *group, ScopePanel panel)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (count_bits (group->members) > 2)
    return g_strdup (_ ("one curve"));
  if (group->first < SCOPE_N_CLASSES)
    {
      g_autofree char *own = case_text (subject, group, panel);

      g_string_append (text, own);
    }
  for (unsigned i = 0; i < scope_shown_count_ghosts (subject->figure); i++)
    if (group->members & 1u << (SCOPE_N_CLASSES + i))
      {
        g_autofree char *name = scope_bidi_isolate (subject->figure->ghosts[i].name);

        g_string_append_printf (text, "%s%s", text->len > 0 ? " = " : "", name);
      }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const char *
guess_text (void)
{
  return _ ("ln 3: pure guess");
}

static char *
row_text (const Column *column, const Row *row)
{
  if (row->group == NULL)
    return g_strdup (guess_text ());
  if (row->group->name != NULL)
    return g_strdup (row->group->name);
  if (row->folded != 0)
    /* Translators: how many curves share a label where there is no room for their names. */
    return g_strdup_printf (ngettext ("%u curve", "%u curves", count_bits (row->folded)),
                            count_bits (row->folded));
  return group_text (column->subject, row->group, column->panel->kind);
}

double
scope_end_labels_text_width (const ScopeCanvas *canvas, ScopeFace face, const char *text)
{
  return scope_canvas_text_width (canvas, canvas->em * TEXT_SIZE, face, text);
}

double
scope_end_labels_width (ScopeCanvas *canvas, const ScopeSubject *subject)
{
  double em = canvas->em, mark = (MARK_SIZE + 0.35) * em;
  /* Without a mark, and with two of them. */
  double widest = fmax (scope_end_labels_text_width (canvas, SCOPE_FACE_TEXT, guess_text ()) - mark,
                        scope_end_labels_text_width (canvas, SCOPE_FACE_TEXT, _ ("one curve")) + mark);

  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    {
      const ScopeEndGroup group = { .first = k, .members = 1u << k };
      gboolean observed = k == subject->figure->parameters.observed;
      g_autofree char *text = case_text (subject, &group, SCOPE_PANEL_LOSS);

      widest = fmax (widest, scope_end_labels_text_width (
                               canvas, observed ? SCOPE_FACE_TEXT_BOLD : SCOPE_FACE_TEXT, text));
    }
  return widest;
}

/* --- Drawing */

/* "■ 2  ▲ 3", as many as there is room for. */
static void
draw_flowers (const Column *column, const Row *row)
{
  ScopeCanvas *canvas = column->canvas;
  const ScopeSubject *subject = column->subject;
  const ScopePlan *plan = column->plan;
  const ScopeBatchRow *rows = subject->figure->many->rows;
  double em = fmax (column->em * FLOWER_SIZE, scope_canvas_least_px (canvas) / TEXT_SIZE), x = plan->label_x;

  for (unsigned i = 0; i < row->group->n_flowers; i++)
    {
      size_t flower = row->group->flower[i];
      g_autofree char *text = g_strdup_printf ("%u", (guint) flower + 1);
      g_autoptr (ScopeLine) line = scope_line_new_text (canvas->fonts, em * TEXT_SIZE, SCOPE_FACE_TEXT, text);
      ScopeLineSize size;

      scope_line_get_size (line, &size);
      if (x + (FLOWER_MARK + 0.3) * em + size.width_px > plan->label_x + plan->label_width)
        return;
      scope_canvas_draw_mark (canvas, rows[flower].observed, SCOPE_INK_TEXT_DIM, x + FLOWER_MARK / 2 * em,
                              row->y, FLOWER_MARK * em);
      x += (FLOWER_MARK + 0.3) * em;
      scope_canvas_draw_line (canvas, &scope_role_flower_label,
                              SCOPE_FLOWER_INDEX (column->panel->kind, flower), SCOPE_INK_TEXT_DIM,
                              g_steal_pointer (&line), x, row->y + 0.34 * em);
      x += size.width_px + FLOWER_GAP * em;
    }
}

/* The marks of what the row is about, beside each other; where its text begins. */
static double
draw_row_marks (const Column *column, const Row *row, ScopeInk ink)
{
  ScopeCanvas *canvas = column->canvas;
  const ScopePlan *plan = column->plan;
  double em = column->em, x = plan->label_x, size = MARK_SIZE * em;
  unsigned members = row->folded != 0 ? row->folded : row->group->members;
  double gap = (count_bits (members) > 3 ? 0.15 : 0.35) * em;

  for (unsigned k = 0; k < SCOPE_N_TRACES; k++)
    {
      if (!(members & 1u << k))
        continue;
      if (k < SCOPE_N_CLASSES)
        scope_canvas_draw_mark (canvas, k, ink, x + size / 2, row->y, size);
      else
        scope_ghost_mark_draw (canvas, k - SCOPE_N_CLASSES, SCOPE_INK_NONE, SCOPE_INK_TEXT_DIM, x + size / 2,
                               row->y, size);
      x += size + gap;
    }
  return x + 0.35 * em - gap;
}

static void
draw_leader (const Column *column, const Row *row)
{
  ScopeCanvas *canvas = column->canvas;
  const ScopePlan *plan = column->plan;
  double em = canvas->em, edge = column->panel->rect.x + column->panel->rect.width;

  if (fabs (row->y - row->target_y) > 0.3 * em)
    scope_canvas_draw_segment (canvas, &scope_role_leader, 0, SCOPE_INK_AXIS, 0.8 * canvas->unit,
                               SCOPE_DASH_SOLID, -1, edge + 0.08 * em, row->target_y,
                               plan->label_x - 0.12 * em, row->y);
}

static void
draw_row (const Column *column, const Row *row)
{
  ScopeCanvas *canvas = column->canvas;
  const ScopeSubject *subject = column->subject;
  const ScopePlan *plan = column->plan;
  const ScopeEndGroup *group = row->group;
  ScopePanel kind = column->panel->kind;
  gboolean observed = group != NULL && group->first == subject->figure->parameters.observed;
  ScopeInk ink = observed ? column->ink : SCOPE_INK_TEXT_DIM;
  const ScopeRole *role = group == NULL                    ? &scope_role_guess_label
                          : group->first < SCOPE_N_CLASSES ? &scope_role_curve_label
                                                           : &scope_role_ghost_label;
  int index = group == NULL                    ? 0
              : group->first < SCOPE_N_CLASSES ? SCOPE_CURVE_INDEX (kind, group->first)
                                               : SCOPE_GHOST_INDEX (kind, group->first - SCOPE_N_CLASSES);
  double x = group != NULL ? draw_row_marks (column, row, ink) : plan->label_x;
  g_autofree char *text = row_text (column, row);
  g_autoptr (ScopeLine) whole = scope_line_new_text (canvas->fonts, column->em * TEXT_SIZE,
                                                     observed ? SCOPE_FACE_TEXT_BOLD : SCOPE_FACE_TEXT, text);

  draw_leader (column, row);
  scope_canvas_draw_line (canvas, role, index, ink,
                          scope_line_ellipsize (whole, plan->label_x + plan->label_width - x), x,
                          row->y + 0.34 * column->em);
}

/* While there is room for one more row. */
static void
add_flowers (Column *column, const ScopeEndLabels *labels)
{
  const ScopeRect *rect = &column->panel->rect;

  for (guint i = 0; i < labels->n && column->n < MOST_ROWS; i++)
    {
      const ScopeEndGroup *group = &labels->group[i];

      if (group->n_flowers > 0 && (column->n + 1) * column->height <= rect->height)
        column->row[column->n++]
          = (Row) { group, 0, CLAMP (group->end_y, rect->y, rect->y + rect->height), 0 };
    }
}

void
scope_end_labels_draw (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
                       const ScopePanelArea *panel, const ScopeEndLabels *labels)
{
  double top = panel->rect.y, bottom = panel->rect.y + panel->rect.height;
  double guess_y = scope_scale_to_px (&panel->y, SCOPE_GUESS_LOSS);
  Column column = { .canvas = canvas,
                    .subject = subject,
                    .plan = plan,
                    .panel = panel,
                    .ink = labels->ink,
                    .top = top,
                    .bottom = bottom,
                    .height = LINE_HEIGHT * canvas->em,
                    .em = canvas->em };

  for (guint i = 0; i < labels->n && labels->group[i].n_flowers == 0; i++)
    column.row[column.n++] = (Row) { &labels->group[i], 0, CLAMP (labels->group[i].end_y, top, bottom), 0 };
  if (panel->kind == SCOPE_PANEL_LOSS && (subject->figure->show & SCOPE_SHOW_GUESS) && guess_y > top
      && guess_y < bottom && (column.n + 1) * column.height <= panel->rect.height + column.height)
    column.row[column.n++] = (Row) { NULL, 0, guess_y, 0 };
  add_flowers (&column, labels);

  make_room (&column);
  settle (&column);
  for (guint i = 0; i < column.n; i++)
    if (column.row[i].group != NULL && column.row[i].group->n_flowers > 0)
      {
        draw_leader (&column, &column.row[i]);
        draw_flowers (&column, &column.row[i]);
      }
    else
      draw_row (&column, &column.row[i]);
}
