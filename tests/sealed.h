/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A state's text that a test has changed, sealed as it is now. */

#pragma once

#include "state-seal.h"

static inline char *
seal_again (const char *text)
{
  GString *sealed = g_string_new_len (text, (gssize) scope_state_unsealed_length (text));

  scope_state_seal (sealed);
  return g_string_free (sealed, FALSE);
}
