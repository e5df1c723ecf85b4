/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* Which blocks of a picture have room in its columns, in which of their forms, and where. Knows none of them:
 * numbers in, numbers out. */

/* Columns, as bits: a block may go through both. */
typedef enum
{
  SCOPE_SLOT_MAIN = 1 << 0,
  SCOPE_SLOT_SIDE = 1 << 1,
} ScopeSlot;
#define SCOPE_N_SLOTS 2

#define SCOPE_MOST_FORMS 24

typedef struct
{
  unsigned slots;                  /* ScopeSlot; 0: it is not in this picture */
  gboolean asked;                  /* it is missed where it is gone */
  gboolean kept;                   /* see SCOPE_CONCESSION_SPARING */
  guint n_forms;                   /* 0: nothing to show */
  double height[SCOPE_MOST_FORMS]; /* px, from the fullest form down; of what grows, at least */
  double gives[SCOPE_MOST_FORMS];  /* px that it can give up of that when it is pressed */
  guint first;                     /* the fullest form that it may have here */
  unsigned heads;                  /* it is there with any of these blocks, as bits; 0: by itself */
  gboolean grows;                  /* into what is left over of its column */
  double share;                    /* of what growing blocks have together, where one before it grows, too */
  guint form;                      /* found; n_forms: it is gone */
  double top, taken;               /* found; px, from the upper end of its column */
} ScopeBlock;

/* One more form; heights of 0 are none. */
void scope_planner_add_form (ScopeBlock *block, double height_px);

/* Forms to yield to: none, and the last one. */
#define SCOPE_FORM_GONE G_MAXUINT
#define SCOPE_FORM_LEAST (G_MAXUINT - 1)

enum
{
  SCOPE_CONCESSION_MISSED = 1 << 0,  /* less is shown then */
  SCOPE_CONCESSION_PRESSED = 1 << 1, /* only once what can give up some of its height has done so */
  SCOPE_CONCESSION_SPARING = 1 << 2, /* not of a block that is kept */
  SCOPE_CONCESSION_LATE = 1 << 3,    /* taken back once all others have been */
};

/* Where a column is too low, a block yields down to that form. */
typedef struct
{
  guint block, form;
  unsigned slots; /* the columns that are helped */
  unsigned flags;
} ScopeConcession;

typedef struct
{
  ScopeBlock *blocks; /* Borrowed */
  guint n_blocks;
  const ScopeConcession *recipe; /* Borrowed; the least important one first */
  guint n_concessions;
  double room[SCOPE_N_SLOTS]; /* px; of the slot 1 << i */
  const guint *order;         /* Borrowed; their numbers from the top down, NULL where they are so */
} ScopePlanner;

/* Finds the forms: blocks yield in the order of the recipe until the rest fits, and take back what then has room,
 * the most important first. */
void scope_planner_choose (ScopePlanner *planner);
/* Finds the places of the forms that were found. */
void scope_planner_stack (ScopePlanner *planner);
gboolean scope_planner_has (const ScopePlanner *planner, guint block);
/* How much is shown: what is more important weighs more than all that is less. */
guint64 scope_planner_weigh (const ScopePlanner *planner);
/* The most that a recipe's blocks can weigh. */
guint64 scope_planner_most (const ScopePlanner *planner);
