/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "shaped.h"

ScopeShaped *
scope_shaped_new (PangoLayout *layout)
{
  ScopeShaped *shaped = g_new0 (ScopeShaped, 1);
  int baseline = pango_layout_get_baseline (layout);
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  shaped->layout = layout;
  shaped->width = pango_units_to_double (logical.width);
  shaped->ascent = pango_units_to_double (baseline - logical.y);
  shaped->descent = pango_units_to_double (logical.y + logical.height - baseline);
  g_ref_count_init (&shaped->references);
  return shaped;
}

ScopeShaped *
scope_shaped_ref (ScopeShaped *shaped)
{
  g_ref_count_inc (&shaped->references);
  return shaped;
}

void
scope_shaped_unref (ScopeShaped *shaped)
{
  if (!g_ref_count_dec (&shaped->references))
    return;
  g_object_unref (shaped->layout);
  g_free (shaped);
}
