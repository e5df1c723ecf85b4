/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "state-save.h"

#include "hidden.h"
#include "state-lecture.h"
#include "state-private.h"
#include "state-seal.h"

/* What is kept, as text: a key file whose first key is the version of the format, whose last group holds
 * the rows, and whose last lines say that nothing is missing or has become another. */

#define GROUP SCOPE_STATE_GROUP

struct _ScopeSnapshot
{
  char *head;          /* Owned; all but the rows */
  ScopeRowBlock *rows; /* Owned; NULL for none */
};

/* Zeros without a sign; one number is no list. */
static void
save_numbers (GKeyFile *file, const char *key, const double *numbers, gsize n)
{
  g_autofree double *plain = g_new (double, n);

  if (n == 1)
    {
      g_key_file_set_double (file, GROUP, key, numbers[0] + 0.0);
      return;
    }
  for (gsize i = 0; i < n; i++)
    plain[i] = numbers[i] + 0.0;
  g_key_file_set_double_list (file, GROUP, key, plain, n);
}

/* "show=question;bar;" */
static void
save_names (GKeyFile *file, const char *key, unsigned flags, const char *(*name_of) (unsigned), unsigned n)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (unsigned i = 0; i < n; i++)
    if (flags & 1u << i)
      g_string_append_printf (names, "%s;", name_of (i));
  g_key_file_set_value (file, GROUP, key, names->str);
}

static void
save_classes (GKeyFile *file, const char *key, const ScopeClasses *classes)
{
  const char *const names[] = { classes->name[0], classes->name[1], classes->name[2] };

  g_key_file_set_string_list (file, GROUP, key, names, SCOPE_N_CLASSES);
}

static void
save_field (GKeyFile *file, const ScopeScenarioField *field, const ScopeScenario *scenario)
{
  switch (field->kind)
    {
    case SCOPE_FIELD_NUMBERS:
      save_numbers (file, field->name, scope_field_get_numbers (field, scenario), scope_field_count (field));
      break;
    case SCOPE_FIELD_PARTS:
      save_names (file, field->name, scope_field_get_whole (field, scenario), scope_part_name, SCOPE_N_PARTS);
      break;
    case SCOPE_FIELD_QUANTITIES:
      save_names (file, field->name, scope_field_get_whole (field, scenario), scope_hidden_quantity_name,
                  SCOPE_N_QUANTITIES);
      break;
    case SCOPE_FIELD_CLASSES:
      save_classes (file, field->name, scope_field_get_names (field, scenario));
      break;
    case SCOPE_FIELD_TEXT:
      g_key_file_set_string (file, GROUP, field->name, scope_field_get_text (field, scenario));
      break;
    case SCOPE_FIELD_CLASS:
    case SCOPE_FIELD_WIRING:
    default:
      g_key_file_set_integer (file, GROUP, field->name, (int) scope_field_get_whole (field, scenario));
    }
}

/* "ghost-1=" the logits, the weights, the shift and the observed class; "ghost-1-name=". */
static void
save_ghosts (GKeyFile *file, const ScopeValues *values)
{
  g_key_file_set_integer (file, GROUP, "ghosts", (int) values->n_ghosts);
  for (guint i = 0; i < values->n_ghosts; i++)
    {
      const ScopeParameters *in = &values->ghosts[i].parameters;
      double numbers[SCOPE_N_KEPT_NUMBERS]
        = { in->a[0], in->a[1], in->a[2], in->w[0], in->w[1], in->w[2], in->shift, in->observed };
      g_autofree char *key = g_strdup_printf ("ghost-%u", i + 1);
      g_autofree char *name = g_strdup_printf ("ghost-%u-name", i + 1);

      save_numbers (file, key, numbers, SCOPE_N_KEPT_NUMBERS);
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
  save_numbers (file, key, walk->track->b, walk->n);
  save_numbers (file, rates, walk->track->rate, walk->n);
  g_key_file_set_integer (file, GROUP, at, (int) walk->at);
}

static char *
save_head (const ScopeMoment *moment)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  const ScopeValues *values = &moment->values;
  const ScopeView *view = &moment->view;
  const ScopeScenarioField *field;
  double axis[2] = { view->axis_lo, view->axis_hi };
  double ranges[4] = { view->loss_lo, view->loss_hi, view->gradient_lo, view->gradient_hi };

  g_key_file_set_integer (file, GROUP, "version", SCOPE_STATE_VERSION);
  for (guint i = 0; (field = scope_field_get (i)) != NULL; i++)
    save_field (file, field, &values->scenario);
  save_numbers (file, "axis", axis, 2);
  save_numbers (file, "ranges", ranges, 4);
  save_ghosts (file, values);
  save_walk (file, "trail", &values->walk);
  save_walk (file, "kept-trail", &values->kept_walk);
  if (values->rows != NULL)
    {
      g_key_file_set_integer (file, GROUP, "selected", (int) values->selected + 1);
      g_key_file_set_string (file, GROUP, "sum", values->mean ? "mean" : "total");
    }
  return g_key_file_to_data (file, NULL, NULL);
}

ScopeSnapshot *
scope_state_snapshot_new (ScopeState *state)
{
  ScopeSnapshot *snapshot = g_new0 (ScopeSnapshot, 1);
  const ScopeMoment present = { state->values, state->view };
  const ScopeMoment *moment = scope_state_in_lecture (state) ? &state->own : &present;

  snapshot->head = save_head (moment);
  snapshot->rows = scope_row_block_ref (moment->values.rows);
  return snapshot;
}

void
scope_state_snapshot_free (ScopeSnapshot *snapshot)
{
  if (snapshot == NULL)
    return;
  g_free (snapshot->head);
  scope_row_block_unref (snapshot->rows);
  g_free (snapshot);
}

/* "1=1.0368;0.0032;0.1352;1;": the class by its number, whatever it is called. */
static void
append_row (GString *text, guint number, const ScopeBatchRow *row)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (text, "%u=", number);
  for (guint k = 0; k < SCOPE_N_CLASSES; k++)
    {
      g_string_append (text, g_ascii_dtostr (digits, sizeof digits, row->a[k] + 0.0));
      g_string_append_c (text, ';');
    }
  g_string_append_printf (text, "%u;\n", row->observed + 1);
}

char *
scope_state_snapshot_to_text (const ScopeSnapshot *snapshot)
{
  GString *text = g_string_new (snapshot->head);

  if (snapshot->rows != NULL)
    g_string_append (text, SCOPE_STATE_ROWS);
  for (guint i = 0; snapshot->rows != NULL && i < snapshot->rows->n; i++)
    append_row (text, i + 1, &snapshot->rows->rows[i]);
  scope_state_seal (text);
  return g_string_free (text, FALSE);
}

char *
scope_state_save (ScopeState *self)
{
  ScopeSnapshot *snapshot = scope_state_snapshot_new (self);
  char *text = scope_state_snapshot_to_text (snapshot);

  scope_state_snapshot_free (snapshot);
  return text;
}
