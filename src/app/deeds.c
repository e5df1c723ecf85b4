/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "deeds.h"

#include <glib/gi18n.h>

#include "actions.h"
#include "flowers.h"
#include "hidden.h"
#include "hint.h"
#include "notices.h"
#include "part-switches.h"
#include "state-axis.h"
#include "state-compare.h"
#include "state-rows.h"
#include "state-undo.h"

/* The callbacks' data is the sidebar. */

static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer sidebar)
{
  scope_notice_tell (sidebar, _ ("Undone"));
  scope_state_undo (scope_sidebar_get_state (sidebar));
  scope_sidebar_narrow_sliders (sidebar);
}

static void
redo_cb (GSimpleAction *action, GVariant *parameter, gpointer sidebar)
{
  scope_notice_tell (sidebar, _ ("Redone"));
  scope_state_redo (scope_sidebar_get_state (sidebar));
  scope_sidebar_narrow_sliders (sidebar);
}

static void
reset_cb (GSimpleAction *action, GVariant *parameter, gpointer sidebar)
{
  scope_notice_tell (sidebar, _ ("Back to the start"));
  scope_state_reset (scope_sidebar_get_state (sidebar));
  scope_sidebar_fit_sliders (sidebar);
}

static void
reset_view_cb (GSimpleAction *action, GVariant *parameter, gpointer sidebar)
{
  scope_notice_tell (sidebar, _ ("The view is as it opens"));
  scope_state_reset_view (scope_sidebar_get_state (sidebar));
}

static void
observe_cb (GSimpleAction *action, GVariant *parameter, gpointer sidebar)
{
  scope_state_set_observed (scope_sidebar_get_state (sidebar), (unsigned) g_variant_get_int32 (parameter));
  scope_notice_did (sidebar, SCOPE_ACT_OBSERVED);
}

static void
keep_curve_cb (GSimpleAction *action, GVariant *parameter, gpointer sidebar)
{
  if (scope_state_get_n_rows (scope_sidebar_get_state (sidebar)) > 0)
    {
      scope_notice_say (sidebar, _ ("Curves are kept of one flower, not of many together"));
      return;
    }
  if (!scope_state_keep_curve (scope_sidebar_get_state (sidebar)))
    scope_notice_say (sidebar, _ ("Six curves are the most. Remove one under “Kept Curves” in the sidebar."));
}

static void
trained_bias_cb (GSimpleAction *action, GVariant *parameter, gpointer sidebar)
{
  scope_state_set_bias (scope_sidebar_get_state (sidebar), SCOPE_TRAINED_BIAS);
}

/* Logits for which plain arithmetic breaks, each time in another way. */
static void
break_cb (GSimpleAction *action, GVariant *parameter, gpointer sidebar)
{
  if (!scope_state_break_arithmetic (scope_sidebar_get_state (sidebar)))
    {
      scope_notice_say (sidebar, _ ("With this b₃ and wiring there are no such logits"));
      return;
    }
  scope_sidebar_fit_sliders (sidebar);
}

/* What a class predicts first: all numbers, or none where any is hidden. */
static void
hide_all_cb (GSimpleAction *action, GVariant *parameter, gpointer sidebar)
{
  ScopeState *state = scope_sidebar_get_state (sidebar);

  scope_state_set_hide (state, scope_state_get_hide (state) != 0 ? 0 : SCOPE_QUANTITY_ALL);
}

static void
ask_cb (GSimpleAction *action, GVariant *parameter, gpointer sidebar)
{
  scope_state_advance_prediction (scope_sidebar_get_state (sidebar), SCOPE_SHOW_ANSWERS);
}

/* The tangent is turned with the arrows: the plot must have them. */
static void
estimate_cb (GSimpleAction *action, GVariant *parameter, gpointer sidebar)
{
  gtk_widget_activate_action (sidebar, "win.focus-plot", NULL);
  scope_state_advance_prediction (scope_sidebar_get_state (sidebar), SCOPE_SHOW_ESTIMATE);
}

void
scope_deeds_add (GtkWindow *window, ScopeSidebar *sidebar)
{
  static const GActionEntry entries[] = {
    { .name = "undo", .activate = undo_cb },
    { .name = "redo", .activate = redo_cb },
    { .name = "reset", .activate = reset_cb },
    { .name = "reset-view", .activate = reset_view_cb },
    { .name = "observe", .activate = observe_cb, .parameter_type = "i" },
    { .name = "keep-curve", .activate = keep_curve_cb },
    { .name = "trained-bias", .activate = trained_bias_cb },
    { .name = "break-arithmetic", .activate = break_cb },
    { .name = "hide-all", .activate = hide_all_cb },
    { .name = "ask", .activate = ask_cb },
    { .name = "estimate", .activate = estimate_cb },
  };
  ScopeState *state = scope_sidebar_get_state (sidebar);
  GActionMap *map = G_ACTION_MAP (window);

  scope_actions_add (window, entries, G_N_ELEMENTS (entries), sidebar);
  g_object_bind_property (state, "can-undo", g_action_map_lookup_action (map, "undo"), "enabled",
                          G_BINDING_SYNC_CREATE);
  g_object_bind_property (state, "can-redo", g_action_map_lookup_action (map, "redo"), "enabled",
                          G_BINDING_SYNC_CREATE);
  scope_part_switches_add_actions (map, G_OBJECT (state));
}
