/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rows-import-load.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define HEADER "z1,z2,z3,observed\n"

/* --- A folder of its own */

typedef struct
{
  char *folder, *path;
  GFile *file;
  GCancellable *cancellable;
  ScopeObservations *loaded;
  GError *error;
  gboolean ended;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("scope-rows-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "rows.csv", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
  fixture->cancellable = g_cancellable_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_object_unref (fixture->file);
  g_object_unref (fixture->cancellable);
  g_clear_pointer (&fixture->loaded, scope_observations_free);
  g_clear_error (&fixture->error);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;

  fixture->loaded = scope_rows_load_finish (result, &fixture->error);
  fixture->ended = TRUE;
}

static void
wait (Fixture *fixture)
{
  while (!fixture->ended)
    g_main_context_iteration (NULL, TRUE);
}

static GTask *
start (Fixture *fixture)
{
  return scope_rows_load_file (fixture->file, &scope_classes_iris, fixture->cancellable, loaded_cb, fixture);
}

/* --- Files */

static void
test_file (Fixture *fixture, gconstpointer data)
{
  static const char text[] = HEADER "1,2,3,1\n4,5,6,virginica\n";
  g_autoptr (GTask) load = NULL;
  ScopeRowsProgress progress;

  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
  load = start (fixture);
  wait (fixture);
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (fixture->loaded->rows->len, ==, 2);
  g_assert_cmpuint (g_array_index (fixture->loaded->rows, ScopeBatchRow, 1).observed, ==, 2);
  scope_rows_load_get_progress (load, &progress);
  g_assert_cmpuint (progress.size, ==, strlen (text));
  g_assert_cmpuint (progress.n_bytes, ==, strlen (text));
  g_assert_cmpuint (progress.n_rows, ==, 2);
}

static void
test_bad_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GTask) load = NULL;

  g_assert_true (g_file_set_contents (fixture->path, HEADER "1,2,x,1\n1,2,3,\xe2\x80\xae\n", -1, NULL));
  load = start (fixture);
  wait (fixture);
  g_assert_no_error (fixture->error);
  g_assert_null (fixture->loaded->rows);
  g_assert_cmpuint (fixture->loaded->n_errors, ==, 2);
  g_assert_true (
    g_str_has_prefix (g_ptr_array_index (fixture->loaded->errors, 0), "rows.csv:2: column z3: “x”"));
}

static void
test_no_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GTask) load = start (fixture);

  wait (fixture);
  g_assert_null (fixture->loaded);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GTask) load
    = scope_rows_load_file (folder, &scope_classes_iris, fixture->cancellable, loaded_cb, fixture);

  wait (fixture);
  g_assert_null (fixture->loaded);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
}

static void
test_name (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/a\xff\x1b[1m.csv");
  g_autofree char *name = scope_rows_load_name (file);

  g_assert_true (g_utf8_validate (name, -1, NULL));
  g_assert_nonnull (strstr (name, "\\u{001b}[1m.csv"));
  g_assert_null (strchr (name, '/'));
}

/* What has no place at all has no name either. */
static void
test_no_name (void)
{
  g_autoptr (GFile) file = g_file_new_for_uri ("%zz");
  g_autofree char *base = g_file_get_basename (file), *name = scope_rows_load_name (file);

  g_assert_null (base);
  g_assert_cmpstr (name, ==, "");
}

/* --- Pipes */

/* What is written without end, and what comes of it. */
typedef struct
{
  const char *name, *text;
  guint n_errors;
  const char *first; /* of the errors */
} Endless;

static const Endless endless[] = {
  { "rows", "1,2,3,1\n4,5,6,2\n", 1, "rows.csv:100002: one row too many; up to 100000 are allowed here" },
  { "blank-lines", "\n\n\n\n\n\n\n\n", 1,
    "rows.csv:2: more than 33554432 bytes of blank lines; fewer are allowed, at the end alone" },
  { "errors", "# no row\n", SCOPE_OBSERVATIONS_MOST_COUNTED, "rows.csv:2: 1 field; the header has 4" },
};

typedef struct
{
  const char *path, *text;
} Writing;

/* Until nobody reads it any more. Who takes more than this never stops. */
#define MOST_TAKEN (64 << 20)
#define CHUNK (64 << 10)

static gpointer
write_forever (gpointer data)
{
  const Writing *writing = data;
  int fd = g_open (writing->path, O_WRONLY | O_CLOEXEC, 0);
  g_autoptr (GString) chunk = g_string_new (NULL);
  gssize n;

  while (chunk->len < CHUNK)
    g_string_append (chunk, writing->text);
  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, HEADER, strlen (HEADER)), >, 0);
  for (gssize taken = 0; (n = write (fd, chunk->str, chunk->len)) > 0; taken += n)
    g_assert_cmpint (taken, <, MOST_TAKEN);
  close (fd);
  return NULL;
}

/* A pipe need not end: what it gives is refused as soon as it is too much. */
static void
test_endless (Fixture *fixture, gconstpointer data)
{
  const Endless *row = data;
  Writing writing = { fixture->path, row->text };
  g_autoptr (GTask) load = NULL;
  GThread *writer;

  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  writer = g_thread_new ("writer", write_forever, &writing);
  load = start (fixture);
  wait (fixture);
  g_thread_join (writer);
  g_assert_null (fixture->loaded->rows);
  g_assert_cmpuint (fixture->loaded->n_errors, ==, row->n_errors);
  g_assert_cmpstr (g_ptr_array_index (fixture->loaded->errors, 0), ==, row->first);
}

/* Each row that a slow pipe gives is counted, and a cancellation does not wait for the next one. */
static void
test_slow (Fixture *fixture, gconstpointer data)
{
  static const char text[] = HEADER "1,2,3,1\n4,5,6,2\n7,8,9,3\n";
  g_autoptr (GTask) load = NULL;
  ScopeRowsProgress progress = { 0 };
  int fd;

  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  load = start (fixture);
  fd = g_open (fixture->path, O_WRONLY | O_CLOEXEC, 0);
  g_assert_cmpint (write (fd, text, strlen (text)), ==, (gssize) strlen (text));
  while (progress.n_rows < 3)
    {
      g_usleep (1000);
      scope_rows_load_get_progress (load, &progress);
    }
  g_assert_cmpuint (progress.size, ==, 0);
  g_assert_cmpuint (progress.n_bytes, ==, strlen (text));
  g_assert_false (fixture->ended);
  g_cancellable_cancel (fixture->cancellable);
  wait (fixture);
  g_assert_null (fixture->loaded);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  close (fd);
}

/* Even where the thread hangs because nobody writes. */
static void
test_hanging (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GTask) load = NULL;
  int fd;

  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  load = start (fixture);
  g_cancellable_cancel (fixture->cancellable);
  wait (fixture);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  /* Sends the thread home, if it hangs already. */
  fd = g_open (fixture->path, O_WRONLY | O_NONBLOCK | O_CLOEXEC, 0);
  if (fd >= 0)
    close (fd);
}

/* --- Text */

static void
test_text (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GTask) load = scope_rows_load_text ("1,5\t2\t3\tSetosa\n1\t2\t3\t3\n", &scope_classes_iris,
                                                 fixture->cancellable, loaded_cb, fixture);

  wait (fixture);
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (fixture->loaded->rows->len, ==, 2);
  g_assert_cmpfloat (g_array_index (fixture->loaded->rows, ScopeBatchRow, 0).a[0], ==, 1.5);
}

static void
test_bad_text (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GTask) load
    = scope_rows_load_text ("1\t2\t3\tRosa\n", &scope_classes_iris, fixture->cancellable, loaded_cb, fixture);

  wait (fixture);
  g_assert_true (g_str_has_prefix (g_ptr_array_index (fixture->loaded->errors, 0),
                                   "pasted text:1: column observed: “Rosa” is no class"));
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  /* A pipe that is read no further is no reason to die. */
  signal (SIGPIPE, SIG_IGN);
  g_test_init (&argc, &argv, NULL);
  add ("/rows-import/file", test_file);
  add ("/rows-import/bad-file", test_bad_file);
  add ("/rows-import/no-file", test_no_file);
  add ("/rows-import/folder", test_folder);
  g_test_add_func ("/rows-import/name", test_name);
  g_test_add_func ("/rows-import/no-name", test_no_name);
  for (guint i = 0; i < G_N_ELEMENTS (endless); i++)
    {
      g_autofree char *path = g_strconcat ("/rows-import/endless-", endless[i].name, NULL);

      g_test_add (path, Fixture, &endless[i], set_up, test_endless, tear_down);
    }
  add ("/rows-import/slow", test_slow);
  add ("/rows-import/hanging", test_hanging);
  add ("/rows-import/text", test_text);
  add ("/rows-import/bad-text", test_bad_text);
  return g_test_run ();
}
