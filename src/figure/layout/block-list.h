/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every block of a figure: the parts that are one, by their names, and what belongs to none or to several. Included where
 * BLOCK is defined. A block is scope_NAME_block of its file, and SCOPE_BLOCK_FLAG where the layout speaks of it.
 *
 * BLOCK (flag, name) */
#define PART(flag, name, ...) BLOCK (flag, name)
#define PIECE(...)
#include "part-list.h"
BLOCK (ALONE_SIDE, alone_side) /* in the second column: what is below is about one flower of many */
BLOCK (ALONE_CHAIN,
       alone_chain) /* the same over formula and diagram, and the bar where it is in their column */
BLOCK (ALONE_LINKS, alone_links) /* over the linked plots in a row */
BLOCK (BIAS, bias)               /* before a hall: b₃, and the other rows of ScopeStageRows */
BLOCK (LOGITS, logits)
BLOCK (LOSS, loss)
BLOCK (SOFTMAX, softmax)
BLOCK (STEPS, steps)
BLOCK (STRIP, strip) /* the waterfall where there is no second column */
BLOCK (PLOT, plot)
#undef BLOCK
