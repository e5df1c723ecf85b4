/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "part-table.h"

#include <glib/gi18n-lib.h>

const ScopePart scope_parts[SCOPE_N_PARTS] = {
#define PART(flag, identifier, start, ...) [SCOPE_PART_##flag] = { .name = #identifier, __VA_ARGS__ },
#include "part-list.h"
};

const char *
scope_part_name (unsigned i)
{
  return scope_parts[i].name;
}

gboolean
scope_part_from_name (const char *name, unsigned *flag)
{
  for (unsigned i = 0; i < SCOPE_N_PARTS; i++)
    if (g_str_equal (name, scope_parts[i].name))
      {
        *flag = 1u << i;
        return TRUE;
      }
  return FALSE;
}

char *
scope_part_names (unsigned parts)
{
  GString *names = g_string_new (NULL);

  for (unsigned i = 0; i < SCOPE_N_PARTS; i++)
    if (parts & 1u << i)
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", scope_parts[i].name);
  return g_string_free (names, FALSE);
}

unsigned
scope_parts_of_kind (ScopePartKind kind)
{
  unsigned found = 0;

  for (unsigned i = 0; i < SCOPE_N_PARTS; i++)
    if (scope_parts[i].kind == kind)
      found |= 1u << i;
  return found;
}

unsigned
scope_parts_for (unsigned cases)
{
  unsigned found = 0;

  for (unsigned i = 0; i < SCOPE_N_PARTS; i++)
    if (!(scope_parts[i].not_for & cases))
      found |= 1u << i;
  return found;
}
