/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "spelled.h"

#include <glib/gi18n-lib.h>

#include "derivation.h"
#include "markup.h"
#include "number.h"
#include "pen.h"
#include "plan.h"
#include "subject.h"

/* The factors spelled out, how they cancel, the punch line. */

/* Of a fraction, below its bar, in the size of the text. */
#define DENOMINATOR_AT 0.72

static void
put (ScopePen *pen, ScopeInk ink, const char *markup)
{
  scope_pen_text (pen, &scope_role_step, 0, ink, markup);
}

/* What the rows go on from: the formula right above them, else they say themselves what they are equal to. */
static void
write_left_side (ScopePen *pen)
{
  const ScopeSubject *subject = pen->subject;
  const ScopeSpot *formula = &pen->plan->at[SCOPE_BLOCK_FORMULA];
  gboolean above = formula->rect.height > 0;
  g_autofree char *left = g_strdup_printf ("%s/*∂b*_3  ", subject->dl_symbol);

  if (subject->figure->stage != NULL)
    above = above && formula->form == 0 && pen->plan->at[SCOPE_BLOCK_DIAGRAM].rect.height <= 0;
  if (!above)
    put (pen, SCOPE_INK_GRADIENT, left);
}

/* The third factor, in brackets where it is negative. */
static void
put_weight (ScopePen *pen)
{
  const ScopeSubject *subject = pen->subject;
  g_autofree char *weight = scope_derivation_number (subject->factors.dz_db[subject->path], FALSE);

  put (pen, SCOPE_INK_DZ_DB, weight);
}

/* 1/p_o, and the p_o of the second factor; struck through where they cancel. */
static void
write_inverse (ScopePen *pen, const char *p, gboolean struck)
{
  ScopePen below;
  double from = pen->x;

  scope_pen_fraction (pen, &scope_role_step, 0, SCOPE_INK_DL_DP, "1", p);
  below = *pen;
  below.axis += DENOMINATOR_AT * pen->size_px;
  if (struck)
    scope_pen_strike (&below, from);
}

static void
write_probability (ScopePen *pen, const char *p, gboolean struck)
{
  double from = pen->x;

  put (pen, SCOPE_INK_DP_DZ, p);
  if (struck)
    scope_pen_strike (pen, from);
}

/* −1/p_o · p_o(1 − p_o) · w, or −1/p_o · (−p_o·p_k) · w. */
static void
write_factors (ScopePen *pen, gboolean struck)
{
  const ScopeSubject *subject = pen->subject;
  const ScopePlan *plan = pen->plan;
  unsigned k = subject->path;
  gboolean own = k == subject->figure->parameters.observed;
  g_autofree char *p = scope_derivation_p (subject, plan, subject->figure->parameters.observed);
  g_autofree char *p_k = scope_derivation_p (subject, plan, k);
  g_autofree char *rest = own ? g_strdup_printf ("(1 − %s)", p) : g_strdup_printf ("·%s)", p_k);

  put (pen, SCOPE_INK_TEXT, "=  −");
  write_inverse (pen, p, struck);
  put (pen, SCOPE_INK_TEXT, own ? " · " : " · (−");
  write_probability (pen, p, struck);
  put (pen, SCOPE_INK_DP_DZ, rest);
  put (pen, SCOPE_INK_TEXT, " · ");
  put_weight (pen);
}

/* For several paths: the same for each k, under one sum. */
static void
write_general (ScopePen *pen, gboolean struck)
{
  g_autofree char *p
    = scope_derivation_p (pen->subject, pen->plan, pen->subject->figure->parameters.observed);

  put (pen, SCOPE_INK_TEXT, "=  ∑_{*k*}  −");
  write_inverse (pen, p, struck);
  put (pen, SCOPE_INK_TEXT, " · ");
  write_probability (pen, p, struck);
  put (pen, SCOPE_INK_DP_DZ, "(*y*_{*k*} − *p*_{*k*})");
  put (pen, SCOPE_INK_TEXT, " · ");
  put (pen, SCOPE_INK_DZ_DB, "*w*_{*k*}");
}

void
scope_spelled_write (ScopePen *pen)
{
  write_left_side (pen);
  if (pen->subject->factors.n_wired > 1)
    write_general (pen, FALSE);
  else
    write_factors (pen, FALSE);
}

/* What is left once p_o has cancelled. */
void
scope_spelled_write_rest (ScopePen *pen)
{
  const ScopeSubject *subject = pen->subject;
  const ScopePlan *plan = pen->plan;
  unsigned k = subject->path;
  gboolean own = k == subject->figure->parameters.observed;
  g_autofree char *p_k = scope_derivation_p (subject, plan, k);
  gboolean plain = subject->figure->parameters.w[k] == 1 && !scope_subject_hides (subject, SCOPE_PLACE_DZ_DB);
  g_autofree char *rest = own ? g_strdup_printf ("=  −(1 − %s)", p_k) : g_strdup_printf ("=  %s", p_k);
  g_autofree char *turned = g_strdup_printf (plain ? "  =  %s − 1" : "  =  (%s − 1)", p_k);

  if (subject->factors.n_wired > 1)
    {
      put (pen, SCOPE_INK_GRADIENT, "=  ∑_{*k*} (*p*_{*k*} − *y*_{*k*}) · *w*_{*k*}");
      return;
    }
  for (int i = 0; i < (own ? 2 : 1); i++)
    {
      put (pen, SCOPE_INK_GRADIENT, i == 0 ? rest : turned);
      if (plain)
        continue;
      put (pen, SCOPE_INK_TEXT, " · ");
      put_weight (pen);
    }
}

void
scope_spelled_write_cancelled (ScopePen *pen)
{
  /* In the window what is spelled out stands above. */
  if (pen->subject->figure->stage != NULL)
    write_left_side (pen);
  if (pen->subject->factors.n_wired > 1)
    write_general (pen, TRUE);
  else
    write_factors (pen, TRUE);
  if (pen->plan->tall)
    return;
  scope_pen_space (pen, 0.5);
  scope_spelled_write_rest (pen);
}

static void
write_words (ScopePen *pen)
{
  scope_pen_text (pen, &scope_role_step, 0, SCOPE_INK_TEXT, _ ("predicted minus observed"));
}

/* −0.8491, 0.3966, 0.4525: of every logit; one of them may be the gradient. */
static void
write_residuals (ScopePen *pen)
{
  const ScopeSubject *subject = pen->subject;

  put (pen, SCOPE_INK_TEXT, "=  ");
  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    {
      g_autofree char *plain = scope_markup_escape (subject->factors.dl_dz[k]);

      put (pen, SCOPE_INK_TEXT, k > 0 ? ",  " : "");
      put (pen, k == scope_subject_gradient_class (subject) ? SCOPE_INK_GRADIENT : SCOPE_INK_TEXT, plain);
    }
}

/* ∂L/∂z_k = p_k − y_k; in a hall its numbers stand in the table above. */
void
scope_spelled_write_punch_line (ScopePen *pen)
{
  g_autofree char *rule
    = g_strdup_printf ("%s/*∂z*_{*k*}  =  *p*_{*k*} − *y*_{*k*}", pen->subject->dl_symbol);

  put (pen, SCOPE_INK_GRADIENT, rule);
  if (pen->subject->figure->stage != NULL)
    return;
  scope_pen_space (pen, 0.5);
  write_residuals (pen);
  if (pen->plan->tall)
    return;
  scope_pen_space (pen, 1.2);
  write_words (pen);
}

void
scope_spelled_write_hidden (ScopePen *pen)
{
  write_left_side (pen);
  scope_pen_text (pen, &scope_role_step, SCOPE_STEP_HIDDEN, SCOPE_INK_TEXT, "=  " SCOPE_HIDDEN);
}
