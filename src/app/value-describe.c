/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "value-describe.h"

#include "decimal-sign.h"
#include "describe.h"
#include "hood-text.h"
#include "sentences.h"
#include "state-aside.h"
#include "state-figure.h"
#include "value-text.h"

/* Of very many rows nothing until it is found. */
static char *
new_consequence (ScopeState *state, guint index)
{
  ScopeFigure figure;

  if (index == SCOPE_VALUE_ROW_RATE)
    return NULL;
  if (index == SCOPE_VALUE_ROW_SHIFT)
    return scope_value_equation (state, index);
  if (scope_state_is_large (state))
    return g_strdup (
      scope_state_get_words (state, index == SCOPE_VALUE_ROW_STEP_H ? SCOPE_WORDS_HOOD : SCOPE_WORDS_RESULT));
  scope_state_fill_figure (state, &figure);
  figure.decimal = scope_decimal_sign_of_locale ();
  return index == SCOPE_VALUE_ROW_STEP_H ? scope_hood_describe_figure (&figure)
                                         : scope_describe_figure_result (&figure, index < SCOPE_N_CLASSES);
}

char *
scope_value_describe (ScopeState *state, guint index)
{
  g_autofree char *number = scope_value_number (state, index);
  g_autofree char *consequence = new_consequence (state, index);
  GString *text = g_string_new (number);

  if (consequence != NULL)
    scope_sentences_add_clause (text, consequence);
  return g_string_free (text, FALSE);
}
