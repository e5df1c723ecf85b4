/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "flags.h"

gboolean
scope_flags_find (const char *name, const char *(*name_of) (unsigned), unsigned n, unsigned *flag)
{
  for (unsigned i = 0; i < n; i++)
    if (g_str_equal (name, name_of (i)))
      {
        *flag = 1u << i;
        return TRUE;
      }
  return FALSE;
}

char *
scope_flags_list (unsigned flags, const char *(*name_of) (unsigned), unsigned n)
{
  GString *names = g_string_new (NULL);

  for (unsigned i = 0; i < n; i++)
    if (flags & 1u << i)
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name_of (i));
  return g_string_free (names, FALSE);
}
