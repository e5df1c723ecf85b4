/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "iris.h"
#include "scenes.h"
#include "stage-step.h"
#include "walks.h"

/* Figures that together have each part in sight, and what they borrow. */

#define TEST_N_PLACES 4

typedef struct
{
  ScopeBatchRow iris[TEST_N_IRIS];
  ScopeMany many;
  double places[2][TEST_N_PLACES];
  ScopeGhost ghost;
  ScopeStage stage;
} TestKept;

static inline void
test_fill_of_one (ScopeFigure *figure, TestKept *kept)
{
  figure->show |= SCOPE_SHOW_PROBABILITIES;
}

static inline void
test_fill_compared (ScopeFigure *figure, TestKept *kept)
{
  kept->ghost = (ScopeGhost) { figure->parameters, "kept" };
  kept->ghost.parameters.a[0] = 3;
  figure->ghosts = &kept->ghost;
  figure->n_ghosts = 1;
  figure->show |= SCOPE_SHOW_STEPS | SCOPE_SHOW_MISTAKES;
}

static inline void
test_fill_asked (ScopeFigure *figure, TestKept *kept)
{
  figure->show |= SCOPE_SHOW_ESTIMATE | SCOPE_SHOW_ANSWERS;
  figure->show &= ~(unsigned) SCOPE_SHOW_LINKS;
}

static inline void
test_fill_shifted (ScopeFigure *figure, TestKept *kept)
{
  figure->parameters.shift = 2;
  figure->show |= SCOPE_SHOW_SHIFT | SCOPE_SHOW_CASES;
}

static inline void
test_fill_under_the_hood (ScopeFigure *figure, TestKept *kept)
{
  figure->show |= SCOPE_SHOW_HOOD;
  figure->show &= ~(unsigned) (SCOPE_SHOW_LINKS | SCOPE_SHOW_FORMULA);
}

static inline void
test_fill_walking (ScopeFigure *figure, TestKept *kept)
{
  figure->show |= SCOPE_SHOW_DESCENT;
  figure->rate = 2;
  test_walk (figure, kept->places[0], TEST_N_PLACES - 1);
}

static inline void
test_fill_of_three (ScopeFigure *figure, TestKept *kept)
{
  kept->many = (ScopeMany) { test_flower_rows, 3, 0, FALSE };
  test_take_many (figure, &kept->many);
}

static inline void
test_fill_walking_of_three (ScopeFigure *figure, TestKept *kept)
{
  test_fill_of_three (figure, kept);
  test_fill_walking (figure, kept);
}

static inline void
test_fill_of_very_many (ScopeFigure *figure, TestKept *kept)
{
  test_load_iris (kept->iris);
  kept->many = (ScopeMany) { kept->iris, TEST_N_IRIS, 0, FALSE };
  test_take_many (figure, &kept->many);
}

static inline void
test_fill_presented (ScopeFigure *figure, TestKept *kept)
{
  kept->stage = (ScopeStage) { .title = "A title",
                               .sentences = { { "A sentence about *b*_3.", 0 } },
                               .step = 2,
                               .n_steps = 20,
                               .links = 7 };
  figure->stage = &kept->stage;
  figure->digits = 3;
}

static inline void
test_fill_presented_walk (ScopeFigure *figure, TestKept *kept)
{
  test_fill_presented (figure, kept);
  test_fill_walking (figure, kept);
}

static const struct
{
  const char *name;
  void (*fill) (ScopeFigure *figure, TestKept *kept);
} test_parts[] = {
  { "one", test_fill_of_one },
  { "compared", test_fill_compared },
  { "asked", test_fill_asked },
  { "shifted", test_fill_shifted },
  { "hood", test_fill_under_the_hood },
  { "walking", test_fill_walking },
  { "three", test_fill_of_three },
  { "walking-of-three", test_fill_walking_of_three },
  { "very-many", test_fill_of_very_many },
  { "presented", test_fill_presented },
  { "presented-walk", test_fill_presented_walk },
};

/* A test for each of them, "/group/one" and so on, which gets its place among them. */
static inline void
test_add_parts (const char *group, GTestDataFunc test)
{
  for (guint i = 0; i < G_N_ELEMENTS (test_parts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/%s/%s", group, test_parts[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test);
    }
}
