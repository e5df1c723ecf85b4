/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "escape.h"

#include <string.h>

#include "file.h"

static void
test_text (void)
{
  static const char text[] = " \xc2\xa0\xe2\x80\xaf\xe3\x80\x80 \xe2\x81\xa6\xe2\x80\x8f";
  g_autofree char *long_text = g_strnfill (500, 'a');
  g_autofree char *cut = scope_escape (long_text, 500);
  g_autofree char *whole = scope_escape_whole (long_text);
  g_autofree char *strange = scope_escape ("a\x1b\xff\x7f<b>\n", 8);
  g_autofree char *cut_off = scope_escape ("a\0\xe2\x82", 4);
  g_autofree char *blanks = scope_escape (text, strlen (text));
  g_autofree char *plain = scope_escape_whole ("β₃ − “é” ● 花");

  g_assert_cmpint (g_utf8_strlen (cut, -1), ==, 201);
  g_assert_cmpstr (whole, ==, long_text);
  g_assert_cmpstr (strange, ==, "a\\u{001b}\\x{ff}\\u{007f}<b>\\u{000a}");
  g_assert_cmpstr (cut_off, ==, "a\\x{00}\\x{e2}\\x{82}");
  g_assert_cmpstr (blanks, ==, " \\u{00a0}\\u{202f}\\u{3000} \\u{2066}\\u{200f}");
  g_assert_cmpstr (plain, ==, "β₃ − “é” ● 花");
}

static void
test_paths (void)
{
  g_autofree char *path = scope_escape_whole ("/a\x1b[2J/b\xff\xe2\x80\xae.csv");
  g_autofree char *base = scope_escape_basename ("/a\x1b[2J/b\xff\xe2\x80\xae.csv");

  g_assert_cmpstr (path, ==, "/a\\u{001b}[2J/b\\x{ff}\\u{202e}.csv");
  g_assert_cmpstr (base, ==, "b\\x{ff}\\u{202e}.csv");
}

/* What the writer of files says goes into windows and terminals. */
static void
test_file (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a", 1);
  g_autoptr (GError) error = NULL;

  g_assert_false (scope_file_write ("/no\x1b[2J\n/such", bytes, &error));
  g_assert_true (g_str_has_prefix (error->message, "/no\\u{001b}[2J\\u{000a}/such cannot be written"));
}

int
main (int argc, char **argv)
{
  scope_file_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/escape/text", test_text);
  g_test_add_func ("/escape/paths", test_paths);
  g_test_add_func ("/escape/file", test_file);
  return g_test_run ();
}
