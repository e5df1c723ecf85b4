/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "location.h"

#include <glib.h>

/* Known by what every picture needs. */
#define WITNESS "fonts/NotoSans-Regular.ttf"

static gboolean
holds_data (const char *folder)
{
  g_autofree char *witness = g_build_filename (folder, WITNESS, NULL);

  return g_file_test (witness, G_FILE_TEST_EXISTS);
}

char *
scope_location_data (void)
{
  static const char *const beside[] = { "../share/logitscope", "../data", "../../data" };
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;

  for (guint i = 0; folder != NULL && i < G_N_ELEMENTS (beside); i++)
    {
      g_autofree char *candidate = g_build_filename (folder, beside[i], NULL);

      if (holds_data (candidate))
        return g_canonicalize_filename (candidate, NULL);
    }
  return g_strdup (SCOPE_DATA_DIR);
}
