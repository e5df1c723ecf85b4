/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "vfunc.h"

/* Classes that nobody has asked for yet inherit it when they are made. */
static void
replace (GType type, gsize offset, GCallback theirs, GCallback ours)
{
  gpointer klass = g_type_class_peek (type);
  g_autofree GType *children = g_type_children (type, NULL);

  if (klass == NULL)
    return;
  if (G_STRUCT_MEMBER (GCallback, klass, offset) == theirs)
    G_STRUCT_MEMBER (GCallback, klass, offset) = ours;
  for (guint i = 0; children[i] != 0; i++)
    replace (children[i], offset, theirs, ours);
}

GCallback
scope_vfunc_override (GType type, gsize offset, GCallback ours)
{
  /* Kept: a class that is unloaded would forget it. */
  gpointer klass = g_type_class_ref (type);
  GCallback theirs = G_STRUCT_MEMBER (GCallback, klass, offset);

  if (theirs != ours)
    replace (type, offset, theirs, ours);
  return theirs;
}
