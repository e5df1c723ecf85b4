/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What parts tell of themselves: what is heard of them. */

#include "blocks.h"
#include "common.h"
#include "describe.h"
#include "figure-values.h"
#include "part-table.h"

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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pieces/turns", test_turns);
  g_test_add_func ("/pieces/heard", test_heard);
  return g_test_run ();
}
