/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "opened.h"

#include <string.h>

#include "complain.h"
#include "option-table.h"

const ScopeDocumentLook *
scope_opened_look (const ScopeOptions *options)
{
  if (options->document == NULL)
    return NULL;
  return options->step > 0 ? &scope_document_get_step (options->document, options->step - 1)->look
                           : &options->document->look;
}

gboolean
scope_opened_begin (ScopeOptions *options)
{
  const guint n = options->document != NULL ? options->document->steps->len : 0;

  if (options->document == NULL && (options->step > 0 || options->all_steps))
    {
      scope_complain ("--step needs a document with steps: its name is the first argument");
      return FALSE;
    }
  if (options->step > n || (options->all_steps && n == 0))
    {
      if (n == 0)
        scope_complain ("--step is not allowed: the document has no steps");
      else
        scope_complain ("--step=%u is not allowed; allowed: 1 to %u, the number of steps, or all",
                        options->step, n);
      return FALSE;
    }
  if (options->document != NULL)
    options->figure.scenario = scope_opened_look (options)->scenario;
  return TRUE;
}

/* The rows, where no others are given. */
static void
take_rows (ScopeOptions *options, const ScopeDocumentLook *look)
{
  options->n_rows = look->n_rows;
  if (look->n_rows == 0)
    return;
  if (options->sum == SCOPE_SUM_NONE)
    options->sum = look->mean ? SCOPE_SUM_MEAN : SCOPE_SUM_TOTAL;
  if (options->selected == 0)
    options->selected = look->selected + 1;
}

/* A descent that has begun, and ends at the bias that the document names: from another one that is asked for it takes
 * as many steps. */
static void
take_walk (ScopeOptions *options, const ScopeDocumentLook *look)
{
  options->n_descend = look->walk_steps;
  if (!scope_option_is_given (options, SCOPE_COMMAND_EXPORT, "bias"))
    options->figure.parameters.b = look->walk_from;
}

void
scope_opened_finish (ScopeOptions *options, ScopeCommand command)
{
  const ScopeDocumentLook *look = scope_opened_look (options);

  if (look == NULL)
    return;
  if (!options->has_range)
    memcpy (options->range, look->axis, sizeof look->axis);
  options->has_range = TRUE;
  if (options->input == NULL)
    take_rows (options, look);
  if (command == SCOPE_COMMAND_EXPORT && look->walk_steps > 0
      && !scope_option_is_given (options, command, "descend"))
    take_walk (options, look);
}

gboolean
scope_opened_fill_stage (const ScopeOptions *options, ScopeStage *stage)
{
  const ScopeDocumentStep *step;

  if (options->step == 0)
    return FALSE;
  step = scope_document_get_step (options->document, options->step - 1);
  *stage = (ScopeStage) { .title = step->title,
                          .step = options->step - 1,
                          .n_steps = options->document->steps->len,
                          .links = step->look.plots,
                          .rows = step->look.lines,
                          .show = step->look.scenario.show };
  memcpy (stage->sentences, step->sentences, sizeof stage->sentences);
  return TRUE;
}
