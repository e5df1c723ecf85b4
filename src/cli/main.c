/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdio.h>
#include <string.h>

#include "complain.h"
#include "file.h"
#include "options.h"
#include "parse.h"
#include "results.h"

static const char help[]
  = "Usage: logitscope-cli COMMAND [OPTION…]\n"
    "\n"
    "Draws and evaluates the cross-entropy loss of a softmax classifier and its\n"
    "gradient over one bias, without a display.\n"
    "\n"
    "Commands:\n"
    "  export                     write the figure to a file\n"
    "  evaluate                   print every quantity with 17 significant digits\n"
    "  descend                    walk downhill, b3 <- b3 - rate * gradient\n"
    "\n"
    "Scenario, of every command:\n"
    "  --logits=z1,z2,z3          the three logits at b3 = 0 (1.0368,0.0032,0.1352)\n"
    "  --bias=b                   the bias b3 (-2)\n"
    "  --shift=c                  added to all three logits (0)\n"
    "  --observed=CLASS           Setosa, Versicolor, Virginica, 1, 2 or 3 (Setosa)\n"
    "  --wiring=WIRING            the logits that b3 is added to: a class, all,\n"
    "                             observed, or three weights w1,w2,w3 (Setosa)\n"
    "  --range=lo,hi              the axis of b3 (-10,10, moved where b3 is outside)\n"
    "\n"
    "Options of export:\n"
    "  --output=FILE              .png, .svg or .pdf; - for standard output\n"
    "  --format=png|svg|pdf       where the file's name does not tell, or on purpose\n"
    "  --size=WIDTHxHEIGHT        in pixels at 96 to the inch (1920x1080);\n"
    "                             one-column (85 mm) or two-columns (178 mm)\n"
    "  --scale=S                  times the pixels of a PNG (1)\n"
    "  --theme=THEME              light, dark, high-contrast, high-contrast-light or print (light)\n"
    "  --transparent              without the ground\n"
    "  --svg-text=outlines|text   how an SVG holds its text (outlines)\n"
    "  --decimal=.|,              the decimal sign (.)\n"
    "  --text-scale=S             from 1 to 2, twice the size of the text or the\n"
    "                             largest that has room; 8 pt in one-column (1)\n"
    "  --ghost=z1,z2,z3           also the curves of these logits; up to six times\n"
    "  --show=PART,…  --hide=PART,…\n"
    "                             parts: question, bar, tangent, others, guess,\n"
    "                             downhill, formula, diagram, links, point, ghosts,\n"
    "                             waterfall (shown); probabilities, steps, mistakes,\n"
    "                             cases, answers, estimate, shift, hood, descent\n"
    "                             (hidden); numbers: loss, p, dl_dp, dp_dz,\n"
    "                             dz_db, gradient\n"
    "  --strict                   no picture where a part that --show names has no room\n"
    "  --estimate=SLOPE           of the tangent that estimate draws (0)\n"
    "  --descend=N                shows a descent after N steps (0 to 1000)\n"
    "  --rate=R                   its learning rate (1)\n"
    "  --kept-rate=R              also the trail of as many steps at another rate\n"
    "  --h=H                      of the finite difference with --show=hood, from\n"
    "                             1e-12 to 1 (1)\n"
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
    "  --rate=R                   the learning rate (1)\n"
    "  --steps=N                  at most so many steps (20)\n"
    "  --tolerance=T              stop where the gradient is within T of 0 (1e-9)\n"
    "\n"
    "  --help, --version\n"
    "\n"
    "Exit status: 0 done, 1 the work failed, 2 the command was wrong.\n";

static const struct
{
  const char *name;
  int (*run) (const ScopeOptions *options);
} commands[] = {
  [SCOPE_COMMAND_EXPORT] = { "export", scope_export },
  [SCOPE_COMMAND_EVALUATE] = { "evaluate", scope_run_evaluate },
  [SCOPE_COMMAND_DESCEND] = { "descend", scope_run_descend },
};

/* The exit status. */
static int
say (const char *text)
{
  fputs (text, stdout);
  return scope_results_finish (0);
}

int
main (int argc, char **argv)
{
  ScopeOptions options;

  scope_file_init ();
  for (int i = 1; i < argc; i++)
    {
      if (strcmp (argv[i], "--help") == 0)
        return say (help);
      if (strcmp (argv[i], "--version") == 0)
        return say ("logitscope-cli " SCOPE_VERSION "\n");
    }

  for (ScopeCommand command = 0; argc >= 2 && command < G_N_ELEMENTS (commands); command++)
    if (strcmp (argv[1], commands[command].name) == 0)
      return scope_options_parse (&options, command, argc - 2, argv + 2) ? commands[command].run (&options)
                                                                         : 2;
  scope_complain ("%s; allowed: export, evaluate, descend, --help, --version",
                  argc >= 2 ? "the first argument is no command" : "a command is missing");
  return 2;
}
