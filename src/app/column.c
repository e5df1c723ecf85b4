/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "column.h"

#include "stage-style.h"

struct _ScopeColumn
{
  GtkWidget parent_instance;

  double width_em;
};

G_DEFINE_FINAL_TYPE (ScopeColumn, scope_column, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_WIDTH_EM,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

static double
get_em_px (ScopeColumn *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));

  return (double) pango_font_description_get_size (pango_context_get_font_description (context))
         / PANGO_SCALE;
}

double
scope_column_get_em (ScopeColumn *self, int width_px)
{
  return width_px / get_em_px (self);
}

static void
scope_column_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                      int *minimum_baseline, int *natural_baseline)
{
  ScopeColumn *self = SCOPE_COLUMN (widget);

  gtk_widget_measure (gtk_widget_get_first_child (widget), orientation, for_size, minimum, natural, NULL,
                      NULL);
  /* Beside a presentation the style says how wide it is at least, and it gets no wider. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = scope_stage_style_is_on (widget) ? *minimum
                                                : MAX (*minimum, (int) (self->width_em * get_em_px (self)));
}

static void
scope_column_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_size_allocate (gtk_widget_get_first_child (widget), &(GtkAllocation) { 0, 0, width, height },
                            -1);
}

static GtkSizeRequestMode
scope_column_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
scope_column_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SCOPE_COLUMN (object)->width_em = g_value_get_double (value);
}

static void
scope_column_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);
  G_OBJECT_CLASS (scope_column_parent_class)->dispose (object);
}

static void
scope_column_class_init (ScopeColumnClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = scope_column_set_property;
  object_class->dispose = scope_column_dispose;
  widget_class->measure = scope_column_measure;
  widget_class->size_allocate = scope_column_size_allocate;
  widget_class->get_request_mode = scope_column_get_request_mode;
  props[PROP_WIDTH_EM]
    = g_param_spec_double ("width-em", NULL, NULL, 0, G_MAXINT16, 0,
                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
scope_column_init (ScopeColumn *self)
{
}
