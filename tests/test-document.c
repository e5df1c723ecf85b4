/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "document-read.h"
#include "document-write.h"

#include <string.h>

#include "document-keys.h"
#include "hidden.h"
#include "random.h"

/* Documents: what they say, how they are written, and what they are refused for. */

#define HEAD "[Logitscope]\nformat=1\n"

static ScopeDocument *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  ScopeDocument *document = scope_document_read (text, strlen (text), "a.logitscope", &error);

  g_assert_no_error (error);
  return document;
}

static const char slope[]
  = HEAD "title=Down the slope\nminutes=15\n"
         "[Scenario]\nclasses=Setosa;Versicolor;Virginica\nselected=1\nbias=-2\n"
         "wiring=1;0;0\nrate=1\naxis=-10;10\nshow=formula;diagram;bar\nhide=\nsum=total\n"
         "[Rows]\n1=1.0368;0.0032;0.1352;Setosa\n2=0;0;1;Virginica\n"
         "3=0.0898;0.8632;0.1042;2\n"
         "[Step 1]\ntitle=Where the network starts\n"
         "text=At b_3 = <b>; is that worse? {worse,single} It is. {} See.\n"
         "notes=Ask for a show of hands.\\nMost say no.\nhide=loss\n"
         "[Step 2]\nbias=-1.2268\nwalk=-2;5\nrows=0\nreveal=gradient;loss\n"
         "plots=probability;loss\nlines=logits;observed\n"
         "[Step 3]\nlogits=1;2;3\nwalk=\nhide=\n";

static void
test_start (void)
{
  g_autoptr (ScopeDocument) document = read_text (slope);
  const ScopeDocumentLook *look = &document->look;

  g_assert_cmpstr (document->title, ==, "Down the slope");
  g_assert_cmpuint (document->minutes, ==, 15);
  g_assert_cmpuint (document->n_rows, ==, 3);
  g_assert_cmpuint (look->n_rows, ==, 3);
  g_assert_cmpuint (look->selected, ==, 0);
  g_assert_cmpfloat (look->scenario.parameters.a[0], ==, 1.0368);
  g_assert_cmpfloat (look->scenario.parameters.b, ==, -2);
  g_assert_cmpuint (look->scenario.show, ==, SCOPE_SHOW_FORMULA | SCOPE_SHOW_DIAGRAM | SCOPE_SHOW_BAR);
  g_assert_cmpuint (document->rows[2].observed, ==, 1);
  g_assert_cmpuint (document->steps->len, ==, 3);
  g_assert_false (document->read_only);
}

static void
test_steps (void)
{
  g_autoptr (ScopeDocument) document = read_text (slope);
  const ScopeDocumentStep *one = scope_document_get_step (document, 0);
  const ScopeDocumentStep *two = scope_document_get_step (document, 1);
  const ScopeDocumentStep *three = scope_document_get_step (document, 2);

  g_assert_cmpstr (one->title, ==, "Where the network starts");
  g_assert_cmpstr (one->notes, ==, "Ask for a show of hands.\nMost say no.");
  g_assert_cmpstr (one->sentences[0].text, ==, "At b_3 = <b>; is that worse?");
  g_assert_cmpuint (one->sentences[0].facts, ==, 0);
  g_assert_cmpuint (one->sentences[1].facts, ==, SCOPE_FACT_WORSE | SCOPE_FACT_SINGLE);
  g_assert_cmpstr (one->sentences[2].text, ==, "See.");
  g_assert_null (one->sentences[3].text);
  g_assert_cmpuint (one->look.scenario.hide, ==, SCOPE_QUANTITY_LOSS);
  /* What is not said is as in the step before. */
  g_assert_cmpuint (two->look.scenario.hide, ==, SCOPE_QUANTITY_LOSS);
  g_assert_cmpfloat (two->look.scenario.parameters.b, ==, -1.2268);
  g_assert_cmpuint (two->look.n_rows, ==, 0);
  g_assert_cmpfloat (two->look.walk_from, ==, -2);
  g_assert_cmpuint (two->look.walk_steps, ==, 5);
  g_assert_cmpuint (two->look.n_reveal, ==, 2);
  g_assert_cmpuint (two->look.reveal[0], ==, SCOPE_QUANTITY_GRADIENT);
  g_assert_cmpuint (two->look.plots, ==, 6);
  g_assert_cmpuint (two->look.lines, ==, SCOPE_STAGE_LOGITS | SCOPE_STAGE_OBSERVED);
  g_assert_cmpstr (two->title, ==, "");
  g_assert_cmpfloat (three->look.scenario.parameters.a[2], ==, 3);
  g_assert_cmpuint (three->look.walk_steps, ==, 0);
  g_assert_cmpuint (three->look.scenario.hide, ==, 0);
}

static void
assert_round_trip (const ScopeDocument *document)
{
  g_autofree char *text = scope_document_write (document);
  g_autoptr (ScopeDocument) again = read_text (text);
  g_autofree char *text_again = scope_document_write (again);

  g_assert_true (scope_document_equal (document, again));
  g_assert_cmpstr (text, ==, text_again);
}

static void
test_round_trip (void)
{
  g_autoptr (ScopeDocument) document = read_text (slope), other = read_text (slope),
                            empty = scope_document_new ();

  assert_round_trip (document);
  assert_round_trip (empty);
  g_assert_true (scope_document_equal (document, other));
  scope_document_get_step (other, 1)->look.reveal[1] = SCOPE_QUANTITY_DL_DP;
  g_assert_false (scope_document_equal (document, other));
}

/* Only what differs from the step before. */
static void
test_is_short (void)
{
  g_autoptr (ScopeDocument) document = scope_document_new ();
  g_autofree char *text = NULL;
  ScopeDocumentStep *step = scope_document_insert_step (document, 0, &document->look);

  scope_document_step_set_title (step, "One");
  scope_document_insert_step (document, 1, &step->look)->look.scenario.parameters.b = 0.1;
  text = scope_document_write (document);
  g_assert_cmpstr (text, ==, HEAD "\n[Scenario]\n\n[Step 1]\ntitle=One\n\n[Step 2]\nbias=0.1\n");
}

static void
test_others_survive (void)
{
  g_autoptr (ScopeDocument) document = read_text (
    "# mine\n[Logitscope]\n# first\nformat=1\nauthor = A; B \n[Future]\nx=1\n# y\n[Scenario]\ncolour=red\n"
    "[Step 1]\nsound=a\\b\n");
  g_autofree char *text = scope_document_write (document);

  g_assert_cmpstr (
    text, ==,
    "[Logitscope]\nformat=1\n# first\nauthor = A; B\n\n[Scenario]\ncolour=red\n\n[Step 1]\nsound=a\\b\n\n"
    "[Future]\nx=1\n# y\n");
  assert_round_trip (document);
}

/* Classes whose names mean another wiring first are written by their numbers. */
static void
test_class_named_as_a_wiring (void)
{
  g_autoptr (ScopeDocument) document = read_text (HEAD "[Scenario]\nclasses=all;a\\;b;Observed\nwiring=3\n");
  g_autofree char *text = scope_document_write (document);

  g_assert_cmpint (document->look.scenario.wiring, ==, 2);
  g_assert_nonnull (strstr (text, "\nwiring=3\n"));
  assert_round_trip (document);
}

/* What comes from a file ends where it ends, without a zero behind it, wherever that is. */
static void
test_ends_where_it_ends (void)
{
  static const char text[] = "\xEF\xBB\xBF" HEAD "[Scenario]\nbias=1\n[Rows]\n1=1;2;3;1\n[Step 1]\ntitle=a\n";

  for (gsize length = 0; length <= strlen (text); length++)
    {
      g_autofree char *bytes = g_memdup2 (text, length);
      g_autoptr (GError) error = NULL;
      g_autoptr (ScopeDocument) document = scope_document_read (length > 0 ? bytes : "", length, "a", &error);

      g_assert_true ((document != NULL) == (error == NULL));
      g_assert_true (length < strlen (text) || document != NULL);
    }
}

static void
test_newer (void)
{
  g_autoptr (ScopeDocument) document
    = read_text ("[Logitscope]\nformat=2\n[Scenario]\nbias=on\nshow=formula;hologram\nrate=0.5\n");

  g_assert_true (document->read_only);
  g_assert_cmpfloat (document->look.scenario.parameters.b, ==, -2);
  g_assert_cmpfloat (document->look.scenario.rate, ==, 0.5);
  g_assert_cmpuint (document->look.scenario.show, ==, SCOPE_SHOW_DEFAULT);
}

/* More rows than there are, and what is said of them, are left out. */
static void
test_newer_rows (void)
{
  g_autoptr (ScopeDocument) document
    = read_text ("[Logitscope]\nformat=2\n[Rows]\n1=1;2;3;1\n2=4;5;6;1\n"
                 "[Step 1]\nrows=9\nselected=2\nsum=mean\n[Step 2]\nrows=1\nselected=2\n[Step 3]\nrows=0\n");
  const ScopeDocumentLook *looks[3];

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    looks[i] = &scope_document_get_step (document, i)->look;
  g_assert_cmpuint (looks[0]->n_rows, ==, 2);
  g_assert_cmpuint (looks[0]->selected, ==, 1);
  g_assert_cmpfloat (looks[0]->scenario.parameters.a[0], ==, 4);
  g_assert_cmpuint (looks[1]->n_rows, ==, 1);
  g_assert_cmpuint (looks[1]->selected, ==, 0);
  g_assert_cmpuint (looks[2]->selected, ==, 0);
  g_assert_false (looks[2]->mean);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text, *message;
  } cases[] = {
    { "", "a:1: here is no [Logitscope]; a document begins with it" },
    { "bias=1\n", "a:1: here is “bias=1”; it takes [Logitscope] first" },
    { "\n[Scenario]\n", "a:2: here is no [Logitscope]; a document begins with it" },
    { "[Logitscope]\ntitle=x\n", "a:1: here is [Logitscope] without format=; it takes format=1" },
    { "[Logitscope]\nformat=one\n", "a:2: format is “one”; it takes the number of a version, 1" },
    { HEAD "title=a\\x\n",
      "a:3: title is “a\\x”; it takes text, in which \\ stands before s, n, t, r, ; or \\ alone" },
    { HEAD "minutes=601\n", "a:3: minutes is “601”; it takes a whole number from 0 to 600" },
    { HEAD "nonsense\n", "a:3: here is “nonsense”; it takes key=value, [group] or # and a comment" },
    { HEAD "=3\n", "a:3: here is “=3”; it takes key=value, [group] or # and a comment" },
    { HEAD "format=1\n",
      "a:3: [Logitscope] format is there a second time, the first one is in line 2; each may be there once" },
    { HEAD "[Logitscope]\n",
      "a:3: [Logitscope] is there a second time, the first one is in line 1; each may be there once" },
    { HEAD "[Scenario]\nbias=1,5\n", "a:4: bias is “1,5”; it takes one finite number, as in -2" },
    { HEAD "[Scenario]\nbias=nan\n", "a:4: bias is “nan”; it takes one finite number, as in -2" },
    { HEAD "[Scenario]\nbias=1;2\n", "a:4: bias is “1;2”; it takes one finite number, as in -2" },
    { HEAD "[Scenario]\nlogits=1;2\n",
      "a:4: logits is “1;2”; it takes three finite numbers, as in 1.0368,0.0032,0.1352" },
    { HEAD "[Scenario]\nrate=0\n", "a:4: rate is “0”; it takes a finite number above 0, as in 0.5" },
    { HEAD "[Scenario]\naxis=2;1\n",
      "a:4: axis is “2;1”; it takes two numbers, the smaller one first, as in -10;10" },
    { HEAD "[Scenario]\nselected=1\n",
      "a:4: selected is “1”; it takes its place where there are [Rows] alone" },
    { HEAD "[Scenario]\nsum=all\n[Rows]\n1=1;2;3;1\n", "a:4: sum is “all”; it takes total or mean" },
    { HEAD "[Scenario]\nsum=mean\n", "a:4: sum is “mean”; it takes its place where there are [Rows] alone" },
    { HEAD "[Scenario]\nhide=loss;q\n",
      "a:4: hide is “loss;q”; it takes loss, p, dl_dp, dp_dz, dz_db, gradient" },
    { HEAD "[Scenario]\nlogits=1;2;3\n[Rows]\n1=1;2;3;1\n",
      "a:4: logits is “1;2;3”; it takes its place in [Rows] where there are rows" },
    { HEAD "[Scenario]\nrows-file=a.csv\n",
      "a:4: rows-file is “a.csv”; it takes its rows in [Rows]: no other file is read" },
    { HEAD "[Rows]\n2=1;2;3;1\n", "a:4: here is the row “2”; it takes row 1" },
    { HEAD "[Rows]\n1=1;2;3;4\n", "a:4: 1 is “1;2;3;4”; it takes three numbers and a class (Setosa, "
                                  "Versicolor, Virginica, 1, 2, 3), with ; "
                                  "between them" },
    { HEAD "[Step 2]\n", "a:3: here is [Step 2]; it takes [Step 1] next, and at most 10000 steps" },
    { HEAD "[Step 1]\nrows=1\n", "a:4: rows is “1”; it takes a number from 0 to 0, how many rows there are" },
    { HEAD "[Step 1]\ntext={happy} Yes.\n",
      "a:4: text is “{happy} Yes.”; it takes facts in braces, with commas between them: falls, rises, level, "
      "worse, better, alike, single, own, other, sum, plain, weighted, lowers, raises, stays, one, many, "
      "bottom, "
      "endless, walked" },
    { HEAD "[Step 1]\ntext=1 {} 2 {} 3 {} 4 {} 5 {} 6 {} 7\n",
      "a:4: text is “1 {} 2 {} 3 {} 4 {} 5 {} 6 {} 7”; it takes at most 6 sentences, each with its facts in "
      "braces" },
    { HEAD "[Step \x07]\n",
      "a:3: here is [Step \\u{0007}]; it takes [Step 1] next, and at most 10000 steps" },
    { HEAD "[Rows]\n\x1b=1;2;3;1\n", "a:4: here is the row “\\u{001b}”; it takes row 1" },
    { HEAD "title=\xff\n", "a:3: here is no UTF-8; it takes UTF-8 alone" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (scope_document_read (cases[i].text, strlen (cases[i].text), "a", &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

/* --- Random documents */

static void
fill_look (guint64 *random, ScopeDocument *document, ScopeDocumentLook *look)
{
  ScopeParameters *in = &look->scenario.parameters;

  in->b = test_uniform (random, -20, 20);
  look->scenario.show = (unsigned) test_next_random (random) & SCOPE_SHOW_ALL;
  look->scenario.hide = (unsigned) test_next_random (random) & SCOPE_QUANTITY_ALL;
  look->scenario.rate = test_uniform (random, 0.01, 4);
  look->n_rows = (unsigned) test_next_random (random) % (document->n_rows + 1);
  look->selected = look->n_rows > 0 ? (unsigned) test_next_random (random) % look->n_rows : 0;
  look->mean = (unsigned) test_next_random (random) % 2;
  look->axis[0] = test_uniform (random, -20, 0);
  look->axis[1] = test_uniform (random, 1, 20);
  look->plots = (unsigned) test_next_random (random) % 8;
  look->lines = (unsigned) test_next_random (random) % 32;
  look->highlight = (unsigned) test_next_random (random) & SCOPE_QUANTITY_ALL;
  look->walk_steps = (unsigned) test_next_random (random) % 3;
  look->walk_from = test_uniform (random, -3, 3);
  if (look->n_rows > 0)
    {
      memcpy (in->a, document->rows[look->selected].a, sizeof in->a);
      in->observed = document->rows[look->selected].observed;
      return;
    }
  look->mean = FALSE;
  for (guint k = 0; k < SCOPE_N_CLASSES; k++)
    in->a[k] = test_uniform (random, -5, 5);
  in->observed = (unsigned) test_next_random (random) % SCOPE_N_CLASSES;
}

static void
fill_rows (guint64 *random, ScopeDocument *document)
{
  document->n_rows = (unsigned) test_next_random (random) % 4;
  document->rows = g_new0 (ScopeBatchRow, document->n_rows + 1);
  for (guint i = 0; i < document->n_rows; i++)
    {
      for (guint k = 0; k < SCOPE_N_CLASSES; k++)
        document->rows[i].a[k] = test_uniform (random, -5, 5);
      document->rows[i].observed = (unsigned) test_next_random (random) % SCOPE_N_CLASSES;
    }
}

static void
test_random (void)
{
  static const char *const texts[]
    = { "", " a", "b ", "a;b\\n", "one\ntwo\t", "[Step 9]", "=", "{} x", "∂L/∂b_3" };
  guint64 random = 7;

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (ScopeDocument) document = scope_document_new ();

      fill_rows (&random, document);
      document->look.n_rows = document->n_rows;
      fill_look (&random, document, &document->look);
      for (guint n = (unsigned) test_next_random (&random) % 6; n > 0; n--)
        {
          ScopeDocumentStep *step
            = scope_document_insert_step (document, document->steps->len, &document->look);

          fill_look (&random, document, &step->look);
          scope_document_step_set_title (step, texts[test_next_random (&random) % G_N_ELEMENTS (texts)]);
          scope_document_step_set_notes (step, texts[test_next_random (&random) % G_N_ELEMENTS (texts)]);
        }
      assert_round_trip (document);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/start", test_start);
  g_test_add_func ("/document/steps", test_steps);
  g_test_add_func ("/document/round-trip", test_round_trip);
  g_test_add_func ("/document/is-short", test_is_short);
  g_test_add_func ("/document/others-survive", test_others_survive);
  g_test_add_func ("/document/class-named-as-a-wiring", test_class_named_as_a_wiring);
  g_test_add_func ("/document/ends-where-it-ends", test_ends_where_it_ends);
  g_test_add_func ("/document/newer", test_newer);
  g_test_add_func ("/document/newer-rows", test_newer_rows);
  g_test_add_func ("/document/refused", test_refused);
  g_test_add_func ("/document/random", test_random);
  return g_test_run ();
}
