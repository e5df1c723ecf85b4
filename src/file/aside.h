/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* Files that are ours while they are written: ".logitscope-HEX-CHECKSUM" beside the target. There is
 * such a name where a file is replaced, for the moment of two system calls, and for longer only where
 * the file system has no files without a name. */

#define SCOPE_ASIDE_SIZE 64

/* A new name. */
void scope_aside_name (char name[SCOPE_ASIDE_SIZE]);

/* TRUE where the name could have been given by the function above, checksum and all. */
gboolean scope_aside_is_name (const char *name);

/* Holds the file as long as fd is open; FALSE where somebody else does. */
gboolean scope_aside_lock (int fd);

/* The same for one just created under that name. 0, or EAGAIN where a sweep was quicker. */
int scope_aside_hold (int fd, const char *path);

/* TRUE where no other machine shares the folder's file system: there a lock that is free is nobody's. */
gboolean scope_aside_is_local (const char *folder);

/* Removes what cut-off runs left in the folder: files with such a name, regular, of this user, with one
 * name, held by nobody, in a local folder. Nothing else is ever touched. */
void scope_aside_sweep (const char *folder);
