/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "title.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "markup.h"
#include "panel-kinds.h"
#include "place.h"

/* The row over a panel: what it shows, and the values at b₃. */

#define LEAST_OF_VALUES 0.75 /* of their usual size, before a title becomes shorter than its name */
#define N_TITLES 5
#define LEAST_OF_TITLE 0.43 /* of the row, whatever the values need */
#define LABEL_SIZE 1.1
/* What values usually take in their panel's row, in their own size. */
#define SLOPE_ROOM 9.5
#define ESTIMATE_ROOM 7.0  /* "yours −0.6" */
#define COMPARED_ROOM 14.0 /* "yours −0.6: off by 0.2491" */
#define MOST_VALUES 3

/* What the values are that a panel's title has behind it, over the point at x. */
static guint
find_values (const ScopeSubject *subject, ScopePanel panel, double x, ScopeTitleValue values[MOST_VALUES])
{
  const ScopePanelKind *kind = &scope_panel_kinds[panel];
  gboolean asks = scope_subject_asks_slope (subject), many = subject->figure->many != NULL;
  guint n = 0;

  if (!(subject->figure->show & SCOPE_SHOW_POINT) || kind->value == NULL)
    return 0;
  values[n++] = (ScopeTitleValue) { .role = &scope_role_point_label,
                                    .ink = kind->ink,
                                    .format = kind->value,
                                    .number = kind->get_text (subject),
                                    .size = many ? kind->value_size_many : kind->value_size,
                                    .room = kind->value_room,
                                    .over = x };
  if (panel != SCOPE_PANEL_LOSS)
    return n;
  /* At the end of the row, as in the linked plots. */
  if ((subject->figure->show & SCOPE_SHOW_TANGENT) && !asks)
    values[n++] = (ScopeTitleValue) { .role = &scope_role_slope_label,
                                      .ink = SCOPE_INK_GRADIENT,
                                      .format = _ ("slope !%s!"),
                                      .number = subject->dl_db_text,
                                      .size = LABEL_SIZE,
                                      .room = SLOPE_ROOM,
                                      .over = NAN };
  if (subject->figure->show & SCOPE_SHOW_ESTIMATE)
    values[n++] = (ScopeTitleValue) { .role = &scope_role_estimate_label,
                                      .ink = SCOPE_INK_TEXT,
                                      .format = "%s",
                                      .number = subject->estimate_text,
                                      .brief = subject->estimate_brief,
                                      .size = LABEL_SIZE,
                                      .room = asks ? ESTIMATE_ROOM : COMPARED_ROOM,
                                      .over = NAN };
  return n;
}

/* "!Loss!" of "!Loss!  *L*(*b*_3) = …"; NULL where a title has no name. */
static char *
new_name (const char *title)
{
  const char *end = strchr (title + 1, '!');

  return end != NULL ? g_strndup (title, (gsize) (end + 1 - title)) : NULL;
}

/* What a panel may be called, in ever fewer words; at last by its symbol. The strings are the caller's. */
static void
find_titles (const ScopeSubject *subject, ScopePanel panel, char *titles[N_TITLES])
{
  const ScopeMany *many = scope_panel_kinds_is_sum (subject->figure, panel) ? subject->figure->many : NULL;
  const ScopePanelKind *kind = &scope_panel_kinds[panel];
  g_autofree char *subscript = scope_subject_subscript (subject, subject->figure->parameters.observed);
  g_autoptr (GString) own = g_string_new (_ (kind->title));
  guint n = 0;

  g_string_replace (own, "%s", subscript, 1);
  titles[n++] = many != NULL ? kind->write_sum_title (many) : g_strdup (own->str);
  titles[n] = new_name (titles[0]);
  n += titles[n] != NULL;
  if (many != NULL && kind->total != NULL)
    titles[n++] = g_strdup (many->mean ? _ (kind->mean) : _ (kind->total));
  titles[n] = many != NULL ? new_name (own->str) : NULL;
  n += titles[n] != NULL;
  for (; n < N_TITLES - 1; n++)
    titles[n] = g_strdup (titles[n - 1]);
  titles[n] = g_strdup (kind->symbol);
}

/* As much as the values leave of the row, and never much less than half of it: they would be of nothing. */
static double
title_room (const ScopePanelArea *panel, double values)
{
  double width = panel->rect.width;

  return fmax (width - values * LEAST_OF_VALUES, LEAST_OF_TITLE * width);
}

/* The values have their place behind the title, which says less where the row is too short for both, and
 * where its symbol would stand there twice; NULL where that is all there is room for. */
static ScopeLine *
title_line (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePanelArea *panel, double values)
{
  gboolean twice = scope_panel_kinds[panel->kind].is_called_so && values > 0;
  ScopeLine *line = NULL;
  char *titles[N_TITLES];

  find_titles (subject, panel->kind, titles);
  for (guint i = twice; i < N_TITLES; i++)
    {
      double room = i == 0 ? panel->rect.width - values : title_room (panel, values);
      ScopeLineSize size;

      g_clear_pointer (&line, scope_line_unref);
      if (i == N_TITLES - 1 && values > 0)
        break;
      line = scope_markup_new_line (canvas->fonts, canvas->em * SCOPE_TITLE_SIZE, SCOPE_FACE_TEXT, titles[i]);
      scope_line_get_size (line, &size);
      if (size.width_px <= room)
        break;
    }
  for (guint i = 0; i < N_TITLES; i++)
    g_free (titles[i]);
  return line;
}

void
scope_title_draw (const ScopeMarks *marks, const ScopePanelArea *panel)
{
  ScopeCanvas *canvas = marks->canvas;
  const ScopeSubject *subject = marks->subject;
  ScopeTitleValue room[MOST_VALUES];
  double values = scope_place_title_room (room, find_values (subject, panel->kind, 0, room)) * canvas->em;
  ScopeLine *line = title_line (canvas, subject, panel, values);
  ScopeLineSize size = { 0 };

  if (line != NULL)
    {
      scope_line_get_size (line, &size);
      scope_canvas_draw_line (canvas, &scope_role_panel_title, (int) panel->kind,
                              scope_panel_kinds[panel->kind].ink, line, panel->rect.x,
                              panel->rect.y - 0.6 * canvas->em);
    }
  canvas->titles[panel->kind]
    = (ScopeTitleRow) { panel->rect.x + size.width_px, panel->rect.x + panel->rect.width, values };
}

void
scope_title_draw_values (const ScopeMarks *marks, const ScopePanelArea *panel)
{
  ScopeTitleValue values[MOST_VALUES];
  guint n = find_values (marks->subject, panel->kind, marks->at[panel->kind].x, values);

  if (n > 0)
    scope_place_in_title (marks->canvas, panel, values, n);
}
