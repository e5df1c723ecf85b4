/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "plot-figure.h"

#include <glib/gi18n.h>

#include "announce.h"
#include "decimal-sign.h"
#include "describe.h"
#include "plot-private.h"
#include "sentences.h"
#include "stage-words.h"
#include "state-figure.h"

void
scope_plot_get_figure (ScopePlot *self, ScopeFigure *figure)
{
  scope_state_fill_figure (self->state, figure);
  figure->theme = self->theme;
  figure->text_scale = self->text_scale;
  figure->decimal = scope_decimal_sign_of_locale ();
  if (!self->presenting)
    return;
  figure->stage = &self->stage;
  figure->digits = SCOPE_STAGE_DIGITS;
}

ScopeFigureCopy *
scope_plot_copy_figure (ScopePlot *self, const ScopeFigure *figure)
{
  return scope_state_copy_figure (self->state, figure);
}

char *
scope_plot_describe_step (const ScopeFigure *figure)
{
  g_autofree char *said = scope_stage_words_say (figure);

  /* Translators: a step of a lecture: its number, title and sentences. */
  return g_strdup_printf (_ ("Step %u of %u: %s"), figure->stage->step + 1, figure->stage->n_steps, said);
}

void
scope_plot_describe (ScopePlot *self, const ScopeFigure *figure, const char *state)
{
  gboolean is_step = figure != NULL && figure->stage != NULL;
  g_autofree char *step = is_step ? scope_plot_describe_step (figure) : NULL;
  g_autoptr (GString) description = g_string_new (step);

  scope_sentences_add (description, state);
  /* What is not seen is not said. */
  if (self->blank)
    g_string_assign (description, _ ("The screen is dark"));
  scope_announce_describe_quietly (GTK_WIDGET (self), self->words, description->str);
}

void
scope_plot_wait_for_pointer (ScopePlot *self)
{
  self->hovering = FALSE;
  self->rest_x = self->pointer_x;
  self->rest_y = self->pointer_y;
  gtk_widget_queue_draw (self->overlay);
}
