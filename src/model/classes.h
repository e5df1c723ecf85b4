/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <stdbool.h>

#include "parameters.h"

/* What the three classes are called, and which stands beside which. */

/* In characters of UTF-8, which have four bytes at most. */
#define SCOPE_LONGEST_CLASS 60

typedef struct
{
  char name[SCOPE_N_CLASSES][4 * SCOPE_LONGEST_CLASS + 1];
} ScopeClasses;

/* The species of the iris data, which there are until others are named. */
extern const ScopeClasses scope_classes_iris;

bool scope_classes_equal (const ScopeClasses *one, const ScopeClasses *other);

/* The two beside class k, for i = 0 and 1: those that follow it round. */
unsigned scope_classes_beside (unsigned k, unsigned i);
