/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "describe.h"

#include <glib/gi18n-lib.h>

#include "blocks.h"
#include "number.h"
#include "plot-words.h"
#include "sentences.h"
#include "speech.h"

/* A figure in sentences, for who hears it. */

char *
scope_describe_probabilities (const ScopeSubject *subject)
{
  char *const *p = subject->factors.p;

  for (unsigned k = 1; k < SCOPE_N_CLASSES; k++)
    if (!g_str_equal (p[k], SCOPE_HIDDEN) || !g_str_equal (p[0], SCOPE_HIDDEN))
      /* Translators: the three classes' probabilities. */
      return g_strdup_printf (_ ("p %s, %s, %s"), scope_speech_of (p[0]), scope_speech_of (p[1]),
                              scope_speech_of (p[2]));
  return g_strdup (_ ("p hidden"));
}

char *
scope_describe_figure_result (const ScopeFigure *figure, gboolean with_probabilities)
{
  ScopeSubject subject = { .figure = figure };
  GString *text = g_string_new (NULL);
  g_autofree char *probabilities = NULL, *result = NULL;

  if (!scope_subject_evaluate (&subject))
    return g_string_free (text, FALSE);
  scope_subject_find_texts (&subject);
  probabilities = scope_describe_probabilities (&subject);
  result = scope_plot_words_result (&subject);
  if (with_probabilities)
    scope_sentences_add_clause (text, probabilities);
  scope_sentences_add_clause (text, result);
  scope_subject_clear_texts (&subject);
  return g_string_free (text, FALSE);
}

static char *
describe (const ScopeFigure *figure, gboolean is_whole)
{
  ScopeSubject subject = { .figure = figure };
  GString *text = g_string_new (NULL);

  if (!scope_subject_evaluate (&subject))
    return g_string_free (text, FALSE);
  scope_subject_find_texts (&subject);
  scope_blocks_say (text, &subject, is_whole);
  scope_subject_clear_texts (&subject);
  return g_string_free (text, FALSE);
}

char *
scope_describe_figure (const ScopeFigure *figure)
{
  return describe (figure, FALSE);
}

char *
scope_describe_whole (const ScopeFigure *figure)
{
  return describe (figure, TRUE);
}
