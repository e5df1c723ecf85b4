/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* What runs into each other in a text that is heard: cells that are told apart by space alone on a page, or a
 * minus that would be heard as "less". */
#define TEST_GLUED "[0-9₀-₉][−∂A-Za-z(=]|[A-Za-z)][−0-9]|  |[;:,.?][^ 0-9A-Za-z]"
