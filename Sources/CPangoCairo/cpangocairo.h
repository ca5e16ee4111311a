// Everything CairoRendering needs of Cairo, Pango and Fontconfig, in one header.
//
// The functions below stand in for casts that are macros in C and so invisible to Swift.
#ifndef TARIKH_CPANGOCAIRO_H
#define TARIKH_CPANGOCAIRO_H

#include <cairo.h>
#include <cairo-ft.h>
#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <zlib.h>

/// A font map of its own over FreeType, so that nothing set on it reaches other tasks.
static inline PangoFontMap *tarikh_font_map_new(void) {
  return pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
}

static inline void tarikh_font_map_set_resolution(PangoFontMap *map, double dpi) {
  pango_cairo_font_map_set_resolution((PangoCairoFontMap *)map, dpi);
}

/// The map keeps its own reference to the configuration.
static inline void tarikh_font_map_set_config(PangoFontMap *map, FcConfig *config) {
  pango_fc_font_map_set_config((PangoFcFontMap *)map, config);
}

/// The font as Cairo draws it; owned by the Pango font. NULL when the font failed to load.
static inline cairo_scaled_font_t *tarikh_scaled_font(PangoFont *font) {
  return pango_cairo_font_get_scaled_font((PangoCairoFont *)font);
}

static inline void tarikh_unref(void *object) { g_object_unref(object); }

static inline void tarikh_ref(void *object) { g_object_ref(object); }

static inline PangoItem *tarikh_item(GList *node) { return (PangoItem *)node->data; }

/// Takes the table of characters off the font's file as Cairo holds it.
///
/// For each glyph of a PDF Cairo goes through the whole table to find a character of it, though it is
/// told the text, and though the table has no character for most Arabic glyphs.
static inline void tarikh_drop_charmap(cairo_scaled_font_t *font) {
  FT_Face face = cairo_ft_scaled_font_lock_face(font);
  if (face == NULL) return;
  face->charmap = NULL;
  cairo_ft_scaled_font_unlock_face(font);
}

/// The font's face as an object of its own, which Cairo embeds apart from the first; NULL when it
/// cannot be had. The setting that tells them apart has no effect, as nothing is hinted.
static inline cairo_font_face_t *tarikh_second_face(PangoFont *font) {
  FcPattern *pattern = FcPatternDuplicate(pango_fc_font_get_pattern((PangoFcFont *)font));
  if (pattern == NULL) return NULL;
  FcPatternDel(pattern, FC_AUTOHINT);
  FcPatternAddBool(pattern, FC_AUTOHINT, FcTrue);
  cairo_font_face_t *face = cairo_ft_font_face_create_for_pattern(pattern);
  FcPatternDestroy(pattern);
  if (cairo_font_face_status(face) == CAIRO_STATUS_SUCCESS) return face;
  cairo_font_face_destroy(face);
  return NULL;
}

/// How far the font reaches above and below the baseline, in Pango's units.
static inline void tarikh_font_extents(PangoFont *font, double *ascent, double *descent) {
  hb_font_extents_t extents;
  hb_font_get_extents_for_direction(pango_font_get_hb_font(font), HB_DIRECTION_LTR, &extents);
  *ascent = extents.ascender;
  *descent = -extents.descender;
}

/// deflateInit is a macro.
static inline int tarikh_deflate_begin(z_stream *stream, int level) {
  return deflateInit(stream, level);
}

#endif
