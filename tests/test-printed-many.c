/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Of many flowers, the waterfall and the balance: each number is what is reckoned here, rounded,
 * and each bar as long as its number, to one scale. That what is printed adds up is
 * test-waterfall.c's. */

#include "hidden.h"
#include "printed.h"

#include <float.h>
#include <locale.h>
#include <stdlib.h>

#include "common.h"
#include "roles.h"

#define MOST_ROWS 40
/* In pixels. */
#define NEAR 0.02
#define THIN 2.0 /* of bars that would be thinner, which have a least width */

static ScopeFonts *fonts;
static guint n_bars, n_numbers, n_terms;

/* What a row adds to the gradient. */
static ScopeWide
reckon_row (const ScopeMany *many, const double w[SCOPE_N_CLASSES], double b, size_t row,
            ScopeWide p[SCOPE_N_CLASSES])
{
  ScopeParameters in = { .b = b, .observed = many->rows[row].observed };
  ScopeWide residuals[SCOPE_N_CLASSES], sum = 0;

  memcpy (in.a, many->rows[row].a, sizeof in.a);
  memcpy (in.w, w, sizeof in.w);
  test_reckon (&in, p, residuals);
  for (guint k = 0; k < SCOPE_N_CLASSES; k++)
    sum += in.w[k] * residuals[k];
  return many->mean ? sum / (ScopeWide) many->n : sum;
}

static ScopeWide
half_place (const char *printed)
{
  const char *point = strpbrk (printed, ".,");

  return SCOPE_WIDE_C (0.5) * scope_wide_pow (10, -(ScopeWide) (point != NULL ? strlen (point + 1) : 0));
}

typedef struct
{
  ScopeWide added[MOST_ROWS]; /* by each row, to the sum or mean */
  ScopeWide total, predicted;
  double observed;
  int class; /* which b₃ feeds alone; −1: none */
} Reckoned;

static void
reckon_many (const ScopeFigure *figure, Reckoned *all)
{
  const double *w = figure->parameters.w;

  *all = (Reckoned) { .class = -1 };
  for (int k = 0; k < SCOPE_N_CLASSES; k++)
    if (w[k] != 0 && w[(k + 1) % SCOPE_N_CLASSES] == 0 && w[(k + 2) % SCOPE_N_CLASSES] == 0)
      all->class = k;
  for (size_t row = 0; row < figure->many->n; row++)
    {
      ScopeWide p[SCOPE_N_CLASSES];

      all->added[row] = reckon_row (figure->many, w, figure->parameters.b, row, p);
      all->total += all->added[row];
      all->predicted += all->class >= 0 ? p[all->class] : 0;
      all->observed += (int) figure->many->rows[row].observed == all->class;
    }
}

/* Places of a bar's ends among the sums so far, and what they are. */
typedef struct
{
  const ScopeItem *item;
  ScopeWide from, to;
} Bar;

static gboolean
is_row (const ScopeItem *item)
{
  return item->role == &scope_role_waterfall && item->shape == SCOPE_SHAPE_RECT
         && (item->index >= SCOPE_WATERFALL_FIRST || item->index == SCOPE_WATERFALL_OTHERS
             || item->index == SCOPE_WATERFALL_TOTAL);
}

static guint
find_bars (const ScopeScene *scene, const Reckoned *all, Bar bars[MOST_ROWS + 2])
{
  ScopeWide sum = 0;
  guint n = 0;

  for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
    {
      const ScopeItem *item = scope_scene_get_item (scene, i);

      if (!is_row (item))
        continue;
      bars[n].item = item;
      bars[n].from = item->index == SCOPE_WATERFALL_TOTAL ? 0 : sum;
      sum = item->index >= SCOPE_WATERFALL_FIRST ? sum + all->added[item->index - SCOPE_WATERFALL_FIRST]
                                                 : all->total;
      bars[n++].to = sum;
    }
  return n;
}

/* Every bar begins where the one before ended, and all are drawn to one scale: one unit wide at
 * least. */
static void
check_waterfall (const ScopeScene *scene, const Reckoned *all)
{
  Bar bars[MOST_ROWS + 2];
  guint n = find_bars (scene, all, bars);
  double left = INFINITY, right = -INFINITY, slack = NEAR;
  ScopeWide lo = 0, hi = 0;

  for (guint i = 0; i < n; i++)
    {
      lo = scope_wide_fmin (lo, bars[i].to);
      hi = scope_wide_fmax (hi, bars[i].to);
      left = fmin (left, bars[i].item->points[0].x);
      right = fmax (right, bars[i].item->points[1].x);
      /* A bar of next to nothing at the right end makes the whole a unit longer. */
      if (bars[i].item->points[1].x - bars[i].item->points[0].x < THIN)
        slack = THIN;
    }
  for (guint i = 0; i < n && hi > lo; i++)
    {
      ScopeWide begin = scope_wide_fmin (bars[i].from, bars[i].to);
      double from = left + (right - left) * (double) ((begin - lo) / (hi - lo));
      double width = (right - left) * (double) (scope_wide_fabs (bars[i].to - bars[i].from) / (hi - lo));
      double drawn = bars[i].item->points[1].x - bars[i].item->points[0].x;

      g_assert_cmpfloat_with_epsilon (bars[i].item->points[0].x, from, slack);
      g_assert_cmpfloat_with_epsilon (drawn, width, slack);
      n_bars++;
    }
}

static void
check_addends (const ScopeScene *scene, const ScopeFigure *figure, const Reckoned *all)
{
  Bar bars[MOST_ROWS + 2];
  guint n = find_bars (scene, all, bars), at = 0;

  for (size_t i = 0; n > 0 && i < scope_scene_get_n_items (scene); i++)
    {
      const ScopeItem *item = scope_scene_get_item (scene, i);

      if (item->role != &scope_role_waterfall_label || item->index != SCOPE_QUANTITY_GRADIENT)
        continue;
      g_assert_cmpuint (at, <, n);

      const char *text = test_last_word (test_text_at (scene, i));
      ScopeWide exact = bars[at].to - bars[at].from;

      n_numbers++;
      test_check_number ("waterfall", text, exact,
                         scope_wide_fmax (half_place (text), test_half_unit (exact, figure->digits)),
                         figure->decimal);
      at++;
    }
  g_assert_cmpuint (at, ==, n);
}

/* "Whose gradient?  0.035 (2) − 0.1 (3) + 0.02 (4 others) = −0.045" */
static void
check_line (const ScopeScene *scene, const ScopeFigure *figure, const Reckoned *all)
{
  g_autoptr (GRegex) term = g_regex_new ("([+−]?) ?([^ +()−]+) \\((\\d+)( other)?", 0, 0, NULL);
  const ScopeItem *item = scope_scene_find_item (scene, &scope_role_waterfall_label, SCOPE_QUANTITY_GRADIENT);
  g_autoptr (GMatchInfo) match = NULL;
  Reckoned rest = *all;

  if (item == NULL || strstr (scope_line_get_text (item->line), "Whose gradient?") == NULL)
    return;
  g_regex_match (term, scope_line_get_text (item->line), 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *sign = g_match_info_fetch (match, 1), *number = g_match_info_fetch (match, 2);
      g_autofree char *which = g_match_info_fetch (match, 3), *others = g_match_info_fetch (match, 4);
      ScopeWide exact = 0;

      if (*others == '\0')
        exact = all->added[atoi (which) - 1];
      for (size_t row = 0; *others != '\0' && row < figure->many->n; row++)
        exact += rest.added[row];

      if (g_str_equal (sign, "−") != (exact < 0))
        g_error ("%s: %s %s (%s) for %g", scope_line_get_text (item->line), sign, number, which,
                 (double) exact);
      test_check_number ("line", number, scope_wide_fabs (exact),
                         scope_wide_fmax (half_place (number), test_half_unit (exact, figure->digits)),
                         figure->decimal);
      if (*others == '\0')
        rest.added[atoi (which) - 1] = 0;
      n_terms++;
    }
}

/* "predicted < observed: raise b₃", as the printed numbers have it and the gradient's sign. */
static void
check_words (const char *text, ScopeWide predicted, const Reckoned *all)
{
  gboolean less = g_str_has_prefix (text, "predicted < "), more = g_str_has_prefix (text, "predicted > ");

  if (less || more)
    g_assert_true (less ? predicted < all->observed : predicted > all->observed);
  else if (g_str_has_prefix (text, "almost equal") || g_str_has_prefix (text, "equal"))
    g_assert_true (predicted == all->observed);
  if (strstr (text, "raise") != NULL || strstr (text, "lower") != NULL)
    g_assert_true ((strstr (text, "raise") != NULL) == (all->total < 0));
}

static gboolean
check_balance (const ScopeScene *scene, const ScopeFigure *figure, const Reckoned *all)
{
  const ScopeItem *predicted
    = scope_scene_find_item (scene, &scope_role_waterfall, SCOPE_WATERFALL_PREDICTED);
  const ScopeItem *observed = scope_scene_find_item (scene, &scope_role_waterfall, SCOPE_WATERFALL_OBSERVED);
  double length, other, most = fmax ((double) all->predicted, all->observed), longest, slack;
  ScopeWide printed = NAN;

  if (predicted == NULL)
    return FALSE;
  g_assert_cmpint (all->class, >=, 0);
  length = predicted->points[1].x - predicted->points[0].x;
  other = observed->points[1].x - observed->points[0].x;
  longest = fmax (length, other);
  slack = fmin (length, other) < THIN ? THIN : NEAR;
  if (most > DBL_MIN)
    {
      g_assert_cmpfloat_with_epsilon (length, longest * ((double) all->predicted / most), slack);
      g_assert_cmpfloat_with_epsilon (other, longest * (all->observed / most), slack);
    }
  for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
    {
      const ScopeItem *item = scope_scene_get_item (scene, i);
      const char *text = test_text_at (scene, i);

      if (item->role != &scope_role_waterfall_label)
        continue;
      if (item->index == SCOPE_QUANTITY_PROBABILITY)
        {
          n_numbers++;
          test_check_number ("predicted", text, all->predicted,
                             test_half_unit (all->predicted, figure->digits), figure->decimal);
          printed = scope_factors_read (text);
        }
      else if (g_str_equal (text, "observed"))
        test_check_number ("observed", test_text_at (scene, i + 2), all->observed, 0, figure->decimal);
      else if (!isnan (printed))
        check_words (text, printed, all);
    }
  g_assert_false (isnan (printed));
  return TRUE;
}

static void
fill_many (guint64 *random, ScopeBatchRow *rows, ScopeMany *many, ScopeFigure *figure)
{
  double middle = test_uniform (random, -4, 4);

  test_fill_one (random, figure);
  for (size_t row = 0; row < many->n; row++)
    {
      rows[row].observed = (guint) (test_next_random (random) % SCOPE_N_CLASSES);
      for (guint k = 0; k < SCOPE_N_CLASSES; k++)
        rows[row].a[k] = figure->parameters.a[k] + test_uniform (random, -4, 4) + (k == 0 ? middle : 0);
    }
  many->selected = test_next_random (random) % many->n;
}

static void
test_many (void)
{
  guint64 random = 22;
  guint n_balances = 0;

  n_numbers = n_bars = 0;
  for (guint i = 0; i < 1200; i++)
    {
      ScopeBatchRow rows[MOST_ROWS];
      ScopeMany many = { rows, 1 + i % MOST_ROWS, 0, i % 3 == 0 };
      ScopeFigure figure;
      Reckoned all;
      g_autoptr (ScopeScene) scene = NULL;

      fill_many (&random, rows, &many, &figure);
      test_take_many (&figure, &many);
      figure.width_px = test_printed_sizes[i % G_N_ELEMENTS (test_printed_sizes)][0];
      figure.height_px = test_printed_sizes[i % G_N_ELEMENTS (test_printed_sizes)][1];
      reckon_many (&figure, &all);
      scene = test_build (fonts, &figure);
      check_waterfall (scene, &all);
      check_addends (scene, &figure, &all);
      check_line (scene, &figure, &all);
      n_balances += check_balance (scene, &figure, &all);
    }
  g_test_message ("%u numbers, %u bars, %u terms of lines, %u balances", n_numbers, n_bars, n_terms,
                  n_balances);
  g_assert_cmpuint (n_numbers, >, 3000);
  g_assert_cmpuint (n_bars, >, 3000);
  g_assert_cmpuint (n_terms, >, 500);
  g_assert_cmpuint (n_balances, >, 300);
}

int
main (int argc, char **argv)
{
  setlocale (LC_CTYPE, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  fonts = test_fonts ();
  g_test_add_func ("/printed-many/numbers", test_many);
  return test_run (fonts);
}
