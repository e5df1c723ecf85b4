/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

/* What GTK's own classes do is done by a function of ours: at that offset of the class, of each class below it
 * that does the same, and so of all that come later. Returns GTK's function, to be called from ours. */
GCallback scope_vfunc_override (GType type, gsize offset, GCallback ours);
