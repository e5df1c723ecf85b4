/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "derivation.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The factors spelled out, how they cancel, the punch line; and common mistakes beside it. */

/* In the columns' em. */
#define FRACTION_ROW 2.9
#define TEXT_ROW 1.8
#define END_GAP 0.4
#define SIZE 1.1
#define LEAST_SIZE 0.5

typedef void (*WriteRow) (ScopePen *pen);

static int
n_rows (const ScopeDrawing *drawing, int *n_fractions)
{
  unsigned show = drawing->figure->show;

  *n_fractions = show & SCOPE_SHOW_STEPS ? 2 : 0;
  /* In a hall the punch line's words have a row of their own. */
  return *n_fractions + (show & SCOPE_SHOW_MISTAKES ? 2 : 0)
         + (show & SCOPE_SHOW_STEPS ? 1 + (drawing->figure->stage != NULL) : 0);
}

double
scope_steps_height (const ScopeDrawing *drawing)
{
  int fractions, rows = n_rows (drawing, &fractions);

  if (rows == 0)
    return 0;
  return (fractions * FRACTION_ROW + (rows - fractions) * TEXT_ROW + END_GAP)
         * drawing->columns.em;
}

static void
put (ScopePen *pen, ScopeInk ink, const char *markup)
{
  scope_pen_text (pen, SCOPE_ROLE_STEP, 0, ink, markup);
}

/* The class whose path is spelled out, and whether it is the observed one. */
static unsigned
find_path (const ScopePen *pen, gboolean *own)
{
  unsigned k;

  scope_derivation_wired (pen->drawing, &k);
  *own = k == pen->drawing->figure->parameters.observed;
  return k;
}

/* −1/p_o · p_o(1 − p_o) · w, or −1/p_o · (−p_o·p_k) · w; the p_o that cancel struck through. */
static void
write_factors (ScopePen *pen, gboolean struck)
{
  ScopeDrawing *drawing = pen->drawing;
  gboolean own;
  unsigned k = find_path (pen, &own);
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

  put (pen, SCOPE_INK_TEXT, "=  ∑_{k}  −");
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
  put (pen, SCOPE_INK_DP_DZ, "(*y*_{k} − *p*_{k})");
  put (pen, SCOPE_INK_TEXT, " · ");
  put (pen, SCOPE_INK_DZ_DB, "*w*_{k}");
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
  gboolean own;
  unsigned k = find_path (pen, &own);
  g_autofree char *p_k = scope_derivation_p (drawing, k);
  g_autofree char *rest = own ? g_strdup_printf ("  =  −(1 − %s)", p_k)
                              : g_strdup_printf ("  =  %s", p_k);

  if (drawing->factors.n_wired > 1)
    {
      write_general (pen, TRUE);
      put (pen, SCOPE_INK_GRADIENT, "  =  ∑_{k} (*p*_{k} − *y*_{k}) · *w*_{k}");
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
  gboolean own;
  unsigned k = find_path (pen, &own);
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

/* --- Mistakes */

static void
write_mistake (ScopePen *pen, gboolean right, const char *markup)
{
  scope_pen_text (pen, SCOPE_ROLE_MISTAKE, right ? 1 : 0, SCOPE_INK_TEXT,
                  right ? _ ("right:  ") : _ ("wrong:  "));
  scope_pen_text (pen, SCOPE_ROLE_MISTAKE, right ? 1 : 0,
                  right ? SCOPE_INK_TEXT : SCOPE_INK_TEXT_DIM, markup);
}

/* The article's path goes through the observed class's own logit, which b₃ may not feed; where it
 * does, the next commonest mistake stops at the first factor. */
static void
write_wrong (ScopePen *pen)
{
  ScopeDrawing *drawing = pen->drawing;
  unsigned o = drawing->figure->parameters.observed;
  g_autofree char *p = scope_derivation_p (drawing, o);
  g_autofree char *markup = NULL;

  if (drawing->figure->parameters.w[o] == 0)
    markup = g_strdup_printf (_ ("through *z*_%u:  −1/%s · %s(1 − %s) · 0 = 0, *b*_3 does not reach it"),
                              o + 1, p, p, p);
  else
    markup = g_strdup_printf (_ ("−1/%s = %s alone stops at the first factor"), p,
                              drawing->factors.dl_dp);
  write_mistake (pen, FALSE, markup);
}

static void
write_right (ScopePen *pen)
{
  ScopeDrawing *drawing = pen->drawing;
  gboolean own;
  unsigned k = find_path (pen, &own);
  g_autofree char *p = scope_derivation_p (drawing, k), *markup = NULL;

  if (drawing->factors.n_wired == 0)
    markup = g_strdup (_ ("*b*_3 reaches no logit: the gradient is 0"));
  else if (own)
    markup = g_strdup_printf (_ ("all three factors: %s − 1 = %s, *z*_%u moves %s too"), p,
                              drawing->factors.path[k], k + 1, p);
  else
    markup = g_strdup_printf (
      _ ("through *z*_%u, off the diagonal:  %s = %s, since one sum divides all three"), k + 1, p,
      drawing->factors.path[k]);
  write_mistake (pen, TRUE, markup);
}

static void
write_hidden (ScopePen *pen)
{
  put (pen, SCOPE_INK_TEXT, "=  " SCOPE_HIDDEN);
}

/* Twice: once to see how long it is, and once, smaller where it must be, to write it. */
static void
draw_row (ScopeDrawing *drawing, WriteRow write_row, double axis)
{
  ScopePen pen = { drawing, 0, axis, SIZE * drawing->columns.em, TRUE };
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

void
scope_draw_steps (ScopeDrawing *drawing)
{
  unsigned show = drawing->figure->show;
  double em = drawing->columns.em, y = drawing->steps.y;
  gboolean shown = (show & SCOPE_SHOW_STEPS) != 0;

  if (drawing->steps.height <= 0)
    return;
  /* p_o − 1 or p(1 − p) is the number itself to who sees p. */
  if (scope_drawing_hides (drawing, SCOPE_PLACE_CLOSED_FORM))
    {
      draw_row (drawing, write_hidden, y + FRACTION_ROW / 2 * em);
      return;
    }
  if (shown)
    {
      draw_row (drawing, write_spelled, y + FRACTION_ROW / 2 * em);
      draw_row (drawing, write_cancelled, y + 1.5 * FRACTION_ROW * em);
      y += 2 * FRACTION_ROW * em;
      draw_row (drawing, write_punch_line, y + TEXT_ROW / 2 * em);
      y += TEXT_ROW * em;
      if (drawing->figure->stage != NULL)
        draw_row (drawing, write_words, y + TEXT_ROW / 2 * em);
    }
  if (show & SCOPE_SHOW_MISTAKES)
    {
      draw_row (drawing, write_wrong, y + TEXT_ROW / 2 * em);
      draw_row (drawing, write_right, y + 1.5 * TEXT_ROW * em);
    }
}
