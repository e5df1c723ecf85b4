/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "attributes.h"

/* A file written whole or not at all: into one without a name in the folder of the target, which gets
 * its name when all is on the disk; beside it under a name of ours where the file system has no such
 * files. A run that is killed leaves nothing; what a machine that stops may leave, the next write sweeps.
 *
 * target is no link. old is NULL where there must be no such file yet (else EEXIST). 0, or an errno. */
int scope_whole_write (const char *target, const char *data, gsize size, const ScopeAttributes *old,
                       unsigned *lost);

/* What `chattr +a` and `chattr +i` set; FALSE where it cannot be known. */
gboolean scope_whole_is_append_only (const char *path);
gboolean scope_whole_is_immutable (const char *path);
