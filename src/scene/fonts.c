/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fonts.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangofc-fontmap.h>

/* A scene has some 60 pieces of text and a drag changes a dozen of them per frame. */
#define MAX_CACHED 1500

struct _ScopeFonts
{
  PangoFontMap *map;     /* Owned; the shipped fonts alone */
  PangoContext *context; /* Owned */
  PangoContext *system;  /* Owned; made when the shipped fonts lack a character */
  GHashTable *cache;     /* Owned; "face text" → ScopeShaped */
};

/* A configuration of the given files alone: neither the system's nor the user's fonts.conf is
 * read, which makes the figure the same everywhere and the start a third faster. */
static FcConfig *
new_configuration (const char *directory, GError **error)
{
  FcConfig *configuration = FcConfigCreate ();

  for (int face = 0; face < SCOPE_N_FACES; face++)
    {
      g_autofree char *path = g_build_filename (directory, scope_face_file (face), NULL);

      if (!FcConfigAppFontAddFile (configuration, (const FcChar8 *) path))
        {
          FcConfigDestroy (configuration);
          g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT, "The font %s cannot be read", path);
          return NULL;
        }
    }
  return configuration;
}

/* Outlines as they are: no hinting, so that a picture's lines of text scale without a jump. */
static PangoContext *
new_context (PangoFontMap *map)
{
  PangoContext *context = pango_font_map_create_context (map);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 96);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string ("en"));
  cairo_font_options_destroy (options);
  return context;
}

ScopeFonts *
scope_fonts_new (const char *directory, GError **error)
{
  FcConfig *configuration = new_configuration (directory, error);
  ScopeFonts *fonts;

  if (configuration == NULL)
    return NULL;

  fonts = g_new0 (ScopeFonts, 1);
  fonts->map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
  pango_fc_font_map_set_config (PANGO_FC_FONT_MAP (fonts->map), configuration);
  FcConfigDestroy (configuration);
  fonts->context = new_context (fonts->map);
  fonts->cache = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) scope_shaped_unref);
  return fonts;
}

void
scope_fonts_spare_system (void)
{
  FcConfig *empty = FcConfigCreate ();

  FcConfigSetCurrent (empty);
  FcConfigDestroy (empty);
}

void
scope_fonts_free (ScopeFonts *fonts)
{
  if (fonts == NULL)
    return;
  g_hash_table_unref (fonts->cache);
  g_clear_object (&fonts->context);
  g_clear_object (&fonts->system);
  g_clear_object (&fonts->map);
  g_free (fonts);
}

/* The system's list, read anew: the current one may be the empty one of
 * scope_fonts_spare_system(). */
static PangoContext *
get_system_context (ScopeFonts *fonts)
{
  g_autoptr (PangoFontMap) map = NULL;
  FcConfig *configuration;

  if (fonts->system != NULL)
    return fonts->system;
  map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
  configuration = FcInitLoadConfigAndFonts ();
  pango_fc_font_map_set_config (PANGO_FC_FONT_MAP (map), configuration);
  FcConfigDestroy (configuration);
  fonts->system = new_context (map);
  return fonts->system;
}

static PangoLayout *
new_layout (PangoContext *context, ScopeFace face, const char *text)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *description = pango_font_description_new ();

  pango_font_description_set_family_static (description, scope_face_family (face));
  pango_font_description_set_weight (description,
                                     scope_face_is_bold (face) ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style (description,
                                    scope_face_is_italic (face) ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  pango_font_description_set_absolute_size (description, SCOPE_SHAPED_SIZE * PANGO_SCALE);
  pango_layout_set_font_description (layout, description);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (description);
  return layout;
}

static ScopeShaped *
shape (ScopeFonts *fonts, ScopeFace face, const char *text)
{
  PangoLayout *layout = new_layout (fonts->context, face, text);

  if (pango_layout_get_unknown_glyphs_count (layout) > 0)
    {
      g_object_unref (layout);
      layout = new_layout (get_system_context (fonts), face, text);
    }
  return scope_shaped_new (layout);
}

ScopeShaped *
scope_fonts_shape (ScopeFonts *fonts, ScopeFace face, const char *text)
{
  g_autofree char *key = g_strdup_printf ("%d %s", face, text);
  ScopeShaped *shaped = g_hash_table_lookup (fonts->cache, key);

  if (shaped != NULL)
    return scope_shaped_ref (shaped);

  if (g_hash_table_size (fonts->cache) >= MAX_CACHED)
    g_hash_table_remove_all (fonts->cache);
  shaped = shape (fonts, face, text);
  g_hash_table_insert (fonts->cache, g_steal_pointer (&key), scope_shaped_ref (shaped));
  return shaped;
}
