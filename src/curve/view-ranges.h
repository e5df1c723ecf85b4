/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* Curves that are kept to compare others with. */
#define SCOPE_MOST_GHOSTS 6

/* What of the curves is seen. The figure draws exactly this, and never finds it; the app changes it, with
 * hysteresis. The gradient's range is fixed by the wiring, so that another observed class flips the curve and
 * not the axis. */
typedef struct
{
  double axis_lo, axis_hi;         /* b₃ */
  double loss_lo, loss_hi;         /* L */
  double gradient_lo, gradient_hi; /* ∂L/∂b₃ */
  double links_hi; /* how far the linked plot of the loss reaches at least; 0: as the loss needs it */
} ScopeView;
