/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "replay.h"

#include "common.h"

/* What a painter is told of a scene, as a line of text. */

static const ScopeRole ground = { "ground", SCOPE_TRAIT_GROUND | SCOPE_TRAIT_STILL, NULL, 0 };
static const ScopeRole still = { "still", SCOPE_TRAIT_STILL, NULL, 0 };
static const ScopeRole moving = { "moving", 0, NULL, 0 };

static void
begin_clip (gpointer target, int clip, const ScopeRect *rect)
{
  g_string_append_printf (target, "[%d@%g ", clip, rect->x);
}

static void
end_clip (gpointer target)
{
  g_string_append (target, "] ");
}

static void
append_colour (GString *out, char name, const ScopeColour *colour)
{
  if (colour != NULL)
    g_string_append_printf (out, " %c%g", name, colour->red);
}

static void
tell (GString *out, const char *shape, const ScopeItem *item, const ScopeLook *look)
{
  g_string_append_printf (out, "%s %s", item->role->name, shape);
  append_colour (out, 'f', look->fill);
  append_colour (out, 's', look->stroke);
  for (int i = 0; i < look->n_dashes; i++)
    g_string_append_printf (out, " %g", look->dashes[i]);
  g_string_append (out, "; ");
}

#define TELL(shape)                                                                                          \
  static void tell_##shape (gpointer target, const ScopeItem *item, const ScopeLook *look)                   \
  {                                                                                                          \
    tell (target, #shape, item, look);                                                                       \
  }

TELL (polyline)
TELL (polygon)
TELL (rect)
TELL (circle)
TELL (line)

static void
assert_told (const ScopeScene *scene, ScopeReplay what, const char *expected)
{
  static const ScopePainter painter
    = { begin_clip, end_clip, { tell_polyline, tell_polygon, tell_rect, tell_circle, tell_line } };
  g_autoptr (GString) told = g_string_new (NULL);

  scope_replay_scene (scene, what, &painter, told);
  g_assert_cmpstr (told->str, ==, expected);
}

static void
add (ScopeScene *scene, const ScopeRole *role, ScopeShape shape, ScopeInk fill, int clip)
{
  static const ScopePoint points[2] = { { 0, 0 }, { 9, 9 } };

  scope_scene_add (
    scene, &(ScopeItem) {
             .role = role, .shape = shape, .fill = fill, .clip = clip, .points = points, .n_points = 2 });
}

/* Items in their order, each by the function of its shape; clips begin and end where they change, for what is told
 * alone. */
static void
test_order (void)
{
  g_autoptr (ScopeScene) scene = scope_scene_new (10, 10, SCOPE_THEME_PRINT);
  int left = scope_scene_add_clip (scene, &(ScopeRect) { 1, 0, 4, 9 });
  int right = scope_scene_add_clip (scene, &(ScopeRect) { 5, 0, 4, 9 });

  add (scene, &ground, SCOPE_SHAPE_RECT, SCOPE_INK_GROUND, -1);
  add (scene, &still, SCOPE_SHAPE_POLYLINE, SCOPE_INK_NONE, left);
  add (scene, &moving, SCOPE_SHAPE_POLYGON, SCOPE_INK_NONE, left);
  add (scene, &moving, SCOPE_SHAPE_CIRCLE, SCOPE_INK_NONE, right);
  add (scene, &still, SCOPE_SHAPE_LINE, SCOPE_INK_NONE, -1);
  add (scene, &still, SCOPE_SHAPE_RECT, SCOPE_INK_NONE, right);
  assert_told (scene, SCOPE_REPLAY_ALL,
               "ground rect f1; [0@1 still polyline; moving polygon; ] [1@5 moving circle; ] still line; "
               "[1@5 still rect; ] ");
  assert_told (
    scene, SCOPE_REPLAY_NO_GROUND,
    "[0@1 still polyline; moving polygon; ] [1@5 moving circle; ] still line; [1@5 still rect; ] ");
  assert_told (scene, SCOPE_REPLAY_STILL,
               "ground rect f1; [0@1 still polyline; ] still line; [1@5 still rect; ] ");
  assert_told (scene, SCOPE_REPLAY_MOVING, "[0@1 moving polygon; ] [1@5 moving circle; ] ");
}

/* Inks are colours of the theme, 0 and 1 in print; dashes grow with the stroke. */
static void
test_looks (void)
{
  g_autoptr (ScopeScene) scene = scope_scene_new (10, 10, SCOPE_THEME_PRINT), empty = NULL;
  const ScopePoint points[2] = { { 0, 0 }, { 9, 9 } };
  ScopeItem item = {
    .role = &moving, .stroke = SCOPE_INK_TEXT, .width_px = 2, .clip = -1, .points = points, .n_points = 2
  };

  for (ScopeDash dash = SCOPE_DASH_SOLID; dash <= SCOPE_DASH_LONG; dash++)
    {
      item.dash = dash;
      scope_scene_add (scene, &item);
    }
  item.dash = SCOPE_DASH_SOLID;
  item.fill = SCOPE_INK_GROUND;
  scope_scene_add (scene, &item);
  assert_told (scene, SCOPE_REPLAY_ALL,
               "moving polyline s0; moving polyline s0 9 6; moving polyline s0 2.2 3.4; "
               "moving polyline s0 4 6; moving polyline s0 18 7; moving polyline f1 s0; ");
  empty = scope_scene_new (10, 10, SCOPE_THEME_LIGHT);
  assert_told (empty, SCOPE_REPLAY_ALL, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/replay/order", test_order);
  g_test_add_func ("/replay/looks", test_looks);
  return g_test_run ();
}
