/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "classes.h"

#include <string.h>

const ScopeClasses scope_classes_iris = { { "Setosa", "Versicolor", "Virginica" } };

bool
scope_classes_equal (const ScopeClasses *one, const ScopeClasses *other)
{
  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    if (strcmp (one->name[k], other->name[k]) != 0)
      return false;
  return true;
}

unsigned
scope_classes_beside (unsigned k, unsigned i)
{
  return (k + 1 + i) % SCOPE_N_CLASSES;
}
