/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "value-row.h"

#include <float.h>
#include <glib/gi18n.h>
#include <math.h>

#include "accessible-text.h"
#include "accessible.h"
#include "direction.h"
#include "flow.h"
#include "hidden.h"
#include "number-entry.h"
#include "scale.h"
#include "slider-marks.h"
#include "stage-style.h"
#include "value-describe.h"

#define LEAST_BOUND 10.0
#define STEPS_PER_RANGE 200
#define STEPS_PER_PAGE 10

struct _ScopeValueRow
{
  GtkWidget parent_instance;

  /* Template children */
  GtkWidget *box;
  GtkLabel *title;
  ScopeNumberEntry *entry;
  GtkWidget *minus, *plus;
  GtkScale *scale;
  GtkInscription *equation; /* unlike a label, it is never laid out anew */

  ScopeState *state; /* Owned */
  guint index;
  double bound;
  gboolean updating, dragging; /* the row itself moves the slider; a hand does */
};

G_DEFINE_FINAL_TYPE (ScopeValueRow, scope_value_row, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_STATE,
  PROP_INDEX,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

static gboolean
is_logit (ScopeValueRow *self)
{
  return self->index < SCOPE_N_CLASSES;
}

/* A row whose slider stands for the exponent of its value; a range of its own, and the way that it
 * runs. */
typedef struct
{
  double least, most; /* powers of ten */
  gboolean falling;   /* the largest value at the left */
} Logarithm;

static const Logarithm *
get_logarithm (ScopeValueRow *self)
{
  static const Logarithm step_h = { -12, 0, TRUE }, rate = { -4, 3, FALSE };

  return self->index == SCOPE_VALUE_ROW_STEP_H ? &step_h : self->index == SCOPE_VALUE_ROW_RATE ? &rate : NULL;
}

static double
get_value (ScopeValueRow *self)
{
  return scope_value_get (self->state, self->index);
}

static void
set_value (ScopeValueRow *self, double value)
{
  scope_value_set (self->state, self->index, value);
}

/* Where the slider stands for a value. */
static double
get_position (ScopeValueRow *self)
{
  return get_logarithm (self) != NULL ? log10 (get_value (self)) : get_value (self);
}

static double
get_step (ScopeValueRow *self)
{
  double step = self->bound / (STEPS_PER_RANGE / 2); /* twice the largest bound is no number */
  return scope_scale_round_125 (step, step);
}

/* --- What the row shows */

static void
update_texts (ScopeValueRow *self)
{
  g_autofree char *equation = scope_value_equation (self->state, self->index);
  g_autofree char *text = scope_value_describe (self->state, self->index);

  if (equation != NULL)
    {
      gtk_inscription_set_text (self->equation, equation);
      scope_accessible_name (GTK_ACCESSIBLE (self->equation), equation);
    }
  scope_accessible_tell_value (GTK_RANGE (self->scale), GTK_WIDGET (self->equation), text, get_value (self));
}

static void
update_range (ScopeValueRow *self)
{
  GtkAdjustment *adjustment = gtk_range_get_adjustment (GTK_RANGE (self->scale));
  const Logarithm *logarithm = get_logarithm (self);
  double step = get_step (self);

  if (logarithm != NULL)
    {
      gtk_adjustment_configure (adjustment, get_position (self), logarithm->least, logarithm->most, 0.1, 1,
                                0);
      return;
    }
  gtk_adjustment_configure (adjustment, get_value (self), -self->bound, self->bound, step,
                            STEPS_PER_PAGE * step, 0);
}

static void
update (ScopeValueRow *self)
{
  double value = get_value (self);

  self->updating = TRUE;
  scope_number_entry_set_value (self->entry, value);
  if (fabs (value) > self->bound && get_logarithm (self) == NULL)
    {
      self->bound = scope_scale_bound_125 (fabs (value));
      update_range (self);
    }
  gtk_range_set_value (GTK_RANGE (self->scale), get_position (self));
  self->updating = FALSE;
  update_texts (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
scope_value_row_set_bound (ScopeValueRow *self, double magnitude)
{
  double bound = fmax (LEAST_BOUND, magnitude);

  bound = fmax (bound, fabs (get_value (self)));
  bound = scope_scale_bound_125 (bound);
  if (bound == self->bound)
    return;
  self->bound = bound;
  self->updating = TRUE;
  update_range (self);
  self->updating = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

guint
scope_value_row_get_index (ScopeValueRow *self)
{
  return self->index;
}

void
scope_value_row_narrow (ScopeValueRow *self)
{
  if (self->bound >= 10 * fmax (LEAST_BOUND, fabs (get_value (self))))
    scope_value_row_set_bound (self, 0);
}

void
scope_value_row_set_lines (ScopeValueRow *self, guint n)
{
  gtk_inscription_set_min_lines (self->equation, n);
}

/* The ghost: where b₃ and the shift take the logit, on the slider's own scale. */
static void
draw_ghost (ScopeValueRow *self, GtkSnapshot *snapshot)
{
  const ScopeParameters *in = scope_state_get_parameters (self->state);
  double z;

  /* The mark would show where b₃ is wired. */
  if (!is_logit (self) || (in->w[self->index] == 0 && in->shift == 0)
      || (scope_hidden_places (scope_state_get_hide (self->state), in) & SCOPE_PLACE_DZ_DB))
    return;
  z = CLAMP (scope_state_get_outcome (self->state)->z[self->index], -self->bound, self->bound);
  scope_slider_draw_ghost (self->scale, GTK_WIDGET (self), snapshot, (z / self->bound + 1) / 2);
}

static void
scope_value_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ScopeValueRow *self = SCOPE_VALUE_ROW (widget);

  GTK_WIDGET_CLASS (scope_value_row_parent_class)->snapshot (widget, snapshot);
  draw_ghost (self, snapshot);
  /* Beside a presentation, where an entry is too far from the hand that drags. */
  if (scope_stage_style_is_on (widget))
    scope_slider_draw_value (self->scale, widget, snapshot, get_value (self));
}

/* --- What the user does */

static void
value_changed_cb (GtkRange *range, ScopeValueRow *self)
{
  double width = gtk_widget_get_width (GTK_WIDGET (range));

  if (self->updating)
    return;
  if (get_logarithm (self) != NULL)
    {
      set_value (self, scope_scale_round_digits (pow (10, gtk_range_get_value (range))));
      /* Also where the value is the same, and GTK has told where the slider stands. */
      update_texts (self);
      return;
    }
  set_value (self, scope_scale_round_125 (gtk_range_get_value (range), 2 * self->bound / fmax (width, 1)));
}

static void
committed_cb (ScopeNumberEntry *entry, ScopeValueRow *self)
{
  set_value (self, scope_number_entry_get_value (entry));
  /* What the state did not take, or took as another value, is not left standing. */
  update (self);
}

/* From one of 1, 2, 5, 10, 20, … to the next, or by ten times for a page. */
static void
step_logarithm (ScopeValueRow *self, double steps)
{
  double value = get_value (self);

  if (fabs (steps) > 1)
    set_value (self, scope_scale_round_digits (steps > 0 ? value * 10 : value / 10));
  else
    /* A little more than the ratio of neighbours, so that rounding does not stay in place. */
    set_value (self, scope_scale_bound_125 (steps > 0 ? value * 1.01 : value / 2.51));
}

static void
step_by (ScopeValueRow *self, double steps)
{
  double step = get_step (self);

  if (get_logarithm (self) != NULL)
    {
      step_logarithm (self, steps);
      return;
    }
  set_value (self, scope_scale_round_125 (get_value (self) + steps * step, step));
}

static void
minus_cb (GtkButton *button, ScopeValueRow *self)
{
  step_by (self, -1);
}

static void
plus_cb (GtkButton *button, ScopeValueRow *self)
{
  step_by (self, 1);
}

static gboolean
entry_key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
              ScopeValueRow *self)
{
  switch (key)
    {
    case GDK_KEY_Up:
      step_by (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
      step_by (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
      step_by (self, STEPS_PER_PAGE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
      step_by (self, -STEPS_PER_PAGE);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
begin_drag (ScopeValueRow *self)
{
  if (!self->dragging)
    scope_state_begin_drag (self->state);
  self->dragging = TRUE;
}

static void
end_drag (ScopeValueRow *self)
{
  if (self->dragging)
    scope_state_end_drag (self->state);
  self->dragging = FALSE;
}

static gboolean
ended_cb (gpointer data)
{
  g_autoptr (ScopeValueRow) self = data;

  end_drag (self);
  return G_SOURCE_REMOVE;
}

/* GtkScale says nothing at the end of a drag, and its gesture takes the pointer from any gesture of
 * ours at the first move: what is left are press and release themselves. */
static gboolean
pointer_cb (GtkEventControllerLegacy *controller, GdkEvent *event, ScopeValueRow *self)
{
  switch ((int) gdk_event_get_event_type (event))
    {
    case GDK_BUTTON_PRESS:
    case GDK_TOUCH_BEGIN:
      begin_drag (self);
      break;
    case GDK_BUTTON_RELEASE:
    case GDK_TOUCH_END:
    case GDK_TOUCH_CANCEL:
    case GDK_GRAB_BROKEN:
      /* The slider itself comes after this one, its last move is part of the drag, the next key not. */
      g_idle_add_full (G_PRIORITY_HIGH, ended_cb, g_object_ref (self), NULL);
      break;
    default:
      break;
    }
  return GDK_EVENT_PROPAGATE;
}

/* The wheel belongs to the sidebar until the slider has the focus. */
static void
update_wheel (ScopeValueRow *self)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->scale));
  gboolean focused = gtk_widget_has_focus (GTK_WIDGET (self->scale));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_event_controller_set_propagation_phase (controller, focused ? GTK_PHASE_BUBBLE : GTK_PHASE_NONE);
    }
}

/* --- GObject */

static void
name_children (ScopeValueRow *self)
{
  const char *symbol = scope_value_symbol (self->index);
  g_autofree char *title = scope_value_title (self->state, self->index);
  g_autofree char *slider = scope_value_name (self->state, self->index);
  g_autofree char *entry = g_strdup_printf (_ ("%s, exact value"), slider);
  g_autofree char *less = g_strdup_printf (_ ("Decrease %s"), symbol);
  g_autofree char *more = g_strdup_printf (_ ("Increase %s"), symbol);

  gtk_label_set_text (self->title, title);
  scope_accessible_name (GTK_ACCESSIBLE (self->title), title);
  scope_accessible_name (GTK_ACCESSIBLE (self), title);
  scope_accessible_name (GTK_ACCESSIBLE (self->scale), slider);
  scope_accessible_name (GTK_ACCESSIBLE (self->entry), entry);
  scope_accessible_name_by_tip (self->minus, less);
  scope_accessible_name_by_tip (self->plus, more);
  gtk_widget_set_visible (GTK_WIDGET (self->equation),
                          self->index != SCOPE_VALUE_ROW_BIAS && self->index != SCOPE_VALUE_ROW_RATE);
}

/* Learning rates and steps h have ranges of their own. */
static void
set_range (ScopeValueRow *self)
{
  g_autofree char *allowed = scope_value_allowed (self->index);

  if (self->index == SCOPE_VALUE_ROW_RATE)
    scope_number_entry_set_range (self->entry, DBL_TRUE_MIN, G_MAXDOUBLE, allowed);
  else if (self->index == SCOPE_VALUE_ROW_STEP_H)
    scope_number_entry_set_range (self->entry, SCOPE_LEAST_STEP_H, SCOPE_MOST_STEP_H, allowed);
}

static void
scope_value_row_constructed (GObject *object)
{
  ScopeValueRow *self = SCOPE_VALUE_ROW (object);

  G_OBJECT_CLASS (scope_value_row_parent_class)->constructed (object);
  set_range (self);
  self->bound = LEAST_BOUND;
  name_children (self);
  self->updating = TRUE;
  update_range (self);
  if (get_logarithm (self) != NULL)
    gtk_range_set_inverted (GTK_RANGE (self->scale), get_logarithm (self)->falling);
  self->updating = FALSE;
  update (self);
  update_wheel (self);
  g_signal_connect_object (self->state, "notify::classes", G_CALLBACK (name_children), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state, "told", G_CALLBACK (update_texts), self, G_CONNECT_SWAPPED);
}

static void
scope_value_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ScopeValueRow *self = SCOPE_VALUE_ROW (object);

  if (id == PROP_STATE)
    self->state = g_value_dup_object (value);
  else if (id == PROP_INDEX)
    self->index = g_value_get_uint (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
scope_value_row_dispose (GObject *object)
{
  ScopeValueRow *self = SCOPE_VALUE_ROW (object);

  end_drag (self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->state);
  G_OBJECT_CLASS (scope_value_row_parent_class)->dispose (object);
}

static void
scope_value_row_class_init (ScopeValueRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = scope_value_row_constructed;
  object_class->set_property = scope_value_row_set_property;
  object_class->dispose = scope_value_row_dispose;
  widget_class->snapshot = scope_value_row_snapshot;
  props[PROP_STATE] = g_param_spec_object ("state", NULL, NULL, SCOPE_TYPE_STATE, flags);
  props[PROP_INDEX] = g_param_spec_uint ("index", NULL, NULL, 0, SCOPE_N_VALUE_ROWS - 1, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_type_ensure (SCOPE_TYPE_NUMBER_ENTRY);
  g_type_ensure (SCOPE_TYPE_FLOW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/logitscope/Logitscope/value-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ScopeValueRow, box);
  gtk_widget_class_bind_template_child (widget_class, ScopeValueRow, title);
  gtk_widget_class_bind_template_child (widget_class, ScopeValueRow, entry);
  gtk_widget_class_bind_template_child (widget_class, ScopeValueRow, minus);
  gtk_widget_class_bind_template_child (widget_class, ScopeValueRow, plus);
  gtk_widget_class_bind_template_child (widget_class, ScopeValueRow, scale);
  gtk_widget_class_bind_template_child (widget_class, ScopeValueRow, equation);
  gtk_widget_class_bind_template_callback (widget_class, value_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, committed_cb);
  gtk_widget_class_bind_template_callback (widget_class, minus_cb);
  gtk_widget_class_bind_template_callback (widget_class, plus_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, pointer_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
scope_value_row_init (ScopeValueRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  scope_direction_keep (GTK_WIDGET (self->scale), gtk_widget_get_parent (GTK_WIDGET (self->entry)), NULL);
  g_signal_connect_object (self->scale, "notify::has-focus", G_CALLBACK (update_wheel), self,
                           G_CONNECT_SWAPPED);
}
