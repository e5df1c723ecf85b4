/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "value-text.h"

#include <glib/gi18n.h>
#include <math.h>

#include "decimal-sign.h"
#include "factors.h"
#include "hidden.h"
#include "number-entry.h"
#include "number.h"

#define DIGITS 4
#define STEP_DIGITS 13  /* 1e−12 beside 1 */
#define EXACT_DIGITS 16 /* all that a number that is typed has in double */

static const char *const symbols[] = { "z₁", "z₂", "z₃", "b₃", "c", "h", "η" };

const char *
scope_value_class_shape (unsigned k)
{
  static const char *const shapes[SCOPE_N_CLASSES] = { "●", "▲", "■" };

  return shapes[k];
}

const char *
scope_value_symbol (guint index)
{
  return symbols[index];
}

char *
scope_value_title (ScopeState *state, guint index)
{
  if (index == SCOPE_VALUE_ROW_STEP_H)
    return g_strdup (_ ("h, the step of the secant"));
  if (index == SCOPE_VALUE_ROW_RATE)
    return g_strdup (_ ("η, the learning rate"));
  if (index == SCOPE_VALUE_ROW_BIAS)
    return g_strdup (_ ("b₃, the bias"));
  if (index == SCOPE_VALUE_ROW_SHIFT)
    return g_strdup (_ ("Shift all, c"));
  return g_strdup_printf ("%s  %s %s", scope_value_class_shape (index), symbols[index],
                          scope_state_get_classes (state)->name[index]);
}

char *
scope_value_name (ScopeState *state, guint index)
{
  if (index == SCOPE_VALUE_ROW_SHIFT)
    return g_strdup (_ ("Shift all, c"));
  if (index >= SCOPE_N_CLASSES)
    return g_strdup (symbols[index]);
  /* Translators: a logit's symbol and its class. */
  return g_strdup_printf (_ ("%s of %s at b₃ = 0"), symbols[index],
                          scope_state_get_classes (state)->name[index]);
}

/* "1.0368", "1.0368 + 2": the logit without b₃. */
static char *
new_raw (const ScopeParameters *in, guint index)
{
  char decimal = scope_decimal_sign_of_locale ();
  g_autofree char *raw = scope_number_format (in->a[index], DIGITS + 1, decimal);
  g_autofree char *shift = scope_number_format (fabs (in->shift), DIGITS, decimal);

  if (in->shift == 0)
    return g_steal_pointer (&raw);
  return g_strdup_printf ("%s %s %s", raw, in->shift > 0 ? "+" : "−", shift);
}

/* Between the logit, its shift and b₃ with its weight as they are printed, and their sum. */
static const char *
sum_equals (const ScopeParameters *in, guint index, const char *sum)
{
  return scope_factors_equals (
    scope_factors_as_printed (in->a[index], DIGITS + 1) + scope_factors_as_printed (in->shift, DIGITS)
      + scope_factors_as_printed (in->w[index], DIGITS) * scope_factors_as_printed (in->b, DIGITS + 1),
    sum, DIGITS);
}

/* "z₁ = 1.0368 + b₃ = −0.9632", "z₂ = 0.0032 (no b₃)", "z₁ = 1 + 2 + 0.5·b₃ = 2" */
static char *
new_logit_equation (ScopeState *state, guint index)
{
  char decimal = scope_decimal_sign_of_locale ();
  const ScopeParameters *in = scope_state_get_parameters (state);
  const ScopeOutcome *out = scope_state_get_outcome (state);
  double w = in->w[index];
  g_autofree char *raw = new_raw (in, index);
  g_autofree char *sum = scope_number_format (out->z[index], DIGITS, decimal);
  g_autofree char *weight = scope_number_format (fabs (w), DIGITS, decimal);

  /* The equation would show the weight. */
  if (scope_hidden_places (scope_state_get_hide (state), in) & SCOPE_PLACE_DZ_DB)
    return g_strdup_printf ("%s = %s", symbols[index], sum);
  if (w == 0 && in->shift != 0)
    return g_strdup_printf (_ ("%s = %s %s %s   (no b₃)"), symbols[index], raw, sum_equals (in, index, sum),
                            sum);
  if (w == 0)
    return g_strdup_printf (_ ("%s = %s   (no b₃)"), symbols[index], raw);
  if (fabs (w) == 1)
    return g_strdup_printf ("%s = %s %s b₃ %s %s", symbols[index], raw, w > 0 ? "+" : "−",
                            sum_equals (in, index, sum), sum);
  return g_strdup_printf ("%s = %s %s %s·b₃ %s %s", symbols[index], raw, w > 0 ? "+" : "−", weight,
                          sum_equals (in, index, sum), sum);
}

/* "b₃ + h = −1.999": the second point of the secant. */
static char *
new_step_equation (ScopeState *state)
{
  double b = scope_state_get_parameters (state)->b, h = scope_state_get_step_h (state);
  g_autofree char *sum = scope_number_format (b + h, STEP_DIGITS, scope_decimal_sign_of_locale ());
  gboolean exact = scope_number_rounds_alike ((ScopeWide) b + h, scope_factors_read (sum), EXACT_DIGITS);

  return g_strdup_printf ("b₃ + h %s %s", exact ? "=" : "≈", sum);
}

char *
scope_value_equation (ScopeState *state, guint index)
{
  if (index == SCOPE_VALUE_ROW_BIAS || index == SCOPE_VALUE_ROW_RATE)
    return NULL;
  if (index == SCOPE_VALUE_ROW_SHIFT)
    return g_strdup (_ ("moves every z and nothing else"));
  return index == SCOPE_VALUE_ROW_STEP_H ? new_step_equation (state) : new_logit_equation (state, index);
}

/* And which of its numbers. */
static const ScopeScenarioField *
find_field (guint index, unsigned *k)
{
  static const size_t members[SCOPE_N_VALUE_ROWS] = {
    [SCOPE_VALUE_ROW_BIAS] = G_STRUCT_OFFSET (ScopeScenario, parameters.b),
    [SCOPE_VALUE_ROW_SHIFT] = G_STRUCT_OFFSET (ScopeScenario, parameters.shift),
    [SCOPE_VALUE_ROW_STEP_H] = G_STRUCT_OFFSET (ScopeScenario, step_h),
    [SCOPE_VALUE_ROW_RATE] = G_STRUCT_OFFSET (ScopeScenario, rate),
  };

  *k = index < SCOPE_N_CLASSES ? index : 0;
  return index < SCOPE_N_CLASSES ? SCOPE_FIELD (parameters.a) : scope_field_find (members[index]);
}

double
scope_value_get (ScopeState *state, guint index)
{
  unsigned k;
  const ScopeScenarioField *field = find_field (index, &k);

  return scope_field_get_number (field, scope_state_get_scenario (state), k);
}

void
scope_value_set (ScopeState *state, guint index, double value)
{
  unsigned k;
  const ScopeScenarioField *field = find_field (index, &k);

  scope_state_set_number (state, field, k, value);
}

char *
scope_value_number (ScopeState *state, guint index)
{
  return scope_number_format (scope_value_get (state, index),
                              index == SCOPE_VALUE_ROW_STEP_H ? STEP_DIGITS : DIGITS + 1,
                              scope_decimal_sign_of_locale ());
}

char *
scope_value_allowed (guint index)
{
  g_autofree char *half = NULL;

  if (index == SCOPE_VALUE_ROW_STEP_H)
    return g_strdup (_ ("from 1e-12 to 1"));
  if (index != SCOPE_VALUE_ROW_RATE)
    return scope_number_entry_allow_any ();
  half = scope_number_format (0.5, DIGITS, scope_decimal_sign_of_locale ());
  /* Translators: a number. */
  return g_strdup_printf (_ ("any number above 0, as %s or 1e-3"), half);
}
