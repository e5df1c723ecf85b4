/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "state-file.h"

#include <math.h>
#include <string.h>

#include "decimal.h"
#include "flags.h"
#include "hidden.h"
#include "state-change.h"
#include "state-private.h"
#include "state-save.h"
#include "state-seal.h"
#include "state-view.h"

/* What state-save.c wrote, read again. */

#define GROUP SCOPE_STATE_GROUP
/* Closer than that, an axis has no ticks. */
#define NARROWEST_AXIS 1e-9

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
read_ghost (GKeyFile *file, guint i, ScopeGhost *kept)
{
  g_autofree char *key = g_strdup_printf ("ghost-%u", i + 1);
  g_autofree char *name_key = g_strdup_printf ("ghost-%u-name", i + 1);
  g_autofree char *name = g_key_file_get_string (file, GROUP, name_key, NULL);
  double numbers[SCOPE_N_KEPT_NUMBERS];

  if (!read_numbers (file, key, numbers, SCOPE_N_KEPT_NUMBERS) || name == NULL
      || !scope_values_set_kept_name (kept, name))
    return FALSE;
  if (numbers[7] != 0 && numbers[7] != 1 && numbers[7] != 2)
    return FALSE;
  kept->parameters = (ScopeParameters) { .shift = numbers[6], .observed = (unsigned) numbers[7] };
  memcpy (kept->parameters.a, numbers, sizeof kept->parameters.a);
  memcpy (kept->parameters.w, numbers + SCOPE_N_CLASSES, sizeof kept->parameters.w);
  return TRUE;
}

/* What says nothing of kept curves leaves them as they are. */
static gboolean
read_ghosts (GKeyFile *file, ScopeValues *values)
{
  int n = g_key_file_get_integer (file, GROUP, "ghosts", NULL);

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

/* --- Fields */

static gboolean
read_field_numbers (GKeyFile *file, const ScopeScenarioField *field, ScopeScenario *scenario)
{
  const unsigned n = scope_field_count (field);
  g_autofree double *numbers = g_new (double, n);

  if (!read_numbers (file, field->name, numbers, n))
    return FALSE;
  for (unsigned k = 0; k < n; k++)
    if (!scope_field_set_number (field, scenario, k, numbers[k]))
      return FALSE;
  return TRUE;
}

/* Names, or the number that they were before version 4. What this program has no name for is not shown, and not
 * hidden. */
static unsigned
read_flags (GKeyFile *file, const char *key, const char *(*name_of) (unsigned), unsigned n)
{
  g_auto (GStrv) names = g_key_file_get_string_list (file, GROUP, key, NULL, NULL);
  g_autoptr (GError) error = NULL;
  unsigned flags = (unsigned) g_key_file_get_integer (file, GROUP, key, &error);

  if (error == NULL)
    return flags;
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      unsigned flag = 0;

      scope_flags_find (names[i], name_of, n, &flag);
      flags |= flag;
    }
  return flags;
}

static gboolean
read_classes (GKeyFile *file, const ScopeScenarioField *field, ScopeScenario *scenario)
{
  gsize n;
  g_auto (GStrv) names = g_key_file_get_string_list (file, GROUP, field->name, &n, NULL);

  return names != NULL && n == SCOPE_N_CLASSES
         && scope_field_set_names (field, scenario, (const char *const *) names) == NULL;
}

static gboolean
read_field (GKeyFile *file, const ScopeScenarioField *field, ScopeScenario *scenario)
{
  g_autofree char *text = NULL;

  switch (field->kind)
    {
    case SCOPE_FIELD_NUMBERS:
      return read_field_numbers (file, field, scenario);
    case SCOPE_FIELD_PARTS:
      return scope_field_set_whole (field, scenario,
                                    read_flags (file, field->name, scope_part_name, SCOPE_N_PARTS));
    case SCOPE_FIELD_QUANTITIES:
      return scope_field_set_whole (
        field, scenario, read_flags (file, field->name, scope_hidden_quantity_name, SCOPE_N_QUANTITIES));
    case SCOPE_FIELD_CLASSES:
      return read_classes (file, field, scenario);
    case SCOPE_FIELD_TEXT:
      text = g_key_file_get_string (file, GROUP, field->name, NULL);
      scope_field_set_text (field, scenario, text != NULL ? text : "");
      return TRUE;
    case SCOPE_FIELD_CLASS:
    case SCOPE_FIELD_WIRING:
    default:
      return scope_field_set_whole (field, scenario,
                                    (unsigned) g_key_file_get_integer (file, GROUP, field->name, NULL));
    }
}

static gboolean
read_scenario (GKeyFile *file, ScopeScenario *scenario)
{
  const ScopeScenarioField *field;

  for (guint i = 0; (field = scope_field_get (i)) != NULL; i++)
    if (g_key_file_has_key (file, GROUP, field->name, NULL)
          ? !read_field (file, field, scenario) && field->need != SCOPE_FIELD_FORGIVEN
          : field->need == SCOPE_FIELD_REQUIRED)
      return FALSE;
  return TRUE;
}

/* --- Walks */

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

/* --- Rows */

/* Sets at behind the next number; FALSE where it is none, or not finite. */
static gboolean
read_row_number (const char **at, double *number)
{
  const char *end = strchr (*at, ';');

  if (end == NULL || !scope_decimal_parse (*at, (gsize) (end - *at), number))
    return FALSE;
  *at = end + 1;
  return TRUE;
}

/* Sets at behind "1", or behind the species that versions before 4 wrote. */
static gboolean
read_class (const char **at, unsigned *k)
{
  for (*k = 0; *k < SCOPE_N_CLASSES; ++*k)
    {
      const char *species = scope_classes_iris.name[*k];

      if (**at == (char) ('1' + *k) || g_str_has_prefix (*at, species))
        {
          *at += g_ascii_isdigit (**at) ? 1 : strlen (species);
          return TRUE;
        }
    }
  return FALSE;
}

/* Sets at behind "1=1.0368;0.0032;0.1352;1;\n". A hundred thousand of them are too many for a GKeyFile. */
static gboolean
read_row (const char **at, guint number, ScopeBatchRow *row)
{
  char *end;

  if (!g_ascii_isdigit (**at) || g_ascii_strtoull (*at, &end, 10) != number || *end != '=')
    return FALSE;
  *at = end + 1;
  for (guint k = 0; k < SCOPE_N_CLASSES; k++)
    if (!read_row_number (at, &row->a[k]))
      return FALSE;
  if (!read_class (at, &row->observed))
    return FALSE;
  if (**at == ';')
    ++*at;
  return *(*at)++ == '\n';
}

/* NULL where one is broken. */
static ScopeRowBlock *
read_block (const char *at)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (ScopeBatchRow));

  while (*at != '\0' && *at != '#')
    {
      ScopeBatchRow row = { 0 };

      if (*at == '\n')
        at++;
      else if (!read_row (&at, rows->len + 1, &row))
        return NULL;
      else
        g_array_append_val (rows, row);
    }
  return rows->len > 0 ? scope_row_block_new (&g_array_index (rows, ScopeBatchRow, 0), rows->len) : NULL;
}

/* text: behind the heading, NULL where there is none; FALSE where they are broken. The logits and the
 * observed class are those of the selected one. */
static gboolean
read_rows (GKeyFile *file, const char *text, ScopeValues *values)
{
  g_autofree char *sum = g_key_file_get_string (file, GROUP, "sum", NULL);
  int selected = g_key_file_get_integer (file, GROUP, "selected", NULL);

  values->rows = NULL;
  values->selected = 0;
  values->mean = FALSE;
  if (text == NULL)
    return selected == 0;
  values->rows = read_block (text);
  if (values->rows == NULL)
    return FALSE;
  if (selected < 1 || (guint) selected > values->rows->n)
    {
      g_clear_pointer (&values->rows, scope_row_block_unref);
      return FALSE;
    }
  values->mean = g_strcmp0 (sum, "mean") == 0;
  values->selected = (guint) selected - 1;
  scope_batch_row_take (&values->rows->rows[selected - 1], &values->parameters);
  scope_values_rewire (values);
  return TRUE;
}

/* Exactly as it was, as far as it still shows these values; by version 1 only the axis was kept. */
static void
read_view (ScopeState *self, GKeyFile *file, const ScopeValues *values, ScopeView *view)
{
  const ScopeView before = self->view;
  double axis[2], ranges[4], width, least;
  gboolean kept = read_numbers (file, "axis", axis, 2);

  width = kept ? axis[1] - axis[0] : 0;
  least = kept ? NARROWEST_AXIS * fmax (fabs (axis[0]), fabs (axis[1])) : 0;
  if (!(width > least) || !isfinite (width))
    scope_state_fit_view (self, values);
  else
    scope_state_init_view (self, values, axis[0], axis[1]);
  if (width > least && isfinite (width) && read_numbers (file, "ranges", ranges, 4) && ranges[0] < ranges[1]
      && ranges[2] < ranges[3])
    {
      self->view = (ScopeView) { axis[0], axis[1], ranges[0], ranges[1], ranges[2], ranges[3], 0 };
      scope_state_adapt_view (self, values);
    }
  *view = self->view;
  self->view = before;
}

guint
scope_state_text_version (const char *text)
{
  static const char start[] = "[" GROUP "]\nversion=";
  const char *digits = text + strlen (start);
  guint64 version;
  char *end;

  if (!g_str_has_prefix (text, start))
    return 1;
  version = g_ascii_strtoull (digits, &end, 10);
  return end != digits && *end == '\n' ? (guint) MIN (version, G_MAXUINT) : 0;
}

/* Loads all but the rows; FALSE where the text is cut off or is another than was written. */
static gboolean
load (GKeyFile *file, const char *text, const char **rows)
{
  guint version = scope_state_text_version (text);
  const char *heading = strstr (text, SCOPE_STATE_ROWS);
  gsize length = heading != NULL ? (gsize) (heading + 1 - text) : strlen (text);

  if (version == 0 || version > SCOPE_STATE_VERSION || !scope_state_seal_holds (text, version))
    return FALSE;
  *rows = heading != NULL ? heading + strlen (SCOPE_STATE_ROWS) : NULL;
  return g_key_file_load_from_data (file, text, length, G_KEY_FILE_NONE, NULL);
}

gboolean
scope_state_restore (ScopeState *self, const char *text)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (ScopeRowBlock) block = NULL;
  ScopeMoment moment = { .values = self->values };
  ScopeValues *values = &moment.values;
  const char *rows = NULL;

  if (!load (file, text, &rows) || !read_scenario (file, &values->scenario) || !read_ghosts (file, values)
      || !read_rows (file, rows, values))
    return FALSE;

  block = values->rows;
  read_walk (self, file, "trail", &values->walk);
  read_walk (self, file, "kept-trail", &values->kept_walk);
  scope_values_follow_walk (values, values);
  read_view (self, file, values, &moment.view);
  scope_state_return_to (self, &moment);
  return TRUE;
}
