/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "flow.h"

struct _ScopeFlow
{
  GtkWidget parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (ScopeFlow, scope_flow, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SPACING,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

/* --- Rows */

typedef struct
{
  GtkWidget *end; /* the first child of the next one, NULL for none */
  int wanted;     /* px, all that its children like, and what is between them */
  int n, n_expanding;
} Row;

static Row
find_row (ScopeFlow *self, GtkWidget *first, int width)
{
  Row row = { 0 };

  for (row.end = first; row.end != NULL; row.end = gtk_widget_get_next_sibling (row.end))
    {
      int wanted;

      if (!gtk_widget_should_layout (row.end))
        continue;
      gtk_widget_measure (row.end, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &wanted, NULL, NULL);
      if (row.n > 0 && row.wanted + self->spacing + wanted > width)
        break;
      row.wanted += wanted + (row.n > 0 ? self->spacing : 0);
      row.n++;
      row.n_expanding += gtk_widget_compute_expand (row.end, GTK_ORIENTATION_HORIZONTAL);
    }
  return row;
}

static int
width_in_row (GtkWidget *child, const Row *row, int width)
{
  int wanted;

  if (row->n == 1)
    return width;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &wanted, NULL, NULL);
  if (gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
    wanted += (width - row->wanted) / row->n_expanding;
  return wanted;
}

static int
height_of_row (GtkWidget *first, const Row *row, int width)
{
  int highest = 0;

  for (GtkWidget *child = first; child != row->end; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      {
        int height;

        gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width_in_row (child, row, width), NULL, &height,
                            NULL, NULL);
        highest = MAX (highest, height);
      }
  return highest;
}

/* --- GObject */

static void
measure_width (ScopeFlow *self, int *minimum, int *natural)
{
  Row all = find_row (self, gtk_widget_get_first_child (GTK_WIDGET (self)), G_MAXINT);

  *minimum = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      {
        int least;

        gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
        *minimum = MAX (*minimum, least);
      }
  *natural = MAX (all.wanted, *minimum);
}

static int
measure_height (ScopeFlow *self, int width)
{
  int height = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;)
    {
      Row row = find_row (self, child, width);

      height += height_of_row (child, &row, width) + (height > 0 ? self->spacing : 0);
      child = row.end;
    }
  return height;
}

static void
scope_flow_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                    int *minimum_baseline, int *natural_baseline)
{
  ScopeFlow *self = SCOPE_FLOW (widget);
  int least, width;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, minimum, natural);
      return;
    }
  measure_width (self, &least, &width);
  *minimum = *natural = measure_height (self, for_size < 0 ? width : MAX (for_size, least));
}

static void
allocate_row (ScopeFlow *self, GtkWidget *first, const Row *row, int width, int y, int height)
{
  gboolean from_right = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int x = 0;

  for (GtkWidget *child = first; child != row->end; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      {
        int taken = width_in_row (child, row, width);

        gtk_widget_size_allocate (
          child, &(GtkAllocation) { from_right ? width - x - taken : x, y, taken, height }, -1);
        x += taken + self->spacing;
      }
}

static void
scope_flow_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ScopeFlow *self = SCOPE_FLOW (widget);
  int y = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;)
    {
      Row row = find_row (self, child, width);
      /* The last one has all that is left. */
      int taken = row.end != NULL ? height_of_row (child, &row, width) : height - y;

      allocate_row (self, child, &row, width, y, taken);
      y += taken + self->spacing;
      child = row.end;
    }
}

static GtkSizeRequestMode
scope_flow_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
scope_flow_compute_expand (GtkWidget *widget, gboolean *horizontally, gboolean *vertically)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      *horizontally |= gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL);
      *vertically |= gtk_widget_compute_expand (child, GTK_ORIENTATION_VERTICAL);
    }
}

static void
scope_flow_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SCOPE_FLOW (object)->spacing = g_value_get_int (value);
}

static void
scope_flow_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (scope_flow_parent_class)->dispose (object);
}

static void
scope_flow_class_init (ScopeFlowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = scope_flow_set_property;
  object_class->dispose = scope_flow_dispose;
  widget_class->measure = scope_flow_measure;
  widget_class->size_allocate = scope_flow_size_allocate;
  widget_class->get_request_mode = scope_flow_get_request_mode;
  widget_class->compute_expand = scope_flow_compute_expand;
  props[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 0,
                                          G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
scope_flow_init (ScopeFlow *self)
{
}

GtkWidget *
scope_flow_new (int spacing)
{
  return g_object_new (SCOPE_TYPE_FLOW, "spacing", spacing, NULL);
}

void
scope_flow_append (ScopeFlow *self, GtkWidget *child)
{
  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}
