/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "help.h"

#include <string.h>

#include "hidden.h"
#include "part-table.h"
#include "picture.h"

/* Where what is said of an option begins, and where a line ends. */
#define INDENT 29
#define WIDTH 79

/* Up to the parts that --show names, and behind them. */
static const char before[]
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
    "  --classes=NAME,NAME,NAME   what the classes are called, in pictures, in the rows of\n"
    "                             --input, and wherever CLASS stands below\n"
    "                             (Setosa,Versicolor,Virginica)\n"
    "  --logits=z1,z2,z3          the three logits at b3 = 0 (1.0368,0.0032,0.1352)\n"
    "  --bias=b                   the bias b3 (-2)\n"
    "  --shift=c                  added to all three logits (0)\n"
    "  --observed=CLASS           a class’s name, 1, 2 or 3 (Setosa)\n"
    "  --wiring=WIRING            the logits that b3 is added to: a class, all,\n"
    "                             observed, or three weights w1,w2,w3 (Setosa)\n"
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
  = "  --strict                   no picture where a part that --show names has no room\n"
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

/* Words in lines of their own column. */
static void
append_wrapped (GString *text, const char *words)
{
  g_auto (GStrv) all = g_strsplit (words, " ", -1);
  gsize column = WIDTH;

  for (guint i = 0; all[i] != NULL; i++)
    {
      gsize length = strlen (all[i]);

      if (column + 1 + length > WIDTH)
        {
          g_string_append_printf (text, "%s%*s", i > 0 ? "\n" : "", INDENT - 1, "");
          column = INDENT - 1;
        }
      g_string_append_printf (text, " %s", all[i]);
      column += 1 + length;
    }
  g_string_append_c (text, '\n');
}

char *
scope_help_quantities (void)
{
  GString *names = g_string_new (scope_quantity_name (0));

  for (unsigned i = 1; i < SCOPE_N_QUANTITIES; i++)
    g_string_append_printf (names, ", %s", scope_quantity_name (i));
  return g_string_free (names, FALSE);
}

char *
scope_help_new (void)
{
  GString *text = g_string_new (before);
  g_autofree char *shown = scope_part_names (SCOPE_SHOW_DEFAULT);
  g_autofree char *hidden = scope_part_names (SCOPE_SHOW_ALL & ~SCOPE_SHOW_DEFAULT);
  g_autofree char *quantities = scope_help_quantities ();
  g_autofree char *formats = scope_picture_list_formats (""), *endings = scope_picture_list_formats (".");
  g_autofree char *words
    = g_strdup_printf ("parts: %s (shown); %s (hidden); numbers: %s", shown, hidden, quantities);

  g_string_replace (text, "<formats>", formats, 0);
  g_string_replace (text, "<endings>", endings, 0);
  append_wrapped (text, words);
  g_string_append (text, after);
  return g_string_free (text, FALSE);
}
