/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "readout.h"

#include <math.h>

#include "area.h"
#include "factors.h"
#include "figure-pointer.h"
#include "hidden.h"
#include "links.h"
#include "many-sum.h"
#include "markup.h"
#include "number.h"
#include "roles.h"
#include "shown.h"

/* The crosshair's numbers, and a place for them that yields to those of the picture. */

#define DIGITS 4
#define OPACITY 0.8
#define GROUND_OPACITY 0.94
/* In px where the text of the picture has 14 px or less; what is over a larger picture grows with
 * it. */
#define TEXT_SIZE 13.0
#define PAD 6.0
#define AWAY 14.0

static char *
readout (const ScopeFigure *figure, gboolean hidden, double value)
{
  return hidden ? g_strdup (SCOPE_HIDDEN) : scope_number_format (value, DIGITS, figure->decimal);
}

/* As it is printed at the point, were that there. */
static char *
read_sum (const ScopeFigure *there, double value, ScopeSmallSum of)
{
  ScopeOutcome outcome;

  if (there->many != NULL)
    return scope_many_number (there->many, &there->parameters, value, of, DIGITS, there->decimal);
  scope_outcome_evaluate (&there->parameters, &outcome);
  return of == SCOPE_SMALL_LOSS ? scope_factors_format_loss (&outcome, DIGITS, there->decimal)
                                : scope_factors_format_result (&outcome, DIGITS, there->decimal);
}

/* Of what the panels show: of one flower, or of the sum. */
static char *
read_panel (const ScopeFigure *figure, unsigned hidden, double bias)
{
  ScopeFigure there = *figure;
  ScopeMany many;
  ScopeBatchOutcome at;
  g_autofree char *b = NULL, *loss = NULL, *gradient = NULL;

  there.parameters.b = bias;
  /* The sum that is known is that at the figure's own b₃. */
  if (figure->many != NULL)
    {
      many = *figure->many;
      many.sum = NULL;
      there.many = &many;
    }
  if (!scope_shown_evaluate (&there, &at))
    return NULL;
  b = readout (figure, FALSE, bias);
  loss = hidden & SCOPE_PLACE_LOSS ? g_strdup (SCOPE_HIDDEN) : read_sum (&there, at.loss, SCOPE_SMALL_LOSS);
  gradient = hidden & SCOPE_PLACE_GRADIENT ? g_strdup (SCOPE_HIDDEN)
                                           : read_sum (&there, at.dl_db, SCOPE_SMALL_GRADIENT);
  return g_strdup_printf ("*b*_3 = %s    *L* = %s    *∂L*/*∂b*_3 = %s", b, loss, gradient);
}

/* p_o with z_k = z, the other logits as they are. */
static double
probability_at (const ScopeFigure *figure, const ScopeOutcome *outcome, unsigned k, double z)
{
  ScopeParameters along = scope_links_alone (&figure->parameters, outcome, k);
  ScopeOutcome there;

  along.b = z;
  return scope_outcome_evaluate (&along, &there) == SCOPE_STATUS_OK ? there.p[along.observed] : NAN;
}

static char *
read_link (const ScopeFigure *figure, unsigned hidden, ScopePanel panel, double part)
{
  const ScopeParameters *in = &figure->parameters;
  ScopeOutcome outcome;
  ScopeLinks links;
  double lo, hi, at;
  g_autofree char *across = NULL, *up = NULL;

  if (scope_outcome_evaluate (in, &outcome) != SCOPE_STATUS_OK
      || !scope_links_find (figure, &outcome, &links))
    return NULL;
  if (panel == SCOPE_PANEL_LINK_LOGIT)
    {
      at = figure->view.axis_lo * (1 - part) + figure->view.axis_hi * part;
      across = readout (figure, FALSE, at);
      /* Two of them would tell the weight. */
      up = readout (figure, hidden & SCOPE_PLACE_DZ_DB, scope_links_logit (in, links.k, at));
      return g_strdup_printf ("*b*_3 = %s    *z*_%u = %s", across, links.k + 1, up);
    }

  scope_links_get_x (&links, panel, &lo, &hi);
  at = lo * (1 - part) + hi * part;
  if (panel == SCOPE_PANEL_LINK_PROBABILITY)
    {
      across = readout (figure, FALSE, at);
      up = readout (figure, hidden & SCOPE_PLACE_P_OBSERVED, probability_at (figure, &outcome, links.k, at));
      return g_strdup_printf ("*z*_%u = %s    *p*_%u = %s", links.k + 1, across, in->observed + 1, up);
    }
  /* The axis goes on a little beyond what a probability can be. */
  at = CLAMP (at, 0, 1);
  across = readout (figure, hidden & SCOPE_PLACE_P_OBSERVED, at);
  up = readout (figure, hidden & SCOPE_PLACE_LOSS, at < 1 ? -log (at) : 0);
  return g_strdup_printf ("*p*_%u = %s    *L* = %s", in->observed + 1, across, up);
}

char *
scope_readout_text (const ScopeFigure *figure, ScopePanel panel, const ScopeRect *rect, double x)
{
  unsigned hidden = scope_hidden_places (figure->hide, &figure->parameters);

  if (panel < SCOPE_PANEL_LINK_LOGIT)
    return read_panel (figure, hidden, scope_figure_bias_at (figure, panel, rect, x));
  return read_link (figure, hidden, panel, (x - rect->x) / rect->width);
}

static gboolean
is_free (const ScopeScene *scene, const ScopeRect *box)
{
  if (box->x < 0 || box->y < 0 || box->x + box->width > scope_scene_get_width (scene)
      || box->y + box->height > scope_scene_get_height (scene))
    return FALSE;
  for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
    {
      const ScopeItem *item = scope_scene_get_item (scene, i);
      ScopeRect taken;

      if (item->line == NULL && item->role != &scope_role_point)
        continue;
      scope_scene_get_bounds (scene, item, &taken);
      if (scope_rect_overlaps (box, &taken))
        return FALSE;
    }
  return TRUE;
}

gboolean
scope_readout_place (const ScopeScene *scene, double x, double y, ScopeRect *box)
{
  double away = AWAY * scope_scene_get_hair (scene);
  const double across[] = { x + away, x - away - box->width, x - box->width / 2 };
  const double down[] = { y - away - box->height, y + away };

  for (guint row = 0; row < G_N_ELEMENTS (down); row++)
    for (guint column = 0; column < G_N_ELEMENTS (across); column++)
      {
        box->x = across[column];
        box->y = down[row];
        if (is_free (scene, box))
          return TRUE;
      }
  return FALSE;
}

static void
add_segment (ScopeScene *overlay, double x1, double y1, double x2, double y2)
{
  const ScopePoint ends[2] = { { x1, y1 }, { x2, y2 } };

  scope_scene_add (overlay, &(ScopeItem) { .role = &scope_role_crosshair,
                                           .shape = SCOPE_SHAPE_POLYLINE,
                                           .stroke = SCOPE_INK_AXIS,
                                           .width_px = scope_scene_get_hair (overlay),
                                           .opacity = OPACITY,
                                           .clip = -1,
                                           .points = ends,
                                           .n_points = 2 });
}

/* Its ground lets shine through what is there, its edge does not. */
static void
add_box (ScopeScene *overlay, const ScopeRect *box)
{
  const ScopePoint corners[2] = { { box->x, box->y }, { box->x + box->width, box->y + box->height } };
  ScopeItem item = { .role = &scope_role_crosshair,
                     .shape = SCOPE_SHAPE_RECT,
                     .fill = SCOPE_INK_GROUND,
                     .opacity = GROUND_OPACITY,
                     .clip = -1,
                     .points = corners,
                     .n_points = 2 };

  scope_scene_add (overlay, &item);
  item.fill = SCOPE_INK_NONE;
  item.stroke = SCOPE_INK_AXIS;
  item.width_px = scope_scene_get_hair (overlay);
  item.opacity = 1;
  scope_scene_add (overlay, &item);
}

/* The exact values in a box beside the pointer, where it covers nothing that is printed. */
static void
add_numbers (ScopeScene *overlay, const ScopeScene *scene, ScopeFonts *fonts, const char *markup, double x,
             double y)
{
  double hair = scope_scene_get_hair (scene), pad = PAD * hair;
  g_autoptr (ScopeLine) line = scope_markup_new_line (fonts, TEXT_SIZE * hair, SCOPE_FACE_TEXT, markup);
  ScopeLineSize size;
  ScopePoint start;
  ScopeRect box;

  scope_line_get_size (line, &size);
  box.width = ceil (size.width_px + 2 * pad);
  box.height = ceil (size.ascent_px + size.descent_px + 2 * pad);
  if (!scope_readout_place (scene, x, y, &box))
    return;
  box.x = scope_area_snap (box.x);
  box.y = scope_area_snap (box.y);
  add_box (overlay, &box);
  start = (ScopePoint) { box.x + pad, box.y + pad + size.ascent_px };
  scope_scene_add (overlay, &(ScopeItem) { .role = &scope_role_crosshair,
                                           .shape = SCOPE_SHAPE_LINE,
                                           .fill = SCOPE_INK_TEXT,
                                           .opacity = 1,
                                           .clip = -1,
                                           .points = &start,
                                           .n_points = 1,
                                           .line = g_steal_pointer (&line) });
}

ScopeScene *
scope_readout_build (const ScopeScene *scene, ScopeFonts *fonts, const ScopeRect *rect, const char *markup,
                     double x, double y)
{
  double across = scope_area_snap (x), down = scope_area_snap (y);
  ScopeScene *overlay = scope_scene_new (scope_scene_get_width (scene), scope_scene_get_height (scene),
                                         scope_scene_get_theme (scene));

  scope_scene_set_unit (overlay, scope_scene_get_unit (scene));
  add_segment (overlay, across, rect->y, across, rect->y + rect->height);
  add_segment (overlay, rect->x, down, rect->x + rect->width, down);
  if (markup != NULL)
    add_numbers (overlay, scene, fonts, markup, x, y);
  return overlay;
}
