/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "descent-section.h"

#include <glib/gi18n.h>

#include "accessible-text.h"
#include "accessible.h"
#include "decimal-sign.h"
#include "descent-table.h"
#include "descent-text.h"
#include "direction.h"
#include "flow.h"
#include "hidden.h"
#include "state-aside.h"
#include "state-descent.h"
#include "state-figure.h"

typedef struct
{
  ScopeState *state;                       /* Owned */
  GtkWidget *run, *speed, *status, *table; /* Children */
} Section;

#define SPACING 6

static const guint speeds[] = { 1, 10, 100 };

static void
free_section (gpointer data)
{
  Section *section = data;

  g_object_unref (section->state);
  g_free (section);
}

static Section *
get_section (GtkWidget *box)
{
  return g_object_get_data (G_OBJECT (box), "section");
}

void
scope_descent_section_say (GtkWidget *box, const char *text)
{
  gtk_label_set_text (GTK_LABEL (get_section (box)->status), text);
}

const char *
scope_descent_section_get_said (GtkWidget *box)
{
  return gtk_label_get_text (GTK_LABEL (get_section (box)->status));
}

void
scope_descent_section_set_running (GtkWidget *box, gboolean running)
{
  gtk_button_set_label (GTK_BUTTON (get_section (box)->run), running ? _ ("Pause") : _ ("Run"));
}

guint
scope_descent_section_get_speed (GtkWidget *box)
{
  guint i = gtk_drop_down_get_selected (GTK_DROP_DOWN (get_section (box)->speed));

  return speeds[MIN (i, G_N_ELEMENTS (speeds) - 1)];
}

/* Of very many rows the step's number alone, until the verdict is found. */
static char *
new_large_text (ScopeState *state)
{
  const char *words = scope_state_get_words (state, SCOPE_WORDS_VERDICT);
  unsigned hidden = scope_hidden_places (scope_state_get_hide (state), scope_state_get_parameters (state));

  if (words != NULL)
    return g_strdup (words);
  if (hidden & SCOPE_PLACE_NEXT)
    return g_strdup (_ ("Next step: hidden"));
  /* Translators: which step of the descent b₃ is at, before more is known of it. */
  return g_strdup_printf (_ ("Step %u: …"), scope_state_get_walk (state)->at);
}

/* The verdict, as in the picture; where nothing was walked yet, how to begin. */
static void
update (GtkWidget *box)
{
  Section *section = get_section (box);
  g_autofree char *text = NULL;
  ScopeFigure figure;

  if (scope_state_get_walk (section->state)->n == 0
      && !(scope_state_get_show (section->state) & SCOPE_SHOW_DESCENT))
    {
      scope_descent_section_say (box, _ ("Step walks b₃ downhill (G)"));
      return;
    }
  if (scope_state_is_large (section->state))
    {
      text = new_large_text (section->state);
      scope_descent_section_say (box, text);
      return;
    }
  scope_state_fill_figure (section->state, &figure);
  figure.decimal = scope_decimal_sign_of_locale ();
  text = scope_descent_text_describe_verdict (&figure);
  scope_descent_section_say (box, text);
}

/* --- Making it */

static GtkWidget *
new_button (const char *label, const char *action, const char *tip)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  scope_accessible_set_tip (button, tip);
  gtk_widget_set_hexpand (button, TRUE);
  return button;
}

static ScopeFlow *
new_row (GtkWidget *box)
{
  GtkWidget *row = scope_flow_new (SPACING);

  gtk_box_append (GTK_BOX (box), row);
  return SCOPE_FLOW (row);
}

static void
add_speed (Section *section, ScopeFlow *row)
{
  g_autofree char *one = scope_direction_isolate ("×1"), *ten = scope_direction_isolate ("×10");
  g_autofree char *hundred = scope_direction_isolate ("×100");

  section->speed = gtk_drop_down_new_from_strings ((const char *const[]) { one, ten, hundred, NULL });
  scope_accessible_set_tip (section->speed, _ ("Steps in a second"));
  scope_accessible_name_choice (GTK_DROP_DOWN (section->speed), _ ("Speed, in steps a second"));
  scope_flow_append (row, section->speed);
}

static void
add_status (Section *section, GtkWidget *box)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  section->status = GTK_WIDGET (label);
  gtk_label_set_xalign (label, 0);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (label, 12);
  gtk_label_set_max_width_chars (label, 34);
  gtk_widget_add_css_class (section->status, "dim-label");
  gtk_widget_add_css_class (section->status, "caption");
  gtk_box_append (GTK_BOX (box), section->status);
}

static void
add_buttons (Section *section, GtkWidget *box)
{
  ScopeFlow *row = new_row (box);

  scope_flow_append (row, new_button (_ ("To the Minimum"), "win.descent-minimum",
                                      _ ("Where the loss is least, if there is such a b₃")));
  section->table = scope_descent_table_new (section->state);
  scope_flow_append (row, section->table);
  row = new_row (box);
  scope_flow_append (row,
                     new_button (_ ("Zoom"), "win.descent-view",
                                 _ ("Show the whole trail; a double-click in the plot shows all again")));
  scope_flow_append (row, new_button (_ ("Keep"), "win.descent-keep",
                                      _ ("Keep this trail and go back to its start, to compare another rate "
                                         "with it")));
  scope_flow_append (
    row, new_button (_ ("Clear"), "win.descent-clear", _ ("Forget the trail, and one that was kept")));
}

GtkWidget *
scope_descent_section_new_bar (GtkWidget *box)
{
  Section *section = get_section (box);
  ScopeFlow *bar = SCOPE_FLOW (scope_flow_new (SPACING));
  GtkWidget *back, *step;

  back = gtk_button_new_from_icon_name ("go-previous-symbolic");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (back), "win.descent-back");
  scope_accessible_set_tip (back, _ ("Back to the place before (Shift+G)"));
  scope_accessible_name (GTK_ACCESSIBLE (back), _ ("Step Back"));
  step = new_button (_ ("Step"), "win.descent-step", _ ("One step downhill (G)"));
  gtk_widget_add_css_class (step, "suggested-action");
  section->run = new_button (_ ("Run"), "win.descent-run", _ ("Step after step, or stop"));
  scope_flow_append (bar, back);
  scope_flow_append (bar, step);
  scope_flow_append (bar, section->run);
  add_speed (section, bar);
  return GTK_WIDGET (bar);
}

GtkWidget *
scope_descent_section_get_steps (GtkWidget *box)
{
  return scope_descent_table_get_pane (get_section (box)->table);
}

GtkWidget *
scope_descent_section_new (ScopeState *state)
{
  Section *section = g_new0 (Section, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  section->state = g_object_ref (state);
  g_object_set_data_full (G_OBJECT (box), "section", section, free_section);
  add_buttons (section, box);
  add_status (section, box);
  g_signal_connect_object (state, "changed", G_CALLBACK (update), box, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "told", G_CALLBACK (update), box, G_CONNECT_SWAPPED);
  update (box);
  return box;
}
