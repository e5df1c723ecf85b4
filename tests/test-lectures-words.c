/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The lectures that come with the program: nothing that one says is ever false, whatever the lecturer drags, wires,
 * enters and labels. */

#include "lectures.h"

#include <math.h>

#include "factors.h"
#include "minimum.h"
#include "stage-words.h"

/* What is there, reckoned without the words' own code. */
typedef struct
{
  const ScopeFigure *figure;
  ScopeOutcome one; /* the selected flower */
  ScopeBatchOutcome sum, next;
  ScopeMinimum minimum;
  double next_b;
  guint n_flowers, n_wired;
  gboolean own, plain, same_label; /* of a single wire */
} Told;

static void
tell (const ScopeFigure *figure, Told *told)
{
  const ScopeParameters *in = &figure->parameters;
  ScopeBatchRow row;
  ScopeBatch batch = scope_many_batch_or_one (figure->many, in, &row);

  memset (told, 0, sizeof *told);
  told->figure = figure;
  told->n_flowers = (guint) batch.n;
  g_assert_cmpint (scope_outcome_evaluate (in, &told->one), ==, SCOPE_STATUS_OK);
  g_assert_cmpint (scope_batch_evaluate (&batch, in->b, &told->sum), ==, SCOPE_STATUS_OK);
  told->next_b = in->b - figure->rate * told->sum.dl_db;
  g_assert_cmpint (scope_batch_evaluate (&batch, told->next_b, &told->next), ==, SCOPE_STATUS_OK);
  g_assert_cmpint (scope_minimum_find (&batch, &told->minimum), ==, SCOPE_STATUS_OK);
  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    if (in->w[k] != 0)
      {
        told->n_wired++;
        told->own = k == in->observed;
        told->plain = in->w[k] == 1;
      }
}

static gboolean
is_single (const Told *told)
{
  return told->n_wired == 1;
}

static gboolean
is_sum (const Told *told)
{
  return told->n_wired != 1;
}

static gboolean
is_plain (const Told *told)
{
  return is_single (told) && told->plain;
}

static gboolean
is_weighted (const Told *told)
{
  return is_single (told) && !told->plain;
}

static gboolean
is_own (const Told *told)
{
  return is_single (told) && told->own;
}

static gboolean
is_other (const Told *told)
{
  return is_single (told) && !told->own;
}

static gboolean
is_own_plain (const Told *told)
{
  return is_own (told) && told->plain;
}

static gboolean
is_other_plain (const Told *told)
{
  return is_other (told) && told->plain;
}

static gboolean
falls (const Told *told)
{
  return told->sum.dl_db < 0;
}

static gboolean
rises (const Told *told)
{
  return told->sum.dl_db > 0;
}

static gboolean
is_level (const Told *told)
{
  return fabs (told->sum.dl_db) < 1e-6;
}

static gboolean
is_worse (const Told *told)
{
  return told->sum.loss > log (3);
}

static gboolean
is_better (const Told *told)
{
  return told->sum.loss < log (3);
}

static gboolean
is_alike (const Told *told)
{
  return fabs (told->sum.loss - log (3)) < 0.0051;
}

static gboolean
has_bottom (const Told *told)
{
  return told->minimum.kind == SCOPE_MINIMUM_FINITE;
}

static gboolean
has_balance (const Told *told)
{
  return has_bottom (told) && is_single (told);
}

static gboolean
has_no_bottom (const Told *told)
{
  return scope_minimum_is_endless (told->minimum.kind);
}

/* Every flower's own gradient, far out on either side, has the sign of the others'. */
static gboolean
all_pull_alike (const Told *told)
{
  const ScopeMany *many = told->figure->many;
  gboolean up = FALSE, down = FALSE;

  for (size_t i = 0; i < many->n; i++)
    {
      ScopeParameters in = told->figure->parameters;
      ScopeOutcome outcome;

      scope_batch_row_take (&many->rows[i], &in);
      g_assert_cmpint (scope_outcome_evaluate (&in, &outcome), ==, SCOPE_STATUS_OK);
      up = up || outcome.dl_db < 0;
      down = down || outcome.dl_db > 0;
    }
  return !(up && down);
}

static gboolean
lowers (const Told *told)
{
  return told->next.loss < told->sum.loss;
}

static gboolean
raises (const Told *told)
{
  return told->next.loss > told->sum.loss;
}

static gboolean
stays (const Told *told)
{
  return fabs (told->next.loss - told->sum.loss) <= 0.0051 * told->sum.loss;
}

static gboolean
has_walked (const Told *told)
{
  const ScopeTrail *trail = &told->figure->trail;

  return trail->n > 1 && trail->b[trail->at] == told->figure->parameters.b
         && trail->rate == told->figure->rate;
}

/* Words, and when they are true. Each sentence that is said under facts has some of them. */
static const struct
{
  const char *words;
  gboolean (*holds) (const Told *told);
} claims[] = {
  { "The tangent falls: raising b₃ lowers", falls },
  { "The tangent rises: lowering b₃ lowers", rises },
  { "The tangent is level", is_level },
  { "worse than a guess", is_worse },
  { "better than a guess", is_better },
  { "as good as a guess", is_alike },
  { " lies above it", is_worse },
  { " lies below it", is_better },
  { " lies on it", is_alike },
  { "b₃ is added to one logit", is_plain },
  { "b₃ moves one logit", is_single },
  { "along every logit", is_sum },
  { "Softmax is an S: p rises", is_own },
  { "Softmax is an S: p falls", is_other },
  { "each logit that b₃ moves", is_sum },
  { "By one: b₃ is added", is_plain },
  { "By the weight: b₃ times", is_weighted },
  { "added to several logits, or to none", is_sum },
  { "Three slopes along one path", is_single },
  { "The products along all paths", is_sum },
  { "The links are known: ", is_single },
  { "The links are known.", is_sum },
  { "never leaves the range from −1 to 1", is_plain },
  { "meets a p in the second link", is_single },
  { "−(1 − p), and that is p − 1", is_own_plain },
  { "What is left is p_", is_other_plain },
  { "What is left is multiplied by the weight", is_weighted },
  { "In every path −1/p meets", is_sum },
  { "as it is, and has the slope of", is_plain },
  { "times the slope of", is_weighted },
  { "But b₃ is still added to", is_other },
  { "That path is cut", is_other_plain },
  { "to the logit of Setosa itself: the path", is_own },
  { "takes a larger part of the whole", is_other },
  { "The moving logit is that of", is_own },
  { "Several logits move, or none", is_sum },
  { "First link negative, second link negative, third link 1", is_other_plain },
  { "Minus times minus is plus: the loss rises", rises },
  { "cancels again, and what is left is p_", is_other_plain },
  { "The product is ", is_own },
  { "It is the same as for any label but", is_other_plain },
  { "the label says that it should have been 1", is_own_plain },
  { "It is ", NULL },
  { "where it is not.", is_plain },
  { "Nowhere: it falls for ever", has_no_bottom },
  { "Here it has a lowest place", has_bottom },
  { "only ever asks for more", is_own_plain },
  { "only ever asks for less", is_other_plain },
  { "Now there is a lowest place", has_bottom },
  { "pulls it up; any other flower pulls it down", is_plain },
  { "Up: together it is ", falls },
  { "Down: together it is ", rises },
  { " down to ", lowers },
  { ": too far.", raises },
  { "the loss stays at ", stays },
  { " steps at a rate of ", has_walked },
  { "Near the lowest place", has_bottom },
  { "The lowest place is ", has_bottom },
  { "are in balance", has_balance },
  { "there is no lowest place", has_no_bottom },
  { "They all pull the same way", all_pull_alike },
  { "Is the loss 0 there?", has_bottom },
  { "Once more from the start", has_walked },
  { "The next step does go down", lowers },
  { "The next step goes up", raises },
};

static void
check_claims (const Told *told, const char *said)
{
  for (guint i = 0; i < G_N_ELEMENTS (claims); i++)
    if (claims[i].holds != NULL && strstr (said, claims[i].words) != NULL && !claims[i].holds (told))
      g_error ("untrue: “%s” in %s", claims[i].words, said);
}

/* The number behind some words; NAN where the words are not said, or a blank slot follows. */
static double
number_after (const char *said, const char *words)
{
  const char *at = strstr (said, words);
  g_autofree char *word = NULL;

  if (at == NULL)
    return NAN;
  at += strlen (words);
  word = g_strndup (at, strcspn (at, " "));
  if (!g_ascii_isdigit (*word) && !g_str_has_prefix (word, "−"))
    return NAN;
  while (*word != '\0' && strchr (".:,;?", word[strlen (word) - 1]) != NULL)
    word[strlen (word) - 1] = '\0';
  return (double) scope_factors_read (word);
}

static void
check_numbers (const Told *told, const char *said)
{
  const ScopeParameters *in = &told->figure->parameters;
  const double p = told->one.p[told->one.observed], g = told->sum.dl_db;
  const struct
  {
    const char *words;
    double exact;
  } rows[] = {
    { "a probability p of ", p },
    { "With p = ", p },
    { " a p of ", p },
    { ": a loss of ", told->sum.loss },
    { " costs ", told->sum.loss },
    { "The network's ", told->sum.loss },
    { "the loss is ", told->sum.loss },
    { "the slope of the tangent: ", g },
    { "the gradient is ", g },
    { "The links are known: ", told->one.dl_dp },
    { "together it is ", g },
    { "The slope here is ", g },
    { "The product is ", g },
    { ". b₃ is ", in->b },
    { "From ", in->b },
    { " it goes to ", told->next_b },
    { " down to ", told->next.loss },
    { "The lowest place is b₃ = ", told->minimum.b },
    { "The lowest place is at ", told->minimum.b },
    { "Here are ", told->n_flowers },
    { "divided by ", told->n_flowers },
    { "at a rate of ", told->figure->rate },
    { "The rate is still ", told->figure->rate },
    { "η is the rate, ", told->figure->rate },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double printed = number_after (said, rows[i].words), exact = rows[i].exact;

      if (!isnan (printed) && !isnan (exact) && fabs (printed - exact) > 0.0051 * fmax (fabs (exact), 1e-3))
        g_error ("“%s%g”, not %g: %s", rows[i].words, printed, exact, said);
    }
}

/* What a lecturer may do to a step. */
static void
drag (TestStep *shown, ScopeBatchRow *rows, GRand *random)
{
  static const double weights[][SCOPE_N_CLASSES]
    = { { 1, 0, 0 }, { 1, 0, 0 },  { 0, 1, 0 }, { 0, 0, 1 }, { 1, 1, 1 },
        { 2, 0, 0 }, { 0, -1, 0 }, { 0, 0, 0 }, { 1, 0, -2 } };
  static const double rates[] = { 1, 0.1, 4, 9 };
  ScopeFigure *figure = &shown->figure;
  ScopeParameters *in = &figure->parameters;

  if (g_rand_boolean (random))
    in->b = g_rand_double_range (random, -10, 10);
  if (g_rand_boolean (random))
    memcpy (in->w, weights[g_rand_int_range (random, 0, G_N_ELEMENTS (weights))], sizeof in->w);
  if (g_rand_int_range (random, 0, 3) == 0)
    figure->rate = rates[g_rand_int_range (random, 0, G_N_ELEMENTS (rates))];
  if (g_rand_boolean (random))
    in->observed = (unsigned) g_rand_int_range (random, 0, SCOPE_N_CLASSES);
  for (unsigned k = 0; k < SCOPE_N_CLASSES && g_rand_boolean (random); k++)
    in->a[k] = g_rand_double_range (random, -6, 6);
  if (figure->many == NULL)
    return;
  /* The selected row is what is in the sliders. */
  memcpy (rows, shown->many.rows, shown->many.n * sizeof *rows);
  memcpy (rows[shown->many.selected].a, in->a, sizeof in->a);
  rows[shown->many.selected].observed = in->observed;
  if (g_rand_int_range (random, 0, 4) == 0)
    for (size_t i = 0; i < shown->many.n; i++)
      rows[i].observed = in->observed;
  shown->many.rows = rows;
  shown->many.mean = g_rand_boolean (random);
}

static void
test_lectures_true (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (43);

  for (guint l = 0; l < TEST_N_LECTURES; l++)
    {
      g_autoptr (ScopeDocument) document = test_lecture_read (l);
      g_autofree ScopeBatchRow *rows = g_new0 (ScopeBatchRow, document->n_rows + 1);

      for (guint i = 0; i < 2 * 300; i++)
        {
          g_autofree char *said = NULL;
          TestStep shown;
          Told told;

          test_step_fill (&shown, document, i / 2 % document->steps->len);
          drag (&shown, rows, random);
          if (i % 2)
            shown.figure.hide = 0;
          said = scope_stage_words_say (&shown.figure);
          g_test_message ("%s %u: %s", test_lectures[l], i / 2 % document->steps->len + 1, said);
          g_assert_null (strchr (said, '<'));
          g_assert_null (strchr (said, '*'));
          tell (&shown.figure, &told);
          check_claims (&told, said);
          check_numbers (&told, said);
        }
    }
}

/* Nothing is said under facts that nobody checks: what depends on what is shown has words of the table. */
static void
test_lectures_checked (void)
{
  for (guint l = 0; l < TEST_N_LECTURES; l++)
    {
      g_autoptr (ScopeDocument) document = test_lecture_read (l);

      for (guint i = 0; i < document->steps->len; i++)
        {
          const ScopeDocumentStep *step = scope_document_get_step (document, i);

          for (guint k = 0; k < SCOPE_MOST_SENTENCES && step->sentences[k].text != NULL; k++)
            {
              unsigned facts = step->sentences[k].facts & ~(SCOPE_FACT_ONE | SCOPE_FACT_MANY);
              g_autofree char *plain = NULL;
              g_autoptr (GString) text = g_string_new (step->sentences[k].text);
              gboolean known = facts == 0;

              g_string_replace (text, "<p-wired>", "p_", 0);
              g_string_replace (text, "<observed>", "Setosa", 0);
              g_string_replace (text, "*b*_3", "b₃", 0);
              g_string_replace (text, "*", "", 0);
              for (guint n = 0; n < G_N_ELEMENTS (claims) && !known; n++)
                known = strstr (text->str, claims[n].words) != NULL;
              if (!known)
                g_error ("%s, step %u: nobody checks “%s”", test_lectures[l], i + 1, text->str);
            }
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lectures-words/true", test_lectures_true);
  g_test_add_func ("/lectures-words/checked", test_lectures_checked);
  return g_test_run ();
}
