/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "options.h"

/* Named numbers on standard output, 17 significant digits each: one block of "name = value" lines,
 * one CSV row or one JSON object for each set of values. */
typedef struct
{
  ScopeResultsFormat format;
  const char *const *names;
  guint n;
  gboolean begun;
} ScopeResults;

/* The format asked for; by default CSV for rows from --input, else text. */
ScopeResults scope_results_new (const ScopeOptions *options, const char *const *names, guint n);

/* Prints n values. Returns FALSE where standard output takes no more. */
gboolean scope_results_print (ScopeResults *results, const double *values);

/* Returns status, or 1 and a complaint where something could not be written. */
int scope_results_finish (int status);
