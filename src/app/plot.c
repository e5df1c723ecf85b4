/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "plot.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "accessible-text.h"
#include "curves.h"
#include "drawer.h"
#include "paint.h"
#include "plot-aside.h"
#include "plot-input.h"
#include "plot-keys.h"
#include "plot-private.h"
#include "readout.h"
#include "roles.h"
#include "state-aside.h"

#define PULSE_US (1200 * 1000)
/* In units of the scene. */
#define POINT_RADIUS 6.0
#define PULSE_RADIUS 22.0
#define MARK 2.0
#define HALL_MARK 3.0
#define PULSE_STROKE 3.0

G_DEFINE_FINAL_TYPE (ScopePlot, scope_plot, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_STATE,
  PROP_THEME,
  PROP_TEXT_SCALE,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

static void
invalidate (ScopePlot *self)
{
  g_clear_pointer (&self->scene, scope_scene_free);
  scope_plot_forget_aside (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  scope_plot_wait_for_pointer (self);
}

void
scope_plot_set_stage (ScopePlot *self, const ScopeStage *stage)
{
  self->presenting = stage != NULL;
  if (stage != NULL)
    self->stage = *stage;
  self->blank = FALSE;
  /* Keys that hide or reveal what is framed go from step to step again. */
  self->marked = 0;
  invalidate (self);
}

double
scope_plot_get_text_scale (ScopePlot *self)
{
  return self->text_scale;
}

gboolean
scope_plot_has_mark (ScopePlot *self)
{
  return self->marked != 0 && gtk_widget_has_focus (GTK_WIDGET (self));
}

void
scope_plot_set_blank (ScopePlot *self, gboolean blank)
{
  self->blank = blank;
  invalidate (self);
}

/* A scene that was made before the widget had this size does not fill it. */
static void
paint (ScopePlot *self, cairo_t *cr)
{
  const ScopeColour *ground = &scope_theme_palette (self->theme)->ink[SCOPE_INK_GROUND];
  ScopeScene *scene = scope_plot_get_scene (self);

  if (!scope_plot_is_drawn (self))
    {
      cairo_set_source_rgb (cr, ground->red, ground->green, ground->blue);
      cairo_paint (cr);
    }
  scope_backdrop_paint (self->backdrop, scene, cr, gtk_widget_get_scale_factor (GTK_WIDGET (self)));
}

static void
scope_plot_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ScopePlot *self = SCOPE_PLOT (widget);
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                     (float) gtk_widget_get_height (widget));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  if (self->blank)
    cairo_paint (cr);
  else
    paint (self, cr);
  cairo_destroy (cr);
  gtk_widget_snapshot_child (widget, self->overlay, snapshot);
}

static void
scope_plot_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ScopePlot *self = SCOPE_PLOT (widget);

  g_clear_pointer (&self->scene, scope_scene_free);
  self->asked = 0;
  self->first_reading = 0;
  gtk_widget_size_allocate (self->overlay, &(GtkAllocation) { 0, 0, width, height }, -1);
}

static void
scope_plot_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                    int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 320 : 260;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 1000 : 700;
}

/* --- The overlay: it is redrawn at every move of the pointer, the scene is not */

static void
set_ink (cairo_t *cr, ScopeTheme theme, ScopeInk ink, double alpha)
{
  const ScopeColour *colour = &scope_theme_palette (theme)->ink[ink];

  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, alpha);
}

static void
draw_crosshair (ScopePlot *self, cairo_t *cr)
{
  ScopeScene *scene = scope_plot_get_scene (self);
  double x = self->pointer_x, y = self->pointer_y;
  g_autoptr (ScopeScene) crosshair = NULL;
  g_autofree char *markup = NULL;
  ScopeFigure figure;
  ScopeRect rect;
  int panel;

  if (scope_scene_hit (scene, x, y, &panel, &rect) != SCOPE_ZONE_PANEL)
    return;
  scope_plot_get_figure (self, &figure);
  if (scope_state_is_large (self->state))
    markup = scope_plot_read_aside (self, &figure, (ScopePanel) panel, &rect, x);
  else
    markup = scope_readout_text (&figure, (ScopePanel) panel, &rect, x);
  crosshair = scope_readout_build (scene, self->fonts, &rect, markup, x, y);
  scope_paint_scene (crosshair, cr, SCOPE_REPLAY_ALL);
}

static void
draw_pulse (ScopePlot *self, cairo_t *cr)
{
  ScopeScene *scene = scope_plot_get_scene (self);
  double unit = scope_scene_get_unit (scene);
  const ScopeItem *point = scope_scene_find_item (scene, &scope_role_point, SCOPE_PANEL_LOSS);

  if (point == NULL)
    return;
  set_ink (cr, self->theme, SCOPE_INK_LOSS, 0.45 * (1 - self->pulse));
  cairo_arc (cr, point->points[0].x, point->points[0].y, (POINT_RADIUS + PULSE_RADIUS * self->pulse) * unit,
             0, 2 * G_PI);
  cairo_set_line_width (cr, PULSE_STROKE * unit);
  cairo_stroke (cr);
}

/* A frame around each place where the number stands that the keys are at. */
static void
draw_mark (ScopePlot *self, cairo_t *cr)
{
  ScopeScene *scene = scope_plot_get_scene (self);
  double mark = (self->presenting ? HALL_MARK : MARK) * scope_scene_get_hair (scene);
  unsigned quantity;
  ScopeRect rect;

  set_ink (cr, self->theme, SCOPE_INK_TEXT, 1);
  cairo_set_line_width (cr, mark);
  for (unsigned i = 0; scope_scene_get_quantity (scene, i, &quantity, &rect); i++)
    if (quantity == self->marked)
      cairo_rectangle (cr, rect.x - mark, rect.y - mark, rect.width + 2 * mark, rect.height + 2 * mark);
  cairo_stroke (cr);
}

static void
draw_overlay_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  ScopePlot *self = data;

  if (self->pulse >= 0)
    draw_pulse (self, cr);
  if (scope_plot_has_mark (self) && scope_plot_is_drawn (self))
    draw_mark (self, cr);
  if (self->hovering && !self->scrubbing && !self->presenting && scope_plot_is_drawn (self))
    draw_crosshair (self, cr);
}

static gboolean
pulse_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  ScopePlot *self = SCOPE_PLOT (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);

  if (self->pulse_start_us == 0)
    self->pulse_start_us = now;
  self->pulse = (double) (now - self->pulse_start_us) / PULSE_US;
  gtk_widget_queue_draw (self->overlay);
  if (self->pulse < 1)
    return G_SOURCE_CONTINUE;
  self->pulse = -1;
  return G_SOURCE_REMOVE;
}

void
scope_plot_pulse (ScopePlot *self)
{
  if (!adw_get_enable_animations (GTK_WIDGET (self)))
    return;
  self->pulse_start_us = 0;
  gtk_widget_add_tick_callback (GTK_WIDGET (self), pulse_tick_cb, NULL, NULL);
}

/* --- GObject */

static void
scope_plot_constructed (GObject *object)
{
  ScopePlot *self = SCOPE_PLOT (object);

  G_OBJECT_CLASS (scope_plot_parent_class)->constructed (object);
  g_signal_connect_object (self->state, "changed", G_CALLBACK (invalidate), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state, "settled", G_CALLBACK (invalidate), self, G_CONNECT_SWAPPED);
}

static void
scope_plot_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ScopePlot *self = SCOPE_PLOT (object);

  if (id == PROP_STATE)
    self->state = g_value_dup_object (value);
  else if (id == PROP_THEME && self->theme == (ScopeTheme) g_value_get_int (value))
    return;
  else if (id == PROP_THEME)
    self->theme = (ScopeTheme) g_value_get_int (value);
  else if (id == PROP_TEXT_SCALE)
    self->text_scale = g_value_get_double (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  if (id != PROP_STATE)
    invalidate (self);
}

static void
scope_plot_dispose (GObject *object)
{
  ScopePlot *self = SCOPE_PLOT (object);

  g_clear_pointer (&self->overlay, gtk_widget_unparent);
  g_clear_pointer (&self->words, gtk_widget_unparent);
  g_clear_pointer (&self->scene, scope_scene_free);
  g_clear_pointer (&self->drawer, scope_drawer_free);
  g_clear_pointer (&self->reader, scope_drawer_free);
  g_clear_pointer (&self->curves, scope_curves_free);
  g_clear_pointer (&self->backdrop, scope_backdrop_free);
  g_clear_pointer (&self->fonts, scope_fonts_free);
  g_clear_object (&self->state);
  G_OBJECT_CLASS (scope_plot_parent_class)->dispose (object);
}

static void
scope_plot_class_init (ScopePlotClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = scope_plot_constructed;
  object_class->set_property = scope_plot_set_property;
  object_class->dispose = scope_plot_dispose;
  g_signal_new ("drawn", SCOPE_TYPE_PLOT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  widget_class->snapshot = scope_plot_snapshot;
  widget_class->measure = scope_plot_measure;
  widget_class->size_allocate = scope_plot_size_allocate;

  props[PROP_STATE]
    = g_param_spec_object ("state", NULL, NULL, SCOPE_TYPE_STATE,
                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_THEME] = g_param_spec_int ("theme", NULL, NULL, 0, SCOPE_N_THEMES - 1, 0,
                                        G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_TEXT_SCALE]
    = g_param_spec_double ("text-scale", NULL, NULL, 1, 2, 1, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_css_name (widget_class, "scopeplot");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
scope_plot_init (ScopePlot *self)
{
  GtkWidget *overlay = gtk_drawing_area_new ();

  self->text_scale = 1;
  self->pulse = -1;
  self->fonts = scope_drawer_load_fonts ();
  self->curves = scope_curves_new ();
  self->backdrop = scope_backdrop_new ();
  self->overlay = overlay;
  gtk_widget_set_can_target (overlay, FALSE);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (overlay), draw_overlay_cb, self, NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (overlay), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_set_parent (overlay, GTK_WIDGET (self));
  /* With a role that may have a description, the plot's; never seen. */
  self->words = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, "visible",
                              FALSE, NULL);
  gtk_widget_set_parent (self->words, GTK_WIDGET (self));

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  scope_accessible_name (GTK_ACCESSIBLE (self), _ ("Loss and gradient over b₃"));
  scope_plot_add_controllers (self);
  scope_plot_add_keys (self);
}
