/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdio.h>
#include <string.h>

#include "complain.h"
#include "descend.h"
#include "document-load.h"
#include "evaluate.h"
#include "export.h"
#include "file.h"
#include "help.h"
#include "options.h"
#include "parse.h"
#include "results.h"

static const struct
{
  const char *name;
  int (*run) (const ScopeOptions *options);
} commands[] = {
  [SCOPE_COMMAND_EXPORT] = { "export", scope_export_run },
  [SCOPE_COMMAND_EVALUATE] = { "evaluate", scope_evaluate_run },
  [SCOPE_COMMAND_DESCEND] = { "descend", scope_descend_run },
};

/* The exit status. */
static int
say (const char *text)
{
  fputs (text, stdout);
  return scope_results_finish (0);
}

/* A command with what stands behind it: a document's name, perhaps, and options. */
static int
run (ScopeCommand command, int argc, char **argv)
{
  const gboolean has_document = argc > 0 && !g_str_has_prefix (argv[0], "--");
  g_autoptr (GError) error = NULL;
  g_autoptr (ScopeDocument) document = has_document ? scope_document_load (argv[0], &error) : NULL;
  ScopeOptions options;

  if (error != NULL)
    {
      scope_complain ("%s", error->message);
      return 1;
    }
  if (document != NULL && document->read_only)
    scope_complain ("note: %s was written by a newer version: what this one does not know is left out",
                    argv[0]);
  if (!scope_parse_options (&options, document, command, argc - has_document, argv + has_document))
    return 2;
  options.document_path = has_document ? argv[0] : NULL;
  return commands[command].run (&options);
}

int
main (int argc, char **argv)
{

  scope_file_init ();
  for (int i = 1; i < argc; i++)
    {
      if (strcmp (argv[i], "--help") == 0)
        {
          g_autofree char *help = scope_help_new ();

          return say (help);
        }
      if (strcmp (argv[i], "--version") == 0)
        return say ("logitscope-cli " SCOPE_VERSION "\n");
    }

  for (ScopeCommand command = 0; argc >= 2 && command < G_N_ELEMENTS (commands); command++)
    if (strcmp (argv[1], commands[command].name) == 0)
      return run (command, argc - 2, argv + 2);
  scope_complain ("%s; allowed: export, evaluate, descend, --help, --version",
                  argc >= 2 ? "the first argument is no command" : "a command is missing");
  return 2;
}
