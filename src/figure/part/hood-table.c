/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "hood-table.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "canvas.h"
#include "hood-private.h"
#include "hood-text.h"
#include "hood-write.h"
#include "hood.h"
#include "markup.h"
#include "subject.h"

/* Naive arithmetic beside the stable forms. */

/* In em of the block. */
#define HEADING_HEIGHT 1.8
#define ROW_HEIGHT 1.44
#define GAP 0.9
#define MARK_SIZE 0.62
#define TEXT_SIZE 1.0
#define LEAST_NAIVE 4.5
#define SMALLEST 0.6
#define WIDEST 27.0

typedef struct
{
  const ScopeHood *hood;
  char *labels[SCOPE_N_HOOD_ROWS]; /* Owned; markup */
  ScopeHoodCell cells[SCOPE_N_HOOD_ROWS];
  double size;
  double naive_right, word_left, stable_right; /* from the table's left edge */
} Table;

static char *
row_label (const ScopeSubject *subject, ScopeHoodRow row)
{
  unsigned o = subject->figure->parameters.observed;
  g_autofree char *name = scope_subject_subscript (subject, o);

  switch (row)
    {
    case SCOPE_HOOD_EXPONENTIAL:
      return g_strdup_printf ("exp *z*_%u", o + 1);
    case SCOPE_HOOD_SUM:
      return g_strdup ("`∑` exp *z*_{k}");
    case SCOPE_HOOD_PROBABILITY:
      return g_strdup_printf ("*p*_{%s}", name);
    case SCOPE_HOOD_LOSS:
      return g_strdup ("*L*");
    case SCOPE_HOOD_PRODUCT:
    default:
      return g_strdup ("*∂L*/*∂b*_3");
    }
}

static const char *
stable_heading (void)
{
  /* Translators: the heading of numbers for which the largest logit was first taken off. */
  return _ ("!stable!  *z* − max *z*");
}

static double
measure (const Table *table, const char *text)
{
  g_autofree char *markup = scope_markup_escape (text);

  return scope_hood_measure (table->hood, markup, table->size);
}

/* Where the columns stand at the present size, to the table's right edge; how wide they are. */
static double
set_columns (Table *table)
{
  double em = table->size * table->hood->em, label = 0, naive = LEAST_NAIVE * em, word = 0;
  double stable = scope_hood_measure (table->hood, stable_heading (), table->size);

  for (guint i = 0; i < SCOPE_N_HOOD_ROWS; i++)
    {
      const char *text = scope_hood_word (table->cells[i].status);

      label = fmax (label, scope_hood_measure (table->hood, table->labels[i], table->size));
      naive = fmax (naive, measure (table, table->cells[i].naive));
      word = fmax (word, text[0] != '\0' ? measure (table, text) + (MARK_SIZE + 0.3) * em : 0);
      stable = fmax (stable, measure (table, table->cells[i].stable));
    }
  table->naive_right = label + GAP * em + naive;
  table->word_left = table->naive_right + 0.5 * em;
  table->stable_right = fmin (table->hood->table.width, WIDEST * table->hood->em);
  return table->word_left + word + GAP * em + stable;
}

/* Four shapes for four kinds of trouble: up, down, a cross, a lozenge. */
static void
draw_mark (const Table *table, ScopeNaiveStatus status, double x, double y)
{
  ScopeCanvas *canvas = table->hood->canvas;
  double half = MARK_SIZE * table->size * table->hood->em / 2;
  const ScopePoint up[] = { { x, y - half }, { x + half, y + half }, { x - half, y + half } };
  const ScopePoint down[] = { { x, y + half }, { x + half, y - half }, { x - half, y - half } };
  const ScopePoint lozenge[] = { { x, y - half }, { x + half, y }, { x, y + half }, { x - half, y } };
  gboolean falls = status == SCOPE_NAIVE_UNDERFLOWS || status == SCOPE_NAIVE_ROUNDS_TO_ZERO;
  const ScopePoint *shape = status == SCOPE_NAIVE_OVERFLOWS ? up : falls ? down : lozenge;
  int index = 10 + (int) status;

  if (scope_hood_naive_is_undefined (status))
    {
      for (int way = -1; way <= 1; way += 2)
        scope_canvas_draw_segment (canvas, &scope_role_hood_mark, index, SCOPE_INK_TEXT, 0.4 * half,
                                   SCOPE_DASH_SOLID, -1, x - half, y - way * half, x + half, y + way * half);
      return;
    }
  scope_canvas_draw_polygon (canvas, &scope_role_hood_mark, index, SCOPE_INK_TEXT, shape,
                             status == SCOPE_NAIVE_INEXACT ? 4 : 3);
}

static void
put (const Table *table, unsigned quantity, ScopeInk ink, const char *markup, ScopeAlign align, double x,
     double baseline)
{
  scope_hood_write (table->hood, quantity, ink, markup, align, table->size,
                    scope_hood_measure (table->hood, markup, table->size) + 1, table->hood->table.x + x,
                    baseline);
}

static void
draw_row (const Table *table, guint i)
{
  const ScopeHoodCell *cell = &table->cells[i];
  double em = table->hood->em, size = table->size * em;
  double baseline = table->hood->table.y + (HEADING_HEIGHT + (i + 1) * ROW_HEIGHT - 0.4) * em;
  g_autofree char *naive = scope_markup_escape (cell->naive);
  g_autofree char *stable = scope_markup_escape (cell->stable);
  gboolean fine = cell->status == SCOPE_NAIVE_FINE;

  put (table, 0, SCOPE_INK_TEXT, table->labels[i], SCOPE_ALIGN_LEFT, 0, baseline);
  put (table, cell->quantity, fine ? SCOPE_INK_TEXT_DIM : SCOPE_INK_TEXT, naive, SCOPE_ALIGN_RIGHT,
       table->naive_right, baseline);
  put (table, cell->quantity, SCOPE_INK_TEXT, stable, SCOPE_ALIGN_RIGHT, table->stable_right, baseline);
  if (fine)
    return;
  draw_mark (table, cell->status, table->hood->table.x + table->word_left + MARK_SIZE * size / 2,
             baseline - 0.35 * size);
  put (table, 0, SCOPE_INK_TEXT, scope_hood_word (cell->status), SCOPE_ALIGN_LEFT,
       table->word_left + (MARK_SIZE + 0.3) * size, baseline);
}

static void
draw_heading (const Table *table)
{
  const ScopeRect *rect = &table->hood->table;
  double em = table->hood->em, y = rect->y + HEADING_HEIGHT * em - 0.1 * em;
  g_autofree char *naive = g_strdup_printf ("!%s!", _ ("naive"));

  put (table, 0, SCOPE_INK_TEXT, naive, SCOPE_ALIGN_RIGHT, table->naive_right, y - 0.45 * em);
  put (table, 0, SCOPE_INK_TEXT, stable_heading (), SCOPE_ALIGN_RIGHT, table->stable_right, y - 0.45 * em);
  scope_canvas_draw_segment (table->hood->canvas, &scope_role_hood_mark, 5, SCOPE_INK_AXIS,
                             table->hood->canvas->unit, SCOPE_DASH_SOLID, -1, rect->x, y,
                             rect->x + table->stable_right, y);
}

void
scope_hood_draw_table (const ScopeHood *hood)
{
  const ScopeSubject *subject = hood->subject;
  Table table = { .hood = hood, .size = TEXT_SIZE };
  ScopeNaiveOutcome naive;
  gboolean fits;

  if (scope_hood_naive (&subject->figure->parameters, &naive) != SCOPE_STATUS_OK)
    return;
  for (guint i = 0; i < SCOPE_N_HOOD_ROWS; i++)
    {
      table.labels[i] = row_label (subject, (ScopeHoodRow) i);
      scope_hood_cell_init (&table.cells[i], subject, &naive, (ScopeHoodRow) i);
    }
  while (!(fits = set_columns (&table) <= fmin (hood->table.width, WIDEST * hood->em))
         && table.size * 0.96 >= scope_hood_least (hood, SMALLEST))
    table.size *= 0.96;
  if (fits)
    draw_heading (&table);
  for (guint i = 0; i < SCOPE_N_HOOD_ROWS && fits; i++)
    draw_row (&table, i);
  for (guint i = 0; i < SCOPE_N_HOOD_ROWS; i++)
    {
      g_free (table.labels[i]);
      scope_hood_cell_clear (&table.cells[i]);
    }
}
