/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "figure-spoken.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "describe.h"
#include "figure-missing.h"
#include "many.h"
#include "number.h"
#include "roles.h"
#include "sentences.h"
#include "speech.h"

/* The rows of text in a picture, for who hears it. What is told apart by place and space on the page is told
 * apart by punctuation here: "1.891" beside "∂L/∂b₃" would be heard as a product, beside "−6.6" as a
 * difference. */

/* In widths of the letter m: pieces that are further apart are cells of their own. */
#define CELL_GAP 0.3

/* --- A line of the picture as plain text */

/* "₃" and "⁻⁷" again; names stand as words of their own: "p Setosa", also where "p₁" has to do in the picture. */
static void
append_script (const ScopeFigure *figure, GString *text, const char *script, gboolean is_raised)
{
  gboolean is_class = g_str_has_suffix (text->str, "p") && strlen (script) == 1 && script[0] >= '1'
                      && script[0] < '1' + SCOPE_N_CLASSES;

  if (is_class && !is_raised)
    script = figure->classes.name[script[0] - '1'];
  if (!scope_number_append_script (text, script, is_raised))
    g_string_append_printf (text, is_raised ? "^%s" : " %s", script);
}

static char *
new_plain_line (const ScopeFigure *figure, const ScopeLine *line)
{
  GString *text = g_string_new (NULL);

  for (size_t i = 0; i < scope_line_get_n_runs (line); i++)
    {
      ScopePlacedRun run;

      scope_line_get_run (line, i, &run);
      if (run.y_px == 0)
        g_string_append (text, run.text);
      else
        append_script (figure, text, run.text, run.y_px < 0);
    }
  return g_string_free (text, FALSE);
}

/* --- Rows of cells */

static gboolean
ends_a_phrase (const GString *text)
{
  return text->len == 0 || strchr (":;,", text->str[text->len - 1]) != NULL
         || scope_sentence_is_ended (text->str);
}

static void
strip_end (GString *text)
{
  while (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
}

/* What follows is a cell, or with "." a sentence, of its own. */
static void
separate (GString *text, const char *mark)
{
  strip_end (text);
  if (!ends_a_phrase (text))
    g_string_append (text, mark);
  if (text->len > 0)
    g_string_append_c (text, ' ');
}

/* A capital for what was appended behind the end of a sentence. */
static void
begin_sentence (GString *text, gsize at)
{
  g_autofree char *before = g_strchomp (g_strndup (text->str, at));

  if (scope_sentence_is_ended (before))
    scope_sentences_begin (text, at);
}

/* Two spaces and more stand between cells, too. */
static void
append_cell (GString *text, const char *cell)
{
  while (*cell != '\0')
    {
      size_t spaces = strspn (cell, " "), others = strcspn (cell + spaces, " ");
      gsize at;

      if (spaces > 1)
        separate (text, ",");
      else if (spaces == 1 && text->len > 0 && text->str[text->len - 1] != ' ')
        g_string_append_c (text, ' ');
      at = text->len;
      g_string_append_len (text, cell + spaces, (gssize) others);
      if (spaces > 1)
        begin_sentence (text, at);
      cell += spaces + others;
    }
}

static double
right_end (const ScopeItem *item)
{
  ScopeLineSize size;

  scope_line_get_size (item->line, &size);
  return item->points[0].x + size.width_px;
}

static gboolean
begins_cell (const ScopeItem *before, const ScopeItem *item)
{
  ScopeLineSize size;

  scope_line_get_size (item->line, &size);
  return item->points[0].x - right_end (before) > CELL_GAP * size.ascent_px;
}

/* An empty slot by itself, or as what something is. */
static char *
new_spoken_line (const ScopeFigure *figure, const ScopeLine *line)
{
  g_autofree char *plain = new_plain_line (figure, line);
  GString *text = g_string_new (scope_speech_of (plain));
  g_autofree char *spoken = g_strconcat ("= ", scope_speech_of (SCOPE_HIDDEN), NULL);

  g_string_replace (text, "= " SCOPE_HIDDEN, spoken, 0);
  return g_string_free (text, FALSE);
}

static void
append_item (const ScopeFigure *figure, GString *text, const ScopeItem *before, const ScopeItem *item)
{
  g_autofree char *plain = new_spoken_line (figure, item->line);
  gboolean begins_row = before == NULL || item->points[0].y != before->points[0].y;
  gsize at;

  /* A row is one sentence. */
  if (begins_row)
    separate (text, ".");
  else if (begins_cell (before, item))
    separate (text, ";");
  at = text->len;
  if (begins_row && item->role == &scope_role_waterfall_label
      && strspn (plain, "0123456789") == strlen (plain))
    /* Translators: one of many, by its number. */
    g_string_append_printf (text, _ ("flower %s"), plain);
  else
    append_cell (text, plain);
  begin_sentence (text, at);
}

char *
scope_figure_spoken_scene (const ScopeFigure *figure, const ScopeScene *scene)
{
  const unsigned lines = SCOPE_SHOW_GUESS | SCOPE_SHOW_ESTIMATE;
  ScopeFigure drawn = *figure;
  g_autofree char *description = NULL;
  GString *text;
  const ScopeItem *before = NULL;
  gboolean steps = FALSE;

  /* Nothing is said of what has no room. */
  drawn.show &= ~(scope_figure_missing (figure, scene) | scope_figure_left_out (figure, scene, lines));
  description = scope_describe_whole (&drawn);
  text = g_string_new (description);
  for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
    {
      const ScopeItem *item = scope_scene_get_item (scene, i);

      if (item->line == NULL)
        continue;
      /* Fractions don't read well from their pieces; what they come to does. */
      if (item->role == &scope_role_step && !steps && (drawn.show & SCOPE_SHOW_STEPS))
        {
          steps = TRUE;
          separate (text, ".");
          g_string_append (text, _ ("Step by step: p of the observed class cancels, and the loss "
                                    "changes with each logit by predicted minus observed"));
        }
      if (!(item->traits & SCOPE_TRAIT_SPOKEN))
        continue;
      append_item (figure, text, before, item);
      before = item;
    }
  strip_end (text);
  return g_string_free (text, FALSE);
}

char *
scope_figure_spoken_picture (const ScopeFigure *figure, const ScopeScene *scene)
{
  g_autofree char *scene_text = scope_figure_spoken_scene (figure, scene);

  g_autofree char *text = NULL;

  if (figure->many != NULL)
    text = g_strdup_printf (figure->many->n == 1
                              ? _ ("The loss of one flower and its gradient, as curves over b₃. %s")
                              : _ ("The loss of many flowers and its gradient, as curves over b₃. %s"),
                            scene_text);
  else
    /* Translators: the observed class; then what the numbers are. */
    text = g_strdup_printf (_ ("The loss of a flower that is %s, and its gradient, as curves over b₃. %s"),
                            figure->classes.name[figure->parameters.observed], scene_text);
  return scope_speech (text);
}
