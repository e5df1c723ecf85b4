/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "frame.h"

void
scope_frame_clear (ScopeFrame *frame)
{
  scope_scene_free ((ScopeScene *) frame->scene);
  g_free ((char *) frame->title);
  g_free ((char *) frame->description);
  *frame = (ScopeFrame) { 0 };
}
