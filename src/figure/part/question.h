/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "figure.h"

/* "How wrong is the network about this Setosa flower, as b₃ changes?" */
char *scope_question_text (const ScopeFigure *figure);
