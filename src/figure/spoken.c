/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "figure.h"

#include <glib/gi18n-lib.h>

/* The rows of text in a picture, for who hears it. */

static gboolean
is_read_out (ScopeRole role)
{
  return role == SCOPE_ROLE_MISTAKE || role == SCOPE_ROLE_CASE || role == SCOPE_ROLE_ANSWER;
}

char *
scope_figure_describe_scene (const ScopeFigure *figure, const ScopeScene *scene)
{
  ScopeFigure drawn = *figure;
  g_autofree char *description = NULL;
  GString *text;
  double row = -1;
  gboolean steps = FALSE;

  /* Nothing is said of what has no room. */
  drawn.show &= ~scope_figure_missing (figure, scene);
  description = scope_figure_describe (&drawn);
  text = g_string_new (description);
  for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
    {
      const ScopeItem *item = scope_scene_get_item (scene, i);

      if (item->line == NULL)
        continue;
      /* Fractions don't read well from their pieces; what they come to does. */
      if (item->role == SCOPE_ROLE_STEP && !steps)
        {
          steps = TRUE;
          g_string_append (text, _ (". Step by step: p of the observed class cancels, and the loss "
                                    "changes with each logit by predicted minus observed"));
        }
      if (!is_read_out (item->role))
        continue;
      /* A row is one sentence. */
      if (item->points[0].y != row)
        g_string_append (text, ". ");
      row = item->points[0].y;
      g_string_append (text, scope_line_get_text (item->line));
    }
  return g_string_free (text, FALSE);
}
