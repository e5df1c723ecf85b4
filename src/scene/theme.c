/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "theme.h"

#include <math.h>

#define PART(hex, shift) ((0xff & (hex) >> (shift)) / 255.0)
#define RGB(hex) PART (hex, 16), PART (hex, 8), PART (hex, 0)

/* Chosen so that every pair of the five quantities is told apart by ΔE (CIE 2000) ≥ 15, with and
 * without colour blindness; tests/test-theme.c holds them to it. */
static const ScopePalette palettes[SCOPE_N_THEMES] = {
  [SCOPE_THEME_LIGHT] = { {
    [SCOPE_INK_GROUND] = { RGB (0xffffff) },
    [SCOPE_INK_PLOT_GROUND] = { RGB (0xffffff) },
    [SCOPE_INK_TEXT] = { RGB (0x1d1d20) },
    [SCOPE_INK_TEXT_DIM] = { RGB (0x5c5c62) },
    [SCOPE_INK_GRID] = { RGB (0xe4e4e8) },
    [SCOPE_INK_AXIS] = { RGB (0x77777d) },
    [SCOPE_INK_NEUTRAL] = { RGB (0x7c7c83) },
    [SCOPE_INK_LOSS] = { RGB (0x00357a) },
    [SCOPE_INK_GRADIENT] = { RGB (0xc84700) },
    [SCOPE_INK_DL_DP] = { RGB (0x9c50be) },
    [SCOPE_INK_DP_DZ] = { RGB (0x008566) },
    [SCOPE_INK_DZ_DB] = { RGB (0x573b24) },
    [SCOPE_INK_CLASS_1] = { RGB (0x44444a) },
    [SCOPE_INK_CLASS_2] = { RGB (0x5c5c63) },
    [SCOPE_INK_CLASS_3] = { RGB (0x73737a) },
    [SCOPE_INK_ON_CLASS] = { RGB (0xffffff) },
    [SCOPE_INK_BAND] = { RGB (0xe9e9ed) },
    [SCOPE_INK_BAND_INNER] = { RGB (0xdadae0) },
  } },
  [SCOPE_THEME_DARK] = { {
    [SCOPE_INK_GROUND] = { RGB (0x1f1f21) },
    [SCOPE_INK_PLOT_GROUND] = { RGB (0x19191b) },
    [SCOPE_INK_TEXT] = { RGB (0xf2f2f4) },
    [SCOPE_INK_TEXT_DIM] = { RGB (0xb4b4ba) },
    [SCOPE_INK_GRID] = { RGB (0x323236) },
    [SCOPE_INK_AXIS] = { RGB (0x8c8c93) },
    [SCOPE_INK_NEUTRAL] = { RGB (0x92929a) },
    [SCOPE_INK_LOSS] = { RGB (0xb6c8ff) },
    [SCOPE_INK_GRADIENT] = { RGB (0xfb6b3f) },
    [SCOPE_INK_DL_DP] = { RGB (0xb36fe0) },
    [SCOPE_INK_DP_DZ] = { RGB (0x2db993) },
    [SCOPE_INK_DZ_DB] = { RGB (0xffe08a) },
    [SCOPE_INK_CLASS_1] = { RGB (0xc6c6cc) },
    [SCOPE_INK_CLASS_2] = { RGB (0xaaaab1) },
    [SCOPE_INK_CLASS_3] = { RGB (0x929299) },
    [SCOPE_INK_ON_CLASS] = { RGB (0x151517) },
    [SCOPE_INK_BAND] = { RGB (0x2f2f33) },
    [SCOPE_INK_BAND_INNER] = { RGB (0x3d3d42) },
  } },
  [SCOPE_THEME_HIGH_CONTRAST] = { {
    [SCOPE_INK_GROUND] = { RGB (0x000000) },
    [SCOPE_INK_PLOT_GROUND] = { RGB (0x000000) },
    [SCOPE_INK_TEXT] = { RGB (0xffffff) },
    [SCOPE_INK_TEXT_DIM] = { RGB (0xe6e6ea) },
    [SCOPE_INK_GRID] = { RGB (0x4a4a4e) },
    [SCOPE_INK_AXIS] = { RGB (0xffffff) },
    [SCOPE_INK_NEUTRAL] = { RGB (0xb4b4ba) },
    [SCOPE_INK_LOSS] = { RGB (0xd7f9ff) },
    [SCOPE_INK_GRADIENT] = { RGB (0xd5850c) },
    [SCOPE_INK_DL_DP] = { RGB (0xaa84ef) },
    [SCOPE_INK_DP_DZ] = { RGB (0x00b699) },
    [SCOPE_INK_DZ_DB] = { RGB (0xffff00) },
    [SCOPE_INK_CLASS_1] = { RGB (0xffffff) },
    [SCOPE_INK_CLASS_2] = { RGB (0xd0d0d4) },
    [SCOPE_INK_CLASS_3] = { RGB (0xa8a8ae) },
    [SCOPE_INK_ON_CLASS] = { RGB (0x000000) },
    [SCOPE_INK_BAND] = { RGB (0x232325) },
    [SCOPE_INK_BAND_INNER] = { RGB (0x404044) },
  } },
  [SCOPE_THEME_HIGH_CONTRAST_LIGHT] = { {
    [SCOPE_INK_GROUND] = { RGB (0xffffff) },
    [SCOPE_INK_PLOT_GROUND] = { RGB (0xffffff) },
    [SCOPE_INK_TEXT] = { RGB (0x000000) },
    [SCOPE_INK_TEXT_DIM] = { RGB (0x1f1f22) },
    [SCOPE_INK_GRID] = { RGB (0xb4b4ba) },
    [SCOPE_INK_AXIS] = { RGB (0x000000) },
    [SCOPE_INK_NEUTRAL] = { RGB (0x505056) },
    [SCOPE_INK_LOSS] = { RGB (0x1a1f76) },
    [SCOPE_INK_GRADIENT] = { RGB (0x943c05) },
    [SCOPE_INK_DL_DP] = { RGB (0x7500ec) },
    [SCOPE_INK_DP_DZ] = { RGB (0x006258) },
    [SCOPE_INK_DZ_DB] = { RGB (0x341d12) },
    [SCOPE_INK_CLASS_1] = { RGB (0x000000) },
    [SCOPE_INK_CLASS_2] = { RGB (0x303034) },
    [SCOPE_INK_CLASS_3] = { RGB (0x58585e) },
    [SCOPE_INK_ON_CLASS] = { RGB (0xffffff) },
    [SCOPE_INK_BAND] = { RGB (0xdedee2) },
    [SCOPE_INK_BAND_INNER] = { RGB (0xc6c6cc) },
  } },
  /* Black on white alone: dash, label and outline tell things apart. */
  [SCOPE_THEME_PRINT] = { {
    [SCOPE_INK_GROUND] = { RGB (0xffffff) },
    [SCOPE_INK_PLOT_GROUND] = { RGB (0xffffff) },
    [SCOPE_INK_CLASS_1] = { RGB (0xffffff) },
    [SCOPE_INK_CLASS_2] = { RGB (0xffffff) },
    [SCOPE_INK_CLASS_3] = { RGB (0xffffff) },
    [SCOPE_INK_BAND] = { RGB (0xffffff) },
    [SCOPE_INK_BAND_INNER] = { RGB (0xffffff) },
  } },
};

static const char *const names[SCOPE_N_THEMES] = {
  "light", "dark", "high-contrast", "high-contrast-light", "print",
};

const ScopePalette *
scope_theme_palette (ScopeTheme theme)
{
  return &palettes[theme];
}

const char *
scope_theme_name (ScopeTheme theme)
{
  return names[theme];
}

gboolean
scope_theme_from_name (const char *name, ScopeTheme *theme)
{
  for (int i = 0; i < SCOPE_N_THEMES; i++)
    if (g_strcmp0 (name, names[i]) == 0)
      {
        *theme = (ScopeTheme) i;
        return TRUE;
      }
  return FALSE;
}

ScopeTheme
scope_theme_for_screen (gboolean dark, gboolean strong)
{
  static const ScopeTheme themes[2][2] = {
    { SCOPE_THEME_LIGHT, SCOPE_THEME_HIGH_CONTRAST_LIGHT },
    { SCOPE_THEME_DARK, SCOPE_THEME_HIGH_CONTRAST },
  };

  return themes[dark != FALSE][strong != FALSE];
}

static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

double
scope_theme_luminance (const ScopeColour *colour)
{
  return 0.2126 * linear (colour->red) + 0.7152 * linear (colour->green) + 0.0722 * linear (colour->blue);
}

double
scope_theme_contrast (const ScopeColour *one, const ScopeColour *other)
{
  double first = scope_theme_luminance (one), second = scope_theme_luminance (other);

  return (fmax (first, second) + 0.05) / (fmin (first, second) + 0.05);
}
