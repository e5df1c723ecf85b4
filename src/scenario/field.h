/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "scenario.h"

/* The fields of a scenario, a row of one table each. From it follow when two scenarios are equal, what undo brings
 * back, what is kept from one start to the next, the state's properties and the options of the command line. */

typedef enum
{
  SCOPE_FIELD_NUMBERS,    /* double, one or more */
  SCOPE_FIELD_CLASS,      /* unsigned, below SCOPE_N_CLASSES */
  SCOPE_FIELD_WIRING,     /* ScopeWiring */
  SCOPE_FIELD_PARTS,      /* unsigned, ScopeShow flags */
  SCOPE_FIELD_QUANTITIES, /* unsigned, ScopeQuantity flags */
  SCOPE_FIELD_CLASSES,    /* ScopeClasses */
  SCOPE_FIELD_TEXT,       /* an array of char */
} ScopeFieldKind;

/* What a kept text comes to that lacks a field, or has a wrong value for it. */
typedef enum
{
  SCOPE_FIELD_OPTIONAL, /* lacking, it stays as it was; wrong, the text is broken */
  SCOPE_FIELD_REQUIRED, /* the text is broken */
  SCOPE_FIELD_FORGIVEN, /* it stays as it was */
} ScopeFieldNeed;

/* Those of the command line. */
typedef enum
{
  SCOPE_COMMAND_EXPORT,
  SCOPE_COMMAND_EVALUATE,
  SCOPE_COMMAND_DESCEND,
} ScopeCommand;

typedef struct
{
  const char *name; /* in a kept text */
  ScopeFieldKind kind;
  size_t offset, size; /* of the member */
  double start
    [SCOPE_N_CLASSES]; /* of numbers; the others begin at 0, text as "" and names as those of the irises */
  double least, most;  /* what numbers are cut to; where least is above 0, nothing else is a value */
  ScopeFieldNeed need;
  const char *property; /* of the state; NULL for none. One of several numbers is "logit-1" */
  const char *option;   /* NULL for none */
  unsigned commands;    /* that have it: bits 1 << ScopeCommand */
  const char *value;    /* what its value is called where it is told */
  const char *help;     /* what it is */
  const char *allowed;  /* what it takes, besides the names of classes */
  void (*follow) (ScopeScenario *scenario); /* what changes with it; NULL for nothing */
} ScopeScenarioField;

/* Every field as it begins: the first worked example at b₃ = −2, and no part shown. */
void scope_field_start (ScopeScenario *scenario);

/* Row i; NULL behind the last one. */
const ScopeScenarioField *scope_field_get (unsigned i);
/* The row of a member: SCOPE_FIELD (rate). */
#define SCOPE_FIELD(member) scope_field_find (G_STRUCT_OFFSET (ScopeScenario, member))
const ScopeScenarioField *scope_field_find (size_t offset);

gboolean scope_field_equal (const ScopeScenarioField *field, const ScopeScenario *one,
                            const ScopeScenario *other);
/* TRUE where all fields are. */
gboolean scope_field_all_equal (const ScopeScenario *one, const ScopeScenario *other);

/* How many numbers there are in a field of numbers, one of them, and all. Setting cuts it to the range; FALSE, and
 * nothing is set, where it is no value. */
unsigned scope_field_count (const ScopeScenarioField *field);
double scope_field_get_number (const ScopeScenarioField *field, const ScopeScenario *scenario, unsigned k);
const double *scope_field_get_numbers (const ScopeScenarioField *field, const ScopeScenario *scenario);
gboolean scope_field_set_number (const ScopeScenarioField *field, ScopeScenario *scenario, unsigned k,
                                 double number);
/* A field of another kind but names and text, as a number; FALSE, and nothing is set, where there is no such class or wiring. */
unsigned scope_field_get_whole (const ScopeScenarioField *field, const ScopeScenario *scenario);
gboolean scope_field_set_whole (const ScopeScenarioField *field, ScopeScenario *scenario, unsigned whole);
/* Borrowed; setting takes as many whole characters as there is room for. */
const char *scope_field_get_text (const ScopeScenarioField *field, const ScopeScenario *scenario);
void scope_field_set_text (const ScopeScenarioField *field, ScopeScenario *scenario, const char *text);

/* NULL, or what is wrong with the names. */
const char *scope_field_set_names (const ScopeScenarioField *field, ScopeScenario *scenario,
                                   const char *const names[SCOPE_N_CLASSES]);
const ScopeClasses *scope_field_get_names (const ScopeScenarioField *field, const ScopeScenario *scenario);

/* What somebody has written for a field that is an option: numbers between commas, or between semicolons where a
 * comma is the decimal sign; a class by name or number; names of classes. NULL, or what is allowed, and nothing is set: nothing is cut. The caller
 * frees it. */
char *scope_field_read (const ScopeScenarioField *field, ScopeScenario *scenario, const char *text);
/* n finite numbers, written so. */
gboolean scope_field_read_numbers (const char *text, double *numbers, unsigned n);
