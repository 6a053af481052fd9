/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cards in the corners of a map, and the legend as a band below it. */

#include "ntm-map-private.h"

#include "ntm-mark.h"

/* In desk pixels. */
#define PADDING      12.0
#define ROW_GAP      6.0
#define SWATCH_W     26.0
#define SWATCH_H     16.0
#define GLYPH        14.0
#define GAP          9.0
#define BAND_GAP     20.0

/* In a card a long name takes a second line; in a band it has the whole width. */
static NtmTextBox *
set_label (const NtmLegendEntry *entry, const NtmDrawStyle *style, gboolean band, double max_width)
{
  g_autofree char *with_count = NULL;

  if (!band || entry->count == NULL)
    return ntm_text_box_new (style, NTM_FONT_CELL, band ? NTM_TEXT_PLAIN : NTM_TEXT_WRAP, entry->label, max_width);

  with_count = g_strdup_printf ("%s (%s)", entry->label, entry->count);
  return ntm_text_box_new (style, NTM_FONT_CELL, NTM_TEXT_PLAIN, with_count, max_width);
}

/* Glyphs only where every entry has one: names begin at the same place. In a band the fill is enough. */
static gboolean
has_glyphs (const NtmLegend *legend, gboolean band)
{
  for (guint i = 0; i < legend->entries->len; i++)
    {
      const NtmLegendEntry *entry = g_ptr_array_index (legend->entries, i);

      if (entry->fill != NTM_MAP_FILL_MARK || entry->no_glyph)
        return FALSE;
    }

  return !band || legend->no_swatches;
}

static double
mark_width (const NtmLegend *legend, gboolean band, double unit)
{
  return (legend->no_swatches ? 0 : (SWATCH_W + GAP) * unit) + (has_glyphs (legend, band) ? (GLYPH + GAP) * unit : 0);
}

static void
add_rows (NtmMapLegend *self, const NtmDrawStyle *style, double max_width)
{
  double unit = ntm_draw_style_unit (style);
  double marks = mark_width (self->legend, self->band, unit);

  for (guint i = 0; i < self->legend->entries->len; i++)
    {
      const NtmLegendEntry *entry = g_ptr_array_index (self->legend->entries, i);
      NtmLegendRow row = { .entry = entry };

      if (!self->band && entry->count != NULL)
        row.count = ntm_text_box_new (style, NTM_FONT_CELL, NTM_TEXT_BOLD | NTM_TEXT_TABULAR, entry->count, 0);
      row.label = set_label (entry, style, self->band,
                             MAX (40 * unit, max_width - marks - 2 * PADDING * unit
                                             - (row.count != NULL ? row.count->width + 2 * GAP * unit : 0)));
      g_array_append_val (self->rows, row);
    }
}

static double
find_card_width (const NtmMapLegend *self, double unit)
{
  double width = self->title != NULL ? self->title->width : 0;
  double marks = mark_width (self->legend, FALSE, unit);

  if (self->hint != NULL)
    width += self->hint->width + 2 * GAP * unit;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const NtmLegendRow *row = &g_array_index (self->rows, NtmLegendRow, i);

      width = MAX (width, marks + row->label->width + (row->count != NULL ? row->count->width + 2.5 * GAP * unit : 0));
    }

  return width + 2 * PADDING * unit;
}

static void
stack_card (NtmMapLegend *self, const NtmDrawStyle *style)
{
  double unit = ntm_draw_style_unit (style);
  double y = PADDING * unit * 0.8;

  self->rect.width = find_card_width (self, unit);
  if (self->legend->note != NULL)
    self->note = ntm_text_box_new (style, NTM_FONT_CAPTION, NTM_TEXT_WRAP, self->legend->note,
                                   MAX (self->rect.width - 2 * PADDING * unit, 80 * unit));
  if (self->note != NULL)
    self->rect.width = MAX (self->rect.width, self->note->width + 2 * PADDING * unit);
  if (self->title != NULL)
    y += self->title->height + ROW_GAP * unit;
  for (guint i = 0; i < self->rows->len; i++)
    {
      NtmLegendRow *row = &g_array_index (self->rows, NtmLegendRow, i);
      double height = MAX (row->label->height, SWATCH_H * unit);

      row->rect = (NtmRect) { PADDING * unit, y, self->rect.width - 2 * PADDING * unit, height };
      y += height + ROW_GAP * unit;
    }
  if (self->note != NULL)
    y += ROW_GAP * unit + self->note->height + ROW_GAP * unit;
  self->rect.height = y + PADDING * unit * 0.8 - ROW_GAP * unit;
}

/* Entries beside one another, as many in a line as fit, each line centred. */
static void
flow_band (NtmMapLegend *self, const NtmDrawStyle *style, double max_width)
{
  double unit = ntm_draw_style_unit (style);
  double y = 0;
  guint first = 0;

  self->rect.width = max_width;
  while (first < self->rows->len)
    {
      double x = 0, height = 0;
      guint end = first;

      for (; end < self->rows->len; end++)
        {
          NtmLegendRow *row = &g_array_index (self->rows, NtmLegendRow, end);
          double width = mark_width (self->legend, TRUE, unit) + row->label->width;

          if (end > first && x + width > max_width)
            break;
          row->rect = (NtmRect) { x, y, width, MAX (row->label->height, SWATCH_H * unit) };
          height = MAX (height, row->rect.height);
          x += width + BAND_GAP * unit;
        }
      for (guint i = first; i < end; i++)
        g_array_index (self->rows, NtmLegendRow, i).rect.x += MAX (0, (max_width - x + BAND_GAP * unit) / 2);
      y += height + ROW_GAP * unit;
      first = end;
    }
  self->rect.height = MAX (0, y - ROW_GAP * unit);
}

/* Lays out a legend at 0, 0: a card no wider than max_width, or a band of just that width. */
NtmMapLegend *
ntm_map_legend_new (const NtmLegend *legend, const NtmDrawStyle *style, double max_width, gboolean band)
{
  NtmMapLegend *self = g_new0 (NtmMapLegend, 1);

  self->legend = legend;
  self->band = band;
  self->rows = g_array_new (FALSE, TRUE, sizeof (NtmLegendRow));
  add_rows (self, style, max_width);
  if (band)
    {
      flow_band (self, style, max_width);
      return self;
    }

  if (legend->title != NULL)
    self->title = ntm_text_box_new (style, NTM_FONT_BODY, NTM_TEXT_BOLD, legend->title, max_width);
  if (legend->hint != NULL)
    self->hint = ntm_text_box_new (style, NTM_FONT_CAPTION, NTM_TEXT_PLAIN, legend->hint, max_width);
  stack_card (self, style);
  return self;
}

void
ntm_map_legend_free (NtmMapLegend *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      NtmLegendRow *row = &g_array_index (self->rows, NtmLegendRow, i);

      ntm_text_box_free (row->label);
      ntm_text_box_free (row->count);
    }
  g_array_unref (self->rows);
  ntm_text_box_free (self->title);
  ntm_text_box_free (self->hint);
  ntm_text_box_free (self->note);
  g_free (self);
}

static void
draw_card (const NtmMapLegend *self, cairo_t *cr, const NtmDrawStyle *style)
{
  const NtmRect *rect = &self->rect;
  double unit = ntm_draw_style_unit (style);
  gboolean paper = ntm_palette_get_style (style->palette) == NTM_STYLE_PRINT;
  double radius = paper ? 0 : 12 * unit;

  for (int i = 3; i > 0 && !paper; i--)
    {
      ntm_rounded_rectangle (cr, rect->x - i * unit * 0.7, rect->y - i * unit * 0.2, rect->width + i * unit * 1.4,
                             rect->height + i * unit * 1.1, radius + i * unit);
      cairo_set_source_rgba (cr, 0, 0, 0, 0.035);
      cairo_fill (cr);
    }
  ntm_rounded_rectangle (cr, rect->x, rect->y, rect->width, rect->height, radius);
  ntm_color_set (ntm_palette_get_color (style->palette, NTM_ROLE_CARD), cr);
  cairo_fill_preserve (cr);
  ntm_color_set (ntm_palette_get_color (style->palette, NTM_ROLE_CARD_BORDER), cr);
  cairo_set_line_width (cr, unit * 0.8);
  cairo_stroke (cr);
}

static void
draw_swatch (const NtmLegendEntry *entry, cairo_t *cr, const NtmRect *rect, const NtmDrawStyle *style, guint n_classes)
{
  double unit = ntm_draw_style_unit (style);
  const NtmColor *edge = ntm_palette_get_color (style->palette, NTM_ROLE_AXIS);
  double radius = ntm_palette_get_style (style->palette) == NTM_STYLE_PRINT ? 0 : 4 * unit;
  NtmColor fill;

  if (entry->fill == NTM_MAP_FILL_MARK)
    {
      ntm_mark_swatch (cr, entry->mark, FALSE, rect->x, rect->y, rect->width, rect->height, unit, style->palette);
      return;
    }

  fill = entry->fill == NTM_MAP_FILL_CLASS ? ntm_palette_get_class (style->palette, entry->class_index, n_classes) : entry->color;
  ntm_rounded_rectangle (cr, rect->x, rect->y, rect->width, rect->height, radius);
  ntm_color_set (&fill, cr);
  cairo_fill_preserve (cr);
  ntm_color_set (edge, cr);
  cairo_set_line_width (cr, unit * 0.8);
  cairo_stroke (cr);
}

static void
draw_row (const NtmMapLegend *self, const NtmLegendRow *row, cairo_t *cr, const NtmDrawStyle *style, guint n_classes)
{
  double unit = ntm_draw_style_unit (style);
  double x = self->rect.x + row->rect.x, y = self->rect.y + row->rect.y;
  double middle = y + row->rect.height / 2;
  const NtmColor *color = ntm_palette_get_color (style->palette, row->entry->dimmed ? NTM_ROLE_SECONDARY : NTM_ROLE_TEXT);
  const NtmRect swatch = { x, middle - SWATCH_H * unit / 2, SWATCH_W * unit, SWATCH_H * unit };

  if (!self->legend->no_swatches)
    {
      draw_swatch (row->entry, cr, &swatch, style, n_classes);
      x += (SWATCH_W + GAP) * unit;
    }
  if (has_glyphs (self->legend, self->band))
    {
      ntm_glyph_draw (cr, row->entry->mark, FALSE, x + GLYPH * unit / 2, middle, GLYPH * unit, style->palette);
      x += (GLYPH + GAP) * unit;
    }
  ntm_text_box_draw (row->label, cr, x, middle - row->label->height / 2, color);
  if (row->count != NULL)
    ntm_text_box_draw (row->count, cr, self->rect.x + row->rect.x + row->rect.width - row->count->width,
                       middle - row->count->height / 2, color);
}

static void
draw_head_and_note (const NtmMapLegend *self, cairo_t *cr, const NtmDrawStyle *style)
{
  double unit = ntm_draw_style_unit (style);
  const NtmRect *rect = &self->rect;
  const NtmColor *secondary = ntm_palette_get_color (style->palette, NTM_ROLE_SECONDARY);
  double top = rect->y + PADDING * unit * 0.8;
  double note_y;

  if (self->title != NULL)
    ntm_text_box_draw (self->title, cr, rect->x + PADDING * unit, top, ntm_palette_get_color (style->palette, NTM_ROLE_TEXT));
  if (self->hint != NULL)
    ntm_text_box_draw (self->hint, cr, rect->x + rect->width - PADDING * unit - self->hint->width,
                       top + (self->title != NULL ? self->title->baseline - self->hint->baseline : 0), secondary);
  if (self->note == NULL)
    return;

  note_y = rect->y + rect->height - PADDING * unit * 0.8 - self->note->height;
  ntm_text_box_draw (self->note, cr, rect->x + PADDING * unit, note_y, secondary);
  cairo_move_to (cr, rect->x + PADDING * unit, note_y - ROW_GAP * unit);
  cairo_line_to (cr, rect->x + rect->width - PADDING * unit, note_y - ROW_GAP * unit);
  cairo_set_line_width (cr, unit * 0.8);
  ntm_color_set (ntm_palette_get_color (style->palette, NTM_ROLE_GRID), cr);
  cairo_stroke (cr);
}

/* Draws a legend at its place. */
void
ntm_map_legend_draw (const NtmMapLegend *self, cairo_t *cr, const NtmDrawStyle *style, guint n_classes)
{
  if (!self->band)
    {
      draw_card (self, cr, style);
      draw_head_and_note (self, cr, style);
    }
  for (guint i = 0; i < self->rows->len; i++)
    draw_row (self, &g_array_index (self->rows, NtmLegendRow, i), cr, style, n_classes);
}
