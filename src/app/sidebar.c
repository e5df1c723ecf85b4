/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sidebar.h"

#include <glib/gi18n.h>
#include <math.h>

#include "accessible-text.h"
#include "accessible.h"
#include "class-entries.h"
#include "descent-section.h"
#include "flowers.h"
#include "ghosts.h"
#include "hint.h"
#include "labels.h"
#include "notices.h"
#include "platform.h"
#include "row-section.h"
#include "state-rows.h"
#include "value-row.h"
#include "wiring-section.h"

struct _ScopeSidebar
{
  GtkBox parent_instance;

  /* Template children */
  GtkMenuButton *flowers_button;
  GtkLabel *logits_heading;
  GtkWidget *observations_box, *rows_box, *bias_box, *hood_box, *descent_box, *ghosts_box, *classes_box,
    *descent_bar;
  ScopeWiringSection *wiring_section;

  ScopeState *state;                       /* Owned */
  ScopeValueRow *rows[SCOPE_N_VALUE_ROWS]; /* Children: the logits, the bias, the shift, h, the rate */
  GtkWidget *descent;                      /* Child of descent_box */
};

G_DEFINE_FINAL_TYPE (ScopeSidebar, scope_sidebar, GTK_TYPE_BOX)

ScopeState *
scope_sidebar_get_state (ScopeSidebar *self)
{
  return self->state;
}

GtkMenuButton *
scope_sidebar_get_flowers (ScopeSidebar *self)
{
  return self->flowers_button;
}

GtkWidget *
scope_sidebar_get_descent (ScopeSidebar *self)
{
  return self->descent;
}

/* --- Sliders */

void
scope_sidebar_set_narrow (ScopeSidebar *self, gboolean is_narrow)
{
  for (guint i = 0; i < SCOPE_N_VALUE_ROWS; i++)
    scope_value_row_set_lines (self->rows[i], is_narrow ? 2 : 1);
}

void
scope_sidebar_widen (ScopeSidebar *self, double bound)
{
  for (guint k = 0; k < SCOPE_N_CLASSES; k++)
    scope_value_row_set_bound (self->rows[k], bound);
}

void
scope_sidebar_fit_sliders (ScopeSidebar *self)
{
  for (guint i = 0; i < SCOPE_N_VALUE_ROWS; i++)
    scope_value_row_set_bound (self->rows[i], 0);
}

void
scope_sidebar_narrow_sliders (ScopeSidebar *self)
{
  for (guint k = 0; k < SCOPE_N_CLASSES; k++)
    scope_value_row_narrow (self->rows[k]);
}

/* --- Flowers */

static void
name_flower (ScopeSidebar *self)
{
  const char *flower = scope_state_get_flower (self->state);
  /* Translators: the number of a flower among many, whose place another one is to take. */
  g_autofree char *place = g_strdup_printf (_ ("Set Flower %u…"), scope_state_get_selected (self->state) + 1);
  g_autofree char *spoken = NULL;

  if (flower == NULL)
    flower = scope_state_get_n_rows (self->state) > 0 ? place : _ ("Flower…");
  /* Translators: what is chosen from, and what. */
  spoken = g_strdup_printf (_ ("%s: %s"), _ ("Flower"), flower);
  gtk_menu_button_set_label (self->flowers_button, flower);
  /* GTK 4.18 says the button's own name in place of its label. */
  scope_accessible_describe (GTK_ACCESSIBLE (self->flowers_button), flower);
  if (!scope_platform_tells_values ())
    scope_accessible_name_parts (GTK_WIDGET (self->flowers_button), spoken);
  /* A long name must not widen the sidebar; GtkMenuButton has no property for that. */
  scope_labels_wrap (GTK_WIDGET (self->flowers_button));
}

static void
chosen_cb (const ScopeFlower *flower, double bound, gpointer data)
{
  ScopeSidebar *self = data;

  scope_state_choose_flower (self->state, flower->name, flower->a, flower->observed);
  scope_sidebar_widen (self, bound);
  gtk_menu_button_popdown (self->flowers_button);
  scope_notice_did (GTK_WIDGET (self), SCOPE_ACT_FLOWER);
}

/* The list is read when it is first opened: it costs the start nothing. */
static void
create_flowers_cb (GtkMenuButton *button, gpointer data)
{
  ScopeSidebar *self = data;
  GtkWidget *popover;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), scope_flowers_new (chosen_cb, self));
  scope_accessible_name (GTK_ACCESSIBLE (popover), _ ("Choose a flower"));
  gtk_menu_button_set_popover (button, popover);
}

/* --- What is shown */

/* Which flower the sliders belong to. */
static void
flower_changed_cb (ScopeSidebar *self)
{
  guint n = scope_state_get_n_rows (self->state);
  /* Translators: the number of the flower that the sliders belong to. */
  g_autofree char *heading
    = g_strdup_printf (_ ("Flower %u: logits, without b₃"), scope_state_get_selected (self->state) + 1);

  name_flower (self);
  gtk_label_set_text (self->logits_heading, n > 0 ? heading : _ ("Logits, without b₃"));
  /* Kept curves are one flower's, and wait for one. */
  gtk_widget_set_visible (self->ghosts_box, n == 0);
}

/* A shift in force keeps its slider. */
static void
changed_cb (ScopeSidebar *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->rows[SCOPE_VALUE_ROW_SHIFT]),
                          scope_state_get_parameters (self->state)->shift != 0
                            || (scope_state_get_show (self->state) & SCOPE_SHOW_SHIFT) != 0);
}

static void
add_rows (ScopeSidebar *self)
{
  for (guint i = 0; i < SCOPE_N_VALUE_ROWS; i++)
    {
      GtkWidget *row = g_object_new (SCOPE_TYPE_VALUE_ROW, "state", self->state, "index", i, NULL);

      self->rows[i] = SCOPE_VALUE_ROW (row);
      if (i == SCOPE_VALUE_ROW_STEP_H)
        gtk_box_insert_child_after (GTK_BOX (self->hood_box), row,
                                    gtk_widget_get_first_child (self->hood_box));
      else
        gtk_box_append (GTK_BOX (i == SCOPE_VALUE_ROW_BIAS   ? self->bias_box
                                 : i == SCOPE_VALUE_ROW_RATE ? self->descent_box
                                                             : self->rows_box),
                        row);
    }
}

static void
add_sections (ScopeSidebar *self)
{
  gtk_box_append (GTK_BOX (self->observations_box),
                  g_object_new (SCOPE_TYPE_ROW_SECTION, "state", self->state, NULL));
  gtk_box_append (GTK_BOX (self->ghosts_box), scope_ghosts_new (self->state));
  gtk_box_append (GTK_BOX (self->classes_box), scope_class_entries_new (self->state));
  scope_wiring_section_set_state (self->wiring_section, self->state);
  self->descent = scope_descent_section_new (self->state);
  gtk_box_append (GTK_BOX (self->descent_box), self->descent);
  gtk_box_append (GTK_BOX (self->descent_bar), scope_descent_section_new_bar (self->descent));
}

void
scope_sidebar_set_state (ScopeSidebar *self, ScopeState *state)
{
  static const char *const signals[] = { "notify::flower", "notify::n-rows", "notify::selected" };

  self->state = g_object_ref (state);
  add_rows (self);
  add_sections (self);
  scope_sidebar_widen (self, scope_state_get_row_bound (state));
  g_object_bind_property (state, "show-hood", self->hood_box, "visible", G_BINDING_SYNC_CREATE);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (state, signals[i], G_CALLBACK (flower_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  flower_changed_cb (self);
  changed_cb (self);
}

/* --- Life */

static void
scope_sidebar_dispose (GObject *object)
{
  g_clear_object (&SCOPE_SIDEBAR (object)->state);
  G_OBJECT_CLASS (scope_sidebar_parent_class)->dispose (object);
}

static void
scope_sidebar_class_init (ScopeSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = scope_sidebar_dispose;
  g_type_ensure (SCOPE_TYPE_WIRING_SECTION);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/logitscope/Logitscope/sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, ScopeSidebar, flowers_button);
  gtk_widget_class_bind_template_child (widget_class, ScopeSidebar, logits_heading);
  gtk_widget_class_bind_template_child (widget_class, ScopeSidebar, observations_box);
  gtk_widget_class_bind_template_child (widget_class, ScopeSidebar, rows_box);
  gtk_widget_class_bind_template_child (widget_class, ScopeSidebar, bias_box);
  gtk_widget_class_bind_template_child (widget_class, ScopeSidebar, hood_box);
  gtk_widget_class_bind_template_child (widget_class, ScopeSidebar, descent_box);
  gtk_widget_class_bind_template_child (widget_class, ScopeSidebar, ghosts_box);
  gtk_widget_class_bind_template_child (widget_class, ScopeSidebar, classes_box);
  gtk_widget_class_bind_template_child (widget_class, ScopeSidebar, descent_bar);
  gtk_widget_class_bind_template_child (widget_class, ScopeSidebar, wiring_section);
}

static void
scope_sidebar_init (ScopeSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->flowers_button, create_flowers_cb, self, NULL);
}
