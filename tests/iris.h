/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "batch.h"

/* The rows that ship with the program. */

static const ScopeBatchRow test_flower_rows[] = {
  { { 1.0368, 0.0032, 0.1352 }, 0 },
  { { 0, 0, 1 }, 2 },
  { { 0.0898, 0.8632, 0.1042 }, 1 },
};

static const ScopeBatch test_flowers
  = { test_flower_rows, G_N_ELEMENTS (test_flower_rows), { 1, 0, 0 }, FALSE };
