/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "number-entry.h"

#include <glib/gi18n.h>

#include "accessible-text.h"
#include "decimal-sign.h"
#include "direction.h"
#include "notices.h"
#include "number-parse.h"
#include "number.h"

/* As typed: enough digits that nothing that was typed is lost. */
#define ENTRY_DIGITS 15
/* "−6.7·10⁻⁸" */
#define LEAST_DIGITS 2

struct _ScopeNumberEntry
{
  GtkEntry parent_instance;

  double value;
  double least, most; /* that are allowed */
  char *allowed;      /* Owned; in words */
  guint digits;       /* that are shown while it is not in use */
  gboolean in_use;    /* it has the focus: all digits are shown */
  char *shown;        /* Owned; the text that says the value: another one was typed */
};

G_DEFINE_FINAL_TYPE (ScopeNumberEntry, scope_number_entry, GTK_TYPE_ENTRY)

enum
{
  PROP_0,
  PROP_VALUE,
  PROP_DIGITS,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

enum
{
  COMMITTED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

char *
scope_number_entry_locale_number (double value, guint digits)
{
  g_autofree char *number = scope_number_format (value, digits, scope_decimal_sign_of_locale ());

  return scope_direction_isolate (number);
}

char *
scope_number_entry_allow_any (void)
{
  g_autofree char *example = scope_number_format (1.5, ENTRY_DIGITS, scope_decimal_sign_of_locale ());

  /* Translators: a number. */
  return g_strdup_printf (_ ("any finite number, as %s, −2, 1e-3 or 1/3"), example);
}

/* In the entry's width, as GTK reckons it. */
static gboolean
has_room (ScopeNumberEntry *self, const char *text)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoContext *context = pango_layout_get_context (layout);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int character = MAX (pango_font_metrics_get_approximate_char_width (metrics),
                       pango_font_metrics_get_approximate_digit_width (metrics));
  int width;

  pango_font_metrics_unref (metrics);
  pango_layout_get_size (layout, &width, NULL);
  return width <= gtk_editable_get_width_chars (GTK_EDITABLE (self)) * character;
}

/* While it is not in use, a number that is cut would be taken for another one: rounded, and only what is
 * too long even then is cut. */
static char *
write_shown (ScopeNumberEntry *self)
{
  char decimal = scope_decimal_sign_of_locale ();
  char *text = scope_number_format (self->value, self->digits, decimal);
  gboolean fixed = gtk_editable_get_width_chars (GTK_EDITABLE (self)) > 0;

  for (guint digits = self->digits; fixed && digits > LEAST_DIGITS && !has_room (self, text); digits--)
    {
      g_free (text);
      text = scope_number_format (self->value, digits - 1, decimal);
    }
  return text;
}

static void
show_value (ScopeNumberEntry *self)
{
  g_free (self->shown);
  self->shown = self->in_use
                  ? scope_number_format_typed (self->value, ENTRY_DIGITS, scope_decimal_sign_of_locale ())
                  : write_shown (self);
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self)), self->shown) != 0)
    {
      /* The window's undo knows of values; the entry's own must not bring back the text of another. */
      gtk_editable_set_enable_undo (GTK_EDITABLE (self), FALSE);
      gtk_editable_set_text (GTK_EDITABLE (self), self->shown);
      gtk_editable_set_enable_undo (GTK_EDITABLE (self), TRUE);
    }
  scope_accessible_set_wrong (GTK_WIDGET (self), NULL);
}

/* What was typed; else the sentence that says what is allowed instead. */
static char *
read_value (ScopeNumberEntry *self, double *value)
{
  ScopeNumberVerdict verdict = scope_number_parse (gtk_editable_get_text (GTK_EDITABLE (self)), value);

  if (verdict == SCOPE_NUMBER_NONE)
    /* Translators: %s is as “any number above 0”. */
    return g_strdup_printf (_ ("Not a number. Allowed: %s"), self->allowed);
  if (verdict == SCOPE_NUMBER_TOO_LARGE && self->most == G_MAXDOUBLE)
    return g_strdup_printf (_ ("Too large: no more than 10³⁰⁸. Allowed: %s"), self->allowed);
  if (verdict == SCOPE_NUMBER_TOO_LARGE || *value < self->least || *value > self->most)
    return g_strdup_printf (_ ("Out of range. Allowed: %s"), self->allowed);
  return NULL;
}

void
scope_number_entry_commit (ScopeNumberEntry *self)
{
  g_autofree char *wrong = NULL;
  double value;

  /* The text may show fewer digits than the value has: as it is, it changes nothing. */
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self)), self->shown) == 0)
    {
      scope_accessible_set_wrong (GTK_WIDGET (self), NULL);
      return;
    }
  wrong = read_value (self, &value);
  if (wrong != NULL)
    {
      scope_accessible_set_wrong (GTK_WIDGET (self), wrong);
      scope_notice_say (GTK_WIDGET (self), wrong);
      return;
    }
  if (value != self->value)
    {
      self->value = value;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_VALUE]);
      g_signal_emit (self, signals[COMMITTED], 0);
    }
  show_value (self);
}

void
scope_number_entry_revert (ScopeNumberEntry *self)
{
  show_value (self);
}

/* Taken with Return, the value is done: the plot has the keys again. */
static void
activate_cb (ScopeNumberEntry *self)
{
  scope_number_entry_commit (self);
  if (!gtk_widget_has_css_class (GTK_WIDGET (self), "error"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-plot", NULL);
}

static void
focus_leave_cb (GtkEventControllerFocus *controller, ScopeNumberEntry *self)
{
  scope_number_entry_commit (self);
  self->in_use = FALSE;
  if (!gtk_widget_has_css_class (GTK_WIDGET (self), "error"))
    show_value (self);
}

static void
focus_enter_cb (GtkEventControllerFocus *controller, ScopeNumberEntry *self)
{
  self->in_use = TRUE;
  if (!gtk_widget_has_css_class (GTK_WIDGET (self), "error"))
    show_value (self);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                ScopeNumberEntry *self)
{
  if (key != GDK_KEY_Escape || g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self)), self->shown) == 0)
    return GDK_EVENT_PROPAGATE;
  show_value (self);
  return GDK_EVENT_STOP;
}

void
scope_number_entry_set_range (ScopeNumberEntry *self, double least, double most, const char *allowed)
{
  self->least = least;
  self->most = most;
  g_free (self->allowed);
  self->allowed = g_strdup (allowed);
}

double
scope_number_entry_get_value (ScopeNumberEntry *self)
{
  return self->value;
}

void
scope_number_entry_set_value (ScopeNumberEntry *self, double value)
{
  if (self->value == value)
    return;
  self->value = value;
  show_value (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_VALUE]);
}

/* Not before: the entry's own text arrives while it is constructed. */
static void
scope_number_entry_constructed (GObject *object)
{
  G_OBJECT_CLASS (scope_number_entry_parent_class)->constructed (object);
  show_value (SCOPE_NUMBER_ENTRY (object));
}

static void
scope_number_entry_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_double (value, SCOPE_NUMBER_ENTRY (object)->value);
}

static void
scope_number_entry_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_VALUE)
    scope_number_entry_set_value (SCOPE_NUMBER_ENTRY (object), g_value_get_double (value));
  else if (id == PROP_DIGITS)
    SCOPE_NUMBER_ENTRY (object)->digits = g_value_get_uint (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
scope_number_entry_finalize (GObject *object)
{
  g_free (SCOPE_NUMBER_ENTRY (object)->shown);
  g_free (SCOPE_NUMBER_ENTRY (object)->allowed);
  G_OBJECT_CLASS (scope_number_entry_parent_class)->finalize (object);
}

static void
scope_number_entry_class_init (ScopeNumberEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = scope_number_entry_constructed;
  object_class->get_property = scope_number_entry_get_property;
  object_class->set_property = scope_number_entry_set_property;
  object_class->finalize = scope_number_entry_finalize;
  props[PROP_VALUE]
    = g_param_spec_double ("value", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_DIGITS] = g_param_spec_uint ("digits", NULL, NULL, 1, ENTRY_DIGITS, ENTRY_DIGITS,
                                          G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[COMMITTED] = g_signal_new ("committed", SCOPE_TYPE_NUMBER_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 0);
}

static void
scope_number_entry_init (ScopeNumberEntry *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *key = gtk_event_controller_key_new ();
  g_autofree char *any = scope_number_entry_allow_any ();

  scope_number_entry_set_range (self, -G_MAXDOUBLE, G_MAXDOUBLE, any);
  gtk_entry_set_input_purpose (GTK_ENTRY (self), GTK_INPUT_PURPOSE_NUMBER);
  gtk_entry_set_alignment (GTK_ENTRY (self), 1);
  scope_direction_keep (GTK_WIDGET (self), NULL);
  g_signal_connect (focus, "enter", G_CALLBACK (focus_enter_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (focus_leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  g_signal_connect (self, "activate", G_CALLBACK (activate_cb), NULL);
}
