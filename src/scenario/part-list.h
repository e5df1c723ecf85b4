/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every part of a figure, in full. Flag, property, action, menu, key, list of shortcuts, options of the command line,
 * both man pages and what is said of a part follow from its row: see part-table.h. Included where PART is defined, and
 * PIECE where it is not the same.
 *
 * PART (flag, name, SHOWN or HIDDEN at the start, fields of ScopePart…)
 *   has a block of its own, the constant scope_NAME_block in its file: see block.h.
 * PIECE (the same)
 *   is drawn in the panels, or as rows of the derivation.
 *
 * In the order in which they are named. A new one comes last: what an earlier version has kept says by numbers what was
 * shown. */
#ifndef PIECE
#define PIECE PART
#endif

PART (QUESTION, question, SHOWN, .title = N_ ("_Question"), .words = N_ ("question"),
      .help = "the question above the picture")
PART (BAR, bar, SHOWN, .title = N_ ("Probability _Bar"), .words = N_ ("probability bar"),
      .help = "the probability bar, with predicted minus observed under it")
PIECE (TANGENT, tangent, SHOWN, .title = N_ ("_Tangent"), .words = N_ ("tangent"),
       .help = "the tangent with its slope triangle", .kind = SCOPE_PART_LINE)
PIECE (OTHER_CASES, others, SHOWN, .title = N_ ("_Other Observed Classes"),
       .words = N_ ("other observed classes"), .help = "the curves of the other observed classes",
       .kind = SCOPE_PART_WHOLE, .not_for = SCOPE_CASE_MANY)
PIECE (PROBABILITIES, probabilities, HIDDEN, .title = N_ ("P_robabilities"), .words = N_ ("probabilities"),
       .help = "the probabilities as a third panel")
PIECE (GUESS, guess, SHOWN, .title = N_ ("_Pure Guess"), .words = N_ ("pure guess"),
       .help = "the line of a pure guess, at ln 3", .kind = SCOPE_PART_LINE, .not_for = SCOPE_CASE_TOTAL)
PIECE (DOWNHILL, downhill, SHOWN, .title = N_ ("Do_wnhill Arrow"), .words = N_ ("downhill arrow"),
       .help = "the arrow downhill on the axis", .kind = SCOPE_PART_LINE)
PART (FORMULA, formula, SHOWN, .title = N_ ("_Chain Rule"), .words = N_ ("chain rule"), .key = 'f',
      .help = "the chain rule with its numbers")
PART (DIAGRAM, diagram, SHOWN, .title = N_ ("Path _Diagram"), .words = N_ ("path diagram"), .key = 'd',
      .help = "the paths from the bias to the loss")
PART (LINKS, links, SHOWN, .title = N_ ("_Linked Plots"), .words = N_ ("linked plots"), .key = 'l',
      .help = "the chain as three linked plots")
PIECE (STEPS, steps, HIDDEN, .title = N_ ("_Steps of the Derivation"),
       .words = N_ ("steps of the derivation"), .key = 't',
       .help = "the factors spelled out, and how they cancel")
PIECE (MISTAKES, mistakes, HIDDEN, .title = N_ ("Common _Mistakes"), .words = N_ ("common mistakes"),
       .key = 'm', .help = "common mistakes beside the right path")
PIECE (POINT, point, SHOWN, .title = N_ ("Po_int"), .words = N_ ("point"),
       .help = "the points, with their values", .kind = SCOPE_PART_LINE)
PIECE (CASES, cases, HIDDEN, .title = N_ ("_All Three Observed Cases"),
       .words = N_ ("all three observed cases"), .key = 'c',
       .help = "loss and gradient for each observed class", .not_for = SCOPE_CASE_MANY)
PIECE (ANSWERS, answers, HIDDEN, .words = N_ ("question to the hall"),
       .help = "the gradient as one of four; which is right where it is not hidden")
PIECE (ESTIMATE, estimate, HIDDEN, .words = N_ ("slope to predict"),
       .help = "a tangent to turn; by how much it is off where the gradient is not hidden",
       .kind = SCOPE_PART_LINE)
PIECE (SHIFT, shift, HIDDEN, .title = N_ ("Shift All T_hree"), .words = N_ ("shift of all three"), .key = 'x',
       .help = "why the same number on all three logits changes no probability")
PART (HOOD, hood, HIDDEN, .title = N_ ("_Under the Hood"), .words = N_ ("under the hood"), .key = 'u',
      .help = "under the hood: finite differences, and where plain arithmetic breaks",
      .not_for = SCOPE_CASE_MANY)
PIECE (GHOSTS, ghosts, SHOWN, .title = N_ ("_Kept Curves"), .words = N_ ("kept curves"),
       .help = "curves that were kept, to compare with", .kind = SCOPE_PART_LINE, .not_for = SCOPE_CASE_MANY)
PIECE (DESCENT, descent, HIDDEN, .title = N_ ("_Gradient Descent"), .words = N_ ("gradient descent"),
       .help = "the next step of a gradient descent and what has become of it")
PART (WATERFALL, waterfall, SHOWN, .title = N_ ("Wat_erfall and Balance"),
      .words = N_ ("waterfall and balance"),
      .help
      = "of many flowers: the gradient as a sum, and the balance of what is predicted and what is there",
      .not_for = SCOPE_CASE_ONE | SCOPE_CASE_HALL)
#undef PART
#undef PIECE
