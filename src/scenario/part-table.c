/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "part-table.h"

#include <glib/gi18n-lib.h>

#include "flags.h"

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
  return scope_flags_find (name, scope_part_name, SCOPE_N_PARTS, flag);
}

char *
scope_part_names (unsigned parts)
{
  return scope_flags_list (parts, scope_part_name, SCOPE_N_PARTS);
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
