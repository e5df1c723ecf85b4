/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* What a function of the model or the figure says of its input. */
typedef enum
{
  SCOPE_STATUS_OK,
  SCOPE_STATUS_NOT_FINITE, /* an input is NaN or infinite */
  SCOPE_STATUS_BAD_CLASS,  /* observed is not 0, 1 or 2 */
  SCOPE_STATUS_BAD_RANGE,  /* lo ≥ hi, or no sample asked for */
  SCOPE_STATUS_NO_ROWS,    /* a sum over no row at all */
} ScopeStatus;
