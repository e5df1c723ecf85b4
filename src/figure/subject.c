/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "drawing.h"

#include <glib/gi18n-lib.h>
#include <float.h>
#include <math.h>
#include <string.h>

#include "many-sum.h"
#include "number.h"
#include "wiring.h"

/* What is said in a figure, and how. */

/* Names longer than this become their number in a subscript. */
#define LONGEST_SUBSCRIPT 12
#define LONGEST_NUMBER 999

char *
scope_drawing_subscript (const ScopeDrawing *drawing, unsigned k)
{
  const char *name = drawing->figure->class_names[k];

  if (g_utf8_strlen (name, -1) > LONGEST_SUBSCRIPT)
    return g_strdup_printf ("%u", k + 1);
  return scope_line_escape (name);
}

char *
scope_drawing_number (const ScopeDrawing *drawing, double value)
{
  return scope_number_format (value, drawing->figure->digits, drawing->figure->decimal);
}

gboolean
scope_drawing_hides (const ScopeDrawing *drawing, unsigned places)
{
  return (drawing->hidden & places) != 0;
}

gboolean
scope_drawing_is_wired (const ScopeDrawing *drawing, unsigned k)
{
  return drawing->figure->parameters.w[k] != 0 || scope_drawing_hides (drawing, SCOPE_PLACE_DZ_DB);
}

unsigned
scope_drawing_gradient_class (const ScopeDrawing *drawing)
{
  const double *w = drawing->figure->parameters.w;

  for (unsigned k = 0; k < SCOPE_N_CLASSES && !scope_drawing_hides (drawing, SCOPE_PLACE_DZ_DB); k++)
    {
      double one = w[(k + 1) % SCOPE_N_CLASSES], other = w[(k + 2) % SCOPE_N_CLASSES];

      /* ∂L/∂b₃ = Σ w_k·(p_k − y_k), in which a weight of all three cancels. */
      if (one == other && w[k] - one == 1)
        return k;
    }
  return SCOPE_N_CLASSES;
}

char *
scope_drawing_number_at (const ScopeDrawing *drawing, ScopePlace place, double value)
{
  if (scope_drawing_hides (drawing, place))
    return g_strdup (SCOPE_HIDDEN);
  return scope_drawing_number (drawing, value);
}

double
scope_stage_next_bias (const ScopeDrawing *drawing)
{
  return drawing->figure->parameters.b - drawing->figure->rate * drawing->outcome->dl_db;
}

/* L₁ and ∂L₁ for the selected flower, L_i where its number is long. */
static void
name_symbols (ScopeDrawing *drawing)
{
  size_t row = drawing->figure->many->selected + 1;
  g_autofree char *number
    = row > LONGEST_NUMBER ? g_strdup ("*i*") : g_strdup_printf ("%u", (guint) row);

  g_snprintf (drawing->loss_symbol, sizeof drawing->loss_symbol, "*L*_{%s}", number);
  g_snprintf (drawing->dl_symbol, sizeof drawing->dl_symbol, "*∂L*_{%s}", number);
}

gboolean
scope_drawing_evaluate (ScopeDrawing *drawing)
{
  const ScopeFigure *figure = drawing->figure;
  ScopeBatchOutcome sum;

  drawing->hidden = scope_hidden_places (figure->hide, &figure->parameters);
  if (scope_evaluate_cases (&figure->parameters, drawing->cases) != SCOPE_STATUS_OK)
    return FALSE;
  drawing->outcome = &drawing->cases[figure->parameters.observed];
  drawing->path = scope_wiring_path (&figure->parameters);
  g_strlcpy (drawing->loss_symbol, "*L*", sizeof drawing->loss_symbol);
  g_strlcpy (drawing->dl_symbol, "*∂L*", sizeof drawing->dl_symbol);
  drawing->loss = drawing->outcome->loss;
  drawing->dl_db = drawing->outcome->dl_db;
  drawing->curvature = drawing->outcome->curvature;
  if (figure->many == NULL)
    return TRUE;
  if (!scope_figure_evaluate (figure, &sum))
    return FALSE;
  name_symbols (drawing);
  drawing->loss = sum.loss;
  drawing->dl_db = sum.dl_db;
  drawing->curvature = sum.curvature;
  return TRUE;
}

static void
hide_text (const ScopeDrawing *drawing, ScopePlace place, char **text)
{
  if (!scope_drawing_hides (drawing, place))
    return;
  g_free (*text);
  *text = g_strdup (SCOPE_HIDDEN);
}

static void
hide_factors (ScopeDrawing *drawing)
{
  ScopeFactors *factors = &drawing->factors;

  hide_text (drawing, SCOPE_PLACE_DL_DP, &factors->dl_dp);
  hide_text (drawing, SCOPE_PLACE_GRADIENT, &factors->result);
  hide_text (drawing, SCOPE_PLACE_LOSS, &factors->loss);
  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    {
      hide_text (drawing, scope_place_of_p (&drawing->figure->parameters, k), &factors->p[k]);
      hide_text (drawing, SCOPE_PLACE_RESIDUAL, &factors->dl_dz[k]);
      hide_text (drawing, SCOPE_PLACE_DP_DZ, &factors->dp_dz[k]);
      hide_text (drawing, SCOPE_PLACE_DZ_DB, &factors->dz_db[k]);
      hide_text (drawing, SCOPE_PLACE_GRADIENT | SCOPE_PLACE_RESIDUAL | SCOPE_PLACE_DZ_DB,
                 &factors->path[k]);
    }
}

/* A sum over many flowers. */
static char *
sum_text (const ScopeDrawing *drawing, ScopePlace place, double value, ScopeSmallSum of)
{
  const ScopeFigure *figure = drawing->figure;

  if (scope_drawing_hides (drawing, place))
    return g_strdup (SCOPE_HIDDEN);
  return scope_many_number (figure->many, &figure->parameters, value, of, figure->digits, figure->decimal);
}

gboolean
scope_drawing_asks_slope (const ScopeDrawing *drawing)
{
  return (drawing->figure->show & SCOPE_SHOW_ESTIMATE) != 0
         && scope_drawing_hides (drawing, SCOPE_PLACE_GRADIENT);
}

char *
scope_drawing_error (const ScopeDrawing *drawing, double slope, double gradient, const char *printed, unsigned digits)
{
  double error = fabs (slope - gradient);
  ScopeWide rest = scope_wide_fabs (slope - scope_factors_read (printed));

  if (slope == 0)
    return g_strdup (g_str_has_prefix (printed, "−") ? printed + strlen ("−") : printed);
  /* Double has nothing of the difference, and what is printed has. */
  if (error < DBL_MIN && rest > 0)
    return scope_number_format_log10 (1, (double) scope_wide_log10 (rest), digits, drawing->figure->decimal);
  return scope_number_format (error, digits, drawing->figure->decimal);
}

/* "yours −0.6", and once the slope is seen, by how much it is off. */
static void
find_estimate_texts (ScopeDrawing *drawing)
{
  double estimate = drawing->figure->estimate;
  g_autofree char *own = scope_drawing_number (drawing, estimate);
  g_autofree char *error = scope_drawing_error (drawing, estimate, drawing->dl_db, drawing->dl_db_text,
                                               drawing->figure->digits);

  drawing->estimate_brief = g_strdup_printf (_ ("yours !%s!"), own);
  drawing->estimate_text = scope_drawing_asks_slope (drawing)
                             ? g_strdup (drawing->estimate_brief)
                             : g_strdup_printf (_ ("yours !%s!: off by !%s!"), own, error);
}

void
scope_drawing_find_texts (ScopeDrawing *drawing)
{
  const ScopeFigure *figure = drawing->figure;

  scope_factors_init (&drawing->factors, drawing->outcome, figure->digits, figure->decimal,
                      figure->settled);
  hide_factors (drawing);
  drawing->loss_text = figure->many != NULL
                         ? sum_text (drawing, SCOPE_PLACE_LOSS, drawing->loss, SCOPE_SMALL_LOSS)
                         : g_strdup (drawing->factors.loss);
  drawing->dl_db_text = figure->many != NULL
                          ? sum_text (drawing, SCOPE_PLACE_GRADIENT, drawing->dl_db, SCOPE_SMALL_GRADIENT)
                          : g_strdup (drawing->factors.result);
  find_estimate_texts (drawing);
}

void
scope_drawing_clear_texts (ScopeDrawing *drawing)
{
  scope_factors_clear (&drawing->factors);
  g_free (drawing->loss_text);
  g_free (drawing->dl_db_text);
  g_free (drawing->estimate_text);
  g_free (drawing->estimate_brief);
}
