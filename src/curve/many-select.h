/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <stddef.h>

/* The value of rank k < n among the values, none of them NaN: what would be at place k were they
 * sorted. It is at place k afterwards, nothing before it is greater and nothing after it less. The
 * time is a multiple of n on average, whatever the values' order and however many are equal. */
double scope_many_select (double *values, size_t n, size_t k);
