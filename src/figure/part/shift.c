/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "shift.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "canvas.h"
#include "markup.h"
#include "number.h"
#include "pen.h"
#include "plan.h"
#include "sentences.h"
#include "subject.h"

/* The same c on all three logits, and why softmax does not see it. */

/* In the size of the text. The lines of a quotient are further apart than those of a plain fraction:
 * powers stand between them and the bar. */
#define POWER_SIZE 0.74
#define POWER_RISE 0.44
#define ABOVE 0.64
#define BELOW 0.9
#define STRIKE_WIDTH 0.05
#define OVERHANG 0.12
#define BAR_WIDTH 0.055

typedef void (*WriteSide) (ScopePen *pen);

static void
put (ScopePen *pen, ScopeInk ink, const char *markup)
{
  scope_pen_text (pen, &scope_role_shift, 0, ink, markup);
}

/* e^exponent, whose exponent has subscripts of its own. */
static void
put_power (ScopePen *pen, const char *exponent)
{
  ScopePen power;

  put (pen, SCOPE_INK_TEXT, "*e*");
  power = *pen;
  power.size_px *= POWER_SIZE;
  power.axis -= POWER_RISE * pen->size_px;
  put (&power, SCOPE_INK_TEXT, exponent);
  pen->x = power.x + 0.06 * pen->size_px;
}

static void
put_struck (ScopePen *pen)
{
  double from = pen->x, em = pen->size_px;

  put_power (pen, "*c*");
  /* Flat and thin, so that the power stays legible. */
  if (!pen->dry)
    scope_canvas_draw_segment (pen->canvas, &scope_role_strike, 0, SCOPE_INK_TEXT, STRIKE_WIDTH * em,
                               SCOPE_DASH_SOLID, -1, from - 0.1 * em, pen->axis + 0.3 * em,
                               pen->x + 0.12 * em, pen->axis - 0.3 * em);
  put (pen, SCOPE_INK_TEXT, " · ");
}

static void
write_shifted (ScopePen *pen)
{
  put_power (pen, "*z*_{*k*} + *c*");
}

static void
write_all_shifted (ScopePen *pen)
{
  put (pen, SCOPE_INK_TEXT, "∑_{*j*} ");
  put_power (pen, "*z*_{*j*} + *c*");
}

static void
write_apart (ScopePen *pen)
{
  put_struck (pen);
  put_power (pen, "*z*_{*k*}");
}

static void
write_all_apart (ScopePen *pen)
{
  put_struck (pen);
  put (pen, SCOPE_INK_TEXT, "∑_{*j*} ");
  put_power (pen, "*z*_{*j*}");
}

static double
width_of (const ScopePen *pen, WriteSide write)
{
  ScopePen side = *pen;

  side.dry = TRUE;
  write (&side);
  return side.x - pen->x;
}

static void
write_centred (const ScopePen *pen, WriteSide write, double middle, double drop)
{
  ScopePen side = *pen;

  side.x = middle - width_of (pen, write) / 2;
  side.axis += drop * pen->size_px;
  write (&side);
}

static void
put_quotient (ScopePen *pen, WriteSide above, WriteSide below)
{
  double em = pen->size_px;
  double width = fmax (width_of (pen, above), width_of (pen, below)) + 2 * OVERHANG * em;

  write_centred (pen, above, pen->x + width / 2, -ABOVE);
  write_centred (pen, below, pen->x + width / 2, BELOW);
  if (!pen->dry)
    scope_canvas_draw_segment (pen->canvas, &scope_role_shift, 0, SCOPE_INK_TEXT, BAR_WIDTH * em,
                               SCOPE_DASH_SOLID, -1, pen->x, pen->axis, pen->x + width, pen->axis);
  pen->x += width;
}

/* p_k = e^{z_k + c}/Σ e^{z_j + c} = e^c·e^{z_k}/(e^c·Σ e^{z_j}) */
void
scope_shift_write_algebra (ScopePen *pen)
{
  put (pen, SCOPE_INK_TEXT, "*p*_{*k*}  =  ");
  put_quotient (pen, write_shifted, write_all_shifted);
  put (pen, SCOPE_INK_TEXT, "  =  ");
  put_quotient (pen, write_apart, write_all_apart);
  scope_pen_space (pen, 0.75);
  put (pen, SCOPE_INK_TEXT, _ ("*c* cancels"));
}

/* What follows, which may have a row of its own. */
static const char *
effect (void)
{
  return _ ("every *z* moves, no *p*, no loss, no gradient");
}

void
scope_shift_write_words (ScopePen *pen)
{
  const ScopeSubject *subject = pen->subject;
  const ScopePlan *plan = pen->plan;
  double shift = subject->figure->parameters.shift;
  g_autofree char *number = scope_subject_number (subject, shift);
  g_autofree char *plain = scope_markup_escape (number);
  /* Translators: a number. */
  g_autofree char *added = shift == 0 ? g_strdup (_ ("add one *c* to all three"))
                                      : g_strdup_printf (_ ("*c* = %s added to all three"), plain);
  /* Translators: what is added to all three logits, and what follows. */
  g_autofree char *all = g_strdup_printf (_ ("%s:  %s"), added, effect ());

  put (pen, SCOPE_INK_TEXT, plan->tall ? added : all);
}

void
scope_shift_write_effect (ScopePen *pen)
{
  put (pen, SCOPE_INK_TEXT, effect ());
}

/* With b₃ on all three the 0 is the gradient that a class may have to predict. */
void
scope_shift_write_wiring (ScopePen *pen)
{
  const ScopeSubject *subject = pen->subject;
  const double *w = subject->figure->parameters.w;
  g_autofree char *markup = NULL;

  if (w[0] != w[1] || w[1] != w[2])
    {
      put (pen, SCOPE_INK_TEXT_DIM, _ ("*b*_3 on all three would be such a shift: gradient 0"));
      return;
    }
  markup = g_strdup_printf (_ ("*b*_3 on all three alike, as here, is such a shift: gradient %s"),
                            scope_subject_hides (subject, SCOPE_PLACE_GRADIENT) ? SCOPE_HIDDEN : "0");
  put (pen, SCOPE_INK_TEXT_DIM, markup);
}

/* "2 added to all three logits moves every z and nothing else" */
void
scope_shift_say (GString *text, const ScopeSubject *subject)
{
  const ScopeFigure *figure = subject->figure;
  g_autofree char *number = scope_number_format (figure->parameters.shift, figure->digits, figure->decimal);
  /* Translators: a number. */
  g_autofree char *shift
    = figure->parameters.shift == 0
        ? g_strdup (_ ("One number added to all three logits moves every z and nothing else"))
        : g_strdup_printf (_ ("%s added to all three logits moves every z and nothing else"), number);

  scope_sentences_add (text, shift);
}
