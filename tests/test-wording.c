/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "describe.h"
#include "number-parse.h"
#include "random.h"
#include "scenes.h"
#include "sentences.h"
#include "roles.h"

/* What the figure says is true of what it shows. */

#define ROWS 6

static ScopeFonts *fonts;

/* ∂L/∂b₃'s colour marks p_k − y_k only where that is ∂L/∂b₃. */
static void
test_residual_colour (void)
{
  static const struct
  {
    double w[SCOPE_N_CLASSES];
    unsigned hide, k; /* SCOPE_N_CLASSES: none */
  } rows[] = {
    { { 1, 0, 0 }, 0, 0 },       { { 0, 0, 1 }, 0, 2 },
    { { 0.5, 1.5, 0.5 }, 0, 1 }, { { 2, 0, 0 }, 0, 3 },
    { { 0, 1, 1 }, 0, 3 },       { { 1, 1, 1 }, 0, 3 },
    { { 0.5, 1, 0 }, 0, 3 },     { { 1, 0, 0 }, SCOPE_QUANTITY_DZ_DB, 3 },
  };

  for (guint i = 0; i < 3 * G_N_ELEMENTS (rows); i++)
    {
      ScopeFigure figure;
      g_autoptr (ScopeScene) scene = NULL;

      scope_figure_init (&figure);
      memcpy (figure.parameters.w, rows[i / 3].w, sizeof figure.parameters.w);
      figure.parameters.observed = i % 3;
      figure.hide = rows[i / 3].hide;
      scene = test_build (fonts, &figure);
      for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
        {
          const ScopeItem *item = scope_scene_find_item (scene, &scope_role_residual, (int) k);

          g_assert_nonnull (item);
          g_assert_cmpint (item->fill == SCOPE_INK_GRADIENT, ==, k == rows[i / 3].k);
        }
    }
}

/* What many do together, one does by itself. */
static void
test_one_flower (void)
{
  static const ScopeBatchRow rows[] = { { { 1, 0, 0 }, 0 }, { { 0, 1, 0 }, 0 } };

  for (guint i = 0; i < 8; i++)
    {
      ScopeMany many = { .rows = rows, .n = 1 + i % 2, .mean = i & 4 };
      ScopeFigure figure;
      g_autoptr (ScopeScene) scene = NULL;
      g_autofree char *said = NULL;

      scope_figure_init (&figure);
      figure.parameters.w[0] = i & 2 ? -1 : 1;
      test_take_many (&figure, &many);
      scene = test_build (fonts, &figure);
      said = scope_describe_figure (&figure);
      g_assert_cmpint (test_has_text (scene, "no flower pulls"), ==, many.n > 1);
      g_assert_cmpint (strstr (said, "no flower pulls") != NULL, ==, many.n > 1);
      g_assert_nonnull (strstr (said, i & 2 ? "the loss keeps falling as" : "keeps falling as"));
    }
}

/* The line of the balance that compares, and the two numbers above it. */
static void
find_balance (const ScopeScene *scene, const char **words, double numbers[2])
{
  const char *before[8] = { 0 };

  *words = NULL;
  for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
    {
      const ScopeItem *item = scope_scene_get_item (scene, i);
      const char *text = item->line != NULL ? scope_line_get_text (item->line) : "";

      if (strstr (text, "redicted <") || strstr (text, "redicted >") || strstr (text, "equal"))
        {
          *words = text;
          g_assert_cmpint (scope_number_parse (before[2], &numbers[0]), ==, SCOPE_NUMBER_READ);
          g_assert_cmpint (scope_number_parse (before[0], &numbers[1]), ==, SCOPE_NUMBER_READ);
          return;
        }
      if (text[0] == '\0')
        continue;
      memmove (before + 1, before, sizeof before - sizeof *before);
      before[0] = text;
    }
}

/* Near the minimum and far from it: no comparison that the printed numbers contradict. */
static void
test_balance (void)
{
  guint64 random = 13;
  guint n_compared = 0, n_equal = 0;

  for (guint round = 0; round < 120; round++)
    {
      ScopeBatchRow rows[ROWS];
      ScopeMany many = { .rows = rows, .n = ROWS, .mean = round % 2 };
      ScopeFigure figure;
      ScopeMinimum minimum;
      ScopeBatch batch;
      double numbers[2];
      const char *words;
      g_autoptr (ScopeScene) scene = NULL;

      for (guint i = 0; i < ROWS; i++)
        {
          rows[i].observed = (i + round) % 3;
          for (guint k = 0; k < SCOPE_N_CLASSES; k++)
            rows[i].a[k] = (double) (test_next_random (&random) % 4000) / 1000 - 2;
        }
      scope_figure_init (&figure);
      figure.decimal = round % 3 ? '.' : ',';
      batch = scope_many_batch (&many, figure.parameters.w);
      g_assert_cmpint (scope_minimum_find (&batch, &minimum), ==, SCOPE_STATUS_OK);
      figure.parameters.b = minimum.b + (round & 4 ? 1 : -1) * pow (10, -(double) (round % 9));
      test_take_many (&figure, &many);
      scene = test_build (fonts, &figure);
      find_balance (scene, &words, numbers);
      g_assert_nonnull (words);
      if (strstr (words, "redicted <") != NULL)
        g_assert_cmpfloat (numbers[0], <, numbers[1]);
      else if (strstr (words, "redicted >") != NULL)
        g_assert_cmpfloat (numbers[0], >, numbers[1]);
      else
        g_assert_cmpfloat (numbers[0], ==, numbers[1]);
      if (strstr (words, "redicted") != NULL)
        n_compared++;
      else
        n_equal++;
      if (strstr (words, "raise") != NULL)
        g_assert_cmpfloat (figure.parameters.b, <, minimum.b);
      if (strstr (words, "lower") != NULL)
        g_assert_cmpfloat (figure.parameters.b, >, minimum.b);
    }
  g_assert_cmpuint (n_compared, >, 10);
  g_assert_cmpuint (n_equal, >, 10);
}

/* A sentence that has its end gets no full stop on top, in whichever script it is; one that has none gets one. */
static void
test_ends (void)
{
  static const char *const ended[] = { "One.",       "One?",
                                       "One!",       "One…",
                                       "一。",       "一？",
                                       "一！",       "一．",
                                       "واحد؟",      "ایک۔",
                                       "एक।",        "એક॥",
                                       "մեկ։",       "አንድ።",
                                       "មួយ។",        "ένα\u037e",
                                       "one “two.”", "one (two!)",
                                       "„eins?“",    "«un.»",
                                       "One.\u2069", "(one “«two.»”)\u2069" };
  static const char *const open[] = { "One",  "b₃ = 1.5", "“One”", "one (two)", "p − y",   "One;", "One,",
                                      "One:", "One,”",    "یک،",   "一、",      "η = 1,5", "π" };

  g_assert_false (scope_sentence_is_ended (""));
  g_assert_false (scope_sentence_is_ended ("”"));
  for (guint i = 0; i < G_N_ELEMENTS (ended); i++)
    {
      g_autoptr (GString) text = g_string_new (ended[i]);
      g_autofree char *expected = g_strconcat (ended[i], " Two", NULL);

      scope_sentences_add (text, "Two");
      g_assert_cmpstr (text->str, ==, expected);
    }
  for (guint i = 0; i < G_N_ELEMENTS (open); i++)
    {
      g_autoptr (GString) text = g_string_new (open[i]);
      g_autofree char *expected = g_strconcat (open[i], ". Two", NULL);

      scope_sentences_add (text, "Two");
      g_assert_cmpstr (text->str, ==, expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fonts = test_fonts ();
  g_test_add_func ("/wording/residual-colour", test_residual_colour);
  g_test_add_func ("/wording/one-flower", test_one_flower);
  g_test_add_func ("/wording/balance", test_balance);
  g_test_add_func ("/wording/ends", test_ends);
  return test_run (fonts);
}
