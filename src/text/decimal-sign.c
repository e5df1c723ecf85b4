/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "decimal-sign.h"

#include <langinfo.h>

char
scope_decimal_sign_of_locale (void)
{
  return nl_langinfo (RADIXCHAR)[0] == ',' ? ',' : '.';
}
