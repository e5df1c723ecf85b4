/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* How everything is saved that the user gives a name to: the dialog for the name; the ending that belongs
 * to it; the questions before something is replaced or written over; what went wrong. */

typedef struct
{
  const char *title;          /* of the dialog */
  const char *failed;         /* "The picture was not saved" */
  const char *name;           /* proposed, without an ending */
  const char *folder;         /* to begin in, or "" */
  const char *const *endings; /* one a format, NULL after the last; stays where it is */
  guint format;               /* that is chosen now: its ending is proposed */

  /* What is to be saved, as it is when the name is known, and its end. */
  gpointer (*take) (GtkWindow *window);
  GDestroyNotify free_taken;
  /* The bytes in the format that the name tells; in a thread, as the writing is. */
  GBytes *(*render) (gpointer taken, guint format, GError **error);
  /* Begins and ends: what should not be asked for twice waits. NULL is allowed. */
  void (*busy) (GtkWindow *window, gboolean busy);
  /* notice is what was lost on the way, as a sentence, or NULL. */
  void (*done) (GtkWindow *window, const char *path, guint format, const char *notice);
} ScopeSave;

/* Over the window, which is what take, busy and done get. Nothing while something is written for it. Who
 * closes the window meanwhile is not told; the application stays until the file is whole. */
void scope_save_ask (GtkWindow *window, const ScopeSave *save);

/* "Saved “plot.png”", and what was lost on the way. */
char *scope_save_say (const char *path, const char *notice);

G_END_DECLS
