/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "options.h"

typedef enum
{
  SCOPE_TAKES_NOTHING,
  SCOPE_TAKES_TEXT,    /* a name, or a number within bounds of its own */
  SCOPE_TAKES_NUMBERS, /* of any size that double has */
  SCOPE_TAKES_STEP,    /* which values the others change: set before all */
  SCOPE_TAKES_CLASSES, /* what they are called: set before all that may name one of them */
} ScopeTakes;

typedef struct _ScopeOption ScopeOption;

/* Every option: which commands take it, and what it sets. */
struct _ScopeOption
{
  const char *name;
  unsigned commands; /* a bit for each */
  ScopeTakes takes;
  /* FALSE where the value is wrong; what is allowed has been said. */
  gboolean (*set) (ScopeOptions *options, const ScopeOption *option, const char *value);
  const ScopeScenarioField *field; /* that it sets; NULL for none */
};

/* NULL where the command takes no such option. */
const ScopeOption *scope_option_find (ScopeCommand command, const char *name);

/* TRUE where the command line has the option. */
gboolean scope_option_is_given (const ScopeOptions *options, ScopeCommand command, const char *name);
/* Remembers that. */
void scope_option_give (ScopeOptions *options, const ScopeOption *option);
/* The n-th option that is given more than once, though only the last one counts; NULL behind the last of them. */
const char *scope_option_repeated (const ScopeOptions *options, guint n);

/* "--logits, --bias, …": all that the command takes. The caller frees it. */
char *scope_option_list (ScopeCommand command);
