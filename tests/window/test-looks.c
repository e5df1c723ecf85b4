/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How the window looks on each kind of desktop. A style manager asks its desktop once: each has a process. */

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "in-process.h"
#include "pixels.h"
#include "plot-private.h"

typedef struct
{
  const char *name;
  const char *const environment[4]; /* "NAME=value" */
  const char *css;                  /* the user's own, NULL for none */
  ScopeTheme theme;
  ScopeTheme light, dark, strong; /* what the menu makes of it */
  gboolean foreign;               /* its widgets have no colours of ours */
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
    .strong = SCOPE_THEME_HIGH_CONTRAST_LIGHT,
    .foreign = TRUE },
  { .name = "dark-theme",
    .environment = { "GTK_THEME=Adwaita:dark" },
    .theme = SCOPE_THEME_DARK,
    .light = SCOPE_THEME_DARK,
    .dark = SCOPE_THEME_DARK,
    .strong = SCOPE_THEME_HIGH_CONTRAST,
    .foreign = TRUE },
  { .name = "own-css",
    .css = "@define-color window_bg_color #102030; @define-color window_fg_color #e0f0ff;"
           "@define-color headerbar_bg_color #102030; @define-color headerbar_fg_color #e0f0ff;"
           "@define-color accent_color #78aeed;",
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
  ScopeApplication *application;

  if (desktop->css != NULL)
    write_css (desktop->css);
  application = new_application ();
  /* Nothing comes and goes by itself. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-overlay-scrolling", FALSE,
                NULL);
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
  gboolean dark = scope_theme_luminance (&palette->ink[SCOPE_INK_GROUND]) < 0.5;
  gboolean strong
    = expected->theme == SCOPE_THEME_HIGH_CONTRAST || expected->theme == SCOPE_THEME_HIGH_CONTRAST_LIGHT;
  const ScopeColour *ground = &palette->ink[SCOPE_INK_GROUND];
  ScopeColour picture = pixels_ground (GTK_WIDGET (expected->window->plot));
  ScopeColour sidebar;

  if (expected->window->plot->theme != expected->theme || scope_theme_contrast (&picture, ground) > 1.01)
    return FALSE;
  if (scope_stage_style_is_on (GTK_WIDGET (expected->window)))
    return TRUE;
  sidebar = pixels_ground (find_part (expected->window, "rows_box"));
  return (scope_theme_luminance (&sidebar) < 0.5) == dark
         && (!strong || scope_theme_contrast (&sidebar, ground) < 1.01);
}

static void
expect (ScopeWindow *window, ScopeTheme theme)
{
  g_test_message ("%s", scope_theme_name (theme));
  wait_until (looks_so, &(Expected) { window, theme });
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

/* --- Contrast, as it is on screen */

/* Strokes of text have pixels of their own colour then. */
#define ENLARGED 4
/* Half of its height, with an edge. */
#define TROUGH 6
/* How far a frame may be from what it is around, in px. */
#define FRAME 24

static double
contrast_of (guint32 one, guint32 other)
{
  ScopeColour first = pixels_colour (one), second = pixels_colour (other);

  return scope_theme_contrast (&first, &second);
}

static gboolean
is_within (GtkWidget *widget, GtkWidget *scrolled)
{
  graphene_rect_t bounds, whole, shown;

  return gtk_widget_compute_bounds (widget, scrolled, &bounds)
         && gtk_widget_compute_bounds (scrolled, scrolled, &whole)
         && graphene_rect_intersection (&bounds, &whole, &shown) && graphene_rect_equal (&bounds, &shown);
}

/* In the window itself, not scrolled away. */
static gboolean
is_in_sight (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_is_sensitive (widget)
      || GTK_WIDGET (gtk_widget_get_native (widget)) != GTK_WIDGET (gtk_widget_get_root (widget)))
    return FALSE;
  for (GtkWidget *above = widget; above != NULL; above = gtk_widget_get_parent (above))
    if (GTK_IS_SCROLLED_WINDOW (above) && !is_within (widget, above))
      return FALSE;
  return TRUE;
}

static void
for_each_in_sight (GtkWidget *root, GType type, guint *n, void (*check) (GtkWidget *widget))
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && is_in_sight (root))
    {
      ++*n;
      check (root);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    for_each_in_sight (child, type, n, check);
}

/* Of what is written, against what is behind it. */
static void
check_label (GtkWidget *label)
{
  g_auto (Pixels) pixels = pixels_of (label, ENLARGED);
  ScopeColour ground = pixels_most (&pixels);
  double most = 1;

  for (int i = 0; i < pixels.width * pixels.height; i++)
    {
      ScopeColour colour = pixels_colour (pixels.pixels[i]);

      most = fmax (most, scope_theme_contrast (&colour, &ground));
    }
  if (most < 4.5 && strlen (gtk_label_get_text (GTK_LABEL (label))) > 0)
    g_error ("“%s” has a contrast of %.2f", gtk_label_get_text (GTK_LABEL (label)), most);
}

/* Of a column of pixels down from the upper edge of a slider. */
static double
contrast_in_column (const Pixels *pixels, int x, int end)
{
  double most = 1;

  for (int y = 1; y < end; y++)
    most = fmax (most, contrast_of (pixels->pixels[x], pixels->pixels[y * pixels->width + x]));
  return most;
}

/* Of a trough, right and left of its handle, and of the part of the handle over it. */
static void
check_scale (GtkWidget *scale)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (scale));
  g_auto (Pixels) whole = pixels_of (scale, ENLARGED), handle = { 0 };
  graphene_rect_t bounds;

  g_assert_cmpfloat (contrast_in_column (&whole, whole.width * 12 / 100, whole.height), >=, 3);
  g_assert_cmpfloat (contrast_in_column (&whole, whole.width * 88 / 100, whole.height), >=, 3);
  g_assert_true (gtk_widget_compute_bounds (find_widget (scale, is_handle, NULL), window, &bounds));
  graphene_rect_inset (&bounds, -3, -3);
  handle = pixels_of_part (window, &bounds, ENLARGED);
  g_assert_cmpfloat (contrast_in_column (&handle, handle.width / 2, handle.height / 2 - TROUGH * ENLARGED),
                     >=, 3);
}

/* What is in sight in each page of the sidebar. */
static void
check_pages (ScopeWindow *window)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (find_part (window, "rows_box"), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *page = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  guint n_labels = 0, n_scales = 0;
  double before;

  gtk_adjustment_set_value (page, 0);
  do
    {
      wait_for_frames (GTK_WIDGET (window));
      for_each_in_sight (GTK_WIDGET (window), GTK_TYPE_LABEL, &n_labels, check_label);
      for_each_in_sight (GTK_WIDGET (window), GTK_TYPE_SCALE, &n_scales, check_scale);
      before = gtk_adjustment_get_value (page);
      gtk_adjustment_set_value (page, before + gtk_adjustment_get_page_size (page) / 2);
    }
  while (gtk_adjustment_get_value (page) > before);
  gtk_adjustment_set_value (page, 0);
  g_assert_cmpuint (n_labels, >, 20);
  g_assert_cmpuint (n_scales, >=, 4);
}

/* How many pixels are another colour by 3 : 1. None of them is far from what has the focus. */
static int
count_changed (const Pixels *one, const Pixels *other, const graphene_rect_t *near)
{
  int n = 0;

  g_assert_cmpint (one->width, ==, other->width);
  g_assert_cmpint (one->height, ==, other->height);
  for (int i = 0; i < one->width * one->height; i++)
    if (one->pixels[i] != other->pixels[i] && contrast_of (one->pixels[i], other->pixels[i]) >= 3)
      {
        const graphene_point_t at = GRAPHENE_POINT_INIT ((float) (i % one->width), (float) (i / one->width));

        if (!graphene_rect_contains_point (near, &at))
          g_error ("The focus at %g, %g is shown at %g, %g, too", near->origin.x, near->origin.y, at.x, at.y);
        n++;
      }
  return n;
}

/* A frame comes around what has the focus, of a slider around its handle: at least a pixel wide at half of
 * its length, which is 2 px wide at all of it where nothing hides it. */
static void
check_focus (ScopeWindow *window, GtkWidget *widget)
{
  g_auto (Pixels) with = { 0 }, without = { 0 };
  graphene_rect_t bounds, whole, near;
  float least;
  int changed;

  gtk_window_set_focus_visible (GTK_WINDOW (window), TRUE);
  wait_for_frames (GTK_WIDGET (window));
  with = pixels_of (GTK_WIDGET (window), 1);
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  wait_for_frames (GTK_WIDGET (window));
  without = pixels_of (GTK_WIDGET (window), 1);
  gtk_widget_grab_focus (widget);
  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (window), &bounds));
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (window), GTK_WIDGET (window), &whole));
  graphene_rect_offset_r (&bounds, -whole.origin.x, -whole.origin.y, &near);
  graphene_rect_inset (&near, -FRAME, -FRAME);
  changed = count_changed (&with, &without, &near);
  least = bounds.size.height + (GTK_IS_SCALE (widget) ? bounds.size.height : bounds.size.width);
  if (changed < least)
    g_error ("Only %d pixels show that the focus is on %s", changed, G_OBJECT_TYPE_NAME (widget));
}

static gboolean
is_active (gpointer window)
{
  return gtk_window_is_active (window);
}

static void
test_contrast (gconstpointer data)
{
  ScopeWindow *window;
  GtkWidget *first;
  guint n = 0;

  if (hand_over (data))
    return;
  window = new_window_on (data);
  check_pages (window);
  /* Before, it looks like one in the background. */
  wait_until (is_active, window);
  wait_for_frames (GTK_WIDGET (window));
  gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_FORWARD);
  first = gtk_window_get_focus (GTK_WINDOW (window));
  n = 0;
  do
    {
      check_focus (window, gtk_window_get_focus (GTK_WINDOW (window)));
      gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_FORWARD);
      n++;
    }
  while (gtk_window_get_focus (GTK_WINDOW (window)) != first);
  g_assert_cmpuint (n, >, 20);

  act (window, "win.rows-three", NULL);
  check_pages (window);
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

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (desktops); i++)
    {
      g_autofree char *path = g_strconcat ("/looks/theme/", desktops[i].name, NULL);

      g_autofree char *contrast = g_strconcat ("/looks/contrast/", desktops[i].name, NULL);

      g_test_add_data_func (path, &desktops[i], test_theme);
      if (!desktops[i].foreign)
        g_test_add_data_func (contrast, &desktops[i], test_contrast);
    }
  g_test_add_func ("/looks/export", test_export);
  return run_tests (NULL, home);
}
