/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "help.h"

#include <string.h>

#include "field.h"
#include "flags.h"
#include "hidden.h"
#include "number.h"
#include "part-table.h"
#include "picture.h"

/* Where what is said of an option begins, and where a line ends. */
#define INDENT 29
#define WIDTH 79
#define START_DIGITS 6

/* Up to the parts that --show names, and behind them. */
static const char before[]
  = "Usage: logitscope-cli COMMAND [DOCUMENT] [OPTION…]\n"
    "\n"
    "Draws and evaluates the cross-entropy loss of a softmax classifier and its\n"
    "gradient over one bias, without a display.\n"
    "\n"
    "Commands:\n"
    "  export                     write the figure to a file\n"
    "  evaluate                   print every quantity with 17 significant digits\n"
    "  descend                    walk downhill, b3 <- b3 - rate * gradient\n"
    "\n"
    "DOCUMENT is a file as Logitscope saves it, - for standard input: what it says\n"
    "stands, where options do not say otherwise.\n"
    "\n"
    "Scenario, of every command:\n"
    "  --step=N                   step N of the document, its words below the picture;\n"
    "                             all (export to a PDF): a page for each\n"
    "<scenario>"
    "  --range=lo,hi              the axis of b3 (-10,10, moved where b3 is outside)\n"
    "\n"
    "Options of export:\n"
    "  --output=FILE              <endings>; - for standard output\n"
    "  --format=FORMAT            <formats>, where the file's name does not\n"
    "                             tell, or on purpose\n"
    "  --size=WIDTHxHEIGHT        in pixels at 96 to the inch (1920x1080);\n"
    "                             one-column (85 mm) or two-columns (178 mm)\n"
    "  --scale=S                  times the pixels of a bitmap (1)\n"
    "  --theme=THEME              light, dark, high-contrast, high-contrast-light or print (light)\n"
    "  --transparent              without the ground\n"
    "  --svg-text=outlines|text   how an SVG holds its text (outlines)\n"
    "  --decimal=.|,              the decimal sign (.)\n"
    "  --text-scale=S             from 1 to 2, twice the size of the text or the\n"
    "                             largest that has room; 8 pt in one-column (1)\n"
    "  --ghost=z1,z2,z3           also the curves of these logits; up to six times\n"
    "  --show=PART,…  --hide=PART,…\n";

static const char after[]
  = "<export>"
    "  --strict                   no picture where a part that --show names has no room\n"
    "  --descend=N                shows a descent after N steps (0 to 1000)\n"
    "<walk>"
    "  --kept-rate=R              also the trail of as many steps at another rate\n"
    "  --selected=N               with --input: the row to emphasise (1)\n"
    "\n"
    "Many rows, of every command:\n"
    "  --input=FILE               a CSV file of rows; - for standard input\n"
    "  --csv-dialect=DIALECT      comma: commas, a point in numbers, nothing else\n"
    "                             (the default); semicolon, tab: separated so, with\n"
    "                             a decimal point or comma; auto: the one of the\n"
    "                             three that the header is written in, or commas\n"
    "                             with decimal commas in quotes\n"
    "  --total, --mean            the sum over all rows, or the sum divided by their\n"
    "                             number: loss, gradient, curvature (evaluate: each\n"
    "                             row by itself; export, descend: --total)\n"
    "\n"
    "Options of evaluate and descend:\n"
    "  --format=text|csv|json     (text; csv with --input)\n"
    "\n"
    "Options of descend:\n"
    "<walk>"
    "  --steps=N                  at most so many steps (20)\n"
    "  --tolerance=T              stop where the gradient is within T of 0 (1e-9)\n"
    "\n"
    "  --help, --version\n"
    "\n"
    "Exit status: 0 done, 1 the work failed, 2 the command was wrong.\n";

/* An option, or nothing, and what is said of it, in lines of their own column. */
static void
append_wrapped (GString *text, const char *option, const char *words)
{
  g_auto (GStrv) all = g_strsplit (words, " ", -1);
  gsize column = INDENT - 1;

  g_string_append_printf (text, "%-*s", INDENT - 1, option);
  for (guint i = 0; all[i] != NULL; i++)
    {
      gsize length = (gsize) g_utf8_strlen (all[i], -1);

      if (column + 1 + length > WIDTH)
        {
          g_string_append_printf (text, "\n%*s", INDENT - 1, "");
          column = INDENT - 1;
        }
      g_string_append_printf (text, " %s", all[i]);
      column += 1 + length;
    }
  g_string_append_c (text, '\n');
}

/* What a field is where nobody says otherwise, as its option takes it. A wiring is a class's then. */
static char *
new_start (const ScopeScenarioField *field)
{
  GString *text = g_string_new (NULL);
  ScopeScenario start;
  const ScopeClasses *classes = &start.classes;

  scope_field_start (&start);
  if (field->kind == SCOPE_FIELD_CLASS || field->kind == SCOPE_FIELD_WIRING)
    return g_string_free (g_string_append (text, classes->name[scope_field_get_whole (field, &start)]),
                          FALSE);
  if (field->kind == SCOPE_FIELD_CLASSES)
    g_string_append_printf (text, "%s,%s,%s", classes->name[0], classes->name[1], classes->name[2]);
  for (unsigned k = 0; field->kind == SCOPE_FIELD_NUMBERS && k < scope_field_count (field); k++)
    {
      g_autofree char *number
        = scope_number_format_typed (scope_field_get_number (field, &start, k), START_DIGITS, '.');

      g_string_append_printf (text, "%s%s", k > 0 ? "," : "", number);
    }
  return g_string_free (text, FALSE);
}

/* The scenario's options that just these commands have. */
static char *
new_options (unsigned commands)
{
  GString *text = g_string_new (NULL);
  const ScopeScenarioField *field;

  for (guint i = 0; (field = scope_field_get (i)) != NULL; i++)
    if (field->option != NULL && field->commands == commands)
      {
        g_autofree char *option = g_strdup_printf ("  --%s=%s", field->option, field->value);
        g_autofree char *start = new_start (field);
        g_autofree char *words = g_strdup_printf ("%s (%s)", field->help, start);

        append_wrapped (text, option, words);
      }
  return g_string_free (text, FALSE);
}

char *
scope_help_quantities (void)
{
  return scope_flags_list (SCOPE_QUANTITY_ALL, scope_hidden_quantity_name, SCOPE_N_QUANTITIES);
}

char *
scope_help_new (void)
{
  static const struct
  {
    const char *mark;
    unsigned commands;
  } sections[] = {
    { "<scenario>", 1 << SCOPE_COMMAND_EXPORT | 1 << SCOPE_COMMAND_EVALUATE | 1 << SCOPE_COMMAND_DESCEND },
    { "<export>", 1 << SCOPE_COMMAND_EXPORT },
    { "<walk>", 1 << SCOPE_COMMAND_EXPORT | 1 << SCOPE_COMMAND_DESCEND },
  };
  GString *text = g_string_new (before);
  g_autofree char *shown = scope_part_names (SCOPE_SHOW_DEFAULT);
  g_autofree char *hidden = scope_part_names (SCOPE_SHOW_ALL & ~SCOPE_SHOW_DEFAULT);
  g_autofree char *quantities = scope_help_quantities ();
  g_autofree char *formats = scope_picture_list_formats (""), *endings = scope_picture_list_formats (".");
  g_autofree char *words
    = g_strdup_printf ("parts: %s (shown); %s (hidden); numbers: %s", shown, hidden, quantities);

  g_string_replace (text, "<formats>", formats, 0);
  g_string_replace (text, "<endings>", endings, 0);
  append_wrapped (text, "", words);
  g_string_append (text, after);
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      g_autofree char *options = new_options (sections[i].commands);

      g_string_replace (text, sections[i].mark, options, 0);
    }
  return g_string_free (text, FALSE);
}
