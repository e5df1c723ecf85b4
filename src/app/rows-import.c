/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rows-import.h"

#include <glib/gi18n.h>

#include "decimal-sign.h"
#include "escape.h"
#include "file-chooser.h"
#include "rows-import-dialogs.h"

/* What takes longer shows how far it is, … */
#define PATIENCE_MS 500
/* … so often. */
#define REPORT_MS 100

/* Where a window keeps the import that runs. */
#define KEY "scope-rows-import"

/* One import; what is on its way holds a reference. */
typedef struct
{
  grefcount references;
  GtkWindow *parent; /* Borrowed; NULL once the import has ended */
  gulong parent_destroyed;
  ScopeState *state; /* Owned */
  ScopeRowsRead read;
  gpointer data;
  char *name;                /* Owned; NULL for pasted text */
  GCancellable *cancellable; /* Owned */
  GTask *load;               /* Owned; NULL until there is something to read */
  guint timer;               /* Source */
  GtkWindow *dialog;         /* Weak; what is shown: how far it is, or a question */
  ScopeObservations *loaded; /* Owned; what waits for its answer */
} Import;

static Import *
ref_import (Import *import)
{
  g_ref_count_inc (&import->references);
  return import;
}

static void
unref_import (Import *import)
{
  if (!g_ref_count_dec (&import->references))
    return;
  g_object_unref (import->state);
  g_free (import->name);
  g_object_unref (import->cancellable);
  g_clear_object (&import->load);
  scope_observations_free (import->loaded);
  g_free (import);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Import, unref_import)

static void
stop_showing (Import *import)
{
  GtkWindow *dialog = import->dialog;

  g_clear_handle_id (&import->timer, g_source_remove);
  g_clear_weak_pointer (&import->dialog);
  if (dialog != NULL)
    gtk_window_destroy (dialog);
}

/* Nothing is shown and nothing is called any more, whatever still comes. */
static void
end_import (Import *import)
{
  GtkWindow *parent = g_steal_pointer (&import->parent);

  if (parent == NULL)
    return;
  stop_showing (import);
  g_signal_handler_disconnect (parent, import->parent_destroyed);
  g_cancellable_cancel (import->cancellable);
  /* The window's reference. */
  g_object_steal_data (G_OBJECT (parent), KEY);
  unref_import (import);
}

/* --- While it is read */

static void
response_cb (AdwMessageDialog *dialog, const char *response, Import *import)
{
  /* It closes by itself. */
  g_clear_weak_pointer (&import->dialog);
  end_import (import);
}

static gboolean
report_cb (gpointer data)
{
  Import *import = data;
  ScopeRowsProgress progress = { 0 };

  if (import->load != NULL)
    scope_rows_load_get_progress (import->load, &progress);
  if (import->dialog != NULL)
    scope_rows_progress_update (import->dialog, &progress);
  return G_SOURCE_CONTINUE;
}

static gboolean
patience_cb (gpointer data)
{
  Import *import = data;
  /* Translators: a file's name. */
  g_autofree char *heading = import->name != NULL ? g_strdup_printf (_ ("Reading “%s”"), import->name)
                                                  : g_strdup (_ ("Reading the Clipboard"));

  g_set_weak_pointer (&import->dialog, scope_rows_progress_new (import->parent, heading));
  g_signal_connect (import->dialog, "response", G_CALLBACK (response_cb), import);
  report_cb (import);
  gtk_window_present (import->dialog);
  import->timer = g_timeout_add (REPORT_MS, report_cb, import);
  return G_SOURCE_REMOVE;
}

/* --- When it is read */

static char *
refused_heading (const char *name)
{
  /* Translators: a file's name. */
  return name != NULL ? g_strdup_printf (_ ("“%s” was not opened"), name)
                      : g_strdup (_ ("Nothing was pasted"));
}

/* What is wrong with a file, or with the clipboard, as a whole. */
static char *
explain (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return g_strdup (_ ("There is no such file any more."));
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    return g_strdup (_ ("This is a folder. A CSV file of observations can be opened."));
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    return g_strdup (_ ("You may not read this file."));
  return scope_escape_whole (error->message);
}

static void
refuse_whole (GtkWindow *parent, const char *name, const char *body)
{
  g_autofree char *heading = refused_heading (name);

  scope_rows_refuse (parent, heading, body, NULL, 0);
}

static void
refuse_rows (GtkWindow *parent, const char *name, const ScopeObservations *loaded)
{
  guint n = (guint) loaded->n_errors;
  g_autofree char *heading = refused_heading (name);
  g_autofree char *body
    = g_strdup_printf (loaded->gave_up ? _ ("More than %u errors. What was there before is unchanged.")
                                       : ngettext ("%u error. What was there before is unchanged.",
                                                   "%u errors. What was there before is unchanged.", n),
                       n);

  scope_rows_refuse (parent, heading, body, loaded->errors, loaded->n_errors);
}

static void
give_rows (Import *import)
{
  import->read (import->loaded->rows, import->name, import->loaded->has_scenario_columns, import->data);
}

static void
answered_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  g_autoptr (Import) import = ref_import (data);

  /* It closes by itself. */
  g_clear_weak_pointer (&import->dialog);
  end_import (import);
  if (g_str_equal (response, SCOPE_ROWS_MEANT))
    give_rows (import);
}

/* A file of another dialect than it is called for, and what is pasted where its "1,234" is a thousand and more on
 * this desktop. */
static gboolean
must_ask (const Import *import)
{
  const ScopeObservations *loaded = import->loaded;

  if (loaded == NULL || loaded->rows == NULL)
    return FALSE;
  if (import->name != NULL)
    return loaded->separator != ',' || loaded->mark == ',';
  return loaded->doubt.line > 0 && loaded->mark != scope_decimal_sign_of_locale ();
}

static void
ask (Import *import)
{
  stop_showing (import);
  g_set_weak_pointer (&import->dialog, scope_rows_question_new (import->parent, import->name, import->loaded,
                                                                scope_state_get_classes (import->state)));
  g_signal_connect (import->dialog, "response", G_CALLBACK (answered_cb), import);
  gtk_window_present (import->dialog);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Import) import = data;
  g_autoptr (GError) error = NULL;
  GtkWindow *parent = import->parent;

  import->loaded = scope_rows_load_finish (result, &error);
  if (parent == NULL)
    return;
  if (must_ask (import))
    {
      ask (import);
      return;
    }
  end_import (import);
  if (import->loaded == NULL)
    {
      g_autofree char *why = explain (error);

      refuse_whole (parent, import->name, why);
    }
  else if (import->loaded->rows == NULL)
    refuse_rows (parent, import->name, import->loaded);
  else
    give_rows (import);
}

/* --- Where it comes from */

static Import *
begin_import (GtkWindow *parent, ScopeState *state, ScopeRowsRead read, gpointer data)
{
  Import *before = g_object_get_data (G_OBJECT (parent), KEY);
  Import *import = g_new0 (Import, 1);

  if (before != NULL)
    end_import (before);
  g_ref_count_init (&import->references);
  import->parent = parent;
  import->parent_destroyed = g_signal_connect_swapped (parent, "destroy", G_CALLBACK (end_import), import);
  import->state = g_object_ref (state);
  import->read = read;
  import->data = data;
  import->cancellable = g_cancellable_new ();
  import->timer = g_timeout_add (PATIENCE_MS, patience_cb, import);
  g_object_set_data (G_OBJECT (parent), KEY, import);
  return import;
}

static void
import_file (GtkWindow *parent, ScopeState *state, GFile *file, ScopeRowsRead read, gpointer data)
{
  Import *import = begin_import (parent, state, read, data);

  import->name = scope_rows_load_name (file);
  import->load = scope_rows_load_file (file, scope_state_get_classes (state), import->cancellable, loaded_cb,
                                       ref_import (import));
}

void
scope_rows_import_files (GtkWindow *parent, ScopeState *state, GFile *const *files, guint n,
                         ScopeRowsRead read, gpointer data)
{
  if (n == 1)
    import_file (parent, state, files[0], read, data);
  else
    scope_rows_refuse (parent, _ ("One file at a time can be opened"),
                       _ ("What was there before is unchanged."), NULL, 0);
}

static void
text_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Import) import = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  GtkWindow *parent = import->parent;

  if (parent == NULL)
    return;
  if (text != NULL && text[0] != '\0')
    {
      import->load = scope_rows_load_text (text, scope_state_get_classes (import->state), import->cancellable,
                                           loaded_cb, ref_import (import));
      return;
    }
  end_import (import);
  refuse_whole (parent, NULL,
                _ ("There is no text on the clipboard. Copy rows in a spreadsheet first: z1, z2, z3 "
                   "and the observed class."));
}

void
scope_rows_import_clipboard (GtkWindow *parent, ScopeState *state, ScopeRowsRead read, gpointer data)
{
  Import *import = begin_import (parent, state, read, data);

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (parent)), import->cancellable, text_cb,
                                 ref_import (import));
}

/* --- A choice and a drop, which wait to become an import */

typedef struct
{
  ScopeState *state; /* Owned */
  ScopeRowsRead read;
  gpointer data;
} Wish;

static Wish *
new_wish (ScopeState *state, ScopeRowsRead read, gpointer data)
{
  Wish *wish = g_new0 (Wish, 1);

  wish->state = g_object_ref (state);
  wish->read = read;
  wish->data = data;
  return wish;
}

static void
free_wish (gpointer data, GClosure *closure)
{
  Wish *wish = data;

  g_object_unref (wish->state);
  g_free (wish);
}

static void
chosen_cb (GtkNativeDialog *chooser, int response, Wish *wish)
{
  GtkWindow *parent = gtk_native_dialog_get_transient_for (chooser);
  g_autoptr (GFile) file = NULL;

  if (response != GTK_RESPONSE_ACCEPT || parent == NULL)
    return;
  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  /* What was chosen may have gone from the list meanwhile. */
  if (file == NULL)
    return;
  import_file (parent, wish->state, file, wish->read, wish->data);
}

static void
add_filters (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) csv = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) any = gtk_file_filter_new ();

  gtk_file_filter_set_name (csv, _ ("Observations (CSV)"));
  gtk_file_filter_add_suffix (csv, "csv");
  gtk_file_filter_set_name (any, _ ("All Files"));
  gtk_file_filter_add_pattern (any, "*");
  gtk_file_chooser_add_filter (chooser, csv);
  gtk_file_chooser_add_filter (chooser, any);
}

void
scope_rows_import_choose (GtkWindow *parent, ScopeState *state, ScopeRowsRead read, gpointer data)
{
  GtkFileChooserNative *chooser
    = scope_file_chooser_new (parent, _ ("Open Observations"), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"));

  if (chooser == NULL)
    return;
  add_filters (GTK_FILE_CHOOSER (chooser));
  g_signal_connect_data (chooser, "response", G_CALLBACK (chosen_cb), new_wish (state, read, data), free_wish,
                         0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, Wish *wish)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autoptr (GSList) list = gdk_file_list_get_files (g_value_get_boxed (value));
  g_autoptr (GPtrArray) files = g_ptr_array_new ();

  for (GSList *item = list; item != NULL; item = item->next)
    g_ptr_array_add (files, item->data);
  if (!GTK_IS_WINDOW (root) || files->len == 0)
    return FALSE;
  scope_rows_import_files (GTK_WINDOW (root), wish->state, (GFile *const *) files->pdata, files->len,
                           wish->read, wish->data);
  return files->len == 1;
}

GtkEventController *
scope_rows_import_drop_new (ScopeState *state, ScopeRowsRead read, gpointer data)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_data (target, "drop", G_CALLBACK (dropped_cb), new_wish (state, read, data), free_wish, 0);
  return GTK_EVENT_CONTROLLER (target);
}
