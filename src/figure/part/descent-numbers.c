/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "descent-numbers.h"

#include <math.h>

#include "area.h"
#include "markup.h"
#include "number.h"
#include "standing.h"

/* Numbers beside the places of a descent. One stands close to its own place, and closer to it than to
 * any other, or is left out: elsewhere it would be anybody's. */

#define SIZE 0.8        /* em */
#define MOST_NUMBERS 40 /* so many are tried */
/* In units, between a number and its place; further away where a point's circle is around that. */
#define NEAREST 4.5
#define NEAREST_POINT 8.0
#define FARTHEST 16.0
#define STEP 2.5
/* Places closer than this are one dot to the eye. */
#define ONE_DOT 3.0
/* So many times closer than to any other place, where a number could as well be left out. */
#define CLOSER 1.4

/* Above and below at the right side first, in degrees; y points down. */
static const double angles[] = { -60, 60, -120, 120, -30, 30, -90, 90, 0, 180, -150, 150 };

typedef struct
{
  ScopeCanvas *canvas;
  const ScopePanelArea *panel;
  const ScopeStepPlaces *places;
  double closer; /* so many times than to any other place */
} Numbers;

static double
distance (const ScopePoint *one, const ScopePoint *other)
{
  return hypot (one->x - other->x, one->y - other->y);
}

static gboolean
is_own (const Numbers *numbers, const ScopePoint *own, const ScopePoint *centre)
{
  const ScopeStepPlaces *places = numbers->places;
  double unit = numbers->canvas->unit, away = distance (own, centre);

  for (size_t i = 0; i < places->n_all; i++)
    if (distance (&places->at[i], centre) < numbers->closer * away
        && distance (&places->at[i], own) > ONE_DOT * unit)
      return FALSE;
  return TRUE;
}

static gboolean
is_one_dot (const Numbers *numbers, size_t i, size_t other)
{
  const ScopePoint *at = numbers->places->at;

  return distance (&at[i], &at[other]) <= ONE_DOT * numbers->canvas->unit;
}

/* The nearest free place around a step's; box has its size. */
static gboolean
find_box (const Numbers *numbers, const ScopePoint *own, double from, ScopeRect *box)
{
  double unit = numbers->canvas->unit;

  for (double away = from; away <= FARTHEST; away += STEP)
    for (guint i = 0; i < G_N_ELEMENTS (angles); i++)
      {
        double angle = angles[i] * G_PI / 180;
        const ScopePoint centre = { own->x + cos (angle) * (box->width / 2 + away * unit),
                                    own->y + sin (angle) * (box->height / 2 + away * unit) };

        box->x = centre.x - box->width / 2;
        box->y = centre.y - box->height / 2;
        if (scope_rect_holds_rect (&numbers->panel->rect, box)
            && scope_labels_is_free (&numbers->canvas->labels, box) && is_own (numbers, own, &centre))
          return TRUE;
      }
  return FALSE;
}

static void
write_number (const Numbers *numbers, size_t i)
{
  ScopeCanvas *canvas = numbers->canvas;
  const ScopeStepPlaces *places = numbers->places;
  const ScopePoint *own = &places->at[i];
  g_autofree char *text = scope_number_format_fixed ((double) i, 0, '.');
  gboolean at_point = is_one_dot (numbers, i, places->present);
  ScopeLine *line;
  ScopeLineSize size;
  ScopeRect box;

  if (!scope_rect_holds (&numbers->panel->rect, own))
    return;
  line = scope_markup_new_line (canvas->fonts, scope_canvas_least (canvas, SIZE) * canvas->em,
                                SCOPE_FACE_TEXT, text);
  scope_line_get_size (line, &size);
  box.width = size.width_px;
  box.height = size.ascent_px + size.descent_px;
  if (!find_box (numbers, own, at_point ? NEAREST_POINT : NEAREST, &box))
    {
      scope_line_unref (line);
      return;
    }
  scope_labels_add_rect (&canvas->labels, &box);
  scope_standing_place (canvas, &(ScopeStanding) { .role = &scope_role_trail_label,
                                                   .index = (int) numbers->panel->kind,
                                                   .panel = numbers->panel->kind,
                                                   .ink = SCOPE_INK_TEXT_DIM,
                                                   .line = line,
                                                   .box = box,
                                                   .at = *own,
                                                   .beside = TRUE });
}

void
scope_descent_label_steps (ScopeCanvas *canvas, const ScopePanelArea *panel, const ScopeStepPlaces *places)
{
  Numbers numbers = { canvas, panel, places, 1 };
  size_t n = places->n;

  if (n == 0)
    return;
  write_number (&numbers, 0);
  if (n > 1)
    write_number (&numbers, n - 1);
  if (!is_one_dot (&numbers, places->present, 0) && !is_one_dot (&numbers, places->present, n - 1))
    write_number (&numbers, places->present);
  numbers.closer = CLOSER;
  for (size_t i = 1; i + 1 < n && i <= MOST_NUMBERS; i++)
    if (!is_one_dot (&numbers, i, 0) && !is_one_dot (&numbers, i, n - 1)
        && !is_one_dot (&numbers, i, places->present))
      write_number (&numbers, i);
}
