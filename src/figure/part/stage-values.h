/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "derivation.h"

/* Rows on top of the second column of a presentation. */
void scope_stage_values_write_bias (ScopePen *pen);
/* The logits that the row of b₃ has not. */
void scope_stage_values_write_logits (ScopePen *pen);
/* L = −ln p_Setosa = 1.89 */
void scope_stage_values_write_loss (ScopePen *pen);
/* p_Setosa = e^{z₁}/(e^{z₁} + e^{z₂} + e^{z₃}) = 0.151: softmax, and what the loss reads of it, however narrow its
 * segment of the bar. */
void scope_stage_values_write_softmax (ScopePen *pen);
