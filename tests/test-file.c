/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "folder.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "ending.h"

static void
test_new_and_old (void)
{
  g_autofree char *path = in_folder ("a.txt");
  mode_t before = umask (027);

  g_assert_true (write_text (path, "one", NULL));
  assert_content (path, "one");
  g_assert_cmpint (mode_of (path), ==, 0640);
  umask (before);
  g_chmod (path, 0604);
  g_assert_true (write_text (path, "two", NULL));
  assert_content (path, "two");
  g_assert_cmpint (mode_of (path), ==, 0604);
  g_assert_cmpuint (count_files (), ==, 1);
  empty_folder ();
}

static void
test_links (void)
{
  g_autofree char *target = in_folder ("target");
  g_autofree char *link_to = in_folder ("link");
  g_autofree char *dangling = in_folder ("dangling");
  g_autofree char *later = in_folder ("later");
  g_autofree char *loop = in_folder ("loop");
  g_autoptr (GError) error = NULL;

  g_assert_true (write_text (target, "old", NULL));
  g_assert_cmpint (symlink ("target", link_to), ==, 0);
  g_assert_true (write_text (link_to, "new", NULL));
  g_assert_true (g_file_test (link_to, G_FILE_TEST_IS_SYMLINK));
  assert_content (target, "new");
  g_assert_cmpint (symlink ("later", dangling), ==, 0);
  g_assert_true (write_text (dangling, "made", NULL));
  assert_content (later, "made");
  g_assert_cmpint (symlink ("loop", loop), ==, 0);
  g_assert_false (write_text (loop, "x", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_LOOP);
  empty_folder ();
}

static void
test_refuses (void)
{
  g_autofree char *path = in_folder ("locked");
  g_autofree char *missing = in_folder ("no/such/folder.png");
  g_autofree char *slash = g_strconcat (folder, "/new/", NULL);
  g_autoptr (GError) read_only = NULL, no_folder = NULL, is_folder = NULL;

  g_assert_true (write_text (path, "kept", NULL));
  g_chmod (path, 0444);
  g_assert_false (write_text (path, "lost", &read_only));
  g_assert_error (read_only, G_FILE_ERROR, G_FILE_ERROR_ACCES);
  g_assert_nonnull (strstr (read_only->message, path));
  g_assert_nonnull (strstr (read_only->message, "read-only"));
  assert_content (path, "kept");
  g_assert_false (write_text (missing, "x", &no_folder));
  g_assert_error (no_folder, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_false (write_text (slash, "x", NULL));
  g_assert_false (write_text (folder, "x", &is_folder));
  g_assert_error (is_folder, G_FILE_ERROR, G_FILE_ERROR_ISDIR);
  g_assert_cmpuint (count_files (), ==, 1);
  empty_folder ();
}

/* A folder that nothing may be added to. Root may, so this proves itself as nobody alone. */
static void
test_read_only_folder (void)
{
  g_autofree char *path = in_folder ("a"), *other = in_folder ("b");
  g_autoptr (GBytes) bytes = new_bytes ("new");
  g_autoptr (GError) error = NULL, none = NULL;

  g_assert_true (write_text (path, "kept", NULL));
  g_chmod (folder, 0555);
  if (geteuid () != 0)
    {
      g_assert_false (write_text (path, "lost", &error));
      g_assert_error (error, SCOPE_FILE_ERROR, SCOPE_FILE_ERROR_ONLY_IN_PLACE);
      assert_content (path, "kept");
      g_assert_true (scope_file_write_full (path, bytes, SCOPE_FILE_IN_PLACE, NULL, NULL));
      assert_content (path, "new");
      g_assert_false (write_text (other, "new", &none));
      g_assert_error (none, G_FILE_ERROR, G_FILE_ERROR_ACCES);
    }
  g_chmod (folder, 0755);
  empty_folder ();
}

static void
test_devices (void)
{
  g_autofree char *fifo = in_folder ("fifo");
  g_autoptr (GError) error = NULL;
  char text[8] = "";
  int reader;

  g_assert_true (write_text ("/dev/null", "gone", NULL));
  g_assert_false (write_text ("/dev/full", "x", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC);

  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  reader = g_open (fifo, O_RDONLY | O_NONBLOCK, 0);
  g_assert_true (write_text (fifo, "through", NULL));
  g_assert_cmpint (read (reader, text, 7), ==, 7);
  g_assert_cmpstr (text, ==, "through");
  close (reader);
  g_assert_cmpuint (count_files (), ==, 1);
  empty_folder ();
}

/* Where a name stands for what is open, that is written, where it stands: what is there stays. */
static void
test_descriptors (void)
{
  static const char *const folders[] = { "/dev/fd", "/proc/self/fd", "/proc/thread-self/fd" };
  g_autofree char *path = in_folder ("a"), *link_to = in_folder ("link");
  g_autoptr (GError) closed = NULL, foreign = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    for (int append = 0; append < 2; append++)
      {
        int fd = open (path, O_WRONLY | O_CREAT | O_TRUNC | (append ? O_APPEND : 0), 0600);
        g_autofree char *name = g_strdup_printf ("%s/%d", folders[i], fd);

        g_assert_cmpint (write (fd, "header\n", 7), ==, 7);
        if (append)
          g_assert_cmpint (lseek (fd, 0, SEEK_SET), ==, 0);
        g_assert_true (write_text (name, "one ", NULL));
        g_assert_cmpint (symlink (name, link_to), ==, 0);
        g_assert_true (write_text (link_to, "two", NULL));
        assert_content (path, "header\none two");
        g_assert_cmpint (g_unlink (link_to), ==, 0);
        close (fd);
        g_assert_false (write_text (name, "x", NULL));
      }
  g_assert_false (write_text ("/dev/fd/99999999999", "x", &closed));
  g_assert_false (write_text ("/proc/1/fd/1", "x", &foreign));
  g_assert_nonnull (strstr (foreign->message, "it belongs to another process"));
  g_assert_cmpuint (count_files (), ==, 1);
  empty_folder ();
}

/* Digits alone make no descriptor, in whatever folder, nor does all that lies in /proc. */
static void
test_number_as_name (void)
{
  static const char *const names[] = { ".", "fd", "task/12/fd", "a/12/fd" };
  g_autofree char *number = g_strdup_printf ("%s/%d%u", g_get_tmp_dir (), getpid (), g_random_int ());
  g_autofree char *own = g_build_filename (number, "fd", NULL), *one = g_build_filename (own, "1", NULL);
  static const char *const others[] = { "/proc/self/fdinfo/1", "/proc/sys/kernel/1", "/proc/sys/fd/1" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *inside = in_folder (names[i]), *path = g_build_filename (inside, "1", NULL);

      g_assert_cmpint (g_mkdir_with_parents (inside, 0700), ==, 0);
      g_assert_true (write_text (path, "one", NULL));
      assert_content (path, "one");
    }
  empty_folder ();
  g_assert_cmpint (g_mkdir_with_parents (own, 0700), ==, 0);
  g_assert_true (write_text (one, "one", NULL));
  assert_content (one, "one");
  remove_folder (number);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (write_text (others[i], "x", &error));
      g_assert_null (strstr (error->message, "another process"));
    }
}

/* Where nothing may be replaced, nothing is; and nobody waits for a FIFO's reader. */
static void
test_flags (void)
{
  g_autofree char *path = in_folder ("a"), *fifo = in_folder ("fifo");
  g_autoptr (GBytes) bytes = new_bytes ("new");
  g_autoptr (GError) there = NULL, unread = NULL;

  g_assert_true (scope_file_write_full (path, bytes, SCOPE_FILE_NEW, NULL, NULL));
  assert_content (path, "new");
  g_assert_true (write_text (path, "old", NULL));
  g_assert_false (scope_file_write_full (path, bytes, SCOPE_FILE_NEW, NULL, &there));
  g_assert_error (there, G_FILE_ERROR, G_FILE_ERROR_EXIST);
  assert_content (path, "old");

  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  g_assert_false (scope_file_write_full (fifo, bytes, SCOPE_FILE_NO_WAIT, NULL, &unread));
  g_assert_nonnull (strstr (unread->message, "nobody reads from it"));
  empty_folder ();
}

/* A name's ending, capitals or not. */
static void
test_endings (void)
{
  static const char *const endings[] = { "png", "svg", NULL };
  static const struct
  {
    const char *name;
    int found;
  } rows[] = {
    { "two.png", 0 }, { "a/b.c/two.SVG", 1 }, { "three", -1 },  { "three.", -1 },   { ".png", -1 },
    { "a/.svg", -1 }, { "folder.png/x", -1 }, { "a.svgz", -1 }, { "a.png.svg", 1 }, { "png", -1 },
  };
  g_autofree char *three = scope_ending_add ("three", "png"), *dot = scope_ending_add ("a.", "svg");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (scope_ending_find (rows[i].name, endings), ==, rows[i].found);
  g_assert_cmpstr (three, ==, "three.png");
  g_assert_cmpstr (dot, ==, "a.svg");
}

/* Name and format agree, whatever was chosen and typed. */
static void
test_settled_names (void)
{
  static const char *const endings[] = { "png", "svg", NULL };
  static const struct
  {
    const char *typed;
    guint chosen;
    const char *name;
    guint format;
  } rows[] = {
    { "two.png", 1, "two.png", 0 }, { "two.PNG", 1, "two.PNG", 0 },     { "two.svg", 1, "two.svg", 1 },
    { "three", 1, "three.svg", 1 }, { "three", 0, "three.png", 0 },     { "three.", 0, "three.png", 0 },
    { "v1.2", 1, "v1.2.svg", 1 },   { "a.jpg", 0, "a.jpg.png", 0 },     { "a.png/b", 1, "a.png/b.svg", 1 },
    { ".svg", 1, ".svg.svg", 1 },   { "a.png.svg", 0, "a.png.svg", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint format = rows[i].chosen;
      g_autofree char *name = scope_ending_settle (rows[i].typed, endings, &format);

      g_assert_cmpstr (name, ==, rows[i].name);
      g_assert_cmpuint (format, ==, rows[i].format);
      g_assert_cmpint (scope_ending_find (name, endings), ==, (int) format);
    }
}

/* A limit on file sizes stands in for a full disk. */
static void
test_full_disk (void)
{
  g_autofree char *path = in_folder ("a");
  g_autofree char *large = g_strnfill (100000, 'x');
  struct rlimit before, limit;
  g_autoptr (GError) error = NULL;

  g_assert_true (write_text (path, "kept", NULL));
  getrlimit (RLIMIT_FSIZE, &before);
  limit = (struct rlimit) { 4096, before.rlim_max };
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (write_text (path, large, &error));
  setrlimit (RLIMIT_FSIZE, &before);
  g_assert_nonnull (error);
  assert_content (path, "kept");
  g_assert_cmpuint (count_files (), ==, 1);
  empty_folder ();
}

static void
write_for_ever (const char *path, const char *text)
{
  for (;;)
    write_text (path, text, NULL);
}

/* Killed at any moment: the old file or the new one, whole, and nothing else. */
static void
test_kill (void)
{
  const char *from_outside = g_getenv ("SCOPE_KILLS");
  int kills = from_outside != NULL ? atoi (from_outside) : 40;
  g_autofree char *path = in_folder ("a");
  g_autofree char *old = g_strnfill (300000, 'o');
  g_autofree char *new = g_strnfill (300000, 'n');
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  for (int i = 0; i < kills; i++)
    {
      g_autofree char *text = NULL;
      pid_t child;

      g_assert_true (write_text (path, old, NULL));
      child = fork ();
      if (child == 0)
        write_for_ever (path, new);
      g_usleep ((gulong) g_rand_int_range (random, 0, 4000));
      kill (child, SIGKILL);
      while (waitpid (-1, NULL, 0) > 0)
        continue;
      g_assert_cmpuint (count_files (), ==, 1);
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_assert_true (g_str_equal (text, old) || g_str_equal (text, new));
    }
  empty_folder ();
}

/* Two programs at once never sweep each other's work away. */
static void
test_two_writers (void)
{
  g_autofree char *one = in_folder ("one");
  g_autofree char *two = in_folder ("two");
  pid_t child = fork ();

  if (child == 0)
    {
      gboolean fine = TRUE;

      for (int i = 0; i < 100; i++)
        fine = write_text (one, "child", NULL) && fine;
      _exit (fine ? 0 : 1);
    }

  int status;
  for (int i = 0; i < 100; i++)
    g_assert_true (write_text (two, "parent", NULL));
  waitpid (child, &status, 0);
  g_assert_cmpint (status, ==, 0);
  assert_content (one, "child");
  assert_content (two, "parent");
  empty_folder ();
}

int
main (int argc, char **argv)
{
  begin_in_folder (&argc, &argv);
  /* What a killed child has started is waited for. */
  prctl (PR_SET_CHILD_SUBREAPER, 1);
  g_test_add_func ("/file/new-and-old", test_new_and_old);
  g_test_add_func ("/file/links", test_links);
  g_test_add_func ("/file/refuses", test_refuses);
  g_test_add_func ("/file/read-only-folder", test_read_only_folder);
  g_test_add_func ("/file/devices", test_devices);
  g_test_add_func ("/file/descriptors", test_descriptors);
  g_test_add_func ("/file/number-as-name", test_number_as_name);
  g_test_add_func ("/file/flags", test_flags);
  g_test_add_func ("/file/endings", test_endings);
  g_test_add_func ("/file/settled-names", test_settled_names);
  g_test_add_func ("/file/full-disk", test_full_disk);
  g_test_add_func ("/file/kill", test_kill);
  g_test_add_func ("/file/two-writers", test_two_writers);
  return run_in_folder ();
}
