/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "subject.h"

/* What is told of a part, or of one of the rows or layers that it has, whichever way it is drawn. */

/* When it is heard. */
typedef enum
{
  SCOPE_SAY_WHOLE = 1 << 0,  /* only where all of a figure is told */
  SCOPE_SAY_ALWAYS = 1 << 1, /* whatever is shown: it looks for itself */
} ScopeSayWhen;

#define SCOPE_SHOWS_NOTHING (1u << 31)

typedef struct
{
  unsigned part; /* ScopeShow flags; 0: it is of none */
  /* What it shows, flags of ScopePlace: SCOPE_SHOWS_NOTHING, or what it writes and draws otherwise where that is
   * hidden; of a row, what leaves a blank slot in its place; and what leaves nothing. */
  unsigned shows, slot, gone;
  guint turn;    /* what has less is said before it: no two have the same */
  unsigned when; /* ScopeSayWhen flags */
  /* Adds to text what is heard of it, of an evaluated subject with its texts; NULL: nothing. */
  void (*say) (GString *text, const ScopeSubject *subject);
} ScopePiece;

/* A row's or a constant's piece: of this part, and what more there is to say. */
#define SCOPE_OF(flag, ...) .piece = { .part = SCOPE_SHOW_##flag, __VA_ARGS__ }
