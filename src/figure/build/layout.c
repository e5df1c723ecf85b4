/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "layout.h"

#include <math.h>

#include "blocks.h"
#include "formula.h"

/* The size of the text and the columns, for which the blocks then have room or not. */

/* All heights and widths in em. */
#define PAD 0.9
#define SIDE_GAP 2.0

/* The linked plots stand beside the panels where both have room. */
#define SIDE_SHARE 0.28
#define LEAST_SIDE 15.0
#define WIDEST_SIDE 27.0
#define LEAST_WIDTH_WITH_SIDE 58.0
#define LEAST_HEIGHT_WITH_SIDE 30.0

/* Of a presentation: type as a part of the height, the plot's part of the width. */
#define HALL_EM 0.028
#define HALL_WIDTH 58.0
#define HALL_SIDE 0.38
/* Beside the sliders type is no smaller than that as long as so many em have room. */
#define LEAST_HALL_EM 0.019
#define LEAST_HALL_WIDTH 43.0
#define LEAST_HALL_SIDE 17.0
#define MOST_HALL_SIDE 0.44
#define CAPTION_HEIGHT 5.4
#define CAPTION_GAP 0.5
#define HALL_COLUMNS_EM 1.3
#define LONGEST_NAME 10

/* Sizes of text where parts would have no room at the usual one. */
#define EM_STEP 1.04
#define LEAST_EM_WIDTH 700.0
#define LEAST_EM 5.0
/* Four fifths of it are the least type that is read, and it has room to grow. */
#define READ_EM 11.25
#define READ_GROWTH 1.2
#define LEAST_COLUMNS 0.78

/* How many em a picture is wide and high at least, with the usual text and with the largest. */
#define USUAL_EMS_WIDE 36.0
#define USUAL_EMS_HIGH 24.0
#define FEWEST_EMS_WIDE 25.0
#define FEWEST_EMS_HIGH 16.0
/* In px: 8 pt in a column of 85 mm, for ticks and labels, too. */
#define READABLE_EM 13.0
#define LEAST_GROWTH 1.25

/* --- In a window */

/* Type grows with the picture: 20 px at 1920×1080, 14 px in a window of 1000×620. A scale of 2 gives
 * twice as much, or the largest type that the picture can carry, in which parts yield; a smaller
 * one as much less, so that each has its own size in every picture. */
static double
find_window_em (const ScopeFigure *figure, double width_px, double scale)
{
  double height_px = figure->height_px, side = sqrt (width_px * height_px), most, carried, largest;
  double base = fmax (side * 0.0139, 8 + side * 0.0083);

  /* Narrow or flat pictures cannot carry the type that their area suggests. */
  most = fmin (width_px / USUAL_EMS_WIDE, height_px / USUAL_EMS_HIGH);
  carried = fmin (width_px / FEWEST_EMS_WIDE, height_px / FEWEST_EMS_HIGH);
  base = fmin (fmax (base, LEAST_EM), most);
  largest = fmin (fmax (READABLE_EM, LEAST_GROWTH * base), carried);
  base = fmax (base, fmin (READ_EM, carried / READ_GROWTH));
  return base + (scale - 1) * fmin (base, fmax (most, largest) - base);
}

/* What is left of the first column is the second one's. */
static void
split (const ScopeCanvas *canvas, ScopePlan *plan, double side_width)
{
  plan->side = plan->main;
  plan->side.width = side_width;
  plan->side.x += plan->main.width - side_width;
  plan->main.width -= side_width + SIDE_GAP * canvas->em;
}

/* What is asked for has two columns where it stands in the second one, and that has room. */
static void
set_window_columns (ScopeCanvas *canvas, const ScopeSubject *subject, ScopePlan *plan, gboolean aside)
{
  const ScopeFigure *figure = subject->figure;
  double em = canvas->em;

  if (aside && (figure->show & (SCOPE_SHOW_LINKS | SCOPE_SHOW_HOOD | SCOPE_SHOW_WATERFALL))
      && figure->width_px >= LEAST_WIDTH_WITH_SIDE * em && figure->height_px >= LEAST_HEIGHT_WITH_SIDE * em)
    split (canvas, plan, CLAMP (SIDE_SHARE * plan->main.width, LEAST_SIDE * em, WIDEST_SIDE * em));
}

static void
settle_in_window (ScopeCanvas *canvas, const ScopeSubject *subject, ScopePlan *plan, double largest)
{
  plan->tall = plan->stacked = FALSE;
  scope_formula_find_columns (canvas, subject, plan, largest);
  scope_blocks_settle (canvas, subject, plan);
}

/* --- Before a hall */

/* A fortieth of the height is read from the last row. */
static double
find_hall_em (const ScopeFigure *figure, double width_px, double scale)
{
  double height_px = figure->height_px;
  double most = fmax (width_px / HALL_WIDTH, fmin (LEAST_HALL_EM * height_px, width_px / LEAST_HALL_WIDTH));

  return fmax (fmin (HALL_EM * height_px, most), LEAST_EM);
}

static void
set_hall_columns (ScopeCanvas *canvas, const ScopeSubject *subject, ScopePlan *plan, gboolean aside)
{
  const ScopeFigure *figure = subject->figure;
  double em = canvas->em, inner = plan->main.width, height = CAPTION_HEIGHT * em;

  plan->caption = (ScopeRect) { 0, figure->height_px - height, figure->width_px, height };
  split (canvas, plan, fmax (HALL_SIDE * inner, fmin (LEAST_HALL_SIDE * em, MOST_HALL_SIDE * inner)));
  plan->main.height -= height;
  plan->side.height = plan->caption.y - CAPTION_GAP * em - plan->side.y;
}

static void
settle_in_hall (ScopeCanvas *canvas, const ScopeSubject *subject, ScopePlan *plan, double largest)
{
  const char *name = subject->figure->classes.name[subject->figure->parameters.observed];

  plan->tall = plan->stacked = TRUE;
  plan->columns.em = HALL_COLUMNS_EM * canvas->em;
  plan->columns.node_x[0] = plan->side.x;
  plan->columns.short_names = g_utf8_strlen (name, -1) > LONGEST_NAME;
}

/* --- Attempts */

/* How a figure is laid out. */
typedef struct
{
  double (*find_em) (const ScopeFigure *figure, double width_px, double scale);
  void (*set_columns) (ScopeCanvas *canvas, const ScopeSubject *subject, ScopePlan *plan, gboolean aside);
  /* largest: of the derivation's text, in em. */
  void (*settle) (ScopeCanvas *canvas, const ScopeSubject *subject, ScopePlan *plan, double largest);
} Case;

static const Case window = { find_window_em, set_window_columns, settle_in_window },
                  hall = { find_hall_em, set_hall_columns, settle_in_hall };

/* What a layout is made with. */
typedef struct
{
  const Case *own;
  double em, columns; /* the text; of the derivation, the most in em */
  gboolean aside;     /* a second column where it has room */
} Attempt;

typedef struct
{
  guint64 weight, most; /* of what there is room for, and of all that is asked for */
} Shown;

static Shown
try_layout (ScopeCanvas *canvas, const ScopeSubject *subject, ScopePlan *plan, const Attempt *attempt)
{
  const ScopeFigure *figure = subject->figure;
  double pad = PAD * attempt->em;
  Shown shown;

  canvas->em = attempt->em;
  canvas->unit = attempt->em / 14;
  plan->yielded = 0;
  plan->side = (ScopeRect) { 0 };
  plan->main = (ScopeRect) { pad, pad, figure->width_px - 2 * pad, figure->height_px - 2 * pad };
  attempt->own->set_columns (canvas, subject, plan, attempt->aside);
  attempt->own->settle (canvas, subject, plan, attempt->columns);
  shown.weight = scope_blocks_place (canvas, subject, plan, &shown.most);
  return shown;
}

typedef struct
{
  Attempt attempt;
  Shown shown;
} Best;

static gboolean
is_whole (const Best *best)
{
  return best->shown.weight >= best->shown.most;
}

/* With the derivation and with the second column in every form; FALSE once nothing is missing. */
static gboolean
try_em (ScopeCanvas *canvas, const ScopeSubject *subject, ScopePlan *plan, double em, Best *best)
{
  static const double sizes[] = { SCOPE_COLUMNS_LARGEST, 0.9, LEAST_COLUMNS };

  for (int aside = 1; aside >= 0 && !is_whole (best); aside--)
    {
      double fitted = INFINITY;

      for (guint i = 0; i < G_N_ELEMENTS (sizes) && !is_whole (best); i++)
        {
          const Attempt attempt = { best->attempt.own, em, sizes[i], aside };
          Shown shown;

          /* The width alone made it as small before. */
          if (sizes[i] * em > fitted)
            continue;
          shown = try_layout (canvas, subject, plan, &attempt);
          fitted = plan->columns.em;
          if (shown.weight > best->shown.weight)
            *best = (Best) { attempt, shown };
        }
      if (aside && plan->side.width <= 0)
        break;
    }
  return !is_whole (best);
}

/* Sizes of text from the largest down: all that are tried with any width and any scale, so that more of
 * either never chooses a smaller one than before. */
typedef struct
{
  double fixed[2]; /* beside the powers of EM_STEP: the usual and the least one of a scale of 1 */
} Ladder;

/* The largest one up to em. */
static double
ladder_find (const Ladder *ladder, double em)
{
  double rung = floor (log (em) / log (EM_STEP)), found;

  while ((found = pow (EM_STEP, rung)) > em)
    rung--;
  for (int i = 0; i < 2; i++)
    if (ladder->fixed[i] <= em)
      found = fmax (found, ladder->fixed[i]);
  return found;
}

/* Type grows with a picture, and then parts would vanish from one that is made wider: with many
 * flowers the largest size of a ladder that shows the most is taken. It reaches down to the size of
 * a narrow picture; where it has no size in between, the usual one stands. */
static void
find_layout (ScopeCanvas *canvas, const ScopeSubject *subject, ScopePlan *plan)
{
  const ScopeFigure *figure = subject->figure;
  const Case *own = figure->stage != NULL ? &hall : &window;
  double width = figure->width_px, scale = figure->text_scale;
  double usual = own->find_em (figure, width, scale);
  double least = own->find_em (figure, fmin (LEAST_EM_WIDTH * scale, width), scale);
  const Ladder ladder
    = { { own->find_em (figure, width, 1), own->find_em (figure, fmin (LEAST_EM_WIDTH, width), 1) } };
  Best best = { { own, usual, SCOPE_COLUMNS_LARGEST, TRUE }, { 0, 0 } };
  double em = ladder_find (&ladder, usual);

  if (figure->many != NULL && own == &window && em >= least)
    {
      best.attempt.em = em;
      best.shown = try_layout (canvas, subject, plan, &best.attempt);
      while (em >= least && try_em (canvas, subject, plan, em, &best))
        em = ladder_find (&ladder, nextafter (em, 0));
    }
  try_layout (canvas, subject, plan, &best.attempt);
}

void
scope_layout_find (ScopeCanvas *canvas, const ScopeSubject *subject, ScopePlan *plan)
{
  find_layout (canvas, subject, plan);
  scope_blocks_find (canvas, subject, plan);
}
