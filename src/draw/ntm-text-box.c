/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text set by Pango. Every line is 1.3 times the size high, so that stacked accents never touch. */

#include "ntm-text-box.h"

#define LINE_HEIGHT 1.3
#define MAX_CHARS   10000 /* several pages; Pango would take minutes and gigabytes for a text without end */

static PangoWeight
find_weight (NtmFont font, NtmTextFlags flags)
{
  if (flags & NTM_TEXT_BOLD)
    return PANGO_WEIGHT_BOLD;

  switch (font)
    {
    case NTM_FONT_FIGURE:
    case NTM_FONT_TITLE:
    case NTM_FONT_SECTION: return PANGO_WEIGHT_BOLD;
    case NTM_FONT_MAP:     return PANGO_WEIGHT_SEMIBOLD;
    case NTM_FONT_BODY:
    case NTM_FONT_CELL:
    case NTM_FONT_CAPTION:
    case NTM_N_FONTS:
    default:               return PANGO_WEIGHT_NORMAL;
    }
}

static PangoFontDescription *
describe_font (const NtmDrawStyle *style, NtmFont font, NtmTextFlags flags, double size)
{
  PangoFontDescription *description = pango_font_description_new ();

  pango_font_description_set_family (description, style->family);
  pango_font_description_set_absolute_size (description, size * PANGO_SCALE);
  pango_font_description_set_weight (description, find_weight (font, flags));
  if (flags & NTM_TEXT_ITALIC)
    pango_font_description_set_style (description, PANGO_STYLE_ITALIC);
  return description;
}

static void
set_attributes (PangoLayout *layout, NtmTextFlags flags, double size)
{
  PangoAttrList *list = pango_attr_list_new ();

  pango_attr_list_insert (list, pango_attr_insert_hyphens_new (FALSE));
  pango_attr_list_insert (list, pango_attr_line_height_new_absolute ((int) (size * LINE_HEIGHT * PANGO_SCALE)));
  if (flags & NTM_TEXT_TABULAR)
    pango_attr_list_insert (list, pango_attr_font_features_new ("tnum=1"));
  if (flags & NTM_TEXT_SPACED)
    pango_attr_list_insert (list, pango_attr_letter_spacing_new ((int) (size * 0.14 * PANGO_SCALE)));
  pango_layout_set_attributes (layout, list);
  pango_attr_list_unref (list);
}

static void
set_width (PangoLayout *layout, NtmTextFlags flags, double max_width)
{
  if (max_width <= 0)
    return;

  pango_layout_set_width (layout, (int) (MIN (max_width, 1e5) * PANGO_SCALE));
  if (flags & NTM_TEXT_WRAP)
    pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  else
    pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
}

/* Aligns the lines to the longest, not to the room there was: the box stays tight. */
static void
align_lines (PangoLayout *layout, NtmTextFlags flags)
{
  PangoRectangle logical;

  if (!(flags & (NTM_TEXT_CENTER | NTM_TEXT_RIGHT)))
    return;

  pango_layout_get_extents (layout, NULL, &logical);
  pango_layout_set_width (layout, logical.width + 1);
  pango_layout_set_alignment (layout, flags & NTM_TEXT_CENTER ? PANGO_ALIGN_CENTER : PANGO_ALIGN_RIGHT);
}

/* NULL where the text need not be cut. */
static char *
cut_text (const char *text)
{
  const char *end = text;

  for (guint i = 0; i < MAX_CHARS; i++)
    {
      if (*end == '\0')
        return NULL;
      end = g_utf8_next_char (end);
    }
  return *end != '\0' ? g_strdup_printf ("%.*s…", (int) (end - text), text) : NULL;
}

/**
 * ntm_text_box_new:
 * @style: faces and sizes
 * @font: role of the text
 * @flags: ways of setting it
 * @text: (nullable): UTF-8, may hold line breaks
 * @max_width: room in units of the drawing; 0: as wide as it likes
 *
 * Sets a text. The box is as narrow as its longest line; lines are aligned inside it. A text of more than
 * 10 000 characters is cut.
 *
 * Returns: (transfer full): the text
 */
NtmTextBox *
ntm_text_box_new (const NtmDrawStyle *style, NtmFont font, NtmTextFlags flags, const char *text, double max_width)
{
  double size = ntm_draw_style_font_size (style, font) * (flags & NTM_TEXT_SMALL ? 0.86 : 1);
  PangoFontDescription *description = describe_font (style, font, flags, size);
  NtmTextBox *self = g_new0 (NtmTextBox, 1);
  g_autofree char *cut = text != NULL ? cut_text (text) : NULL;
  PangoRectangle logical;

  self->pango = pango_layout_new (style->pango);
  pango_layout_set_font_description (self->pango, description);
  pango_font_description_free (description);
  pango_layout_set_text (self->pango, cut != NULL ? cut : text != NULL ? text : "", -1);
  set_attributes (self->pango, flags, size);
  set_width (self->pango, flags, max_width);
  align_lines (self->pango, flags);
  pango_layout_get_extents (self->pango, NULL, &logical);
  self->width = logical.width / (double) PANGO_SCALE;
  self->height = logical.height / (double) PANGO_SCALE;
  self->baseline = pango_layout_get_baseline (self->pango) / (double) PANGO_SCALE;
  return self;
}

/**
 * ntm_text_box_align:
 * @self: a text of several lines
 * @flags: %NTM_TEXT_CENTER or %NTM_TEXT_RIGHT; anything else leaves it as it is
 *
 * Aligns the lines of a text that was set without.
 */
void
ntm_text_box_align (NtmTextBox *self, NtmTextFlags flags)
{
  align_lines (self->pango, flags);
}

/**
 * ntm_text_box_longest_word:
 * @style: faces and sizes
 * @font: role of the text
 * @flags: ways of setting it
 * @text: (nullable): UTF-8
 *
 * Returns: the width below which a word would be broken
 */
double
ntm_text_box_longest_word (const NtmDrawStyle *style, NtmFont font, NtmTextFlags flags, const char *text)
{
  g_autoptr(NtmTextBox) box = ntm_text_box_new (style, font, flags & ~(NTM_TEXT_CENTER | NTM_TEXT_RIGHT), text, 0);
  PangoRectangle logical;

  pango_layout_set_wrap (box->pango, PANGO_WRAP_WORD);
  pango_layout_set_width (box->pango, 0);
  pango_layout_get_extents (box->pango, NULL, &logical);
  return logical.width / (double) PANGO_SCALE;
}

/**
 * ntm_text_box_free:
 * @self: (transfer full) (nullable): a text
 */
void
ntm_text_box_free (NtmTextBox *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->pango);
  g_free (self);
}

/**
 * ntm_text_box_draw:
 * @self: a text
 * @cr: where
 * @x: left
 * @y: top
 * @color: of the letters
 */
void
ntm_text_box_draw (const NtmTextBox *self, cairo_t *cr, double x, double y, const NtmColor *color)
{
  cairo_new_path (cr);
  cairo_move_to (cr, x, y);
  ntm_color_set (color, cr);
  pango_cairo_show_layout (cr, self->pango);
}

/**
 * ntm_text_box_draw_halo:
 * @self: a text
 * @cr: where
 * @x: left
 * @y: top
 * @color: of the letters
 * @halo: colour around them
 * @halo_width: how far it reaches
 *
 * Draws a text that has to be read over borders and textures.
 */
void
ntm_text_box_draw_halo (const NtmTextBox *self, cairo_t *cr, double x, double y, const NtmColor *color,
                        const NtmColor *halo, double halo_width)
{
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_move_to (cr, x, y);
  pango_cairo_layout_path (cr, self->pango);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 2 * halo_width);
  ntm_color_set (halo, cr);
  cairo_stroke (cr);
  cairo_restore (cr);
  ntm_text_box_draw (self, cr, x, y, color);
}

/**
 * ntm_text_box_is_cut:
 * @self: a text
 *
 * Returns: whether it ends in an ellipsis
 */
gboolean
ntm_text_box_is_cut (const NtmTextBox *self)
{
  return pango_layout_is_ellipsized (self->pango);
}

/**
 * ntm_spec_set:
 * @slot: a text owned by a spec
 * @text: (nullable): copied into it; an empty text counts as none
 */
void
ntm_spec_set (char **slot, const char *text)
{
  char *copy = text != NULL && *text != '\0' ? g_strdup (text) : NULL;

  g_free (*slot);
  *slot = copy;
}
