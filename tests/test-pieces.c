/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What parts tell of themselves: what is heard of them, and what they show. */

#include "blocks.h"
#include "common.h"
#include "describe.h"
#include "figure-values.h"
#include "hidden.h"
#include "many.h"
#include "part-table.h"
#include "roles.h"
#include "scenes.h"

static ScopeFonts *fonts;

static ScopeGhost ghosts[] = { { { { 0.3, 1.1, -0.6 }, { 1, 0, 0 }, 0, 1 }, "kept" } };

static void
fill (ScopeFigure *figure, unsigned show)
{
  scope_figure_init (figure);
  figure->show = show;
  figure->ghosts = ghosts;
  figure->n_ghosts = G_N_ELEMENTS (ghosts);
}

/* Of two that have the same turn only one would be heard. */
static void
test_turns (void)
{
  g_autoptr (GHashTable) turns = g_hash_table_new (NULL, NULL);
  const ScopePiece *piece;

  for (guint block = 0; block < SCOPE_N_BLOCKS; block++)
    for (guint i = 0; (piece = scope_blocks_get_piece (block, i)) != NULL; i++)
      {
        g_assert_cmpint (piece->say != NULL, ==, piece->turn > 0);
        g_assert_true (piece->say == NULL || g_hash_table_add (turns, GUINT_TO_POINTER (piece->turn)));
      }
  g_assert_cmpuint (g_hash_table_size (turns), >=, 12);
}

/* Each is heard with its part, and without it nothing of it is. */
static void
test_heard (void)
{
  g_autofree char *bare = NULL;
  const ScopePiece *piece;
  ScopeFigure figure;
  guint n = 0;

  fill (&figure, 0);
  bare = scope_describe_whole (&figure);
  for (guint block = 0; block < SCOPE_N_BLOCKS; block++)
    for (guint i = 0; (piece = scope_blocks_get_piece (block, i)) != NULL; i++)
      {
        g_autofree char *short_text = NULL, *whole = NULL;

        if (piece->say == NULL || (piece->when & SCOPE_SAY_ALWAYS))
          continue;
        fill (&figure, piece->part);
        short_text = scope_describe_figure (&figure);
        whole = scope_describe_whole (&figure);
        g_assert_cmpstr (whole, !=, bare);
        g_assert_cmpint (strlen (short_text) < strlen (whole), ==, TRUE);
        g_assert_true (g_str_has_prefix (whole, bare));
        n++;
      }
  g_assert_cmpuint (n, >=, 7);
}

/* --- What they show */

/* Where a panel's own labels have room, and how much they say there, is for all parts together. */
static gboolean
is_common (const ScopeItem *item)
{
  return item->role == &scope_role_tick_label || item->role == &scope_role_minimum_label;
}

static void
add_words (const ScopeScene *scene, int n, GHashTable *words)
{
  for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
    {
      const ScopeItem *item = scope_scene_get_item (scene, i);
      char *word;

      if (item->line == NULL || is_common (item))
        continue;
      word = g_strdup_printf ("%s %d %s", item->role->name, item->index, scope_line_get_text (item->line));
      g_hash_table_insert (words, word,
                           GINT_TO_POINTER (GPOINTER_TO_INT (g_hash_table_lookup (words, word)) + n));
    }
}

/* All of a scene that is a part's own: every word that is there with it and not without, and its items. */
static char *
find_own (ScopeFigure *figure, unsigned part)
{
  g_autoptr (GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (ScopeScene) without = NULL, with = NULL;
  GString *own = g_string_new (NULL);
  GList *keys;

  figure->show = SCOPE_SHOW_POINT & ~part;
  without = test_build (fonts, figure);
  add_words (without, -1, words);
  figure->show = SCOPE_SHOW_POINT | part;
  with = test_build (fonts, figure);
  add_words (with, 1, words);
  keys = g_list_sort (g_hash_table_get_keys (words), (GCompareFunc) strcmp);
  for (GList *key = keys; key != NULL; key = key->next)
    if (GPOINTER_TO_INT (g_hash_table_lookup (words, key->data)) != 0)
      g_string_append_printf (own, "%s\n", (char *) key->data);
  g_list_free (keys);
  for (size_t i = 0; i < scope_scene_get_n_items (with); i++)
    {
      const ScopeItem *item = scope_scene_get_item (with, i);

      if (!(item->part & part))
        continue;
      g_string_append_printf (own, "%s %d %d %d", item->role->name, item->index, item->stroke, item->fill);
      for (size_t k = 0; k < item->n_points; k++)
        g_string_append_printf (own, " %.3f,%.3f", item->points[k].x, item->points[k].y);
      g_string_append_c (own, '\n');
    }
  return g_string_free (own, FALSE);
}

#define N_STATES 4

/* Of a flower as of many, with a walk and a prediction; moved: its logits. */
static void
fill_state (ScopeFigure *figure, guint state, unsigned part, double moved)
{
  static ScopeBatchRow rows[3];
  static const ScopeMany many = { rows, G_N_ELEMENTS (rows), 0, FALSE };
  static const double walk[] = { -2, -1.151, -0.7306 };
  static const double weights[N_STATES][SCOPE_N_CLASSES]
    = { { 1, 0, 0 }, { 0, 0, 1 }, { 0.7, -0.4, 1.3 }, { 1, 1, 0 } };

  fill (figure, 0);
  figure->width_px = 2600;
  figure->height_px = 2000;
  figure->parameters.a[0] += moved;
  figure->parameters.a[1] -= moved;
  memcpy (figure->parameters.w, weights[state], sizeof weights[state]);
  figure->parameters.observed = state % SCOPE_N_CLASSES;
  figure->parameters.b = walk[state % G_N_ELEMENTS (walk)];
  figure->trail = (ScopeTrail) { walk, G_N_ELEMENTS (walk), state % G_N_ELEMENTS (walk), 1 };
  scope_view_init (&figure->view, &figure->parameters, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    rows[i] = (ScopeBatchRow) { { 0.9 * i + moved, 0.4 - moved, 1.1 - 0.7 * i }, i };
  if (scope_parts_for (SCOPE_CASE_ONE) & part)
    return;
  test_take_many (figure, &many);
}

static unsigned
find_declared (unsigned part)
{
  const ScopePiece *piece;
  unsigned declared = 0;

  for (guint block = 0; block < SCOPE_N_BLOCKS; block++)
    for (guint i = 0; (piece = scope_blocks_get_piece (block, i)) != NULL; i++)
      if (piece->part == part)
        declared |= piece->shows | piece->slot | piece->gone;
  return declared;
}

/* A part changes with what is hidden where it says that it shows that, and nowhere else. */
static void
check_part (guint number, guint quantity)
{
  unsigned part = 1u << number, declared = find_declared (part);
  gboolean asked = FALSE, changed = FALSE;

  for (guint state = 0; state < N_STATES; state++)
    {
      g_autofree char *seen = NULL, *hidden = NULL;
      ScopeFigure figure;
      unsigned places;

      fill_state (&figure, state, part, 0);
      places = scope_hidden_places (1u << quantity, &figure.parameters);
      seen = find_own (&figure, part);
      figure.hide = 1u << quantity;
      hidden = find_own (&figure, part);
      asked = asked || (places & declared);
      if (!(places & declared) && !g_str_equal (seen, hidden))
        g_error ("%s shows what it does not tell of: %s", scope_parts[number].name,
                 scope_hidden_quantity_name (quantity));
      changed = changed || !g_str_equal (seen, hidden);
    }
  if (asked && !changed)
    g_error ("%s does not hide what it says it shows: %s", scope_parts[number].name,
             scope_hidden_quantity_name (quantity));
}

static void
test_shown (void)
{
  for (guint number = 0; number < SCOPE_N_PARTS; number++)
    {
      if (find_declared (1u << number) == 0)
        g_error ("%s does not tell what it shows", scope_parts[number].name);
      for (guint i = 0; i < SCOPE_N_QUANTITIES; i++)
        check_part (number, i);
    }
}

/* What follows the curves, which lose the digits of their axes alone; shows logits, which nobody hides; offers the right
 * answer among others. */
#define MAY_DIFFER                                                                                           \
  (SCOPE_SHOW_TANGENT | SCOPE_SHOW_POINT | SCOPE_SHOW_PROBABILITIES | SCOPE_SHOW_LINKS | SCOPE_SHOW_ESTIMATE \
   | SCOPE_SHOW_HOOD | SCOPE_SHOW_DIAGRAM | SCOPE_SHOW_ANSWERS)

/* Where everything is hidden any other part looks the same, whatever that is. */
static void
test_blind (void)
{
  for (guint number = 0; number < SCOPE_N_PARTS; number++)
    for (guint state = 0; state < N_STATES && !(MAY_DIFFER & 1u << number); state++)
      {
        g_autofree char *one = NULL, *other = NULL;
        ScopeFigure figure;

        fill_state (&figure, state, 1u << number, 0);
        figure.hide = SCOPE_QUANTITY_ALL;
        one = find_own (&figure, 1u << number);
        fill_state (&figure, state, 1u << number, 0.3);
        figure.hide = SCOPE_QUANTITY_ALL;
        other = find_own (&figure, 1u << number);
        g_assert_cmpstr (one, ==, other);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fonts = test_fonts ();
  g_test_add_func ("/pieces/turns", test_turns);
  g_test_add_func ("/pieces/heard", test_heard);
  g_test_add_func ("/pieces/shown", test_shown);
  g_test_add_func ("/pieces/blind", test_blind);
  return test_run (fonts);
}
