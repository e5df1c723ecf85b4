/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "area.h"
#include "canvas.h"

/* Room for a label's box, whose size is given, beside what it names, inside its panel, or where a leader reaches
 * that; takes it. FALSE where there is none. */
gboolean scope_place_box (ScopeCanvas *canvas, const ScopePanelArea *panel, const ScopePoint *at,
                          double distance, ScopeSide side, gboolean near_only, ScopeRect *box);
/* The line from a label's box to what it names, where it is not near enough without one; FALSE where that
 * would cross something. */
gboolean scope_place_draw_leader (ScopeCanvas *canvas, const ScopeRect *box, const ScopePoint *at);
/* A value that has its place in the row of a panel's title, whatever the curves do: nothing moves it but the
 * point that it stands over. */
typedef struct
{
  const ScopeRole *role;
  ScopeInk ink;
  const char *format, *number; /* Borrowed; markup with one %s for the number */
  const char *brief;           /* Borrowed; the number in a row that is too short for all; NULL: the same */
  double size;                 /* of its text, in em */
  double room;                 /* what it usually takes, in its size: its text must not change the row's */
  double over;                 /* where it stands if it can, x in pixels; NAN: at the end of the row */
} ScopeTitleValue;

/* The least important last, smaller where the row is too short; how many of them have a place. */
guint scope_place_in_title (ScopeCanvas *canvas, const ScopePanelArea *panel, const ScopeTitleValue *values,
                            guint n);
/* What they usually take, in em. */
double scope_place_title_room (const ScopeTitleValue *values, guint n);
