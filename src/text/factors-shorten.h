/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "factors.h"

/* A printed number with no more than so many significant digits; what is not shorter then stays as it is. The
 * caller frees it. */
char *scope_factors_shorten (const char *printed, unsigned digits, char decimal);
