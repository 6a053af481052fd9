/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sizes and faces of the three media. */

#include "ntm-draw-style.h"

/* Sizes in units of the medium: desk and projector pixels, points on paper. */
static const double font_sizes[NTM_N_MEDIA][NTM_N_FONTS] = {
  /*                 figure title section body cell  caption map */
  [NTM_MEDIUM_DESK]      = { 22,  20, 16, 14, 13.5, 12,   17 },
  [NTM_MEDIUM_PROJECTOR] = { 124, 62, 34, 30, 28,   22,   28 },
  [NTM_MEDIUM_PRINT]     = { 20,  14, 13, 12, 11.5, 10,   11 },
};

static const char * const families[NTM_N_MEDIA] = {
  [NTM_MEDIUM_DESK]      = "Adwaita Sans,Inter,Cantarell,Noto Sans,sans-serif",
  [NTM_MEDIUM_PROJECTOR] = "Adwaita Sans,Inter,Cantarell,Noto Sans,sans-serif",
  [NTM_MEDIUM_PRINT]     = "Times New Roman,Tinos,TeX Gyre Termes,FreeSerif,Liberation Serif,Noto Serif,DejaVu Serif,serif",
};

/* One desk pixel: the measure of strokes, gaps and textures. */
static const double units[NTM_N_MEDIA] = { 1, 1.9, 0.8 };

static PangoContext *
create_context (void)
{
  g_autoptr(PangoFontMap) map = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (map);
  cairo_font_options_t *options = cairo_font_options_create ();

  /* The same positions on screen, paper and in tests: no hinting to a pixel grid. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 96);
  pango_context_set_round_glyph_positions (context, FALSE);
  return context;
}

/* Whether a face is there itself (not another in its place) and has the letters of Vietnamese. */
static gboolean
has_vietnamese (PangoContext *context, const char *family)
{
  static const gunichar letters[] = { 0x0111, 0x01a1, 0x01b0, 0x1ea1, 0x1eab, 0x1ec5, 0x1ee1, 0x1ef8 };
  PangoFontDescription *wanted = pango_font_description_new ();
  g_autoptr(PangoFont) font = NULL;
  PangoFontDescription *found;
  gboolean complete;

  pango_font_description_set_family (wanted, family);
  font = pango_context_load_font (context, wanted);
  pango_font_description_free (wanted);
  if (font == NULL)
    return FALSE;

  found = pango_font_describe (font);
  complete = g_ascii_strcasecmp (pango_font_description_get_family (found), family) == 0;
  pango_font_description_free (found);
  for (guint i = 0; complete && i < G_N_ELEMENTS (letters); i++)
    complete = pango_font_has_char (font, letters[i]);

  return complete;
}

/* The list without the faces that lack letters: one letter from another face in a word is ugly. */
static char *
keep_complete (PangoContext *context, const char *list)
{
  g_auto(GStrv) names = g_strsplit (list, ",", -1);
  g_autoptr(GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; names[i] != NULL; i++)
    if (names[i + 1] == NULL || has_vietnamese (context, names[i]))
      g_ptr_array_add (kept, names[i]);
  g_ptr_array_add (kept, NULL);
  return g_strjoinv (",", (char **) kept->pdata);
}

/**
 * ntm_draw_style_new:
 * @style: colours
 * @medium: sizes and face
 * @lang: language of axis numbers
 *
 * Returns: (transfer full): a style; use it in one thread at a time
 */
NtmDrawStyle *
ntm_draw_style_new (NtmStyle style, NtmMedium medium, NtmLang lang)
{
  NtmDrawStyle *self;

  g_return_val_if_fail (style < NTM_N_STYLES && medium < NTM_N_MEDIA, NULL);

  self = g_new0 (NtmDrawStyle, 1);
  self->palette = ntm_palette_new (style);
  self->medium = medium;
  self->scale = 1;
  self->lang = lang;
  self->pango = create_context ();
  self->family = keep_complete (self->pango, families[medium]);
  return self;
}

/**
 * ntm_draw_style_copy:
 * @self: a style
 *
 * Returns: (transfer full): a style of its own, sharing only the palette and the Pango context
 */
NtmDrawStyle *
ntm_draw_style_copy (const NtmDrawStyle *self)
{
  NtmDrawStyle *copy = g_new0 (NtmDrawStyle, 1);

  *copy = *self;
  copy->palette = ntm_palette_ref (self->palette);
  copy->family = g_strdup (self->family);
  copy->pango = g_object_ref (self->pango);
  return copy;
}

/**
 * ntm_draw_style_free:
 * @self: (transfer full) (nullable): a style
 */
void
ntm_draw_style_free (NtmDrawStyle *self)
{
  if (self == NULL)
    return;

  ntm_palette_unref (self->palette);
  g_free (self->family);
  g_object_unref (self->pango);
  g_free (self);
}

/**
 * ntm_draw_style_set_family:
 * @self: a style
 * @family: a comma-separated list of faces
 */
void
ntm_draw_style_set_family (NtmDrawStyle *self, const char *family)
{
  g_return_if_fail (family != NULL);

  g_free (self->family);
  self->family = g_strdup (family);
}

/**
 * ntm_draw_style_font_size:
 * @self: a style
 * @font: a role
 *
 * Returns: the size of @font in units of the drawing
 */
double
ntm_draw_style_font_size (const NtmDrawStyle *self, NtmFont font)
{
  g_return_val_if_fail (font < NTM_N_FONTS, 12);

  return font_sizes[self->medium][font] * self->scale;
}

/**
 * ntm_draw_style_unit:
 * @self: a style
 *
 * Returns: the length that stands for one desk pixel: for strokes, gaps and textures
 */
double
ntm_draw_style_unit (const NtmDrawStyle *self)
{
  return units[self->medium] * self->scale;
}
