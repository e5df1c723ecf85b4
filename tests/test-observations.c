/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "observations.h"

#include <string.h>

#define HEADER "z1,z2,z3,observed\n"

typedef struct
{
  GCancellable *cancellable; /* Borrowed, or NULL; cancelled at the last of the calls */
  guint n_calls, last_call;
  guint64 n_bytes, n_rows;
} Progress;

static void
progress_cb (guint64 n_bytes, guint64 n_rows, gpointer data)
{
  Progress *progress = data;

  g_assert_cmpuint (n_bytes, >=, progress->n_bytes);
  g_assert_cmpuint (n_rows, >=, progress->n_rows);
  progress->n_bytes = n_bytes;
  progress->n_rows = n_rows;
  if (++progress->n_calls == progress->last_call)
    g_cancellable_cancel (progress->cancellable);
}

static ScopeObservations *
load (const char *text, Progress *progress)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, -1, NULL);

  g_autoptr (ScopeRowReader) reader = scope_row_reader_new_batch (
    stream, "f.csv", &scope_classes_iris, progress != NULL ? progress->cancellable : NULL);

  return scope_observations_load (reader, progress != NULL ? progress_cb : NULL, progress);
}

static void
test_rows (void)
{
  g_autoptr (ScopeObservations) loaded
    = load ("observed,z3,z2,z1,bias\nvirginica,3,2,1,x\n1,6,5,4,9\n\n", NULL);
  const ScopeBatchRow *rows = (const ScopeBatchRow *) (gpointer) loaded->rows->data;

  g_assert_cmpuint (loaded->rows->len, ==, 2);
  g_assert_cmpfloat (rows[0].a[0], ==, 1);
  g_assert_cmpfloat (rows[1].a[2], ==, 6);
  g_assert_cmpuint (rows[0].observed, ==, 2);
  g_assert_cmpuint (rows[1].observed, ==, 0);
  g_assert_true (loaded->has_scenario_columns);
  g_assert_false (loaded->is_cancelled);
  g_assert_cmpuint (loaded->n_errors, ==, 0);
}

/* All or nothing; the first twenty errors are listed, and all are counted. */
static void
test_errors (void)
{
  g_autoptr (GString) text = g_string_new (HEADER "1,2,3,1\n");

  for (guint n = 1; n <= 30; n++)
    {
      g_autoptr (ScopeObservations) loaded = NULL;
      guint listed = MIN (n, SCOPE_OBSERVATIONS_MOST_ERRORS);
      g_autofree char *last = g_strdup_printf ("f.csv:%u: column z3: “x%u”", 2 * listed + 1, listed);

      g_string_append_printf (text, "1,2,x%u,1\n1,2,3,1\n", n);
      loaded = load (text->str, NULL);
      g_assert_null (loaded->rows);
      g_assert_cmpuint (loaded->n_errors, ==, n);
      g_assert_cmpuint (loaded->errors->len, ==, listed);
      g_assert_true (g_str_has_prefix (g_ptr_array_index (loaded->errors, listed - 1), last));
    }
}

/* So many are counted; behind one more nothing is read: a pipe need not end. */
static void
test_most_errors (void)
{
  for (guint more = 0; more <= 1000000; more += 1000000)
    {
      guint n = SCOPE_OBSERVATIONS_MOST_COUNTED + more;
      g_autoptr (GString) text = g_string_new (HEADER);
      g_autoptr (GInputStream) stream = NULL;
      g_autoptr (ScopeRowReader) reader = NULL;
      g_autoptr (ScopeObservations) loaded = NULL;

      for (guint i = 0; i < n; i++)
        g_string_append (text, "x\n");
      stream = g_memory_input_stream_new_from_data (text->str, (gssize) text->len, NULL);
      reader = scope_row_reader_new_batch (stream, "f.csv", &scope_classes_iris, NULL);
      loaded = scope_observations_load (reader, NULL, NULL);
      g_assert_cmpuint (loaded->n_errors, ==, SCOPE_OBSERVATIONS_MOST_COUNTED);
      g_assert_cmpuint (loaded->errors->len, ==, SCOPE_OBSERVATIONS_MOST_ERRORS);
      g_assert_cmpint (loaded->gave_up, ==, more > 0);
      g_assert_cmpint (scope_row_reader_n_bytes (reader) < text->len, ==, more > 0);
    }
}

/* Pasted text is all or nothing, too, and at most so many rows are taken. */
static void
test_pasted (void)
{
  static const char text[] = "1,5\t2\t3\tSetosa\n1\t2,5\t3\tvirginica\n1\t2\t3\t1\n";

  for (guint most = 2; most <= 3; most++)
    {
      g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, -1, NULL);
      g_autoptr (ScopeRowReader) reader
        = scope_row_reader_new_pasted (stream, "pasted text", &scope_classes_iris, NULL);
      g_autoptr (ScopeObservations) loaded = NULL;

      scope_row_reader_set_most_rows (reader, most);
      loaded = scope_observations_load (reader, NULL, NULL);
      g_assert_cmpuint (loaded->n_errors, ==, most == 2);
      g_assert_true ((loaded->rows == NULL) == (most == 2));
      if (most == 3)
        g_assert_cmpuint (loaded->rows->len, ==, 3);
    }
}

static void
test_no_rows (void)
{
  static const char *const texts[] = { "", HEADER, "z1,z2\n1,2\n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (ScopeObservations) loaded = load (texts[i], NULL);

      g_assert_null (loaded->rows);
      g_assert_cmpuint (loaded->n_errors, ==, 1);
    }
}

static char *
make_rows (guint n)
{
  GString *text = g_string_new (HEADER);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%u.5,-1,2,%u\n", i % 10, i % 3 + 1);
  return g_string_free (text, FALSE);
}

static void
test_progress (void)
{
  g_autofree char *text = make_rows (50000);
  Progress progress = { 0 };
  g_autoptr (ScopeObservations) loaded = load (text, &progress);

  g_assert_cmpuint (loaded->rows->len, ==, 50000);
  g_assert_cmpuint (progress.n_calls, >, 50000);
  g_assert_cmpuint (progress.n_bytes, <=, strlen (text));
  g_assert_cmpuint (progress.n_bytes, >, strlen (text) / 2);
}

/* A cancelled load is neither rows nor errors, however far it came. */
static void
test_cancel (void)
{
  g_autofree char *good = make_rows (50000);
  g_autofree char *bad = g_strconcat (HEADER "x,2,3,1\n", strchr (good, '\n') + 1, NULL);

  for (guint last_call = 1; last_call <= 3; last_call++)
    for (int kind = 0; kind < 2; kind++)
      {
        g_autoptr (GCancellable) cancellable = g_cancellable_new ();
        Progress progress = { .cancellable = cancellable, .last_call = last_call };
        g_autoptr (ScopeObservations) loaded = load (kind ? bad : good, &progress);

        g_assert_true (loaded->is_cancelled);
        g_assert_null (loaded->rows);
        g_assert_cmpuint (loaded->n_errors, ==, 0);
        g_assert_cmpuint (loaded->errors->len, ==, 0);
        g_assert_cmpuint (progress.n_calls, ==, last_call);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/observations/rows", test_rows);
  g_test_add_func ("/observations/errors", test_errors);
  g_test_add_func ("/observations/most-errors", test_most_errors);
  g_test_add_func ("/observations/pasted", test_pasted);
  g_test_add_func ("/observations/no-rows", test_no_rows);
  g_test_add_func ("/observations/progress", test_progress);
  g_test_add_func ("/observations/cancel", test_cancel);
  return g_test_run ();
}
