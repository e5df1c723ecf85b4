/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <sys/stat.h>

/* What a file has besides its bytes: owner, group, mode, access list and extended attributes. */

typedef enum
{
  SCOPE_LOST_OWNER = 1 << 0,
  SCOPE_LOST_GROUP = 1 << 1,
  SCOPE_LOST_ACCESS_LIST = 1 << 2,
  SCOPE_LOST_ATTRIBUTES = 1 << 3,
  SCOPE_LOST_NAMES = 1 << 4, /* its other names have the old content still */
} ScopeLost;

typedef struct
{
  struct stat info;
  GPtrArray *names;  /* Owned; of the extended attributes, access lists among them */
  GPtrArray *values; /* Owned; GBytes */
  unsigned lost;     /* what could not even be read */
} ScopeAttributes;

/* Of the file of that name, whose stat() is info. */
ScopeAttributes *scope_attributes_read (const char *path, const struct stat *info);
void scope_attributes_free (ScopeAttributes *self);

/* Gives them to a new file. Async-signal-safe. Returns 0 or an errno: with the mode there is no
 * doing without. What was lost is added to *lost. */
int scope_attributes_apply (const ScopeAttributes *self, int fd, unsigned *lost);

/* "PATH was written, but its owner could not be kept.", or NULL where nothing was lost. */
char *scope_attributes_say_lost (const char *path, unsigned lost);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScopeAttributes, scope_attributes_free)
