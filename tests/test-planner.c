/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Blocks that are nothing but numbers: what yields, what comes back, and where it all is. */

#include "planner.h"

#include <string.h>

#define N_BLOCKS 4

typedef struct
{
  ScopeBlock blocks[N_BLOCKS];
  ScopePlanner planner;
} Fixture;

/* Three of 10 px in one column, which can be 4 px high, too, over a fourth that grows from 20 px on. */
static void
fill (Fixture *fixture, const ScopeConcession *recipe, guint n)
{
  memset (fixture, 0, sizeof *fixture);
  for (guint i = 0; i < N_BLOCKS; i++)
    {
      fixture->blocks[i].slots = SCOPE_SLOT_MAIN;
      fixture->blocks[i].asked = TRUE;
      scope_planner_add_form (&fixture->blocks[i], i < 3 ? 10 : 20);
      if (i < 3)
        scope_planner_add_form (&fixture->blocks[i], 4);
    }
  fixture->blocks[3].grows = TRUE;
  fixture->planner = (ScopePlanner) { fixture->blocks, N_BLOCKS, recipe, n, { 0, 0 }, NULL };
}

static void
check_forms (Fixture *fixture, double room, guint first, guint second, guint third)
{
  fixture->planner.room[0] = room;
  scope_planner_choose (&fixture->planner);
  g_assert_cmpuint (fixture->blocks[0].form, ==, first);
  g_assert_cmpuint (fixture->blocks[1].form, ==, second);
  g_assert_cmpuint (fixture->blocks[2].form, ==, third);
}

#define RECIPE(name, ...)                                                                                    \
  static const ScopeConcession name[] = { __VA_ARGS__ };                                                     \
  Fixture fixture;                                                                                           \
  fill (&fixture, name, G_N_ELEMENTS (name))

/* In the order of the recipe, and no further than it says. */
static void
test_yield (void)
{
  RECIPE (recipe, { 1, SCOPE_FORM_LEAST, SCOPE_SLOT_MAIN, SCOPE_CONCESSION_MISSED },
          { 0, SCOPE_FORM_GONE, SCOPE_SLOT_MAIN, SCOPE_CONCESSION_MISSED });
  guint64 most = scope_planner_most (&fixture.planner);

  scope_planner_add_form (&fixture.blocks[2], 0);
  g_assert_cmpuint (fixture.blocks[2].n_forms, ==, 2);
  check_forms (&fixture, 50, 0, 0, 0);
  g_assert_cmpuint (scope_planner_weigh (&fixture.planner), ==, most);
  check_forms (&fixture, 49, 0, 1, 0);
  g_assert_cmpuint (scope_planner_weigh (&fixture.planner), ==, most - 1);
  check_forms (&fixture, 43, 1, 1, 0);
  check_forms (&fixture, 1, 2, 1, 0);
  g_assert_false (scope_planner_has (&fixture.planner, 0));
  g_assert_cmpuint (scope_planner_weigh (&fixture.planner), ==, 0);
}

/* What went before something larger has room again, the most important first; what is late, at last. */
static void
test_take_back (void)
{
  RECIPE (recipe, { 0, SCOPE_FORM_LEAST, SCOPE_SLOT_MAIN, 0 }, { 1, SCOPE_FORM_LEAST, SCOPE_SLOT_MAIN, 0 },
          { 2, SCOPE_FORM_GONE, SCOPE_SLOT_MAIN, 0 });

  fixture.blocks[2].height[0] = 30;
  fixture.blocks[2].height[1] = 29;
  check_forms (&fixture, 57, 1, 1, 1);
  check_forms (&fixture, 56, 0, 0, 2);
  check_forms (&fixture, 34, 1, 0, 2);
  check_forms (&fixture, 40, 0, 0, 2);
}

static void
test_late (void)
{
  RECIPE (recipe, { 0, SCOPE_FORM_LEAST, SCOPE_SLOT_MAIN, 0 },
          { 1, SCOPE_FORM_LEAST, SCOPE_SLOT_MAIN, SCOPE_CONCESSION_LATE },
          { 2, SCOPE_FORM_GONE, SCOPE_SLOT_MAIN, 0 });

  fixture.blocks[2].height[0] = fixture.blocks[2].height[1] = 30;
  check_forms (&fixture, 34, 0, 1, 2);
  check_forms (&fixture, 40, 0, 0, 2);
}

/* What yields twice comes back in two steps, each at its own rank. */
static void
test_ranks (void)
{
  RECIPE (recipe, { 0, SCOPE_FORM_LEAST, SCOPE_SLOT_MAIN, 0 }, { 1, SCOPE_FORM_GONE, SCOPE_SLOT_MAIN, 0 },
          { 0, SCOPE_FORM_GONE, SCOPE_SLOT_MAIN, 0 }, { 2, SCOPE_FORM_GONE, SCOPE_SLOT_MAIN, 0 });

  fixture.blocks[2].height[0] = fixture.blocks[2].height[1] = 30;
  check_forms (&fixture, 34, 1, 0, 2);
}

/* What can give up some of its height does so for what presses it alone; nothing is taken from what is kept. */
static void
test_flags (void)
{
  RECIPE (recipe, { 0, SCOPE_FORM_LEAST, SCOPE_SLOT_MAIN, 0 },
          { 1, SCOPE_FORM_GONE, SCOPE_SLOT_MAIN, SCOPE_CONCESSION_SPARING },
          { 2, SCOPE_FORM_LEAST, SCOPE_SLOT_MAIN, SCOPE_CONCESSION_PRESSED });

  fixture.blocks[3].gives[0] = 10;
  fixture.blocks[1].kept = TRUE;
  check_forms (&fixture, 34, 1, 0, 0);
  check_forms (&fixture, 33, 1, 0, 1);
  fixture.blocks[1].kept = FALSE;
  check_forms (&fixture, 34, 1, 2, 0);
}

/* One column's room is nothing to the other; a head goes with what it is over. */
static void
test_columns (void)
{
  RECIPE (recipe, { 0, SCOPE_FORM_LEAST, SCOPE_SLOT_MAIN, 0 }, { 1, SCOPE_FORM_GONE, SCOPE_SLOT_SIDE, 0 },
          { 2, SCOPE_FORM_GONE, SCOPE_SLOT_MAIN, 0 });

  fixture.blocks[1].slots = SCOPE_SLOT_SIDE;
  fixture.blocks[0].slots = SCOPE_SLOT_MAIN | SCOPE_SLOT_SIDE;
  fixture.blocks[2].slots = SCOPE_SLOT_SIDE;
  fixture.blocks[2].heads = 1 << 1;
  fixture.planner.room[1] = 30;
  check_forms (&fixture, 30, 0, 0, 0);
  g_assert_true (scope_planner_has (&fixture.planner, 2));
  check_forms (&fixture, 29, 1, 0, 0);
  fixture.planner.room[1] = 10;
  check_forms (&fixture, 30, 0, 2, 0);
  g_assert_false (scope_planner_has (&fixture.planner, 2));
}

/* What goes through both columns comes back where both have room. */
static void
test_both_columns (void)
{
  RECIPE (recipe, { 0, SCOPE_FORM_GONE, SCOPE_SLOT_MAIN, 0 }, { 1, SCOPE_FORM_GONE, SCOPE_SLOT_MAIN, 0 });

  fixture.blocks[0].slots = SCOPE_SLOT_MAIN | SCOPE_SLOT_SIDE;
  fixture.blocks[2].slots = SCOPE_SLOT_SIDE;
  fixture.blocks[1].height[0] = fixture.blocks[1].height[1] = 30;
  fixture.planner.room[1] = 20;
  check_forms (&fixture, 30, 0, 2, 0);
  fixture.planner.room[1] = 19;
  check_forms (&fixture, 30, 1, 2, 0);
}

static void
check_place (const Fixture *fixture, guint block, double top, double taken)
{
  g_assert_cmpfloat (fixture->blocks[block].top, ==, top);
  g_assert_cmpfloat (fixture->blocks[block].taken, ==, taken);
}

/* One below the other; what grows gets what is left, one of several its share of it and no less than it needs. */
static void
test_places (void)
{
  RECIPE (recipe, { 0, SCOPE_FORM_GONE, SCOPE_SLOT_MAIN, 0 });

  check_forms (&fixture, 80, 0, 0, 0);
  scope_planner_stack (&fixture.planner);
  check_place (&fixture, 1, 10, 10);
  check_place (&fixture, 3, 30, 50);
  fixture.blocks[1].grows = TRUE;
  fixture.blocks[3].share = 0.75;
  scope_planner_stack (&fixture.planner);
  check_place (&fixture, 1, 10, 15);
  check_place (&fixture, 2, 25, 10);
  check_place (&fixture, 3, 35, 45);
  fixture.blocks[3].share = 0.1;
  scope_planner_stack (&fixture.planner);
  check_place (&fixture, 1, 10, 40);
  check_place (&fixture, 3, 60, 20);
  fixture.blocks[3].share = 1;
  scope_planner_stack (&fixture.planner);
  check_place (&fixture, 1, 10, 10);
  check_place (&fixture, 3, 30, 50);
  fixture.blocks[1].slots = fixture.blocks[2].slots = SCOPE_SLOT_SIDE;
  fixture.planner.room[1] = 100;
  scope_planner_stack (&fixture.planner);
  check_place (&fixture, 1, 0, 90);
  check_place (&fixture, 2, 90, 10);
  check_place (&fixture, 3, 10, 70);
}

/* What is asked for and has no form at all is missed; what nobody asks for is not. */
static void
test_missed (void)
{
  RECIPE (recipe, { 0, SCOPE_FORM_GONE, SCOPE_SLOT_MAIN, SCOPE_CONCESSION_MISSED },
          { 1, SCOPE_FORM_GONE, SCOPE_SLOT_MAIN, SCOPE_CONCESSION_MISSED });

  fixture.blocks[1].n_forms = 0;
  check_forms (&fixture, 80, 0, 0, 0);
  g_assert_cmpuint (scope_planner_weigh (&fixture.planner), ==, 1);
  fixture.blocks[1].asked = FALSE;
  g_assert_cmpuint (scope_planner_weigh (&fixture.planner), ==, scope_planner_most (&fixture.planner));
}

/* The order from the top down need not be that of their numbers. */
static void
test_order (void)
{
  static const guint order[N_BLOCKS] = { 2, 3, 0, 1 };
  RECIPE (recipe, { 0, SCOPE_FORM_GONE, SCOPE_SLOT_MAIN, 0 });

  fixture.planner.order = order;
  check_forms (&fixture, 80, 0, 0, 0);
  scope_planner_stack (&fixture.planner);
  check_place (&fixture, 2, 0, 10);
  check_place (&fixture, 3, 10, 50);
  check_place (&fixture, 0, 60, 10);
  check_place (&fixture, 1, 70, 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planner/yield", test_yield);
  g_test_add_func ("/planner/take-back", test_take_back);
  g_test_add_func ("/planner/late", test_late);
  g_test_add_func ("/planner/ranks", test_ranks);
  g_test_add_func ("/planner/flags", test_flags);
  g_test_add_func ("/planner/columns", test_columns);
  g_test_add_func ("/planner/both-columns", test_both_columns);
  g_test_add_func ("/planner/places", test_places);
  g_test_add_func ("/planner/missed", test_missed);
  g_test_add_func ("/planner/order", test_order);
  return g_test_run ();
}
