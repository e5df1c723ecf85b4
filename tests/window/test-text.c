/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Text of every size that may be asked for, in windows of every width: all of it is to be read, no word is cut or
 * broken, and no window is kept from being narrow. */

#include "in-process.h"
#include "rows-import-dialogs.h"
#include "state-rows.h"

#include <string.h>

#define LEAST_WIDTH 360
#define HEIGHT 700
#define LEAST_WIDE 500

static const double scales[] = { 1, 1.25, 1.5, 2 };
static const int widths[] = { LEAST_WIDTH, 720, 1024, 1366, 1900 };

typedef struct
{
  GtkWidget *root;
  char *where;
  gboolean is_narrow;
  guint n;
} Check;

/* --- What is wrong with a text */

static void
refuse (const Check *check, const char *text, const char *what)
{
  g_error ("%s: “%s” %s", check->where, text, what);
}

/* A line begins where a word does. */
static void
check_lines (const Check *check, PangoLayout *layout)
{
  const char *text = pango_layout_get_text (layout);
  int n_attrs;
  const PangoLogAttr *attrs = pango_layout_get_log_attrs_readonly (layout, &n_attrs);

  for (GSList *lines = pango_layout_get_lines_readonly (layout); lines != NULL; lines = lines->next)
    {
      const PangoLayoutLine *line = lines->data;
      long at = g_utf8_pointer_to_offset (text, text + line->start_index);

      if (at > 0 && !attrs[at].is_line_break)
        refuse (check, text, "is broken within a word");
    }
}

static void
check_layout (const Check *check, GtkWidget *widget, PangoLayout *layout)
{
  const char *text = pango_layout_get_text (layout);
  int width, height;

  if (pango_layout_is_ellipsized (layout))
    refuse (check, text, "is cut");
  check_lines (check, layout);
  pango_layout_get_pixel_size (layout, &width, &height);
  if (width > gtk_widget_get_width (widget) + 1 || height > gtk_widget_get_height (widget) + 1)
    refuse (check, text, "has no room");
}

/* An inscription keeps its layout for itself. */
static void
check_inscription (const Check *check, GtkWidget *widget)
{
  g_autoptr (PangoLayout) layout
    = gtk_widget_create_pango_layout (widget, gtk_inscription_get_text (GTK_INSCRIPTION (widget)));

  pango_layout_set_width (layout, gtk_widget_get_width (widget) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  check_layout (check, widget, layout);
}

/* A table is scrolled where the window is narrower than it. */
static void
check_place (const Check *check, GtkWidget *widget, const char *text)
{
  GtkWidget *table = gtk_widget_get_ancestor (widget, GTK_TYPE_COLUMN_VIEW);
  GtkWidget *root = table != NULL ? gtk_widget_get_parent (table) : check->root;
  graphene_rect_t place;

  if (table != NULL && check->is_narrow)
    return;
  g_assert_true (gtk_widget_compute_bounds (widget, root, &place));
  if (place.origin.x < 0 || place.origin.x + place.size.width > gtk_widget_get_width (root) + 1)
    {
      g_autofree char *what
        = g_strdup_printf ("goes from %g to %g of %d px", place.origin.x, place.origin.x + place.size.width,
                           gtk_widget_get_width (root));

      refuse (check, text, what);
    }
}

static void
check_inside (Check *check, GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_child_visible (widget))
    return;
  if (GTK_IS_LABEL (widget) && gtk_label_get_text (GTK_LABEL (widget))[0] != '\0')
    {
      check_layout (check, widget, gtk_label_get_layout (GTK_LABEL (widget)));
      check_place (check, widget, gtk_label_get_text (GTK_LABEL (widget)));
      check->n++;
    }
  else if (GTK_IS_INSCRIPTION (widget))
    check_inscription (check, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_inside (check, child);
}

static void
check_least (const Check *check)
{
  int least;

  gtk_widget_measure (check->root, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  if (least > LEAST_WIDTH)
    g_error ("%s: it cannot be narrower than %d px", check->where, least);
}

/* --- What is shown */

static void
show_start (ScopeWindow *window)
{
}

static void
show_all (ScopeWindow *window)
{
  static const char *const actions[]
    = { "win.show-hood", "win.show-shift", "win.descent-step", "win.keep-curve" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    act (window, actions[i], NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_part (window, "wiring")), SCOPE_WIRING_OBSERVED);
}

static void
show_hidden (ScopeWindow *window)
{
  act (window, "win.hide-all", NULL);
}

static void
show_many (ScopeWindow *window)
{
  act (window, "win.rows-iris", NULL);
  /* Its class has the longest name. */
  scope_state_select_row (window->state, 50);
}

static const struct
{
  const char *name;
  void (*show) (ScopeWindow *window);
} contents[]
  = { { "start", show_start }, { "all", show_all }, { "hidden", show_hidden }, { "many", show_many } };

/* --- In which window */

static gboolean
is_settled (gpointer data)
{
  AdwFlap *flap = SCOPE_WINDOW (data)->flap;

  return adw_flap_get_reveal_progress (flap) == (adw_flap_get_reveal_flap (flap) ? 1 : 0);
}

static void
check_window (ScopeWindow *window, const char *content, double scale, gboolean with_sidebar)
{
  g_autofree char *where
    = g_strdup_printf ("%s, text %g, %d px, %s sidebar", content, scale,
                       gtk_widget_get_width (GTK_WIDGET (window)), with_sidebar ? "with" : "no");
  Check check
    = { GTK_WIDGET (window), where, gtk_widget_get_width (GTK_WIDGET (window)) < LEAST_WIDE * scale, 0 };

  adw_flap_set_reveal_flap (window->flap, with_sidebar);
  wait_until (is_settled, window);
  wait_for_frames (GTK_WIDGET (window));
  check_least (&check);
  check_inside (&check, GTK_WIDGET (window));
  g_assert_cmpuint (check.n, >, with_sidebar ? 15 : 3);
}

typedef struct
{
  GtkWidget *window;
  int width;
} Resize;

static gboolean
has_width (gpointer data)
{
  const Resize *resize = data;

  return gdk_surface_get_width (gtk_native_get_surface (GTK_NATIVE (resize->window))) == resize->width;
}

static void
resize_to (GtkWidget *window, int width)
{
  gtk_window_set_default_size (GTK_WINDOW (window), width, HEIGHT);
  wait_until (has_width, &(Resize) { window, width });
  wait_for_frames (window);
}

static ScopeWindow *
new_large (double scale)
{
  ScopeWindow *window = new_window (new_still_application ());

  g_settings_set_double (window->settings, "text-scale", scale);
  return window;
}

/* Whether the test is to be run by another process. */
static gboolean
hand_over (void)
{
  if (g_test_subprocess ())
    return FALSE;
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
  return TRUE;
}

static void
test_window (gconstpointer data)
{
  double scale = *(const double *) data;
  ScopeWindow *window;

  if (hand_over ())
    return;
  window = new_large (scale);
  for (guint c = 0; c < G_N_ELEMENTS (contents); c++)
    {
      contents[c].show (window);
      for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
        {
          resize_to (GTK_WIDGET (window), widths[i]);
          check_window (window, contents[c].name, scale, TRUE);
          check_window (window, contents[c].name, scale, FALSE);
        }
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The longest text of each choice. */
static void
choose_longest (GtkWidget *widget)
{
  guint longest = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    choose_longest (child);
  if (!GTK_IS_DROP_DOWN (widget))
    return;
  for (guint i = 0; i < g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (widget))); i++)
    {
      GtkStringList *list = GTK_STRING_LIST (gtk_drop_down_get_model (GTK_DROP_DOWN (widget)));

      if (strlen (gtk_string_list_get_string (list, i)) > strlen (gtk_string_list_get_string (list, longest)))
        longest = i;
    }
  gtk_drop_down_set_selected (GTK_DROP_DOWN (widget), longest);
}

static void
test_export (gconstpointer data)
{
  double scale = *(const double *) data;
  ScopeWindow *window;
  GtkWidget *dialog;

  if (hand_over ())
    return;
  window = new_large (scale);
  dialog = open_dialog (window, "win.export");
  choose_longest (dialog);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autofree char *where = g_strdup_printf ("Export, text %g, %d px", scale, widths[i]);
      Check check = { dialog, where, FALSE, 0 };

      check_least (&check);
      resize_to (dialog, widths[i]);
      check_inside (&check, dialog);
      g_assert_cmpuint (check.n, >, 5);
    }
  gtk_window_destroy (GTK_WINDOW (dialog));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* --- Dialogs over the narrowest window */

#define LEAST_HEIGHT 460

static void
check_dialog (GtkWidget *dialog, const char *name, double scale, guint n_texts)
{
  g_autofree char *where = g_strdup_printf ("%s, text %g, %d px", name, scale, gtk_widget_get_width (dialog));
  Check check = { dialog, where, FALSE, 0 };
  int least;

  check_least (&check);
  gtk_widget_measure (dialog, GTK_ORIENTATION_VERTICAL, LEAST_WIDTH, &least, NULL, NULL, NULL);
  if (least > LEAST_HEIGHT)
    g_error ("%s: it cannot be lower than %d px", where, least);
  check_inside (&check, dialog);
  g_assert_cmpuint (check.n, >=, n_texts);
}

static void
test_help (gconstpointer data)
{
  static const struct
  {
    const char *action;
    guint n_texts;
  } helps[] = { { "win.accessibility", 30 }, { "app.about", 4 } };
  double scale = *(const double *) data;
  ScopeWindow *window;

  if (hand_over ())
    return;
  window = new_large (scale);
  for (guint h = 0; h < G_N_ELEMENTS (helps); h++)
    {
      GtkWidget *dialog = open_dialog (window, helps[h].action);

      check_dialog (dialog, helps[h].action, scale, helps[h].n_texts);
      for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
        {
          resize_to (dialog, widths[i]);
          check_dialog (dialog, helps[h].action, scale, helps[h].n_texts);
        }
      gtk_window_destroy (GTK_WINDOW (dialog));
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWidget *
find_transient (ScopeWindow *window)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) dialog = g_list_model_get_item (toplevels, i);

      if (gtk_window_get_transient_for (dialog) == GTK_WINDOW (window))
        return GTK_WIDGET (dialog);
    }
  return NULL;
}

static gboolean
has_transient (gpointer window)
{
  GtkWidget *dialog = find_transient (window);

  return dialog != NULL && gtk_widget_get_mapped (dialog);
}

static void
check_question (ScopeWindow *window, const char *name, double scale)
{
  GtkWidget *dialog;

  wait_until (has_transient, window);
  dialog = find_transient (window);
  wait_for_frames (dialog);
  check_dialog (dialog, name, scale, 2);
  g_assert_cmpint (gtk_widget_get_width (dialog), <=, gtk_widget_get_width (GTK_WIDGET (window)));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* What is said or asked with a list of what is wrong, with a bar, and with neither. */
static void
test_questions (gconstpointer data)
{
  double scale = *(const double *) data;
  g_autoptr (GPtrArray) errors = g_ptr_array_new_with_free_func (g_free);
  ScopeWindow *window;

  if (hand_over ())
    return;
  g_ptr_array_add (errors, g_strdup ("Line 2: “1,0368” in column z1 is no number."));
  window = new_large (scale);
  adw_flap_set_reveal_flap (window->flap, FALSE);
  resize_to (GTK_WIDGET (window), LEAST_WIDTH);
  scope_rows_refuse (GTK_WINDOW (window), "“a.csv” was not opened", "There is no such file any more.", NULL,
                     0);
  check_question (window, "refused", scale);
  scope_rows_refuse (GTK_WINDOW (window), "Nothing was pasted",
                     "1 error. What was there before is unchanged.", errors, 1);
  check_question (window, "refused rows", scale);
  gtk_window_present (scope_rows_progress_new (GTK_WINDOW (window), "Reading the Clipboard"));
  check_question (window, "progress", scale);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  char *home = set_up_home ();

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_autofree char *path = g_strdup_printf ("/text/window-%g", 100 * scales[i]);
      g_autofree char *help = g_strdup_printf ("/text/help-%g", 100 * scales[i]);
      g_autofree char *questions = g_strdup_printf ("/text/questions-%g", 100 * scales[i]);
      g_autofree char *export = g_strdup_printf ("/text/export-%g", 100 * scales[i]);

      g_test_add_data_func (path, &scales[i], test_window);
      g_test_add_data_func (export, &scales[i], test_export);
      g_test_add_data_func (help, &scales[i], test_help);
      g_test_add_data_func (questions, &scales[i], test_questions);
    }
  return run_tests (NULL, home);
}
