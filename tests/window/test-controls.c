/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the controls of the window and of the export dialog show of the state, and make of it. */

#include <math.h>
#include <string.h>

#include "export-dialog.h"
#include "flowers.h"
#include "hidden.h"
#include "in-process.h"
#include "number-entry.h"
#include "picture.h"
#include "state-rows.h"
#include "value-text.h"
#include "weights.h"

static ScopeApplication *application;

static const ScopeParameters *
parameters (ScopeWindow *self)
{
  return scope_state_get_parameters (self->state);
}

/* What the window says at the foot, "" for nothing. */
/* --- The wiring */

static void
test_wiring (void)
{
  static const struct
  {
    ScopeWiring wiring;
    double w[SCOPE_N_CLASSES];
    const char *note;
    gboolean weights;
  } rows[] = {
    { SCOPE_WIRING_CLASS_2, { 0, 1, 0 }, "In the article's network this bias is called b₄.", FALSE },
    { SCOPE_WIRING_CLASS_3, { 0, 0, 1 }, "In the article's network this bias is called b₅.", FALSE },
    { SCOPE_WIRING_ALL,
      { 1, 1, 1 },
      "Softmax does not see a shift of all three: the gradient is 0 everywhere.",
      FALSE },
    { SCOPE_WIRING_OBSERVED,
      { 0, 1, 0 },
      "A common mistake: no network is wired so, since each flower would have another wiring.",
      FALSE },
    { SCOPE_WIRING_CUSTOM, { 0, 1, 0 }, "b₃ times these weights is added to z₁, z₂ and z₃.", TRUE },
    { SCOPE_WIRING_CLASS_1, { 1, 0, 0 }, "b₃ is added to z₁, as in the article.", FALSE },
  };
  ScopeWindow *self = new_window (application);

  scope_state_set_observed (self->state, 1);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gtk_drop_down_set_selected (GTK_DROP_DOWN (find_part (self, "wiring")), (guint) rows[i].wiring);
      g_assert_cmpint (scope_state_get_wiring (self->state), ==, rows[i].wiring);
      g_assert_cmpmem (parameters (self)->w, sizeof rows[i].w, rows[i].w, sizeof rows[i].w);
      g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (find_part (self, "wiring_note"))), ==, rows[i].note);
      g_assert_cmpint (gtk_widget_is_visible (find_part (self, "weights_box")), ==, rows[i].weights);
    }
  /* And from the state. */
  scope_state_set_wiring (self->state, SCOPE_WIRING_ALL);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (find_part (self, "wiring"))), ==,
                    SCOPE_WIRING_ALL);
  /* That it is 0 is what a class has been asked. */
  scope_state_set_hide (self->state, SCOPE_QUANTITY_GRADIENT);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (find_part (self, "wiring_note"))), ==,
                   "b₃ is added to z₁, z₂ and z₃.");
  scope_state_set_hide (self->state, SCOPE_QUANTITY_DZ_DB);
  g_assert_false (gtk_widget_is_visible (find_part (self, "wiring_note")));
  gtk_window_destroy (GTK_WINDOW (self));
}

/* Each of many flowers would have another wiring; curves of them are not kept. */
static void
test_many (void)
{
  ScopeWindow *self = new_window (application);

  act (self, "win.rows-iris", NULL);
  g_assert_cmpuint (scope_state_get_n_rows (self->state), ==, 150);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_part (self, "wiring")), SCOPE_WIRING_OBSERVED);
  g_assert_cmpstr (get_said (self), ==, "Not with many flowers: each would have another wiring");
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (find_part (self, "wiring"))), ==,
                    SCOPE_WIRING_CLASS_1);
  g_assert_cmpint (scope_state_get_wiring (self->state), ==, SCOPE_WIRING_CLASS_1);
  act (self, "win.keep-curve", NULL);
  g_assert_cmpstr (get_said (self), ==, "Curves are kept of one flower, not of many together");

  /* The bias of their network is there for its flowers alone. */
  g_assert_true (gtk_widget_is_visible (find_part (self, "trained")));
  act (self, "win.trained-bias", NULL);
  g_assert_cmpfloat (parameters (self)->b, ==, SCOPE_TRAINED_BIAS);
  scope_state_set_number (self->state, SCOPE_FIELD (parameters.a), 0, 1);
  g_assert_false (gtk_widget_is_visible (find_part (self, "trained")));
  gtk_window_destroy (GTK_WINDOW (self));
}

/* --- Values */

static GtkWidget *
in_row (ScopeWindow *self, guint index, GType type)
{
  return find_inside (GTK_WIDGET (find_row (self, index)), type);
}

static gboolean
has_label (GtkWidget *widget, gconstpointer icon)
{
  return GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), icon) == 0;
}

static void
click (ScopeWindow *self, guint index, const char *icon)
{
  g_signal_emit_by_name (find_widget (GTK_WIDGET (find_row (self, index)), has_label, icon), "clicked");
}

/* One step by a button, ten by a page, in the entry too; h and η go by 1, 2, 5, 10 and by ten times. */
static void
test_steps (void)
{
  static const struct
  {
    guint index;
    double from, plus, minus, up, page_up, page_down;
  } rows[] = {
    { 0, 1, 1.1, 0.9, 1.1, 2, 0 },
    { SCOPE_VALUE_ROW_BIAS, -2, -1.9, -2.1, -1.9, -1, -3 },
    { SCOPE_VALUE_ROW_SHIFT, 0, 0.1, -0.1, 0.1, 1, -1 },
    { SCOPE_VALUE_ROW_RATE, 1, 2, 0.5, 2, 10, 0.1 },
    { SCOPE_VALUE_ROW_STEP_H, 0.01, 0.02, 0.005, 0.02, 0.1, 0.001 },
  };
  ScopeWindow *self = new_window (application);

  scope_state_set_show (self->state, scope_state_get_show (self->state) | SCOPE_SHOW_SHIFT | SCOPE_SHOW_HOOD
                                       | SCOPE_SHOW_DESCENT);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint index = rows[i].index;
      GtkWidget *row = GTK_WIDGET (find_row (self, index));
      ScopeNumberEntry *entry = SCOPE_NUMBER_ENTRY (find_inside (row, SCOPE_TYPE_NUMBER_ENTRY));
      const struct
      {
        guint key;
        double value;
      } keys[] = { { GDK_KEY_Up, rows[i].up },
                   { GDK_KEY_Down, rows[i].minus },
                   { GDK_KEY_Page_Up, rows[i].page_up },
                   { GDK_KEY_Page_Down, rows[i].page_down } };

#define ASSERT_AFTER(deed, value)                                                                            \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    scope_number_entry_set_value (entry, rows[i].from);                                                      \
    g_signal_emit_by_name (entry, "committed");                                                              \
    deed;                                                                                                    \
    g_assert_cmpfloat_with_epsilon (scope_value_get (self->state, index), value, 1e-12);                     \
    g_assert_cmpfloat_with_epsilon (scope_number_entry_get_value (entry), value, 1e-12);                     \
  }                                                                                                          \
  G_STMT_END

      ASSERT_AFTER (, rows[i].from);
      ASSERT_AFTER (click (self, index, "list-add-symbolic"), rows[i].plus);
      ASSERT_AFTER (click (self, index, "list-remove-symbolic"), rows[i].minus);
      for (guint k = 0; k < G_N_ELEMENTS (keys); k++)
        ASSERT_AFTER (g_assert_true (press_key (GTK_WIDGET (entry), keys[k].key, 0)), keys[k].value);
      g_assert_false (press_key (GTK_WIDGET (entry), GDK_KEY_Tab, 0));
    }
  gtk_window_destroy (GTK_WINDOW (self));
}

/* The slider's range grows with the value, and comes back. */
static void
test_range (void)
{
  ScopeWindow *self = new_window (application);
  GtkRange *range = GTK_RANGE (in_row (self, 0, GTK_TYPE_SCALE));
  GtkAdjustment *adjustment = gtk_range_get_adjustment (range);

  scope_state_set_number (self->state, SCOPE_FIELD (parameters.a), 0, -73);
  g_assert_cmpfloat (gtk_adjustment_get_lower (adjustment), ==, -100);
  g_assert_cmpfloat (gtk_range_get_value (range), ==, -73);
  scope_value_row_set_bound (find_row (self, 0), 20);
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), ==, 100);
  act (self, "win.undo", NULL);
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), ==, 10);
  scope_value_row_set_bound (find_row (self, 0), 1234);
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), ==, 2000);
  act (self, "win.reset", NULL);
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), ==, 10);
  /* A logarithm has one for good. */
  scope_value_row_set_bound (find_row (self, SCOPE_VALUE_ROW_RATE), 1234);
  adjustment = gtk_range_get_adjustment (GTK_RANGE (in_row (self, SCOPE_VALUE_ROW_RATE, GTK_TYPE_SCALE)));
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), ==, 3);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* What is typed is taken, or said to be wrong and left to be mended. */
static void
test_typed (void)
{
  static const struct
  {
    guint index;
    const char *text, *says;
    double value;
  } rows[] = {
    { SCOPE_VALUE_ROW_BIAS, "1,5", NULL, 1.5 },
    { SCOPE_VALUE_ROW_BIAS, "−1/4", NULL, -0.25 },
    { SCOPE_VALUE_ROW_BIAS, "rose", "Not a number. Allowed: any finite number, as 1.5, −2, 1e-3 or 1/3", -2 },
    { SCOPE_VALUE_ROW_BIAS, "1e999",
      "Too large: no more than 10³⁰⁸. Allowed: any finite number, as 1.5, −2, 1e-3 or 1/3", -2 },
    { SCOPE_VALUE_ROW_RATE, "0", "Out of range. Allowed: any number above 0, as 0.5 or 1e-3", 1 },
    { SCOPE_VALUE_ROW_RATE, "-1", "Out of range. Allowed: any number above 0, as 0.5 or 1e-3", 1 },
    { SCOPE_VALUE_ROW_STEP_H, "2", "Out of range. Allowed: from 1e-12 to 1", 0.01 },
    { SCOPE_VALUE_ROW_STEP_H, "1e999", "Out of range. Allowed: from 1e-12 to 1", 0.01 },
    { SCOPE_VALUE_ROW_STEP_H, "1e-5", NULL, 1e-5 },
  };
  ScopeWindow *self = new_window (application);

  scope_state_set_show (self->state,
                        scope_state_get_show (self->state) | SCOPE_SHOW_HOOD | SCOPE_SHOW_DESCENT);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GtkWidget *entry = in_row (self, rows[i].index, SCOPE_TYPE_NUMBER_ENTRY);
      double shown, before;

      act (self, "win.reset", NULL);
      scope_state_set_number (self->state, SCOPE_FIELD (step_h), 0, 0.01);
      before = scope_value_get (self->state, rows[i].index);
      gtk_editable_set_text (GTK_EDITABLE (entry), rows[i].text);
      g_signal_emit_by_name (entry, "activate");
      g_assert_cmpfloat (scope_value_get (self->state, rows[i].index), ==, rows[i].value);
      g_object_get (entry, "value", &shown, NULL);
      g_assert_cmpfloat (shown, ==, rows[i].value);
      g_assert_cmpint (gtk_widget_has_css_class (entry, "error"), ==, rows[i].says != NULL);
      if (rows[i].says == NULL)
        continue;
      g_assert_cmpstr (get_said (self), ==, rows[i].says);
      g_assert_cmpstr (gtk_widget_get_tooltip_text (entry), ==, rows[i].says);
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, rows[i].text);
      /* Esc takes back what was typed, and nothing else. */
      g_assert_true (press_key (entry, GDK_KEY_Escape, 0));
      g_assert_false (gtk_widget_has_css_class (entry, "error"));
      g_assert_cmpfloat (scope_value_get (self->state, rows[i].index), ==, before);
      g_assert_false (press_key (entry, GDK_KEY_Escape, 0));
    }
  gtk_window_destroy (GTK_WINDOW (self));
}

/* The equation below a logit's slider: its weight, its shift, and what they come to. */
static void
test_equations (void)
{
  static const struct
  {
    double w, shift;
    unsigned hide;
    const char *text;
  } rows[] = {
    { 1, 0, 0, "z₁ = 1.0368 + b₃ = −0.9632" },     { -1, 0, 0, "z₁ = 1.0368 − b₃ = 3.037" },
    { 0, 0, 0, "z₁ = 1.0368   (no b₃)" },          { 0.5, 0, 0, "z₁ = 1.0368 + 0.5·b₃ = 0.03680" },
    { -2, 0, 0, "z₁ = 1.0368 − 2·b₃ = 5.037" },    { 1, 2, 0, "z₁ = 1.0368 + 2 + b₃ = 1.037" },
    { 1, -2, 0, "z₁ = 1.0368 − 2 + b₃ = −2.963" }, { 0, 2, 0, "z₁ = 1.0368 + 2 = 3.037   (no b₃)" },
    { -2, 0, SCOPE_QUANTITY_DZ_DB, "z₁ = 5.037" },
  };
  g_autoptr (ScopeState) state = g_object_new (SCOPE_TYPE_STATE, NULL);

  scope_state_set_wiring (state, SCOPE_WIRING_CUSTOM);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = NULL;

      test_set_weights (state, (double[]) { rows[i].w, 0, 0 });
      scope_state_set_number (state, SCOPE_FIELD (parameters.shift), 0, rows[i].shift);
      scope_state_set_hide (state, rows[i].hide);
      text = scope_value_equation (state, 0);
      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

/* --- Actions */

static void
test_actions (void)
{
  ScopeWindow *self = new_window (application);
  const ScopeView *view = scope_state_get_view (self->state);
  ScopeView before = *view;

  g_assert_true (press_key (GTK_WIDGET (self->plot), GDK_KEY_Up, GDK_CONTROL_MASK));
  g_assert_cmpfloat (view->axis_hi - view->axis_lo, !=, before.axis_hi - before.axis_lo);
  act (self, "win.reset-view", NULL);
  g_assert_cmpmem (view, sizeof *view, &before, sizeof before);

  act (self, "win.skip-hints", NULL);
  g_assert_cmpint (g_settings_get_int (self->settings, "hint"), ==, SCOPE_HINT_DONE);
  act (self, "win.hints", NULL);
  g_assert_cmpint (g_settings_get_int (self->settings, "hint"), ==, SCOPE_HINT_DRAG);

  act (self, "win.hide-all", NULL);
  g_assert_cmpuint (scope_state_get_hide (self->state), ==, SCOPE_QUANTITY_ALL);
  scope_state_set_hide (self->state, SCOPE_QUANTITY_LOSS);
  act (self, "win.hide-all", NULL);
  g_assert_cmpuint (scope_state_get_hide (self->state), ==, 0);

  /* At 1e300 no logit breaks anything any more. */
  act (self, "win.break-arithmetic", NULL);
  g_assert_true (isinf (exp (parameters (self)->a[0])) || isinf (exp (parameters (self)->a[1]))
                 || isinf (exp (parameters (self)->a[2])) || exp (parameters (self)->a[0]) == 0);
  scope_state_set_bias (self->state, 1e300);
  act (self, "win.break-arithmetic", NULL);
  g_assert_cmpstr (get_said (self), ==, "With this b₃ and wiring there are no such logits");
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
test_appearance (void)
{
  static const struct
  {
    const char *name;
    AdwColorScheme scheme;
  } rows[] = { { "light", ADW_COLOR_SCHEME_FORCE_LIGHT },
               { "dark", ADW_COLOR_SCHEME_FORCE_DARK },
               { "system", ADW_COLOR_SCHEME_DEFAULT } };
  ScopeWindow *self = new_window (application);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_settings_set_string (self->settings, "appearance", rows[i].name);
      g_assert_cmpint (adw_style_manager_get_color_scheme (adw_style_manager_get_default ()), ==,
                       rows[i].scheme);
    }
  gtk_window_destroy (GTK_WINDOW (self));
}

/* --- The export dialog */

static GtkWidget *
named (ScopeExportDialog *dialog, const char *id)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (dialog), SCOPE_TYPE_EXPORT_DIALOG, id));
}

static ScopeExportDialog *
new_export_dialog (ScopeWindow *self)
{
  return SCOPE_EXPORT_DIALOG (scope_export_dialog_new (GTK_WINDOW (self), self->plot, self->settings));
}

static void
choose_format (ScopeExportDialog *dialog, const ScopeFormat *format)
{
  guint place = 0;

  while (scope_picture_get_format (place) != format)
    place++;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (named (dialog, "format")), place);
}

static void
test_export (void)
{
  ScopeWindow *self = new_window (application);
  ScopeExportDialog *dialog = new_export_dialog (self);
  GtkSpinButton *width = GTK_SPIN_BUTTON (named (dialog, "width"));
  GtkSpinButton *height = GTK_SPIN_BUTTON (named (dialog, "height"));
  GtkSpinButton *scale = GTK_SPIN_BUTTON (named (dialog, "scale"));
  g_autofree char *theme = NULL, *decimal = NULL;

  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "export.size", "(ii)", 1280, 720);
  g_assert_cmpfloat (gtk_spin_button_get_value (width), ==, 1280);
  g_assert_cmpfloat (gtk_spin_button_get_value (height), ==, 720);
  g_assert_cmpfloat (g_settings_get_double (self->settings, "export-width"), ==, 1280);
  g_assert_true (gtk_widget_get_sensitive (named (dialog, "save")));
  g_assert_false (gtk_widget_get_visible (named (dialog, "problem")));

  /* Too many pixels are refused before anything is written; a drawing of lines may be as large. */
  choose_format (dialog, &scope_png_format);
  gtk_spin_button_set_range (width, 1, 100000);
  gtk_spin_button_set_value (width, 30000);
  gtk_spin_button_set_value (height, 20000);
  gtk_spin_button_set_value (scale, 4);
  g_assert_false (gtk_widget_get_sensitive (named (dialog, "save")));
  g_assert_true (gtk_widget_get_visible (named (dialog, "problem")));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (named (dialog, "problem"))), !=, "");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "export.size", "(ii)", 1280, 720);
  g_assert_true (gtk_widget_get_sensitive (named (dialog, "save")));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (named (dialog, "problem"))), ==, "");

  /* Each format has its own rows. */
  choose_format (dialog, &scope_svg_format);
  g_assert_true (gtk_widget_get_visible (named (dialog, "text_row")));
  g_assert_false (gtk_widget_get_visible (named (dialog, "scale_row")));
  choose_format (dialog, &scope_png_format);
  g_assert_false (gtk_widget_get_visible (named (dialog, "text_row")));
  g_assert_true (gtk_widget_get_visible (named (dialog, "scale_row")));

  /* Remembered by name. */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (named (dialog, "theme")), 1);
  theme = g_settings_get_string (self->settings, "export-theme");
  g_assert_cmpstr (theme, ==, scope_theme_name (1));
  g_settings_set_string (self->settings, "export-theme", scope_theme_name (2));
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (named (dialog, "theme"))), ==, 2);
  for (guint comma = 2; comma-- > 0;)
    {
      g_clear_pointer (&decimal, g_free);
      gtk_drop_down_set_selected (GTK_DROP_DOWN (named (dialog, "decimal")), comma);
      decimal = g_settings_get_string (self->settings, "export-decimal");
      g_assert_cmpstr (decimal, ==, comma ? "," : ".");
    }
  gtk_window_destroy (GTK_WINDOW (dialog));
  gtk_window_destroy (GTK_WINDOW (self));
}

/* Every format is offered, and remembered by its place; one that another version had is none of ours. */
static void
test_formats (void)
{
  ScopeWindow *self = new_window (application);
  ScopeExportDialog *dialog;
  const ScopeFormat *format;

  for (guint i = 0; (format = scope_picture_get_format (i)) != NULL; i++)
    {
      GtkDropDown *down;
      GtkStringList *titles;

      dialog = new_export_dialog (self);
      down = GTK_DROP_DOWN (named (dialog, "format"));
      titles = GTK_STRING_LIST (gtk_drop_down_get_model (down));
      g_assert_cmpstr (gtk_string_list_get_string (titles, i), ==, format->title);
      g_assert_null (scope_picture_get_format (g_list_model_get_n_items (G_LIST_MODEL (titles))));
      gtk_drop_down_set_selected (down, i);
      gtk_window_destroy (GTK_WINDOW (dialog));
      g_assert_cmpuint (g_settings_get_uint (self->settings, "export-format"), ==, i);
      dialog = new_export_dialog (self);
      g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (named (dialog, "format"))), ==, i);
      gtk_window_destroy (GTK_WINDOW (dialog));
    }
  g_settings_set_uint (self->settings, "export-format", 99);
  dialog = new_export_dialog (self);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (named (dialog, "format"))), ==, 0);
  g_assert_true (gtk_widget_get_sensitive (named (dialog, "save")));
  gtk_window_destroy (GTK_WINDOW (dialog));
  gtk_window_destroy (GTK_WINDOW (self));
}

int
main (int argc, char **argv)
{
  char *home = set_up_home ();

  g_test_init (&argc, &argv, NULL);
  application = new_still_application ();
  g_test_add_func ("/controls/wiring", test_wiring);
  g_test_add_func ("/controls/many", test_many);
  g_test_add_func ("/controls/steps", test_steps);
  g_test_add_func ("/controls/range", test_range);
  g_test_add_func ("/controls/typed", test_typed);
  g_test_add_func ("/controls/equations", test_equations);
  g_test_add_func ("/controls/actions", test_actions);
  g_test_add_func ("/controls/appearance", test_appearance);
  g_test_add_func ("/controls/export", test_export);
  g_test_add_func ("/controls/formats", test_formats);
  return run_tests (application, home);
}
