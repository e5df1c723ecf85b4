
#include "state.h"

#include <math.h>
#include <string.h>

#include "history.h"

struct _ScopeState
{
  GObject parent_instance;

  ScopeValues values;
  ScopeView view;
  ScopeOutcome outcome;
  gboolean outcome_valid;
  ScopeHistory *history; /* Owned */

  guint drag_depth;
  gboolean drag_recorded; /* the drag's one undo step was pushed */
};

G_DEFINE_FINAL_TYPE (ScopeState, scope_state, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_LOGIT_1,
  PROP_LOGIT_2,
  PROP_LOGIT_3,
  PROP_BIAS,
  PROP_WEIGHT_1,
  PROP_WEIGHT_2,
  PROP_WEIGHT_3,
  PROP_RATE,
  PROP_OBSERVED,
  PROP_WIRING,
  PROP_SHOW_QUESTION,
  PROP_SHOW_BAR,
  PROP_SHOW_TANGENT,
  PROP_SHOW_OTHERS,
  PROP_SHOW_PROBABILITIES,
  PROP_SHOW_GUESS,
  PROP_SHOW_DOWNHILL,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_FLOWER,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

enum { CHANGED, SETTLED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const char *const class_names[SCOPE_N_CLASSES] = { "Setosa", "Versicolor", "Virginica" };

/* The flags of the show-… properties, in their order. */
static const unsigned show_flags[] = {
  SCOPE_SHOW_QUESTION,      SCOPE_SHOW_BAR,   SCOPE_SHOW_TANGENT,  SCOPE_SHOW_OTHER_CASES,
  SCOPE_SHOW_PROBABILITIES, SCOPE_SHOW_GUESS, SCOPE_SHOW_DOWNHILL,
};

static void
fill_start (ScopeValues *values)
{
  ScopeFigure start;

  scope_figure_init (&start);
  memset (values, 0, sizeof *values);
  values->parameters = start.parameters;
  values->wiring = SCOPE_WIRING_CLASS_1;
  values->show = start.show;
  values->rate = start.rate;
  g_strlcpy (values->flower, "Worked example 1: Setosa", sizeof values->flower);
}

static void
notify_difference (ScopeState *self, const ScopeValues *before)
{
  const ScopeParameters *now = &self->values.parameters, *then = &before->parameters;

  for (guint k = 0; k < SCOPE_N_CLASSES; k++)
    {
      if (now->a[k] != then->a[k])
        g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LOGIT_1 + k]);
      if (now->w[k] != then->w[k])
        g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WEIGHT_1 + k]);
    }
  if (now->b != then->b)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BIAS]);
  if (now->observed != then->observed)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_OBSERVED]);
  if (self->values.wiring != before->wiring)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WIRING]);
  if (self->values.rate != before->rate)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RATE]);
  for (guint i = 0; i < G_N_ELEMENTS (show_flags); i++)
    if ((self->values.show ^ before->show) & show_flags[i])
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHOW_QUESTION + i]);
  if (strcmp (self->values.flower, before->flower) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FLOWER]);
}

static void
notify_history (ScopeState *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CAN_UNDO]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CAN_REDO]);
}

/* The view follows what it must show; a change of b₃ inside the axis leaves it as it is. */
static void
follow (ScopeState *self, const ScopeValues *before)
{
  const ScopeParameters *now = &self->values.parameters;
  gboolean curves_changed
    = memcmp (now->a, before->parameters.a, sizeof now->a) != 0
      || memcmp (now->w, before->parameters.w, sizeof now->w) != 0;

  if (scope_view_follow (&self->view, now->b) || curves_changed)
    scope_view_adapt (&self->view, now);
}

/* Everything that changes values ends here: one notification of each, one “changed”. */
static void
apply (ScopeState *self, const ScopeValues *values)
{
  ScopeValues before = self->values;

  g_object_freeze_notify (G_OBJECT (self));
  self->values = *values;
  self->outcome_valid = FALSE;
  follow (self, &before);
  notify_difference (self, &before);
  notify_history (self);
  g_object_thaw_notify (G_OBJECT (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

/* kind: what is changed, so that a run of key presses becomes one undo step. */
static void
change (ScopeState *self, const ScopeValues *values, int kind)
{
  if (scope_values_equal (&self->values, values))
    return;

  if (self->drag_depth == 0)
    scope_history_push (self->history, &self->values, kind, g_get_monotonic_time ());
  else if (!self->drag_recorded)
    {
      scope_history_push (self->history, &self->values, 0, g_get_monotonic_time ());
      self->drag_recorded = TRUE;
    }
  apply (self, values);
}

/* --- Setters */

void
scope_state_set_logit (ScopeState *self, unsigned k, double logit)
{
  ScopeValues values = self->values;

  if (!isfinite (logit) || values.parameters.a[k] == logit)
    return;
  values.parameters.a[k] = logit;
  values.flower[0] = '\0';
  change (self, &values, (int) (PROP_LOGIT_1 + k));
}

void
scope_state_set_bias (ScopeState *self, double bias)
{
  ScopeValues values = self->values;

  if (!isfinite (bias))
    return;
  values.parameters.b = bias;
  change (self, &values, PROP_BIAS);
}

/* The wiring “observed class” goes with the observed class. */
static void
rewire (ScopeValues *values)
{
  scope_wiring_weights (values->wiring, values->parameters.observed, values->parameters.w);
}

void
scope_state_set_observed (ScopeState *self, unsigned observed)
{
  ScopeValues values = self->values;

  if (observed >= SCOPE_N_CLASSES)
    return;
  values.parameters.observed = observed;
  rewire (&values);
  change (self, &values, 0);
}

void
scope_state_set_wiring (ScopeState *self, ScopeWiring wiring)
{
  ScopeValues values = self->values;

  values.wiring = wiring;
  rewire (&values);
  change (self, &values, 0);
}

void
scope_state_set_weights (ScopeState *self, const double w[SCOPE_N_CLASSES])
{
  ScopeValues values = self->values;

  if (!isfinite (w[0]) || !isfinite (w[1]) || !isfinite (w[2]))
    return;
  memcpy (values.parameters.w, w, sizeof values.parameters.w);
  values.wiring = SCOPE_WIRING_CUSTOM;
  change (self, &values, PROP_WEIGHT_1);
}

void
scope_state_set_show (ScopeState *self, unsigned show)
{
  ScopeValues values = self->values;

  values.show = show;
  change (self, &values, 0);
}

static void
set_rate (ScopeState *self, double rate)
{
  ScopeValues values = self->values;

  if (!isfinite (rate) || rate <= 0)
    return;
  values.rate = rate;
  change (self, &values, PROP_RATE);
}

void
scope_state_choose_flower (ScopeState *self, const char *name, const double a[SCOPE_N_CLASSES],
                           unsigned observed)
{
  ScopeValues values = self->values;

  memcpy (values.parameters.a, a, sizeof values.parameters.a);
  values.parameters.observed = observed;
  g_strlcpy (values.flower, name, sizeof values.flower);
  rewire (&values);
  scope_view_fit (&self->view, &values.parameters);
  change (self, &values, 0);
}

void
scope_state_set_view (ScopeState *self, const ScopeView *view)
{
  self->view = *view;
  scope_view_adapt (&self->view, &self->values.parameters);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
scope_state_reset_view (ScopeState *self)
{
  scope_view_fit (&self->view, &self->values.parameters);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- Undo */

void
scope_state_begin_drag (ScopeState *self)
{
  if (self->drag_depth++ == 0)
    self->drag_recorded = FALSE;
}

void
scope_state_end_drag (ScopeState *self)
{
  g_return_if_fail (self->drag_depth > 0);

  if (--self->drag_depth > 0)
    return;
  scope_history_break (self->history);
  g_signal_emit (self, signals[SETTLED], 0);
}

gboolean
scope_state_is_dragging (ScopeState *self)
{
  return self->drag_depth > 0;
}

void
scope_state_undo (ScopeState *self)
{
  ScopeValues values = self->values;

  if (self->drag_depth == 0 && scope_history_undo (self->history, &values))
    apply (self, &values);
}

void
scope_state_redo (ScopeState *self)
{
  ScopeValues values = self->values;

  if (self->drag_depth == 0 && scope_history_redo (self->history, &values))
    apply (self, &values);
}

void
scope_state_reset (ScopeState *self)
{
  ScopeValues start;

  fill_start (&start);
  change (self, &start, 0);
  scope_view_init (&self->view, &self->values.parameters);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- Getters */

const ScopeParameters *
scope_state_get_parameters (ScopeState *self)
{
  return &self->values.parameters;
}

const ScopeOutcome *
scope_state_get_outcome (ScopeState *self)
{
  if (!self->outcome_valid)
    scope_evaluate (&self->values.parameters, &self->outcome);
  self->outcome_valid = TRUE;
  return &self->outcome;
}

const ScopeView *
scope_state_get_view (ScopeState *self)
{
  return &self->view;
}

const char *const *
scope_state_get_class_names (ScopeState *self)
{
  return class_names;
}

unsigned
scope_state_get_show (ScopeState *self)
{
  return self->values.show;
}

ScopeWiring
scope_state_get_wiring (ScopeState *self)
{
  return self->values.wiring;
}

const char *
scope_state_get_flower (ScopeState *self)
{
  return self->values.flower[0] != '\0' ? self->values.flower : NULL;
}

void
scope_state_fill_figure (ScopeState *self, ScopeFigure *figure)
{
  scope_figure_init (figure);
  figure->parameters = self->values.parameters;
  figure->view = self->view;
  figure->show = self->values.show;
  figure->rate = self->values.rate;
  figure->settled = self->drag_depth == 0;
  for (guint k = 0; k < SCOPE_N_CLASSES; k++)
    figure->class_names[k] = class_names[k];
}

/* --- Kept from one start to the next */

#define GROUP "Scenario"

char *
scope_state_save (ScopeState *self)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  ScopeParameters *in = &self->values.parameters;
  double axis[2] = { self->view.axis_lo, self->view.axis_hi };

  g_key_file_set_double_list (file, GROUP, "logits", in->a, SCOPE_N_CLASSES);
  g_key_file_set_double_list (file, GROUP, "weights", in->w, SCOPE_N_CLASSES);
  g_key_file_set_double (file, GROUP, "bias", in->b);
  g_key_file_set_double (file, GROUP, "rate", self->values.rate);
  g_key_file_set_integer (file, GROUP, "observed", (int) in->observed);
  g_key_file_set_integer (file, GROUP, "wiring", (int) self->values.wiring);
  g_key_file_set_integer (file, GROUP, "show", (int) self->values.show);
  g_key_file_set_string (file, GROUP, "flower", self->values.flower);
  g_key_file_set_double_list (file, GROUP, "axis", axis, 2);
  return g_key_file_to_data (file, NULL, NULL);
}

static gboolean
read_numbers (GKeyFile *file, const char *key, double *numbers, gsize n)
{
  gsize length = 0;
  g_autofree double *list = g_key_file_get_double_list (file, GROUP, key, &length, NULL);

  if (list == NULL || length != n)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    if (!isfinite (list[i]))
      return FALSE;
  memcpy (numbers, list, n * sizeof *numbers);
  return TRUE;
}

static gboolean
read_values (GKeyFile *file, ScopeValues *values)
{
  int observed = g_key_file_get_integer (file, GROUP, "observed", NULL);
  int wiring = g_key_file_get_integer (file, GROUP, "wiring", NULL);
  int show = g_key_file_get_integer (file, GROUP, "show", NULL);
  g_autofree char *flower = g_key_file_get_string (file, GROUP, "flower", NULL);

  if (!read_numbers (file, "logits", values->parameters.a, SCOPE_N_CLASSES)
      || !read_numbers (file, "weights", values->parameters.w, SCOPE_N_CLASSES)
      || !read_numbers (file, "bias", &values->parameters.b, 1)
      || !read_numbers (file, "rate", &values->rate, 1))
    return FALSE;
  if (observed < 0 || observed >= SCOPE_N_CLASSES || wiring < 0 || wiring > SCOPE_WIRING_CUSTOM
      || values->rate <= 0)
    return FALSE;
  values->parameters.observed = (unsigned) observed;
  values->wiring = (ScopeWiring) wiring;
  values->show = (unsigned) show;
  rewire (values);
  g_strlcpy (values->flower, flower != NULL ? flower : "", sizeof values->flower);
  return TRUE;
}

gboolean
scope_state_restore (ScopeState *self, const char *text)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  ScopeValues values = self->values;
  double axis[2];

  if (!g_key_file_load_from_data (file, text, (gsize) -1, G_KEY_FILE_NONE, NULL)
      || !read_values (file, &values))
    return FALSE;

  if (read_numbers (file, "axis", axis, 2) && axis[0] < axis[1])
    scope_view_init_axis (&self->view, &values.parameters, axis[0], axis[1]);
  else
    scope_view_init (&self->view, &values.parameters);
  apply (self, &values);
  return TRUE;
}

/* --- GObject */

static void
scope_state_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ScopeState *self = SCOPE_STATE (object);
  const ScopeValues *values = &self->values;

  if (id >= PROP_LOGIT_1 && id <= PROP_LOGIT_3)
    g_value_set_double (value, values->parameters.a[id - PROP_LOGIT_1]);
  else if (id >= PROP_WEIGHT_1 && id <= PROP_WEIGHT_3)
    g_value_set_double (value, values->parameters.w[id - PROP_WEIGHT_1]);
  else if (id >= PROP_SHOW_QUESTION && id <= PROP_SHOW_DOWNHILL)
    g_value_set_boolean (value, (values->show & show_flags[id - PROP_SHOW_QUESTION]) != 0);
  else if (id == PROP_BIAS)
    g_value_set_double (value, values->parameters.b);
  else if (id == PROP_RATE)
    g_value_set_double (value, values->rate);
  else if (id == PROP_OBSERVED)
    g_value_set_uint (value, values->parameters.observed);
  else if (id == PROP_WIRING)
    g_value_set_int (value, (int) values->wiring);
  else if (id == PROP_CAN_UNDO)
    g_value_set_boolean (value, scope_history_can_undo (self->history));
  else if (id == PROP_CAN_REDO)
    g_value_set_boolean (value, scope_history_can_redo (self->history));
  else if (id == PROP_FLOWER)
    g_value_set_string (value, scope_state_get_flower (self));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
scope_state_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ScopeState *self = SCOPE_STATE (object);
  double w[SCOPE_N_CLASSES];

  if (id >= PROP_LOGIT_1 && id <= PROP_LOGIT_3)
    scope_state_set_logit (self, id - PROP_LOGIT_1, g_value_get_double (value));
  else if (id >= PROP_WEIGHT_1 && id <= PROP_WEIGHT_3)
    {
      memcpy (w, self->values.parameters.w, sizeof w);
      w[id - PROP_WEIGHT_1] = g_value_get_double (value);
      if (w[id - PROP_WEIGHT_1] != self->values.parameters.w[id - PROP_WEIGHT_1])
        scope_state_set_weights (self, w);
    }
  else if (id >= PROP_SHOW_QUESTION && id <= PROP_SHOW_DOWNHILL)
    {
      unsigned flag = show_flags[id - PROP_SHOW_QUESTION];

      scope_state_set_show (self, g_value_get_boolean (value) ? self->values.show | flag
                                                              : self->values.show & ~flag);
    }
  else if (id == PROP_BIAS)
    scope_state_set_bias (self, g_value_get_double (value));
  else if (id == PROP_RATE)
    set_rate (self, g_value_get_double (value));
  else if (id == PROP_OBSERVED)
    scope_state_set_observed (self, g_value_get_uint (value));
  else if (id == PROP_WIRING)
    scope_state_set_wiring (self, (ScopeWiring) g_value_get_int (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
scope_state_finalize (GObject *object)
{
  ScopeState *self = SCOPE_STATE (object);

  g_clear_pointer (&self->history, scope_history_free);
  G_OBJECT_CLASS (scope_state_parent_class)->finalize (object);
}

static void
install_doubles (void)
{
  static const char *const names[] = { "logit-1",  "logit-2",  "logit-3",  "bias",
                                       "weight-1", "weight-2", "weight-3", "rate" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    props[PROP_LOGIT_1 + i]
      = g_param_spec_double (names[i], NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
}

static void
install_booleans (void)
{
  static const char *const names[] = { "show-question",      "show-bar",   "show-tangent",
                                       "show-others",        "show-probabilities",
                                       "show-guess",         "show-downhill" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    props[PROP_SHOW_QUESTION + i]
      = g_param_spec_boolean (names[i], NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                | G_PARAM_STATIC_STRINGS);
}

static void
scope_state_class_init (ScopeStateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags writable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = scope_state_get_property;
  object_class->set_property = scope_state_set_property;
  object_class->finalize = scope_state_finalize;

  install_doubles ();
  install_booleans ();
  props[PROP_OBSERVED] = g_param_spec_uint ("observed", NULL, NULL, 0, 2, 0, writable);
  props[PROP_WIRING]
    = g_param_spec_int ("wiring", NULL, NULL, 0, SCOPE_WIRING_CUSTOM, 0, writable);
  props[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, readable);
  props[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, readable);
  props[PROP_FLOWER] = g_param_spec_string ("flower", NULL, NULL, NULL, readable);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[CHANGED] = g_signal_new ("changed", SCOPE_TYPE_STATE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[SETTLED] = g_signal_new ("settled", SCOPE_TYPE_STATE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
scope_state_init (ScopeState *self)
{
  self->history = scope_history_new ();
  fill_start (&self->values);
  scope_view_init (&self->view, &self->values.parameters);
}

ScopeState *
scope_state_new (void)
{
  return g_object_new (SCOPE_TYPE_STATE, NULL);
}
