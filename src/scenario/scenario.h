/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "classes.h"
#include "wiring.h"

/* h of the finite difference. */
#define SCOPE_LEAST_STEP_H 1e-12
#define SCOPE_MOST_STEP_H 1.0

/* What a figure is of, as plain values. Figures and the values that the window changes have its members as their
 * own. Each member is a row of the table in field.c: what it is called, what it may be, who sets it. */
typedef struct _ScopeScenario
{
  ScopeParameters parameters; /* of many observations: those of the selected one */
  ScopeClasses classes;
  ScopeWiring wiring; /* tells “observed class” from the class that it happens to be */
  double rate;        /* learning rate η > 0: the downhill arrow is η·|gradient| long */
  double estimate;    /* slope of the tangent that the class turns; finite */
  double step_h;      /* h of the finite difference under the hood, in the range above: 1 */
  unsigned show;      /* ScopeShow flags */
  unsigned hide;      /* ScopeQuantity flags: what the class predicts first */
  char flower[64];    /* name of the chosen flower, "" for none */
} ScopeScenario;
