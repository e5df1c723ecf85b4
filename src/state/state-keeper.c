/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "state-keeper.h"

#include "state-file.h"
#include "state-lecture.h"
#include "state-save.h"

/* One writing: what is to be written, and what became of it. Between start and end it is its thread's. */
typedef struct
{
  ScopeStateStore *store;  /* The keeper's: one job at a time */
  ScopeSnapshot *snapshot; /* Owned */
  ScopeSnapshot *first;    /* Owned; what the base is made from, NULL where there is one */
  char *base, *text;       /* Owned */
  ScopeSetAside aside;
  GError *error; /* Owned */
} Job;

struct _ScopeStateKeeper
{
  ScopeState *state;      /* Owned */
  ScopeStateStore *store; /* Owned */
  gulong changed_id;
  gint64 settle_us, latest_us;
  ScopeKeeperTell tell;
  gpointer data;

  char *base;               /* Owned; as it was kept last; NULL before the first time, */
  ScopeSnapshot *first;     /* Owned; when this is how it was found: nobody waits for its text at the start */
  gint64 first_us, last_us; /* of the changes that are not kept; 0 for none */
  guint timeout;            /* Source; 0 while nothing waits to be kept */
  gboolean has_told;        /* that nothing is kept */

  GThread *thread; /* NULL while none writes */
  Job *job;        /* the thread's */
  GSource *done;   /* Owned; what the thread calls */

  void (*finished) (gpointer data); /* NULL as long as nobody waits for the end */
  gpointer finished_data;
  guint finish_source; /* Source; once that is called where no thread calls it */
};

/* --- When */

static gboolean timeout_cb (gpointer data);

static gint64
due_us (const ScopeStateKeeper *keeper)
{
  return MIN (keeper->last_us + keeper->settle_us, keeper->first_us + keeper->latest_us);
}

/* One source for many changes: where another change has come, it waits for the rest. */
static void
arm (ScopeStateKeeper *keeper)
{
  gint64 left = due_us (keeper) - g_get_monotonic_time ();

  if (keeper->timeout == 0)
    keeper->timeout = g_timeout_add ((guint) (MAX (left, 0) / 1000 + 1), timeout_cb, keeper);
}

static void
note_change (ScopeStateKeeper *keeper)
{
  keeper->last_us = g_get_monotonic_time ();
  if (keeper->first_us == 0)
    keeper->first_us = keeper->last_us;
  arm (keeper);
}

/* --- Writing */

static Job *
job_new (ScopeStateKeeper *keeper)
{
  Job *job = g_new0 (Job, 1);

  job->store = keeper->store;
  job->snapshot = scope_state_snapshot_new (keeper->state);
  job->first = g_steal_pointer (&keeper->first);
  job->base = g_steal_pointer (&keeper->base);
  return job;
}

static void
job_free (Job *job)
{
  scope_state_snapshot_free (job->snapshot);
  scope_state_snapshot_free (job->first);
  g_free (job->base);
  g_free (job->text);
  scope_state_store_clear_set_aside (&job->aside);
  g_clear_error (&job->error);
  g_free (job);
}

static void
job_run (Job *job)
{
  if (job->base == NULL)
    job->base = scope_state_snapshot_to_text (job->first);
  job->text = scope_state_snapshot_to_text (job->snapshot);
  scope_state_store_write (job->store, job->base, job->text, &job->aside, &job->error);
}

static gboolean
finish (ScopeStateKeeper *keeper, Job *job)
{
  gboolean written = job->error == NULL;
  gboolean told = job->aside.found != SCOPE_FOUND_NOTHING && job->aside.aside != NULL;

  keeper->base = written ? g_steal_pointer (&job->text) : g_steal_pointer (&job->base);
  if (told || (!written && !keeper->has_told))
    keeper->tell (&job->aside, job->error, keeper->data);
  keeper->has_told = !written;
  job_free (job);
  return written;
}

/* Ends the thread's job, which may still have to be waited for. FALSE where it could not be written. */
static gboolean
join (ScopeStateKeeper *keeper)
{
  g_thread_join (keeper->thread);
  keeper->thread = NULL;
  g_source_destroy (keeper->done);
  g_clear_pointer (&keeper->done, g_source_unref);
  return finish (keeper, g_steal_pointer (&keeper->job));
}

static gboolean done_cb (gpointer data);

static gpointer
write_thread (gpointer data)
{
  ScopeStateKeeper *keeper = data;

  job_run (keeper->job);
  g_source_attach (keeper->done, NULL);
  return NULL;
}

static void
start (ScopeStateKeeper *keeper)
{
  keeper->first_us = 0;
  keeper->job = job_new (keeper);
  keeper->done = g_idle_source_new ();
  g_source_set_priority (keeper->done, G_PRIORITY_DEFAULT);
  g_source_set_callback (keeper->done, done_cb, keeper, NULL);
  keeper->thread = g_thread_new ("keeper", write_thread, keeper);
}

static gboolean
timeout_cb (gpointer data)
{
  ScopeStateKeeper *keeper = data;

  keeper->timeout = 0;
  /* A thread that still writes begins anew when it is done. */
  if (keeper->first_us == 0 || keeper->thread != NULL)
    return G_SOURCE_REMOVE;
  if (due_us (keeper) > g_get_monotonic_time ())
    arm (keeper);
  else
    start (keeper);
  return G_SOURCE_REMOVE;
}

/* The last thing that is done to it. */
static gboolean
finished_cb (gpointer data)
{
  ScopeStateKeeper *keeper = data;

  keeper->finish_source = 0;
  keeper->finished (keeper->finished_data);
  return G_SOURCE_REMOVE;
}

/* A full disk may have room in a while, for who has one. */
static gboolean
done_cb (gpointer data)
{
  ScopeStateKeeper *keeper = data;
  gboolean written = join (keeper);

  if (keeper->finished != NULL && written && keeper->first_us != 0)
    start (keeper);
  else if (keeper->finished != NULL)
    return finished_cb (keeper);
  else if (!written)
    note_change (keeper);
  else if (keeper->first_us != 0)
    arm (keeper);
  return G_SOURCE_REMOVE;
}

/* A lecture's steps are nobody's work. */
static void
changed_cb (ScopeStateKeeper *keeper)
{
  if (!scope_state_in_lecture (keeper->state))
    note_change (keeper);
}

static gboolean
is_kept (const ScopeStateKeeper *keeper)
{
  return keeper->thread == NULL && keeper->first_us == 0 && !keeper->has_told;
}

gboolean
scope_state_keeper_finish (ScopeStateKeeper *keeper, void (*done) (gpointer data), gpointer data)
{
  if (is_kept (keeper))
    return FALSE;
  g_clear_handle_id (&keeper->timeout, g_source_remove);
  keeper->finished = done;
  keeper->finished_data = data;
  if (keeper->thread == NULL)
    start (keeper);
  return TRUE;
}

/* Who waits for the end hears of it in any case. */
static void
tell_finished (ScopeStateKeeper *keeper)
{
  if (keeper->finished != NULL && keeper->finish_source == 0)
    keeper->finish_source = g_idle_add_full (G_PRIORITY_DEFAULT, finished_cb, keeper, NULL);
}

gboolean
scope_state_keeper_flush (ScopeStateKeeper *keeper)
{
  Job *job;

  if (keeper->thread != NULL && !join (keeper))
    note_change (keeper);
  tell_finished (keeper);
  if (is_kept (keeper))
    return TRUE;
  g_clear_handle_id (&keeper->timeout, g_source_remove);
  keeper->first_us = 0;
  job = job_new (keeper);
  job_run (job);
  return finish (keeper, job);
}

/* --- Life */

static gboolean
restore (const char *text, gpointer data)
{
  return scope_state_restore (data, text);
}

ScopeStateKeeper *
scope_state_keeper_new (ScopeState *state, ScopeStateStore *store, guint settle_ms, guint latest_ms,
                        ScopeKeeperTell tell, gpointer data)
{
  ScopeStateKeeper *keeper = g_new0 (ScopeStateKeeper, 1);
  g_auto (ScopeSetAside) aside = { 0 };

  keeper->state = g_object_ref (state);
  keeper->store = store;
  keeper->settle_us = settle_ms * (gint64) 1000;
  keeper->latest_us = latest_ms * (gint64) 1000;
  keeper->tell = tell;
  keeper->data = data;
  scope_state_store_read (store, restore, state, &aside);
  keeper->first = scope_state_snapshot_new (state);
  keeper->changed_id = g_signal_connect_swapped (state, "changed", G_CALLBACK (changed_cb), keeper);
  if (aside.found != SCOPE_FOUND_NOTHING)
    tell (&aside, NULL, data);
  /* A place that takes nothing is known before there is work to lose. */
  note_change (keeper);
  return keeper;
}

void
scope_state_keeper_free (ScopeStateKeeper *keeper)
{
  g_clear_handle_id (&keeper->timeout, g_source_remove);
  g_clear_handle_id (&keeper->finish_source, g_source_remove);
  if (keeper->thread != NULL)
    join (keeper);
  g_signal_handler_disconnect (keeper->state, keeper->changed_id);
  g_object_unref (keeper->state);
  scope_state_store_free (keeper->store);
  scope_state_snapshot_free (keeper->first);
  g_free (keeper->base);
  g_free (keeper);
}
