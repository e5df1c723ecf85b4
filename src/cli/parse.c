/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "parse.h"

#include <string.h>

#include "complain.h"
#include "escape.h"
#include "figure-values.h"
#include "number.h"
#include "opened.h"
#include "option-table.h"

static gboolean
refuse_argument (ScopeCommand command, const char *argument)
{
  g_autofree char *shown = scope_escape (argument, strlen (argument));
  g_autofree char *allowed = scope_option_list (command);

  scope_complain ("%s is no option of this command; allowed: %s", shown, allowed);
  return FALSE;
}

/* Options are set one kind after the other. */
typedef enum
{
  ROUND_STEP,
  ROUND_CLASSES,
  ROUND_OTHERS,
  N_ROUNDS,
} Round;

static Round
round_of (const ScopeOption *option)
{
  return option->takes == SCOPE_TAKES_STEP      ? ROUND_STEP
         : option->takes == SCOPE_TAKES_CLASSES ? ROUND_CLASSES
                                                : ROUND_OTHERS;
}

/* "--name=value", "--name value" or "--name"; *i moves on where the value stands by itself. It is set in its
 * round. */
static gboolean
parse_argument (ScopeOptions *options, ScopeCommand command, int argc, char **argv, int *i, Round now)
{
  const char *equals = strchr (argv[*i], '=');
  g_autofree char *name = NULL;
  const ScopeOption *option;
  const char *value = NULL;

  if (!g_str_has_prefix (argv[*i], "--"))
    return refuse_argument (command, argv[*i]);
  name = equals != NULL ? g_strndup (argv[*i] + 2, (gsize) (equals - argv[*i] - 2)) : g_strdup (argv[*i] + 2);
  option = scope_option_find (command, name);
  if (option == NULL)
    return refuse_argument (command, argv[*i]);
  if (option->takes == SCOPE_TAKES_NOTHING && equals != NULL)
    {
      scope_complain ("--%s takes no value", name);
      return FALSE;
    }
  if (option->takes != SCOPE_TAKES_NOTHING && equals == NULL && *i + 1 == argc)
    {
      scope_complain ("--%s needs a value, as in --%s=VALUE", name, name);
      return FALSE;
    }
  if (equals != NULL)
    value = equals + 1;
  else if (option->takes != SCOPE_TAKES_NOTHING)
    value = argv[++*i];
  if (round_of (option) != now)
    return TRUE;
  scope_option_give (options, option);
  return option->set (options, option, value);
}

/* "z 2, 0, −1"; semicolons where the comma is the decimal sign. The observed class and the wiring are
 * the scenario's. */
static void
finish_ghosts (ScopeOptions *options)
{
  ScopeFigure *figure = &options->figure;

  for (unsigned i = 0; i < figure->n_ghosts; i++)
    {
      double a[SCOPE_N_CLASSES];
      g_autoptr (GString) name = g_string_new ("z ");

      memcpy (a, options->ghosts[i].parameters.a, sizeof a);
      for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
        {
          g_autofree char *number = scope_number_format (a[k], figure->digits, figure->decimal);

          g_string_append_printf (name, "%s%s", k == 0 ? "" : figure->decimal == ',' ? "; " : ", ", number);
        }
      options->ghosts[i].parameters = figure->parameters;
      memcpy (options->ghosts[i].parameters.a, a, sizeof a);
      g_strlcpy (options->ghosts[i].name, name->str, sizeof options->ghosts[i].name);
    }
  figure->ghosts = options->ghosts;
}

/* Options that contradict each other. */
static gboolean
check_input (const ScopeOptions *options, ScopeCommand command)
{
  static const char *const of_rows[] = { "logits", "observed" };
  const gboolean is_observed = options->figure.wiring == SCOPE_WIRING_OBSERVED;
  const gboolean has_rows = options->input != NULL || options->n_rows > 0;
  const char *rows = options->input != NULL ? "--input" : "the document’s rows";

  for (guint i = 0; i < G_N_ELEMENTS (of_rows); i++)
    if (has_rows && scope_option_is_given (options, command, of_rows[i]))
      {
        scope_complain ("--%s is not allowed with %s: each row brings its own", of_rows[i], rows);
        return FALSE;
      }
  if (command != SCOPE_COMMAND_EXPORT)
    return TRUE;
  if (!has_rows && (options->selected > 0 || options->sum != SCOPE_SUM_NONE))
    {
      scope_complain ("--%s needs --input=FILE, the rows of a sum", options->selected > 0 ? "selected"
                                                                    : options->sum == SCOPE_SUM_MEAN
                                                                      ? "mean"
                                                                      : "total");
      return FALSE;
    }
  if (options->kept_rate > 0 && options->n_descend == 0)
    {
      scope_complain ("--kept-rate needs --descend=N, N at least 1: it walks as many steps");
      return FALSE;
    }
  if (has_rows && (is_observed || options->figure.n_ghosts > 0))
    {
      scope_complain (is_observed
                        ? "--wiring=observed is not allowed with %s: each row would have another wiring"
                        : "--ghost is not allowed with %s: it is one flower’s curve",
                      rows);
      return FALSE;
    }
  return TRUE;
}

/* "--name=value" or "--name value". */
static gboolean
is_option (const char *argument, const char *name)
{
  const char *rest = g_str_has_prefix (argument, "--") ? argument + 2 : "";

  return g_str_has_prefix (rest, name) && (rest[strlen (name)] == '=' || rest[strlen (name)] == '\0');
}

/* Of the document, which may be NULL, what the options make of it. All but one of them, if that is not NULL; step, unless
 * 0, in place of what --step says. */
static gboolean
parse (ScopeOptions *options, const ScopeDocument *document, ScopeCommand command, int argc, char **argv,
       const char *left_out, guint step)
{
  *options = (ScopeOptions) {
    .document = document, .picture.scale = 1, .tolerance = 1e-9, .n_steps = 20, .argc = argc, .argv = argv
  };
  scope_figure_init (&options->figure);
  for (Round now = 0; now < N_ROUNDS; now++)
    {
      for (int i = 0; i < argc; i++)
        if (left_out != NULL && is_option (argv[i], left_out))
          i += strchr (argv[i], '=') == NULL;
        else if (!parse_argument (options, command, argc, argv, &i, now))
          return FALSE;
      if (now == ROUND_STEP && step > 0)
        options->step = step;
      if (now == ROUND_STEP && !scope_opened_begin (options))
        return FALSE;
    }
  scope_opened_finish (options, command);
  finish_ghosts (options);
  return check_input (options, command);
}

gboolean
scope_parse_options (ScopeOptions *options, const ScopeDocument *document, ScopeCommand command, int argc,
                     char **argv)
{
  return parse (options, document, command, argc, argv, NULL, 0);
}

void
scope_parse_options_without (ScopeOptions *without, const ScopeOptions *options, ScopeCommand command,
                             const char *name)
{
  parse (without, options->document, command, options->argc, options->argv, name, options->step);
}

gboolean
scope_parse_options_at (ScopeOptions *at, const ScopeOptions *options, ScopeCommand command, guint step)
{
  return parse (at, options->document, command, options->argc, options->argv, NULL, step);
}
