/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "keeping.h"

#include <glib/gi18n.h>

#include "escape.h"
#include "state-aside.h"
#include "state-keeper.h"
#include "state-object.h"

#define SETTLE_MS 2000
#define LATEST_MS 5000

struct _ScopeKeeping
{
  GObject parent_instance;

  ScopeState *state;        /* Owned */
  ScopeStateKeeper *keeper; /* Owned; NULL until the first window begins */
  guint n_windows;
};

G_DEFINE_FINAL_TYPE (ScopeKeeping, scope_keeping, G_TYPE_OBJECT)

ScopeState *
scope_keeping_get_state (ScopeKeeping *self)
{
  return self->state;
}

static char *
describe (const ScopeSetAside *aside, const GError *error)
{
  g_autofree char *name = aside->aside != NULL ? scope_escape_basename (aside->aside) : NULL;

  if (name != NULL && aside->found == SCOPE_FOUND_NEWER)
    /* Translators: the name of a file. */
    return g_strdup_printf (
      _ ("The last state is that of a newer version of this program, and lies in “%s” now"), name);
  if (name != NULL)
    /* Translators: the name of a file. */
    return g_strdup_printf (_ ("The last state cannot be read, and lies in “%s” now"), name);
  if (error != NULL)
    /* Translators: what the system says about it. */
    return g_strdup_printf (_ ("What you do here is not kept for the next start: %s"), error->message);
  return g_strdup (_ ("The last state cannot be read"));
}

/* Who has no window any more reads it in the terminal. */
static void
tell (const ScopeSetAside *aside, const GError *error, gpointer data)
{
  g_autofree char *text = describe (aside, error);
  gboolean is_read = FALSE;

  g_signal_emit_by_name (data, "trouble", text, &is_read);
  if (!is_read)
    g_printerr ("%s\n", text);
}

void
scope_keeping_begin (ScopeKeeping *self)
{
  g_autofree char *folder = scope_state_store_folder ();

  self->n_windows++;
  if (self->keeper == NULL)
    self->keeper = scope_state_keeper_new (self->state, scope_state_store_new (folder), SETTLE_MS, LATEST_MS,
                                           tell, self);
}

void
scope_keeping_flush (ScopeKeeping *self)
{
  scope_state_keeper_flush (self->keeper);
}

gboolean
scope_keeping_end (ScopeKeeping *self, void (*done) (gpointer data), gpointer data)
{
  self->n_windows--;
  if (self->n_windows == 0 && scope_state_is_large (self->state))
    return scope_state_keeper_finish (self->keeper, done, data);
  scope_keeping_flush (self);
  return FALSE;
}

static void
scope_keeping_dispose (GObject *object)
{
  ScopeKeeping *self = SCOPE_KEEPING (object);

  g_clear_pointer (&self->keeper, scope_state_keeper_free);
  g_clear_object (&self->state);
  G_OBJECT_CLASS (scope_keeping_parent_class)->dispose (object);
}

static void
scope_keeping_class_init (ScopeKeepingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = scope_keeping_dispose;
  g_signal_new ("trouble", SCOPE_TYPE_KEEPING, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled, NULL,
                NULL, G_TYPE_BOOLEAN, 1, G_TYPE_STRING);
}

static void
scope_keeping_init (ScopeKeeping *self)
{
  self->state = scope_state_new ();
}

ScopeKeeping *
scope_keeping_new (void)
{
  return g_object_new (SCOPE_TYPE_KEEPING, NULL);
}
