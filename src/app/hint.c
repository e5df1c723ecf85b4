/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "hint.h"

#include <glib/gi18n.h>

static const struct
{
  const char *text;
  const char *action, *button;
  unsigned asks_for; /* ScopeAct */
} hints[] = {
  [SCOPE_HINT_DRAG] = { N_ ("Drag the point: b₃ moves, and the loss with it"), NULL, NULL, SCOPE_ACT_BIAS },
  [SCOPE_HINT_SLOPE]
  = { N_ ("The slope is the gradient: drag on and compare the two panels"), NULL, NULL, SCOPE_ACT_BIAS },
  [SCOPE_HINT_CHAIN] = { N_ ("Why this number? Unfold the steps of the chain rule (T)"), "win.show-steps",
                         N_ ("Steps"), SCOPE_ACT_STEPS },
  [SCOPE_HINT_PREDICT] = { N_ ("Let the class predict it first: click a number to hide it"), "win.hide-all",
                           N_ ("Hide All"), SCOPE_ACT_HIDE },
  [SCOPE_HINT_OBSERVED]
  = { N_ ("What if another species had been observed? Press 1, 2 or 3"), NULL, NULL, SCOPE_ACT_OBSERVED },
  [SCOPE_HINT_FLOWER]
  = { N_ ("Load one of 150 real flowers"), "win.flowers", N_ ("Flowers"), SCOPE_ACT_FLOWER },
  [SCOPE_HINT_DESCEND]
  = { N_ ("Walk downhill, step by step (G)"), "win.descent-step", N_ ("Step"), SCOPE_ACT_DESCEND },
  [SCOPE_HINT_ROWS] = { N_ ("One flower says little about b₃. Add two more flowers"), "win.rows-three",
                        N_ ("Three Flowers"), SCOPE_ACT_ROWS },
  [SCOPE_HINT_EXPORT] = { N_ ("Put the picture on a slide"), "win.export", N_ ("Export"), SCOPE_ACT_EXPORT },
  [SCOPE_HINT_DONE] = { "", NULL, NULL, 0 },
};

const char *
scope_hint_text (ScopeHint hint)
{
  return hint == SCOPE_HINT_DONE ? "" : _ (hints[hint].text);
}

const char *
scope_hint_action (ScopeHint hint)
{
  return hints[hint].action;
}

const char *
scope_hint_button (ScopeHint hint)
{
  return hints[hint].button != NULL ? _ (hints[hint].button) : NULL;
}

ScopeHint
scope_hint_advance (ScopeHint hint, unsigned acts)
{
  return (hints[hint].asks_for & acts) ? hint + 1 : hint;
}
