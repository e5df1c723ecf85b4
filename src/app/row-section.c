/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "row-section.h"

#include <glib/gi18n.h>
#include <string.h>

#include "accessible-text.h"
#include "flow.h"
#include "number-entry.h"
#include "row-list.h"
#include "state-descent.h"
#include "state-rows.h"
#include "tab-stop.h"

#define DIGITS 4

struct _ScopeRowSection
{
  GtkBox parent_instance;

  ScopeState *state; /* Owned */
  GtkWidget *list;   /* Inside of list_box */

  /* Template children */
  GtkLabel *heading, *note;
  GtkWidget *total, *mean, *list_box;
  GtkWidget *add, *duplicate, *remove, *up, *down;
};

G_DEFINE_FINAL_TYPE (ScopeRowSection, scope_row_section, GTK_TYPE_BOX)

enum
{
  PROP_0,
  PROP_STATE,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

/* --- What is said */

/* The gradient of a mean is so many times smaller: the same step wants a rate so many times larger. */
static char *
new_note (ScopeState *state, guint n)
{
  gboolean mean = scope_state_get_mean (state);
  double rate = scope_state_get_rate (state), other = mean ? rate / n : rate * n;
  g_autofree char *here = scope_number_entry_locale_number (rate, DIGITS);
  g_autofree char *there = scope_number_entry_locale_number (other, DIGITS);

  if (n == 1)
    return g_strdup (_ ("Of one flower, total and mean are the same."));
  if (mean)
    /* Translators: two learning rates. */
    return g_strdup_printf (_ ("η = %s on the mean steps as far as η = %s on the total."), here, there);
  /* Translators: two learning rates. */
  return g_strdup_printf (_ ("η = %s on the total steps as far as η = %s on the mean."), here, there);
}

static void
update (ScopeRowSection *self)
{
  guint n = scope_state_get_n_rows (self->state);
  g_autofree char *heading = NULL, *note = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  if (n == 0)
    return;
  heading = g_strdup_printf (ngettext ("%u flower", "%u flowers", n), n);
  note = new_note (self->state, n);
  gtk_label_set_text (self->heading, heading);
  gtk_label_set_text (self->note, note);
}

/* --- Pasting. Cells of a spreadsheet are rows, wherever in the table they are pasted; a single number
 * belongs into the entry that has the focus. */

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ScopeRowSection) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || text == NULL)
    return;
  if (GTK_IS_TEXT (focus) && strpbrk (g_strchomp (text), "\t\n") == NULL)
    g_signal_emit_by_name (focus, "paste-clipboard");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.rows-paste", NULL);
}

static gboolean
paste_cb (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, pasted_cb, g_object_ref (widget));
  return TRUE;
}

static void
add_paste (ScopeRowSection *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  /* Before an entry has it. */
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>v"),
                                                          gtk_callback_action_new (paste_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/* --- Keys. They wait for the bubble phase, so that an entry keeps its own. */

static void
add_keys (ScopeRowSection *self)
{
  static const char *const keys[][2] = {
    { "Delete", "win.row-remove" },
    { "<Alt>Up", "win.row-up" },
    { "<Alt>Down", "win.row-down" },
    { "<Control>d", "win.row-duplicate" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i][0]), gtk_named_action_new (keys[i][1])));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
name_buttons (ScopeRowSection *self)
{
  scope_accessible_name_by_tip (self->add, _ ("Add a flower"));
  scope_accessible_name_with_keys (self->duplicate, _ ("Duplicate the selected flower"), _ ("Ctrl+D"));
  scope_accessible_name_with_keys (self->remove, _ ("Remove the selected flower"), _ ("Delete"));
  scope_accessible_name_with_keys (self->up, _ ("Move the selected flower up"), _ ("Alt+↑"));
  scope_accessible_name_with_keys (self->down, _ ("Move the selected flower down"), _ ("Alt+↓"));
}

/* --- GObject */

static void
scope_row_section_constructed (GObject *object)
{
  ScopeRowSection *self = SCOPE_ROW_SECTION (object);

  G_OBJECT_CLASS (scope_row_section_parent_class)->constructed (object);
  self->list = scope_row_list_new (self->state);
  gtk_box_append (GTK_BOX (self->list_box), scope_tab_stop_new (self->list));
  g_object_bind_property (self->state, "mean", self->mean, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_object_bind_property (self->state, "mean", self->total, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  g_signal_connect_object (self->state, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
scope_row_section_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SCOPE_ROW_SECTION (object)->state = g_value_dup_object (value);
}

static void
scope_row_section_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  ScopeRowSection *self = SCOPE_ROW_SECTION (widget);

  GTK_WIDGET_CLASS (scope_row_section_parent_class)->css_changed (widget, change);
  if (self->list != NULL)
    scope_row_list_fit (self->list, gtk_widget_get_pango_context (widget));
}

static void
scope_row_section_dispose (GObject *object)
{
  g_clear_object (&SCOPE_ROW_SECTION (object)->state);
  SCOPE_ROW_SECTION (object)->list = NULL;
  G_OBJECT_CLASS (scope_row_section_parent_class)->dispose (object);
}

static void
scope_row_section_class_init (ScopeRowSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = scope_row_section_constructed;
  object_class->set_property = scope_row_section_set_property;
  object_class->dispose = scope_row_section_dispose;
  widget_class->css_changed = scope_row_section_css_changed;
  props[PROP_STATE]
    = g_param_spec_object ("state", NULL, NULL, SCOPE_TYPE_STATE,
                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_type_ensure (SCOPE_TYPE_FLOW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/logitscope/Logitscope/row-section.ui");
  gtk_widget_class_bind_template_child (widget_class, ScopeRowSection, heading);
  gtk_widget_class_bind_template_child (widget_class, ScopeRowSection, note);
  gtk_widget_class_bind_template_child (widget_class, ScopeRowSection, total);
  gtk_widget_class_bind_template_child (widget_class, ScopeRowSection, mean);
  gtk_widget_class_bind_template_child (widget_class, ScopeRowSection, list_box);
  gtk_widget_class_bind_template_child (widget_class, ScopeRowSection, add);
  gtk_widget_class_bind_template_child (widget_class, ScopeRowSection, duplicate);
  gtk_widget_class_bind_template_child (widget_class, ScopeRowSection, remove);
  gtk_widget_class_bind_template_child (widget_class, ScopeRowSection, up);
  gtk_widget_class_bind_template_child (widget_class, ScopeRowSection, down);
}

static void
scope_row_section_init (ScopeRowSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  name_buttons (self);
  add_keys (self);
  add_paste (self);
}
