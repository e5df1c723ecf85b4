/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "plot-words.h"

#include <glib/gi18n-lib.h>

#include "many.h"
#include "speech.h"

/* What is heard of the panels first: the present b₃, its loss, its slope, and of whom they are. */

/* What follows from the sign of the printed gradient, which has one where double has none any more. */
static const char *
advice (const ScopeSubject *subject)
{
  const char *gradient = subject->dl_db_text;
  const double *w = subject->figure->parameters.w;

  if (scope_subject_hides (subject, SCOPE_PLACE_DOWNHILL))
    return _ ("predict it");
  if (g_str_has_prefix (gradient, "−"))
    return _ ("raising b₃ lowers the loss");
  if (!g_str_equal (gradient, "0"))
    return _ ("lowering b₃ lowers the loss");
  /* Softmax does not see the same of all three; any other weights bend the loss, if only elsewhere. */
  if (w[0] == w[1] && w[1] == w[2])
    return _ ("changing b₃ changes nothing");
  return _ ("the curve is level here");
}

char *
scope_plot_words_result (const ScopeSubject *subject)
{
  const char *loss = scope_speech_of (subject->loss_text), *slope = scope_speech_of (subject->dl_db_text);
  const char *consequence = advice (subject);
  const ScopeMany *many = subject->figure->many;

  /* Translators: the loss, the slope, what follows from its sign. */
  if (many == NULL)
    return g_strdup_printf (_ ("loss %s, slope %s: %s"), loss, slope, consequence);
  if (many->mean)
    return g_strdup_printf (_ ("mean loss %s, slope %s: %s"), loss, slope, consequence);
  return g_strdup_printf (_ ("total loss %s, slope %s: %s"), loss, slope, consequence);
}

/* "Total of 3 flowers, flower 1 selected: b₃ −2, loss …": what the numbers are of; for one flower those alone. */
static char *
tell_of_whom (const ScopeFigure *figure, const char *numbers)
{
  guint n, selected;

  if (figure->many == NULL)
    return g_strdup (numbers);
  n = (guint) figure->many->n;
  selected = (guint) figure->many->selected + 1;
  /* Translators: how many flowers, which of them the chain rule is about, and "b₃ −2, loss 2.666, …". */
  return g_strdup_printf (figure->many->mean ? ngettext ("Mean of %u flower, flower %u selected: %s",
                                                         "Mean of %u flowers, flower %u selected: %s", n)
                                             : ngettext ("Total of %u flower, flower %u selected: %s",
                                                         "Total of %u flowers, flower %u selected: %s", n),
                          n, selected, numbers);
}

void
scope_plot_words_say (GString *text, const ScopeSubject *subject)
{
  g_autofree char *bias = scope_subject_number (subject, subject->figure->parameters.b);
  /* Translators: b₃, the loss, the slope, what follows from its sign. */
  g_autofree char *numbers
    = g_strdup_printf (_ ("b₃ %s, loss %s, slope %s: %s"), bias, scope_speech_of (subject->loss_text),
                       scope_speech_of (subject->dl_db_text), advice (subject));
  g_autofree char *whole = tell_of_whom (subject->figure, numbers);

  g_string_append (text, whole);
}
