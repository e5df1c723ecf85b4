/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "stage-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "number.h"
#include "sentences.h"

/* What stands for "<loss>" and the like, and which facts hold. */

#define GUESS_DIGITS 5
#define NEXT (SCOPE_PLACE_DOWNHILL | SCOPE_PLACE_GRADIENT)
#define CASE (SCOPE_PLACE_GRADIENT | SCOPE_PLACE_RESIDUAL | SCOPE_PLACE_PROBABILITY)

/* --- Tokens */

static unsigned
observed (const ScopeDrawing *drawing)
{
  return drawing->figure->parameters.observed;
}

static char *
write_name (const ScopeDrawing *drawing, unsigned k)
{
  return scope_line_escape (drawing->figure->class_names[k]);
}

static char *
write_symbol (const ScopeDrawing *drawing, unsigned k)
{
  g_autofree char *name = scope_drawing_subscript (drawing, k);

  return g_strdup_printf ("*p*_{%s}", name);
}

static char *
write_observed (const ScopeDrawing *drawing)
{
  return write_name (drawing, observed (drawing));
}

static char *
write_wired (const ScopeDrawing *drawing)
{
  return write_name (drawing, drawing->path);
}

static char *
write_p_observed (const ScopeDrawing *drawing)
{
  return write_symbol (drawing, observed (drawing));
}

static char *
write_p_wired (const ScopeDrawing *drawing)
{
  return write_symbol (drawing, drawing->path);
}

static char *
write_z (const ScopeDrawing *drawing)
{
  return g_strdup_printf ("*z*_%u", drawing->path + 1);
}

static char *
write_z_observed (const ScopeDrawing *drawing)
{
  return g_strdup_printf ("*z*_%u", observed (drawing) + 1);
}

static char *
write_bias (const ScopeDrawing *drawing)
{
  return scope_drawing_number (drawing, drawing->figure->parameters.b);
}

static char *
write_p (const ScopeDrawing *drawing)
{
  return g_strdup (drawing->factors.p[observed (drawing)]);
}

static char *
write_loss (const ScopeDrawing *drawing)
{
  return g_strdup (drawing->factors.loss);
}

static char *
write_guess (const ScopeDrawing *drawing)
{
  return scope_number_format (log (SCOPE_N_CLASSES), GUESS_DIGITS, drawing->figure->decimal);
}

static char *
write_gradient (const ScopeDrawing *drawing)
{
  return g_strdup (drawing->factors.result);
}

static char *
write_dl_dp (const ScopeDrawing *drawing)
{
  return g_strdup (drawing->factors.dl_dp);
}

static char *
write_dp_dz (const ScopeDrawing *drawing)
{
  return g_strdup (drawing->factors.dp_dz[drawing->path]);
}

static char *
write_dz_db (const ScopeDrawing *drawing)
{
  return g_strdup (drawing->factors.dz_db[drawing->path]);
}

static char *
write_rate (const ScopeDrawing *drawing)
{
  return scope_drawing_number (drawing, drawing->figure->rate);
}

static char *
write_next (const ScopeDrawing *drawing)
{
  return scope_drawing_number_at (drawing, NEXT, scope_stage_next_bias (drawing));
}

/* FALSE where the step leads too far to be reckoned. */
static gboolean
find_next (const ScopeDrawing *drawing, ScopeOutcome *outcome)
{
  ScopeParameters next = drawing->figure->parameters;

  next.b = scope_stage_next_bias (drawing);
  return scope_evaluate (&next, outcome) == SCOPE_STATUS_OK;
}

static double
find_next_loss (const ScopeDrawing *drawing)
{
  ScopeOutcome outcome;

  return find_next (drawing, &outcome) ? outcome.loss : INFINITY;
}

static char *
write_next_loss (const ScopeDrawing *drawing)
{
  ScopeOutcome outcome;

  if (scope_drawing_hides (drawing, NEXT | SCOPE_PLACE_LOSS) || !find_next (drawing, &outcome))
    return scope_drawing_number_at (drawing, NEXT | SCOPE_PLACE_LOSS, INFINITY);
  return scope_factors_format_loss (&outcome, drawing->figure->digits, drawing->figure->decimal);
}

static char *
write_case (const ScopeDrawing *drawing, unsigned k)
{
  if (scope_drawing_hides (drawing, CASE))
    return g_strdup (SCOPE_HIDDEN);
  return scope_factors_format_result (&drawing->cases[k], drawing->figure->digits, drawing->figure->decimal);
}

static char *
write_gradient_own (const ScopeDrawing *drawing)
{
  return write_case (drawing, drawing->path);
}

static char *
write_gradient_other (const ScopeDrawing *drawing)
{
  return write_case (drawing, (drawing->path + 1) % SCOPE_N_CLASSES);
}

typedef struct
{
  const char *name;
  char *(*write) (const ScopeDrawing *drawing);
  gboolean is_markup; /* else a number, of which nothing is meant as markup */
} Token;

static const Token tokens[] = {
  { "observed", write_observed, TRUE },
  { "wired", write_wired, TRUE },
  { "p-observed", write_p_observed, TRUE },
  { "p-wired", write_p_wired, TRUE },
  { "z", write_z, TRUE },
  { "z-observed", write_z_observed, TRUE },
  { "b", write_bias, FALSE },
  { "p", write_p, FALSE },
  { "loss", write_loss, FALSE },
  { "guess", write_guess, FALSE },
  { "gradient", write_gradient, FALSE },
  { "dl_dp", write_dl_dp, FALSE },
  { "dp_dz", write_dp_dz, FALSE },
  { "dz_db", write_dz_db, FALSE },
  { "rate", write_rate, FALSE },
  { "next", write_next, FALSE },
  { "next-loss", write_next_loss, FALSE },
  { "gradient-own", write_gradient_own, FALSE },
  { "gradient-other", write_gradient_other, FALSE },
};

static const Token *
find_token (const char *name, size_t length)
{
  for (guint i = 0; i < G_N_ELEMENTS (tokens); i++)
    if (strlen (tokens[i].name) == length && strncmp (tokens[i].name, name, length) == 0)
      return &tokens[i];
  return NULL;
}

static void
append_token (GString *out, const ScopeDrawing *drawing, const Token *token)
{
  g_autofree char *text = token->write (drawing);
  g_autofree char *escaped = token->is_markup ? NULL : scope_line_escape (text);

  g_string_append (out, token->is_markup ? text : escaped);
}

static void
append_filled (GString *out, const ScopeDrawing *drawing, const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    {
      const char *end = *at == '<' ? strchr (at, '>') : NULL;
      const Token *token = end != NULL ? find_token (at + 1, (size_t) (end - at - 1)) : NULL;

      if (token == NULL)
        {
          g_string_append_c (out, *at);
          continue;
        }
      append_token (out, drawing, token);
      at = end;
    }
}

/* --- Facts */

/* Of the tangent that is drawn, or of the number that is printed; nothing is said while a class turns its own. */
static unsigned
find_slope (const ScopeDrawing *drawing)
{
  const ScopeFigure *figure = drawing->figure;
  const char *printed = drawing->factors.result;
  gboolean hidden = scope_drawing_hides (drawing, SCOPE_PLACE_GRADIENT);

  if (hidden && (!(figure->show & SCOPE_SHOW_TANGENT) || scope_drawing_asks_slope (drawing)))
    return 0;
  if (drawing->outcome->dl_db < 0 || (!hidden && g_str_has_prefix (printed, "−")))
    return SCOPE_FACT_FALLS;
  if (drawing->outcome->dl_db > 0 || (!hidden && !g_str_equal (printed, "0")))
    return SCOPE_FACT_RISES;
  return SCOPE_FACT_LEVEL;
}

static unsigned
find_quality (const ScopeDrawing *drawing)
{
  double guess = log (SCOPE_N_CLASSES), loss = drawing->outcome->loss;

  if (scope_drawing_hides (drawing, SCOPE_PLACE_LOSS))
    return 0;
  if (scope_number_rounds_alike (loss, guess, drawing->figure->digits))
    return SCOPE_FACT_ALIKE;
  return loss > guess ? SCOPE_FACT_WORSE : SCOPE_FACT_BETTER;
}

static unsigned
find_wiring (const ScopeDrawing *drawing)
{
  unsigned k = drawing->path;

  if (scope_drawing_hides (drawing, SCOPE_PLACE_DZ_DB))
    return 0;
  if (drawing->factors.n_wired != 1)
    return SCOPE_FACT_SUM;
  return (k == observed (drawing) ? SCOPE_FACT_OWN : SCOPE_FACT_OTHER)
         | (drawing->figure->parameters.w[k] == 1 ? SCOPE_FACT_PLAIN : SCOPE_FACT_WEIGHTED);
}

static unsigned
find_step (const ScopeDrawing *drawing)
{
  double loss = drawing->outcome->loss, next;

  if (scope_drawing_hides (drawing, NEXT | SCOPE_PLACE_LOSS))
    return 0;
  next = find_next_loss (drawing);
  if (scope_number_rounds_alike (loss, next, drawing->figure->digits))
    return SCOPE_FACT_STAYS;
  return next < loss ? SCOPE_FACT_LOWERS : SCOPE_FACT_RAISES;
}

static gboolean
is_true (const ScopeSentence *sentence, unsigned facts)
{
  static const unsigned kinds[]
    = { SCOPE_FACT_FALLS | SCOPE_FACT_RISES | SCOPE_FACT_LEVEL,
        SCOPE_FACT_WORSE | SCOPE_FACT_BETTER | SCOPE_FACT_ALIKE,
        SCOPE_FACT_SINGLE | SCOPE_FACT_SUM, SCOPE_FACT_PLAIN | SCOPE_FACT_WEIGHTED,
        SCOPE_FACT_LOWERS | SCOPE_FACT_RAISES | SCOPE_FACT_STAYS };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if ((sentence->facts & kinds[i]) != 0 && (sentence->facts & facts & kinds[i]) == 0)
      return FALSE;
  return TRUE;
}

/* --- A step's words */

char *
scope_stage_write_title (const ScopeDrawing *drawing)
{
  GString *title = g_string_new (NULL);

  append_filled (title, drawing, drawing->figure->stage->title);
  return g_string_free (title, FALSE);
}

char *
scope_stage_write_text (const ScopeDrawing *drawing)
{
  const ScopeSentence *sentences = drawing->figure->stage->sentences;
  unsigned facts = find_slope (drawing) | find_quality (drawing) | find_wiring (drawing) | find_step (drawing);
  GString *text;

  if (drawing->figure->many != NULL)
    return g_strdup (_ ("The words of this step are about one flower; here are many."));
  text = g_string_new (NULL);
  for (guint i = 0; i < SCOPE_MOST_SENTENCES && sentences[i].text != NULL; i++)
    {
      if (!is_true (&sentences[i], facts))
        continue;
      if (text->len > 0)
        g_string_append_c (text, ' ');
      append_filled (text, drawing, sentences[i].text);
    }
  return g_string_free (text, FALSE);
}

char *
scope_figure_say_step (const ScopeFigure *figure)
{
  ScopeDrawing drawing = { .figure = figure };
  g_autofree char *title = NULL, *text = NULL, *plain_title = NULL, *plain_text = NULL;
  GString *said;

  if (figure->stage == NULL || !scope_drawing_evaluate (&drawing))
    return g_strdup ("");
  scope_drawing_find_texts (&drawing);
  title = scope_stage_write_title (&drawing);
  text = scope_stage_write_text (&drawing);
  scope_drawing_clear_texts (&drawing);
  plain_title = scope_line_markup_to_plain (title);
  plain_text = scope_line_markup_to_plain (text);
  said = g_string_new (plain_title);
  scope_sentences_add (said, plain_text);
  return g_string_free (said, FALSE);
}
