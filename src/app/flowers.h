/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "batch.h"

G_BEGIN_DECLS

/* A real flower of the shipped data. */
typedef struct
{
  char *name; /* "Setosa 12, petal 0.2 cm, sepal 3.1 cm" */
  double a[SCOPE_N_CLASSES];
  unsigned observed;
  gboolean borderline;
} ScopeFlower;

/* The three worked-example flowers and the 150 real ones, read from the program's resources.
 * An array of ScopeFlower. */
GPtrArray *scope_flowers_load (void);
/* TRUE where the logits of all n ≥ 1 rows are those of real flowers, whatever is observed of them. */
gboolean scope_flowers_are_real (const ScopeBatchRow *rows, guint n);
/* What every logit of the flowers fits in: the sliders widen to it once. */
double scope_flowers_bound (const GPtrArray *flowers);

/* The bias that the network was trained to, which is the first class's: for its flowers alone. */
#define SCOPE_TRAINED_BIAS -6.2272
/* A flower is borderline where the trained network gives its own species less than this. */
#define SCOPE_BORDERLINE 0.8

/* The searchable list for a popover. flower is Borrowed; bound: of all in the list. */
typedef void (*ScopeFlowerChosen) (const ScopeFlower *flower, double bound, gpointer data);
GtkWidget *scope_flowers_new (ScopeFlowerChosen chosen, gpointer data);

G_END_DECLS
