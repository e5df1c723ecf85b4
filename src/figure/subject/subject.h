/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "batch.h"
#include "factors.h"
#include "figure.h"
#include "hidden.h"

typedef struct _ScopeDescentLook ScopeDescentLook; /* see descent-look.h */

/* What is said in one figure: computed once, then read alone. */
typedef struct
{
  const ScopeFigure *figure; /* Borrowed */
  ScopeCurves *curves;       /* Borrowed; NULL for who needs words alone */
  ScopeOutcome cases[SCOPE_N_CLASSES];
  const ScopeOutcome *outcome;          /* of the observed class: one of cases */
  char *loss_text, *dl_db_text;         /* Owned; the same as they are printed, hidden where they must be */
  char *estimate_text, *estimate_brief; /* Owned; markup: what is said of the class's own slope */
  ScopeBatchOutcome sum;                /* of what the panels show: of many flowers, or of the only one */
  /* Markup: "*L*" and "*∂L*", of the derivation, which is about one flower; L is the sum's and that
   * one's L₁ where there are many. */
  char loss_symbol[20], dl_symbol[20];
  unsigned path;   /* the logit whose path is shown: scope_wiring_path() */
  unsigned hidden; /* ScopePlace flags */
  ScopeFactors factors;
  const ScopeDescentLook *descent; /* Borrowed; nothing in it where none is shown */
} ScopeSubject;

/* What is hidden of figure, its cases, outcome and symbols; FALSE where the model does not take its parameters.
 * Then all numbers of the derivation as they are printed, and those of the panels, which are the sum's where
 * there are many flowers. */
gboolean scope_subject_evaluate (ScopeSubject *subject);
void scope_subject_find_texts (ScopeSubject *subject);
void scope_subject_clear_texts (ScopeSubject *subject);

/* A class's name for a subscript: its number where the name is long. Escaped for markup. */
char *scope_subject_subscript (const ScopeSubject *subject, unsigned k);
char *scope_subject_number (const ScopeSubject *subject, double value);
/* The same, a blank slot where the number's place is hidden. */
char *scope_subject_number_at (const ScopeSubject *subject, ScopePlace place, double value);
/* How far a slope is off the gradient, which is printed with so many digits. The caller frees it. */
char *scope_subject_error (const ScopeSubject *subject, double slope, double gradient, const char *printed,
                           unsigned digits);
/* TRUE where any of the places, a set of ScopePlace, is hidden. */
gboolean scope_subject_hides (const ScopeSubject *subject, unsigned places);
/* Whether b₃ feeds z_k; where the weights are hidden every logit looks as if it did. */
gboolean scope_subject_is_wired (const ScopeSubject *subject, unsigned k);
/* The class whose p_k − y_k is ∂L/∂b₃ itself, whatever the logits are; SCOPE_N_CLASSES where none is, or
 * the weights that would say so are hidden. */
unsigned scope_subject_gradient_class (const ScopeSubject *subject);
/* b₃ − η·∂L/∂b₃ of what the panels show */
double scope_subject_next_bias (const ScopeSubject *subject);
/* TRUE while a slope is being predicted: the real tangent would give it away. */
gboolean scope_subject_asks_slope (const ScopeSubject *subject);
