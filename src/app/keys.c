/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "keys.h"

/* Rows of the keyboard of IBM's PC, and the code of the first key of each. */
static const struct
{
  const char *keys;
  guint first;
} places[] = { { "1234567890-=", 10 }, { "qwertyuiop", 24 }, { "asdfghjkl", 38 }, { "zxcvbnm,./", 52 } };

/* 0 for a key that has no place of its own there. */
static guint
value_at (guint code)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    for (guint k = 0; places[i].keys[k] != '\0'; k++)
      if (places[i].first + k == code)
        return (guint) places[i].keys[k];
  return 0;
}

/* The keypad's keys do what the others do. */
static guint
plain_value (guint value)
{
  static const guint keypad[][2] = {
    { GDK_KEY_KP_Page_Down, GDK_KEY_Page_Down },
    { GDK_KEY_KP_Page_Up, GDK_KEY_Page_Up },
    { GDK_KEY_KP_Left, GDK_KEY_Left },
    { GDK_KEY_KP_Right, GDK_KEY_Right },
    { GDK_KEY_KP_Up, GDK_KEY_Up },
    { GDK_KEY_KP_Down, GDK_KEY_Down },
    { GDK_KEY_KP_Home, GDK_KEY_Home },
    { GDK_KEY_KP_End, GDK_KEY_End },
    { GDK_KEY_KP_Enter, GDK_KEY_Return },
    { GDK_KEY_ISO_Enter, GDK_KEY_Return },
    { GDK_KEY_KP_Space, GDK_KEY_space },
    { GDK_KEY_KP_Decimal, GDK_KEY_period },
    { GDK_KEY_KP_Add, GDK_KEY_plus },
    { GDK_KEY_KP_Subtract, GDK_KEY_minus },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keypad); i++)
    if (keypad[i][0] == value)
      return keypad[i][1];
  if (value >= GDK_KEY_KP_0 && value <= GDK_KEY_KP_9)
    return GDK_KEY_0 + value - GDK_KEY_KP_0;
  return gdk_keyval_to_lower (value);
}

static gboolean
is_letter (guint value)
{
  return value < 128 && g_ascii_isalpha ((char) value);
}

/* Not a key with a name, as Home. */
static gboolean
is_printed (guint value)
{
  return value < 128 && g_ascii_isgraph ((char) value);
}

static gboolean
fits (const ScopeKey *key, guint value, gboolean is_own, GdkModifierType modifiers)
{
  gboolean shifted = (modifiers & GDK_SHIFT_MASK) != 0;

  if (key->value != value || key->control != ((modifiers & GDK_CONTROL_MASK) != 0))
    return FALSE;
  /* Shift may be what makes it a digit. */
  if (key->shift == SCOPE_SHIFT_ANY || (is_own && is_printed (value) && !is_letter (value)))
    return TRUE;
  return (key->shift == SCOPE_SHIFT_YES) == shifted;
}

static const ScopeKey *
find (const char *table, gsize row_size, guint value, gboolean is_own, GdkModifierType modifiers)
{
  for (; ((const ScopeKey *) table)->value != 0; table += row_size)
    if (fits ((const ScopeKey *) table, value, is_own, modifiers))
      return (const ScopeKey *) table;
  return NULL;
}

/* The same by what another layout, with or without Shift, makes of the key: no more where its own makes a
 * sign of it, as the / that is a point on a Russian keyboard. */
static const ScopeKey *
find_in_others (const char *table, gsize row_size, GdkDisplay *display, guint code, GdkModifierType modifiers)
{
  g_autofree guint *others = NULL;
  const ScopeKey *key = NULL;
  int n = 0;

  if (!gdk_display_map_keycode (display, code, NULL, &others, &n))
    return NULL;
  for (int i = 0; key == NULL && i < n; i++)
    if (is_printed (others[i]))
      key = find (table, row_size, plain_value (others[i]), FALSE, modifiers);
  return key;
}

gconstpointer
scope_keys_find (gconstpointer table, gsize row_size, GdkDisplay *display, guint value, guint code,
                 GdkModifierType modifiers)
{
  guint own = plain_value (value);
  const ScopeKey *key;

  if (modifiers & (GDK_ALT_MASK | GDK_SUPER_MASK | GDK_HYPER_MASK | GDK_META_MASK))
    return NULL;
  key = find (table, row_size, own, TRUE, modifiers);
  /* A letter or digit that has no deed is no other one's key. */
  if (key != NULL || (own < 128 && g_ascii_isalnum ((char) own)))
    return key;
  if (!is_printed (own))
    key = find_in_others (table, row_size, display, code, modifiers);
  if (key == NULL && value_at (code) != 0)
    key = find (table, row_size, value_at (code), FALSE, modifiers);
  return key;
}
