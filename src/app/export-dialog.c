/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "export-dialog.h"

#include <glib/gi18n.h>
#include <math.h>

#include "accessible-text.h"
#include "accessible.h"
#include "decimal-sign.h"
#include "direction.h"
#include "drawer.h"
#include "flow.h"
#include "labels.h"
#include "paint.h"
#include "render.h"
#include "save.h"

struct _ScopeExportDialog
{
  AdwWindow parent_instance;

  /* Template children */
  GtkDropDown *format, *theme, *decimal;
  GtkSpinButton *width, *height, *scale;
  GtkWidget *options, *size, *scale_row, *transparent_row, *text_row;
  GtkSwitch *transparent, *svg_text;
  GtkLabel *problem;
  GtkWidget *save;
  GtkDrawingArea *preview;

  ScopePlot *plot;     /* Owned */
  GSettings *settings; /* Owned */
  ScopeDrawer *drawer; /* Owned; of the preview */
};

G_DEFINE_FINAL_TYPE (ScopeExportDialog, scope_export_dialog, ADW_TYPE_WINDOW)

enum
{
  SAVED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static const ScopeFormat *
get_format (ScopeExportDialog *self)
{
  return scope_picture_get_format (gtk_drop_down_get_selected (self->format));
}

static void
fill_figure (ScopeExportDialog *self, ScopeFigure *figure)
{
  scope_plot_get_figure (self->plot, figure);
  figure->width_px = gtk_spin_button_get_value (self->width);
  figure->height_px = gtk_spin_button_get_value (self->height);
  figure->theme = (ScopeTheme) gtk_drop_down_get_selected (self->theme);
  figure->decimal = gtk_drop_down_get_selected (self->decimal) == 1 ? ',' : '.';
  figure->text_scale = 1;
  figure->settled = TRUE;
}

/* The picture itself, made smaller: what is seen is what is written. It is made aside; until it is there,
 * the one before is seen. */
static void
draw_preview_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  ScopeExportDialog *self = data;
  const ScopeDrawn *drawn = scope_drawer_get (self->drawer);
  const ScopeFigure *figure;
  double scale;

  if (drawn == NULL)
    return;
  figure = &drawn->copy->figure;
  scale = fmin (width / figure->width_px, height / figure->height_px);
  cairo_translate (cr, (width - figure->width_px * scale) / 2, (height - figure->height_px * scale) / 2);
  cairo_scale (cr, scale, scale);
  scope_paint_scene (drawn->scene, cr,
                     gtk_switch_get_active (self->transparent) ? SCOPE_REPLAY_NO_GROUND : SCOPE_REPLAY_ALL);
}

static void
drawn_cb (const ScopeDrawn *drawn, gpointer data)
{
  gtk_widget_queue_draw (GTK_WIDGET (SCOPE_EXPORT_DIALOG (data)->preview));
}

static void
draw_preview (ScopeExportDialog *self)
{
  ScopeFigure figure;

  fill_figure (self, &figure);
  scope_drawer_draw (self->drawer, scope_plot_copy_figure (self->plot, &figure), SCOPE_DRAW_SCENE);
}

/* What of the format is asked for stands in rows of its own. */
static void
show_rows (ScopeExportDialog *self, const ScopeFormat *format)
{
  const struct
  {
    GtkWidget *row;
    ScopeFormatTrait needed;
  } rows[] = { { self->scale_row, SCOPE_FORMAT_PIXELS },
               { self->transparent_row, SCOPE_FORMAT_ALPHA },
               { self->text_row, SCOPE_FORMAT_TEXT } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    gtk_widget_set_visible (rows[i].row, (format->can & rows[i].needed) != 0);
}

static void
changed_cb (ScopeExportDialog *self)
{
  const ScopeFormat *format = get_format (self);
  g_autoptr (GError) error = NULL;
  gboolean fits = scope_picture_check_size (format, gtk_spin_button_get_value (self->width),
                                            gtk_spin_button_get_value (self->height),
                                            gtk_spin_button_get_value (self->scale), &error);

  /* A number that was being typed is taken when the dialog has gone already. */
  if (self->plot == NULL)
    return;
  show_rows (self, format);
  gtk_label_set_text (self->problem, fits ? "" : error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), !fits);
  gtk_widget_set_sensitive (self->save, fits);
  gtk_widget_queue_draw (GTK_WIDGET (self->preview));
  draw_preview (self);
}

static void
set_size (ScopeExportDialog *self, double width, double height)
{
  gtk_spin_button_set_value (self->width, width);
  gtk_spin_button_set_value (self->height, height);
}

static void
size_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  int width, height;

  g_variant_get (parameter, "(ii)", &width, &height);
  set_size (SCOPE_EXPORT_DIALOG (widget), width, height);
}

/* --- Writing */

/* What was chosen when the name was. */
static gpointer
take (GtkWindow *window)
{
  ScopeExportDialog *self = SCOPE_EXPORT_DIALOG (window);
  ScopeFigure figure;

  fill_figure (self, &figure);
  return scope_render_new (scope_plot_copy_figure (self->plot, &figure),
                           &(ScopePictureOptions) {
                             .scale = gtk_spin_button_get_value (self->scale),
                             .transparent = gtk_switch_get_active (self->transparent),
                             .svg_text = gtk_switch_get_active (self->svg_text),
                           });
}

static GBytes *
render (gpointer taken, guint format, GError **error)
{
  return scope_render_make (taken, scope_picture_get_format (format), error);
}

static void
busy (GtkWindow *window, gboolean is_busy)
{
  gtk_widget_set_sensitive (GTK_WIDGET (SCOPE_EXPORT_DIALOG (window)->save), !is_busy);
}

static void
saved (GtkWindow *window, const char *path, guint format, const char *notice)
{
  ScopeExportDialog *self = SCOPE_EXPORT_DIALOG (window);
  g_autofree char *folder = g_path_get_dirname (path);

  /* The name may have told another one than was chosen. */
  gtk_drop_down_set_selected (self->format, format);
  g_settings_set_string (self->settings, "export-folder", folder);
  g_signal_emit (self, signals[SAVED], 0, path, notice);
  gtk_window_close (window);
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ScopeExportDialog *self = SCOPE_EXPORT_DIALOG (widget);
  g_autofree char *folder = g_settings_get_string (self->settings, "export-folder");

  scope_save_ask (GTK_WINDOW (self), &(ScopeSave) { .title = _ ("Save the Picture"),
                                                    .failed = _ ("The picture was not saved"),
                                                    .name = "logitscope",
                                                    .folder = folder,
                                                    .endings = scope_picture_endings (),
                                                    .format = gtk_drop_down_get_selected (self->format),
                                                    .take = take,
                                                    .free_taken = (GDestroyNotify) scope_render_free,
                                                    .render = render,
                                                    .busy = busy,
                                                    .done = saved });
}

/* --- GObject */

static void
name_parts (ScopeExportDialog *self)
{
  scope_accessible_finish (GTK_WIDGET (self));
  scope_accessible_name_parts (self->options, _ ("Picture"));
  scope_accessible_name (GTK_ACCESSIBLE (self->size), _ ("Choose a size"));
  scope_accessible_name_parts (self->size, _ ("Choose a size"));
  scope_accessible_name_choice (self->format, _ ("Format"));
  scope_accessible_name_choice (self->theme, _ ("Theme"));
  scope_accessible_name_choice (self->decimal, _ ("Decimal sign"));
  scope_accessible_name_parts (GTK_WIDGET (self->width), _ ("Width in pixels"));
  scope_accessible_name_parts (GTK_WIDGET (self->height), _ ("Height in pixels"));
  scope_accessible_name_parts (GTK_WIDGET (self->scale), _ ("Scale of the pixels"));
  scope_direction_keep (GTK_WIDGET (self->width), self->height, self->scale, NULL);
}

/* The list has the formats in their order. Another version may have had more. */
static void
fill_formats (ScopeExportDialog *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  const ScopeFormat *format;

  for (guint i = 0; (format = scope_picture_get_format (i)) != NULL; i++)
    gtk_string_list_append (titles, format->title);
  gtk_drop_down_set_model (self->format, G_LIST_MODEL (titles));
}

static gboolean
known_format (GValue *value, GVariant *place, gpointer data)
{
  g_value_set_uint (value, g_variant_get_uint32 (place));
  return scope_picture_get_format (g_variant_get_uint32 (place)) != NULL;
}

/* The list has the themes in their order; what is remembered are their names. */
static gboolean
theme_from_name (GValue *value, GVariant *name, gpointer data)
{
  ScopeTheme theme;

  if (!scope_theme_from_name (g_variant_get_string (name, NULL), &theme))
    return FALSE;
  g_value_set_uint (value, theme);
  return TRUE;
}

static GVariant *
name_of_theme (const GValue *value, const GVariantType *type, gpointer data)
{
  return g_variant_new_string (scope_theme_name ((ScopeTheme) g_value_get_uint (value)));
}

static void
bind_settings (ScopeExportDialog *self)
{
  const struct
  {
    const char *key;
    gpointer widget;
    const char *property;
  } table[] = {
    { "export-width", self->width, "value" },        { "export-height", self->height, "value" },
    { "export-scale", self->scale, "value" },        { "export-transparent", self->transparent, "active" },
    { "export-svg-text", self->svg_text, "active" },
  };
  g_autofree char *decimal = g_settings_get_string (self->settings, "export-decimal");

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    g_settings_bind (self->settings, table[i].key, table[i].widget, table[i].property,
                     G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_NO_SENSITIVITY);
  g_settings_bind_with_mapping (self->settings, "export-format", self->format, "selected",
                                G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_NO_SENSITIVITY, known_format, NULL,
                                NULL, NULL);
  g_settings_bind_with_mapping (self->settings, "export-theme", self->theme, "selected",
                                G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_NO_SENSITIVITY, theme_from_name,
                                name_of_theme, NULL, NULL);
  /* Until one is chosen, the decimal sign is the desktop's. */
  gtk_drop_down_set_selected (self->decimal, decimal[0] == '\0' ? scope_decimal_sign_of_locale () == ','
                                                                : decimal[0] == ',');
}

static void
decimal_cb (ScopeExportDialog *self)
{
  gboolean comma = gtk_drop_down_get_selected (self->decimal) == 1;

  g_settings_set_string (self->settings, "export-decimal", comma ? "," : ".");
}

static void
watch (ScopeExportDialog *self)
{
  GObject *const drop_downs[] = { G_OBJECT (self->format), G_OBJECT (self->theme), G_OBJECT (self->decimal) };
  GObject *const spins[] = { G_OBJECT (self->width), G_OBJECT (self->height), G_OBJECT (self->scale) };

  for (guint i = 0; i < 3; i++)
    {
      g_signal_connect_object (drop_downs[i], "notify::selected", G_CALLBACK (changed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (spins[i], "value-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    }
  g_signal_connect_object (self->transparent, "notify::active", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->decimal, "notify::selected", G_CALLBACK (decimal_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
scope_export_dialog_dispose (GObject *object)
{
  ScopeExportDialog *self = SCOPE_EXPORT_DIALOG (object);

  g_clear_object (&self->plot);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->drawer, scope_drawer_free);
  G_OBJECT_CLASS (scope_export_dialog_parent_class)->dispose (object);
}

static void
scope_export_dialog_class_init (ScopeExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = scope_export_dialog_dispose;
  g_type_ensure (SCOPE_TYPE_FLOW);
  signals[SAVED] = g_signal_new ("saved", SCOPE_TYPE_EXPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/logitscope/Logitscope/export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ScopeExportDialog, options);
  gtk_widget_class_bind_template_child (widget_class, ScopeExportDialog, size);
  gtk_widget_class_bind_template_child (widget_class, ScopeExportDialog, format);
  gtk_widget_class_bind_template_child (widget_class, ScopeExportDialog, theme);
  gtk_widget_class_bind_template_child (widget_class, ScopeExportDialog, decimal);
  gtk_widget_class_bind_template_child (widget_class, ScopeExportDialog, width);
  gtk_widget_class_bind_template_child (widget_class, ScopeExportDialog, height);
  gtk_widget_class_bind_template_child (widget_class, ScopeExportDialog, scale);
  gtk_widget_class_bind_template_child (widget_class, ScopeExportDialog, scale_row);
  gtk_widget_class_bind_template_child (widget_class, ScopeExportDialog, transparent_row);
  gtk_widget_class_bind_template_child (widget_class, ScopeExportDialog, text_row);
  gtk_widget_class_bind_template_child (widget_class, ScopeExportDialog, transparent);
  gtk_widget_class_bind_template_child (widget_class, ScopeExportDialog, svg_text);
  gtk_widget_class_bind_template_child (widget_class, ScopeExportDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, ScopeExportDialog, save);
  gtk_widget_class_bind_template_child (widget_class, ScopeExportDialog, preview);
  gtk_widget_class_install_action (widget_class, "export.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "export.size", "(ii)", size_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
scope_export_dialog_init (ScopeExportDialog *self)
{
  self->drawer = scope_drawer_new (drawn_cb, self);
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_formats (self);
  scope_labels_wrap_choice (self->format);
  scope_labels_wrap_choice (self->theme);
  scope_labels_wrap_choice (self->decimal);
  gtk_drawing_area_set_draw_func (self->preview, draw_preview_cb, self, NULL);
}

GtkWindow *
scope_export_dialog_new (GtkWindow *parent, ScopePlot *plot, GSettings *settings)
{
  ScopeExportDialog *self = g_object_new (SCOPE_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);

  self->plot = g_object_ref (plot);
  self->settings = g_object_ref (settings);
  bind_settings (self);
  watch (self);
  name_parts (self);
  changed_cb (self);
  gtk_window_set_focus (GTK_WINDOW (self), self->save);
  return GTK_WINDOW (self);
}
