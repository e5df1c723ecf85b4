/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "step-finder.h"

#include <gio/gio.h>

/* So many are found at a time, so that those asked for last do not wait for long. */
#define AT_ONCE 4

/* On its way; the task owns it. */
typedef struct
{
  ScopeStepFinder *finder; /* Borrowed; NULL once nobody waits any more */
  ScopeSteps *steps;       /* Owned reference */
  ScopeStep found[AT_ONCE];
  guint n;
} Job;

struct _ScopeStepFinder
{
  ScopeStepFound func;
  gpointer data;
  ScopeSteps *steps; /* Owned reference; NULL before there are any */
  GArray *known;     /* Owned; of ScopeStep, by their places; those that are not known have no place */
  GArray *wanted;    /* Owned; of guint, places: the last one comes first */
  Job *running;      /* Borrowed; NULL while none is */
};

#define NO_PLACE G_MAXUINT

ScopeStepFinder *
scope_step_finder_new (ScopeStepFound found, gpointer data)
{
  ScopeStepFinder *finder = g_new0 (ScopeStepFinder, 1);

  finder->func = found;
  finder->data = data;
  finder->known = g_array_new (FALSE, FALSE, sizeof (ScopeStep));
  finder->wanted = g_array_new (FALSE, FALSE, sizeof (guint));
  return finder;
}

void
scope_step_finder_free (ScopeStepFinder *finder)
{
  if (finder->running != NULL)
    finder->running->finder = NULL;
  scope_descent_steps_unref (finder->steps);
  g_array_unref (finder->known);
  g_array_unref (finder->wanted);
  g_free (finder);
}

void
scope_step_finder_set_steps (ScopeStepFinder *finder, ScopeSteps *steps)
{
  if (finder->steps == NULL || !scope_descent_steps_have_same_sums (finder->steps, steps))
    g_array_set_size (finder->known, 0);
  g_array_set_size (finder->wanted, 0);
  scope_descent_steps_ref (steps);
  scope_descent_steps_unref (finder->steps);
  finder->steps = steps;
}

/* --- What is known. A walk that began anew has another b₃ at the same place. */

static void
keep (ScopeStepFinder *finder, const ScopeStep *step)
{
  const ScopeStep none = { .place = NO_PLACE };

  while (finder->known->len <= step->place)
    g_array_append_val (finder->known, none);
  g_array_index (finder->known, ScopeStep, step->place) = *step;
}

static gboolean
look_up (const ScopeStepFinder *finder, guint place, ScopeStep *step)
{
  const ScopeStep *known;

  if (place >= finder->known->len)
    return FALSE;
  known = &g_array_index (finder->known, ScopeStep, place);
  if (known->place == NO_PLACE || known->b != scope_descent_steps_get_bias (finder->steps, place))
    return FALSE;
  *step = *known;
  return TRUE;
}

/* --- In the thread */

static void
find_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;

  for (guint i = 0; i < job->n; i++)
    scope_descent_step_find (job->steps, job->found[i].place, &job->found[i]);
  g_task_return_boolean (task, TRUE);
}

/* --- From outside */

static void
free_job (gpointer data)
{
  Job *job = data;

  scope_descent_steps_unref (job->steps);
  g_free (job);
}

static void start (ScopeStepFinder *finder);

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Job *job = g_task_get_task_data (G_TASK (result));
  ScopeStepFinder *finder = job->finder;

  if (finder == NULL)
    return;
  if (scope_descent_steps_have_same_sums (finder->steps, job->steps))
    for (guint i = 0; i < job->n; i++)
      keep (finder, &job->found[i]);
  g_array_set_size (finder->wanted, 0);
  finder->func (finder->data);
  finder->running = NULL;
  start (finder);
}

static void
start (ScopeStepFinder *finder)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  if (finder->wanted->len == 0 || finder->running != NULL)
    return;
  task = g_task_new (NULL, NULL, done_cb, NULL);
  job = g_new0 (Job, 1);
  job->finder = finder;
  job->steps = scope_descent_steps_ref (finder->steps);
  while (job->n < AT_ONCE && finder->wanted->len > 0)
    {
      job->found[job->n++].place = g_array_index (finder->wanted, guint, finder->wanted->len - 1);
      g_array_set_size (finder->wanted, finder->wanted->len - 1);
    }
  finder->running = job;
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, find_thread);
}

/* The cells of a place ask for it one after the other. */
static void
want (ScopeStepFinder *finder, guint place)
{
  guint n = finder->wanted->len;

  if (n == 0 || g_array_index (finder->wanted, guint, n - 1) != place)
    g_array_append_val (finder->wanted, place);
  start (finder);
}

gboolean
scope_step_finder_get (ScopeStepFinder *finder, guint place, ScopeStep *step)
{
  if (look_up (finder, place, step))
    return TRUE;
  if (!scope_descent_steps_are_large (finder->steps))
    {
      scope_descent_step_find (finder->steps, place, step);
      keep (finder, step);
      return TRUE;
    }
  *step = (ScopeStep) { .place = place, .b = scope_descent_steps_get_bias (finder->steps, place) };
  want (finder, place);
  return FALSE;
}
