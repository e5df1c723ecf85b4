/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>
#include <math.h>

#include "theme.h"

/* The colour rules: CIEDE2000 (Sharma, Wu, Dalal 2005) and the simulation of colour blindness of
 * Machado, Oliveira, Fernandes 2009 at full severity. */

static const double visions[][3][3] = {
  { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
  { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 } },
  { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 } },
  { { 1.255528, -0.076749, -0.178779 }, { -0.078411, 0.930809, 0.147602 }, { 0.004733, 0.691367, 0.303900 } },
};

typedef struct
{
  double L, a, b;
} Lab;

static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
lab_curve (double t)
{
  return t > 216.0 / 24389 ? cbrt (t) : (24389.0 / 27 * t + 16) / 116;
}

static Lab
to_lab (const ScopeColour *colour, const double vision[3][3])
{
  const double in[3] = { linear (colour->red), linear (colour->green), linear (colour->blue) };
  double rgb[3], x, y, z;

  for (int i = 0; i < 3; i++)
    rgb[i] = CLAMP (vision[i][0] * in[0] + vision[i][1] * in[1] + vision[i][2] * in[2], 0, 1);
  x = lab_curve ((0.4124564 * rgb[0] + 0.3575761 * rgb[1] + 0.1804375 * rgb[2]) / 0.95047);
  y = lab_curve (0.2126729 * rgb[0] + 0.7151522 * rgb[1] + 0.0721750 * rgb[2]);
  z = lab_curve ((0.0193339 * rgb[0] + 0.1191920 * rgb[1] + 0.9503041 * rgb[2]) / 1.08883);
  return (Lab) { 116 * y - 16, 500 * (x - y), 200 * (y - z) };
}

static double
degrees (double y, double x)
{
  double angle = y == 0 && x == 0 ? 0 : atan2 (y, x) * 180 / G_PI;

  return angle < 0 ? angle + 360 : angle;
}

static double
cosine (double angle)
{
  return cos (angle * G_PI / 180);
}

static double
ciede2000 (const Lab *one, const Lab *two)
{
  double mean_c = (hypot (one->a, one->b) + hypot (two->a, two->b)) / 2;
  double g = 1 + 0.5 * (1 - sqrt (pow (mean_c, 7) / (pow (mean_c, 7) + pow (25, 7))));
  double c1 = hypot (g * one->a, one->b), c2 = hypot (g * two->a, two->b);
  double h1 = degrees (one->b, g * one->a), h2 = degrees (two->b, g * two->a);
  double dh = c1 * c2 == 0 ? 0 : remainder (h2 - h1, 360), h = (h1 + h2) / 2;
  double dl = two->L - one->L, dc = c2 - c1;
  double dH = 2 * sqrt (c1 * c2) * sin (dh / 2 * G_PI / 180);
  double l = (one->L + two->L) / 2, c = (c1 + c2) / 2, t, sl, sc, sh, rt;

  if (c1 * c2 == 0)
    h = h1 + h2;
  else if (fabs (h1 - h2) > 180)
    h += h1 + h2 < 360 ? 180 : -180;
  t = 1 - 0.17 * cosine (h - 30) + 0.24 * cosine (2 * h) + 0.32 * cosine (3 * h + 6)
      - 0.20 * cosine (4 * h - 63);
  sl = 1 + 0.015 * pow (l - 50, 2) / sqrt (20 + pow (l - 50, 2));
  sc = 1 + 0.045 * c;
  sh = 1 + 0.015 * c * t;
  rt = -2 * sqrt (pow (c, 7) / (pow (c, 7) + pow (25, 7)))
       * sin (60 * exp (-pow ((h - 275) / 25, 2)) * G_PI / 180);
  return sqrt (pow (dl / sl, 2) + pow (dc / sc, 2) + pow (dH / sh, 2) + rt * dc / sc * dH / sh);
}

/* From the table of Sharma, Wu and Dalal, so that the measure itself is measured. */
static void
test_ciede2000 (void)
{
  static const struct
  {
    Lab one, two;
    double difference;
  } rows[] = {
    { { 50, 2.6772, -79.7751 }, { 50, 0, -82.7485 }, 2.0425 },
    { { 50, 2.5, 0 }, { 73, 25, -18 }, 27.1492 },
    { { 60.2574, -34.0099, 36.2677 }, { 60.4626, -34.1751, 39.4387 }, 1.2644 },
    { { 2.0776, 0.0795, -1.1350 }, { 0.9033, -0.0636, -0.5514 }, 0.9082 },
    { { 50, -0.0010, 2.4900 }, { 50, 0.0010, -2.4900 }, 4.8045 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpfloat_with_epsilon (ciede2000 (&rows[i].one, &rows[i].two), rows[i].difference, 2e-4);
}

static void
test_quantities (void)
{
  for (int theme = 0; theme < SCOPE_THEME_PRINT; theme++)
    {
      const ScopePalette *palette = scope_theme_palette ((ScopeTheme) theme);
      double least = INFINITY;

      for (guint v = 0; v < G_N_ELEMENTS (visions); v++)
        for (int i = SCOPE_INK_LOSS; i <= SCOPE_INK_DZ_DB; i++)
          for (int j = i + 1; j <= SCOPE_INK_DZ_DB; j++)
            {
              Lab one = to_lab (&palette->ink[i], visions[v]);
              Lab two = to_lab (&palette->ink[j], visions[v]);

              least = fmin (least, ciede2000 (&one, &two));
            }
      g_test_message ("%s: least difference %.2f", scope_theme_name ((ScopeTheme) theme), least);
      g_assert_cmpfloat (least, >=, 15);
    }
}

/* What is left of the contrast where the hall's light leaves the projector 20:1. */
static double
projected (const ScopeColour *one, const ScopeColour *two)
{
  const double light = 1.0 / 19;
  double first = scope_theme_luminance (one) + light, second = scope_theme_luminance (two) + light;

  return fmax (first, second) / fmin (first, second);
}

static void
check_contrast (const ScopePalette *palette, ScopeInk ink, ScopeInk ground, double least)
{
  const ScopeColour *one = &palette->ink[ink], *two = &palette->ink[ground];

  g_assert_cmpfloat (scope_theme_contrast (one, two), >=, least);
  g_assert_cmpfloat (projected (one, two), >=, 2.5);
}

static void
test_contrast (void)
{
  static const ScopeInk grounds[] = { SCOPE_INK_GROUND, SCOPE_INK_PLOT_GROUND };

  for (int theme = 0; theme < SCOPE_N_THEMES; theme++)
    {
      const ScopePalette *palette = scope_theme_palette ((ScopeTheme) theme);

      for (guint g = 0; g < G_N_ELEMENTS (grounds); g++)
        {
          check_contrast (palette, SCOPE_INK_TEXT, grounds[g], 4.5);
          check_contrast (palette, SCOPE_INK_TEXT_DIM, grounds[g], 4.5);
          check_contrast (palette, SCOPE_INK_AXIS, grounds[g], 3);
          check_contrast (palette, SCOPE_INK_NEUTRAL, grounds[g], 3);
          /* The quantities' inks set text as well as curves. */
          for (int ink = SCOPE_INK_LOSS; ink <= SCOPE_INK_DZ_DB; ink++)
            check_contrast (palette, (ScopeInk) ink, grounds[g], 4.5);
        }
      for (int k = SCOPE_INK_CLASS_1; k <= SCOPE_INK_CLASS_3; k++)
        check_contrast (palette, SCOPE_INK_ON_CLASS, (ScopeInk) k, 4.5);
    }
}

/* High contrast is stronger than the rule asks; the grid is seen and stays behind. */
static void
test_strength (void)
{
  for (int dark = FALSE; dark <= TRUE; dark++)
    {
      const ScopePalette *high = scope_theme_palette (scope_theme_for_screen (dark, TRUE));

      for (int ink = SCOPE_INK_TEXT; ink <= SCOPE_INK_DZ_DB; ink++)
        if (ink != SCOPE_INK_GRID)
          check_contrast (high, (ScopeInk) ink, SCOPE_INK_PLOT_GROUND, 7);
    }

  for (int theme = 0; theme < SCOPE_THEME_PRINT; theme++)
    {
      const ScopePalette *palette = scope_theme_palette ((ScopeTheme) theme);
      double grid
        = scope_theme_contrast (&palette->ink[SCOPE_INK_GRID], &palette->ink[SCOPE_INK_PLOT_GROUND]);

      g_assert_cmpfloat (grid, >=, 1.2);
      g_assert_cmpfloat (grid, <=, 2.5);
    }
}

/* Bands are seen against the ground. On white, where text lies on lighter fills, by their edges: as
 * strong as a curve. */
static void
test_bands (void)
{
  for (int theme = 0; theme < SCOPE_THEME_PRINT; theme++)
    {
      const ScopePalette *palette = scope_theme_palette ((ScopeTheme) theme);
      const ScopeColour *ground = &palette->ink[SCOPE_INK_PLOT_GROUND];
      const ScopeColour *outer = &palette->ink[SCOPE_INK_BAND];
      const ScopeColour *inner = &palette->ink[SCOPE_INK_BAND_INNER];
      gboolean light = scope_theme_luminance (ground) > 0.5;

      g_assert_cmpfloat (scope_theme_contrast (outer, ground), >=, light ? 1.2 : 1.3);
      g_assert_cmpfloat (scope_theme_contrast (inner, ground), >=, light ? 1.35 : 1.6);
      g_assert_cmpfloat (scope_theme_contrast (&palette->ink[SCOPE_INK_TEXT_DIM], inner), >=, 4.5);
      for (int ink = SCOPE_INK_LOSS; ink <= SCOPE_INK_GRADIENT; ink++)
        g_assert_cmpfloat (scope_theme_contrast (&palette->ink[ink], inner), >=, 3);
      g_assert_cmpfloat (scope_theme_contrast (&palette->ink[SCOPE_INK_NEUTRAL], ground), >=, 3);
      /* The swatches' outlines. */
      g_assert_cmpfloat (
        scope_theme_contrast (&palette->ink[SCOPE_INK_AXIS], &palette->ink[SCOPE_INK_GROUND]), >=, 3);
    }
}

static void
test_print (void)
{
  const ScopePalette *palette = scope_theme_palette (SCOPE_THEME_PRINT);

  for (int ink = SCOPE_INK_GROUND; ink < SCOPE_N_INKS; ink++)
    {
      const ScopeColour *colour = &palette->ink[ink];

      g_assert_true (colour->red == 0 || colour->red == 1);
      g_assert_true (colour->green == colour->red && colour->blue == colour->red);
    }
}

static void
test_screens (void)
{
  for (int dark = FALSE; dark <= TRUE; dark++)
    for (int strong = FALSE; strong <= TRUE; strong++)
      {
        const ScopePalette *palette = scope_theme_palette (scope_theme_for_screen (dark, strong));
        const ScopeColour *ground = &palette->ink[SCOPE_INK_GROUND];

        g_assert_cmpint (scope_theme_luminance (ground) < 0.5, ==, dark);
        g_assert_cmpint (scope_theme_contrast (ground, &palette->ink[SCOPE_INK_TEXT]) >= 20, ==, strong);
      }
}

static void
test_names (void)
{
  ScopeTheme theme = SCOPE_THEME_LIGHT;

  g_assert_true (scope_theme_from_name ("high-contrast", &theme));
  g_assert_cmpint (theme, ==, SCOPE_THEME_HIGH_CONTRAST);
  for (int i = 0; i < SCOPE_N_THEMES; i++)
    {
      g_assert_true (scope_theme_from_name (scope_theme_name ((ScopeTheme) i), &theme));
      g_assert_cmpint (theme, ==, i);
    }
  g_assert_false (scope_theme_from_name ("Dark", &theme));
  g_assert_cmpstr (scope_theme_name (SCOPE_THEME_PRINT), ==, "print");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/theme/ciede2000", test_ciede2000);
  g_test_add_func ("/theme/quantities", test_quantities);
  g_test_add_func ("/theme/contrast", test_contrast);
  g_test_add_func ("/theme/strength", test_strength);
  g_test_add_func ("/theme/bands", test_bands);
  g_test_add_func ("/theme/print", test_print);
  g_test_add_func ("/theme/screens", test_screens);
  g_test_add_func ("/theme/names", test_names);
  return g_test_run ();
}
