/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

/* Everything is shaped at one size and scaled when it is drawn: nothing is hinted, so glyphs scale
 * exactly, and Pango looks each face up once instead of once per size, in a thread each. */
#define SCOPE_SHAPED_SIZE 64.0

/* A piece of shaped text of one face: what lines are made of and what the cache keeps. Lengths are
 * at SCOPE_SHAPED_SIZE. */
typedef struct
{
  PangoLayout *layout; /* Owned */
  double width;
  double ascent;
  double descent;
  grefcount references;
} ScopeShaped;

/* Measures a layout of one line of text, which it takes over; the caller owns a reference. */
ScopeShaped *scope_shaped_new (PangoLayout *layout);
ScopeShaped *scope_shaped_ref (ScopeShaped *shaped);
void scope_shaped_unref (ScopeShaped *shaped);
