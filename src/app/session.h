/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Tells in time that the program is about to be ended (by a signal), or the session, or that the computer
 * is about to sleep. What it calls is done before any of it happens. */
typedef struct _ScopeSession ScopeSession;

typedef struct
{
  void (*end) (gpointer data);  /* the program is asked to end: it does so afterwards */
  void (*keep) (gpointer data); /* work may be lost from now on */
} ScopeSessionDeeds;

ScopeSession *scope_session_new (GtkApplication *application, const ScopeSessionDeeds *deeds, gpointer data);
void scope_session_free (ScopeSession *session);

/* Ends the program the way that the signal asked for; nothing where there was none. */
void scope_session_obey (void);

G_END_DECLS
