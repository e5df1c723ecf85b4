/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

typedef enum
{
  SCOPE_THEME_LIGHT,
  SCOPE_THEME_DARK,
  SCOPE_THEME_HIGH_CONTRAST,       /* on black */
  SCOPE_THEME_HIGH_CONTRAST_LIGHT, /* on white */
  SCOPE_THEME_PRINT,               /* the last one: the others have colours */
} ScopeTheme;
#define SCOPE_N_THEMES 5

/* What a colour is for. Hue belongs to the quantities; everything else is neutral. */
typedef enum
{
  SCOPE_INK_NONE,
  SCOPE_INK_GROUND,      /* behind everything */
  SCOPE_INK_PLOT_GROUND, /* behind a panel's curves */
  SCOPE_INK_TEXT,
  SCOPE_INK_TEXT_DIM, /* secondary text, still ≥ 4.5:1 */
  SCOPE_INK_GRID,
  SCOPE_INK_AXIS,    /* frame, zero line, ticks */
  SCOPE_INK_NEUTRAL, /* the other cases' curves */
  SCOPE_INK_LOSS,
  SCOPE_INK_GRADIENT,
  SCOPE_INK_DL_DP,
  SCOPE_INK_DP_DZ,
  SCOPE_INK_DZ_DB,
  SCOPE_INK_CLASS_1, /* neutral fills of the probability bar */
  SCOPE_INK_CLASS_2,
  SCOPE_INK_CLASS_3,
  SCOPE_INK_ON_CLASS, /* text upon those fills */
  SCOPE_INK_BAND,     /* where the curves of all flowers lie, and the middle half of them */
  SCOPE_INK_BAND_INNER,
} ScopeInk;
#define SCOPE_N_INKS 19

typedef struct
{
  double red, green, blue; /* sRGB, 0 to 1 */
} ScopeColour;

typedef struct
{
  ScopeColour ink[SCOPE_N_INKS];
} ScopePalette;

const ScopePalette *scope_theme_palette (ScopeTheme theme);
/* "light", "dark", "high-contrast", "high-contrast-light", "print": the names of the command line and of the
 * settings. */
const char *scope_theme_name (ScopeTheme theme);
gboolean scope_theme_from_name (const char *name, ScopeTheme *theme);

/* What a screen has: light on dark or dark on light, and how strong. */
ScopeTheme scope_theme_for_screen (gboolean dark, gboolean strong);

/* WCAG 2 relative luminance, from 0, black, to 1, white. */
double scope_theme_luminance (const ScopeColour *colour);
/* WCAG 2 contrast of two colours, 1 to 21. */
double scope_theme_contrast (const ScopeColour *one, const ScopeColour *other);
