/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "batch.h"

/* A bias near which the gradient rises through 0, at a fraction of what exact sums would cost; where
 * Newton's method begins. FALSE where it is not found within 128/s of 0, with s what the weights
 * span, or nothing can be said. The batch has been checked. */
bool scope_batch_root (const ScopeBatch *batch, double *root);
