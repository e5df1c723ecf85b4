/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include <locale.h>

/* A language with a decimal comma, whatever is installed: make_abroad.py has made it where LOCPATH says. */
#define TEST_COMMA "eo.UTF-8"

static inline void
test_take_comma (void)
{
  g_assert_nonnull (setlocale (LC_ALL, TEST_COMMA));
  g_assert_cmpstr (localeconv ()->decimal_point, ==, ",");
}
