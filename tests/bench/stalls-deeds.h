/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done to a window with very many rows. */

#pragma once

#include <glib.h>

#define N_ROWS 100000

typedef struct
{
  const char *name;
  const char *action; /* of the window; NULL: the function does it */
  void (*act) (void);
} StallsDeed;

extern const StallsDeed stalls_deeds[];
extern const guint stalls_n_deeds;

/* The first window, and rows on its clipboard; the first deed pastes them. */
void stalls_open_window (void);
void stalls_put_on_clipboard (guint n);
void stalls_do (const StallsDeed *deed);
