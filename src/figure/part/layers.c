/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "block.h"
#include "plot-layout.h"
#include "plot-words.h"

#include "descent-marks.h"
#include "descent-next.h"
#include "descent-places.h"
#include "downhill.h"
#include "estimate.h"
#include "ghost-curves.h"
#include "hood-secant.h"
#include "many-bands-draw.h"
#include "many-minimum.h"
#include "many-plot.h"
#include "marks.h"
#include "panel-kinds.h"
#include "panel.h"
#include "standing.h"
#include "title.h"

/* What lies over what in the panels, from the ground up, and what has the first claim on room. */

/* Where a layer is: in these panels, or in all of a kind. */
#define IN_LOSS (1u << SCOPE_PANEL_LOSS)
#define IN_GRADIENT (1u << SCOPE_PANEL_GRADIENT)
#define IN_SUMS (1u << 30) /* where many flowers are summed up, and a descent goes */
#define IN_ALL (1u << 31)
#define ONCE IN_LOSS

/* When it is there. */
enum
{
  OF_ONE = 1 << 0,     /* the panel shows one flower's curves */
  OF_MANY = 1 << 1,    /* the panel shows a sum of many */
  WITH_POINT = 1 << 2, /* the present b₃ is shown, and: */
  IN_SIGHT = 1 << 3,   /* its point is inside of the panel */
  WALKING = 1 << 4,    /* so is a descent */
  UNDER_HOOD = 1 << 5, /* so is what is under the hood */
};
#define POINT (WITH_POINT | IN_SIGHT)
#define WALK (WITH_POINT | WALKING)
#define HOOD (WITH_POINT | UNDER_HOOD)
/* The half point tells the gradient, and p. */
#define HALF (SCOPE_PLACE_GRADIENT | SCOPE_PLACE_CLOSED_FORM | SCOPE_PLACE_PROBABILITY)
#define SLOPE SCOPE_PLACE_GRADIENT
#define NEXT SCOPE_PLACE_NEXT

typedef struct
{
  unsigned panels, cases;
  ScopeMarksDraw draw; /* NULL: it is drawn with others, among which it has to find room */
  ScopePiece
    piece; /* its part is that with which it comes, and whose items it has; 0: always, and nobody's */
} Layer;

static void
draw_standing (const ScopeMarks *marks, const ScopePanelArea *panel)
{
  scope_standing_draw (marks->canvas);
}

/* Of one panel after the other. */
static const Layer grounds[] = {
  { IN_ALL, .draw = scope_panel_draw_ground },
  { IN_ALL, .draw = scope_title_draw },
  { IN_ALL, OF_ONE, .draw = scope_panel_draw_curves },
  { IN_ALL, OF_ONE, SCOPE_OF (OTHER_CASES, .shows = SCOPE_SHOWS_NOTHING) },
  { IN_ALL, OF_ONE, SCOPE_OF (GHOSTS, .shows = SCOPE_SHOWS_NOTHING, .turn = 1000, .say = scope_ghosts_say) },
  { IN_ALL, OF_MANY, .draw = scope_many_bands_draw },
  { IN_ALL, OF_MANY, .draw = scope_many_plot_draw_curves },
  { IN_ALL, .draw = scope_panel_add_zone },
};

/* Over all of them. The order is that of painting, and in it room is taken, too: who must not yield to another
 * one's label has a layer before that one, which takes its room alone. */
static const Layer layers[] = {
  { ONCE, .draw = scope_panel_draw_axis },
  { ONCE, OF_MANY, .draw = scope_many_bands_draw_legend },
  /* What stands still while b₃ moves. Where the loss is least the gradient is 0, and towards it goes the way down. */
  { IN_SUMS, OF_MANY, .draw = scope_many_minimum_draw,
    .piece = { .gone = NEXT, .turn = 300, .when = SCOPE_SAY_ALWAYS, .say = scope_many_minimum_say } },
  { IN_LOSS, .draw = scope_marks_draw_guess,
    SCOPE_OF (GUESS, .shows = SCOPE_SHOWS_NOTHING, .turn = 600, .when = SCOPE_SAY_WHOLE,
              .say = scope_marks_say_guess) },
  { IN_SUMS, OF_MANY, .draw = scope_many_minimum_place_label, .piece.gone = NEXT },
  { IN_LOSS, OF_ONE, .draw = scope_many_minimum_place_none,
    .piece = { .gone = NEXT,
               .turn = 400,
               .when = SCOPE_SAY_WHOLE | SCOPE_SAY_ALWAYS,
               .say = scope_many_minimum_say_none } },
  { IN_GRADIENT, HOOD, .draw = scope_hood_secant_draw_half_point, .piece.gone = HALF },
  { IN_LOSS, WALK, .draw = scope_descent_marks_reserve_lines },
  { IN_SUMS, WALK, .draw = scope_descent_marks_reserve_places },
  { IN_LOSS, WALK, .draw = scope_descent_marks_name },
  /* What moves with it. */
  { IN_ALL, WITH_POINT, .draw = scope_marks_draw_join },
  { IN_LOSS, POINT, .draw = scope_marks_draw_tangent, SCOPE_OF (TANGENT, .shows = SLOPE) },
  { IN_LOSS, WALK, .draw = scope_descent_marks_draw_lines },
  { IN_SUMS, WALK, .draw = scope_descent_marks_draw_places },
  { IN_LOSS, HOOD, .draw = scope_hood_secant_draw },
  { IN_LOSS, POINT, .draw = scope_estimate_draw,
    SCOPE_OF (ESTIMATE, .shows = SLOPE, .turn = 800, .say = scope_estimate_say) },
  { IN_ALL, WITH_POINT, .draw = scope_marks_reserve_point },
  { IN_SUMS, WALK, .draw = scope_descent_marks_number_places },
  /* What η moves comes after the numbers. */
  { IN_GRADIENT, POINT, .draw = scope_downhill_draw, SCOPE_OF (DOWNHILL, .gone = SCOPE_PLACE_DOWNHILL) },
  { IN_LOSS, WALK, .draw = scope_descent_next_draw, .piece.gone = NEXT },
  { IN_ALL, POINT, .draw = scope_marks_draw_point, SCOPE_OF (POINT, .shows = SCOPE_PLACE_LOSS | SLOPE) },
  { IN_ALL, POINT, .draw = scope_title_draw_values },
  { IN_GRADIENT, POINT, .draw = scope_downhill_label, SCOPE_OF (DOWNHILL, .gone = SCOPE_PLACE_DOWNHILL) },
  /* The words that have their room already, and those that have what is left. */
  { ONCE, .draw = draw_standing },
  { IN_LOSS, WALK, .draw = scope_descent_next_label, .piece.gone = NEXT },
};

static unsigned
find_cases (const ScopeMarks *marks, ScopePanel panel)
{
  const ScopeFigure *figure = marks->subject->figure;
  unsigned cases = scope_panel_kinds_is_sum (figure, panel) ? OF_MANY : OF_ONE;

  cases |= figure->show & SCOPE_SHOW_POINT ? WITH_POINT : 0;
  cases |= marks->seen[panel] ? IN_SIGHT : 0;
  cases |= scope_descent_is_shown (marks->subject) ? WALKING : 0;
  cases |= figure->show & SCOPE_SHOW_HOOD ? UNDER_HOOD : 0;
  return cases;
}

static gboolean
is_there (const ScopeMarks *marks, const Layer *layer, ScopePanel panel)
{
  unsigned panels = IN_ALL | 1u << panel, part = layer->piece.part;

  panels |= scope_panel_kinds[panel].get_sum != NULL ? IN_SUMS : 0;
  return layer->draw != NULL && (layer->panels & panels) != 0
         && (layer->cases & ~find_cases (marks, panel)) == 0
         && (part == 0 || (marks->subject->figure->show & part) != 0)
         && !scope_subject_hides (marks->subject, layer->piece.gone);
}

static void
draw (const ScopeMarks *marks, const Layer *layer, const ScopePanelArea *panel, unsigned part)
{
  if (!is_there (marks, layer, panel->kind))
    return;
  marks->canvas->part = layer->piece.part != 0 ? layer->piece.part : part;
  layer->draw (marks, panel);
}

static const ScopePiece *
get_piece (guint i)
{
  const guint n_grounds = G_N_ELEMENTS (grounds);

  if (i < n_grounds)
    return &grounds[i].piece;
  return i - n_grounds < G_N_ELEMENTS (layers) ? &layers[i - n_grounds].piece : NULL;
}

/* All that is in the panels over b₃, and their common axis. */
static void
draw_block (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, const ScopeSpot *spot)
{
  g_auto (ScopeMarks) marks;

  scope_marks_init (&marks, canvas, subject, plan);
  for (guint panel = 0; panel < plan->n_panels; panel++)
    for (guint i = 0; i < G_N_ELEMENTS (grounds); i++)
      draw (&marks, &grounds[i], &plan->panels[panel], scope_panel_kinds[plan->panels[panel].kind].part);
  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    for (guint panel = 0; panel < plan->n_panels; panel++)
      draw (&marks, &layers[i], &plan->panels[panel], 0);
}

const ScopeBlockKind scope_plot_block
  = { SCOPE_OF (PROBABILITIES, .shows = SCOPE_PLACE_PROBABILITY, .turn = 100, .when = SCOPE_SAY_ALWAYS,
                .say = scope_plot_words_say),
      .get_piece = get_piece,
      .top = 1700,
      .anyway = TRUE,
      .window = SCOPE_WHERE_MAIN,
      .hall = SCOPE_WHERE_MAIN,
      .measure = scope_plot_measure,
      .find = scope_plot_find,
      .draw = draw_block };
