/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "header.h"

#include <glib/gi18n.h>

#include "accessible-text.h"
#include "observed.h"

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
new_title (ScopeState *state, Form form)
{
  GtkWidget *title = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *label;

  if (form == WORDS)
    {
      label = gtk_label_new (_ ("Observed"));
      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (title), label);
    }
  gtk_box_append (GTK_BOX (title), scope_observed_new (state, FALSE));
  return title;
}

static GtkWidget *
new_menu_button (GMenuModel *model)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "open-menu-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), model);
  scope_accessible_name_with_keys (button, _ ("Menu"), _ ("F10"));
  return button;
}

static GtkWidget *
new_header (ScopeState *state, GMenuModel *model, Form form)
{
  AdwHeaderBar *header = ADW_HEADER_BAR (adw_header_bar_new ());
  GtkWidget *menu = new_menu_button (model);

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
      adw_header_bar_set_title_widget (header, new_title (state, form));
      adw_header_bar_pack_end (header, new_deed (form, _ ("Export…"), "document-save-as-symbolic",
                                                 "win.export", _ ("Save the picture as a file (Ctrl+E)")));
      adw_header_bar_pack_end (header,
                               new_deed (form, _ ("Present"), "x-office-presentation-symbolic", "win.present",
                                         _ ("A short lecture on this derivative, step by step (F5)")));
    }
  g_object_set_data (G_OBJECT (header), "menu", menu);
  return GTK_WIDGET (header);
}

gboolean
scope_header_is_bare (AdwSqueezer *header)
{
  return adw_squeezer_get_visible_child (header) == gtk_widget_get_last_child (GTK_WIDGET (header));
}

void
scope_header_update (AdwSqueezer *header)
{
  GtkWidget *shown = adw_squeezer_get_visible_child (header);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (header));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (GtkWidget *form = gtk_widget_get_first_child (GTK_WIDGET (header)); form != NULL;
       form = gtk_widget_get_next_sibling (form))
    {
      /* F10 opens one menu; what is not shown is nothing to who hears the window, either. */
      gtk_menu_button_set_primary (g_object_get_data (G_OBJECT (form), "menu"), form == shown);
      gtk_accessible_update_state (GTK_ACCESSIBLE (form), GTK_ACCESSIBLE_STATE_HIDDEN, form != shown, -1);
      if (form != shown && focus != NULL && gtk_widget_is_ancestor (focus, form))
        gtk_widget_activate_action (form, "win.focus-plot", NULL);
    }
}

void
scope_header_fill (AdwSqueezer *header, ScopeState *state, GMenuModel *menu)
{
  for (Form form = WORDS; form <= BARE; form++)
    adw_squeezer_add (header, new_header (state, menu, form));
}
