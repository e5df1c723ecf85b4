/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The lectures that come with the program: what is in them, that each step has room on any screen, and that no
 * words tell what is hidden. */

#include "document-write.h"
#include "lectures.h"

#include "figure-missing.h"
#include "hidden.h"
#include "roles.h"
#include "stage-words.h"

#define LEAST_STEPS 8
#define MOST_STEPS 16
#define MOST_WORDS 80

static ScopeFonts *fonts;

/* --- What is in them */

static guint
count_words (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  return g_strv_length (words);
}

static void
check_step (const ScopeDocument *document, guint i)
{
  const ScopeDocumentStep *step = scope_document_get_step (document, i);
  g_autofree char *said = NULL;
  TestStep shown;

  test_step_fill (&shown, document, i);
  said = scope_stage_words_say (&shown.figure);
  g_test_message ("%u: %s", i + 1, said);
  g_assert_cmpstr (step->title, !=, "");
  /* Notes are plain text. */
  g_assert_cmpstr (step->notes, !=, "");
  g_assert_null (strpbrk (step->notes, "*<>"));
  g_assert_cmpuint (count_words (said), <=, MOST_WORDS);
  /* Where a descent is shown, b₃ is where it leads. */
  g_assert_true (shown.figure.trail.n == 0
                 || shown.figure.trail.b[shown.figure.trail.at] == shown.figure.parameters.b);
}

/* A question, or what is hidden, comes before what answers it. */
static void
test_lectures_shape (void)
{
  for (guint l = 0; l < TEST_N_LECTURES; l++)
    {
      g_autoptr (ScopeDocument) document = test_lecture_read (l);
      g_autofree char *text = scope_document_write (document);
      g_autoptr (ScopeDocument) again = scope_document_read (text, strlen (text), "again", NULL);
      guint n_asked = 0;

      g_assert_true (again != NULL && scope_document_equal (document, again));
      g_assert_cmpstr (document->title, !=, "");
      g_assert_cmpuint (document->minutes, >, 0);
      g_assert_cmpuint (document->steps->len, >=, LEAST_STEPS);
      g_assert_cmpuint (document->steps->len, <=, MOST_STEPS);
      for (guint i = 0; i < document->steps->len; i++)
        {
          const ScopeDocumentStep *step = scope_document_get_step (document, i);

          check_step (document, i);
          for (guint k = 0; k < SCOPE_MOST_SENTENCES && step->sentences[k].text != NULL; k++)
            if (strchr (step->sentences[k].text, '?') != NULL)
              {
                n_asked++;
                break;
              }
        }
      g_assert_cmpuint (2 * n_asked, >=, document->steps->len);
      g_assert_cmpuint (scope_document_get_step (document, document->steps->len - 1)->look.scenario.hide, ==,
                        0);
    }
}

/* Which of its hidden quantities Next reveals. */
static unsigned
find_revealed (const ScopeDocumentLook *look)
{
  unsigned all = 0;

  for (guint i = 0; i < look->n_reveal; i++)
    all |= look->reveal[i];
  return all & look->scenario.hide;
}

/* What a class has seen is not hidden from it again as long as nothing else has changed; and where something is hidden
 * the step says what Next reveals of it. */
static void
test_lectures_reveals (void)
{
  for (guint l = 0; l < TEST_N_LECTURES; l++)
    {
      g_autoptr (ScopeDocument) document = test_lecture_read (l);
      guint n = 0;

      for (guint i = 0; i < document->steps->len; i++)
        {
          const ScopeDocumentLook *look = &scope_document_get_step (document, i)->look;
          unsigned revealed = find_revealed (look);

          g_test_message ("%s, step %u: %x of %x", test_lectures[l], i + 1, revealed, look->scenario.hide);
          g_assert_true (look->scenario.hide == 0 || look->n_reveal > 0);
          n += revealed != 0;
          if (i + 1 == document->steps->len)
            continue;
          if (memcmp (&look->scenario.parameters,
                      &scope_document_get_step (document, i + 1)->look.scenario.parameters,
                      sizeof look->scenario.parameters)
              == 0)
            g_assert_cmphex (revealed & scope_document_get_step (document, i + 1)->look.scenario.hide, ==, 0);
        }
      g_assert_cmpuint (n, >, 0);
    }
}

/* --- Room */

static void
check_scene (const ScopeScene *scene, const char *where)
{
  double width = scope_scene_get_width (scene), height = scope_scene_get_height (scene);

  for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
    {
      const ScopeItem *item = scope_scene_get_item (scene, i);
      ScopeRect rect;

      if (item->line == NULL)
        continue;
      scope_scene_get_bounds (scene, item, &rect);
      if (rect.x < -1 || rect.y < -1 || rect.x + rect.width > width + 1 || rect.y + rect.height > height + 1)
        g_error ("%s: “%s” is cut off", where, scope_line_get_text (item->line));
      if (item->role == &scope_role_caption && g_str_has_suffix (scope_line_get_text (item->line), "…"))
        g_error ("%s: “%s” has no room", where, scope_line_get_text (item->line));
    }
}

/* As it is written, and with all that is hidden revealed. */
static void
test_lectures_room (void)
{
  static const double sizes[][2] = { { 1024, 768 }, { 1920, 1080 } };

  for (guint l = 0; l < TEST_N_LECTURES; l++)
    {
      g_autoptr (ScopeDocument) document = test_lecture_read (l);

      for (guint i = 0; i < 4 * document->steps->len; i++)
        {
          g_autoptr (ScopeScene) scene = NULL;
          g_autofree char *missing = NULL;
          g_autofree char *where = NULL;
          TestStep shown;

          test_step_fill (&shown, document, i / 4);
          shown.figure.width_px = sizes[i % 2][0];
          shown.figure.height_px = sizes[i % 2][1];
          if (i / 2 % 2)
            shown.figure.hide = 0;
          where = g_strdup_printf ("%s, step %u, %g × %g", test_lectures[l], i / 4 + 1, shown.figure.width_px,
                                   shown.figure.height_px);
          scene = test_build (fonts, &shown.figure);
          missing = scope_part_names (scope_figure_missing (&shown.figure, scene));
          if (missing[0] != '\0')
            g_error ("%s: no room for %s", where, missing);
          check_scene (scene, where);
        }
    }
}

/* --- What is hidden is not said */

static void
test_lectures_secret (void)
{
  static const char *const answers[] = {
    "falls",   "rises",       "worse than a guess.", "better than a guess.", "Up:", "Down:", "It is the same",
    "By one:", "Minus times", "lies above"
  };

  for (guint l = 0; l < TEST_N_LECTURES; l++)
    {
      g_autoptr (ScopeDocument) document = test_lecture_read (l);

      for (guint i = 0; i < document->steps->len; i++)
        {
          g_autofree char *said = NULL;
          TestStep shown;

          test_step_fill (&shown, document, i);
          shown.figure.hide = SCOPE_QUANTITY_ALL;
          shown.figure.show &= ~(unsigned) SCOPE_SHOW_TANGENT;
          said = scope_stage_words_say (&shown.figure);
          for (guint n = 0; n < G_N_ELEMENTS (answers); n++)
            if (strstr (said, answers[n]) != NULL && strstr (said, "falls for ever") == NULL
                && strstr (said, "p falls") == NULL && strstr (said, "Which side") == NULL)
              g_error ("%s, step %u tells: %s", test_lectures[l], i + 1, said);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fonts = test_fonts ();
  g_test_add_func ("/lectures/shape", test_lectures_shape);
  g_test_add_func ("/lectures/reveals", test_lectures_reveals);
  g_test_add_func ("/lectures/room", test_lectures_room);
  g_test_add_func ("/lectures/secret", test_lectures_secret);
  return test_run (fonts);
}
