/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "options.h"

/* The document that a command is about, and the step of it: where the options begin. */

/* What the document says, before any option is set but --step. FALSE, said why, where it has no such step. */
gboolean scope_opened_begin (ScopeOptions *options);
/* What it says and no option has said otherwise, once all are set. */
void scope_opened_finish (ScopeOptions *options, ScopeCommand command);
/* What is shown of it; NULL without a document. Borrowed. */
const ScopeDocumentLook *scope_opened_look (const ScopeOptions *options);
/* The step as a stage shows it; FALSE where it is about no step. The texts are the document's. */
gboolean scope_opened_fill_stage (const ScopeOptions *options, ScopeStage *stage);
