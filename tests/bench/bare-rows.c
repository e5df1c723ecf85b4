/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What reading four numbers a row and printing sixteen costs at the least, whatever is computed
 * in between: rows from standard input, as many numbers as logitscope-cli prints. */

#include <stdio.h>
#include <stdlib.h>

int
main (void)
{
  static char line[4096];

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
      for (int i = 0; i < 16; i++)
        printf (i < 15 ? "%.17g," : "%.17g\n", in[i % 4] / (i + 3));
    }
  return 0;
}
