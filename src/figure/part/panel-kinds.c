/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel-kinds.h"

#include <glib/gi18n-lib.h>

static void
get_loss_range (const ScopeView *view, double *lo, double *hi)
{
  *lo = view->loss_lo;
  *hi = view->loss_hi;
}

static void
get_gradient_range (const ScopeView *view, double *lo, double *hi)
{
  *lo = view->gradient_lo;
  *hi = view->gradient_hi;
}

static void
get_probability_range (const ScopeView *view, double *lo, double *hi)
{
  *lo = -0.06;
  *hi = 1.06;
}

static double
get_present_loss (const ScopeSubject *subject)
{
  return subject->sum.loss;
}

static double
get_present_gradient (const ScopeSubject *subject)
{
  return subject->sum.dl_db;
}

static double
get_present_probability (const ScopeSubject *subject)
{
  return subject->outcome->p[subject->figure->parameters.observed];
}

static const char *
get_loss_text (const ScopeSubject *subject)
{
  return subject->loss_text;
}

static const char *
get_gradient_text (const ScopeSubject *subject)
{
  return subject->dl_db_text;
}

static double
get_loss (const ScopeBatchOutcome *at)
{
  return at->loss;
}

static double
get_gradient (const ScopeBatchOutcome *at)
{
  return at->dl_db;
}

static char *
write_loss_title (const ScopeMany *many)
{
  guint n = (guint) many->n;

  if (many->mean)
    return g_strdup_printf (ngettext ("!Mean loss of %u flower!  *L* = ∑ *L*_{*i*} / %u",
                                      "!Mean loss of %u flowers!  *L* = ∑ *L*_{*i*} / %u", n),
                            n, n);
  return g_strdup_printf (ngettext ("!Total loss of %u flower!  *L* = ∑ *L*_{*i*}",
                                    "!Total loss of %u flowers!  *L* = ∑ *L*_{*i*}", n),
                          n);
}

static char *
write_gradient_title (const ScopeMany *many)
{
  return g_strdup (many->mean ? _ ("!Gradient of the mean!  *∂L*/*∂b*_3")
                              : _ ("!Gradient of the total!  *∂L*/*∂b*_3"));
}

const ScopePanelKind scope_panel_kinds[] = {
  [SCOPE_PANEL_LOSS] = { .ink = SCOPE_INK_LOSS,
                         .y_places = SCOPE_PLACE_LOSS,
                         .share = { 1, 0.57, 0.43 },
                         .title = N_ ("!Loss!  *L*(*b*_3) = −ln *p*_{%s}"),
                         .symbol = "*L*",
                         .keeps = TRUE,
                         .get_values = scope_curves_get_loss,
                         .get_range = get_loss_range,
                         .get_present = get_present_loss,
                         .get_text = get_loss_text,
                         .value = "*L* = !%s!",
                         .value_size = 1.21,
                         .value_size_many = 1.21,
                         .value_room = 6.0,
                         .get_sum = get_loss,
                         .quantity = SCOPE_MANY_LOSS,
                         .write_sum_title = write_loss_title,
                         .total = N_ ("!Total loss!"),
                         .mean = N_ ("!Mean loss!") },
  [SCOPE_PANEL_GRADIENT] = { .ink = SCOPE_INK_GRADIENT,
                             .y_places = SCOPE_PLACE_GRADIENT,
                             .share = { 0, 0.43, 0.31 },
                             .title = N_ ("!Gradient!  *∂L*/*∂b*_3"),
                             .symbol = "*∂L*/*∂b*_3",
                             .keeps = TRUE,
                             .get_values = scope_curves_get_gradient,
                             .get_range = get_gradient_range,
                             .get_present = get_present_gradient,
                             .get_text = get_gradient_text,
                             .value = "*∂L*/*∂b*_3 = !%s!",
                             .value_size = 1.45,
                             .value_size_many = 1.75, /* no result of a formula is the largest number then */
                             .value_room = 10.0,
                             .is_called_so = TRUE,
                             .get_sum = get_gradient,
                             .quantity = SCOPE_MANY_GRADIENT,
                             .write_sum_title = write_gradient_title },
  [SCOPE_PANEL_PROBABILITY] = { .ink = SCOPE_INK_TEXT,
                                .y_places = SCOPE_PLACE_PROBABILITY,
                                .part = SCOPE_SHOW_PROBABILITIES,
                                .share = { 0, 0, 0.26 },
                                .title = N_ ("!Probabilities!  *p*_1, *p*_2, *p*_3"),
                                .symbol = "*p*",
                                .all_cases = TRUE,
                                .get_values = scope_curves_get_probability,
                                .get_range = get_probability_range,
                                .get_present = get_present_probability },
  [SCOPE_PANEL_LINK_LOGIT] = { .ink = SCOPE_INK_TEXT, .y_places = SCOPE_PLACE_DZ_DB },
  [SCOPE_PANEL_LINK_PROBABILITY]
  = { .ink = SCOPE_INK_TEXT, .y_places = SCOPE_PLACE_P_OBSERVED | SCOPE_PLACE_DP_DZ },
  [SCOPE_PANEL_LINK_LOSS] = { .ink = SCOPE_INK_TEXT,
                              .x_places = SCOPE_PLACE_P_OBSERVED,
                              .y_places = SCOPE_PLACE_LOSS | SCOPE_PLACE_DL_DP },
};

gboolean
scope_panel_kinds_is_sum (const ScopeFigure *figure, ScopePanel panel)
{
  return figure->many != NULL && scope_panel_kinds[panel].get_sum != NULL;
}
