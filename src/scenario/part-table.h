/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* The parts of a figure that can be shown, as part-list.h lists them: SCOPE_PART_FORMULA counts them, the flag
 * SCOPE_SHOW_FORMULA is 1 << SCOPE_PART_FORMULA. */

enum
{
#define PART(flag, ...) SCOPE_PART_##flag,
#include "part-list.h"
  SCOPE_N_PARTS
};

typedef enum
{
#define PART(flag, ...) SCOPE_SHOW_##flag = 1 << SCOPE_PART_##flag,
#include "part-list.h"
} ScopeShow;

enum
{
  SCOPE_PART_HIDDEN,
  SCOPE_PART_SHOWN,
};
/* What is shown at the start. */
enum
{
#define PART(flag, name, start, ...) | SCOPE_PART_##start << SCOPE_PART_##flag
  SCOPE_SHOW_DEFAULT = 0
#include "part-list.h"
};
#define SCOPE_SHOW_ALL ((1u << SCOPE_N_PARTS) - 1)

/* What is said of a part that is not in the scene. */
typedef enum
{
  SCOPE_PART_BLOCK, /* that it yields to others where there is no room */
  SCOPE_PART_LINE,  /* that there is nothing to show of it, where somebody asks */
  SCOPE_PART_WHOLE, /* nothing: it is where its panel is */
} ScopePartKind;

/* What a figure is of. */
typedef enum
{
  SCOPE_CASE_ONE = 1 << 0,   /* one flower, or of many: */
  SCOPE_CASE_TOTAL = 1 << 1, /* the sum */
  SCOPE_CASE_MEAN = 1 << 2,  /* the mean */
  SCOPE_CASE_HALL = 1 << 3,  /* and it is a step of a presentation */
} ScopeCase;
#define SCOPE_CASE_MANY (SCOPE_CASE_TOTAL | SCOPE_CASE_MEAN)

typedef struct
{
  const char *name;  /* for command line, settings, properties and actions */
  const char *title; /* its switch in the menu; to be translated; NULL where it is no switch's */
  const char *words; /* for who hears of it; to be translated */
  const char *help;  /* what it is, for who reads a man page */
  char key;          /* that switches it; 0 for none */
  ScopePartKind kind;
  unsigned not_for; /* ScopeCase flags: in these it is not drawn */
} ScopePart;

/* By number. */
extern const ScopePart scope_parts[SCOPE_N_PARTS];

const char *scope_part_name (unsigned i);
/* The flag of a part's name; FALSE where there is no such part. */
gboolean scope_part_from_name (const char *name, unsigned *flag);
/* The names of parts, flags of ScopeShow, with commas and blanks between them. The caller frees it. */
char *scope_part_names (unsigned parts);
/* The flags of all of a kind; of all that are drawn in every case of these, flags of ScopeCase. */
unsigned scope_parts_of_kind (ScopePartKind kind);
unsigned scope_parts_for (unsigned cases);
