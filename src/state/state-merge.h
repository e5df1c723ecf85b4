/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Two windows keep their state in one file. Of what is there, a window changes only what it has changed
 * itself: base is what it kept last, mine what it would keep now, theirs what is there. What belongs
 * together comes from one of them: the flowers with their logits, a walk with its b₃. All are texts of
 * scope_state_snapshot_to_text() or of an earlier version. */
char *scope_state_merge (const char *base, const char *mine, const char *theirs);

G_END_DECLS
