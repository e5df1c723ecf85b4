/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Two windows of one state, each of which looks as its own settings say. */

#define G_SETTINGS_ENABLE_BACKEND
#include <gio/gsettingsbackend.h>

#include "in-process.h"
#include "pixels.h"
#include "plot-private.h"

static ScopeApplication *application;

/* Settings of a window of its own, of which nothing is remembered. */
static GSettings *
new_settings (double text_scale, const char *appearance)
{
  g_autoptr (GSettingsBackend) backend = g_memory_settings_backend_new ();
  g_autoptr (GSettingsSchema) schema = NULL;
  GSettings *settings;

  g_object_get (scope_application_get_settings (application), "settings-schema", &schema, NULL);
  settings = g_settings_new_full (schema, backend, NULL);
  g_settings_set_double (settings, "text-scale", text_scale);
  g_settings_set_string (settings, "appearance", appearance);
  return settings;
}

typedef struct
{
  ScopeWindow *one, *other;
} Pair;

static Pair
new_pair (double text_scale, const char *appearance)
{
  g_autoptr (ScopeKeeping) keeping = scope_keeping_new ();
  g_autoptr (GSettings) settings = new_settings (text_scale, appearance);
  ScopeWindow *one = new_window_with (application, keeping, scope_application_get_settings (application));

  return (Pair) { one, new_window_with (application, keeping, settings) };
}

static void
destroy_pair (Pair *pair)
{
  gtk_window_destroy (GTK_WINDOW (pair->one));
  gtk_window_destroy (GTK_WINDOW (pair->other));
}

static gboolean
is_twice_as_large (gpointer data)
{
  Pair *pair = data;
  double ratio
    = type_of (find_part (pair->other, "logits_heading")) / type_of (find_part (pair->one, "logits_heading"));

  return ratio > 1.99 && ratio < 2.01 && pair->other->plot->text_scale == 2
         && pair->one->plot->text_scale == 1;
}

/* The size of text is one window's, and that of those over it; no setting of all of them changes. */
static void
test_text_scale (void)
{
  Pair pair = new_pair (2, "system");
  int before, after;
  GtkWidget *dialog;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &before, NULL);
  wait_until (is_twice_as_large, &pair);
  act (pair.one, "win.text-size", g_variant_new_int32 (1));
  act (pair.other, "win.text-size", g_variant_new_int32 (-1));
  g_assert_cmpfloat (pair.one->plot->text_scale, ==, 1.25);
  g_assert_cmpfloat (pair.other->plot->text_scale, ==, 1.75);
  act (pair.one, "win.text-size", g_variant_new_int32 (0));
  act (pair.other, "win.text-size", g_variant_new_int32 (1));
  wait_until (is_twice_as_large, &pair);
  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &after, NULL);
  g_assert_cmpint (after, ==, before);

  gtk_window_destroy (GTK_WINDOW (pair.one));
  dialog = open_dialog (pair.other, "win.export");
  g_assert_cmpfloat (pango_font_description_get_size (
                       pango_context_get_font_description (gtk_widget_get_pango_context (dialog))),
                     ==,
                     pango_font_description_get_size (pango_context_get_font_description (
                       gtk_widget_get_pango_context (GTK_WIDGET (pair.other)))));
  gtk_window_destroy (GTK_WINDOW (pair.other));
}

static gboolean
looks (ScopeWindow *self, ScopeTheme theme)
{
  const ScopePalette *palette = scope_theme_palette (theme);
  ScopeColour sidebar = pixels_ground (find_part (self, "rows_box"));

  return self->plot->theme == theme
         && (scope_theme_luminance (&sidebar) < 0.5)
              == (scope_theme_luminance (&palette->ink[SCOPE_INK_GROUND]) < 0.5);
}

static gboolean
looks_dark (gpointer window)
{
  return looks (window, SCOPE_THEME_DARK);
}

static gboolean
looks_light (gpointer window)
{
  return looks (window, SCOPE_THEME_LIGHT);
}

static gboolean
has_high_contrast (gpointer window)
{
  return looks (window, SCOPE_THEME_HIGH_CONTRAST_LIGHT);
}

/* Light, dark and high contrast are one window's, too; the program's own are those of who wants no other. */
static void
test_theme (void)
{
  Pair pair = new_pair (1, "dark");

  wait_until (looks_dark, pair.other);
  wait_until (looks_light, pair.one);
  g_settings_set_string (pair.one->settings, "appearance", "dark");
  wait_until (looks_dark, pair.one);
  g_settings_set_string (pair.other->settings, "appearance", "light");
  wait_until (looks_light, pair.other);
  wait_until (looks_dark, pair.one);
  g_settings_set_string (pair.one->settings, "appearance", "light");
  g_settings_set_string (pair.other->settings, "appearance", "high-contrast");
  wait_until (has_high_contrast, pair.other);
  wait_until (looks_light, pair.one);
  g_settings_set_string (pair.one->settings, "appearance", "system");
  destroy_pair (&pair);
}

static gboolean
is_half (gpointer window)
{
  ScopeWindow *self = window;
  GtkWidget *scale = find_inside (GTK_WIDGET (find_row (self, SCOPE_VALUE_ROW_BIAS)), GTK_TYPE_SCALE);
  ScopeFigure figure;

  scope_plot_get_figure (self->plot, &figure);
  return gtk_range_get_value (GTK_RANGE (scale)) == 0.5 && figure.parameters.b == 0.5;
}

/* Whatever is done in one of them, the other shows, and undoes; it is kept once. */
static void
test_state (void)
{
  Pair pair = new_pair (1.5, "high-contrast");
  g_autoptr (GVariant) shown = NULL;
  gboolean before;

  scope_state_reset (pair.one->state);
  act (pair.one, "win.observe", g_variant_new_int32 (2));
  scope_state_set_bias (pair.one->state, 0.5);
  wait_until (is_half, pair.one);
  wait_until (is_half, pair.other);
  shown = g_action_group_get_action_state (G_ACTION_GROUP (pair.other), "show-steps");
  before = g_variant_get_boolean (shown);
  act (pair.one, "win.show-steps", NULL);
  g_clear_pointer (&shown, g_variant_unref);
  shown = g_action_group_get_action_state (G_ACTION_GROUP (pair.other), "show-steps");
  g_assert_cmpint (g_variant_get_boolean (shown), ==, !before);
  act (pair.other, "win.undo", NULL);
  act (pair.other, "win.undo", NULL);
  g_assert_cmpuint (scope_state_get_parameters (pair.one->state)->observed, ==, 2);
  act (pair.other, "win.undo", NULL);
  g_assert_cmpuint (scope_state_get_parameters (pair.one->state)->observed, ==, 0);
  /* Who stays goes on. */
  gtk_window_close (GTK_WINDOW (pair.one));
  scope_state_set_bias (pair.other->state, 0.5);
  wait_until (is_half, pair.other);
  scope_window_keep (pair.other);
  gtk_window_destroy (GTK_WINDOW (pair.other));
  pair.one = new_window (application);
  g_assert_cmpfloat (scope_state_get_parameters (pair.one->state)->b, ==, 0.5);
  gtk_window_destroy (GTK_WINDOW (pair.one));
}

int
main (int argc, char **argv)
{
  char *home = set_up_home ();

  g_test_init (&argc, &argv, NULL);
  application = new_still_application ();
  g_test_add_func ("/windows/text-scale", test_text_scale);
  g_test_add_func ("/windows/theme", test_theme);
  g_test_add_func ("/windows/state", test_state);
  return run_tests (application, home);
}
