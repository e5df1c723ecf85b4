/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* Work that a signal to this process, or its end, must not cut short, since a name or half a file would
 * be left: it is done by a child in a session of its own that holds back all signals.
 *
 * work gets data and returns 0 or an errno; *lost is what it could not keep (ScopeLost). It may use
 * async-signal-safe functions alone. Where no process can be started, it is done here. */
typedef int (*ScopeWork) (void *data, unsigned *lost);

/* What work returned; ECANCELED where the child was killed. */
int scope_detached_run (ScopeWork work, void *data, unsigned *lost);
