/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "derivation.h"

#include "markup.h"

/* What the symbols and numbers of the derivation are called, and their inks. */

const ScopeInk scope_factor_inks[SCOPE_N_FACTORS] = { SCOPE_INK_DL_DP, SCOPE_INK_DP_DZ, SCOPE_INK_DZ_DB };

char *
scope_derivation_p (const ScopeSubject *subject, const ScopePlan *plan, unsigned k)
{
  g_autofree char *name = scope_subject_subscript (subject, k);

  if (plan->columns.short_names)
    return g_strdup_printf ("*p*_%u", k + 1);
  return g_strdup_printf ("*p*_{%s}", name);
}

char *
scope_derivation_dp (const ScopeSubject *subject, const ScopePlan *plan)
{
  g_autofree char *p = scope_derivation_p (subject, plan, subject->figure->parameters.observed);

  return g_strdup_printf ("*∂*%s", p);
}

char *
scope_derivation_dz (const ScopeSubject *subject)
{
  return subject->factors.n_wired > 1 ? g_strdup ("*∂z*_{*k*}")
                                      : g_strdup_printf ("*∂z*_%u", subject->path + 1);
}

char *
scope_derivation_number (const char *printed, gboolean first)
{
  g_autofree char *plain = scope_markup_escape (printed);

  return !first && g_str_has_prefix (printed, "−") ? g_strdup_printf ("(%s)", plain)
                                                   : g_steal_pointer (&plain);
}
