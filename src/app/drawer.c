/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "drawer.h"

#include <gio/gio.h>

#include "curves.h"
#include "descent-text.h"
#include "describe.h"
#include "figure-build.h"
#include "figure-spoken.h"
#include "hood-text.h"
#include "location.h"
#include "readout.h"

/* What a thread works with. Who has asked and the thread each hold a reference, and never touch the same
 * of it at the same time: a scene lives with the fonts that it was made with, so that there are two, and
 * the thread has those that no scene of the other side is made with. */
typedef struct
{
  ScopeManyTotal *total; /* Owned */
  ScopeCurves *curves;   /* Owned */
  ScopeFonts *fonts[2];  /* Owned; NULL until they are needed */
} Tools;

/* A picture on its way; the task owns it. */
typedef struct
{
  ScopeDrawer *drawer; /* Borrowed; NULL once nobody waits any more */
  Tools *tools;        /* Owned reference */
  guint set;           /* of fonts */
  unsigned what;
  ScopeDrawn *drawn; /* Owned; NULL once it is taken */
} Job;

struct _ScopeDrawer
{
  ScopeDrawnFunc func;
  gpointer data;
  Tools *tools;          /* Owned reference */
  ScopeDrawn *drawn;     /* Owned; the last one */
  guint set;             /* of its fonts */
  Job *running;          /* Borrowed; NULL while none is */
  ScopeFigureCopy *next; /* Owned; waits until that is done */
  unsigned next_what;
  guint64 last_id;
};

ScopeFonts *
scope_drawer_load_fonts (void)
{
  g_autofree char *data = scope_location_data ();
  g_autofree char *folder = g_build_filename (data, "fonts", NULL);
  g_autoptr (GError) error = NULL;
  ScopeFonts *fonts = scope_fonts_new (folder, &error);

  if (fonts == NULL)
    g_error ("%s. Is the program installed whole?", error->message);
  return fonts;
}

static void
clear_tools (gpointer data)
{
  Tools *tools = data;

  scope_many_total_free (tools->total);
  scope_curves_free (tools->curves);
  for (guint i = 0; i < G_N_ELEMENTS (tools->fonts); i++)
    scope_fonts_free (tools->fonts[i]);
}

static void
unref_tools (Tools *tools)
{
  g_atomic_rc_box_release_full (tools, clear_tools);
}

static void
free_drawn (ScopeDrawn *drawn)
{
  if (drawn == NULL)
    return;
  scope_scene_free (drawn->scene);
  scope_figure_copy_free (drawn->copy);
  g_free (drawn->description);
  g_free (drawn->result);
  g_free (drawn->hood);
  g_free (drawn->verdict);
  g_free (drawn->readout);
  g_free (drawn);
}

static void
free_job (gpointer data)
{
  Job *job = data;

  free_drawn (job->drawn);
  unref_tools (job->tools);
  g_free (job);
}

/* --- In the thread */

static void
find_words (ScopeDrawn *drawn)
{
  const ScopeFigure *figure = &drawn->copy->figure;

  drawn->result = scope_describe_figure_result (figure, FALSE);
  drawn->hood = scope_hood_describe_figure (figure);
  if (figure->trail.n > 0 || (figure->show & SCOPE_SHOW_DESCENT))
    drawn->verdict = scope_descent_text_describe_verdict (figure);
}

static void
draw_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  ScopeDrawn *drawn = job->drawn;
  ScopeFonts **fonts = &job->tools->fonts[job->set];

  if (job->what & (SCOPE_DRAW_SCENE | SCOPE_DRAW_WORDS))
    scope_figure_copy_complete (drawn->copy, job->tools->total);
  if (job->what & SCOPE_DRAW_SCENE)
    {
      if (*fonts == NULL)
        *fonts = scope_drawer_load_fonts ();
      drawn->scene = scope_figure_build (&drawn->copy->figure, job->tools->curves, *fonts);
      drawn->description = scope_figure_spoken_scene (&drawn->copy->figure, drawn->scene);
    }
  if (job->what & SCOPE_DRAW_WORDS)
    find_words (drawn);
  if (job->what & SCOPE_DRAW_READOUT)
    drawn->readout
      = scope_readout_text (&drawn->copy->figure, drawn->copy->panel, &drawn->copy->rect, drawn->copy->x);
  g_task_return_boolean (task, TRUE);
}

/* --- From outside */

static void start (ScopeDrawer *drawer, ScopeFigureCopy *copy, unsigned what, guint64 id);

/* The one before goes last: who shows it has this one by then. */
static void
take (ScopeDrawer *drawer, Job *job)
{
  ScopeDrawn *before = drawer->drawn;

  drawer->drawn = g_steal_pointer (&job->drawn);
  drawer->set = job->set;
  drawer->func (drawer->drawn, drawer->data);
  free_drawn (before);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Job *job = g_task_get_task_data (G_TASK (result));
  ScopeDrawer *drawer = job->drawer;
  GApplication *application = g_application_get_default ();

  if (drawer != NULL)
    take (drawer, job);
  /* The drawer may have gone when it told of it. */
  if (job->drawer != NULL)
    {
      drawer->running = NULL;
      if (drawer->next != NULL)
        start (drawer, g_steal_pointer (&drawer->next), drawer->next_what, drawer->last_id);
    }
  if (application != NULL)
    g_application_release (application);
}

static void
start (ScopeDrawer *drawer, ScopeFigureCopy *copy, unsigned what, guint64 id)
{
  GApplication *application = g_application_get_default ();
  g_autoptr (GTask) task = g_task_new (NULL, NULL, done_cb, NULL);
  Job *job = g_new0 (Job, 1);

  job->drawer = drawer;
  job->tools = g_atomic_rc_box_acquire (drawer->tools);
  job->set = drawer->drawn != NULL ? 1 - drawer->set : drawer->set;
  job->what = what;
  job->drawn = g_new0 (ScopeDrawn, 1);
  job->drawn->copy = copy;
  job->drawn->id = id;
  drawer->running = job;
  /* A thread that draws while the program ends would use what is being taken down. */
  if (application != NULL)
    g_application_hold (application);
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, draw_thread);
}

ScopeDrawer *
scope_drawer_new (ScopeDrawnFunc drawn, gpointer data)
{
  ScopeDrawer *drawer = g_new0 (ScopeDrawer, 1);

  drawer->func = drawn;
  drawer->data = data;
  drawer->tools = g_atomic_rc_box_new0 (Tools);
  drawer->tools->total = scope_many_total_new ();
  drawer->tools->curves = scope_curves_new ();
  return drawer;
}

void
scope_drawer_free (ScopeDrawer *drawer)
{
  if (drawer->running != NULL)
    drawer->running->drawer = NULL;
  scope_figure_copy_free (drawer->next);
  free_drawn (drawer->drawn);
  unref_tools (drawer->tools);
  g_free (drawer);
}

guint64
scope_drawer_draw (ScopeDrawer *drawer, ScopeFigureCopy *copy, unsigned what)
{
  drawer->last_id++;
  if (drawer->running == NULL)
    {
      start (drawer, copy, what, drawer->last_id);
      return drawer->last_id;
    }
  scope_figure_copy_free (drawer->next);
  drawer->next = copy;
  drawer->next_what = what;
  return drawer->last_id;
}

const ScopeDrawn *
scope_drawer_get (const ScopeDrawer *drawer)
{
  return drawer->drawn;
}

gboolean
scope_drawer_is_busy (const ScopeDrawer *drawer)
{
  return drawer->running != NULL;
}
