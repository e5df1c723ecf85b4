/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "announce.h"

#include "accessible-text.h"
#include "platform.h"
#include "speech.h"

/* --- Descriptions that do not speak by themselves: those of another widget, which never has the
 * focus */

#define DESCRIBED_BY "scope-described-by"

static void
set_relation (GtkWidget *widget, gboolean is_set)
{
  GtkAccessible *by = g_object_get_data (G_OBJECT (widget), DESCRIBED_BY);

  if (by != NULL && is_set)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, by, NULL,
                                    -1);
  else if (by != NULL)
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
}

void
scope_announce_describe_quietly (GtkWidget *widget, GtkWidget *by, const char *text)
{
  scope_accessible_describe (GTK_ACCESSIBLE (by), text);
  if (g_object_get_data (G_OBJECT (widget), DESCRIBED_BY) == by)
    return;
  g_object_set_data (G_OBJECT (widget), DESCRIBED_BY, by);
  set_relation (widget, TRUE);
}

/* --- Announcements as descriptions */

#define HELD_S 5

/* What is announced by the description of what has the focus. */
#define ANNOUNCED "scope-announced"

typedef struct
{
  char *text;    /* Owned */
  guint timeout; /* Source; 0 for none */
} Announced;

static void
free_announced (gpointer data)
{
  Announced *announced = data;

  g_clear_handle_id (&announced->timeout, g_source_remove);
  g_free (announced->text);
  g_free (announced);
}

/* Nothing is read out of a description that has gone. The tooltip is the description of what has
 * one. */
static void
restore (GtkWidget *focus)
{
  const char *tip = scope_accessible_get_tip (focus);

  g_object_set_data (G_OBJECT (focus), ANNOUNCED, NULL);
  set_relation (focus, FALSE);
  gtk_accessible_reset_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  if (tip != NULL)
    scope_accessible_describe (GTK_ACCESSIBLE (focus), tip);
  set_relation (focus, TRUE);
}

static gboolean
left_idle_cb (gpointer data)
{
  restore (data);
  return G_SOURCE_REMOVE;
}

/* After the focus has gone from it for screen readers, too: else its tooltip would be read out. */
static void
left_cb (GtkWidget *focus)
{
  if (gtk_widget_has_focus (focus))
    return;
  g_signal_handlers_disconnect_by_func (focus, left_cb, NULL);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, left_idle_cb, g_object_ref (focus), g_object_unref);
}

static gboolean
held_cb (gpointer data)
{
  Announced *announced = g_object_get_data (data, ANNOUNCED);

  announced->timeout = 0;
  restore (data);
  return G_SOURCE_REMOVE;
}

/* Within the change there is no other description, which would be read out with the text: it
 * follows it. */
static void
say_in_description (GtkWidget *focus, const char *text, guint held_s)
{
  Announced *before = g_object_get_data (G_OBJECT (focus), ANNOUNCED);
  Announced *announced = g_new0 (Announced, 1);

  set_relation (focus, FALSE);
  g_signal_handlers_disconnect_by_func (focus, left_cb, NULL);
  g_signal_connect (focus, "notify::has-focus", G_CALLBACK (left_cb), NULL);
  /* GTK leaves out what is the same. */
  if (before != NULL && g_str_equal (before->text, text))
    gtk_accessible_reset_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  scope_accessible_describe (GTK_ACCESSIBLE (focus), text);
  set_relation (focus, TRUE);
  announced->text = g_strdup (text);
  g_object_set_data_full (G_OBJECT (focus), ANNOUNCED, announced, free_announced);
  /* A tooltip that came back would be read out as well: it waits until the focus goes. */
  if (gtk_widget_get_tooltip_text (focus) != NULL)
    return;
  if (held_s > 0)
    announced->timeout = g_timeout_add_seconds (held_s, held_cb, focus);
  else
    restore (focus);
}

/* Screen readers know an entry, and not the text inside. */
static GtkWidget *
get_focus (GtkRoot *root)
{
  GtkWidget *focus = gtk_root_get_focus (root);

  return focus != NULL && GTK_IS_TEXT (focus) ? gtk_widget_get_parent (focus) : focus;
}

static void
announce (GtkWidget *widget, const char *text, guint held_s)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? get_focus (root) : NULL;

  if (root == NULL)
    return;
  if (scope_platform_can_announce ())
    {
      g_autofree char *said = scope_speech (text);

      scope_platform_announce (GTK_ACCESSIBLE (root), said);
    }
  else if (focus != NULL)
    say_in_description (focus, text, held_s);
}

void
scope_announce (GtkWidget *widget, const char *text)
{
  announce (widget, text, HELD_S);
}

void
scope_announce_change (GtkWidget *widget, const char *text)
{
  announce (widget, text, 0);
}
