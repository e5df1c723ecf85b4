/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "results.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>

#include "complain.h"
#include "number.h"

ScopeResults
scope_results_new (const ScopeOptions *options, const char *const *names, guint n)
{
  ScopeResultsFormat format = options->results;

  if (format == SCOPE_RESULTS_DEFAULT)
    format = options->input != NULL ? SCOPE_RESULTS_CSV : SCOPE_RESULTS_TEXT;
  return (ScopeResults) { .format = format, .names = names, .n = n };
}

static void
print_text (const ScopeResults *results, const double *values)
{
  char number[SCOPE_NUMBER_EXACT_SIZE];

  if (results->begun)
    putchar ('\n');
  for (guint i = 0; i < results->n; i++)
    printf ("%s = %s\n", results->names[i], scope_number_exact (values[i], number));
}

static void
print_csv (const ScopeResults *results, const double *values)
{
  char number[SCOPE_NUMBER_EXACT_SIZE];

  if (!results->begun)
    for (guint i = 0; i < results->n; i++)
      printf (i + 1 < results->n ? "%s," : "%s\n", results->names[i]);
  for (guint i = 0; i < results->n; i++)
    {
      if (i > 0)
        putchar_unlocked (',');
      fputs_unlocked (scope_number_exact (values[i], number), stdout);
    }
  putchar_unlocked ('\n');
}

/* One object per line; JSON has no infinity. */
static void
print_json (const ScopeResults *results, const double *values)
{
  char number[SCOPE_NUMBER_EXACT_SIZE];

  for (guint i = 0; i < results->n; i++)
    printf ("%s\"%s\":%s", i > 0 ? "," : "{", results->names[i],
            isinf (values[i]) ? "null" : scope_number_exact (values[i], number));
  puts ("}");
}

gboolean
scope_results_print (ScopeResults *results, const double *values)
{
  switch (results->format)
    {
    case SCOPE_RESULTS_CSV:
      print_csv (results, values);
      break;
    case SCOPE_RESULTS_JSON:
      print_json (results, values);
      break;
    case SCOPE_RESULTS_TEXT:
    case SCOPE_RESULTS_DEFAULT:
    default:
      print_text (results, values);
      break;
    }
  results->begun = TRUE;
  return !ferror (stdout);
}

/* What could not be written is an error, not silence. */
int
scope_results_finish (int status)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return status;
  scope_complain ("standard output cannot be written: %s", g_strerror (errno));
  return 1;
}
