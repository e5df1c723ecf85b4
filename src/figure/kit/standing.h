/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "canvas.h"
#include "area.h"

/* Labels at a place that the curves, and what else stands still while b₃ moves, decide alone: they stay there,
 * and are left out where b₃'s own marks come across. Each takes its room before those marks are there, and is
 * drawn once all of them are. Loss and gradient themselves stand in the row of their panel's title
 * (ScopeTitleRow), where no curve is that they would jump over; what they take of it does not follow from the
 * digits. */
typedef struct
{
  const ScopeRole *role;
  int index;
  ScopePanel panel;
  ScopeInk ink;
  ScopeLine *line; /* Owned */
  ScopeRect box;
  ScopePoint at;   /* what it names */
  gboolean edge;   /* it stands at the panel's edge, its leader straight up or down */
  gboolean beside; /* it stands beside what it names, and needs no leader */
  guint taken;     /* index of the room that it takes in the canvas's labels */
} ScopeStanding;

void scope_standing_init (ScopeCanvas *canvas);
void scope_standing_clear (ScopeCanvas *canvas);
/* The label is copied and its line taken over; the room that it takes is the last one that was taken. */
void scope_standing_place (ScopeCanvas *canvas, const ScopeStanding *label);
/* Finds it a box beside what it names, or with a leader that reaches it, and lets it stand there; takes the
 * line over. FALSE where there is no room. */
gboolean scope_standing_place_beside (ScopeCanvas *canvas, const ScopePanelArea *panel, ScopeStanding *label,
                                      double distance, ScopeSide side, gboolean near_only);
/* The uppermost one of a panel below y whose columns, with a gap, hold x; NULL for none. */
const ScopeStanding *scope_standing_below (const ScopeCanvas *canvas, ScopePanel panel, double x, double y,
                                           double gap);
void scope_standing_draw (ScopeCanvas *canvas);
