/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "in-process.h"

#include "../remove-folder.h"
#include "wiring-section.h"

#define PATIENCE_S 120

/* --- A home of its own */

char *
set_up_home (void)
{
  static const char *const folders[][2] = { { "XDG_CONFIG_HOME", "config" },
                                            { "XDG_STATE_HOME", "state" },
                                            { "XDG_DATA_HOME", "data" },
                                            { "XDG_CACHE_HOME", "cache" } };
  char *home = g_dir_make_tmp ("scope-home-XXXXXX", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *folder = g_build_filename (home, folders[i][1], NULL);

      g_setenv (folders[i][0], folder, TRUE);
    }
  g_setenv ("HOME", home, TRUE);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_setenv ("GTK_USE_PORTAL", "0", TRUE);
  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  return home;
}

void
remove_home (char *home)
{
  remove_folder (home);
  g_free (home);
}

/* --- Waiting, until something is so */

static gboolean
tick_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

void
wait_until (Condition is_so, gpointer data)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_S * G_USEC_PER_SEC;
  guint tick = g_timeout_add (20, tick_cb, NULL);

  while (!is_so (data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (tick);
}

typedef struct
{
  GtkWidget *window;
  gint64 frame;
} Frames;

/* What was changed before has its place two frames later, and is painted then. */
static gboolean
is_painted (gpointer data)
{
  const Frames *frames = data;

  if (gdk_frame_clock_get_frame_counter (gtk_widget_get_frame_clock (frames->window)) >= frames->frame + 3)
    return TRUE;
  gtk_widget_queue_draw (frames->window);
  return FALSE;
}

void
wait_for_frames (GtkWidget *window)
{
  Frames frames = { window, gdk_frame_clock_get_frame_counter (gtk_widget_get_frame_clock (window)) };

  wait_until (is_painted, &frames);
}

gboolean
is_full_screen (gpointer window)
{
  return gtk_window_is_fullscreen (window);
}

gboolean
is_not_full_screen (gpointer window)
{
  return !is_full_screen (window);
}

/* --- A program */

ScopeApplication *
new_application (void)
{
  ScopeApplication *application = scope_application_new ();

  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  return application;
}

ScopeApplication *
new_still_application (void)
{
  ScopeApplication *application = new_application ();

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  return application;
}

int
run_tests (ScopeApplication *application, char *home)
{
  int status = g_test_run ();

  g_clear_object (&application);
  remove_home (home);
  return status;
}

/* --- A window */

static gboolean
is_drawn (gpointer window)
{
  return gtk_widget_get_mapped (window) && gtk_widget_get_width (GTK_WIDGET (SCOPE_WINDOW (window)->plot)) > 0
         && adw_flap_get_reveal_progress (SCOPE_WINDOW (window)->flap) == 1;
}

ScopeWindow *
new_window (ScopeApplication *application)
{
  g_autoptr (ScopeKeeping) keeping = scope_keeping_new ();

  return new_window_with (application, keeping, scope_application_get_settings (application));
}

ScopeWindow *
new_window_with (ScopeApplication *application, ScopeKeeping *keeping, GSettings *settings)
{
  GtkWidget *window = scope_window_new (GTK_APPLICATION (application), keeping, settings);

  gtk_window_present (GTK_WINDOW (window));
  /* As another test has left it, the sidebar may be away. */
  adw_flap_set_reveal_flap (SCOPE_WINDOW (window)->flap, TRUE);
  wait_until (is_drawn, window);
  return SCOPE_WINDOW (window);
}

ScopeWindow *
new_start (ScopeApplication *application)
{
  ScopeWindow *self = new_window (application);

  act (self, "win.reset", NULL);
  return self;
}

void
act (ScopeWindow *self, const char *action, GVariant *parameter)
{
  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (self), action, parameter));
}

const char *
get_said (ScopeWindow *self)
{
  const char *text = scope_said_get_text (self->said);

  return text != NULL ? text : "";
}

GtkWidget *
find_part (ScopeWindow *self, const char *name)
{
  GtkWidget *sidebar = GTK_WIDGET (self->sidebar), *wiring = find_inside (sidebar, SCOPE_TYPE_WIRING_SECTION);
  GObject *part = gtk_widget_get_template_child (sidebar, SCOPE_TYPE_SIDEBAR, name);

  if (part == NULL)
    part = gtk_widget_get_template_child (wiring, SCOPE_TYPE_WIRING_SECTION, name);
  g_assert_nonnull (part);
  return GTK_WIDGET (part);
}

static gboolean
is_row (GtkWidget *widget, gconstpointer index)
{
  return SCOPE_IS_VALUE_ROW (widget)
         && scope_value_row_get_index (SCOPE_VALUE_ROW (widget)) == GPOINTER_TO_UINT (index);
}

ScopeValueRow *
find_row (ScopeWindow *self, guint index)
{
  return SCOPE_VALUE_ROW (find_widget (GTK_WIDGET (self->sidebar), is_row, GUINT_TO_POINTER (index)));
}

/* The newest window that is not the first. */
static gboolean
finds_other (gpointer data)
{
  GtkWidget **other = data;
  g_autoptr (GList) all = gtk_window_list_toplevels ();

  for (GList *at = all; at != NULL; at = at->next)
    if (at->data != (gpointer) other[0] && gtk_widget_get_mapped (at->data)
        && gtk_widget_get_width (at->data) > 0)
      {
        other[1] = at->data;
        return TRUE;
      }
  return FALSE;
}

GtkWidget *
open_dialog (ScopeWindow *self, const char *action)
{
  GtkWidget *windows[2] = { GTK_WIDGET (self), NULL };

  act (self, action, NULL);
  wait_until (finds_other, windows);
  wait_for_frames (windows[1]);
  return windows[1];
}

GtkWidget *
find_widget (GtkWidget *root, gboolean (*is_so) (GtkWidget *widget, gconstpointer data), gconstpointer data)
{
  if (is_so (root, data))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, is_so, data);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_of_type (GtkWidget *widget, gconstpointer type)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), GPOINTER_TO_SIZE (type));
}

GtkWidget *
find_inside (GtkWidget *root, GType type)
{
  return find_widget (root, is_of_type, GSIZE_TO_POINTER (type));
}

gboolean
press_key (GtkWidget *widget, guint value, GdkModifierType modifiers)
{
  static const GtkPropagationPhase phases[] = { GTK_PHASE_CAPTURE, GTK_PHASE_BUBBLE };
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean taken = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (phases); i++)
    for (guint k = 0; !taken && k < g_list_model_get_n_items (controllers); k++)
      {
        g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, k);

        if (G_OBJECT_TYPE (controller) == GTK_TYPE_EVENT_CONTROLLER_KEY
            && gtk_event_controller_get_propagation_phase (controller) == phases[i])
          g_signal_emit_by_name (controller, "key-pressed", value, 0u, modifiers, &taken);
      }
  return taken;
}

gboolean
is_handle (GtkWidget *widget, gconstpointer data)
{
  return g_str_equal (gtk_widget_get_css_name (widget), "slider");
}

double
type_of (GtkWidget *label)
{
  PangoContext *context = gtk_widget_get_pango_context (label);

  g_assert_true (pango_font_description_get_size_is_absolute (pango_context_get_font_description (context)));
  return (double) pango_font_description_get_size (pango_context_get_font_description (context))
         / PANGO_SCALE;
}
