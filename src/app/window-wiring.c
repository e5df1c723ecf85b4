/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "window-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "accessible-text.h"
#include "accessible.h"
#include "flowers.h"
#include "number-entry.h"

/* Where b₃ goes, in the sidebar, and what of that is not to be seen. */

/* Where places are hidden. */
static const char *
wiring_note (ScopeWiring wiring, unsigned places)
{
  switch (wiring)
    {
    case SCOPE_WIRING_CLASS_2:
      return _ ("In the article's network this bias is called b₄.");
    case SCOPE_WIRING_CLASS_3:
      return _ ("In the article's network this bias is called b₅.");
    case SCOPE_WIRING_ALL:
      if (places & SCOPE_PLACE_GRADIENT)
        return _ ("b₃ is added to z₁, z₂ and z₃.");
      return _ ("Softmax does not see a shift of all three: the gradient is 0 everywhere.");
    case SCOPE_WIRING_OBSERVED:
      return _ ("A common mistake: no network is wired so, since each flower would have another "
                "wiring.");
    case SCOPE_WIRING_CUSTOM:
      return _ ("b₃ times these weights is added to z₁, z₂ and z₃.");
    case SCOPE_WIRING_CLASS_1:
    default:
      return _ ("b₃ is added to z₁, as in the article.");
    }
}

/* The trained bias is that of one network, on its first logit: with any other flowers or wiring it means
 * nothing, and makes the network look wrong. */
static gboolean
is_trained_network (ScopeState *state)
{
  const ScopeParameters *in = scope_state_get_parameters (state);
  guint n = scope_state_get_n_rows (state);
  ScopeBatchRow one = { .observed = in->observed };

  if (in->w[0] != 1 || in->w[1] != 0 || in->w[2] != 0)
    return FALSE;
  memcpy (one.a, in->a, sizeof one.a);
  return n > 0 ? scope_flowers_are_real (scope_state_get_rows (state), n) : scope_flowers_are_real (&one, 1);
}

static void
name_trained (ScopeWindow *self)
{
  /* As many digits as the file has. */
  g_autofree char *number = scope_locale_number (SCOPE_TRAINED_BIAS, 5);
  /* Translators: a number. */
  g_autofree char *label = g_strdup_printf (_ ("b₃ as Trained: %s"), number);

  gtk_button_set_label (self->trained, label);
  scope_accessible_name (GTK_ACCESSIBLE (self->trained), label);
}

/* What is hidden is not said by the controls either; a shift in force keeps its slider. */
void
scope_window_update_sidebar (ScopeWindow *self)
{
  const ScopeParameters *in = scope_state_get_parameters (self->state);
  unsigned places = scope_hidden_places (scope_state_get_hide (self->state), in);
  gboolean secret = (places & SCOPE_PLACE_DZ_DB) != 0;

  gtk_widget_set_visible (GTK_WIDGET (self->rows[SCOPE_VALUE_ROW_SHIFT]),
                          in->shift != 0 || (scope_state_get_show (self->state) & SCOPE_SHOW_SHIFT) != 0);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->wiring)), !secret);
  gtk_label_set_text (self->wiring_note, wiring_note (scope_state_get_wiring (self->state), places));
  gtk_widget_set_visible (GTK_WIDGET (self->wiring_note), !secret);
  gtk_widget_set_visible (GTK_WIDGET (self->trained), !secret && is_trained_network (self->state));
  gtk_widget_set_visible (self->weights_box,
                          !secret && scope_state_get_wiring (self->state) == SCOPE_WIRING_CUSTOM);
}

static void
wiring_changed_cb (ScopeWindow *self)
{
  ScopeWiring wiring = scope_state_get_wiring (self->state);

  if (gtk_drop_down_get_selected (self->wiring) != (guint) wiring)
    gtk_drop_down_set_selected (self->wiring, (guint) wiring);
  scope_window_update_sidebar (self);
}

static void
wiring_selected_cb (ScopeWindow *self)
{
  guint selected = gtk_drop_down_get_selected (self->wiring);

  if (selected == SCOPE_WIRING_OBSERVED && scope_state_get_n_rows (self->state) > 0)
    {
      scope_notice_say (GTK_WIDGET (self), _ ("Not with many flowers: each would have another wiring"));
      gtk_drop_down_set_selected (self->wiring, (guint) scope_state_get_wiring (self->state));
      return;
    }
  if (selected <= SCOPE_WIRING_CUSTOM && selected != (guint) scope_state_get_wiring (self->state))
    scope_state_set_wiring (self->state, (ScopeWiring) selected);
}

void
scope_window_init_wiring (ScopeWindow *self)
{
  name_trained (self);
  g_signal_connect_object (self->state, "notify::wiring", G_CALLBACK (wiring_changed_cb), self,
                           G_CONNECT_SWAPPED);
  wiring_changed_cb (self);
  g_signal_connect_object (self->wiring, "notify::selected", G_CALLBACK (wiring_selected_cb), self,
                           G_CONNECT_SWAPPED);
  scope_accessible_name_choice (self->wiring, _ ("Wiring"));
}
