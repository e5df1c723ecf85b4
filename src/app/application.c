/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "application.h"

#include <glib/gi18n.h>

#include "appearance.h"
#include "closing.h"
#include "dialogs.h"
#include "escape.h"
#include "labels.h"
#include "popovers.h"
#include "scenario-options.h"
#include "session.h"
#include "settings.h"
#include "streams.h"
#include "surfaces.h"
#include "text-scale.h"
#include "window.h"
#include "x11.h"

#define ID "org.logitscope.Logitscope"

/* The exit statuses; without a display build-aux/run writes a picture instead. */
#define NOT_DONE 1
#define WRONG_COMMAND 2
#define NO_DISPLAY 3

struct _ScopeApplication
{
  AdwApplication parent_instance;

  GSettings *settings;   /* Owned; of all windows, from startup */
  ScopeSession *session; /* Owned; from startup to shutdown */
};

G_DEFINE_FINAL_TYPE (ScopeApplication, scope_application, ADW_TYPE_APPLICATION)

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GList *shown = gtk_application_get_windows (data);
  g_autolist (GtkWindow) windows = g_list_copy_deep (shown, (GCopyFunc) (GCallback) g_object_ref, NULL);

  /* Closing keeps the state; the last window takes the program along. */
  for (GList *item = windows; item != NULL; item = item->next)
    if (SCOPE_IS_WINDOW (item->data))
      scope_closing_close (item->data);
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *about = g_object_new (
    ADW_TYPE_ABOUT_WINDOW, "application-name", _ ("Logitscope"), "application-icon", ID, "version",
    SCOPE_VERSION, "developer-name", _ ("The Logitscope authors"), "license-type", GTK_LICENSE_GPL_3_0,
    "comments",
    _ ("How the cross-entropy loss of a softmax classifier changes with a bias: an instrument for "
       "teaching one derivative."),
    NULL);

  scope_dialog_present (about, gtk_application_get_active_window (data));
}

static GtkWindow *
new_window (ScopeApplication *self)
{
  g_autoptr (ScopeKeeping) keeping = scope_keeping_new ();

  return GTK_WINDOW (scope_window_new (GTK_APPLICATION (self), keeping, self->settings));
}

/* The window that was used last, or a new one. */
static ScopeWindow *
get_window (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  /* Of a dialog the window that it belongs to. */
  while (window != NULL && !SCOPE_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);
  /* One out of sight is on its way out. */
  if (window == NULL || !gtk_widget_get_visible (GTK_WIDGET (window)))
    window = new_window (SCOPE_APPLICATION (application));
  return SCOPE_WINDOW (window);
}

static void
scope_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (get_window (application)));
}

/* Files that were named on a command line, this program's or a later one's. */
static void
scope_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  ScopeWindow *window = get_window (application);

  gtk_window_present (GTK_WINDOW (window));
  scope_window_open_files (window, files, (guint) n_files);
}

/* What somebody has checked who has seen it typed: this program, or a later one. */
static void
set_cb (GSimpleAction *action, GVariant *taken, gpointer data)
{
  g_autofree const char **options = g_variant_get_strv (taken, NULL);
  ScopeWindow *window = get_window (data);
  ScopeState *state = scope_window_get_state (window);
  ScopeScenario scenario = *scope_state_get_scenario (state);

  gtk_window_present (GTK_WINDOW (window));
  scope_scenario_options_apply (options, &scenario);
  scope_state_set_scenario (state, &scenario);
}

/* Only keys that no entry has a use for: the rest belong to the window, in the bubble phase. */
static void
set_accels (GtkApplication *application)
{
  static const struct
  {
    const char *action;
    const char *accels[3];
  } table[] = {
    { "win.export", { "<Control>e" } },
    { "win.sidebar", { "F9" } },
    { "win.full-screen", { "F11" } },
    { "win.shortcuts", { "<Control>question", "F1" } },
    { "win.text-size(1)", { "<Control>plus", "<Control>equal" } },
    { "win.text-size(-1)", { "<Control>minus" } },
    { "win.text-size(0)", { "<Control>0" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    gtk_application_set_accels_for_action (application, table[i].action, table[i].accels);
}

GSettings *
scope_application_get_settings (ScopeApplication *self)
{
  return self->settings;
}

/* --- Ends that nobody asked a window for */

static void
for_each_window (gpointer application, void (*deed) (ScopeWindow *))
{
  for (GList *item = gtk_application_get_windows (application); item != NULL; item = item->next)
    if (SCOPE_IS_WINDOW (item->data))
      deed (item->data);
}

static void
end_cb (gpointer application)
{
  for_each_window (application, scope_window_finish);
}

static void
keep_cb (gpointer application)
{
  for_each_window (application, scope_window_keep);
}

static void
scope_application_shutdown (GApplication *application)
{
  /* The session's end closes no window. */
  for_each_window (application, scope_window_finish);
  g_clear_pointer (&SCOPE_APPLICATION (application)->session, scope_session_free);
  G_APPLICATION_CLASS (scope_application_parent_class)->shutdown (application);
}

static void
scope_application_startup (GApplication *application)
{
  static const ScopeSessionDeeds deeds = { .end = end_cb, .keep = keep_cb };
  static const GActionEntry actions[] = { { .name = "quit", .activate = quit_cb },
                                          { .name = "about", .activate = about_cb },
                                          { .name = "set", .activate = set_cb, .parameter_type = "as" } };

  G_APPLICATION_CLASS (scope_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  set_accels (GTK_APPLICATION (application));
  SCOPE_APPLICATION (application)->session
    = scope_session_new (GTK_APPLICATION (application), &deeds, application);
  SCOPE_APPLICATION (application)->settings = scope_settings_new ();
  scope_appearance_follow (SCOPE_APPLICATION (application)->settings);
  scope_closing_init ();
  scope_popovers_init ();
  scope_streams_init ();
  scope_labels_wrap_menus ();
  scope_surfaces_init ();
  scope_text_scale_init ();
  if (gdk_display_get_default () != NULL)
    scope_x11_survive_errors (gdk_display_get_default ());
}

/* --- What the command line asks for */

/* Refuses what can be seen from here to be no file to open. Returns the exit status, 0 where there is none. */
static int
check_files (const char *const *paths)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (paths[0]);

  if (paths[1] != NULL)
    {
      g_printerr (_ ("logitscope: One file at a time can be opened; %u are named.\n"),
                  g_strv_length ((char **) (gpointer) paths));
      return WRONG_COMMAND;
    }
  /* What lies elsewhere may take its time: the window waits for that. */
  if (g_file_is_native (file) && !g_file_query_exists (file, NULL))
    {
      g_autofree char *name = scope_escape_whole (paths[0]);

      g_printerr (_ ("logitscope: “%s” was not opened: there is no such file.\n"), name);
      return NOT_DONE;
    }
  return 0;
}

/* Finds the program that runs already, or becomes it. Returns the exit status. */
static int
find_program (GApplication *application)
{
  g_autoptr (GError) error = NULL;

  if (g_application_register (application, NULL, &error))
    return 0;
  g_printerr ("logitscope: %s\n", error->message);
  return NOT_DONE;
}

/* Each of these does it here, or lets the program do it that runs already, and returns the exit status. */
static int
open_files (GApplication *application, const char *const *paths)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (paths[0]);
  int status = find_program (application);

  if (status == 0)
    g_application_open (application, &file, 1, "");
  return status;
}

static int
set_options (GApplication *application, GVariantDict *given)
{
  g_auto (GStrv) options = scope_scenario_options_take (given);
  int status;

  if (options == NULL)
    return WRONG_COMMAND;
  if (options[0] == NULL)
    return 0;
  status = find_program (application);
  if (status == 0)
    g_action_group_activate_action (G_ACTION_GROUP (application), "set",
                                    g_variant_new_strv ((const char *const *) options, -1));
  return status;
}

/* −1 goes on, anything else is the exit status. */
static int
scope_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  g_autofree const char **paths = NULL;
  int status = 0;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("logitscope %s\n", SCOPE_VERSION);
      return 0;
    }
  if (!gtk_init_check ())
    {
      g_printerr ("%s\n", _ ("There is no display that can be opened. Without one, logitscope-cli draws "
                             "pictures."));
      return NO_DISPLAY;
    }
  if (g_variant_dict_lookup (options, G_OPTION_REMAINING, "^a&ay", &paths))
    status = check_files (paths);
  if (status == 0)
    status = set_options (application, options);
  if (status != 0)
    return status;
  return paths != NULL ? open_files (application, paths) : -1;
}

static void
scope_application_finalize (GObject *object)
{
  g_clear_object (&SCOPE_APPLICATION (object)->settings);
  G_OBJECT_CLASS (scope_application_parent_class)->finalize (object);
}

static void
scope_application_class_init (ScopeApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = scope_application_finalize;
  application_class->activate = scope_application_activate;
  application_class->open = scope_application_open;
  application_class->startup = scope_application_startup;
  application_class->shutdown = scope_application_shutdown;
  application_class->handle_local_options = scope_application_handle_local_options;
}

static void
scope_application_init (ScopeApplication *self)
{
  g_application_add_main_option (G_APPLICATION (self), "version", 0, 0, G_OPTION_ARG_NONE,
                                 _ ("Print the version and exit"), NULL);
  scope_scenario_options_add (G_APPLICATION (self));
  g_application_add_main_option (G_APPLICATION (self), G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY,
                                 "", _ ("[FILE.csv]"));
}

ScopeApplication *
scope_application_new (void)
{
  return g_object_new (SCOPE_TYPE_APPLICATION, "application-id", ID, "resource-base-path",
                       "/org/logitscope/Logitscope", "flags", G_APPLICATION_HANDLES_OPEN, "register-session",
                       TRUE, NULL);
}
