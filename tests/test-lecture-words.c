/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The lecture's words: nothing that is said is ever false or tells what is hidden, whatever the lecturer drags,
 * wires, enters and labels. */

#include "figure-values.h"
#include "lecture.h"

#include <math.h>
#include <string.h>

#include "common.h"
#include "factors.h"
#include "many.h"
#include "stage-words.h"

/* What the step says of other numbers. */
static char *
say_at (guint step, const ScopeParameters *parameters, unsigned show, unsigned hide, double rate)
{
  ScopeFigure figure;
  ScopeStage stage;

  scope_lecture_fill_stage (step, &stage);
  scope_figure_init (&figure);
  figure.parameters = *parameters;
  figure.show = show;
  figure.hide = hide;
  figure.digits = 3;
  figure.stage = &stage;
  figure.rate = rate;
  return scope_stage_words_say (&figure);
}

static char *
say (guint step, const ScopeParameters *parameters, unsigned show, unsigned hide)
{
  return say_at (step, parameters, show, hide, 1);
}

static double
loss_at (const ScopeParameters *parameters, double b)
{
  ScopeParameters at = *parameters;
  ScopeOutcome outcome;

  at.b = b;
  g_assert_cmpint (scope_outcome_evaluate (&at, &outcome), ==, SCOPE_STATUS_OK);
  return outcome.loss;
}

/* A number up to the next blank and what stands before that; NAN where there is none. */
static double
read_number (const char *text)
{
  g_autofree char *word = g_strndup (text, strcspn (text, " "));

  if (!g_ascii_isdigit (*text) && !g_str_has_prefix (text, "−"))
    return NAN;
  while (*word != '\0' && strchr (".:,;", word[strlen (word) - 1]) != NULL)
    word[strlen (word) - 1] = '\0';
  return (double) scope_factors_read (word);
}

/* The number behind some words, NAN where the words are not said. */
static double
number_after (const char *said, const char *words)
{
  const char *at = strstr (said, words);

  return at != NULL ? read_number (at + strlen (words)) : NAN;
}

static gboolean
is_near (double printed, double exact)
{
  return fabs (printed - exact) <= 0.0051 * fabs (exact);
}

typedef struct
{
  const ScopeParameters *parameters;
  ScopeOutcome outcome;
  const char *said;
  unsigned n_wired, wired; /* wired: the only one of them */
} Told;

static void
check_slope (const Told *told)
{
  double g = told->outcome.dl_db, b = told->parameters->b, step = 1e-4;
  double rise = loss_at (told->parameters, b + step) - loss_at (told->parameters, b - step);

  if (fabs (g) > 1e-6)
    {
      g_assert_true (strstr (told->said, "raising b₃ lowers") == NULL || rise < 0);
      g_assert_true (strstr (told->said, "lowering b₃ lowers") == NULL || rise > 0);
      g_assert_true (strstr (told->said, "loss rises with b₃") == NULL || rise > 0);
      g_assert_true (strstr (told->said, "loss falls as b₃") == NULL || rise < 0);
      g_assert_null (strstr (told->said, "level"));
    }
  g_assert_true (strstr (told->said, "tangent falls") == NULL || g < 0);
  g_assert_true (strstr (told->said, "tangent rises") == NULL || g > 0);
}

static void
check_numbers (const Told *told)
{
  const ScopeOutcome *out = &told->outcome;
  double next = told->parameters->b - out->dl_db;
  const struct
  {
    const char *words;
    double exact;
  } rows[] = {
    { "At b₃ = ", told->parameters->b },
    { "a probability p of ", out->p[out->observed] },
    { ", p = ", out->p[out->observed] },
    { ": a loss of ", out->loss },
    { "The network's ", out->loss },
    { "Its slope is −1/p: ", -1 / out->p[out->observed] },
    { "the slope of the tangent, ", out->dl_db },
    { " to the weight ", told->parameters->w[told->wired] },
    { "it goes from ", told->parameters->b },
    { " and the loss from ", out->loss },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double printed = number_after (told->said, rows[i].words);

      if (!isnan (printed) && !is_near (printed, rows[i].exact))
        g_error ("%s%g, not %g: %s", rows[i].words, printed, rows[i].exact, told->said);
    }
  if (strstr (told->said, "and the loss from") != NULL)
    {
      const char *to = strstr (strstr (told->said, "it goes from"), " to ");

      double loss = loss_at (told->parameters, next);
      const char *loss_to = strstr (strstr (to, "and the loss from"), " to ");

      g_assert_true (is_near (read_number (loss_to + 4), loss));
      g_assert_true (fabs (read_number (to + 4) - next) <= 0.0051 * fmax (fabs (next), 1e-3));
    }
}

static void
check_guess (const Told *told)
{
  double excess = told->outcome.loss - log (3);

  g_assert_true (strstr (told->said, "worse than guessing") == NULL || excess > 0);
  g_assert_true (strstr (told->said, "better than guessing") == NULL || excess < 0);
  g_assert_true (strstr (told->said, "as well as guessing") == NULL || fabs (excess) < 0.0051);
}

/* What is said of wires, by finite differences of softmax where it can be. */
static void
check_wiring (const Told *told)
{
  static const char *const single[]
    = { "one logit",    "chain rule",     "along one path", "three tangents, whose",
        ". −1/p meets", "The product is", "as it is:" };
  gboolean own = told->n_wired == 1 && told->wired == told->parameters->observed;
  gboolean plain = told->n_wired == 1 && told->parameters->w[told->wired] == 1;

  for (guint i = 0; i < G_N_ELEMENTS (single); i++)
    if (g_str_has_prefix (told->said, single[i]) || strstr (told->said, single[i]) != NULL)
      g_assert_cmpuint (told->n_wired, ==, 1);
  g_assert_true (strstr (told->said, "p(1 − p)") == NULL || own);
  g_assert_true (strstr (told->said, "p − 1.") == NULL || (own && plain));
  g_assert_true (strstr (told->said, "share one sum") == NULL || (told->n_wired == 1 && !own));
  g_assert_true (strstr (told->said, "slope is 1") == NULL || plain);
  g_assert_true (strstr (told->said, "as far as b₃") == NULL || plain);
  g_assert_true (strstr (told->said, "takes from the other two") == NULL || plain);
  g_assert_true (strstr (told->said, "All paths") == NULL || told->n_wired != 1);
}

static void
check_told (guint step, const ScopeParameters *parameters, unsigned show, unsigned hide)
{
  g_autofree char *said = say (step, parameters, show, hide);
  Told told = { .parameters = parameters, .said = said };

  g_assert_cmpint (scope_outcome_evaluate (parameters, &told.outcome), ==, SCOPE_STATUS_OK);
  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    if (parameters->w[k] != 0)
      {
        told.n_wired++;
        told.wired = k;
      }
  g_test_message ("%u: %s", step + 1, said);
  g_assert_null (strchr (said, '<'));
  g_assert_null (strchr (said, '>'));
  check_wiring (&told);
  check_slope (&told);
  check_guess (&told);
  if (!hide)
    check_numbers (&told);
}

static void
test_true (void)
{
  static const double weights[][SCOPE_N_CLASSES] = { { 1, 0, 0 }, { 0, 1, 0 },  { 0, 0, 1 }, { 1, 1, 1 },
                                                     { 2, 0, 0 }, { 0, -1, 0 }, { 0, 0, 0 }, { 1, 0, -2 } };
  g_autoptr (GRand) random = g_rand_new_with_seed (29);

  for (guint i = 0; i < 400; i++)
    {
      guint step = i % scope_lecture_n_steps ();
      ScopeParameters parameters = { .b = g_rand_double_range (random, -10, 10),
                                     .observed = (unsigned) g_rand_int_range (random, 0, 3) };
      ScopeValues values;

      for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
        parameters.a[k] = g_rand_double_range (random, -6, 6);
      memcpy (parameters.w, weights[g_rand_int_range (random, 0, G_N_ELEMENTS (weights))],
              sizeof parameters.w);
      scope_lecture_fill_values (step, &values);
      check_told (step, &parameters, values.show, values.hide);
      check_told (step, &parameters, values.show, 0);
    }
}

/* What is hidden is not said; where a class turns its own tangent, the real one is not told of. */
static void
test_kept_secret (void)
{
  for (guint step = 0; step < scope_lecture_n_steps (); step++)
    {
      ScopeValues values;
      g_autofree char *all = NULL, *asked = NULL;

      scope_lecture_fill_values (step, &values);
      all = say (step, &values.parameters, values.show, SCOPE_QUANTITY_ALL);
      g_test_message ("%u: %s", step + 1, all);
      for (guint k = 0; k < 2; k++)
        {
          static const char *const secrets[]
            = { "1.89",   "0.793", "0.151", "0.453",     "0.849", "6.63",      "2.21", "0.128",
                "0.0683", "−1.15", "1.23",  "guessing.", "z₁",    "one logit", "p(1",  "is 1." };

          for (guint n = 0; n < G_N_ELEMENTS (secrets); n++)
            if (strstr (all, secrets[n]) != NULL)
              g_error ("step %u says %s: %s", step + 1, secrets[n], all);
        }
      asked = say (step, &values.parameters, values.show | SCOPE_SHOW_ESTIMATE,
                   values.hide | SCOPE_QUANTITY_GRADIENT);
      g_assert_null (strstr (asked, "tangent falls"));
      g_assert_null (strstr (asked, "tangent rises"));
      g_assert_null (strstr (asked, "lowers the loss"));
      g_assert_null (strstr (asked, "the loss rises"));
    }
}

/* A step that does not lower the loss is not said to, nor does it go from a number to the same one. */
static void
test_step (void)
{
  static const struct
  {
    double b, rate;
    const char *said;
  } rows[] = {
    { -2, 1, "it goes from −2 to −1.15, and the loss from 1.89 to 1.23. Then again." },
    { 9, 1, "it goes from 9 to 9.00: as far as it is printed, the loss stays at 9.40·10⁻⁵." },
    { -2, 1e-6, "it goes from −2 to −2.00: as far as it is printed, the loss stays at 1.89." },
    { -2, 0, "it goes from −2 to −2: as far as it is printed, the loss stays at 1.89." },
  };
  ScopeParameters hanging = { .a = { 0, 0, 0 }, .b = 1, .w = { 1, -1, 0 }, .observed = 2 };
  g_autofree char *far = say_at (11, &hanging, SCOPE_SHOW_DESCENT, 0, 50);
  g_autofree char *hidden = NULL;
  ScopeValues values;

  scope_lecture_fill_values (11, &values);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *said = NULL;

      values.parameters.b = rows[i].b;
      said = say_at (11, &values.parameters, values.show, 0, rows[i].rate);
      if (!g_str_has_suffix (said, rows[i].said))
        g_error ("“%s” instead of “%s”", said, rows[i].said);
    }
  g_assert_true (g_str_has_suffix (far, ". That is too far: a smaller rate would lower it."));
  hidden = say (11, &values.parameters, values.show, SCOPE_QUANTITY_GRADIENT);
  g_assert_true (g_str_has_suffix (hidden, "takes a step against the gradient."));
}

/* A name is a name, whatever it is made of. */
static void
test_names (void)
{
  ScopeFigure figure;
  ScopeStage stage;
  g_autofree char *said = NULL;

  scope_lecture_fill_stage (12, &stage);
  scope_figure_init (&figure);
  figure.stage = &stage;
  g_strlcpy (figure.classes.name[0], "a*b <loss> _3", sizeof figure.classes.name[0]);
  said = scope_stage_words_say (&figure);
  g_assert_true (g_str_has_prefix (said, "The same flower, labelled a*b <loss> _3. "));
}

/* What is said of one flower is not said of many. */
static void
test_many (void)
{
  ScopeBatchRow rows[2] = { { .a = { 1, 0, 0 } }, { .a = { 0, 1, 0 }, .observed = 1 } };
  ScopeMany many = { rows, 2, 0, TRUE };

  for (guint step = 0; step < scope_lecture_n_steps (); step++)
    {
      ScopeFigure figure;
      ScopeStage stage;
      g_autofree char *said = NULL;

      scope_lecture_fill_stage (step, &stage);
      scope_figure_init (&figure);
      figure.stage = &stage;
      figure.many = &many;
      said = scope_stage_words_say (&figure);
      g_assert_true (g_str_has_suffix (said, "The words of this step are about one flower; here are many."));
    }
}

/* What is said of many flowers: their sum's numbers, no guess but of their mean, and nothing that is hidden. */
static void
test_of_many (void)
{
  static const ScopeBatchRow rows[3] = { { .a = { 1.0368, 0.0032, 0.1352 } },
                                         { .a = { 0, 0, 1 }, .observed = 2 },
                                         { .a = { 0.0898, 0.8632, 0.1042 }, .observed = 1 } };
  static const struct
  {
    gboolean many, mean;
    unsigned hide;
    const char *said;
  } cases[] = {
    { TRUE, FALSE, 0, "3 lose 2.67, least at −0.0317." },
    { TRUE, TRUE, 0, "3 lose 0.889, least at −0.0317. Better." },
    { TRUE, FALSE, SCOPE_QUANTITY_GRADIENT, "3 lose 2.67, least at ?." },
    { TRUE, TRUE, SCOPE_QUANTITY_LOSS, "3 lose ?, least at −0.0317." },
    { FALSE, FALSE, 0, "The words of this step are about many flowers; here is one." },
  };
  const ScopeStage stage = { .title = "Title",
                             .sentences = { { "<flowers> lose <loss>, least at <minimum>.", SCOPE_FACT_MANY },
                                            { "Worse.", SCOPE_FACT_MANY | SCOPE_FACT_WORSE },
                                            { "Better.", SCOPE_FACT_MANY | SCOPE_FACT_BETTER } },
                             .n_steps = 1 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ScopeMany many = { .rows = rows, .n = 3, .mean = cases[i].mean };
      g_autofree char *said = NULL, *expected = g_strdup_printf ("Title. %s", cases[i].said);
      ScopeFigure figure;

      scope_figure_init (&figure);
      figure.digits = 3;
      figure.stage = &stage;
      figure.hide = cases[i].hide;
      figure.many = cases[i].many ? &many : NULL;
      said = scope_stage_words_say (&figure);
      g_assert_cmpstr (said, ==, expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lecture-words/true", test_true);
  g_test_add_func ("/lecture-words/kept-secret", test_kept_secret);
  g_test_add_func ("/lecture-words/step", test_step);
  g_test_add_func ("/lecture-words/names", test_names);
  g_test_add_func ("/lecture-words/many", test_many);
  g_test_add_func ("/lecture-words/of-many", test_of_many);
  return g_test_run ();
}
