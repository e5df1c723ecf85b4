/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remarks.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The factors spelled out, how they cancel, the punch line, and the rows of remarks below them. */

/* In the columns' em. */
#define FRACTION_ROW 2.9
#define TEXT_ROW 1.8
#define END_GAP 0.4
#define SIZE 1.1
#define LEAST_SIZE 0.5

typedef void (*WriteRow) (ScopePen *pen);

static void
put (ScopePen *pen, ScopeInk ink, const char *markup)
{
  scope_pen_text (pen, SCOPE_ROLE_STEP, 0, ink, markup);
}

/* −1/p_o · p_o(1 − p_o) · w, or −1/p_o · (−p_o·p_k) · w; the p_o that cancel struck through. */
static void
write_factors (ScopePen *pen, gboolean struck)
{
  ScopeDrawing *drawing = pen->drawing;
  unsigned k = drawing->path;
  gboolean own = k == drawing->figure->parameters.observed;
  g_autofree char *p = scope_derivation_p (drawing, drawing->figure->parameters.observed);
  g_autofree char *p_k = scope_derivation_p (drawing, k);
  g_autofree char *rest = own ? g_strdup_printf ("(1 − %s)", p) : g_strdup_printf ("·%s)", p_k);
  double from;

  put (pen, SCOPE_INK_TEXT, "=  −");
  from = pen->x;
  scope_pen_fraction (pen, SCOPE_ROLE_STEP, 0, SCOPE_INK_DL_DP, "1", p);
  if (struck)
    {
      ScopePen below = *pen;

      below.axis += 0.72 * pen->size_px;
      scope_pen_strike (&below, from);
    }
  put (pen, SCOPE_INK_TEXT, own ? " · " : " · (−");
  from = pen->x;
  put (pen, SCOPE_INK_DP_DZ, p);
  if (struck)
    scope_pen_strike (pen, from);
  put (pen, SCOPE_INK_DP_DZ, rest);
  put (pen, SCOPE_INK_TEXT, " · ");
  put (pen, SCOPE_INK_DZ_DB, drawing->factors.dz_db[k]);
}

/* For several paths: the same for each k, under one sum. */
static void
write_general (ScopePen *pen, gboolean struck)
{
  g_autofree char *p
    = scope_derivation_p (pen->drawing, pen->drawing->figure->parameters.observed);
  double from;

  put (pen, SCOPE_INK_TEXT, "=  ∑_{*k*}  −");
  from = pen->x;
  scope_pen_fraction (pen, SCOPE_ROLE_STEP, 0, SCOPE_INK_DL_DP, "1", p);
  if (struck)
    {
      ScopePen below = *pen;

      below.axis += 0.72 * pen->size_px;
      scope_pen_strike (&below, from);
    }
  put (pen, SCOPE_INK_TEXT, " · ");
  from = pen->x;
  put (pen, SCOPE_INK_DP_DZ, p);
  if (struck)
    scope_pen_strike (pen, from);
  put (pen, SCOPE_INK_DP_DZ, "(*y*_{*k*} − *p*_{*k*})");
  put (pen, SCOPE_INK_TEXT, " · ");
  put (pen, SCOPE_INK_DZ_DB, "*w*_{*k*}");
}

static void
write_spelled (ScopePen *pen)
{
  if (pen->drawing->factors.n_wired > 1)
    write_general (pen, FALSE);
  else
    write_factors (pen, FALSE);
}

static void
write_cancelled (ScopePen *pen)
{
  ScopeDrawing *drawing = pen->drawing;
  unsigned k = drawing->path;
  gboolean own = k == drawing->figure->parameters.observed;
  g_autofree char *p_k = scope_derivation_p (drawing, k);
  g_autofree char *rest = own ? g_strdup_printf ("  =  −(1 − %s)", p_k)
                              : g_strdup_printf ("  =  %s", p_k);

  if (drawing->factors.n_wired > 1)
    {
      write_general (pen, TRUE);
      put (pen, SCOPE_INK_GRADIENT, "  =  ∑_{*k*} (*p*_{*k*} − *y*_{*k*}) · *w*_{*k*}");
      return;
    }
  write_factors (pen, TRUE);
  put (pen, SCOPE_INK_GRADIENT, rest);
  if (drawing->figure->parameters.w[k] != 1)
    {
      put (pen, SCOPE_INK_TEXT, " · ");
      put (pen, SCOPE_INK_DZ_DB, drawing->factors.dz_db[k]);
    }
}

static void
write_words (ScopePen *pen)
{
  scope_pen_text (pen, SCOPE_ROLE_STEP, 0, SCOPE_INK_TEXT, _ ("predicted minus observed"));
}

/* ∂L/∂z_k = p_k − y_k, with its numbers. */
static void
write_punch_line (ScopePen *pen)
{
  ScopeDrawing *drawing = pen->drawing;
  unsigned k = drawing->path;
  gboolean own = k == drawing->figure->parameters.observed;
  g_autofree char *p
    = scope_drawing_number_at (drawing, SCOPE_PLACE_PROBABILITY, drawing->outcome->p[k]);
  g_autofree char *difference
    = scope_drawing_number_at (drawing, SCOPE_PLACE_RESIDUAL, drawing->outcome->dl_dz[k]);
  g_autofree char *symbols
    = g_strdup_printf ("*∂L*/*∂z*_%u  =  *p*_%u − *y*_%u", k + 1, k + 1, k + 1);
  g_autofree char *numbers = g_strdup_printf ("  =  %s − %d  =  %s", p, own ? 1 : 0, difference);

  put (pen, SCOPE_INK_GRADIENT, symbols);
  put (pen, SCOPE_INK_TEXT, numbers);
  if (drawing->figure->stage != NULL)
    return;
  scope_pen_space (pen, 1.2);
  write_words (pen);
}

static void
write_hidden (ScopePen *pen)
{
  put (pen, SCOPE_INK_TEXT, "=  " SCOPE_HIDDEN);
}

/* Twice: once to see how long it is, and once, smaller where it must be, to write it. */
static void
draw_row (ScopeDrawing *drawing, WriteRow write_row, unsigned row, double axis)
{
  ScopePen pen = { drawing, 0, axis, SIZE * drawing->columns.em, TRUE, row };
  double room = drawing->steps.width, least = LEAST_SIZE * drawing->columns.em, length;

  write_row (&pen);
  length = pen.x;
  if (length > room)
    pen.size_px *= 0.995 * room / length;
  if (pen.size_px < least)
    return;
  /* From the first node on where there is room for it, else from further left. */
  pen.x = CLAMP (drawing->columns.node_x[0], drawing->steps.x,
                 drawing->steps.x + fmax (room - length, 0));
  pen.dry = FALSE;
  write_row (&pen);
}

/* --- Which rows there are */

typedef struct
{
  WriteRow write;
  double height;
  unsigned show;         /* the part that it belongs to */
  unsigned row;          /* which of several of a kind */
  gboolean hall_only;    /* in a hall the punch line's words have a row of their own */
  unsigned places;       /* what it gives away: a blank slot where any of these is hidden */
} Row;

/* p_o − 1 or p(1 − p) is the number itself to who sees p. */
#define CLOSED SCOPE_PLACE_CLOSED_FORM
/* Which path counts tells where b₃ is wired. */
#define WIRING (SCOPE_PLACE_CLOSED_FORM | SCOPE_PLACE_DZ_DB)

static const Row rows[] = {
  { write_spelled, FRACTION_ROW, SCOPE_SHOW_STEPS, 0, FALSE, CLOSED },
  { write_cancelled, FRACTION_ROW, SCOPE_SHOW_STEPS, 0, FALSE, CLOSED },
  { write_punch_line, TEXT_ROW, SCOPE_SHOW_STEPS, 0, FALSE, CLOSED },
  { write_words, TEXT_ROW, SCOPE_SHOW_STEPS, 0, TRUE, CLOSED },
  { scope_write_article, TEXT_ROW, SCOPE_SHOW_MISTAKES, 0, FALSE, WIRING },
  { scope_write_right, TEXT_ROW, SCOPE_SHOW_MISTAKES, 0, FALSE, WIRING },
  { scope_write_diagonal, TEXT_ROW, SCOPE_SHOW_MISTAKES, 0, FALSE, WIRING },
  { scope_write_case, TEXT_ROW, SCOPE_SHOW_CASES, 0, FALSE, 0 },
  { scope_write_case, TEXT_ROW, SCOPE_SHOW_CASES, 1, FALSE, 0 },
  { scope_write_case, TEXT_ROW, SCOPE_SHOW_CASES, 2, FALSE, 0 },
  { scope_write_question, TEXT_ROW, SCOPE_SHOW_ANSWERS, 0, FALSE, 0 },
  { scope_write_answer, TEXT_ROW, SCOPE_SHOW_ANSWERS, 0, FALSE, 0 },
  { scope_write_answer, TEXT_ROW, SCOPE_SHOW_ANSWERS, 1, FALSE, 0 },
  { scope_write_answer, TEXT_ROW, SCOPE_SHOW_ANSWERS, 2, FALSE, 0 },
  { scope_write_answer, TEXT_ROW, SCOPE_SHOW_ANSWERS, 3, FALSE, 0 },
};

static gboolean
is_shown (const ScopeDrawing *drawing, const Row *row)
{
  const ScopeFigure *figure = drawing->figure;

  if (row->hall_only && figure->stage == NULL)
    return FALSE;
  return (figure->show & row->show) != 0;
}

double
scope_steps_height (const ScopeDrawing *drawing)
{
  double height = 0;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    height += is_shown (drawing, &rows[i]) ? rows[i].height : 0;
  return height > 0 ? (height + END_GAP) * drawing->columns.em : 0;
}

void
scope_draw_steps (ScopeDrawing *drawing)
{
  double em = drawing->columns.em, y = drawing->steps.y;
  gboolean slot = FALSE;

  if (drawing->steps.height <= 0)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const Row *row = &rows[i];

      if (!is_shown (drawing, row))
        continue;
      /* One slot for all that is hidden. */
      if (!scope_drawing_hides (drawing, row->places))
        draw_row (drawing, row->write, row->row, y + row->height / 2 * em);
      else if (!slot)
        draw_row (drawing, write_hidden, 0, y + row->height / 2 * em);
      slot = slot || scope_drawing_hides (drawing, row->places);
      y += row->height * em;
    }
}
