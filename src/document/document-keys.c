/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "document-keys.h"

#include <string.h>

#include "document-field.h"
#include "document-values.h"
#include "flags.h"
#include "hidden.h"

#define MOST_WALK_STEPS 100000
#define N_PLOTS 3
#define N_LINES 5

typedef struct _Row Row;

struct _Row
{
  const char *name;
  const char *allowed; /* behind the names of flags, where it is of flags */
  gboolean (*read) (const Row *row, const char *const *values, ScopeDocumentLook *look);
  void (*write) (const Row *row, const ScopeDocumentLook *look, GStrvBuilder *values);
  gsize offset; /* of the member of a look: two numbers, or flags */
  gboolean may_be_empty;
  const char *(*name_of) (unsigned); /* of flags */
  unsigned n;
  gboolean is_of_rows; /* nothing is said of one flower */
};

/* --- Ranges and flags */

static gboolean
read_range (const Row *row, const char *const *values, ScopeDocumentLook *look)
{
  double *range = (double *) (gpointer) ((char *) look + row->offset), ends[2] = { 0, 0 };
  guint n = g_strv_length ((char **) values);

  if (n == 0 ? !row->may_be_empty
             : n != 2 || !scope_document_values_number (values[0], &ends[0])
                 || !scope_document_values_number (values[1], &ends[1]) || !(ends[0] < ends[1]))
    return FALSE;
  memcpy (range, ends, sizeof ends);
  return TRUE;
}

static void
write_range (const Row *row, const ScopeDocumentLook *look, GStrvBuilder *values)
{
  const double *range = (const double *) (gconstpointer) ((const char *) look + row->offset);

  if (range[0] == range[1])
    return;
  scope_document_values_add_number (values, range[0]);
  scope_document_values_add_number (values, range[1]);
}

static gboolean
read_flags (const Row *row, const char *const *values, ScopeDocumentLook *look)
{
  return scope_document_values_flags (values, row->name_of, row->n,
                                      (unsigned *) (gpointer) ((char *) look + row->offset));
}

static void
write_flags (const Row *row, const ScopeDocumentLook *look, GStrvBuilder *values)
{
  scope_document_values_add_flags (
    values, *(const unsigned *) (gconstpointer) ((const char *) look + row->offset), row->name_of, row->n);
}

static const char *
plot_name (unsigned i)
{
  static const char *const names[N_PLOTS] = { "logit", "probability", "loss" };

  return names[i];
}

static const char *
line_name (unsigned i)
{
  static const char *const names[N_LINES] = { "logits", "loss", "softmax", "cancel", "observed" };

  return names[i];
}

/* --- The others */

static gboolean
read_rows (const Row *row, const char *const *values, ScopeDocumentLook *look)
{
  return scope_document_values_count (values, 0, G_MAXINT, &look->n_rows);
}

static void
write_rows (const Row *row, const ScopeDocumentLook *look, GStrvBuilder *values)
{
  scope_document_values_add_count (values, look->n_rows);
}

static gboolean
read_selected (const Row *row, const char *const *values, ScopeDocumentLook *look)
{
  guint number;

  if (!scope_document_values_count (values, 1, G_MAXINT, &number))
    return FALSE;
  look->selected = number - 1;
  return TRUE;
}

static void
write_selected (const Row *row, const ScopeDocumentLook *look, GStrvBuilder *values)
{
  scope_document_values_add_count (values, look->selected + 1);
}

static gboolean
read_sum (const Row *row, const char *const *values, ScopeDocumentLook *look)
{
  if (g_strv_length ((char **) values) != 1
      || (!g_str_equal (values[0], "mean") && !g_str_equal (values[0], "total")))
    return FALSE;
  look->mean = g_str_equal (values[0], "mean");
  return TRUE;
}

static void
write_sum (const Row *row, const ScopeDocumentLook *look, GStrvBuilder *values)
{
  g_strv_builder_add (values, look->mean ? "mean" : "total");
}

static gboolean
read_walk (const Row *row, const char *const *values, ScopeDocumentLook *look)
{
  double from;
  guint steps;

  if (values[0] == NULL)
    {
      look->walk_steps = 0;
      return TRUE;
    }
  if (!scope_document_values_number (values[0], &from) || values[1] == NULL
      || !scope_document_values_count (values + 1, 1, MOST_WALK_STEPS, &steps))
    return FALSE;
  look->walk_from = from;
  look->walk_steps = steps;
  return TRUE;
}

static void
write_walk (const Row *row, const ScopeDocumentLook *look, GStrvBuilder *values)
{
  if (look->walk_steps == 0)
    return;
  scope_document_values_add_number (values, look->walk_from);
  scope_document_values_add_count (values, look->walk_steps);
}

static gboolean
read_reveal (const Row *row, const char *const *values, ScopeDocumentLook *look)
{
  unsigned flags[SCOPE_N_QUANTITIES], all = 0;
  guint n = 0;

  for (; values[n] != NULL; n++)
    {
      if (n == SCOPE_N_QUANTITIES
          || !scope_flags_find (values[n], scope_hidden_quantity_name, SCOPE_N_QUANTITIES, &flags[n])
          || (all & flags[n]))
        return FALSE;
      all |= flags[n];
    }
  memcpy (look->reveal, flags, n * sizeof *flags);
  look->n_reveal = n;
  return TRUE;
}

static void
write_reveal (const Row *row, const ScopeDocumentLook *look, GStrvBuilder *values)
{
  for (guint i = 0; i < look->n_reveal; i++)
    scope_document_values_add_flags (values, look->reveal[i], scope_hidden_quantity_name, SCOPE_N_QUANTITIES);
}

/* --- The table */

#define BETWEEN ", with ; between them"
#define RANGE "two numbers, the smaller one first, as in -10;10"

/* What the fields need comes before them. */
static const Row first[] = {
  { .name = "rows",
    .allowed = "how many of the rows are there, 0 for one flower",
    .read = read_rows,
    .write = write_rows },
  { .name = "selected",
    .allowed = "the number of one of the rows that are there",
    .read = read_selected,
    .write = write_selected,
    .is_of_rows = TRUE },
  { .name = "sum", .allowed = "total or mean", .read = read_sum, .write = write_sum, .is_of_rows = TRUE },
};

#define RANGE_OF(member)                                                                                     \
  .read = read_range, .write = write_range, .offset = G_STRUCT_OFFSET (ScopeDocumentLook, member)
#define FLAGS_OF(member)                                                                                     \
  .read = read_flags, .write = write_flags, .offset = G_STRUCT_OFFSET (ScopeDocumentLook, member)

static const Row last[] = {
  { .name = "axis", .allowed = RANGE, RANGE_OF (axis) },
  { .name = "loss-axis", .allowed = RANGE ", or nothing", RANGE_OF (loss_axis), .may_be_empty = TRUE },
  { .name = "gradient-axis",
    .allowed = RANGE ", or nothing",
    RANGE_OF (gradient_axis),
    .may_be_empty = TRUE },
  { .name = "walk",
    .allowed = "where a descent began and how many steps it took, as in -2;5, or nothing",
    .read = read_walk,
    .write = write_walk },
  { .name = "plots", .allowed = BETWEEN, FLAGS_OF (plots), .name_of = plot_name, .n = N_PLOTS },
  { .name = "lines", .allowed = BETWEEN, FLAGS_OF (lines), .name_of = line_name, .n = N_LINES },
  { .name = "reveal",
    .allowed = ", each at most once" BETWEEN,
    .read = read_reveal,
    .write = write_reveal,
    .name_of = scope_hidden_quantity_name,
    .n = SCOPE_N_QUANTITIES },
  { .name = "highlight",
    .allowed = BETWEEN,
    FLAGS_OF (highlight),
    .name_of = scope_hidden_quantity_name,
    .n = SCOPE_N_QUANTITIES },
};

G_STATIC_ASSERT (G_N_ELEMENTS (first) == SCOPE_DOCUMENT_N_ROW_KEYS);

/* How many fields there are. */
static guint
count_fields (void)
{
  guint n = 0;

  while (scope_field_get (n) != NULL)
    n++;
  return n;
}

/* The row behind a number, where it is no field's. */
static const Row *
find_row (guint i)
{
  guint n = count_fields ();

  if (i < G_N_ELEMENTS (first))
    return &first[i];
  return i < G_N_ELEMENTS (first) + n ? NULL : &last[i - G_N_ELEMENTS (first) - n];
}

static const ScopeScenarioField *
find_field (guint i)
{
  return scope_field_get (i - (guint) G_N_ELEMENTS (first));
}

guint
scope_document_keys_count (void)
{
  return (guint) (G_N_ELEMENTS (first) + G_N_ELEMENTS (last)) + count_fields ();
}

const char *
scope_document_keys_name (guint i)
{
  const Row *row = find_row (i);

  if (row != NULL)
    return row->name;
  return find_field (i) == SCOPE_FIELD (parameters.w) ? NULL : find_field (i)->name;
}

guint
scope_document_keys_find (const char *name)
{
  guint i = 0;

  while (g_strcmp0 (scope_document_keys_name (i), name) != 0)
    i++;
  return i;
}

char *
scope_document_keys_read (guint i, const char *const *values, ScopeDocumentLook *look)
{
  const Row *row = find_row (i);
  g_autofree char *names = NULL;

  if (row == NULL)
    return scope_document_field_read (find_field (i), values, &look->scenario);
  if (row->read (row, values, look))
    return NULL;
  if (row->name_of != NULL)
    names = scope_flags_list (~0u, row->name_of, row->n);
  return g_strconcat (names != NULL ? names : "", row->allowed, NULL);
}

/* Of rows logits and observed class are those of the selected one. */
static gboolean
is_of_a_row (const ScopeScenarioField *field)
{
  return field == SCOPE_FIELD (parameters.a) || field == SCOPE_FIELD (parameters.observed);
}

const char *
scope_document_keys_elsewhere (guint i, const ScopeDocumentLook *look)
{
  const Row *row = find_row (i);

  if (row == NULL)
    return look->n_rows > 0 && is_of_a_row (find_field (i)) ? "its place in [Rows] where there are rows"
                                                            : NULL;
  return look->n_rows == 0 && row->is_of_rows ? "its place where there are [Rows] alone" : NULL;
}

char **
scope_document_keys_write (guint i, const ScopeDocumentLook *look)
{
  g_autoptr (GStrvBuilder) values = g_strv_builder_new ();
  const Row *row = find_row (i);

  if (row != NULL)
    row->write (row, look, values);
  else
    scope_document_field_write (find_field (i), &look->scenario, values);
  return g_strv_builder_end (values);
}
