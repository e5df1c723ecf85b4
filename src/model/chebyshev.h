/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* Polynomials on −1 … 1 by Chebyshev's T_m. */

/* The i-th of the n zeros of T_n, rising. */
double scope_chebyshev_node (unsigned i, unsigned n);

#define SCOPE_CHEBYSHEV_MOST 20

/* The coefficients of the polynomial through the values at those n ≤ SCOPE_CHEBYSHEV_MOST nodes:
 * Σ c_m·T_m. */
void scope_chebyshev_fit (const double *values, unsigned n, double *coefficients);

/* Σ_{m<n} coefficients_m·T_m (t), by Clenshaw's recurrence. */
double scope_chebyshev_sum (const double *coefficients, unsigned n, double t);
