/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* A printed text in words, as a reader says it: "b₃ −2" is "b 3 equals −2", "1.25·10⁻⁷" is "1.25 times 10 to the
 * minus 7", "∂L/∂b₃" is "d L by d b 3". Speech leaves out most signs, scripts and shapes, each reader others,
 * and a number beside a symbol is heard as a difference. What is in words already stays as it is. */
char *scope_speech (const char *printed);

/* A printed number, borrowed, to stand in a sentence: what is hidden is called so. */
const char *scope_speech_of (const char *printed);
