/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "field.h"

/* A field of the scenario in a document. The weights are no key of their own: they are what wiring= says where that is
 * no name. */

/* Sets what values say. NULL, or what is allowed there, and nothing is set. The caller frees it. */
char *scope_document_field_read (const ScopeScenarioField *field, const char *const *values,
                                 ScopeScenario *scenario);
void scope_document_field_write (const ScopeScenarioField *field, const ScopeScenario *scenario,
                                 GStrvBuilder *values);
