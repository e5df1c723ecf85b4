/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "batch.h"

/* Classes that are this far behind are not seen, also a little away from the bias: e^−450 is
 * nothing. */
#define SCOPE_QUICK_FAR 600

/* The differences z_k − z_m of a row's logits at bias b to the one that leads, m, in a few
 * operations of double: d[m] is 0, and of the others each has an absolute error below 1e−12/4, or
 * is at most −SCOPE_QUICK_FAR with that relative error. Returns m, or −1 where double does not
 * suffice: where terms cancel that are large; d means nothing then. All numbers are finite. For
 * curves, whose rows bend at few of the places where steep weights make them be asked for. */
int scope_quick_differences (const ScopeBatchRow *row, const double w[SCOPE_N_CLASSES], double b,
                             double d[SCOPE_N_CLASSES]);
