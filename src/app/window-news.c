/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "window-private.h"

#include "announce.h"
#include "news.h"
#include "platform.h"
#include "sentences.h"
#include "value-text.h"

/* What has changed, for who hears it: once it rests, and once for all that changed together. A key
 * that is held, a drag and a run that does not stand still are not spoken of on their way. */

#define REST_MS 100

/* A slider that has the focus tells its value by itself, and what that comes to, where GTK can. */
static gboolean
tells_itself (ScopeWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gboolean is_told = FALSE;

  for (guint i = 0; i < SCOPE_N_VALUE_ROWS; i++)
    {
      double value = scope_value_get (self->state, i);

      is_told |= value != self->told_values[i] && focus != NULL && GTK_IS_RANGE (focus)
                 && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->rows[i]));
      self->told_values[i] = value;
    }
  return is_told && self->deed == NULL && scope_platform_tells_values ();
}

static void
tell (ScopeWindow *self)
{
  gboolean is_told = tells_itself (self);
  g_autofree char *verdict = NULL, *news = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  ScopeFigure figure;

  scope_plot_get_figure (self->plot, &figure);
  if (figure.trail.n > 0)
    verdict = scope_state_is_large (self->state)
                ? g_strdup (scope_state_get_words (self->state, SCOPE_WORDS_VERDICT))
                : scope_figure_describe_verdict (&figure);
  if (self->told != NULL)
    news = scope_figure_tell_news (&self->told->figure, &figure, verdict);
  scope_figure_copy_free (self->told);
  self->told = scope_plot_copy_figure (self->plot, &figure);

  if (self->deed != NULL)
    scope_sentences_add (text, self->deed);
  if (news != NULL && !is_told)
    scope_sentences_add (text, news);
  g_clear_pointer (&self->deed, g_free);
  if (text->len > 0)
    scope_announce_change (GTK_WIDGET (self), text->str);
}

static gboolean
rest_cb (gpointer data)
{
  ScopeWindow *self = data;

  self->news_timeout = 0;
  /* What is said of very many rows comes with their sum, and of a drag at its end. */
  if (!scope_state_is_dragging (self->state)
      && (!scope_state_is_large (self->state)
          || scope_state_get_words (self->state, SCOPE_WORDS_RESULT) != NULL))
    tell (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (ScopeWindow *self)
{
  g_clear_handle_id (&self->news_timeout, g_source_remove);
  self->news_timeout = g_timeout_add (REST_MS, rest_cb, self);
}

void
scope_window_tell_deed (ScopeWindow *self, const char *deed)
{
  g_free (self->deed);
  self->deed = g_strdup (deed);
  changed_cb (self);
}

void
scope_window_init_news (ScopeWindow *self)
{
  ScopeFigure figure;

  scope_plot_get_figure (self->plot, &figure);
  self->told = scope_plot_copy_figure (self->plot, &figure);
  tells_itself (self);
  g_signal_connect_object (self->state, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state, "settled", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state, "told", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

void
scope_window_stop_news (ScopeWindow *self)
{
  g_clear_handle_id (&self->news_timeout, g_source_remove);
  g_clear_pointer (&self->deed, g_free);
  g_clear_pointer (&self->told, scope_figure_copy_free);
}
