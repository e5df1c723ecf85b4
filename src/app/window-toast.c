/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "window-private.h"

static void
dismissed_cb (AdwToast *toast, ScopeWindow *self)
{
  if (self->said == toast)
    self->said = NULL;
}

void
scope_window_say (ScopeWindow *self, const char *text)
{
  AdwToast *toast;

  /* Said a second time, a sentence would wait its turn and come up long after. */
  if (self->said != NULL && g_str_equal (adw_toast_get_title (self->said), text))
    return;
  toast = adw_toast_new (text);
  self->said = toast;
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (dismissed_cb), self, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}
