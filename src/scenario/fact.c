/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact.h"

/* One of each kind holds at most. */
enum
{
  SLOPE,
  QUALITY,
  WIRE,
  WEIGHT,
  STEP,
  FLOWERS,
  BOTTOM,
  WALK,
  N_KINDS
};

static const struct
{
  const char *name;
  unsigned facts;
  int kind;
} names[] = {
  { "falls", SCOPE_FACT_FALLS, SLOPE },      { "rises", SCOPE_FACT_RISES, SLOPE },
  { "level", SCOPE_FACT_LEVEL, SLOPE },      { "worse", SCOPE_FACT_WORSE, QUALITY },
  { "better", SCOPE_FACT_BETTER, QUALITY },  { "alike", SCOPE_FACT_ALIKE, QUALITY },
  { "single", SCOPE_FACT_SINGLE, WIRE },     { "own", SCOPE_FACT_OWN, WIRE },
  { "other", SCOPE_FACT_OTHER, WIRE },       { "sum", SCOPE_FACT_SUM, WIRE },
  { "plain", SCOPE_FACT_PLAIN, WEIGHT },     { "weighted", SCOPE_FACT_WEIGHTED, WEIGHT },
  { "lowers", SCOPE_FACT_LOWERS, STEP },     { "raises", SCOPE_FACT_RAISES, STEP },
  { "stays", SCOPE_FACT_STAYS, STEP },       { "one", SCOPE_FACT_ONE, FLOWERS },
  { "many", SCOPE_FACT_MANY, FLOWERS },      { "bottom", SCOPE_FACT_BOTTOM, BOTTOM },
  { "endless", SCOPE_FACT_ENDLESS, BOTTOM }, { "walked", SCOPE_FACT_WALKED, WALK },
};

gboolean
scope_fact_allows (unsigned asked, unsigned facts)
{
  unsigned kinds[N_KINDS] = { 0 };

  for (unsigned i = 0; i < G_N_ELEMENTS (names); i++)
    kinds[names[i].kind] |= names[i].facts;
  if ((asked & kinds[FLOWERS]) == 0)
    asked |= facts & SCOPE_FACT_MANY ? SCOPE_FACT_ONE : 0;
  for (unsigned i = 0; i < N_KINDS; i++)
    if ((asked & kinds[i]) != 0 && (asked & facts & kinds[i]) == 0)
      return FALSE;
  return TRUE;
}

unsigned
scope_fact_from_name (const char *name)
{
  for (unsigned i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (name, names[i].name))
      return names[i].facts;
  return 0;
}

char *
scope_fact_list (void)
{
  GString *text = g_string_new (NULL);

  for (unsigned i = 0; i < G_N_ELEMENTS (names); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", names[i].name);
  return g_string_free (text, FALSE);
}

char *
scope_fact_names (unsigned facts)
{
  GString *text = g_string_new (NULL);

  for (unsigned i = 0; i < G_N_ELEMENTS (names); i++)
    if ((facts & names[i].facts) == names[i].facts)
      {
        g_string_append_printf (text, "%s%s", text->len > 0 ? "," : "", names[i].name);
        facts &= ~names[i].facts;
      }
  return g_string_free (text, FALSE);
}
