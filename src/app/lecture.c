/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "lecture.h"

#include <glib/gi18n.h>

/* Plots of the chain, in the order of ScopePanel. */
#define LINK_LOGIT 1u
#define LINK_PROBABILITY 2u
#define LINK_LOSS 4u

#define CURVES (SCOPE_SHOW_OTHER_CASES | SCOPE_SHOW_GUESS)
#define POINT (CURVES | SCOPE_SHOW_POINT)
#define TANGENT (POINT | SCOPE_SHOW_TANGENT)
#define FORMULA (TANGENT | SCOPE_SHOW_FORMULA)
#define ALL (FORMULA | SCOPE_SHOW_DOWNHILL)

#define RESULT SCOPE_QUANTITY_GRADIENT
#define LATER_THAN_LOSS                                                                           \
  (SCOPE_QUANTITY_DL_DP | SCOPE_QUANTITY_DP_DZ | SCOPE_QUANTITY_DZ_DB | RESULT)

typedef struct
{
  const char *title, *text;
  unsigned observed;
  unsigned show, hide, links;
} Step;

static const Step steps[] = {
  { N_ ("How wrong is the network?"),
    N_ ("One flower, a Setosa. The loss is −ln of the probability that the network gives to Setosa. "
        "It changes with one bias, *b*_3."),
    0, CURVES | SCOPE_SHOW_BAR, SCOPE_QUANTITY_ALL, 0 },
  { N_ ("Where we are"),
    N_ ("At this *b*_3 the network has this loss. Is it better or worse than a pure guess among "
        "three?"),
    0, POINT | SCOPE_SHOW_BAR, LATER_THAN_LOSS, LINK_LOSS },
  { N_ ("Which way is down?"),
    N_ ("The tangent falls: raising *b*_3 lowers the loss. How steep is it? That slope is the "
        "gradient."),
    0, TANGENT | SCOPE_SHOW_BAR, LATER_THAN_LOSS, LINK_LOSS },
  { N_ ("First factor: from the loss to the probability"),
    N_ ("*L* = −ln *p* falls the faster the smaller *p* is. Its slope is −1/*p*."), 0, FORMULA,
    SCOPE_QUANTITY_DP_DZ | SCOPE_QUANTITY_DZ_DB | RESULT, LINK_LOSS },
  { N_ ("Second factor: from the probability to the logit"),
    N_ ("Softmax is an S: steep in the middle, flat where the network is sure. Its slope is "
        "*p*(1 − *p*)."),
    0, FORMULA, SCOPE_QUANTITY_DZ_DB | RESULT, LINK_PROBABILITY },
  { N_ ("Third factor: from the logit to the bias"),
    N_ ("*b*_3 is added to *z*_1 as it is. Its slope is 1."), 0, FORMULA, RESULT, LINK_LOGIT },
  { N_ ("Multiply along the path"),
    N_ ("Three slopes, one after the other: their product is the slope of the tangent."), 0, ALL, 0,
    LINK_LOGIT | LINK_PROBABILITY | LINK_LOSS },
  { N_ ("Predicted minus observed"),
    N_ ("*p* cancels. All that is left: what the network says, less what it should have said."), 0,
    ALL | SCOPE_SHOW_STEPS, 0, 0 },
  { N_ ("Now a Virginica"),
    N_ ("The same network, the same bias, the same three probabilities. Only the flower is another "
        "one."),
    2, CURVES | SCOPE_SHOW_BAR, SCOPE_QUANTITY_ALL, 0 },
  { N_ ("Where we are now"), N_ ("The loss now reads another probability, that of Virginica."), 2,
    POINT | SCOPE_SHOW_BAR, LATER_THAN_LOSS, LINK_LOSS },
  { N_ ("Which way is down now?"),
    N_ ("The same *b*_3, and the slope has turned: raising it takes from Virginica what Setosa "
        "gets."),
    2, TANGENT | SCOPE_SHOW_BAR, LATER_THAN_LOSS, LINK_LOSS },
  { N_ ("First factor, as before"), N_ ("−1/*p*, with the probability of Virginica."), 2, FORMULA,
    SCOPE_QUANTITY_DP_DZ | SCOPE_QUANTITY_DZ_DB | RESULT, LINK_LOSS },
  { N_ ("Second factor: off the diagonal"),
    N_ ("*b*_3 feeds *z*_1, not *z*_3. All three share one sum, so *z*_1 moves *p*_{Virginica} too: "
        "down."),
    2, FORMULA, SCOPE_QUANTITY_DZ_DB | RESULT, LINK_PROBABILITY },
  { N_ ("Third factor, as before"), N_ ("*b*_3 is added to *z*_1: slope 1."), 2, FORMULA, RESULT,
    LINK_LOGIT },
  { N_ ("Multiply along the path again"), N_ ("Minus times minus is plus: the loss rises with *b*_3."),
    2, ALL, 0, LINK_LOGIT | LINK_PROBABILITY | LINK_LOSS },
  { N_ ("Predicted minus observed, once more"),
    N_ ("*p*_{Setosa} − 0: whatever the network gives Setosa is too much, for none was there. One "
        "formula for every flower."),
    2, ALL | SCOPE_SHOW_STEPS, 0, 0 },
};

guint
scope_lecture_n_steps (void)
{
  return G_N_ELEMENTS (steps);
}

void
scope_lecture_fill_stage (guint i, ScopeStage *stage)
{
  *stage = (ScopeStage) { _ (steps[i].title), _ (steps[i].text), i, G_N_ELEMENTS (steps),
                          steps[i].links };
}

void
scope_lecture_fill_values (guint i, ScopeValues *values)
{
  ScopeFigure start;

  scope_figure_init (&start);
  *values = (ScopeValues) { .parameters = start.parameters,
                            .wiring = SCOPE_WIRING_CLASS_1,
                            .show = steps[i].show,
                            .hide = steps[i].hide,
                            .rate = start.rate,
                            .step_h = start.step_h };
  values->parameters.observed = steps[i].observed;
}
