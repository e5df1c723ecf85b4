/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "window-private.h"

#include <string.h>

#include "announce.h"
#include "news.h"

/* What has changed, for who hears it: once it rests, and once for all that changed together. A key
 * that is held, a drag and a run that does not stand still are not spoken of on their way. */

#define REST_MS 100

/* Two sentences; the first may have its full stop already. */
static char *
join (const char *deed, const char *news)
{
  gboolean is_ended = deed[0] != '\0' && strchr (".:?!", deed[strlen (deed) - 1]) != NULL;

  return g_strdup_printf (is_ended ? "%s %s" : "%s. %s", deed, news);
}

static void
tell (ScopeWindow *self)
{
  g_autofree char *verdict = NULL, *news = NULL, *text = NULL;
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

  text = self->deed != NULL && news != NULL ? join (self->deed, news)
                                            : g_strdup (self->deed != NULL ? self->deed : news);
  g_clear_pointer (&self->deed, g_free);
  if (text != NULL)
    scope_announce_change (GTK_WIDGET (self), text);
}

static gboolean
rest_cb (gpointer data)
{
  ScopeWindow *self = data;

  self->news_timeout = 0;
  /* What is said of very many rows comes with their sum, and of a drag at its end. */
  if (!scope_state_is_dragging (self->state)
      && (!scope_state_is_large (self->state)
          || scope_state_get_words (self->state, SCOPE_WORDS_SPOKEN) != NULL))
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
