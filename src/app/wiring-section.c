/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "wiring-section.h"

#include <glib/gi18n.h>

#include "accessible-text.h"
#include "accessible.h"
#include "flow.h"
#include "flowers.h"
#include "hidden.h"
#include "labels.h"
#include "notices.h"
#include "number-entry.h"
#include "state-descent.h"
#include "state-rows.h"
#include "value-text.h"

struct _ScopeWiringSection
{
  GtkBox parent_instance;

  /* Template children */
  GtkButton *trained;
  GtkDropDown *wiring;
  GtkWidget *weights_box, *weight_1, *weight_2, *weight_3;
  GtkLabel *wiring_note;

  ScopeState *state; /* Owned */
};

G_DEFINE_FINAL_TYPE (ScopeWiringSection, scope_wiring_section, GTK_TYPE_BOX)

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
  ScopeBatchRow one;
  ScopeBatch batch = scope_state_get_batch (state, &one);

  if (in->w[0] != 1 || in->w[1] != 0 || in->w[2] != 0)
    return FALSE;
  return scope_flowers_are_real (batch.rows, (guint) batch.n);
}

static void
name_trained (ScopeWiringSection *self)
{
  /* As many digits as the file has. */
  g_autofree char *number = scope_number_entry_locale_number (SCOPE_TRAINED_BIAS, 5);
  /* Translators: a number. */
  g_autofree char *label = g_strdup_printf (_ ("b₃ as Trained: %s"), number);

  gtk_button_set_label (self->trained, label);
  scope_accessible_name (GTK_ACCESSIBLE (self->trained), label);
}

/* What is hidden is not said by the controls either. */
static void
update (ScopeWiringSection *self)
{
  ScopeWiring wiring = scope_state_get_wiring (self->state);
  unsigned places
    = scope_hidden_places (scope_state_get_hide (self->state), scope_state_get_parameters (self->state));

  if (gtk_drop_down_get_selected (self->wiring) != (guint) wiring)
    gtk_drop_down_set_selected (self->wiring, (guint) wiring);
  gtk_widget_set_visible (GTK_WIDGET (self), !(places & SCOPE_PLACE_DZ_DB));
  gtk_label_set_text (self->wiring_note, wiring_note (wiring, places));
  gtk_widget_set_visible (GTK_WIDGET (self->trained), is_trained_network (self->state));
  gtk_widget_set_visible (self->weights_box, wiring == SCOPE_WIRING_CUSTOM);
}

static void
wiring_selected_cb (ScopeWiringSection *self)
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

/* The choice of a class is called after it. */
static void
name_choices (ScopeWiringSection *self)
{
  GtkStringList *choices = GTK_STRING_LIST (gtk_drop_down_get_model (self->wiring));

  /* A choice that is replaced is chosen no more. */
  g_signal_handlers_block_by_func (self->wiring, wiring_selected_cb, self);
  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    {
      g_autofree char *name
        = g_strdup_printf ("%s %s", scope_value_symbol (k), scope_state_get_classes (self->state)->name[k]);

      gtk_string_list_splice (choices, k, 1, (const char *const[]) { name, NULL });
    }
  gtk_drop_down_set_selected (self->wiring, (guint) scope_state_get_wiring (self->state));
  g_signal_handlers_unblock_by_func (self->wiring, wiring_selected_cb, self);
}

void
scope_wiring_section_set_state (ScopeWiringSection *self, ScopeState *state)
{
  static const char *const weights[] = { "weight-1", "weight-2", "weight-3" };
  GtkWidget *const entries[] = { self->weight_1, self->weight_2, self->weight_3 };

  self->state = g_object_ref (state);
  for (guint k = 0; k < SCOPE_N_CLASSES; k++)
    g_object_bind_property (state, weights[k], entries[k], "value",
                            G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_signal_connect_object (state, "notify::wiring", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "notify::classes", G_CALLBACK (name_choices), self, G_CONNECT_SWAPPED);
  name_choices (self);
  update (self);
  g_signal_connect_object (self->wiring, "notify::selected", G_CALLBACK (wiring_selected_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
scope_wiring_section_dispose (GObject *object)
{
  g_clear_object (&SCOPE_WIRING_SECTION (object)->state);
  G_OBJECT_CLASS (scope_wiring_section_parent_class)->dispose (object);
}

static void
scope_wiring_section_class_init (ScopeWiringSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = scope_wiring_section_dispose;
  g_type_ensure (SCOPE_TYPE_FLOW);
  g_type_ensure (SCOPE_TYPE_NUMBER_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/logitscope/Logitscope/wiring-section.ui");
  gtk_widget_class_bind_template_child (widget_class, ScopeWiringSection, trained);
  gtk_widget_class_bind_template_child (widget_class, ScopeWiringSection, wiring);
  gtk_widget_class_bind_template_child (widget_class, ScopeWiringSection, weights_box);
  gtk_widget_class_bind_template_child (widget_class, ScopeWiringSection, weight_1);
  gtk_widget_class_bind_template_child (widget_class, ScopeWiringSection, weight_2);
  gtk_widget_class_bind_template_child (widget_class, ScopeWiringSection, weight_3);
  gtk_widget_class_bind_template_child (widget_class, ScopeWiringSection, wiring_note);
}

static void
scope_wiring_section_init (ScopeWiringSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  name_trained (self);
  scope_labels_wrap_choice (self->wiring);
  scope_accessible_name_choice (self->wiring, _ ("Wiring"));
}
