/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs a fuzz target over every file of its kept corpus, without a fuzzer. */

#include <glib.h>
#include <stdio.h>

#include "fuzz.h"

int
main (int argc, char **argv)
{
  g_autoptr (GDir) folder = argc == 2 ? g_dir_open (argv[1], 0, NULL) : NULL;
  const char *name;
  guint n = 0;

  if (folder == NULL)
    {
      fputs ("usage: replay FOLDER\n", stderr);
      return 2;
    }
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (argv[1], name, NULL);
      g_autofree char *data = NULL;
      gsize size;

      if (!g_file_get_contents (path, &data, &size, NULL))
        return 1;
      /* Which file a failure is about. */
      printf ("# %s\n", name);
      fflush (stdout);
      LLVMFuzzerTestOneInput ((const uint8_t *) data, size);
      n++;
    }
  printf ("1..1\n%sok 1 %u inputs\n", n > 0 ? "" : "not ", n);
  return n == 0;
}
