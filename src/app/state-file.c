/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "state-private.h"

#include <math.h>
#include <string.h>

/* --- Kept from one start to the next */

#define GROUP "Scenario"
#define ROWS "Rows"

/* "ghost-1=" the logits, the weights, the shift and the observed class; "ghost-1-name=". */
#define N_KEPT 8

static void
save_ghosts (GKeyFile *file, const ScopeValues *values)
{
  g_key_file_set_integer (file, GROUP, "ghosts", (int) values->n_ghosts);
  for (guint i = 0; i < values->n_ghosts; i++)
    {
      const ScopeParameters *in = &values->ghosts[i].parameters;
      double numbers[N_KEPT]
        = { in->a[0], in->a[1], in->a[2], in->w[0], in->w[1], in->w[2], in->shift, in->observed };
      g_autofree char *key = g_strdup_printf ("ghost-%u", i + 1);
      g_autofree char *name = g_strdup_printf ("ghost-%u-name", i + 1);

      g_key_file_set_double_list (file, GROUP, key, numbers, N_KEPT);
      g_key_file_set_string (file, GROUP, name, values->ghosts[i].name);
    }
}

/* "trail=" the places, "trail-rates=" what led to each, "trail-at=" the present one. */
static void
save_walk (GKeyFile *file, const char *key, const ScopeWalk *walk)
{
  g_autofree char *rates = g_strconcat (key, "-rates", NULL);
  g_autofree char *at = g_strconcat (key, "-at", NULL);

  if (walk->n == 0)
    return;
  g_key_file_set_double_list (file, GROUP, key, walk->track->b, walk->n);
  g_key_file_set_double_list (file, GROUP, rates, walk->track->rate, walk->n);
  g_key_file_set_integer (file, GROUP, at, (int) walk->at);
}

/* "[Rows]" "1=1.0368;0.0032;0.1352;Setosa", and which is selected, and what is made of them. */
static void
save_rows (ScopeState *self, GKeyFile *file)
{
  const ScopeRowBlock *block = self->values.rows;

  if (block == NULL)
    return;
  g_key_file_set_integer (file, GROUP, "selected", (int) self->values.selected + 1);
  g_key_file_set_string (file, GROUP, "sum", self->values.mean ? "mean" : "total");
  for (guint i = 0; i < block->n; i++)
    {
      const ScopeBatchRow *row = &block->rows[i];
      char key[16], number[SCOPE_N_CLASSES][G_ASCII_DTOSTR_BUF_SIZE];
      const char *fields[SCOPE_N_CLASSES + 1];

      for (guint k = 0; k < SCOPE_N_CLASSES; k++)
        fields[k] = g_ascii_dtostr (number[k], sizeof number[k], row->a[k]);
      fields[SCOPE_N_CLASSES] = scope_state_get_class_names (self)[row->observed];
      g_snprintf (key, sizeof key, "%u", i + 1);
      g_key_file_set_string_list (file, ROWS, key, fields, G_N_ELEMENTS (fields));
    }
}

char *
scope_state_save (ScopeState *self)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  ScopeParameters *in = &self->values.parameters;
  double axis[2] = { self->view.axis_lo, self->view.axis_hi };

  g_key_file_set_double_list (file, GROUP, "logits", in->a, SCOPE_N_CLASSES);
  g_key_file_set_double_list (file, GROUP, "weights", in->w, SCOPE_N_CLASSES);
  g_key_file_set_double (file, GROUP, "bias", in->b);
  g_key_file_set_double (file, GROUP, "shift", in->shift);
  g_key_file_set_double (file, GROUP, "rate", self->values.rate);
  g_key_file_set_double (file, GROUP, "estimate", self->values.estimate);
  g_key_file_set_double (file, GROUP, "step-h", self->values.step_h);
  g_key_file_set_integer (file, GROUP, "observed", (int) in->observed);
  g_key_file_set_integer (file, GROUP, "wiring", (int) self->values.wiring);
  g_key_file_set_integer (file, GROUP, "show", (int) self->values.show);
  g_key_file_set_integer (file, GROUP, "hide", (int) self->values.hide);
  g_key_file_set_string (file, GROUP, "flower", self->values.flower);
  g_key_file_set_double_list (file, GROUP, "axis", axis, 2);
  save_ghosts (file, &self->values);
  save_walk (file, "trail", &self->values.walk);
  save_walk (file, "kept-trail", &self->values.kept_walk);
  save_rows (self, file);
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
read_ghost (GKeyFile *file, guint i, ScopeKept *kept)
{
  g_autofree char *key = g_strdup_printf ("ghost-%u", i + 1);
  g_autofree char *name_key = g_strdup_printf ("ghost-%u-name", i + 1);
  g_autofree char *name = g_key_file_get_string (file, GROUP, name_key, NULL);
  double numbers[N_KEPT];

  if (!read_numbers (file, key, numbers, N_KEPT) || name == NULL
      || !scope_kept_set_name (kept, name))
    return FALSE;
  if (numbers[7] != 0 && numbers[7] != 1 && numbers[7] != 2)
    return FALSE;
  kept->parameters = (ScopeParameters) { .shift = numbers[6], .observed = (unsigned) numbers[7] };
  memcpy (kept->parameters.a, numbers, sizeof kept->parameters.a);
  memcpy (kept->parameters.w, numbers + SCOPE_N_CLASSES, sizeof kept->parameters.w);
  return TRUE;
}

/* What says nothing of kept curves, or of a shift, leaves them as they are. */
static gboolean
read_comparison (GKeyFile *file, ScopeValues *values)
{
  int n = g_key_file_get_integer (file, GROUP, "ghosts", NULL);

  if (g_key_file_has_key (file, GROUP, "shift", NULL)
      && !read_numbers (file, "shift", &values->parameters.shift, 1))
    return FALSE;
  if (!g_key_file_has_key (file, GROUP, "ghosts", NULL))
    return TRUE;
  if (n < 0 || n > SCOPE_MOST_GHOSTS)
    return FALSE;
  values->n_ghosts = (unsigned) n;
  for (guint i = 0; i < values->n_ghosts; i++)
    if (!read_ghost (file, i, &values->ghosts[i]))
      return FALSE;
  return TRUE;
}

static gboolean
read_values (GKeyFile *file, ScopeValues *values)
{
  int observed = g_key_file_get_integer (file, GROUP, "observed", NULL);
  int wiring = g_key_file_get_integer (file, GROUP, "wiring", NULL);
  int show = g_key_file_get_integer (file, GROUP, "show", NULL);
  double step_h;
  g_autofree char *flower = g_key_file_get_string (file, GROUP, "flower", NULL);

  if (!read_numbers (file, "logits", values->parameters.a, SCOPE_N_CLASSES)
      || !read_numbers (file, "weights", values->parameters.w, SCOPE_N_CLASSES)
      || !read_numbers (file, "bias", &values->parameters.b, 1)
      || !read_numbers (file, "rate", &values->rate, 1) || !read_comparison (file, values))
    return FALSE;
  if (!read_numbers (file, "estimate", &values->estimate, 1))
    values->estimate = 0;
  if (observed < 0 || observed >= SCOPE_N_CLASSES || wiring < 0 || wiring > SCOPE_WIRING_CUSTOM
      || values->rate <= 0)
    return FALSE;
  /* Kept by no version before the finite difference: the present one stays. */
  if (read_numbers (file, "step-h", &step_h, 1) && step_h > 0)
    values->step_h = fmin (step_h, 1);
  values->parameters.observed = (unsigned) observed;
  values->wiring = (ScopeWiring) wiring;
  values->show = (unsigned) show;
  values->hide = (unsigned) g_key_file_get_integer (file, GROUP, "hide", NULL) & SCOPE_QUANTITY_ALL;
  scope_values_rewire (values);
  g_strlcpy (values->flower, flower != NULL ? flower : "", sizeof values->flower);
  return TRUE;
}

static gboolean
are_finite (const double *numbers, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (!isfinite (numbers[i]))
      return FALSE;
  return TRUE;
}

/* What is no walk is none: it can be walked again. */
static void
read_walk (ScopeState *self, GKeyFile *file, const char *key, ScopeWalk *walk)
{
  g_autofree char *rates_key = g_strconcat (key, "-rates", NULL);
  g_autofree char *at_key = g_strconcat (key, "-at", NULL);
  gsize n = 0, n_rates = 0;
  g_autofree double *b = g_key_file_get_double_list (file, GROUP, key, &n, NULL);
  g_autofree double *rates = g_key_file_get_double_list (file, GROUP, rates_key, &n_rates, NULL);
  int at = g_key_file_get_integer (file, GROUP, at_key, NULL);

  *walk = (ScopeWalk) { 0 };
  if (b == NULL || rates == NULL || n == 0 || n != n_rates || n > SCOPE_MOST_PLACES || at < 0
      || (gsize) at >= n || !are_finite (b, n) || !are_finite (rates, n))
    return;
  walk->track = scope_state_new_track (self, NULL, 0);
  for (gsize i = 0; i < n; i++)
    scope_track_append (walk->track, b[i], rates[i]);
  walk->n = (guint) n;
  walk->at = (guint) at;
}

static gboolean
read_row (ScopeState *self, GKeyFile *file, guint number, ScopeBatchRow *row)
{
  g_autofree char *key = g_strdup_printf ("%u", number);
  gsize n = 0;
  g_auto (GStrv) fields = g_key_file_get_string_list (file, ROWS, key, &n, NULL);

  if (fields == NULL || n != SCOPE_N_CLASSES + 1)
    return FALSE;
  for (guint k = 0; k < SCOPE_N_CLASSES; k++)
    {
      char *end;

      row->a[k] = g_ascii_strtod (fields[k], &end);
      if (end == fields[k] || *end != '\0' || !isfinite (row->a[k]))
        return FALSE;
    }
  for (guint k = 0; k < SCOPE_N_CLASSES; k++)
    if (g_str_equal (fields[SCOPE_N_CLASSES], scope_state_get_class_names (self)[k]))
      {
        row->observed = k;
        return TRUE;
      }
  return FALSE;
}

/* NULL where there are none; FALSE where they are broken. The logits and the observed class are those
 * of the selected one. */
static gboolean
read_rows (ScopeState *self, GKeyFile *file, ScopeValues *values)
{
  gsize n = 0;
  g_auto (GStrv) keys = g_key_file_get_keys (file, ROWS, &n, NULL);
  g_autofree ScopeBatchRow *rows = g_new0 (ScopeBatchRow, MAX (n, 1));
  g_autofree char *sum = g_key_file_get_string (file, GROUP, "sum", NULL);
  int selected = g_key_file_get_integer (file, GROUP, "selected", NULL);

  values->rows = NULL;
  values->selected = 0;
  values->mean = g_strcmp0 (sum, "mean") == 0;
  if (n == 0)
    return TRUE;
  if (selected < 1 || (gsize) selected > n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!read_row (self, file, i + 1, &rows[i]))
      return FALSE;
  values->rows = scope_row_block_new (rows, (guint) n);
  values->selected = (guint) selected - 1;
  memcpy (values->parameters.a, rows[values->selected].a, sizeof values->parameters.a);
  values->parameters.observed = rows[values->selected].observed;
  scope_values_rewire (values);
  return TRUE;
}

gboolean
scope_state_restore (ScopeState *self, const char *text)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (ScopeRowBlock) rows = NULL;
  ScopeValues values = self->values;
  double axis[2];

  if (!g_key_file_load_from_data (file, text, (gsize) -1, G_KEY_FILE_NONE, NULL)
      || !read_values (file, &values) || !read_rows (self, file, &values))
    return FALSE;

  rows = values.rows;
  read_walk (self, file, "trail", &values.walk);
  read_walk (self, file, "kept-trail", &values.kept_walk);
  scope_values_follow_walk (&values, &values);
  if (read_numbers (file, "axis", axis, 2) && axis[0] < axis[1])
    scope_state_init_view (self, &values, axis[0], axis[1]);
  else
    scope_state_fit_view (self, &values);
  scope_state_apply (self, &values);
  return TRUE;
}
