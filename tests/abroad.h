/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include <libintl.h>
#include <locale.h>

/* The languages that make_abroad.py makes: half as long again, and from right to left. */
static const char *const test_abroad[] = { "eo.UTF-8", "he_IL.UTF-8" };

static inline void
test_go_abroad (const char *locale)
{
  g_unsetenv ("LANGUAGE");
  g_setenv ("LC_ALL", locale, TRUE);
  g_assert_nonnull (setlocale (LC_ALL, ""));
  bindtextdomain ("logitscope", g_getenv ("SCOPE_ABROAD"));
  bind_textdomain_codeset ("logitscope", "UTF-8");
  textdomain ("logitscope");
  g_assert_cmpstr (dgettext ("logitscope", "one curve"), !=, "one curve");
}
