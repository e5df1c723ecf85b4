/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "layout-parts.h"

#include <math.h>

#include "derivation.h"
#include "links.h"
#include "parts.h"
#include "shown.h"
#include "waterfall-layout.h"

/* Which parts yield to the panels where a picture is too low for all, and which come back. */

/* In em. */
#define LEAST_LINKS_WIDTH 40.0

/* The plot keeps this height as long as anything else can yield. */
#define LEAST_PLOT_PX 260.0
#define LEAST_PLOT_PART 0.62
/* This much of the picture is the plot, and with a third panel. */
#define LEAST_PLOT_SHARE 0.36
#define LEAST_PLOT_SHARE_3 0.46
#define LEAST_PLOT_LINES 14.0
#define LEAST_LINES_BY_FORMULA 9.0
#define LEAST_PLOT_LINES_3 23.0

#define MOST_YIELDING 9

double
scope_parts_hood_height (const ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
                         const ScopeParts *parts)
{
  return parts->hood        ? scope_hood_strip_height (canvas, subject, plan)
         : parts->hood_line ? scope_hood_line_height (canvas, subject)
                            : 0;
}

double
scope_parts_waterfall_height (const ScopeCanvas *canvas, const ScopeSubject *subject, const ScopeParts *parts)
{
  return scope_waterfall_height (canvas, subject, parts->waterfall, INFINITY);
}

/* One caption over the chain, one more over linked plots, which stand further below. */
static double
alone_height (const ScopeCanvas *canvas, const ScopePlan *plan, const ScopeParts *parts)
{
  gboolean bar = parts->bar && plan->side.width <= 0;
  int n = (parts->alone_chain && (bar || parts->formula || parts->diagram)) + parts->links;

  return parts->alone ? n * SCOPE_LAYOUT_ALONE * canvas->em : 0;
}

double
scope_parts_plot_height (const ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
                         const ScopeParts *parts)
{
  double em = canvas->em;
  guint n = parts->probabilities ? 3 : 2;
  double taken = 2 * SCOPE_LAYOUT_PAD * em + (SCOPE_LAYOUT_AXIS_TICKS + SCOPE_LAYOUT_AXIS_TITLE) * em
                 + n * SCOPE_LAYOUT_TITLE * em + (n - 1) * SCOPE_LAYOUT_PANEL_GAP * em;

  taken += plan->caption.height;
  taken += parts->question ? SCOPE_LAYOUT_QUESTION * em : 0;
  taken += alone_height (canvas, plan, parts);
  if (plan->side.width <= 0)
    {
      taken += parts->bar ? (SCOPE_LAYOUT_BAR + SCOPE_LAYOUT_BAR_GAP) * em : 0;
      taken += parts->residuals ? SCOPE_LAYOUT_RESIDUALS * em : 0;
      taken += scope_parts_hood_height (canvas, subject, plan, parts);
      taken += scope_parts_waterfall_height (canvas, subject, parts);
    }
  taken += parts->formula ? scope_formula_height (canvas, plan) : 0;
  taken += parts->diagram ? scope_diagram_height (plan) : 0;
  taken += parts->steps ? scope_steps_height (canvas, subject, plan) : 0;
  taken += parts->links ? SCOPE_LAYOUT_LINKS * em : 0;
  return subject->figure->height_px - taken;
}

/* Each panel has room for its curve and a few lines of text beside it. */
static double
least_height (const ScopeCanvas *canvas, const ScopeSubject *subject, const ScopeParts *parts)
{
  double lines = (parts->probabilities ? LEAST_PLOT_LINES_3 : LEAST_PLOT_LINES) * canvas->em;

  double share = parts->probabilities ? LEAST_PLOT_SHARE_3 : LEAST_PLOT_SHARE;

  return fmin (fmax (fmax (LEAST_PLOT_PX, lines), share * subject->figure->height_px),
               LEAST_PLOT_PART * subject->figure->height_px);
}

/* The formula is the last to yield: for it alone the plot shrinks to its very least. A walk of many
 * flowers is about their sum. */
static double
height_beside (const ScopeCanvas *canvas, const ScopeSubject *subject, const ScopeParts *parts,
               gboolean formula)
{
  double least = least_height (canvas, subject, parts);

  return formula && !scope_many_walks (subject->figure)
           ? fmin (least, fmax (LEAST_PLOT_PX, LEAST_LINES_BY_FORMULA * canvas->em))
           : least;
}

/* Once all else has its place: what the plot can spare for it, for a single line down to its very
 * least. */
static ScopeWaterfallForm
choose_waterfall (const ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
                  const ScopeParts *parts)
{
  ScopeParts with = *parts;

  if (plan->side.width > 0)
    return SCOPE_WATERFALL_NONE;
  with.waterfall = SCOPE_WATERFALL_STRIP;
  if (scope_parts_plot_height (canvas, subject, plan, &with) >= least_height (canvas, subject, &with))
    return SCOPE_WATERFALL_STRIP;
  with.waterfall = SCOPE_WATERFALL_LINE;
  return scope_parts_plot_height (canvas, subject, plan, &with) >= LEAST_PLOT_PX ? SCOPE_WATERFALL_LINE
                                                                                 : SCOPE_WATERFALL_NONE;
}

static ScopeParts
find_asked (const ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan)
{
  unsigned show = subject->figure->stage == NULL ? subject->figure->show : 0;
  gboolean bar = (show & SCOPE_SHOW_BAR) != 0;
  ScopeParts parts
    = { .question = (show & SCOPE_SHOW_QUESTION) != 0,
        .bar = bar,
        .residuals = bar,
        .probabilities = (show & SCOPE_SHOW_PROBABILITIES) != 0,
        .formula = (show & SCOPE_SHOW_FORMULA) != 0,
        .diagram = (show & SCOPE_SHOW_DIAGRAM) != 0,
        .steps = subject->figure->stage == NULL && scope_steps_height (canvas, subject, plan) > 0,
        .links = plan->side.width <= 0 && (show & SCOPE_SHOW_LINKS) != 0
                 && plan->main.width >= LEAST_LINKS_WIDTH * canvas->em,
        .hood = scope_hood_strip_height (canvas, subject, plan) > 0,
        .alone = subject->figure->stage == NULL && scope_many_is_alone (subject->figure),
        .alone_chain = TRUE,
        .waterfall = SCOPE_WATERFALL_NONE };

  /* What one walks for has its place before the chain of one flower; else a line of it has. */
  if (plan->side.width <= 0)
    parts.waterfall = scope_many_walks (subject->figure) ? SCOPE_WATERFALL_STRIP : SCOPE_WATERFALL_LINE;
  return parts;
}

static gboolean
fits (const ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, const ScopeParts *parts,
      gboolean formula)
{
  return scope_parts_plot_height (canvas, subject, plan, parts)
         >= height_beside (canvas, subject, parts, formula);
}

/* Takes the part away until the rest fits, its rows of steps one after the other; not where that
 * helps nothing: in the second column it is in nobody's way. */
static void
yield (ScopeCanvas *canvas, const ScopeSubject *subject, ScopePlan *plan, ScopeParts *parts, gboolean *part)
{
  gboolean formula = part == &parts->formula;
  double before;

  if (!*part)
    return;
  while (part == &parts->steps && !fits (canvas, subject, plan, parts, FALSE)
         && scope_steps_yield (canvas, subject, plan))
    continue;
  if (fits (canvas, subject, plan, parts, formula))
    return;
  /* Its symbols have the flower's number, too. */
  parts->alone_chain = !formula;
  if (fits (canvas, subject, plan, parts, formula))
    return;
  parts->alone_chain = TRUE;
  before = scope_parts_plot_height (canvas, subject, plan, parts);
  *part = FALSE;
  /* Without a third panel the others get along with less. */
  if (part != &parts->probabilities && scope_parts_plot_height (canvas, subject, plan, parts) <= before)
    *part = TRUE;
}

/* A step of a descent takes no part away that was there before: it says less of itself. */
static void
yield_walk (ScopeCanvas *canvas, const ScopeSubject *subject, ScopePlan *plan, const ScopeParts *parts)
{
  while (parts->steps && !fits (canvas, subject, plan, parts, FALSE)
         && scope_steps_yield_walk (canvas, subject, plan))
    continue;
}

/* Unless one walks, the line of the sum goes before the formula does, and after its caption. */
static void
yield_line (const ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, ScopeParts *parts)
{
  ScopeParts bare = *parts;

  bare.alone_chain = FALSE;
  if (parts->formula && !scope_many_walks (subject->figure) && !fits (canvas, subject, plan, &bare, TRUE))
    parts->waterfall = SCOPE_WATERFALL_NONE;
}

/* What went before something larger may have room again. */
static void
take_back (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, ScopeParts *parts,
           gboolean *part, gboolean asked)
{
  if (*part || !asked || (part == &parts->diagram && !parts->formula)
      || (part == &parts->residuals && !parts->bar))
    return;
  *part = TRUE;
  if (!fits (canvas, subject, plan, parts, FALSE))
    *part = FALSE;
}

/* What yields, in this order, until the plot has the height that it needs. */
ScopeParts
scope_parts_choose (ScopeCanvas *canvas, const ScopeSubject *subject, ScopePlan *plan)
{
  const ScopeParts asked = find_asked (canvas, subject, plan);
  ScopeParts parts = asked;
  gboolean walk = scope_many_walks (subject->figure);
  gboolean *const usual[MOST_YIELDING]
    = { &parts.probabilities, &parts.residuals, &parts.question, &parts.links,  &parts.bar,
        &parts.diagram,       &parts.steps,     &parts.hood,     &parts.formula };
  gboolean *const walking[MOST_YIELDING]
    = { &parts.probabilities, &parts.links,   &parts.diagram, &parts.residuals, &parts.question,
        &parts.bar,           &parts.formula, &parts.hood,    &parts.steps };
  gboolean *const *yielding = walk ? walking : usual;

  for (guint i = 0; i < MOST_YIELDING; i++)
    {
      if (yielding[i] == &parts.steps && parts.waterfall == SCOPE_WATERFALL_STRIP
          && !fits (canvas, subject, plan, &parts, FALSE))
        parts.waterfall = SCOPE_WATERFALL_LINE;
      if (yielding[i] == &parts.formula)
        yield_line (canvas, subject, plan, &parts);
      if (yielding[i] == &parts.question && !walk)
        yield_walk (canvas, subject, plan, &parts);
      yield (canvas, subject, plan, &parts, yielding[i]);
    }
  for (guint i = MOST_YIELDING; walk && i-- > 0;)
    {
      gsize offset = (gsize) ((char *) yielding[i] - (char *) &parts);

      if (yielding[i] != &parts.steps)
        take_back (canvas, subject, plan, &parts, yielding[i],
                   *(const gboolean *) (const void *) ((const char *) &asked + offset));
    }
  /* A single line may still have room where all of the block has none. */
  parts.hood_line = !parts.hood && scope_hood_strip_height (canvas, subject, plan) > 0;
  if (scope_parts_plot_height (canvas, subject, plan, &parts) < least_height (canvas, subject, &parts))
    parts.hood_line = FALSE;
  parts.waterfall = SCOPE_WATERFALL_NONE;
  parts.waterfall = choose_waterfall (canvas, subject, plan, &parts);
  return parts;
}

/* --- The second column */

static double
bar_height (const ScopeCanvas *canvas, const ScopeParts *parts)
{
  double bar = parts->bar ? SCOPE_LAYOUT_BAR + SCOPE_LAYOUT_BAR_GAP : 0;

  return (bar + (parts->residuals ? SCOPE_LAYOUT_RESIDUALS : 0)) * canvas->em;
}

/* With fewer rows or closer together where the linked plots have room only then. */
static double
find_waterfall (const ScopeCanvas *canvas, const ScopeSubject *subject, double room, double links,
                ScopeWaterfallForm *form)
{
  static const ScopeWaterfallForm forms[] = { SCOPE_WATERFALL_COLUMN, SCOPE_WATERFALL_TIGHT };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (forms); i++)
    {
      double height = scope_waterfall_height (canvas, subject, forms[i % 2], room - (i < 2 ? links : 0));

      *form = forms[i % 2];
      if (height > 0)
        return height;
    }
  return 0;
}

/* The linked plots yield to the hood where both have no room. */
static void
find_hood (const ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, double room,
           double links, ScopeSideParts *side)
{
  double least = scope_hood_side_height (canvas, subject, plan);

  if (least <= 0)
    return;
  side->hood = room;
  if (links > 0 && room >= least + links)
    side->hood = fmin (fmax (least, 0.45 * room), room - links);
}

ScopeSideParts
scope_parts_fill_side (const ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
                       const ScopeParts *parts)
{
  const ScopeFigure *figure = subject->figure;
  double em = canvas->em, room = figure->height_px - 2 * SCOPE_LAYOUT_PAD * em;
  gboolean wants_links = (figure->show & SCOPE_SHOW_LINKS) != 0;
  double links = wants_links ? SCOPE_LINKS_LEAST_HEIGHT * em : 0;
  ScopeSideParts side = { 0 };

  if (plan->side.width <= 0 || figure->stage != NULL)
    return side;
  room -= parts->question ? SCOPE_LAYOUT_QUESTION * em : 0;
  side.alone = parts->alone && (parts->bar || wants_links) ? SCOPE_LAYOUT_ALONE * em : 0;
  room -= bar_height (canvas, parts) + side.alone;
  side.waterfall = find_waterfall (canvas, subject, room, links, &side.form);
  room -= side.waterfall;
  find_hood (canvas, subject, plan, room, links, &side);
  room -= side.hood;
  side.links = wants_links && (side.waterfall <= 0 || room >= links) ? room : 0;
  if (side.links <= 0 && !parts->bar)
    side.alone = 0;
  return side;
}

/* --- How much is shown */

static unsigned
weigh (const gboolean *shown, unsigned n)
{
  unsigned weight = 0;

  for (unsigned i = 0; i < n; i++)
    weight = weight << 1 | (shown[i] != FALSE);
  return weight;
}

unsigned
scope_parts_weigh (const ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
                   const ScopeParts *parts)
{
  const ScopeSideParts side = scope_parts_fill_side (canvas, subject, plan, parts);
  gboolean column = plan->side.width > 0, walk = scope_many_walks (subject->figure);
  const gboolean line = side.waterfall > 0 || parts->waterfall != SCOPE_WATERFALL_NONE;
  const gboolean bars = side.waterfall > 0 || parts->waterfall == SCOPE_WATERFALL_STRIP;
  const gboolean links = column ? side.links >= SCOPE_LINKS_LEAST_HEIGHT * canvas->em : parts->links;
  const gboolean usual[] = { parts->formula,  line,  parts->steps, parts->diagram,   parts->bar,
                             parts->question, links, bars,         parts->residuals, parts->probabilities };
  const gboolean walking[]
    = { parts->steps,     line,           bars,  parts->formula,      parts->bar, parts->question,
        parts->residuals, parts->diagram, links, parts->probabilities };

  return weigh (walk ? walking : usual, G_N_ELEMENTS (usual));
}

unsigned
scope_parts_weigh_all (const ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan)
{
  unsigned show = subject->figure->show;
  gboolean waterfall = (show & SCOPE_SHOW_WATERFALL) != 0, bar = (show & SCOPE_SHOW_BAR) != 0;
  gboolean steps = scope_steps_height (canvas, subject, plan) > 0, walk = scope_many_walks (subject->figure);
  gboolean formula = (show & SCOPE_SHOW_FORMULA) != 0, diagram = (show & SCOPE_SHOW_DIAGRAM) != 0;
  gboolean question = (show & SCOPE_SHOW_QUESTION) != 0, links = (show & SCOPE_SHOW_LINKS) != 0;
  gboolean probabilities = (show & SCOPE_SHOW_PROBABILITIES) != 0;
  const gboolean usual[]
    = { formula, waterfall, steps, diagram, bar, question, links, waterfall, bar, probabilities };
  const gboolean walking[]
    = { steps, waterfall, waterfall, formula, bar, question, bar, diagram, links, probabilities };

  return weigh (walk ? walking : usual, G_N_ELEMENTS (usual));
}
