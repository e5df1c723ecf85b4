/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "idle.h"

#include <string.h>

#include "complain.h"
#include "figure-missing.h"
#include "hidden.h"
#include "input.h"
#include "option-table.h"
#include "parse.h"

/* Options that are taken and change nothing in what was asked for. */

static gboolean
has_no_pixels (const ScopeOptions *options)
{
  return !(options->format->can & SCOPE_FORMAT_PIXELS);
}

static gboolean
has_no_alpha (const ScopeOptions *options)
{
  return !(options->format->can & SCOPE_FORMAT_ALPHA);
}

static gboolean
has_no_text (const ScopeOptions *options)
{
  return !(options->format->can & SCOPE_FORMAT_TEXT);
}

static gboolean
has_no_hood (const ScopeOptions *options)
{
  return !(options->figure.show & SCOPE_SHOW_HOOD);
}

static gboolean
has_no_estimate (const ScopeOptions *options)
{
  return !(options->figure.show & SCOPE_SHOW_ESTIMATE);
}

static gboolean
has_no_descent (const ScopeOptions *options)
{
  return !(options->figure.show & SCOPE_SHOW_DESCENT);
}

static gboolean
has_no_ghosts (const ScopeOptions *options)
{
  return !(options->figure.show & SCOPE_SHOW_GHOSTS);
}

static gboolean
has_no_input (const ScopeOptions *options)
{
  return options->input == NULL;
}

static gboolean
has_no_rows (const ScopeOptions *options)
{
  return !scope_input_has_rows (options);
}

static gboolean
names_no_class (const ScopeOptions *options)
{
  return options->input == NULL && !scope_option_is_given (options, SCOPE_COMMAND_EVALUATE, "observed")
         && !scope_option_is_given (options, SCOPE_COMMAND_EVALUATE, "wiring");
}

static gboolean
is_a_sum (const ScopeOptions *options)
{
  return options->sum != SCOPE_SUM_NONE;
}

static gboolean
always (const ScopeOptions *options)
{
  return TRUE;
}

static const struct
{
  const char *name;
  ScopeCommand command;
  gboolean (*is_idle) (const ScopeOptions *options);
  const char *why;
} idle[] = {
  { "scale", SCOPE_COMMAND_EXPORT, has_no_pixels, "the format has no pixels" },
  { "transparent", SCOPE_COMMAND_EXPORT, has_no_alpha, "the format always has a ground" },
  { "svg-text", SCOPE_COMMAND_EXPORT, has_no_text, "the format has one way to hold text" },
  { "h", SCOPE_COMMAND_EXPORT, has_no_hood, "it needs --show=hood" },
  { "estimate", SCOPE_COMMAND_EXPORT, has_no_estimate, "it needs --show=estimate" },
  { "descend", SCOPE_COMMAND_EXPORT, has_no_descent, "--hide=descent hides it" },
  { "kept-rate", SCOPE_COMMAND_EXPORT, has_no_descent, "--hide=descent hides it" },
  { "ghost", SCOPE_COMMAND_EXPORT, has_no_ghosts, "--hide=ghosts hides it" },
  { "csv-dialect", SCOPE_COMMAND_EXPORT, has_no_input, "it needs --input" },
  { "csv-dialect", SCOPE_COMMAND_EVALUATE, has_no_input, "it needs --input" },
  { "csv-dialect", SCOPE_COMMAND_DESCEND, has_no_input, "it needs --input" },
  { "total", SCOPE_COMMAND_DESCEND, has_no_rows, "it needs --input" },
  { "mean", SCOPE_COMMAND_DESCEND, has_no_rows, "it needs --input" },
  { "classes", SCOPE_COMMAND_EVALUATE, names_no_class, "nothing names a class" },
  { "classes", SCOPE_COMMAND_DESCEND, names_no_class, "nothing names a class" },
  { "range", SCOPE_COMMAND_EVALUATE, always, "it is about pictures alone" },
  { "range", SCOPE_COMMAND_DESCEND, always, "it is about pictures alone" },
  { "shift", SCOPE_COMMAND_EVALUATE, is_a_sum, "it moves no loss" },
  { "shift", SCOPE_COMMAND_DESCEND, always, "it moves no loss" },
};

static gboolean
is_idle (const ScopeOptions *options, ScopeCommand command, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (idle); i++)
    if (idle[i].command == command && g_str_equal (idle[i].name, name) && idle[i].is_idle (options))
      return TRUE;
  return FALSE;
}

void
scope_idle_note_overruled (const ScopeOptions *options, const ScopeRow *row)
{
  const gboolean has_wiring = row->has_w[0] && row->has_w[1] && row->has_w[2];

  if (row->has_bias && scope_option_is_given (options, SCOPE_COMMAND_EVALUATE, "bias"))
    scope_complain ("note: --bias does nothing here: each row has its own");
  if (has_wiring && scope_option_is_given (options, SCOPE_COMMAND_EVALUATE, "wiring"))
    scope_complain ("note: --wiring does nothing here: each row has its own");
}

/* --- Options about what has no room, as only the picture tells */

#define FIELD(field) G_STRUCT_OFFSET (ScopeOptions, field), sizeof ((ScopeOptions *) 0)->field

/* Not what moves a curve: a point, a flower and a wiring are always seen. */
static const struct
{
  const char *name;
  size_t offset, size; /* of what it sets */
} small[] = {
  { "shift", FIELD (figure.parameters.shift) },
  { "ghost", FIELD (figure.n_ghosts) },
  { "h", FIELD (figure.step_h) },
  { "estimate", FIELD (figure.estimate) },
  { "kept-rate", FIELD (kept_rate) },
  { "decimal", FIELD (figure.decimal) },
  { "text-scale", FIELD (figure.text_scale) },
};

void
scope_idle_note_unseen (const ScopeOptions *options, ScopeDraw draw, gpointer data)
{
  g_autoptr (GBytes) picture = NULL; /* once it is needed */

  for (guint i = 0; i < G_N_ELEMENTS (small); i++)
    {
      ScopeOptions without;
      g_autoptr (GBytes) other = NULL;

      if (!scope_option_is_given (options, SCOPE_COMMAND_EXPORT, small[i].name)
          || is_idle (options, SCOPE_COMMAND_EXPORT, small[i].name))
        continue;
      scope_parse_options_without (&without, options, SCOPE_COMMAND_EXPORT, small[i].name);
      /* What is asked for by its default changes nothing and has all its effect. */
      if (memcmp ((const char *) options + small[i].offset, (const char *) &without + small[i].offset,
                  small[i].size)
          != 0)
        other = draw (&without, data);
      if (other != NULL && picture == NULL)
        picture = draw (options, data);
      if (other != NULL && picture != NULL && g_bytes_equal (picture, other))
        scope_complain ("note: --%s does nothing here: the picture is the same without it", small[i].name);
    }
}

/* --- Options that contradict each other, or themselves */

static void
note_contradictions (const ScopeOptions *options)
{
  const unsigned parts = options->shown & options->hidden;
  const unsigned quantities = options->shown_quantities & options->hidden_quantities;
  const char *name;

  for (guint n = 0; (name = scope_option_repeated (options, n)) != NULL; n++)
    scope_complain ("note: --%s is given more than once: the last one counts", name);
  for (unsigned i = 0; i < SCOPE_N_PARTS; i++)
    if ((parts & 1u << i) != 0)
      scope_complain ("note: --show and --hide both name %s: the last one counts", scope_parts[i].name);
  for (unsigned i = 0; i < SCOPE_N_QUANTITIES; i++)
    if ((quantities & 1u << i) != 0)
      scope_complain ("note: --show and --hide both name %s: the last one counts",
                      scope_hidden_quantity_name (i));
}

void
scope_idle_note (const ScopeOptions *options, ScopeCommand command)
{
  note_contradictions (options);
  for (guint i = 0; i < G_N_ELEMENTS (idle); i++)
    if (idle[i].command == command && scope_option_is_given (options, command, idle[i].name)
        && idle[i].is_idle (options))
      scope_complain ("note: --%s does nothing here: %s", idle[i].name, idle[i].why);
}

void
scope_idle_note_no_step (const ScopeOptions *options, const ScopeFigure *figure, const ScopeScene *scene)
{
  const unsigned steps = SCOPE_SHOW_DOWNHILL | SCOPE_SHOW_DESCENT;

  if (scope_option_is_given (options, SCOPE_COMMAND_EXPORT, "rate") && !(figure->show & SCOPE_SHOW_DESCENT)
      && scope_figure_left_out (figure, scene, steps) == steps)
    scope_complain ("note: --rate does nothing here: no step is shown");
}
