/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ending.h"

#include <string.h>

int
scope_ending_find (const char *path, const char *const *endings)
{
  g_autofree char *name = g_path_get_basename (path);
  const char *dot = strrchr (name, '.');

  if (dot == NULL || dot == name)
    return -1;
  for (int i = 0; endings[i] != NULL; i++)
    if (g_ascii_strcasecmp (dot + 1, endings[i]) == 0)
      return i;
  return -1;
}

char *
scope_ending_add (const char *path, const char *ending)
{
  return g_str_has_suffix (path, ".") ? g_strconcat (path, ending, NULL)
                                      : g_strconcat (path, ".", ending, NULL);
}

char *
scope_ending_settle (const char *typed, const char *const *endings, guint *format)
{
  int found = scope_ending_find (typed, endings);

  if (found < 0)
    return scope_ending_add (typed, endings[*format]);
  *format = (guint) found;
  return g_strdup (typed);
}
