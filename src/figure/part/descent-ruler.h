/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "pen.h"

void scope_descent_write_ruler (ScopePen *pen); /* descent-ruler.c */
