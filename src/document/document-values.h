/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* What stands behind the sign of equality in a document: texts between semicolons, which are numbers or names. Reading
 * returns FALSE, and sets nothing, where a text is something else. */

gboolean scope_document_values_number (const char *text, double *number);
/* One whole number from least to most, and no other text. */
gboolean scope_document_values_count (const char *const *values, guint least, guint most, guint *count);
/* Bit i for the name of i, 0 ≤ i < n; of all texts. */
gboolean scope_document_values_flags (const char *const *values, const char *(*name_of) (unsigned),
                                      unsigned n, unsigned *flags);

void scope_document_values_add_number (GStrvBuilder *values, double number);
void scope_document_values_add_count (GStrvBuilder *values, guint count);
void scope_document_values_add_flags (GStrvBuilder *values, unsigned flags, const char *(*name_of) (unsigned),
                                      unsigned n);
