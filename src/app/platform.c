/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "platform.h"

/* One plot of a few hundred points repaints in a millisecond or two on the processor, while looking
 * for a graphics card takes a fifth of a second and 80 to 110 MiB wherever there is none: in a
 * container, on a lecture hall's thin client. On machines with one, the difference is not seen,
 * either. Who wants it sets GSK_RENDERER. GTK 4.16 moved what switches off from GDK_DEBUG to
 * GDK_DISABLE, and complains of what it does not know. */
void
scope_platform_prefer_quick_start (void)
{
  /* The library that runs, not the one that was there when this was built. */
  gboolean has_disable = gtk_get_major_version () > 4 || gtk_get_minor_version () >= 16;

  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  if (!g_str_equal (g_getenv ("GSK_RENDERER"), "cairo"))
    return;
  if (has_disable)
    g_setenv ("GDK_DISABLE", "gl,vulkan", FALSE);
  else
    g_setenv ("GDK_DEBUG", "gl-disable", FALSE);
}

gboolean
scope_platform_tells_values (void)
{
  return GTK_CHECK_VERSION (4, 14, 0);
}

gboolean
scope_platform_can_announce (void)
{
  return GTK_CHECK_VERSION (4, 14, 0);
}

void
scope_platform_announce (GtkAccessible *accessible, const char *text)
{
#if GTK_CHECK_VERSION(4, 14, 0)
  /* Every other file is held to 4.8 by a warning for whatever is newer. */
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  gtk_accessible_announce (accessible, text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  G_GNUC_END_IGNORE_DEPRECATIONS
#endif
}
