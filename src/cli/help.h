/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* What --help prints. The caller frees it. */
char *scope_help_new (void);
/* "loss, p, …": what --hide names beside parts. The caller frees it. */
char *scope_help_quantities (void);
