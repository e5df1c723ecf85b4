/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "lecture.h"

#include <glib/gi18n.h>
#include <string.h>

#include "figure-values.h"
#include "hidden.h"

/* Plots of the chain, in the order of ScopePanel. */
#define LINK_PROBABILITY 2u
#define LINK_LOSS 4u

#define CURVES SCOPE_SHOW_OTHER_CASES
#define POINT (CURVES | SCOPE_SHOW_POINT)
#define GUESS (POINT | SCOPE_SHOW_GUESS)
#define TANGENT (GUESS | SCOPE_SHOW_TANGENT)
#define FORMULA (TANGENT | SCOPE_SHOW_FORMULA)
#define PATH (FORMULA | SCOPE_SHOW_DIAGRAM)

#define RESULT SCOPE_QUANTITY_GRADIENT
#define SECOND (SCOPE_QUANTITY_DP_DZ | RESULT)
#define FIRST (SCOPE_QUANTITY_DL_DP | SECOND)
/* Where b₃ is added is no secret at any step. */
#define EVERYTHING (SCOPE_QUANTITY_ALL & ~(unsigned) SCOPE_QUANTITY_DZ_DB)

#define VALUES (SCOPE_STAGE_LOSS | SCOPE_STAGE_SOFTMAX)
#define ALL_VALUES (SCOPE_STAGE_LOGITS | VALUES)

typedef struct
{
  /* Translators: of all texts of the lecture: <loss>, <observed> and the like become numbers and names and must
   * stand there as they are; *L* is a symbol, _3 lowers what follows. */
  const char *title;
  ScopeSentence sentences[SCOPE_MOST_SENTENCES];
  unsigned observed;
  unsigned show, hide, links, rows;
} Step;

static const Step steps[] = {
  { N_ ("How wrong is the network?"),
    { { N_ (
          "This flower is labelled <observed>. The network gives it three probabilities; its loss is −ln of "
          "the one for <observed>: the smaller that is, the higher the loss. We move one bias, *b*_3."),
        0 } },
    0,
    CURVES | SCOPE_SHOW_BAR,
    EVERYTHING,
    0,
    VALUES },
  { N_ ("Where we are"),
    { { N_ ("At *b*_3 = <b> the network gives <observed> a probability *p* of <p>: a loss of <loss>. Is that "
            "better or worse than a pure guess among three?"),
        0 } },
    0,
    POINT | SCOPE_SHOW_BAR,
    FIRST,
    LINK_LOSS,
    ALL_VALUES },
  { N_ ("Compared with a pure guess"),
    { { N_ ("A pure guess gives each of the three a third: a loss of ln 3 = <guess>, the dotted line."), 0 },
      { N_ ("The network's <loss> is more: here it does worse than guessing."), SCOPE_FACT_WORSE },
      { N_ ("The network's <loss> is less: here it does better than guessing."), SCOPE_FACT_BETTER },
      { N_ ("The network's <loss> is the same, as far as it is printed: here it does as well as guessing."),
        SCOPE_FACT_ALIKE } },
    0,
    GUESS | SCOPE_SHOW_BAR,
    FIRST,
    LINK_LOSS,
    ALL_VALUES },
  { N_ ("Which way is down?"),
    { { N_ ("The tangent falls: raising *b*_3 lowers the loss."), SCOPE_FACT_FALLS },
      { N_ ("The tangent rises: lowering *b*_3 lowers the loss."), SCOPE_FACT_RISES },
      { N_ ("The tangent is level: a small move of *b*_3 hardly changes the loss."), SCOPE_FACT_LEVEL },
      { N_ ("Its slope, how fast the loss changes with *b*_3 here, is the gradient *∂L*/*∂b*_3. How steep is "
            "it?"),
        SCOPE_FACT_FALLS | SCOPE_FACT_RISES | SCOPE_FACT_LEVEL } },
    0,
    TANGENT | SCOPE_SHOW_BAR,
    FIRST,
    0,
    ALL_VALUES },
  { N_ ("The path from the bias to the loss"),
    { { N_ ("*b*_3 is added to one logit, <z>: that moves *p*, and *p* moves *L*."),
        SCOPE_FACT_SINGLE | SCOPE_FACT_PLAIN },
      { N_ ("*b*_3 times <dz_db> is added to one logit, <z>: that moves *p*, and *p* moves *L*."),
        SCOPE_FACT_SINGLE | SCOPE_FACT_WEIGHTED },
      { N_ ("Each link has a slope, and their product is the gradient: that is the chain rule."),
        SCOPE_FACT_SINGLE },
      { N_ ("<z> moves as far as *b*_3: the last slope is 1."), SCOPE_FACT_SINGLE | SCOPE_FACT_PLAIN },
      { N_ ("Each path from *b*_3 has a slope in every link; the gradient is the sum of their products."),
        SCOPE_FACT_SUM } },
    0,
    PATH,
    FIRST,
    0,
    SCOPE_STAGE_LOGITS },
  { N_ ("First factor: the loss, as *p* moves"),
    { { N_ ("*L* = −ln *p* falls the faster, the smaller *p* is. Its slope is −1/*p*: <dl_dp>."), 0 } },
    0,
    FORMULA,
    SECOND,
    LINK_LOSS,
    0 },
  { N_ ("Second factor: *p*, as the logit moves"),
    { { N_ ("Softmax is an S: *p* rises with <z>, steeply in the middle, hardly where the network is sure."),
        SCOPE_FACT_OWN },
      { N_ ("Softmax is an S: *p* falls as <z> rises, steeply in the middle, hardly where the network is "
            "sure."),
        SCOPE_FACT_OTHER },
      { N_ ("Its slope is *p*(1 − *p*): <dp_dz>."), SCOPE_FACT_OWN },
      { N_ ("Its slope is −*p* · <p-wired>: <dp_dz>."), SCOPE_FACT_OTHER },
      { N_ ("Softmax is an S: each logit moves *p*, most in the middle."), SCOPE_FACT_SUM } },
    0,
    FORMULA,
    RESULT,
    LINK_PROBABILITY,
    SCOPE_STAGE_LOGITS },
  { N_ ("Multiply along the path"),
    { { N_ ("Three slopes along one path: their product is the slope of the tangent, <gradient>."),
        SCOPE_FACT_SINGLE },
      { N_ ("The products along all paths add up to the slope of the tangent, <gradient>."),
        SCOPE_FACT_SUM } },
    0,
    PATH,
    0,
    0,
    SCOPE_STAGE_LOGITS },
  { N_ ("Three slopes make one"),
    { { N_ ("*b*_3 moves <z>, <z> moves *p*, *p* moves *L*: three tangents, whose slopes multiply to that of "
            "the "
            "one on the left."),
        SCOPE_FACT_SINGLE },
      { N_ ("Three tangents of one path: their slopes multiply, and the products of all paths add up to the "
            "slope "
            "on the left."),
        SCOPE_FACT_SUM } },
    0,
    FORMULA | SCOPE_SHOW_LINKS,
    0,
    0,
    0 },
  { N_ ("*p* cancels"),
    { { N_ ("−1/*p* meets a *p*, and both cancel."), SCOPE_FACT_SINGLE },
      { N_ ("What is left is −(1 − *p*), and that is *p* − 1."), SCOPE_FACT_OWN | SCOPE_FACT_PLAIN },
      { N_ ("What is left is <p-wired>."), SCOPE_FACT_OTHER | SCOPE_FACT_PLAIN },
      { N_ ("What is left is multiplied by the weight, <dz_db>."), SCOPE_FACT_WEIGHTED },
      { N_ ("In every path −1/*p* meets a *p*, and both cancel."), SCOPE_FACT_SUM } },
    0,
    FORMULA | SCOPE_SHOW_STEPS,
    0,
    0,
    SCOPE_STAGE_CANCEL },
  { N_ ("Predicted minus observed"),
    { { N_ ("*y* is what should have been said: 1 for <observed>, 0 for the other two. For each logit the "
            "slope of "
            "the loss is *p* − *y*: predicted minus observed."),
        0 },
      { N_ ("*b*_3 is added to <z> as it is: *∂L*/*∂b*_3 is that of <z>."),
        SCOPE_FACT_SINGLE | SCOPE_FACT_PLAIN },
      { N_ ("*b*_3 times <dz_db> is added to <z>: *∂L*/*∂b*_3 is <dz_db> times that of <z>."),
        SCOPE_FACT_SINGLE | SCOPE_FACT_WEIGHTED } },
    0,
    TANGENT | SCOPE_SHOW_BAR | SCOPE_SHOW_STEPS,
    0,
    0,
    SCOPE_STAGE_OBSERVED },
  { N_ ("What the gradient is for"),
    { { N_ ("To learn is to lower the loss: *b*_3 takes a step against the gradient."), 0 },
      { N_ ("With a rate *η* of <rate> it goes from <b> to <next>, and the loss from <loss> to <next-loss>."),
        SCOPE_FACT_LOWERS | SCOPE_FACT_RAISES },
      { N_ ("Then again."), SCOPE_FACT_LOWERS },
      { N_ ("That is too far: a smaller rate would lower it."), SCOPE_FACT_RAISES },
      { N_ (
          "With a rate *η* of <rate> it goes from <b> to <next>: as far as it is printed, the loss stays at "
          "<loss>."),
        SCOPE_FACT_STAYS } },
    0,
    TANGENT | SCOPE_SHOW_DOWNHILL | SCOPE_SHOW_DESCENT,
    0,
    0,
    SCOPE_STAGE_LOSS },
  { N_ ("The same flower, labelled <observed>"),
    { { N_ ("The network knows nothing of the label: its three probabilities stay. But the loss now reads "
            "the one "
            "for <observed>, *p* = <p>: a loss of <loss>."),
        0 } },
    2,
    CURVES | SCOPE_SHOW_GUESS | SCOPE_SHOW_BAR,
    0,
    0,
    ALL_VALUES },
  { N_ ("Which way is down now?"),
    { { N_ ("The tangent falls: raising *b*_3 lowers the loss."), SCOPE_FACT_FALLS },
      { N_ ("The tangent rises: lowering *b*_3 lowers the loss."), SCOPE_FACT_RISES },
      { N_ ("The tangent is level: a small move of *b*_3 hardly changes the loss."), SCOPE_FACT_LEVEL },
      { N_ ("What a larger *b*_3 gives to <wired>, it takes from the other two."),
        SCOPE_FACT_SINGLE | SCOPE_FACT_PLAIN } },
    2,
    TANGENT,
    FIRST,
    0,
    VALUES },
  { N_ ("First and third factor, as before"),
    { { N_ ("−1/*p* again, with the probability of <observed>: <dl_dp>."), 0 },
      { N_ ("*b*_3 is still added to <z>: the last slope is 1."), SCOPE_FACT_SINGLE | SCOPE_FACT_PLAIN } },
    2,
    FORMULA,
    SECOND,
    LINK_LOSS,
    0 },
  { N_ ("Second factor: whose logit is fed?"),
    { { N_ ("*b*_3 feeds <z>, not <z-observed>. But all three probabilities share one sum: as <z> rises, "
            "<p-observed> falls. The slope is −<p-observed> · <p-wired>: <dp_dz>."),
        SCOPE_FACT_OTHER },
      { N_ ("*b*_3 feeds <z>, the logit of <observed> itself: the slope is *p*(1 − *p*), <dp_dz>."),
        SCOPE_FACT_OWN } },
    2,
    PATH,
    RESULT,
    0,
    SCOPE_STAGE_LOGITS },
  { N_ ("Multiply along the path again"),
    { { N_ ("Minus times minus is plus: the loss rises with *b*_3."), SCOPE_FACT_OTHER | SCOPE_FACT_RISES },
      { N_ ("Minus times plus is minus: the loss falls as *b*_3 rises."), SCOPE_FACT_OWN | SCOPE_FACT_FALLS },
      { N_ ("The product is the slope of the tangent, <gradient>."), SCOPE_FACT_SINGLE },
      { N_ ("The products along all paths add up to the slope of the tangent, <gradient>."),
        SCOPE_FACT_SUM } },
    2,
    PATH,
    0,
    0,
    SCOPE_STAGE_LOGITS },
  { N_ ("Predicted minus observed, once more"),
    { { N_ ("*y* is 1 for <observed> now, 0 for the other two."), 0 },
      { N_ ("<p-observed> cancels again, and what is left is <p-wired> − 0: whatever the network gives to "
            "<wired> is "
            "too much, for the label says it was none."),
        SCOPE_FACT_OTHER | SCOPE_FACT_PLAIN },
      { N_ ("*p* cancels again, and what is left is <p-wired> − 1: whatever is missing to 1 is too little, "
            "for the label says <wired>."),
        SCOPE_FACT_OWN | SCOPE_FACT_PLAIN } },
    2,
    TANGENT | SCOPE_SHOW_BAR | SCOPE_SHOW_STEPS,
    0,
    0,
    SCOPE_STAGE_OBSERVED },
  { N_ ("One rule for every label"),
    { { N_ ("The gradient is predicted minus observed: <gradient-own> where the flower is labelled <wired>, "
            "<gradient-other> where it is not."),
        SCOPE_FACT_SINGLE | SCOPE_FACT_PLAIN },
      { N_ ("Step by step against it, flower by flower, the network learns."), 0 } },
    2,
    TANGENT | SCOPE_SHOW_BAR | SCOPE_SHOW_CASES,
    0,
    0,
    SCOPE_STAGE_LOGITS },
  { N_ ("The end"),
    { { N_ ("Predicted minus observed: how wrong the network is, and which way to go."), 0 },
      { N_ ("The next step closes the lecture, as Esc does; Home begins again."), 0 } },
    0,
    TANGENT,
    0,
    0,
    VALUES },
};

guint
scope_lecture_n_steps (void)
{
  return G_N_ELEMENTS (steps);
}

void
scope_lecture_fill_stage (guint i, ScopeStage *stage)
{
  const Step *step = &steps[i];

  *stage = (ScopeStage) { .title = _ (step->title),
                          .step = i,
                          .n_steps = G_N_ELEMENTS (steps),
                          .links = step->links,
                          .rows = step->rows,
                          .show = step->show };
  for (guint k = 0; k < SCOPE_MOST_SENTENCES && step->sentences[k].text != NULL; k++)
    stage->sentences[k] = (ScopeSentence) { _ (step->sentences[k].text), step->sentences[k].facts };
}

void
scope_lecture_fill_values (guint i, ScopeValues *values)
{
  ScopeFigure start;

  scope_figure_init (&start);
  memset (values, 0, sizeof *values);
  values->scenario = start.scenario;
  values->show = steps[i].show;
  values->hide = steps[i].hide;
  values->parameters.observed = steps[i].observed;
}
