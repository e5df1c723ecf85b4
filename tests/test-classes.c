/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What classes are called, wherever a figure says it. */

#include <locale.h>

#include "common.h"
#include "figure-spoken.h"
#include "parts.h"
#include "roles.h"
#include "scenes.h"
#include "speech.h"
#include "stage-words.h"

static ScopeFonts *fonts;

/* As wide as those of the start: whatever has room for these has room for them. */
static const ScopeClasses others = { { "Sotesa", "Virsecolor", "Vigirnica" } };

/* All that is written and said of a figure, a line each. */
static char *
new_text (const ScopeFigure *figure)
{
  g_autoptr (ScopeScene) scene = test_build (fonts, figure);
  g_autofree char *spoken = scope_figure_spoken_picture (figure, scene);
  g_autofree char *step = scope_stage_words_say (figure);
  GString *text = g_string_new (spoken);

  g_string_append_printf (text, "\n%s\n", step);
  for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
    {
      const ScopeItem *item = scope_scene_get_item (scene, i);

      if (item->line != NULL)
        g_string_append_printf (text, "%s\n", scope_line_get_text (item->line));
    }
  return g_string_free (text, FALSE);
}

/* Called otherwise, everything is as it was but for the names, for each observed class. */
static void
test_everywhere (gconstpointer data)
{
  ScopeFigure figure;
  TestKept kept;

  scope_figure_init (&figure);
  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    {
      g_autofree char *before = NULL, *after = NULL;
      g_autoptr (GString) expected = NULL;
      guint n = 0;

      scope_figure_init (&figure);
      figure.parameters.observed = k;
      test_parts[GPOINTER_TO_UINT (data)].fill (&figure, &kept);
      before = new_text (&figure);
      figure.classes = others;
      after = new_text (&figure);
      expected = g_string_new (before);
      for (unsigned i = 0; i < SCOPE_N_CLASSES; i++)
        n += g_string_replace (expected, scope_classes_iris.name[i], others.name[i], 0);
      g_assert_cmpuint (n, >=, 3);
      g_assert_cmpstr (after, ==, expected->str);
    }
}

/* What would be markup, a token, a format or another direction is shown as it is, and said. */
static void
test_literal (void)
{
  static const char *const names[]
    = { "*a*_1^2`!", "<b>&amp;</b>", "a\\b{c}", "100 %s %n", "<loss>", "חתול שחור", "قطة", "猫", "a; \"b\"" };
  ScopeFigure figure;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (ScopeScene) scene = NULL;
      g_autofree char *question = NULL, *said = NULL, *spoken = NULL;
      const ScopeItem *curve, *title;

      scope_figure_init (&figure);
      g_strlcpy (figure.classes.name[0], names[i], sizeof figure.classes.name[0]);
      scene = test_build (fonts, &figure);
      curve = scope_scene_find_item (scene, &scope_role_curve_label, SCOPE_CURVE_INDEX (SCOPE_PANEL_LOSS, 0));
      title = scope_scene_find_item (scene, &scope_role_question, 0);
      question = g_strdup_printf ("How wrong is the network about this %s flower, as b₃ changes?", names[i]);
      said = scope_speech (question);
      spoken = scope_figure_spoken_picture (&figure, scene);
      g_test_message ("%s: %s", names[i], spoken);
      g_assert_cmpstr (scope_line_get_text (curve->line), ==, names[i]);
      /* A name is read its own way, and all around it as ever. */
      for (size_t k = 0; k < scope_scene_get_n_items (scene); k++)
        {
          const ScopeItem *item = scope_scene_get_item (scene, k);

          g_assert_true (item->line == NULL || !scope_line_reads_left (item->line));
        }
      g_assert_nonnull (title);
      g_assert_cmpstr (scope_line_get_text (title->line), ==, question);
      g_assert_nonnull (strstr (spoken, said));
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_CTYPE, "");
  g_test_init (&argc, &argv, NULL);
  fonts = test_fonts ();
  test_add_parts ("classes", test_everywhere);
  g_test_add_func ("/classes/literal", test_literal);
  return test_run (fonts);
}
