/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "save.h"

#include <glib/gi18n.h>

#include "accessible.h"
#include "ending.h"
#include "escape.h"
#include "file-chooser.h"
#include "file.h"

#define KEY "scope-save"

/* Of the window, until the next one. */
typedef struct
{
  ScopeSave what;
  char *failed;                  /* Owned */
  GtkFileChooserNative *chooser; /* Owned, until it has responded */
  char *path;                    /* Owned */
  gpointer taken;                /* Owned; what is saved, until it is bytes */
  GBytes *bytes;                 /* Owned */
  char *notice;                  /* Owned; of the last writing */
  gboolean is_busy;              /* all of this is the thread's */
  ScopeFileFlags flags;
} Save;

static void
free_save (gpointer data)
{
  Save *self = data;

  g_clear_object (&self->chooser);
  g_clear_pointer (&self->taken, self->what.free_taken);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->notice);
  g_free (self->path);
  g_free (self->failed);
  g_free (self);
}

static Save *
get_save (GtkWindow *window)
{
  return g_object_get_data (G_OBJECT (window), KEY);
}

/* --- Sentences and questions */

static void
complain (GtkWindow *window, const char *message)
{
  GtkWidget *dialog = adw_message_dialog_new (window, get_save (window)->failed, message);

  scope_accessible_add_response (dialog, "close", _ ("Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void write_aside (GtkWindow *window);

/* The question's answer is the flag that it would add or take away. */
static void
answered_cb (AdwMessageDialog *dialog, const char *response, GtkWindow *window)
{
  Save *self = get_save (window);

  if (g_str_equal (response, "replace"))
    self->flags &= ~(ScopeFileFlags) SCOPE_FILE_NEW;
  else if (g_str_equal (response, "over"))
    self->flags |= SCOPE_FILE_IN_PLACE;
  else
    return;
  write_aside (window);
}

static void
ask (GtkWindow *window, const char *heading, const char *body, const char *response, const char *label)
{
  GtkWidget *dialog = adw_message_dialog_new (window, heading, body);

  scope_accessible_add_response (dialog, "cancel", _ ("Cancel"));
  scope_accessible_add_response (dialog, response, label);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), response,
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), window, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
ask_to_replace (GtkWindow *window, const char *path)
{
  g_autofree char *name = scope_escape_basename (path);
  /* Translators: a file's name. */
  g_autofree char *heading = g_strdup_printf (_ ("Replace “%s”?"), name);

  ask (window, heading, _ ("A file of this name is there already. Its content would be lost."), "replace",
       _ ("Replace"));
}

static void
ask_to_write_over (GtkWindow *window, const char *path, const char *why)
{
  g_autofree char *name = scope_escape_basename (path);
  /* Translators: a file's name. */
  g_autofree char *heading = g_strdup_printf (_ ("Write Over “%s”?"), name);

  ask (window, heading, why, "over", _ ("Write Over"));
}

char *
scope_save_say (const char *path, const char *notice)
{
  g_autofree char *name = scope_escape_basename (path);
  /* Translators: a file's name. */
  g_autofree char *said = g_strdup_printf (_ ("Saved “%s”"), name);

  return notice != NULL ? g_strdup_printf ("%s\n%s", said, notice) : g_steal_pointer (&said);
}

/* --- Writing */

/* In the thread. What could not be written may be asked for again: the bytes are kept. */
static void
write_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Save *self = data;
  GError *error = NULL;

  if (self->bytes == NULL)
    self->bytes = self->what.render (self->taken, self->what.format, &error);
  if (self->bytes != NULL
      && scope_file_write_full (self->path, self->bytes, self->flags | SCOPE_FILE_NO_WAIT, &self->notice,
                                &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
set_busy (GtkWindow *window, gboolean busy)
{
  Save *self = get_save (window);

  self->is_busy = busy;
  if (self->what.busy != NULL && gtk_widget_get_realized (GTK_WIDGET (window)))
    self->what.busy (window, busy);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWindow) window = data;
  Save *self = get_save (window);
  g_autoptr (GError) error = NULL;
  gboolean written = g_task_propagate_boolean (G_TASK (result), &error);

  set_busy (window, FALSE);
  g_application_release (g_application_get_default ());
  /* The window may have been closed meanwhile: then nobody is there to be told. */
  if (!gtk_widget_get_realized (GTK_WIDGET (window)))
    return;
  if (written)
    self->what.done (window, self->path, self->what.format, self->notice);
  else if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_EXIST))
    ask_to_replace (window, self->path);
  else if (g_error_matches (error, SCOPE_FILE_ERROR, SCOPE_FILE_ERROR_ONLY_IN_PLACE))
    ask_to_write_over (window, self->path, error->message);
  else
    complain (window, error->message);
}

/* A dialog that outlives the window it is over takes hold of what is gone: it has ended when this has.
 * The window's reference is let go of here, and never in the thread. */
static void
write_aside (GtkWindow *window)
{
  Save *self = get_save (window);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, written_cb, g_object_ref (window));

  g_clear_pointer (&self->notice, g_free);
  g_application_hold (g_application_get_default ());
  set_busy (window, TRUE);
  g_task_set_source_tag (task, write_aside);
  g_task_set_task_data (task, self, NULL);
  g_task_run_in_thread (task, write_thread);
}

/* A name that the dialog did not ask about may be somebody else's. */
static void
take_name (Save *self, const char *typed)
{
  g_free (self->path);
  self->path = scope_ending_settle (typed, self->what.endings, &self->what.format);
  self->flags = g_str_equal (self->path, typed) ? SCOPE_FILE_DEFAULT : SCOPE_FILE_NEW;
}

static void
save_to (GtkWindow *window, GFile *file)
{
  Save *self = get_save (window);
  g_autofree char *typed = file != NULL ? g_file_get_path (file) : NULL;

  if (typed == NULL)
    {
      complain (window, _ ("This place is not on this computer; choose a folder that is."));
      return;
    }
  take_name (self, typed);
  self->taken = self->what.take (window);
  write_aside (window);
}

static void
response_cb (GtkNativeDialog *chooser, int response, GtkWindow *window)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

  g_clear_object (&get_save (window)->chooser);
  if (response == GTK_RESPONSE_ACCEPT)
    save_to (window, file);
}

/* --- The name */

static void
propose_name (const Save *self)
{
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (self->chooser);
  g_autofree char *name = scope_ending_add (self->what.name, self->what.endings[self->what.format]);

  gtk_file_chooser_set_current_name (chooser, name);
  if (self->what.folder[0] != '\0')
    {
      g_autoptr (GFile) folder = g_file_new_for_path (self->what.folder);

      gtk_file_chooser_set_current_folder (chooser, folder, NULL);
    }
}

void
scope_save_ask (GtkWindow *window, const ScopeSave *save)
{
  Save *before = get_save (window), *self;
  GtkFileChooserNative *chooser;

  if (before != NULL && before->is_busy)
    return;
  chooser = scope_file_chooser_new (window, save->title, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"));
  if (chooser == NULL)
    return;
  self = g_new0 (Save, 1);
  /* What is borrowed there is used here, but for the endings. */
  self->what = *save;
  self->failed = g_strdup (save->failed);
  self->chooser = g_object_ref (chooser);
  propose_name (self);
  g_object_set_data_full (G_OBJECT (window), KEY, self, free_save);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (response_cb), window, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}
