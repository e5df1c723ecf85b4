/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is said when something changes: that first, and short. */

#include <locale.h>

#include "common.h"
#include "figure-values.h"
#include "glued.h"
#include "hidden.h"
#include "iris.h"
#include "many.h"
#include "news.h"
#include "stage-step.h"

#define NEWS_SEED 13
#define NEWS_FIGURES 400
#define MOST_CHARACTERS 300

typedef struct
{
  void (*change) (GRand *random, ScopeFigure *figure);
  const char *begins; /* a pattern */
} Change;

static void
move_bias (GRand *random, ScopeFigure *figure)
{
  figure->parameters.b += g_rand_double_range (random, 0.1, 5);
}

static void
move_logit (GRand *random, ScopeFigure *figure)
{
  figure->parameters.a[1] += g_rand_double_range (random, 0.1, 5);
}

static void
move_logits (GRand *random, ScopeFigure *figure)
{
  move_logit (random, figure);
  figure->parameters.a[0] -= 1;
}

static void
observe (GRand *random, ScopeFigure *figure)
{
  figure->parameters.observed
    = (figure->parameters.observed + (unsigned) g_rand_int_range (random, 1, 3)) % 3;
}

static void
rewire (GRand *random, ScopeFigure *figure)
{
  figure->parameters.w[2] += g_rand_double_range (random, 0.1, 2);
}

static void
shift (GRand *random, ScopeFigure *figure)
{
  figure->parameters.shift = g_rand_double_range (random, -5, -0.1);
}

static void
hide (GRand *random, ScopeFigure *figure)
{
  figure->hide ^= 1u << g_rand_int_range (random, 0, SCOPE_N_QUANTITIES);
}

static void
show (GRand *random, ScopeFigure *figure)
{
  figure->show ^= SCOPE_SHOW_FORMULA;
}

static void
estimate (GRand *random, ScopeFigure *figure)
{
  figure->show |= SCOPE_SHOW_ESTIMATE;
  figure->estimate = g_rand_double_range (random, -5, 5);
}

static void
change_rate (GRand *random, ScopeFigure *figure)
{
  figure->rate *= 2;
}

static void
rename_class (GRand *random, ScopeFigure *figure)
{
  figure->classes.name[g_rand_int_range (random, 0, 3)][0] = 'W';
}

static void
change_axis (GRand *random, ScopeFigure *figure)
{
  figure->view.axis_hi += 1;
}

static const Change changes[] = {
  { move_bias, "^b₃ −?[0-9][^ ]*, loss (hidden|[0-9][^ ]*), slope [^:]+: [a-z]" },
  { move_logit, "^z₂ of Versicolor without b₃: −?[0-9]" },
  { move_logits, "^[A-Z][a-z]+ observed; z₁, z₂ and z₃ without b₃: " },
  { observe, "^(Setosa|Versicolor|Virginica) observed; p (hidden|[0-9])" },
  { rewire, "^(z₁, z₂ and z₃ get |Another wiring)" },
  { shift, "^−[0-9.]+ added to all three logits" },
  { hide, "^(Hidden: |Revealed: |All numbers (hidden|revealed))" },
  { show, "^(Shown: |Not shown any more: )chain rule$" },
  { estimate, "^Your slope[: ]" },
  { rename_class, "^The classes are called (S|W)etosa, (V|W)ersicolor and (V|W)irginica" },
  { change_rate, "^η, the learning rate: " },
  { change_axis, "^The axis goes from " },
};

static void
fill (GRand *random, ScopeFigure *figure)
{
  scope_figure_init (figure);
  figure->show ^= g_rand_int (random) & SCOPE_SHOW_FORMULA;
  figure->hide = g_rand_boolean (random) ? 0 : g_rand_int (random) & SCOPE_QUANTITY_ALL;
  figure->parameters.observed = (unsigned) g_rand_int_range (random, 0, 3);
  figure->parameters.b = g_rand_double_range (random, -20, 20);
  for (int k = 0; k < SCOPE_N_CLASSES; k++)
    {
      figure->parameters.a[k] = g_rand_double_range (random, -40, 40);
      figure->parameters.w[k] = g_rand_int_range (random, -1, 2);
    }
}

static void
test_news_changes (void)
{
  g_autoptr (GRegex) glued = g_regex_new (TEST_GLUED, 0, 0, NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (NEWS_SEED);

  for (int i = 0; i < NEWS_FIGURES; i++)
    {
      const Change *change = &changes[(gsize) i % G_N_ELEMENTS (changes)];
      ScopeFigure before, now;
      g_autofree char *news = NULL;

      fill (random, &before);
      now = before;
      change->change (random, &now);
      news = scope_news_tell (&before, &now, NULL);
      g_test_message ("%s", news);
      g_assert_nonnull (news);
      g_assert_true (g_regex_match_simple (change->begins, news, 0, 0));
      g_assert_false (g_regex_match (glued, news, 0, NULL));
      g_assert_cmpint (g_utf8_strlen (news, -1), <, MOST_CHARACTERS);
      g_clear_pointer (&news, g_free);
      /* No change, no news. */
      news = scope_news_tell (&now, &now, NULL);
      g_assert_null (news);
    }
}

static void
assert_news (const ScopeFigure *before, const ScopeFigure *now, const char *verdict, const char *text)
{
  g_autofree char *news = scope_news_tell (before, now, verdict);

  g_assert_cmpstr (news, ==, text);
}

static void
test_news_flags (void)
{
  static const struct
  {
    gsize offset; /* of the flags that change, there and back */
    unsigned before, now;
    const char *there, *back;
  } rows[] = {
    { offsetof (ScopeFigure, hide), 0, SCOPE_QUANTITY_LOSS, "Hidden: the loss", "Revealed: the loss, 1.891" },
    { offsetof (ScopeFigure, hide), SCOPE_QUANTITY_GRADIENT, 0, "Revealed: the slope, −0.8491",
      "Hidden: the slope" },
    { offsetof (ScopeFigure, hide), SCOPE_QUANTITY_ALL & ~SCOPE_QUANTITY_GRADIENT, SCOPE_QUANTITY_ALL,
      "Hidden: the slope", "Revealed: the slope, hidden as long as it would give another number away" },
    { offsetof (ScopeFigure, hide), SCOPE_QUANTITY_LOSS,
      SCOPE_QUANTITY_LOSS | SCOPE_QUANTITY_DL_DP | SCOPE_QUANTITY_DP_DZ,
      "Hidden: ∂L/∂p, ∂p/∂z. b₃ −2, loss hidden, slope −0.8491: raising b₃ lowers the loss",
      "Revealed: ∂L/∂p, ∂p/∂z. b₃ −2, loss hidden, slope −0.8491: raising b₃ lowers the loss" },
    { offsetof (ScopeFigure, hide), 0, SCOPE_QUANTITY_ALL,
      "All numbers hidden. b₃ −2, loss hidden, slope hidden: predict it",
      "All numbers revealed. b₃ −2, loss 1.891, slope −0.8491: raising b₃ lowers the loss" },
    { offsetof (ScopeFigure, show), SCOPE_SHOW_POINT, SCOPE_SHOW_POINT | SCOPE_SHOW_FORMULA,
      "Shown: chain rule", "Not shown any more: chain rule" },
    /* What has come is more than what has gone. */
    { offsetof (ScopeFigure, show), SCOPE_SHOW_DIAGRAM, SCOPE_SHOW_LINKS | SCOPE_SHOW_MISTAKES,
      "Shown: linked plots, common mistakes", "Shown: path diagram" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ScopeFigure before, now;

      scope_figure_init (&before);
      now = before;
      G_STRUCT_MEMBER (unsigned, &before, rows[i].offset) = rows[i].before;
      G_STRUCT_MEMBER (unsigned, &now, rows[i].offset) = rows[i].now;
      assert_news (&before, &now, NULL, rows[i].there);
      assert_news (&now, &before, NULL, rows[i].back);
    }
}

static void
test_news_numbers (void)
{
  static const struct
  {
    gsize offset; /* of the number that changes */
    double now;
    const char *text;
  } rows[] = {
    { offsetof (ScopeFigure, parameters.b), 1.5,
      "b₃ 1.5, loss 0.1570, slope −0.1453: raising b₃ lowers the loss" },
    { offsetof (ScopeFigure, parameters.a[0]), 2,
      "z₁ of Setosa without b₃: 2; p 0.3177, 0.3187, 0.3637; loss 1.147, slope −0.6823: raising b₃ "
      "lowers the loss" },
    { offsetof (ScopeFigure, parameters.a[2]), -2,
      "z₃ of Virginica without b₃: −2; p 0.2511, 0.6599, 0.08902; loss 1.382, slope −0.7489: raising "
      "b₃ lowers the loss" },
    { offsetof (ScopeFigure, parameters.w[1]), -1,
      "z₁, z₂ and z₃ get 1, −1 and 0 times b₃; p 0.04270, 0.8292, 0.1281; loss 3.154, slope −1.787: "
      "raising b₃ lowers the loss" },
    { offsetof (ScopeFigure, parameters.shift), 2.5,
      "2.5 added to all three logits moves every z and nothing else" },
    { offsetof (ScopeFigure, rate), 0.25, "η, the learning rate: 0.25" },
    { offsetof (ScopeFigure, view.axis_lo), -4, "The axis goes from −4 to 10" },
    { offsetof (ScopeFigure, view.axis_hi), 6, "The axis goes from −10 to 6" },
    { offsetof (ScopeFigure, step_h), 0.001,
      "Under the hood: h 0.001, secant slope −0.84906, exact −0.84912, off by 6.4·10⁻⁵, half point "
      "−0.27228" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ScopeFigure before, now;

      scope_figure_init (&before);
      now = before;
      G_STRUCT_MEMBER (double, &now, rows[i].offset) = rows[i].now;
      assert_news (&before, &now, NULL, rows[i].text);
    }
}

static void
test_news_flowers (void)
{
  ScopeMany first = { test_flower_rows, 3, 0, FALSE }, second = first;
  ScopeFigure one, many, other;

  scope_figure_init (&one);
  many = one;
  many.many = &first;
  assert_news (&one, &many, NULL,
               "3 flowers, number 1 selected: Setosa observed. b₃ −2, total loss 2.666, slope −0.7732: "
               "raising b₃ lowers the loss");
  assert_news (
    &many, &one, NULL,
    "One flower again, observed: Setosa. b₃ −2, loss 1.891, slope −0.8491: raising b₃ lowers the loss");

  other = many;
  other.many = &second;
  second.mean = TRUE;
  assert_news (&many, &other, NULL,
               "Mean of all flowers; mean loss 0.8886, slope −0.2577: raising b₃ lowers the loss");
  second.mean = FALSE;
  second.selected = 1;
  memcpy (other.parameters.a, test_flower_rows[1].a, sizeof other.parameters.a);
  other.parameters.observed = test_flower_rows[1].observed;
  assert_news (&many, &other, NULL,
               "Flower 2 selected: Virginica observed; p 0.03512, 0.2595, 0.7054; total loss 2.666, slope "
               "−0.7732: raising b₃ lowers the loss");
}

static void
test_news_acts (void)
{
  const ScopeStage stage = { 0 };
  static const double places[] = { -2, -1.151 };
  const ScopeGhost ghosts[] = { { .name = "Mine" }, { .name = "Yours" } };
  ScopeFigure before, now;

  scope_figure_init (&before);
  now = before;
  now.trail = (ScopeTrail) { places, 2, 1, 1 };
  now.parameters.b = places[1];
  assert_news (&before, &now, "Step 1: on its way",
               "Step 1: on its way. b₃ −1.151, loss 1.226, slope −0.7066: raising b₃ lowers the loss");

  now = before;
  now.ghosts = ghosts;
  now.n_ghosts = 1;
  assert_news (&before, &now, NULL, "Curve kept: Mine");
  assert_news (&now, &before, NULL, "Curve removed: 0 are left");
  before = now;
  now.n_ghosts = 2;
  assert_news (&before, &now, NULL, "Curve kept: Yours");
  assert_news (&now, &before, NULL, "Curve removed: 1 is left");

  scope_figure_init (&before);
  now = before;
  now.kept_trail = (ScopeTrail) { places, 2, 1, 1 };
  assert_news (&before, &now, NULL, "Walk kept, to compare another one with");
  assert_news (&now, &before, NULL, "Kept walk removed");

  now = before;
  now.hide = SCOPE_QUANTITY_GRADIENT;
  now.show |= SCOPE_SHOW_ANSWERS;
  assert_news (&before, &now, NULL, "What is ∂L/∂b₃ here? A: 0, B: −6.628, C: −0.8491, D: 0.1509");
  before = now;
  now.hide = 0;
  assert_news (&before, &now, NULL, "C is right");

  scope_figure_init (&before);
  before.hide = SCOPE_QUANTITY_GRADIENT;
  now = before;
  now.show |= SCOPE_SHOW_ESTIMATE;
  now.estimate = -0.6;
  assert_news (&before, &now, NULL, "Your slope: −0.6");
  before = now;
  now.hide = 0;
  assert_news (&before, &now, NULL, "Your slope −0.6 is off by 0.2491. Revealed: the slope, −0.8491");

  /* At the end of a lecture, not a list of all that is back. */
  scope_figure_init (&before);
  now = before;
  before.stage = &stage;
  before.show = SCOPE_SHOW_POINT;
  assert_news (&before, &now, NULL, "b₃ −2, loss 1.891, slope −0.8491: raising b₃ lowers the loss");

  /* Where the factors are to be predicted, a wiring would tell the last of them. */
  scope_figure_init (&before);
  before.hide = SCOPE_QUANTITY_DZ_DB;
  now = before;
  now.parameters.w[1] = 2;
  assert_news (
    &before, &now, NULL,
    "Another wiring; p 0.2471, 0.01189, 0.7410; loss 1.398, slope −0.7291: raising b₃ lowers the loss");

  /* Another flower has other logits, too, and is told by them. */
  scope_figure_init (&before);
  now = before;
  memcpy (now.parameters.a, test_flower_rows[1].a, sizeof now.parameters.a);
  now.parameters.observed = test_flower_rows[1].observed;
  assert_news (
    &before, &now, NULL,
    "Virginica observed; z₁, z₂ and z₃ without b₃: 0, 0, 1; p 0.03512, 0.2595, 0.7054; loss 0.3490, "
    "slope 0.03512: lowering b₃ lowers the loss");
}

/* A walk from number to number: each is told by its name and as it is printed. */
static void
test_news_quantities (void)
{
  static const struct
  {
    unsigned quantity, hide;
    double weight; /* of b₃ in z₂ */
    const char *told;
  } rows[] = {
    { SCOPE_QUANTITY_LOSS, 0, 0, "the loss, 1.891" },
    { SCOPE_QUANTITY_LOSS, SCOPE_QUANTITY_LOSS, 0, "the loss, hidden" },
    { SCOPE_QUANTITY_PROBABILITY, 0, 0, "the probabilities, 0.1509, 0.3966, 0.4525" },
    { SCOPE_QUANTITY_DL_DP, 0, 0, "∂L/∂p, −6.6278" },
    { SCOPE_QUANTITY_DP_DZ, 0, 0, "∂p/∂z, 0.12811" },
    { SCOPE_QUANTITY_DZ_DB, 0, 0, "∂z/∂b₃, 1" },
    { SCOPE_QUANTITY_DZ_DB, 0, 2, "∂z/∂b₃, 1, 2, 0" },
    { SCOPE_QUANTITY_GRADIENT, 0, 0, "the slope, −0.8491" },
    { SCOPE_QUANTITY_GRADIENT, SCOPE_QUANTITY_PROBABILITY, 0,
      "the slope, hidden as long as it would give another number away" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ScopeFigure figure;
      g_autofree char *told = NULL;

      scope_figure_init (&figure);
      figure.hide = rows[i].hide;
      figure.parameters.w[1] = rows[i].weight;
      told = scope_news_tell_quantity (&figure, rows[i].quantity);
      g_assert_cmpstr (told, ==, rows[i].told);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_CTYPE, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/news/changes", test_news_changes);
  g_test_add_func ("/news/flags", test_news_flags);
  g_test_add_func ("/news/quantities", test_news_quantities);
  g_test_add_func ("/news/numbers", test_news_numbers);
  g_test_add_func ("/news/flowers", test_news_flowers);
  g_test_add_func ("/news/acts", test_news_acts);
  return g_test_run ();
}
