/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "classes.h"

/* The one place where what people write becomes the names of classes: 1 to 60 visible characters, no number, no two
 * of them the same, whatever their case. Blanks around a name are not part of it. Setting returns NULL, or a
 * sentence about what is wrong, which changes nothing. */

/* All three. */
const char *scope_class_names_set (ScopeClasses *classes, const char *const texts[SCOPE_N_CLASSES]);
/* One of them. */
const char *scope_class_names_set_one (ScopeClasses *classes, unsigned k, const char *text);
/* "cat,dog,bird"; with semicolons between them a name may have commas. */
const char *scope_class_names_set_list (ScopeClasses *classes, const char *list);

/* Which class a text names: by its name, whatever the case of ASCII, or by its number, from 1 on; FALSE where none. */
gboolean scope_class_names_find (const ScopeClasses *classes, const char *text, unsigned *k);
/* What such a text may be: "cat, dog, bird, 1, 2, 3". The caller frees it. */
char *scope_class_names_list (const ScopeClasses *classes);
