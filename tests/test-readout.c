/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the crosshair reads, and where its box stands. */

#include "figure-pointer.h"
#include "hidden.h"
#include "readout.h"

#include "common.h"
#include "number.h"
#include "scenes.h"
#include "roles.h"

static ScopeFonts *fonts;
static const ScopeRect rect = { 100, 50, 1000, 200 };

static void
expect (const ScopeFigure *figure, ScopePanel panel, double part, const char *expected)
{
  g_autofree char *text = scope_readout_text (figure, panel, &rect, rect.x + part * rect.width);

  g_assert_cmpstr (text, ==, expected);
}

/* Each panel is read in its own axes: over p it is p and −ln p, not b₃. */
static void
test_axes (void)
{
  ScopeFigure figure;

  scope_figure_init (&figure);
  expect (&figure, SCOPE_PANEL_LOSS, 0.4, "*b*_3 = −2    *L* = 1.891    *∂L*/*∂b*_3 = −0.8491");
  expect (&figure, SCOPE_PANEL_GRADIENT, 0.4, "*b*_3 = −2    *L* = 1.891    *∂L*/*∂b*_3 = −0.8491");
  expect (&figure, SCOPE_PANEL_LINK_LOGIT, 0.4, "*b*_3 = −2    *z*_1 = −0.9632");
  /* From −8.9632 to 11.0368 lies z₁; at 0.4 of the way it is where b₃ = −2 takes it. */
  expect (&figure, SCOPE_PANEL_LINK_PROBABILITY, 0.4, "*z*_1 = −0.9632    *p*_1 = 0.1509");
  expect (&figure, SCOPE_PANEL_LINK_LOSS, 0.5, "*p*_1 = 0.5    *L* = 0.6931");
  /* Beyond what a probability can be there is nothing to read. */
  expect (&figure, SCOPE_PANEL_LINK_LOSS, 0, "*p*_1 = 0    *L* = ∞");
  expect (&figure, SCOPE_PANEL_LINK_LOSS, 1, "*p*_1 = 1    *L* = 0");
}

/* Of many flowers it is the sum there, not the one at b₃ that is known already. */
static void
test_many (void)
{
  const ScopeBatchRow rows[] = { { { 1, 0, 0 }, 0 }, { { 0, 0.5, 0 }, 1 }, { { 0, 0, 0.25 }, 2 } };
  const ScopeBatch batch = { rows, 3, { 1, 0, 0 }, FALSE };
  ScopeMany many = { .rows = rows, .n = 3 };
  ScopeBatchOutcome here, there;
  g_autofree char *text = NULL, *loss = NULL, *gradient = NULL;
  ScopeFigure figure;

  scope_figure_init (&figure);
  figure.many = &many;
  many.sum = &here;
  scope_batch_evaluate (&batch, figure.parameters.b, &here);
  scope_batch_evaluate (&batch, scope_figure_bias_at (&figure, SCOPE_PANEL_LOSS, &rect, 900), &there);
  loss = scope_number_format (there.loss, 4, '.');
  gradient = scope_number_format (there.dl_db, 4, '.');
  text = scope_readout_text (&figure, SCOPE_PANEL_LOSS, &rect, 900);
  g_assert_cmpfloat (fabs (here.loss - there.loss), >, 0.1);
  if (strstr (text, loss) == NULL || strstr (text, gradient) == NULL)
    g_error ("“%s” does not say %s and %s", text, loss, gradient);
}

static void
test_hidden (void)
{
  ScopeFigure figure;

  scope_figure_init (&figure);
  figure.hide = SCOPE_QUANTITY_ALL;
  expect (&figure, SCOPE_PANEL_LOSS, 0.4, "*b*_3 = −2    *L* = ?    *∂L*/*∂b*_3 = ?");
  expect (&figure, SCOPE_PANEL_LINK_LOGIT, 0.4, "*b*_3 = −2    *z*_1 = ?");
  expect (&figure, SCOPE_PANEL_LINK_PROBABILITY, 0.4, "*z*_1 = −0.9632    *p*_1 = ?");
  expect (&figure, SCOPE_PANEL_LINK_LOSS, 0.5, "*p*_1 = ?    *L* = ?");
}

/* Wherever the pointer is, its box covers no text and no point, and near by there mostly is a place. */
static void
test_place (void)
{
  ScopeFigure figure;
  g_autoptr (ScopeScene) scene = NULL;
  guint found = 0, asked = 0;

  scope_figure_init (&figure);
  figure.width_px = 1280;
  figure.height_px = 720;
  scene = test_build (fonts, &figure);
  for (double y = 1; y < figure.height_px; y += 17)
    for (double x = 1; x < figure.width_px; x += 17)
      {
        ScopeRect box = { 0, 0, 270, 30 };

        if (scope_scene_hit (scene, x, y, NULL, NULL) != SCOPE_ZONE_PANEL)
          continue;
        asked++;
        if (!scope_readout_place (scene, x, y, &box))
          continue;
        found++;
        g_assert_true (box.x >= 0 && box.y >= 0 && box.x + box.width <= figure.width_px
                       && box.y + box.height <= figure.height_px);
        for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
          {
            const ScopeItem *item = scope_scene_get_item (scene, i);
            ScopeRect taken;

            scope_scene_get_bounds (scene, item, &taken);
            if (item->line != NULL || item->role == &scope_role_point)
              g_assert_false (test_rects_overlap (&box, &taken));
          }
      }
  g_assert_cmpuint (asked, >, 500);
  g_assert_cmpuint (found, >, asked * 6 / 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fonts = test_fonts ();
  g_test_add_func ("/readout/axes", test_axes);
  g_test_add_func ("/readout/many", test_many);
  g_test_add_func ("/readout/hidden", test_hidden);
  g_test_add_func ("/readout/place", test_place);
  return test_run (fonts);
}
