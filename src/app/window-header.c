/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "window-private.h"

#include <glib/gi18n.h>

#include "accessible-text.h"
#include "column.h"
#include "observed.h"

/* The header in three widths, of which the widest is shown that has room: with words, with signs, and without
 * what then stands below the picture or in the menu. */

#define LEAST_PLOT_PX 480
/* A sidebar in which equations take two lines. */
#define NARROW_EM 18.0

typedef enum
{
  WORDS,
  SIGNS,
  BARE,
} Form;

static GtkWidget *
new_sign (const char *icon, const char *action, const char *name, const char *keys)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  scope_accessible_name_with_keys (button, name, keys);
  return button;
}

/* The icon where there is no room for the words. */
static GtkWidget *
new_deed (Form form, const char *label, const char *icon, const char *action, const char *tip)
{
  GtkWidget *button
    = form == SIGNS ? gtk_button_new_from_icon_name (icon) : gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  scope_accessible_set_tip (button, tip);
  if (form == SIGNS)
    scope_accessible_name (GTK_ACCESSIBLE (button), label);
  return button;
}

static GtkWidget *
new_title (ScopeWindow *self, Form form)
{
  GtkWidget *title = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *label;

  if (form == WORDS)
    {
      label = gtk_label_new (_ ("Observed"));
      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (title), label);
    }
  gtk_box_append (GTK_BOX (title), scope_observed_new (self->state, FALSE));
  return title;
}

static GtkWidget *
new_menu_button (ScopeWindow *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "open-menu-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), self->menu);
  scope_accessible_name_with_keys (button, _ ("Menu"), _ ("F10"));
  return button;
}

static void
add_header (ScopeWindow *self, Form form)
{
  AdwHeaderBar *header = ADW_HEADER_BAR (adw_header_bar_new ());
  GtkWidget *menu = new_menu_button (self);

  adw_header_bar_pack_start (header,
                             new_sign ("sidebar-show-symbolic", "win.sidebar", _ ("Sidebar"), _ ("F9")));
  adw_header_bar_pack_start (header, new_sign ("edit-undo-symbolic", "win.undo", _ ("Undo"), _ ("Ctrl+Z")));
  adw_header_bar_pack_start (header,
                             new_sign ("edit-redo-symbolic", "win.redo", _ ("Redo"), _ ("Ctrl+Shift+Z")));
  adw_header_bar_pack_end (header, menu);
  /* The program's name needs more room than it is worth. */
  if (form == BARE)
    adw_header_bar_set_title_widget (header, gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  else
    {
      adw_header_bar_set_title_widget (header, new_title (self, form));
      adw_header_bar_pack_end (header, new_deed (form, _ ("Export…"), "document-save-as-symbolic",
                                                 "win.export", _ ("Save the picture as a file (Ctrl+E)")));
      adw_header_bar_pack_end (header,
                               new_deed (form, _ ("Present"), "x-office-presentation-symbolic", "win.present",
                                         _ ("A short lecture on this derivative, step by step (F5)")));
    }
  g_object_set_data (G_OBJECT (header), "menu", menu);
  adw_squeezer_add (self->header, GTK_WIDGET (header));
}

int
scope_window_measure_sidebar (ScopeWindow *self)
{
  int natural;

  gtk_widget_measure (adw_flap_get_flap (self->flap), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL,
                      NULL);
  return natural;
}

/* The sidebar folds before the picture is too narrow to be read from afar, and not only where there is no room at
 * all. */
static void
fold_sidebar (ScopeWindow *self, int width)
{
  ScopeColumn *sidebar = SCOPE_COLUMN (adw_flap_get_flap (self->flap));
  int natural = scope_window_measure_sidebar (self);
  gboolean is_narrow = scope_column_get_em (sidebar, MIN (natural, width)) < NARROW_EM;

  adw_flap_set_fold_policy (self->flap, width < natural + LEAST_PLOT_PX ? ADW_FLAP_FOLD_POLICY_ALWAYS
                                                                        : ADW_FLAP_FOLD_POLICY_AUTO);
  for (guint i = 0; i < G_N_ELEMENTS (self->rows); i++)
    scope_value_row_set_lines (self->rows[i], is_narrow ? 2 : 1);
}

static void
apply_width (ScopeWindow *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->flap));

  if (width > 0)
    fold_sidebar (self, width);
  gtk_widget_set_visible (self->observed_bar, self->is_narrow && !self->presenting);
  scope_hint_bar_set_away (self->hint_bar, self->presenting);
}

void
scope_window_update_header (ScopeWindow *self)
{
  GtkWidget *shown = adw_squeezer_get_visible_child (self->header);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  self->is_narrow = shown == gtk_widget_get_last_child (GTK_WIDGET (self->header));
  gtk_widget_set_visible (GTK_WIDGET (self->header), !self->presenting);
  gtk_widget_set_visible (self->steps_box, !self->presenting);
  apply_width (self);
  for (GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->header)); header != NULL;
       header = gtk_widget_get_next_sibling (header))
    {
      /* F10 opens one menu; what is not shown is nothing to who hears the window, either. */
      gtk_menu_button_set_primary (g_object_get_data (G_OBJECT (header), "menu"), header == shown);
      gtk_accessible_update_state (GTK_ACCESSIBLE (header), GTK_ACCESSIBLE_STATE_HIDDEN, header != shown, -1);
      if (header != shown && focus != NULL && gtk_widget_is_ancestor (focus, header))
        gtk_widget_grab_focus (GTK_WIDGET (self->plot));
    }
}

static gboolean
update_cb (gpointer data)
{
  g_autoptr (ScopeWindow) self = data;

  if (self->state != NULL)
    scope_window_update_header (self);
  return G_SOURCE_REMOVE;
}

/* Room is being given, when nobody may ask for more. */
void
scope_window_fit_header (ScopeWindow *self)
{
  g_idle_add_full (GTK_PRIORITY_RESIZE, update_cb, g_object_ref (self), NULL);
}

void
scope_window_init_header (ScopeWindow *self)
{
  for (Form form = WORDS; form <= BARE; form++)
    add_header (self, form);
  gtk_box_append (GTK_BOX (self->observed_bar), scope_observed_new (self->state, TRUE));
  gtk_widget_set_hexpand (gtk_widget_get_last_child (self->observed_bar), TRUE);
  scope_window_update_header (self);
}
