/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact.h"

/* When a sentence of a step is said, and the names that documents have for that. */

static void
test_allows (void)
{
  g_assert_true (scope_fact_allows (0, 0));
  g_assert_true (scope_fact_allows (0, SCOPE_FACT_FALLS));
  g_assert_true (scope_fact_allows (SCOPE_FACT_FALLS | SCOPE_FACT_LEVEL, SCOPE_FACT_LEVEL));
  g_assert_false (scope_fact_allows (SCOPE_FACT_FALLS | SCOPE_FACT_LEVEL, SCOPE_FACT_RISES));
  g_assert_false (scope_fact_allows (SCOPE_FACT_FALLS, 0));
  /* Of each kind one. */
  g_assert_true (scope_fact_allows (SCOPE_FACT_OWN | SCOPE_FACT_PLAIN,
                                    SCOPE_FACT_OWN | SCOPE_FACT_PLAIN | SCOPE_FACT_WORSE));
  g_assert_false (
    scope_fact_allows (SCOPE_FACT_OWN | SCOPE_FACT_PLAIN, SCOPE_FACT_OWN | SCOPE_FACT_WEIGHTED));
  g_assert_false (scope_fact_allows (SCOPE_FACT_OWN | SCOPE_FACT_PLAIN, SCOPE_FACT_PLAIN));
}

/* Who speaks of many flowers says so. */
static void
test_flowers (void)
{
  const unsigned one = SCOPE_FACT_ONE | SCOPE_FACT_FALLS, many = SCOPE_FACT_MANY | SCOPE_FACT_FALLS;

  g_assert_true (scope_fact_allows (0, one));
  g_assert_false (scope_fact_allows (0, many));
  g_assert_true (scope_fact_allows (SCOPE_FACT_FALLS, one));
  g_assert_false (scope_fact_allows (SCOPE_FACT_FALLS, many));
  g_assert_true (scope_fact_allows (SCOPE_FACT_MANY, many));
  g_assert_false (scope_fact_allows (SCOPE_FACT_MANY, one));
  g_assert_true (scope_fact_allows (SCOPE_FACT_ONE | SCOPE_FACT_MANY, many));
  g_assert_false (scope_fact_allows (SCOPE_FACT_MANY | SCOPE_FACT_RISES, many));
}

static void
test_names (void)
{
  g_assert_cmpuint (scope_fact_from_name ("falls"), ==, SCOPE_FACT_FALLS);
  g_assert_cmpuint (scope_fact_from_name ("stays"), ==, SCOPE_FACT_STAYS);
  g_assert_cmpuint (scope_fact_from_name ("single"), ==, SCOPE_FACT_SINGLE);
  g_assert_cmpuint (scope_fact_from_name (""), ==, 0);
  g_assert_cmpuint (scope_fact_from_name ("Falls"), ==, 0);
  for (unsigned i = 0; i < 19; i++)
    {
      g_autofree char *name = scope_fact_names (1u << i);

      g_assert_cmpuint (scope_fact_from_name (name), ==, 1u << i);
    }
}

static void
test_several (void)
{
  g_autofree char *none = scope_fact_names (0);
  g_autofree char *both = scope_fact_names (SCOPE_FACT_SINGLE | SCOPE_FACT_RISES);
  g_autofree char *one = scope_fact_names (SCOPE_FACT_OTHER | SCOPE_FACT_FALLS);

  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (both, ==, "rises,single");
  g_assert_cmpstr (one, ==, "falls,other");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fact/allows", test_allows);
  g_test_add_func ("/fact/flowers", test_flowers);
  g_test_add_func ("/fact/names", test_names);
  g_test_add_func ("/fact/several", test_several);
  return g_test_run ();
}
