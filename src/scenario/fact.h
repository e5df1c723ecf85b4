/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* A step of a lecture speaks of numbers and wires that the lecturer may have moved since it was written: each
 * of its sentences is said under the facts that it is true under, with the numbers that are printed. */

typedef enum
{
  /* The tangent that is seen. */
  SCOPE_FACT_FALLS = 1 << 0,
  SCOPE_FACT_RISES = 1 << 1,
  SCOPE_FACT_LEVEL = 1 << 2,
  /* The loss as it is printed, against that of a pure guess. */
  SCOPE_FACT_WORSE = 1 << 3,
  SCOPE_FACT_BETTER = 1 << 4,
  SCOPE_FACT_ALIKE = 1 << 5,
  /* b₃ feeds the observed class's logit alone; another one alone; several or none. */
  SCOPE_FACT_OWN = 1 << 6,
  SCOPE_FACT_OTHER = 1 << 7,
  SCOPE_FACT_SUM = 1 << 8,
  /* A single logit gets b₃ as it is; b₃ times a weight. */
  SCOPE_FACT_PLAIN = 1 << 9,
  SCOPE_FACT_WEIGHTED = 1 << 10,
  /* The loss after a step downhill, as it is printed, against that before. */
  SCOPE_FACT_LOWERS = 1 << 11,
  SCOPE_FACT_RAISES = 1 << 12,
  SCOPE_FACT_STAYS = 1 << 13,
  /* The picture is of one flower; of the sum over many. Who names neither speaks of one. */
  SCOPE_FACT_ONE = 1 << 14,
  SCOPE_FACT_MANY = 1 << 15,
  /* The loss of what is shown is least at some b₃; it falls for ever, to one side. */
  SCOPE_FACT_BOTTOM = 1 << 16,
  SCOPE_FACT_ENDLESS = 1 << 17,
  /* A descent at the present rate has led to b₃. */
  SCOPE_FACT_WALKED = 1 << 18,
} ScopeFact;
#define SCOPE_FACT_SINGLE (SCOPE_FACT_OWN | SCOPE_FACT_OTHER)

typedef struct
{
  /* Borrowed; markup of line.h, "<loss>" and the like stand for what stage-words.c puts there. */
  const char *text;
  unsigned
    facts; /* of each of the eight kinds that it names one, one must hold; 0: it is always true of one flower */
} ScopeSentence;
#define SCOPE_MOST_SENTENCES 6

/* Whether it is said where these facts hold. */
gboolean scope_fact_allows (unsigned asked, unsigned facts);
/* The facts of a name, "falls" to "stays", and "single" for two of them; 0 where there is no such name. */
unsigned scope_fact_from_name (const char *name);
/* All names that there are. The caller frees it. */
char *scope_fact_list (void);
/* The names of facts, with commas between them. The caller frees it. */
char *scope_fact_names (unsigned facts);
