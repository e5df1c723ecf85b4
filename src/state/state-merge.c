/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "state-merge.h"

#include <string.h>

#include "state-seal.h"

/* What belongs together. Any other key stands for itself. */
typedef enum
{
  FIELD_FLOWERS, /* and the rows */
  FIELD_WIRING,
  FIELD_BIAS, /* and the walk that led there */
  FIELD_KEPT_WALK,
  FIELD_VIEW,
  FIELD_GHOSTS,
  FIELD_OTHER,
} Field;

static const struct
{
  const char *prefix;
  Field field;
} table[] = {
  { "logits", FIELD_FLOWERS },       { "observed", FIELD_FLOWERS }, { "flower", FIELD_FLOWERS },
  { "selected", FIELD_FLOWERS },     { "sum", FIELD_FLOWERS },      { "wiring", FIELD_WIRING },
  { "weights", FIELD_WIRING },       { "bias", FIELD_BIAS },        { "trail", FIELD_BIAS },
  { "kept-trail", FIELD_KEPT_WALK }, { "axis", FIELD_VIEW },        { "ranges", FIELD_VIEW },
  { "ghost", FIELD_GHOSTS },
};

/* The parts of a text, which is a state's: its group has keys. */
typedef struct
{
  GKeyFile *head;   /* Owned */
  const char *rows; /* from their heading on, without the last lines */
  gsize length;
} Parts;

static Field
find_field (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_str_has_prefix (key, table[i].prefix))
      return table[i].field;
  return FIELD_OTHER;
}

static void
split (const char *text, Parts *parts)
{
  const char *rows = strstr (text, SCOPE_STATE_ROWS);
  gsize length = scope_state_unsealed_length (text);

  parts->rows = rows != NULL ? rows : text + length;
  parts->length = (gsize) (text + length - parts->rows);
  parts->head = g_key_file_new ();
  g_key_file_load_from_data (parts->head, text, (gsize) (parts->rows - text), G_KEY_FILE_NONE, NULL);
}

static gboolean
is_same_rows (const Parts *one, const Parts *other)
{
  return one->length == other->length && memcmp (one->rows, other->rows, one->length) == 0;
}

static gboolean
is_same_key (const Parts *one, const Parts *other, const char *key)
{
  g_autofree char *mine = g_key_file_get_value (one->head, SCOPE_STATE_GROUP, key, NULL);
  g_autofree char *theirs = g_key_file_get_value (other->head, SCOPE_STATE_GROUP, key, NULL);

  return g_strcmp0 (mine, theirs) == 0;
}

/* TRUE where all keys of one that belong to the field have the same value in the other. */
static gboolean
holds_field (const Parts *one, const Parts *other, Field field)
{
  g_auto (GStrv) keys = g_key_file_get_keys (one->head, SCOPE_STATE_GROUP, NULL, NULL);

  for (guint i = 0; keys[i] != NULL; i++)
    if (find_field (keys[i]) == field && !is_same_key (one, other, keys[i]))
      return FALSE;
  return TRUE;
}

static gboolean
is_same_field (const Parts *one, const Parts *other, Field field)
{
  return holds_field (one, other, field) && holds_field (other, one, field)
         && (field != FIELD_FLOWERS || is_same_rows (one, other));
}

/* Writes the keys of a field, or the one key, as they are in another text; rows are the caller's. */
static void
take (GKeyFile *into, const Parts *from, Field field, const char *only)
{
  g_auto (GStrv) before = g_key_file_get_keys (into, SCOPE_STATE_GROUP, NULL, NULL);
  g_auto (GStrv) keys = g_key_file_get_keys (from->head, SCOPE_STATE_GROUP, NULL, NULL);

  for (guint i = 0; before[i] != NULL; i++)
    if (find_field (before[i]) == field && (only == NULL || g_str_equal (before[i], only)))
      g_key_file_remove_key (into, SCOPE_STATE_GROUP, before[i], NULL);
  for (guint i = 0; keys[i] != NULL; i++)
    if (find_field (keys[i]) == field && (only == NULL || g_str_equal (keys[i], only)))
      {
        g_autofree char *value = g_key_file_get_value (from->head, SCOPE_STATE_GROUP, keys[i], NULL);

        g_key_file_set_value (into, SCOPE_STATE_GROUP, keys[i], value);
      }
}

/* A walk belongs to the curve that it was walked on. */
static void
drop_foreign_walks (GKeyFile *merged, const Parts *mine, const Parts *theirs, const gboolean is_theirs[])
{
  static const struct
  {
    Field field;
    const char *const keys[3];
  } walks[] = { { FIELD_BIAS, { "trail", "trail-rates", "trail-at" } },
                { FIELD_KEPT_WALK, { "kept-trail", "kept-trail-rates", "kept-trail-at" } } };
  static const Field curve[] = { FIELD_FLOWERS, FIELD_WIRING };

  for (guint i = 0; i < G_N_ELEMENTS (walks); i++)
    for (guint k = 0; k < G_N_ELEMENTS (curve); k++)
      if (is_theirs[curve[k]] != is_theirs[walks[i].field] && !is_same_field (mine, theirs, curve[k]))
        for (guint n = 0; n < G_N_ELEMENTS (walks[i].keys); n++)
          g_key_file_remove_key (merged, SCOPE_STATE_GROUP, walks[i].keys[n], NULL);
}

/* Keys that stand for themselves; the version is mine. */
static void
merge_others (GKeyFile *merged, const Parts *base, const Parts *mine, const Parts *theirs)
{
  g_auto (GStrv) keys = g_key_file_get_keys (mine->head, SCOPE_STATE_GROUP, NULL, NULL);

  for (guint i = 0; keys[i] != NULL; i++)
    if (find_field (keys[i]) == FIELD_OTHER && !g_str_equal (keys[i], "version")
        && is_same_key (base, mine, keys[i])
        && g_key_file_has_key (theirs->head, SCOPE_STATE_GROUP, keys[i], NULL))
      take (merged, theirs, FIELD_OTHER, keys[i]);
}

static char *
join (GKeyFile *head, const Parts *rows)
{
  g_autofree char *text = g_key_file_to_data (head, NULL, NULL);
  GString *all = g_string_new (text);

  g_string_append_len (all, rows->rows, (gssize) rows->length);
  scope_state_seal (all);
  return g_string_free (all, FALSE);
}

char *
scope_state_merge (const char *base_text, const char *mine_text, const char *theirs_text)
{
  Parts base, mine, theirs, merged;
  gboolean is_theirs[FIELD_OTHER];
  char *text;

  split (base_text, &base);
  split (mine_text, &mine);
  split (theirs_text, &theirs);
  split (mine_text, &merged);
  for (Field field = 0; field < FIELD_OTHER; field++)
    {
      is_theirs[field] = is_same_field (&base, &mine, field);
      if (is_theirs[field])
        take (merged.head, &theirs, field, NULL);
    }
  merge_others (merged.head, &base, &mine, &theirs);
  drop_foreign_walks (merged.head, &mine, &theirs, is_theirs);
  text = join (merged.head, is_theirs[FIELD_FLOWERS] ? &theirs : &mine);
  g_key_file_unref (base.head);
  g_key_file_unref (mine.head);
  g_key_file_unref (theirs.head);
  g_key_file_unref (merged.head);
  return text;
}
