/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/* One way to tell which key was pressed, for the window and the stage. A key is what its layout makes
 * of it. Where that is no letter or digit of ours, it is what another layout of the keyboard makes of it
 * (Russian beside English), else what stands there on the keyboard that clickers believe to be: N is
 * found on a Russian keyboard, and 1 on a French one without Shift. */

/* Whether Shift is held. For a digit or a point it is asked only where the key itself is none. */
typedef enum
{
  SCOPE_SHIFT_NO,
  SCOPE_SHIFT_YES,
  SCOPE_SHIFT_ANY,
} ScopeShift;

/* Tables of these begin the rows of whoever has something to do with keys. */
typedef struct
{
  guint value; /* a key value of GDK, in lower case, none of the keypad's; 0 ends a table */
  ScopeShift shift;
  gboolean control;
} ScopeKey;

/* What is held with it, in such a table. */
#define SCOPE_KEY_PLAIN SCOPE_SHIFT_NO, FALSE
#define SCOPE_KEY_SHIFT SCOPE_SHIFT_YES, FALSE
#define SCOPE_KEY_ANY SCOPE_SHIFT_ANY, FALSE
#define SCOPE_KEY_CONTROL SCOPE_SHIFT_NO, TRUE

/* The row that an event of a key is meant by: of a table whose rows are row_size bytes long and begin with a
 * ScopeKey; NULL for none. value is what its layout makes of the key, which comes before what others do;
 * code is the hardware's, as X counts: 8 more than the kernel. */
gconstpointer scope_keys_find (gconstpointer table, gsize row_size, GdkDisplay *display, guint value,
                               guint code, GdkModifierType modifiers);
