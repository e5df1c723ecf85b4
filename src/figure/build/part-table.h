/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "canvas.h"
#include "plan.h"
#include "subject.h"

/* What is said of a part that is not in the scene. */
typedef enum
{
  SCOPE_PART_WHOLE, /* nothing: it is where its panel is */
  SCOPE_PART_BLOCK, /* that it yields to others where there is no room */
  SCOPE_PART_LINE,  /* that there is nothing to show of it, where somebody asks */
} ScopePartKind;

/* A part of the figure; or, with show 0, what draws some of them, and what belongs to none. */
typedef struct
{
  unsigned show;     /* its ScopeShow flag */
  const char *name;  /* for command line, settings and actions */
  const char *words; /* for who hears of it; to be translated */
  ScopePartKind kind;
  /* NULL where one of the others draws it. */
  void (*draw) (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan);
} ScopePart;

/* In the order of painting. */
extern const ScopePart scope_parts[];
extern const guint scope_n_parts;
