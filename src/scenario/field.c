/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "field.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "class-names.h"
#include "hidden.h"
#include "number-parse.h"

/* --- The table */

static void
forget_flower (ScopeScenario *scenario)
{
  scenario->flower[0] = '\0';
}

static void
wire_freely (ScopeScenario *scenario)
{
  scenario->wiring = SCOPE_WIRING_CUSTOM;
}

static void
rewire (ScopeScenario *scenario)
{
  scope_wiring_weights (scenario->wiring, scenario->parameters.observed, scenario->parameters.w);
}

#define MEMBER(member) G_STRUCT_OFFSET (ScopeScenario, member), sizeof ((ScopeScenario *) NULL)->member
#define NUMBERS(member) SCOPE_FIELD_NUMBERS, MEMBER (member)
#define FROM(...) .start = { __VA_ARGS__ }
#define ANY -DBL_MAX, DBL_MAX
#define POSITIVE DBL_TRUE_MIN, DBL_MAX
#define NO_RANGE FROM (0), 0, 0
#define NO_OPTION NULL, 0, NULL, NULL, NULL
#define EXPORT (1 << SCOPE_COMMAND_EXPORT)
#define DESCEND (1 << SCOPE_COMMAND_DESCEND)
#define ALL (EXPORT | DESCEND | 1 << SCOPE_COMMAND_EVALUATE)

static const ScopeScenarioField fields[] = {
  { "logits", NUMBERS (parameters.a), FROM (1.0368, 0.0032, 0.1352), ANY, SCOPE_FIELD_REQUIRED, "logit",
    "logits", ALL, "z1,z2,z3", "the three logits at b3 = 0",
    "three finite numbers, as in 1.0368,0.0032,0.1352", forget_flower },
  { "weights", NUMBERS (parameters.w), FROM (1, 0, 0), ANY, SCOPE_FIELD_REQUIRED, "weight", NO_OPTION,
    wire_freely },
  { "classes", SCOPE_FIELD_CLASSES, MEMBER (classes), NO_RANGE, SCOPE_FIELD_OPTIONAL, "classes", "classes",
    ALL, "NAME,NAME,NAME", "what the classes are called, in pictures, in rows, and wherever CLASS stands",
    "three different names of 1 to 60 characters, as in cat,dog,bird", NULL },
  { "bias", NUMBERS (parameters.b), FROM (-2), ANY, SCOPE_FIELD_REQUIRED, "bias", "bias", ALL, "b",
    "the bias b3", "one finite number, as in -2", NULL },
  { "shift", NUMBERS (parameters.shift), FROM (0), ANY, SCOPE_FIELD_OPTIONAL, "shift", "shift", ALL, "c",
    "added to all three logits", "one finite number, as in 2", NULL },
  { "rate", NUMBERS (rate), FROM (1), POSITIVE, SCOPE_FIELD_REQUIRED, "rate", "rate", EXPORT | DESCEND, "R",
    "the learning rate", "a finite number above 0, as in 0.5", NULL },
  { "estimate", NUMBERS (estimate), FROM (0), ANY, SCOPE_FIELD_FORGIVEN, "estimate", "estimate", EXPORT,
    "SLOPE", "slope of the tangent that estimate draws", "one finite number, as in -0.5", NULL },
  { "step-h", NUMBERS (step_h), FROM (1), SCOPE_LEAST_STEP_H, SCOPE_MOST_STEP_H, SCOPE_FIELD_FORGIVEN,
    "step-h", "h", EXPORT, "H", "the step h of the finite difference under the hood, from 1e-12 to 1",
    "a number from 1e-12 to 1, as in 1e-3", NULL },
  { "observed", SCOPE_FIELD_CLASS, MEMBER (parameters.observed), NO_RANGE, SCOPE_FIELD_OPTIONAL, "observed",
    "observed", ALL, "CLASS", "a class’s name, 1, 2 or 3", NULL, rewire },
  { "wiring", SCOPE_FIELD_WIRING, MEMBER (wiring), NO_RANGE, SCOPE_FIELD_OPTIONAL, "wiring", "wiring", ALL,
    "WIRING", "the logits that b3 is added to: a class, all, observed, or three weights w1,w2,w3",
    "all, observed, or three finite numbers, as in 1,0,0", rewire },
  { "show", SCOPE_FIELD_PARTS, MEMBER (show), NO_RANGE, SCOPE_FIELD_OPTIONAL, "show", NO_OPTION, NULL },
  { "hide", SCOPE_FIELD_QUANTITIES, MEMBER (hide), NO_RANGE, SCOPE_FIELD_OPTIONAL, NULL, NO_OPTION, NULL },
  { "flower", SCOPE_FIELD_TEXT, MEMBER (flower), NO_RANGE, SCOPE_FIELD_OPTIONAL, "flower", NO_OPTION, NULL },
};

const ScopeScenarioField *
scope_field_get (unsigned i)
{
  return i < G_N_ELEMENTS (fields) ? &fields[i] : NULL;
}

const ScopeScenarioField *
scope_field_find (size_t offset)
{
  const ScopeScenarioField *field = fields;

  while (field->offset != offset)
    field++;
  return field;
}

/* --- Values */

static void *
find (const ScopeScenarioField *field, const ScopeScenario *scenario)
{
  return (char *) scenario + field->offset;
}

void
scope_field_start (ScopeScenario *scenario)
{
  *scenario = (ScopeScenario) { .classes = scope_classes_iris };
  for (unsigned i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i].kind == SCOPE_FIELD_NUMBERS)
      memcpy (find (&fields[i], scenario), fields[i].start, fields[i].size);
}

unsigned
scope_field_count (const ScopeScenarioField *field)
{
  return (unsigned) (field->size / sizeof (double));
}

const double *
scope_field_get_numbers (const ScopeScenarioField *field, const ScopeScenario *scenario)
{
  return find (field, scenario);
}

double
scope_field_get_number (const ScopeScenarioField *field, const ScopeScenario *scenario, unsigned k)
{
  return scope_field_get_numbers (field, scenario)[k];
}

static gboolean
set (const ScopeScenarioField *field, ScopeScenario *scenario)
{
  if (field->follow != NULL)
    field->follow (scenario);
  return TRUE;
}

gboolean
scope_field_set_number (const ScopeScenarioField *field, ScopeScenario *scenario, unsigned k, double number)
{
  double *at = find (field, scenario);

  if (!isfinite (number) || (field->least > 0 && number <= 0))
    return FALSE;
  at[k] = CLAMP (number, field->least, field->most);
  return set (field, scenario);
}

unsigned
scope_field_get_whole (const ScopeScenarioField *field, const ScopeScenario *scenario)
{
  return *(const unsigned *) find (field, scenario);
}

gboolean
scope_field_set_whole (const ScopeScenarioField *field, ScopeScenario *scenario, unsigned whole)
{
  if ((field->kind == SCOPE_FIELD_CLASS && whole >= SCOPE_N_CLASSES)
      || (field->kind == SCOPE_FIELD_WIRING && whole > SCOPE_WIRING_CUSTOM))
    return FALSE;
  *(unsigned *) find (field, scenario)
    = field->kind == SCOPE_FIELD_QUANTITIES ? whole & SCOPE_QUANTITY_ALL : whole;
  return set (field, scenario);
}

const char *
scope_field_get_text (const ScopeScenarioField *field, const ScopeScenario *scenario)
{
  return find (field, scenario);
}

void
scope_field_set_text (const ScopeScenarioField *field, ScopeScenario *scenario, const char *text)
{
  char *at = find (field, scenario);
  const char *end;

  g_strlcpy (at, text, field->size);
  if (!g_utf8_validate (at, -1, &end))
    at[end - at] = '\0';
}

const ScopeClasses *
scope_field_get_names (const ScopeScenarioField *field, const ScopeScenario *scenario)
{
  return find (field, scenario);
}

const char *
scope_field_set_names (const ScopeScenarioField *field, ScopeScenario *scenario,
                       const char *const names[SCOPE_N_CLASSES])
{
  return scope_class_names_set (find (field, scenario), names);
}

gboolean
scope_field_equal (const ScopeScenarioField *field, const ScopeScenario *one, const ScopeScenario *other)
{
  if (field->kind == SCOPE_FIELD_TEXT)
    return g_str_equal (find (field, one), find (field, other));
  if (field->kind == SCOPE_FIELD_CLASSES)
    return scope_classes_equal (find (field, one), find (field, other));
  if (field->kind != SCOPE_FIELD_NUMBERS)
    return scope_field_get_whole (field, one) == scope_field_get_whole (field, other);
  for (unsigned k = 0; k < scope_field_count (field); k++)
    if (scope_field_get_number (field, one, k) != scope_field_get_number (field, other, k))
      return FALSE;
  return TRUE;
}

gboolean
scope_field_all_equal (const ScopeScenario *one, const ScopeScenario *other)
{
  for (unsigned i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!scope_field_equal (&fields[i], one, other))
      return FALSE;
  return TRUE;
}

/* --- What somebody has written */

gboolean
scope_field_read_numbers (const char *text, double *numbers, unsigned n)
{
  const char *separator = strchr (text, ';') != NULL ? ";" : ",";
  g_auto (GStrv) parts = g_strsplit (text, separator, -1);

  if (g_strv_length (parts) != n)
    return FALSE;
  for (unsigned i = 0; i < n; i++)
    if (scope_number_parse (parts[i], &numbers[i]) != SCOPE_NUMBER_READ)
      return FALSE;
  return TRUE;
}

static gboolean
read_numbers (const ScopeScenarioField *field, ScopeScenario *scenario, const char *text)
{
  const unsigned n = scope_field_count (field);
  g_autofree double *numbers = g_new (double, n);

  if (!scope_field_read_numbers (text, numbers, n))
    return FALSE;
  for (unsigned k = 0; k < n; k++)
    if (numbers[k] < field->least || numbers[k] > field->most)
      return FALSE;
  for (unsigned k = 0; k < n; k++)
    scope_field_set_number (field, scenario, k, numbers[k]);
  return TRUE;
}

/* A class's wiring has its number. */
static gboolean
read_wiring (const ScopeScenarioField *field, ScopeScenario *scenario, const char *text)
{
  unsigned wiring;

  if (read_numbers (SCOPE_FIELD (parameters.w), scenario, text))
    return TRUE;
  if (g_ascii_strcasecmp (text, "observed") == 0)
    wiring = SCOPE_WIRING_OBSERVED;
  else if (g_ascii_strcasecmp (text, "all") == 0)
    wiring = SCOPE_WIRING_ALL;
  else if (!scope_class_names_find (&scenario->classes, text, &wiring))
    return FALSE;
  return scope_field_set_whole (field, scenario, wiring);
}

static char *
read_classes (const ScopeScenarioField *field, ScopeScenario *scenario, const char *text)
{
  const char *wrong = scope_class_names_set_list (find (field, scenario), text);

  return wrong == NULL ? NULL : g_strdup_printf ("%s (%s)", field->allowed, wrong);
}

char *
scope_field_read (const ScopeScenarioField *field, ScopeScenario *scenario, const char *text)
{
  g_autofree char *classes = scope_class_names_list (&scenario->classes);
  unsigned k;

  if (field->kind == SCOPE_FIELD_CLASSES)
    return read_classes (field, scenario, text);
  if (field->kind == SCOPE_FIELD_WIRING)
    return read_wiring (field, scenario, text) ? NULL : g_strdup_printf ("%s, %s", classes, field->allowed);
  if (field->kind == SCOPE_FIELD_NUMBERS)
    return read_numbers (field, scenario, text) ? NULL : g_strdup (field->allowed);
  return scope_class_names_find (&scenario->classes, text, &k) && scope_field_set_whole (field, scenario, k)
           ? NULL
           : g_steal_pointer (&classes);
}
