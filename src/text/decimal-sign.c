/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "decimal-sign.h"

#include <langinfo.h>

char
scope_locale_decimal (void)
{
  return nl_langinfo (RADIXCHAR)[0] == ',' ? ',' : '.';
}
