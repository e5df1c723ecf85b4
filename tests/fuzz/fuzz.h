/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <stddef.h>
#include <stdint.h>

/* What libFuzzer calls with bytes of its invention, and replay.c with those that were kept. */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);
