/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "parse.h"

#include <string.h>

#include "complain.h"
#include "escape.h"
#include "figure-values.h"
#include "number.h"
#include "option-table.h"

static gboolean
refuse_argument (ScopeCommand command, const char *argument)
{
  g_autofree char *shown = scope_escape (argument, strlen (argument));
  g_autofree char *allowed = scope_option_list (command);

  scope_complain ("%s is no option of this command; allowed: %s", shown, allowed);
  return FALSE;
}

/* "--name=value", "--name value" or "--name"; *i moves on where the value stands by itself. It is set where it
 * names the classes, or all but those are. */
static gboolean
parse_argument (ScopeOptions *options, ScopeCommand command, int argc, char **argv, int *i, gboolean classes)
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
  if ((option->takes == SCOPE_TAKES_CLASSES) != classes)
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
      options->ghost_names[i] = g_string_free (g_steal_pointer (&name), FALSE);
      options->ghosts[i].name = options->ghost_names[i];
    }
  figure->ghosts = options->ghosts;
}

/* Options that contradict each other. */
static gboolean
check_input (const ScopeOptions *options, ScopeCommand command)
{
  static const char *const of_rows[] = { "logits", "observed" };
  const gboolean is_observed = options->figure.wiring == SCOPE_WIRING_OBSERVED;

  for (guint i = 0; i < G_N_ELEMENTS (of_rows); i++)
    if (options->input != NULL && scope_option_is_given (options, command, of_rows[i]))
      {
        scope_complain ("--%s is not allowed with --input: each row brings its own", of_rows[i]);
        return FALSE;
      }
  if (command != SCOPE_COMMAND_EXPORT)
    return TRUE;
  if (options->input == NULL && (options->selected > 0 || options->sum != SCOPE_SUM_NONE))
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
  if (options->input != NULL && (is_observed || options->figure.n_ghosts > 0))
    {
      scope_complain (is_observed ? "--wiring=observed is not allowed with --input: each row would have "
                                    "another wiring"
                                  : "--ghost is not allowed with --input: it is one flower’s curve");
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

/* All but one option, if that is not NULL. */
static gboolean
parse (ScopeOptions *options, ScopeCommand command, int argc, char **argv, const char *left_out)
{
  *options
    = (ScopeOptions) { .picture.scale = 1, .tolerance = 1e-9, .n_steps = 20, .argc = argc, .argv = argv };
  scope_figure_init (&options->figure);
  for (int classes = TRUE; classes >= FALSE; classes--)
    for (int i = 0; i < argc; i++)
      if (left_out != NULL && is_option (argv[i], left_out))
        i += strchr (argv[i], '=') == NULL;
      else if (!parse_argument (options, command, argc, argv, &i, classes))
        return FALSE;
  finish_ghosts (options);
  return check_input (options, command);
}

gboolean
scope_parse_options (ScopeOptions *options, ScopeCommand command, int argc, char **argv)
{
  return parse (options, command, argc, argv, NULL);
}

void
scope_parse_options_without (ScopeOptions *without, const ScopeOptions *options, ScopeCommand command,
                             const char *name)
{
  parse (without, command, options->argc, options->argv, name);
}

void
scope_parse_clear_options (ScopeOptions *options)
{
  for (guint i = 0; i < G_N_ELEMENTS (options->ghost_names); i++)
    g_free (options->ghost_names[i]);
}
