/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How the window looks on each kind of desktop. A style manager asks its desktop once, at the start: each
 * desktop has a process of its own. */

#include <glib/gstdio.h>

#include "in-process.h"
#include "pixels.h"
#include "plot-private.h"

typedef struct
{
  const char *name;
  const char *const environment[4]; /* "NAME=value" */
  const char *css;                  /* the user's own, NULL for none */
  ScopeTheme theme;
  ScopeTheme light, dark, strong;   /* what the menu makes of it */
} Desktop;

/* GTK_THEME takes libadwaita's styles away, so that the menu changes nothing but high contrast. */
static const Desktop desktops[] = {
  { .name = "light",
    .theme = SCOPE_THEME_LIGHT,
    .light = SCOPE_THEME_LIGHT,
    .dark = SCOPE_THEME_DARK,
    .strong = SCOPE_THEME_HIGH_CONTRAST_LIGHT },
  { .name = "dark",
    .environment = { "ADW_DEBUG_COLOR_SCHEME=prefer-dark" },
    .theme = SCOPE_THEME_DARK,
    .light = SCOPE_THEME_LIGHT,
    .dark = SCOPE_THEME_DARK,
    .strong = SCOPE_THEME_HIGH_CONTRAST },
  { .name = "high-contrast-light",
    .environment = { "ADW_DEBUG_HIGH_CONTRAST=1" },
    .theme = SCOPE_THEME_HIGH_CONTRAST_LIGHT,
    .light = SCOPE_THEME_HIGH_CONTRAST_LIGHT,
    .dark = SCOPE_THEME_HIGH_CONTRAST,
    .strong = SCOPE_THEME_HIGH_CONTRAST_LIGHT },
  { .name = "high-contrast-dark",
    .environment = { "ADW_DEBUG_HIGH_CONTRAST=1", "ADW_DEBUG_COLOR_SCHEME=prefer-dark" },
    .theme = SCOPE_THEME_HIGH_CONTRAST,
    .light = SCOPE_THEME_HIGH_CONTRAST_LIGHT,
    .dark = SCOPE_THEME_HIGH_CONTRAST,
    .strong = SCOPE_THEME_HIGH_CONTRAST },
  { .name = "theme",
    .environment = { "GTK_THEME=Adwaita" },
    .theme = SCOPE_THEME_LIGHT,
    .light = SCOPE_THEME_LIGHT,
    .dark = SCOPE_THEME_LIGHT,
    .strong = SCOPE_THEME_HIGH_CONTRAST_LIGHT },
  { .name = "dark-theme",
    .environment = { "GTK_THEME=Adwaita:dark" },
    .theme = SCOPE_THEME_DARK,
    .light = SCOPE_THEME_DARK,
    .dark = SCOPE_THEME_DARK,
    .strong = SCOPE_THEME_HIGH_CONTRAST },
  { .name = "own-css",
    .css = "@define-color window_bg_color #102030; @define-color window_fg_color #e0f0ff;",
    .theme = SCOPE_THEME_DARK,
    .light = SCOPE_THEME_DARK,
    .dark = SCOPE_THEME_DARK,
    .strong = SCOPE_THEME_HIGH_CONTRAST },
};

/* --- Its process */

static void
write_css (const char *css)
{
  g_autofree char *folder = g_build_filename (g_get_user_config_dir (), "gtk-4.0", NULL);
  g_autofree char *path = g_build_filename (folder, "gtk.css", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, css, -1, NULL));
}

/* Does the rest of the test in a process on that desktop. There it is FALSE. */
static gboolean
hand_over (const Desktop *desktop)
{
  if (g_test_subprocess ())
    return FALSE;
  for (guint i = 0; desktop->environment[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (desktop->environment[i], "=", 2);

      g_setenv (pair[0], pair[1], TRUE);
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  for (guint i = 0; desktop->environment[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (desktop->environment[i], "=", 2);

      g_unsetenv (pair[0]);
    }
  g_test_trap_assert_passed ();
  return TRUE;
}

static ScopeWindow *
new_window_on (const Desktop *desktop)
{
  ScopeApplication *application = scope_application_new ();

  if (desktop->css != NULL)
    write_css (desktop->css);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  return new_window (application);
}

/* --- Light, dark and high contrast */

typedef struct
{
  ScopeWindow *window;
  ScopeTheme theme;
} Expected;

/* The picture, and the widgets beside it. */
static gboolean
looks_so (gpointer data)
{
  const Expected *expected = data;
  const ScopePalette *palette = scope_theme_palette (expected->theme);
  gboolean dark = scope_colour_luminance (&palette->ink[SCOPE_INK_GROUND]) < 0.5;
  gboolean strong = expected->theme == SCOPE_THEME_HIGH_CONTRAST
                    || expected->theme == SCOPE_THEME_HIGH_CONTRAST_LIGHT;
  const ScopeColour *ground = &palette->ink[SCOPE_INK_GROUND];
  ScopeColour picture = pixels_ground (GTK_WIDGET (expected->window->plot));
  ScopeColour sidebar;

  if (expected->window->plot->theme != expected->theme || scope_colour_contrast (&picture, ground) > 1.01)
    return FALSE;
  if (expected->window->presenting)
    return TRUE;
  sidebar = pixels_ground (expected->window->rows_box);
  return (scope_colour_luminance (&sidebar) < 0.5) == dark
         && (!strong || scope_colour_contrast (&sidebar, ground) < 1.01);
}

static void
expect (ScopeWindow *window, ScopeTheme theme)
{
  g_test_message ("%s", scope_theme_name (theme));
  wait_until (looks_so, &(Expected){ window, theme });
}

static void
choose (ScopeWindow *window, const char *appearance)
{
  g_settings_set_string (window->settings, "appearance", appearance);
}

static void
test_theme (gconstpointer data)
{
  const Desktop *desktop = data;
  ScopeWindow *window;

  if (hand_over (desktop))
    return;
  window = new_window_on (desktop);
  expect (window, desktop->theme);
  choose (window, "light");
  expect (window, desktop->light);
  choose (window, "high-contrast");
  expect (window, desktop->strong);
  choose (window, "dark");
  expect (window, desktop->dark);
  choose (window, "system");
  expect (window, desktop->theme);
  /* Before the hall, too. */
  choose (window, "high-contrast");
  act (window, "win.present", NULL);
  expect (window, desktop->strong);
  act (window, "win.present", NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* --- The themes of pictures */

/* The list of the export dialog: nothing else has so many choices. */
static gboolean
has_themes (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_DROP_DOWN (widget)
         && g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (widget))) == SCOPE_N_THEMES;
}

static GtkDropDown *
find_themes (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget *found = NULL;

  for (guint i = 0; found == NULL && i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (!SCOPE_IS_WINDOW (window))
        found = find_widget (window, has_themes, NULL);
    }
  g_assert_nonnull (found);
  return GTK_DROP_DOWN (found);
}

/* Remembered by their names, which stay when the list becomes longer. */
static void
test_export (void)
{
  ScopeWindow *window;
  GtkDropDown *themes;

  if (hand_over (&desktops[0]))
    return;
  window = new_window_on (&desktops[0]);
  act (window, "win.export", NULL);
  themes = find_themes ();
  for (guint i = SCOPE_N_THEMES; i-- > 0;)
    {
      g_autofree char *name = NULL;

      gtk_drop_down_set_selected (themes, i);
      name = g_settings_get_string (window->settings, "export-theme");
      g_assert_cmpstr (name, ==, scope_theme_name ((ScopeTheme) i));
    }
  g_settings_set_string (window->settings, "export-theme", "print");
  g_assert_cmpuint (gtk_drop_down_get_selected (themes), ==, SCOPE_THEME_PRINT);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  char *home = set_up_home ();
  int status;

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (desktops); i++)
    {
      g_autofree char *path = g_strconcat ("/looks/theme/", desktops[i].name, NULL);

      g_test_add_data_func (path, &desktops[i], test_theme);
    }
  g_test_add_func ("/looks/export", test_export);
  status = g_test_run ();
  remove_home (home);
  return status;
}
