/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "class-names.h"

#include <string.h>

/* Of the longest that there is, "a" and of four bytes each, and one character more. */
#define TEN "aaaaaaaaaa"
#define SIXTY TEN TEN TEN TEN TEN TEN
#define FIVE_WIDE "𝛼𝛼𝛼𝛼𝛼"
#define SIXTY_WIDE                                                                                           \
  FIVE_WIDE FIVE_WIDE FIVE_WIDE FIVE_WIDE FIVE_WIDE FIVE_WIDE FIVE_WIDE FIVE_WIDE FIVE_WIDE FIVE_WIDE        \
    FIVE_WIDE FIVE_WIDE

#define EMPTY "A class needs a name"
#define LONG "A class’s name has 60 characters at most"
#define CONTROL "A class’s name has no control characters"
#define NUMBER "A number is no name of a class"
#define NO_TEXT "A class’s name is no text in UTF-8"
#define TWICE "Two classes have the same name"
#define THREE "There are three classes: three names are needed"

/* As they are, but for blanks around them. */
static void
test_taken (void)
{
  static const char *const texts[][2] = {
    { "cat", "cat" },
    { " a  dog\t", "a  dog" },
    { "\u00a0\u3000猫\u2003", "猫" },
    { "e", "e" },
    { "ln 2", "ln 2" },
    { "C++", "C++" },
    { "2 cats", "2 cats" },
    { "<b>*_x_*</b> & \"it\"; 100 %s", "<b>*_x_*</b> & \"it\"; 100 %s" },
    { "חתול", "חתול" },
    { "می\u200cخواهم", "می\u200cخواهم" },
    { "👩\u200d🔬", "👩\u200d🔬" },
    { "all", "all" },
    { SIXTY, SIXTY },
    { SIXTY_WIDE, SIXTY_WIDE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
      {
        ScopeClasses classes = scope_classes_iris;

        g_assert_cmpstr (scope_class_names_set_one (&classes, k, texts[i][0]), ==, NULL);
        g_assert_cmpstr (classes.name[k], ==, texts[i][1]);
        for (unsigned other = 0; other < 2; other++)
          {
            unsigned j = scope_classes_beside (k, other);

            g_assert_cmpuint (j, !=, k);
            g_assert_cmpstr (classes.name[j], ==, scope_classes_iris.name[j]);
          }
        g_assert_false (scope_classes_equal (&classes, &scope_classes_iris));
      }
}

/* With what is wrong about them; nothing changes. */
static void
test_refused (void)
{
  static const char *const texts[][2] = {
    { "", EMPTY },
    { " \t\n", EMPTY },
    { "\u200d", EMPTY },
    { "\u0301", EMPTY },
    { SIXTY "a", LONG },
    { SIXTY_WIDE "a", LONG },
    { "a\nb", CONTROL },
    { "a\tb", CONTROL },
    { "\x1b[31m", CONTROL },
    { "a\x7f", CONTROL },
    { "a\xc2\x85"
      "b",
      CONTROL },
    { "a\u2028b", CONTROL },
    { "a\u202eb", CONTROL },
    { "\u2066a", CONTROL },
    { "a\u200b", CONTROL },
    { "a\ufeff", CONTROL },
    { "a\uffff", CONTROL },
    { "a\ufdd0", CONTROL },
    { "1", NUMBER },
    { "3", NUMBER },
    { "-1.5", NUMBER },
    { "−2", NUMBER },
    { "1e999", NUMBER },
    { "1/3", NUMBER },
    { ".5", NUMBER },
    { "a\xff", NO_TEXT },
    { "\xed\xa0\x80", NO_TEXT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
      {
        ScopeClasses classes = scope_classes_iris;

        g_test_message ("%u: %s", i, texts[i][1]);
        g_assert_cmpstr (scope_class_names_set_one (&classes, k, texts[i][0]), ==, texts[i][1]);
        g_assert_true (scope_classes_equal (&classes, &scope_classes_iris));
      }
}

/* What a reader of rows, or an eye, would not tell apart. */
static void
test_twice (void)
{
  static const char *const pairs[][2] = {
    { "cat", "cat" }, { "cat", "CAT" }, { "cat", " cat " }, { "Ö", "ö" }, { "é", "e\u0301" }, { "ﬁ", "fi" },
  };
  ScopeClasses classes = scope_classes_iris;

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
      {
        const char *texts[SCOPE_N_CLASSES];

        texts[k] = "bird";
        texts[scope_classes_beside (k, 0)] = pairs[i][0];
        texts[scope_classes_beside (k, 1)] = pairs[i][1];
        g_assert_cmpstr (scope_class_names_set (&classes, texts), ==, TWICE);
        g_assert_true (scope_classes_equal (&classes, &scope_classes_iris));
      }
  g_assert_cmpstr (scope_class_names_set_one (&classes, 0, "virginica"), ==, TWICE);
  /* Its own name in another case is another's no more than before. */
  g_assert_cmpstr (scope_class_names_set_one (&classes, 0, "SETOSA"), ==, NULL);
  g_assert_cmpstr (classes.name[0], ==, "SETOSA");
}

static void
test_lists (void)
{
  static const char *const wrong[][2] = {
    { "", THREE },
    { "cat", THREE },
    { "cat,dog", THREE },
    { "cat,dog,bird,fish", THREE },
    { "cat,dog,", EMPTY },
    { "cat,,dog", EMPTY },
    { "1,2,3", NUMBER },
    { "cat;dog", THREE },
    { "cat,cat,dog", TWICE },
  };
  ScopeClasses classes = scope_classes_iris;

  g_assert_cmpstr (scope_class_names_set_list (&classes, "cat, dog,bird"), ==, NULL);
  g_assert_cmpstr (classes.name[0], ==, "cat");
  g_assert_cmpstr (classes.name[1], ==, "dog");
  g_assert_cmpstr (classes.name[2], ==, "bird");
  /* Those that there are may change places. */
  g_assert_cmpstr (scope_class_names_set_list (&classes, "bird,cat,dog"), ==, NULL);
  g_assert_cmpstr (classes.name[0], ==, "bird");
  g_assert_cmpstr (scope_class_names_set_list (&classes, "cat, big;dog;bird"), ==, NULL);
  g_assert_cmpstr (classes.name[0], ==, "cat, big");
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      ScopeClasses before = classes;

      g_assert_cmpstr (scope_class_names_set_list (&classes, wrong[i][0]), ==, wrong[i][1]);
      g_assert_true (scope_classes_equal (&classes, &before));
    }
}

/* By name or number. */
static void
test_find (void)
{
  static const char *const found[][2] = { { "cat", "1" }, { "CAT", "1" }, { "ÖL", "3" }, { "Öl", "3" } },
                           *const none[] = { "", "öl", "ca", "cats", "0", "4", "11", " cat" };
  ScopeClasses classes = scope_classes_iris;
  g_autofree char *list = NULL;
  unsigned k, number;

  g_assert_null (scope_class_names_set_list (&classes, "cat,dog,Öl"));
  for (guint i = 0; i < G_N_ELEMENTS (found); i++)
    {
      g_assert_true (scope_class_names_find (&classes, found[i][0], &k));
      g_assert_true (scope_class_names_find (&classes, found[i][1], &number));
      g_assert_cmpuint (k, ==, number);
    }
  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    g_assert_false (scope_class_names_find (&classes, none[i], &k));
  list = scope_class_names_list (&classes);
  g_assert_cmpstr (list, ==, "cat, dog, Öl, 1, 2, 3");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/class-names/taken", test_taken);
  g_test_add_func ("/class-names/refused", test_refused);
  g_test_add_func ("/class-names/twice", test_twice);
  g_test_add_func ("/class-names/lists", test_lists);
  g_test_add_func ("/class-names/find", test_find);
  return g_test_run ();
}
