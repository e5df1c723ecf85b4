/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "teller.h"

#include "announce.h"
#include "descent-text.h"
#include "news.h"
#include "platform.h"
#include "sentences.h"
#include "state-aside.h"
#include "value-row.h"

#define REST_MS 100

struct _ScopeTeller
{
  GtkWindow *window;                 /* Borrowed */
  ScopePlot *plot;                   /* Borrowed */
  ScopeState *state;                 /* Owned */
  ScopeFigureCopy *told;             /* Owned; as it was when it was last spoken of */
  double values[SCOPE_N_VALUE_ROWS]; /* likewise */
  char *deed;                        /* Owned; what is spoken of before what it changed, NULL for nothing */
  guint timeout;                     /* Source; 0 while nothing is new */
};

/* A slider that has the focus tells its value by itself, and what that comes to, where GTK can. */
static gboolean
tells_itself (ScopeTeller *self)
{
  GtkWidget *focus = gtk_window_get_focus (self->window);
  GtkWidget *row
    = focus != NULL && GTK_IS_RANGE (focus) ? gtk_widget_get_ancestor (focus, SCOPE_TYPE_VALUE_ROW) : NULL;
  guint focused = row != NULL ? scope_value_row_get_index (SCOPE_VALUE_ROW (row)) : SCOPE_N_VALUE_ROWS;
  gboolean is_told = FALSE;

  for (guint i = 0; i < SCOPE_N_VALUE_ROWS; i++)
    {
      double value = scope_value_get (self->state, i);

      is_told |= value != self->values[i] && i == focused;
      self->values[i] = value;
    }
  return is_told && self->deed == NULL && scope_platform_tells_values ();
}

static void
tell (ScopeTeller *self)
{
  gboolean is_told = tells_itself (self);
  g_autofree char *verdict = NULL, *news = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  ScopeFigure figure;

  scope_plot_get_figure (self->plot, &figure);
  if (figure.trail.n > 0)
    verdict = scope_state_is_large (self->state)
                ? g_strdup (scope_state_get_words (self->state, SCOPE_WORDS_VERDICT))
                : scope_descent_text_describe_verdict (&figure);
  if (self->told != NULL)
    news = scope_news_tell (&self->told->figure, &figure, verdict);
  scope_figure_copy_free (self->told);
  self->told = scope_plot_copy_figure (self->plot, &figure);

  if (self->deed != NULL)
    scope_sentences_add (text, self->deed);
  if (news != NULL && !is_told)
    scope_sentences_add (text, news);
  g_clear_pointer (&self->deed, g_free);
  if (text->len > 0)
    scope_announce_change (GTK_WIDGET (self->window), text->str);
}

static gboolean
rest_cb (gpointer data)
{
  ScopeTeller *self = data;

  self->timeout = 0;
  /* What is said of very many rows comes with their sum, and of a drag at its end. */
  if (!scope_state_is_dragging (self->state)
      && (!scope_state_is_large (self->state)
          || scope_state_get_words (self->state, SCOPE_WORDS_RESULT) != NULL))
    tell (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (ScopeTeller *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add (REST_MS, rest_cb, self);
}

void
scope_teller_name_deed (ScopeTeller *self, const char *deed)
{
  g_free (self->deed);
  self->deed = g_strdup (deed);
  changed_cb (self);
}

gboolean
scope_teller_is_at_rest (const ScopeTeller *self)
{
  return self->timeout == 0;
}

ScopeTeller *
scope_teller_new (GtkWindow *window, ScopeState *state, ScopePlot *plot)
{
  static const char *const signals[] = { "changed", "settled", "told" };
  ScopeTeller *self = g_new0 (ScopeTeller, 1);
  ScopeFigure figure;

  self->window = window;
  self->plot = plot;
  self->state = g_object_ref (state);
  scope_plot_get_figure (plot, &figure);
  self->told = scope_plot_copy_figure (plot, &figure);
  tells_itself (self);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_swapped (state, signals[i], G_CALLBACK (changed_cb), self);
  return self;
}

void
scope_teller_free (ScopeTeller *self)
{
  g_signal_handlers_disconnect_by_data (self->state, self);
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_free (self->deed);
  scope_figure_copy_free (self->told);
  g_object_unref (self->state);
  g_free (self);
}
