/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* The decimal sign of the desktop's language: '.' or ','. */
char scope_decimal_sign_of_locale (void);
