/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* Symbols as people type them, a letter with a subscript as "b_3" and "p_Setosa" or behind "∂", as markup: "*b*_3" and
 * "*p*_{Setosa}". What is markup already, and what stands between < and >, stays what it is; an "_" behind a whole word
 * and a "*" without another are characters like others. The caller frees it. */
char *scope_written_to_markup (const char *text);
