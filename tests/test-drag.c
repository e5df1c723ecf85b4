/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* While b₃, η or a student's own tangent is dragged through its range no label leaves the place where one reads
 * it: it goes with its point, or stays. */

#include "figure.h"
#include "stage-step.h"

#include <math.h>
#include <string.h>

#include "common.h"
#include "hidden.h"
#include "iris.h"
#include "scenes.h"
#include "walks.h"
#include "roles.h"

static ScopeFonts *fonts;

/* How far one may go by itself, in em: what a longer number takes more room; and how much larger or smaller it
 * may become. */
#define FARTHEST 2.0
#define MOST_GROWTH 1.16
/* How often words that stand beside the curve may come or go in one drag: where its point passes. */
#define MOST_CHANGES 6
/* And beside the next place, which passes as many things by itself. */
#define MOST_CHANGES_OF_NEXT 12
#define N_STEPS 160

typedef struct
{
  const ScopeRole *role;
  int index;
  gboolean always;   /* it is never left out */
  const char *words; /* what it begins with, where several have its role */
} Label;

static const Label labels[] = {
  { &scope_role_point_label, SCOPE_PANEL_LOSS, TRUE },
  { &scope_role_point_label, SCOPE_PANEL_GRADIENT, TRUE },
  { &scope_role_slope_label, SCOPE_PANEL_LOSS, TRUE },
  { &scope_role_panel_title, SCOPE_PANEL_LOSS, TRUE },
  { &scope_role_panel_title, SCOPE_PANEL_GRADIENT, TRUE },
  { &scope_role_panel_title, SCOPE_PANEL_PROBABILITY, FALSE },
  { &scope_role_panel_title, SCOPE_PANEL_LINK_LOGIT, FALSE },
  { &scope_role_panel_title, SCOPE_PANEL_LINK_PROBABILITY, FALSE },
  { &scope_role_panel_title, SCOPE_PANEL_LINK_LOSS, FALSE },
  { &scope_role_curve_label, SCOPE_CURVE_INDEX (SCOPE_PANEL_LOSS, 0), FALSE },
  { &scope_role_curve_label, SCOPE_CURVE_INDEX (SCOPE_PANEL_LOSS, 1), FALSE },
  { &scope_role_curve_label, SCOPE_CURVE_INDEX (SCOPE_PANEL_LOSS, 2), FALSE },
  { &scope_role_curve_label, SCOPE_CURVE_INDEX (SCOPE_PANEL_PROBABILITY, 0), FALSE },
  { &scope_role_guess_label, 0, FALSE },
  { &scope_role_minimum_label, SCOPE_PANEL_LOSS, FALSE },
  { &scope_role_minimum_label, SCOPE_PANEL_GRADIENT, FALSE },
  { &scope_role_downhill_label, SCOPE_PANEL_GRADIENT, FALSE },
  { &scope_role_half_point, 2, FALSE },
  { &scope_role_estimate_label, SCOPE_PANEL_LOSS, FALSE },
  { &scope_role_kept_label, SCOPE_PANEL_LOSS, FALSE },
  { &scope_role_bound, SCOPE_PANEL_LOSS, FALSE },
  { &scope_role_drop, SCOPE_PANEL_LOSS, FALSE, "promised" },
  { &scope_role_drop, SCOPE_PANEL_LOSS, FALSE, "given" },
  { &scope_role_drop, SCOPE_PANEL_LOSS, FALSE, "risen" },
  { &scope_role_drop, SCOPE_PANEL_LOSS, FALSE, "next" },
  { &scope_role_trail_label, SCOPE_PANEL_LOSS, FALSE, "0" },
  { &scope_role_trail_label, SCOPE_PANEL_LOSS, FALSE, "1" },
  { &scope_role_trail_label, SCOPE_PANEL_LOSS, FALSE, "2" },
  { &scope_role_trail_label, SCOPE_PANEL_LOSS, FALSE, "3" },
  { &scope_role_trail_label, SCOPE_PANEL_GRADIENT, FALSE, "0" },
  { &scope_role_trail_label, SCOPE_PANEL_GRADIENT, FALSE, "1" },
  { &scope_role_trail_label, SCOPE_PANEL_GRADIENT, FALSE, "2" },
  { &scope_role_trail_label, SCOPE_PANEL_GRADIENT, FALSE, "3" },
};

typedef struct
{
  gboolean there;
  ScopePoint at; /* the left end of its baseline */
  double height;
  gunichar first; /* of its words */
  guint changes;
} Seen;

typedef struct
{
  Seen label[G_N_ELEMENTS (labels)];
  ScopePoint point[SCOPE_N_PANELS];
  ScopePoint tip;     /* of the downhill arrow */
  ScopePoint drop[3]; /* the ends of what the next step promises and gives, and the tip at the frame */
  double em;
} Drag;

/* It may stay where its row ends while the point goes on. */
static double
by_itself (double way, double of_point)
{
  return way * of_point > 0 ? fmax (fabs (way) - fabs (of_point), 0) : way;
}

/* By itself: what its point does, it does with it, along or across; up and down only beside a bracket. */
static double
way_of (const ScopePoint *from, const ScopePoint *to, const ScopePoint *point_from,
        const ScopePoint *point_to, gboolean up_too)
{
  return hypot (by_itself (to->x - from->x, point_to->x - point_from->x),
                by_itself (to->y - from->y, up_too ? point_to->y - point_from->y : 0));
}

static void
find_label (const ScopeScene *scene, const Label *label, Seen *seen)
{
  seen->there = FALSE;
  for (size_t i = 0; i < scope_scene_get_n_items (scene) && !seen->there; i++)
    {
      const ScopeItem *item = scope_scene_get_item (scene, i);
      ScopeLineSize size;

      if (item->role != label->role || item->index != label->index || item->line == NULL
          || (label->words != NULL && !g_str_has_prefix (scope_line_get_text (item->line), label->words)))
        continue;
      scope_line_get_size (item->line, &size);
      seen->there = TRUE;
      seen->at = item->points[0];
      seen->first = g_utf8_get_char (scope_line_get_text (item->line));
      seen->height = size.ascent_px + size.descent_px;
    }
}

/* It goes with the end of its bracket, or with the level that both brackets begin at. */
static double
way_of_drop (const Drag *before, const Drag *now, const Seen *old, const Seen *new, const char *words)
{
  guint of = g_str_equal (words, "promised") ? 0 : g_str_equal (words, "next") ? 2 : 1;
  double level
    = way_of (&old->at, &new->at, &before->point[SCOPE_PANEL_LOSS], &now->point[SCOPE_PANEL_LOSS], TRUE);
  ScopePoint from = { before->drop[of].x, before->point[SCOPE_PANEL_LOSS].y };
  ScopePoint to = { now->drop[of].x, now->point[SCOPE_PANEL_LOSS].y };

  if (of == 0)
    return way_of (&old->at, &new->at, &before->drop[0], &now->drop[0], TRUE);
  return of == 1 ? way_of (&old->at, &new->at, &from, &to, TRUE) : level;
}

static void
compare (const Drag *before, Drag *now, guint i, double b)
{
  const Seen *old = &before->label[i];
  Seen *new = &now->label[i];
  int panel = labels[i].index >= 0 && labels[i].index <= SCOPE_PANEL_GRADIENT ? labels[i].index : 0;
  double way;

  new->changes = old->changes + (old->there != new->there);
  /* Where the gradient's sign changes, the advice is another one on the arrow's other side. */
  if (!old->there || !new->there
      || (labels[i].role == &scope_role_downhill_label && old->first != new->first))
    return;
  if (labels[i].role == &scope_role_downhill_label)
    way = way_of (&old->at, &new->at, &before->tip, &now->tip, FALSE);
  else if (labels[i].role == &scope_role_drop)
    way = way_of_drop (before, now, old, new, labels[i].words);
  else
    way = way_of (&old->at, &new->at, &before->point[panel], &now->point[panel], FALSE);
  if (way > FARTHEST * now->em)
    g_error ("label %s %d jumps by %.1f px, %.1f em, at %g", labels[i].role->name, labels[i].index, way,
             way / now->em, b);
  if (fmax (old->height, new->height) > MOST_GROWTH * fmin (old->height, new->height))
    g_error ("label %s %d changes its size from %g to %g at %g", labels[i].role->name, labels[i].index,
             old->height, new->height, b);
}

static void
look (const ScopeScene *scene, Drag *drag)
{
  const ScopeItem *axis = scope_scene_find_item (scene, &scope_role_axis_title, -1);
  const ScopeItem *arrow = scope_scene_find_item (scene, &scope_role_downhill, 1);
  ScopeLineSize size;

  scope_line_get_size (axis->line, &size);
  /* Its type is 1.15 em, a line of which is 1.36 high. */
  drag->em = (size.ascent_px + size.descent_px) / (1.15 * 1.36);
  drag->tip = arrow != NULL ? arrow->points[0] : (ScopePoint) { 0 };
  for (int i = 0; i < 3; i++)
    {
      const ScopeItem *drop = scope_scene_find_item (scene, &scope_role_drop, i);

      drag->drop[i] = drop != NULL ? drop->points[drop->n_points - 1] : (ScopePoint) { 0 };
    }
  for (int i = 0; i < SCOPE_N_PANELS; i++)
    {
      const ScopeItem *point = scope_scene_find_item (scene, &scope_role_point, i);

      drag->point[i] = point != NULL ? point->points[0] : (ScopePoint) { 0 };
    }
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    find_label (scene, &labels[i], &drag->label[i]);
}

/* From one end of a range to the other, and then it is let go. `value` is in the figure. */
static void
drag_value (ScopeFigure *figure, guint n_steps, double *value, double lo, double hi)
{
  g_autoptr (ScopeCurves) curves = scope_curves_new ();
  Drag before = { 0 };

  figure->settled = FALSE;
  for (guint step = 0; step <= n_steps; step++)
    {
      g_autoptr (ScopeScene) scene = NULL;
      Drag now = { 0 };

      *value = lo + (hi - lo) * step / n_steps;
      figure->settled = step % 20 == 19;
      scene = scope_figure_build (figure, curves, fonts);
      look (scene, &now);
      for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
        {
          if (labels[i].always && figure->hide == 0)
            g_assert_true (now.label[i].there);
          if (step > 0)
            compare (&before, &now, i, *value);
        }
      before = now;
    }
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (before.label[i].changes > (labels[i].role == &scope_role_drop ? MOST_CHANGES_OF_NEXT : MOST_CHANGES))
      g_error ("label %s %d comes and goes %u times", labels[i].role->name, labels[i].index,
               before.label[i].changes);
}

static void
drag_through (ScopeFigure *figure, guint n_steps)
{
  drag_value (figure, n_steps, &figure->parameters.b, figure->view.axis_lo, figure->view.axis_hi);
}

static const double sizes[][2] = { { 1920, 1080 }, { 1280, 720 }, { 1024, 768 }, { 640, 480 } };

static void
set_wiring (ScopeFigure *figure, unsigned wired)
{
  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    figure->parameters.w[k] = wired >> k & 1;
  if (wired == 0)
    for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
      figure->parameters.w[k] = 1.5 - 1.2 * k;
}

/* Every class and wiring, b₃ on none of them as 1.5, 0.3, −0.9. */
static void
test_one_flower (void)
{
  static const unsigned shows[]
    = { SCOPE_SHOW_DEFAULT,
        SCOPE_SHOW_DEFAULT | SCOPE_SHOW_PROBABILITIES | SCOPE_SHOW_STEPS | SCOPE_SHOW_DESCENT,
        SCOPE_SHOW_DEFAULT & ~(unsigned) (SCOPE_SHOW_LINKS | SCOPE_SHOW_GUESS) };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (unsigned o = 0; o < SCOPE_N_CLASSES; o++)
      for (unsigned wired = 0; wired < 8; wired += 1 + i % 2)
        {
          ScopeFigure figure;

          scope_figure_init (&figure);
          figure.width_px = sizes[i][0];
          figure.height_px = sizes[i][1];
          figure.show = shows[(o + wired) % G_N_ELEMENTS (shows)];
          figure.parameters.observed = o;
          set_wiring (&figure, wired);
          scope_view_init (&figure.view, &figure.parameters, NULL);
          drag_through (&figure, N_STEPS);
        }
}

static gboolean
has_role (const ScopeFigure *figure, const ScopeRole *role)
{
  g_autoptr (ScopeScene) scene = test_build (fonts, figure);

  return scope_scene_find_item (scene, role, -1) != NULL;
}

#define N_KEPT 5
static const double kept[N_KEPT] = { -4, -1.5, 0.3, 1.1, 1.6 };

static void
init_figure (ScopeFigure *figure, guint size, unsigned observed, unsigned wired, unsigned more)
{
  scope_figure_init (figure);
  figure->width_px = sizes[size][0];
  figure->height_px = sizes[size][1];
  figure->show |= more;
  figure->estimate = 0.7 * observed - 0.6;
  figure->kept_trail = (ScopeTrail) { kept, N_KEPT, N_KEPT - 1, 2 };
  figure->parameters.observed = observed;
  set_wiring (figure, wired);
  scope_view_init (&figure->view, &figure->parameters, NULL);
}

/* What a student guesses, asked and answered, what is under the hood, and another walk. */
static void
test_more (void)
{
  static const unsigned parts[] = { SCOPE_SHOW_ESTIMATE, SCOPE_SHOW_HOOD, SCOPE_SHOW_DESCENT };

  for (guint i = 0; i < 3; i++)
    for (unsigned o = 0; o < SCOPE_N_CLASSES; o++)
      for (unsigned wired = 0; wired < 8; wired += 1 + i % 2)
        for (guint part = 0; part < G_N_ELEMENTS (parts); part++)
          {
            ScopeFigure figure;

            init_figure (&figure, i, o, wired, parts[part]);
            figure.hide = part == 0 && wired % 2 ? SCOPE_QUANTITY_GRADIENT : 0;
            drag_through (&figure, N_STEPS / 2);
          }
}

/* The student's tangent is turned, and its words stay. */
static void
test_guess (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (unsigned o = 0; o < SCOPE_N_CLASSES; o++)
      for (unsigned wired = 0; wired < 8; wired += 1 + i % 2)
        {
          ScopeFigure figure;

          init_figure (&figure, i, o, wired, SCOPE_SHOW_ESTIMATE);
          figure.hide = wired % 2 ? SCOPE_QUANTITY_GRADIENT : 0;
          drag_value (&figure, N_STEPS / 2, &figure.estimate, -3, 3);
          figure.estimate = 0.4;
          g_assert_true (has_role (&figure, &scope_role_estimate_label));
        }
}

/* The numbers of the steps stay while η is dragged. */
static void
test_rate (void)
{
  guint n_numbers = 0, n_kept = 0;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (unsigned o = 0; o < SCOPE_N_CLASSES; o++)
      for (unsigned wired = 0; wired < 8; wired += 1 + i % 2)
        {
          double places[4];
          ScopeFigure figure;

          init_figure (&figure, i, o, wired, SCOPE_SHOW_DESCENT);
          figure.rate = 1.5;
          test_walk (&figure, places, 3);
          n_numbers += has_role (&figure, &scope_role_trail_label);
          n_kept += has_role (&figure, &scope_role_kept_label);
          drag_value (&figure, N_STEPS / 2, &figure.rate, 0.05, 12);
        }
  g_assert_cmpuint (n_numbers, >=, 50);
  g_assert_cmpuint (n_kept, >=, 50);
}

static void
test_stage (void)
{
  for (guint i = 0; i < 3; i++)
    for (unsigned o = 0; o < SCOPE_N_CLASSES; o++)
      {
        const ScopeStage stage = { .title = "Title", .n_steps = 3 };
        ScopeFigure figure;

        scope_figure_init (&figure);
        figure.width_px = sizes[i][0];
        figure.height_px = sizes[i][1];
        figure.digits = 3;
        figure.stage = &stage;
        figure.parameters.observed = o;
        scope_view_init (&figure.view, &figure.parameters, NULL);
        drag_through (&figure, N_STEPS);
      }
}

/* The sum's, whose minimum is inside of the axis. */
static void
test_many_flowers (void)
{
  static const guint counts[] = { 1, 3, 12, 150 };
  ScopeBatchRow iris[TEST_N_IRIS], rows[TEST_N_IRIS];

  test_load_iris (iris);
  for (guint i = 0; i < TEST_N_IRIS; i++)
    rows[i] = iris[(i * 61 + 10) % TEST_N_IRIS];
  for (guint c = 0; c < G_N_ELEMENTS (counts); c++)
    for (guint i = 0; i < 3; i++)
      for (unsigned wired = 1; wired < 8; wired += 1 + (i + c) % 3)
        {
          ScopeMany many = { rows, counts[c], 0, wired % 2 };
          ScopeFigure figure;

          scope_figure_init (&figure);
          figure.width_px = sizes[i][0];
          figure.height_px = sizes[i][1];
          set_wiring (&figure, wired);
          test_take_many (&figure, &many);
          if ((c + wired) % 2 == 0)
            {
              figure.show |= SCOPE_SHOW_DESCENT;
              figure.kept_trail = (ScopeTrail) { kept, N_KEPT, N_KEPT - 1, 2 };
            }
          drag_through (&figure, counts[c] > 12 ? 50 : N_STEPS);
        }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fonts = test_fonts ();
  g_test_add_func ("/drag/one-flower", test_one_flower);
  g_test_add_func ("/drag/more", test_more);
  g_test_add_func ("/drag/guess", test_guess);
  g_test_add_func ("/drag/rate", test_rate);
  g_test_add_func ("/drag/stage", test_stage);
  g_test_add_func ("/drag/many-flowers", test_many_flowers);
  return test_run (fonts);
}
