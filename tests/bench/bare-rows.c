/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What reading four numbers a row and printing sixteen costs at the least, whatever is computed
 * in between: rows from standard input, as many numbers as logitscope-cli prints. With "read" it only
 * reads, and prints one number that needs them all. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int
main (int argc, char **argv)
{
  static char line[4096];
  int only_read = argc > 1 && strcmp (argv[1], "read") == 0;
  double sum = 0;

  while (fgets (line, sizeof line, stdin) != NULL)
    {
      double in[4];
      char *at = line;

      for (int i = 0; i < 4; i++)
        {
          char *end;

          in[i] = strtod (at, &end);
          at = *end == ',' ? end + 1 : end;
        }
      for (int i = 0; i < 4; i++)
        sum += in[i];
      for (int i = 0; i < 16 && !only_read; i++)
        printf (i < 15 ? "%.17g," : "%.17g\n", in[i % 4] / (i + 3));
    }
  if (only_read)
    printf ("%.17g\n", sum);
  return 0;
}
