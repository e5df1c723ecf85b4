/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The command line on a document: its scenario and its steps are what options change. */

#include "cli.h"

#include <poppler.h>

#define HEAD "[Logitscope]\nformat=1\n"

static const char lecture[]
  = HEAD "[Scenario]\nclasses=Low;Mid;High\nbias=0.5\nselected=2\nsum=mean\naxis=-6;6\n"
         "[Rows]\n1=1;0;0;Low\n2=0;0;1;High\n"
         "[Step 1]\ntitle=One flower\ntext=At the start.\nrows=0\nlogits=1;2;3\nobserved=Mid\nbias=-1\n"
         "[Step 2]\ntitle=Two flowers\nrows=2\nbias=0\nrate=0.5\nwalk=-2;3\nshow=bar;descent\n";

/* A file of its own, removed at the end. */
typedef struct
{
  char *folder, *path;
} Document;

static void
clear_document (Document *document)
{
  g_autofree char *pdf = g_strconcat (document->path, ".pdf", NULL);

  g_remove (pdf);
  g_remove (document->path);
  g_rmdir (document->folder);
  g_free (document->path);
  g_free (document->folder);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Document, clear_document)

static Document
new_document (const char *text)
{
  Document document = { .folder = g_dir_make_tmp ("scope-document-XXXXXX", NULL) };

  g_assert_nonnull (document.folder);
  document.path = g_build_filename (document.folder, "a.logitscope", NULL);
  g_assert_true (g_file_set_contents (document.path, text, -1, NULL));
  return document;
}

/* "COMMAND FILE REST" */
static Result
run_on (const Document *document, const char *command, const char *rest)
{
  g_autofree char *line = g_strdup_printf ("%s %s %s", command, document->path, rest);

  return run (line, NULL);
}

/* Two commands say the same. */
static void
assert_alike (const Document *document, const char *command, const char *rest, const char *other)
{
  g_auto (Result) here = run_on (document, command, rest);
  g_auto (Result) there = run (other, NULL);

  g_assert_cmpint (here.status, ==, 0);
  g_assert_cmpstr (here.err, ==, there.err);
  g_assert_cmpstr (here.out, ==, there.out);
}

#define NAMES "--classes=Low,Mid,High "

static void
test_evaluate (void)
{
  g_auto (Document) document = new_document (lecture);

  /* What the step says, and what options change of it. */
  assert_alike (&document, "evaluate", "--step=1",
                "evaluate " NAMES "--logits=1,2,3 --observed=Mid --bias=-1 --wiring=1");
  assert_alike (&document, "evaluate", "--step=1 --bias=2 --observed=High",
                "evaluate " NAMES "--logits=1,2,3 --observed=3 --bias=2 --wiring=1");
  assert_alike (&document, "descend", "--step=1 --steps=2 --rate=0.25",
                "descend " NAMES "--logits=1,2,3 --observed=Mid --bias=-1 --rate=0.25 --steps=2 --wiring=1");
}

static void
test_rows (void)
{
  g_auto (Document) document = new_document (lecture);
  g_auto (Result) mean = run_on (&document, "evaluate", "");
  g_auto (Result) total = run_on (&document, "evaluate", "--total");
  g_auto (Result) walked = run_on (&document, "descend", "--steps=0 --format=csv");
  double one = g_ascii_strtod (mean.out + strlen ("loss = "), NULL);

  g_assert_true (g_str_has_prefix (mean.out, "loss = "));
  /* −ln(e^1.5/(e^1.5+2)) and −ln(e/(e^0.5+1+e)), by hand. */
  g_assert_cmpfloat_with_epsilon (one, (0.36898112 + 0.68026968) / 2, 1e-7);
  g_assert_cmpfloat_with_epsilon (g_ascii_strtod (total.out + strlen ("loss = "), NULL), 2 * one, 1e-15);
  g_assert_nonnull (strstr (walked.out, "\n0,0.5,"));
}

static void
test_step_is_one_page (void)
{
  g_auto (Document) document = new_document (lecture);
  g_auto (Result) one = run_on (&document, "export", "--step=1 --output=- --format=svg --svg-text=text");
  g_auto (Result) two = run_on (&document, "export", "--step=2 --output=- --format=svg --svg-text=text");
  g_auto (Result) start = run_on (&document, "export", "--output=- --format=svg --svg-text=text");

  g_assert_nonnull (strstr (one.out, "One flower"));
  g_assert_nonnull (strstr (one.out, "At the start."));
  g_assert_null (strstr (one.out, "Two flowers"));
  g_assert_nonnull (strstr (two.out, "Two flowers"));
  g_assert_null (strstr (start.out, "One flower"));
  g_assert_nonnull (strstr (start.out, "flower 2"));
}

/* The descent of the step, and the same one asked for. */
static void
test_walk (void)
{
  g_auto (Document) document = new_document (lecture);
  g_auto (Result) kept = run_on (&document, "export", "--step=2 --output=- --format=svg");
  g_auto (Result) asked
    = run_on (&document, "export", "--step=2 --bias=-2 --descend=3 --show=descent --output=- --format=svg");
  g_auto (Result) other = run_on (&document, "export", "--step=2 --rate=2 --output=- --format=svg");

  g_assert_cmpint (kept.status, ==, 0);
  g_assert_cmpstr (kept.out, ==, asked.out);
  g_assert_cmpstr (kept.out, !=, other.out);
}

static void
test_all_steps (void)
{
  g_auto (Document) document = new_document (lecture);
  g_autofree char *rest = g_strdup_printf ("--step=all --output=%s.pdf", document.path);
  g_autofree char *uri = g_strdup_printf ("file://%s.pdf", document.path);
  g_auto (Result) result = run_on (&document, "export", rest);
  PopplerDocument *pdf = poppler_document_new_from_file (uri, NULL, NULL);
  static const char *const titles[] = { "One flower", "Two flowers" };

  g_assert_cmpint (result.status, ==, 0);
  g_assert_cmpstr (result.err, ==, "");
  g_assert_nonnull (pdf);
  g_assert_cmpint (poppler_document_get_n_pages (pdf), ==, 2);
  for (int i = 0; i < 2; i++)
    {
      PopplerPage *page = poppler_document_get_page (pdf, i);
      g_autofree char *text = poppler_page_get_text (page);

      g_assert_nonnull (strstr (text, titles[i]));
      g_assert_null (strstr (text, titles[1 - i]));
      g_object_unref (page);
    }
  g_object_unref (pdf);
}

static void
test_refused (void)
{
  g_auto (Document) document = new_document (lecture), bad = new_document (HEAD "[Scenario]\nbias=x\n"),
                    short_one = new_document (HEAD);
  const struct
  {
    const Document *document;
    const char *command, *rest;
    int status;
    const char *message;
  } cases[] = {
    { &bad, "evaluate", "", 1, "a.logitscope:4: bias is “x”; it takes one finite number, as in -2\n" },
    { &document, "evaluate", "--step=3", 2, "--step=3 is not allowed; allowed: 1 to 2, the number of steps" },
    { &document, "evaluate", "--step=0", 2, "--step=0 is not allowed; allowed: the number of a step" },
    { &short_one, "evaluate", "--step=1", 2, "--step is not allowed: the document has no steps\n" },
    { &short_one, "export", "--step=all --output=x.pdf", 2, "the document has no steps\n" },
    { &document, "export", "--step=all --output=x.png", 2, "--step=all needs a format that has pages: pdf" },
    { &document, "evaluate", "--step=all", 2, "--step=all is not allowed; allowed: the number of a step" },
    { &document, "evaluate", "--logits=1,2,3", 2,
      "--logits is not allowed with the document’s rows: each row brings its own\n" },
    { &document, "export", "--output=x.svg --ghost=1,2,3", 2,
      "--ghost is not allowed with the document’s rows" },
    { &document, "evaluate", "--bias=1 1", 2, "1 is no option" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Result) result = run_on (cases[i].document, cases[i].command, cases[i].rest);

      tell_answer (cases[i].rest, &result);
      g_assert_cmpint (result.status, ==, cases[i].status);
      g_assert_nonnull (strstr (result.err, cases[i].message));
      g_assert_cmpstr (result.out, ==, "");
    }
}

/* The document stays what it was. */
static void
test_is_not_written_over (void)
{
  g_auto (Document) document = new_document (lecture);
  g_autofree char *rest = g_strdup_printf ("--format=svg --output=%s", document.path), *text = NULL;
  g_auto (Result) result = run_on (&document, "export", rest);

  g_assert_cmpint (result.status, ==, 2);
  g_assert_nonnull (strstr (result.err, "are the same file: the picture would replace the document\n"));
  g_assert_true (g_file_get_contents (document.path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, lecture);
}

static void
test_elsewhere (void)
{
  g_auto (Result) missing = run ("evaluate no-such.logitscope", NULL);
  g_auto (Result) without = run ("evaluate --step=1", NULL);
  g_auto (Result) from_input = run ("evaluate - --step=1", lecture);
  g_auto (Result) newer = run ("evaluate -", "[Logitscope]\nformat=2\n");

  g_assert_cmpint (missing.status, ==, 1);
  g_assert_nonnull (strstr (missing.err, "no-such.logitscope cannot be read: "));
  g_assert_cmpint (without.status, ==, 2);
  g_assert_nonnull (
    strstr (without.err, "--step needs a document with steps: its name is the first argument\n"));
  g_assert_cmpint (from_input.status, ==, 0);
  g_assert_cmpint (newer.status, ==, 0);
  g_assert_nonnull (strstr (newer.err, "note: - was written by a newer version"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli-document/evaluate", test_evaluate);
  g_test_add_func ("/cli-document/rows", test_rows);
  g_test_add_func ("/cli-document/step-is-one-page", test_step_is_one_page);
  g_test_add_func ("/cli-document/walk", test_walk);
  g_test_add_func ("/cli-document/all-steps", test_all_steps);
  g_test_add_func ("/cli-document/refused", test_refused);
  g_test_add_func ("/cli-document/is-not-written-over", test_is_not_written_over);
  g_test_add_func ("/cli-document/elsewhere", test_elsewhere);
  return g_test_run ();
}
