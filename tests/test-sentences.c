/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a figure says of random flowers, wirings and hidden parts, against facts that are reckoned here, straight
 * from the definition of softmax. */

#include <math.h>

#include "descent-text.h"
#include "describe.h"
#include "figure-spoken.h"
#include "news.h"
#include "number-parse.h"
#include "question.h"
#include "random.h"
#include "scenes.h"
#include "stage-step.h"
#include "stage-words.h"
#include "wide.h"

#define MOST_ROWS 6
#define ROUNDS 600

static ScopeFonts *fonts;

/* --- The facts */

typedef struct
{
  ScopeBatchRow rows[MOST_ROWS];
  guint n;
  double w[SCOPE_N_CLASSES];
  gboolean mean;
} Case;

/* One flower's loss and gradient. */
static void
reckon_row (const Case *of, guint i, double b, ScopeWide *loss, ScopeWide *slope)
{
  const ScopeBatchRow *row = &of->rows[i];
  ScopeWide z[SCOPE_N_CLASSES], most = -INFINITY, sum = 0;

  for (int k = 0; k < SCOPE_N_CLASSES; k++)
    {
      z[k] = (ScopeWide) row->a[k] + (ScopeWide) of->w[k] * b;
      most = scope_wide_fmax (most, z[k]);
    }
  for (int k = 0; k < SCOPE_N_CLASSES; k++)
    sum += scope_wide_exp (z[k] - most);
  *loss = scope_wide_log (sum) + most - z[row->observed];
  *slope = 0;
  for (int k = 0; k < SCOPE_N_CLASSES; k++)
    *slope += of->w[k] * (scope_wide_exp (z[k] - most) / sum - (k == (int) row->observed));
}

static ScopeWide
reckon (const Case *of, double b, ScopeWide *loss)
{
  ScopeWide slope = 0, one_loss, one_slope, sum = 0;

  for (guint i = 0; i < of->n; i++)
    {
      reckon_row (of, i, b, &one_loss, &one_slope);
      sum += one_loss;
      slope += one_slope;
    }
  *loss = of->mean ? sum / of->n : sum;
  return of->mean ? slope / of->n : slope;
}

/* Below it a sign is nobody's: what the reckoning itself loses. */
#define NOTHING SCOPE_WIDE_C (1e-15)

/* TRUE where no flower's slope has that sign anywhere. */
static gboolean
nobody_pulls (const Case *of, int sign)
{
  for (guint i = 0; i < of->n; i++)
    for (int b = -60; b <= 60; b++)
      {
        ScopeWide loss, slope;

        reckon_row (of, i, b, &loss, &slope);
        if (slope * sign > NOTHING)
          return FALSE;
      }
  return TRUE;
}

/* TRUE where no step of that rate, from anywhere, ends higher than it began. */
static gboolean
is_safe (const Case *of, double rate)
{
  for (int i = -200; i <= 200; i++)
    {
      double b = i / 10.0;
      ScopeWide before, after, slope = reckon (of, b, &before);

      reckon (of, (double) (b - rate * slope), &after);
      if (after > before * (1 + SCOPE_WIDE_C (1e-12)) + NOTHING)
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_flat (const Case *of)
{
  return of->w[0] == of->w[1] && of->w[1] == of->w[2];
}

/* --- The sentences */

static gboolean
has (const char *said, const char *words)
{
  return strstr (said, words) != NULL;
}

/* The number behind those words, to its four digits; FALSE where they are not there. */
static gboolean
number_behind (const char *said, const char *words, double *number)
{
  const char *at = strstr (said, words);
  g_autofree char *text = NULL;

  if (at == NULL)
    return FALSE;
  at += strlen (words);
  text = g_strndup (at, strcspn (at, ";: |"));
  /* What ends a sentence is no decimal sign. */
  if (g_str_has_suffix (text, "."))
    text[strlen (text) - 1] = '\0';
  g_assert_cmpint (scope_number_parse (text, number), ==, SCOPE_NUMBER_READ);
  return TRUE;
}

static void
check_slope (const Case *of, const ScopeFigure *figure, const char *said)
{
  ScopeWide loss, slope = reckon (of, figure->parameters.b, &loss);

  if (has (said, "predict it"))
    g_assert_cmpuint (figure->hide, !=, 0);
  if ((figure->hide & SCOPE_QUANTITY_GRADIENT) || has (said, "predict it"))
    {
      g_assert_false (has (said, "lowers the loss") || has (said, "changes nothing")
                      || has (said, "is level here"));
      return;
    }
  if (has (said, "raising b₃ lowers the loss"))
    g_assert_true (slope < NOTHING);
  else if (has (said, "lowering b₃ lowers the loss"))
    g_assert_true (slope > -NOTHING);
  else if (has (said, "changing b₃ changes nothing"))
    g_assert_true (is_flat (of));
  else
    {
      g_assert_true (has (said, "the curve is level here"));
      g_assert_true (scope_wide_fabs (slope) < NOTHING * 100 && !is_flat (of));
    }
}

static void
check_minimum (const Case *of, const char *said)
{
  ScopeWide loss, low = reckon (of, -60, &loss), high = reckon (of, 60, &loss);
  double at;

  if (number_behind (said, "minimum at b₃ = ", &at))
    {
      double near = 2e-3 * fmax (fabs (at), 1);

      g_assert_true (reckon (of, at - near, &loss) < NOTHING);
      g_assert_true (reckon (of, at + near, &loss) > -NOTHING);
    }
  if (has (said, "keeps falling as b₃ rises") || has (said, "keeps falling as it rises"))
    g_assert_true (low < NOTHING && high < NOTHING && !is_flat (of));
  if (has (said, "keeps falling as b₃ falls") || has (said, "keeps falling as it falls"))
    g_assert_true (low > -NOTHING && high > -NOTHING && !is_flat (of));
  if (has (said, "no flower pulls"))
    g_assert_true (of->n > 1 && nobody_pulls (of, has (said, "pulls b₃ down") ? 1 : -1));
  if (has (said, "the loss is the same at every b₃"))
    g_assert_true (is_flat (of));
}

static void
check_rates (const Case *of, const char *said)
{
  double rate;

  if (number_behind (said, "safe from anywhere up to |", &rate)
      || number_behind (said, "safe from anywhere up to ", &rate))
    g_assert_true (is_safe (of, rate * (1 - 1e-3)));
  if (has (said, "every rate is safe"))
    for (rate = 0.1; rate < 1e5; rate *= 10)
      g_assert_true (is_safe (of, rate));
  if (has (said, "there is no minimum to step over"))
    g_assert_true (nobody_pulls (of, 1) || nobody_pulls (of, -1));
}

static void
check_balance (const Case *of, const ScopeFigure *figure, const char *said)
{
  ScopeWide loss, slope = reckon (of, figure->parameters.b, &loss);

  if (has (said, "raise b₃"))
    g_assert_true (slope < NOTHING);
  if (has (said, "lower b₃"))
    g_assert_true (slope > -NOTHING);
  if (has (said, "equal: this is the minimum"))
    g_assert_true (scope_wide_fabs (slope) < 1e-7 * of->n);
}

static void
check_question (const Case *of, gboolean many, const char *said)
{
  g_autofree char *number = g_strdup_printf ("these %u flowers together", of->n);

  g_assert_true (has (said, of->n > 1 ? number : "about this "));
  g_assert_cmpint (has (said, "flowers"), ==, of->n > 1);
  if (!many)
    g_assert_true (has (said, of->rows[0].observed == 0   ? "this Setosa flower"
                              : of->rows[0].observed == 1 ? "this Versicolor flower"
                                                          : "this Virginica flower"));
}

/* --- Random figures */

static void
fill_case (Case *of, guint64 *random)
{
  guint kind = (guint) (test_next_random (random) % 4);
  gboolean of_a_kind = test_next_random (random) % 3 == 0;
  unsigned observed = (unsigned) (test_next_random (random) % 3);

  *of = (Case) { .n = 1 + (guint) (test_next_random (random) % MOST_ROWS),
                 .mean = test_next_random (random) % 2 };
  for (guint i = 0; i < of->n; i++)
    {
      of->rows[i].observed = of_a_kind ? observed : (unsigned) (test_next_random (random) % 3);
      for (int k = 0; k < SCOPE_N_CLASSES; k++)
        of->rows[i].a[k] = kind == 3 ? 0 : test_uniform (random, -4, 4);
    }
  for (int k = 0; k < SCOPE_N_CLASSES; k++)
    of->w[k] = kind == 0   ? (double) (test_next_random (random) % 2)
               : kind == 1 ? (double) (test_next_random (random) % 3) - 1
                           : k == (int) (observed + kind) % 3;
}

/* All that is written, line by line, with b₃ as it is said. */
static char *
written (const ScopeScene *scene)
{
  GString *text = g_string_new (NULL);

  for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
    {
      const ScopeItem *item = scope_scene_get_item (scene, i);

      if (item->line != NULL)
        g_string_append_printf (text, "%s|", scope_line_get_text (item->line));
    }
  g_string_replace (text, "b3", "b₃", 0);
  return g_string_free (text, FALSE);
}

static void
set_figure (ScopeFigure *figure, const Case *of, ScopeMany *many, guint64 *random)
{
  scope_figure_init (figure);
  memcpy (figure->parameters.w, of->w, sizeof of->w);
  figure->show |= SCOPE_SHOW_DESCENT;
  figure->rate = test_uniform (random, 0.1, 5);
  if (test_next_random (random) % 3 == 0)
    figure->hide = (unsigned) test_next_random (random) & SCOPE_QUANTITY_ALL;
  figure->parameters.b = test_next_random (random) % 4 == 0 ? 0 : test_uniform (random, -9, 9);
  *many = (ScopeMany) { .rows = of->rows, .n = of->n, .mean = of->mean };
  if (of->n > 1 || test_next_random (random) % 2)
    {
      test_take_many (figure, many);
      return;
    }
  memcpy (figure->parameters.a, of->rows[0].a, sizeof figure->parameters.a);
  figure->parameters.observed = of->rows[0].observed;
}

static void
test_true (void)
{
  guint64 random = 7;
  guint n_minima = 0, n_safe = 0, n_every = 0, n_pulls = 0;

  for (guint round = 0; round < ROUNDS; round++)
    {
      Case of;
      ScopeFigure figure;
      ScopeMany many;
      double at;
      g_autoptr (ScopeScene) scene = NULL;
      g_autofree char *said = NULL, *lines = NULL, *question = NULL;

      fill_case (&of, &random);
      set_figure (&figure, &of, &many, &random);
      at = figure.parameters.b;
      figure.trail = (ScopeTrail) { &at, 1, 0, figure.rate };
      scene = test_build (fonts, &figure);
      said = scope_describe_figure (&figure);
      lines = written (scene);
      question = scope_question_text (&figure);
      g_test_message ("%s || %s", said, lines);
      check_slope (&of, &figure, said);
      check_minimum (&of, said);
      check_minimum (&of, lines);
      check_rates (&of, lines);
      check_balance (&of, &figure, lines);
      check_question (&of, figure.many != NULL, question);
      n_minima += has (said, "minimum at b₃ = ");
      n_safe += has (lines, "safe from anywhere up to");
      n_every += has (lines, "every rate is safe");
      n_pulls += has (said, "no flower pulls");
    }
  /* All of them were said. */
  g_test_message ("%u minima, %u safe, %u every, %u pull", n_minima, n_safe, n_every, n_pulls);
  g_assert_cmpuint (MIN (MIN (n_minima, n_safe), MIN (n_every, n_pulls)), >, 20);
}

/* A capital, or no letter, or a symbol: one letter, or a function's name. */
static void
check_beginning (const char *sentence, const char *text)
{
  g_autofree char *word = g_strndup (sentence, strcspn (sentence, " :;,."));
  gunichar first = g_utf8_get_char (sentence);

  if (g_unichar_islower (first) && g_utf8_strlen (word, -1) > 1 && g_utf8_get_char (word + 1) < 0x80
      && !g_str_equal (word, "ln") && !g_str_equal (word, "sum"))
    g_error ("A sentence begins with “%s” in “%s”", word, text);
}

static guint
check_sentences (const char *text)
{
  guint n = 1;

  if (text == NULL || *text == '\0')
    return 0;
  check_beginning (text, text);
  for (const char *at = text; *at != '\0'; at++)
    if (strchr (".?!", *at) != NULL && at[1] == ' ')
      {
        check_beginning (at + 2, text);
        n++;
      }
  return n;
}

/* Whatever is shown and hidden, of one flower or many, in the window and on the stage. */
static void
test_beginnings (void)
{
  static const ScopeStage stage = { .title = "How wrong?",
                                    .sentences = { { "The loss is <loss>.", 0 }, { "*p* is <p>.", 0 } },
                                    .n_steps = 2 };
  guint64 random = 11;
  guint n = 0;

  for (guint round = 0; round < ROUNDS; round++)
    {
      Case of;
      ScopeFigure figure, before;
      ScopeMany many;
      double at[2];
      g_autoptr (ScopeScene) scene = NULL;
      g_autofree char *picture = NULL, *news = NULL, *verdict = NULL, *step = NULL;

      fill_case (&of, &random);
      set_figure (&figure, &of, &many, &random);
      figure.show = (unsigned) test_next_random (&random) & ((1u << SCOPE_N_PARTS) - 1);
      figure.width_px = test_uniform (&random, 300, 2600);
      figure.height_px = test_uniform (&random, 300, 2000);
      at[0] = figure.parameters.b - 1;
      at[1] = figure.parameters.b;
      figure.trail = (ScopeTrail) { at, 2, 1, figure.rate };
      figure.stage = round % 5 == 0 ? &stage : NULL;
      before = figure;
      before.parameters.b -= round % 2;
      before.parameters.observed = (before.parameters.observed + round % 3) % SCOPE_N_CLASSES;
      before.hide = round % 7;
      before.show ^= (unsigned) round;
      scene = test_build (fonts, &figure);
      picture = scope_figure_spoken_picture (&figure, scene);
      verdict = scope_descent_text_describe_verdict (&figure);
      news = scope_news_tell (&before, &figure, round % 4 == 0 ? verdict : NULL);
      step = figure.stage != NULL ? scope_stage_words_say (&figure) : NULL;
      n += check_sentences (picture) + check_sentences (news) + check_sentences (verdict)
           + check_sentences (step);
    }
  g_assert_cmpuint (n, >, 10 * ROUNDS);
}

/* A slope of 0 at a minimum is not that of a curve that is flat. */
static void
test_level (void)
{
  static const double weights[][SCOPE_N_CLASSES] = { { 1, -1, 0 }, { 1, 1, 1 }, { 0, 0, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    {
      Case of = { .n = 2, .rows = { { .observed = 0 }, { .observed = 1 } } };
      ScopeMany many = { .rows = of.rows, .n = of.n };
      ScopeFigure figure;
      g_autofree char *said = NULL;

      memcpy (of.w, weights[i], sizeof of.w);
      scope_figure_init (&figure);
      memcpy (figure.parameters.w, of.w, sizeof of.w);
      figure.parameters.b = 0;
      test_take_many (&figure, &many);
      said = scope_describe_figure (&figure);
      g_assert_true (has (said, "slope 0: "));
      g_assert_cmpint (has (said, "the curve is level here"), ==, !is_flat (&of));
      g_assert_cmpint (has (said, "changing b₃ changes nothing"), ==, is_flat (&of));
      check_slope (&of, &figure, said);
      check_minimum (&of, said);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fonts = test_fonts ();
  g_test_add_func ("/sentences/true", test_true);
  g_test_add_func ("/sentences/beginnings", test_beginnings);
  g_test_add_func ("/sentences/level", test_level);
  return test_run (fonts);
}
