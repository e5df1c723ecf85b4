/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The file that holds the state from one start to the next. What is there and cannot be read is never
 * written over: it is set aside under a name of its own. Any thread, one at a time. */
typedef struct _ScopeStateStore ScopeStateStore;

typedef enum
{
  SCOPE_FOUND_NOTHING,
  SCOPE_FOUND_STATE,
  SCOPE_FOUND_BROKEN, /* no file, too large, cut off, or no state */
  SCOPE_FOUND_NEWER,  /* of a later version of the program */
} ScopeFound;

/* What became of a file that could not be read. */
typedef struct
{
  ScopeFound found;
  char *aside; /* Owned; its new path, NULL where it could not be moved */
} ScopeSetAside;

/* FALSE where the text is no state. */
typedef gboolean (*ScopeStateCheck) (const char *text, gpointer data);

/* Where the user's state lies. */
char *scope_state_store_folder (void);
ScopeStateStore *scope_state_store_new (const char *folder);
void scope_state_store_free (ScopeStateStore *store);

/* Hands what is there to check; sets aside what cannot be read. */
ScopeFound scope_state_store_read (ScopeStateStore *store, ScopeStateCheck check, gpointer data,
                                   ScopeSetAside *aside);
/* Writes mine, and what another window has changed since base: the whole file or nothing of it. */
gboolean scope_state_store_write (ScopeStateStore *store, const char *base, const char *mine,
                                  ScopeSetAside *aside, GError **error);

void scope_state_store_clear_set_aside (ScopeSetAside *aside);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ScopeSetAside, scope_state_store_clear_set_aside)

G_END_DECLS
