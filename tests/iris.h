/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include <string.h>

#include "batch.h"

/* The rows that ship with the program. */

static const ScopeBatchRow test_flower_rows[] = {
  { { 1.0368, 0.0032, 0.1352 }, 0 },
  { { 0, 0, 1 }, 2 },
  { { 0.0898, 0.8632, 0.1042 }, 1 },
};

static const ScopeBatch test_flowers
  = { test_flower_rows, G_N_ELEMENTS (test_flower_rows), { 1, 0, 0 }, FALSE };

#define TEST_N_IRIS 150

/* The 150 real flowers; quick and unforgiving, unlike the program's own reader. */
static inline void
test_load_iris (ScopeBatchRow rows[TEST_N_IRIS])
{
  static const char *const names[] = { "Setosa", "Versicolor", "Virginica" };
  g_autofree char *path
    = g_build_filename (g_getenv ("SCOPE_SOURCE_DIR"), "data", "examples", "iris-logits.csv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  g_assert_true (g_str_has_prefix (lines[0], "z1,z2,z3,observed,"));
  for (guint i = 0; i < TEST_N_IRIS; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i + 1], ",", -1);

      for (guint k = 0; k < 3; k++)
        {
          rows[i].a[k] = g_ascii_strtod (fields[k], NULL);
          if (g_str_equal (fields[3], names[k]))
            rows[i].observed = k;
        }
    }
}
