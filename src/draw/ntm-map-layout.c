/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Laying out a map: texts at the edges, then map and cards (ntm-map-arrange.c), then names
 * (ntm-map-labels.c), then what may be left out: scale bar, seas and neighbours.
 */

#include "ntm-map-private.h"

#include <math.h>

#include "ntm-mercator.h"

/* In desk pixels. */
#define MARGIN   14.0

static void
set_paint (NtmMapLayout *self, guint index)
{
  const NtmMapItem *item = g_ptr_array_index (self->spec->items, index);
  NtmPaint *paint;

  if (item->shape >= ntm_shapes_get_n_items (self->spec->shapes))
    return;

  paint = &self->paints[item->shape];
  self->item_of_shape[item->shape] = index;
  paint->kind = item->fill == NTM_MAP_FILL_MARK ? NTM_PAINT_MARK : NTM_PAINT_COLOR;
  paint->mark = item->mark;
  paint->dimmed = item->dimmed;
  paint->uncertain = item->uncertain;
  if (item->fill == NTM_MAP_FILL_CLASS)
    paint->color = ntm_palette_get_class (self->style->palette, item->class_index, self->spec->n_classes);
  else if (item->fill == NTM_MAP_FILL_COLOR)
    paint->color = item->color;
}

static void
set_paints (NtmMapLayout *self)
{
  guint n = ntm_shapes_get_n_items (self->spec->shapes);

  self->paints = g_new0 (NtmPaint, MAX (n, 1));
  self->item_of_shape = g_new (guint, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    self->item_of_shape[i] = NTM_SHAPES_NONE;
  for (guint i = 0; i < self->spec->items->len; i++)
    set_paint (self, i);
}

static NtmTextBox *
set_text (const NtmMapLayout *self, NtmFont font, NtmTextFlags flags, const char *text, double width)
{
  return text != NULL ? ntm_text_box_new (self->style, font, flags, text, MAX (width, 1)) : NULL;
}

/* Texts at the edges: title and subtitle on top, source and note at the foot. Leaves what is between. */
static void
set_texts (NtmMapLayout *self)
{
  double margin = MARGIN * self->unit;
  double width = self->width - 2 * margin;
  double bottom = self->height - margin;

  self->title = set_text (self, self->style->medium == NTM_MEDIUM_DESK ? NTM_FONT_TITLE : NTM_FONT_SECTION, NTM_TEXT_WRAP,
                          self->spec->title, width);
  self->subtitle = set_text (self, NTM_FONT_BODY, NTM_TEXT_WRAP, self->spec->subtitle, width);
  self->note = set_text (self, NTM_FONT_CAPTION, NTM_TEXT_ITALIC, self->spec->note, width / 2);
  self->source = set_text (self, NTM_FONT_CAPTION, NTM_TEXT_WRAP, self->spec->source,
                           width - (self->note != NULL ? self->note->width + margin : 0));
  if (self->title != NULL)
    self->title_rect = (NtmRect) { margin, margin * 0.8, self->title->width, self->title->height };
  if (self->subtitle != NULL)
    self->subtitle_rect = (NtmRect) { margin, margin * 0.8 + self->title_rect.height, self->subtitle->width, self->subtitle->height };
  if (self->source != NULL)
    self->source_rect = (NtmRect) { margin, bottom - self->source->height, self->source->width, self->source->height };
  if (self->note != NULL)
    self->note_rect = (NtmRect) { self->width - margin - self->note->width, bottom - self->note->height, self->note->width, self->note->height };
  bottom -= MAX (self->source_rect.height, self->note_rect.height);
  if (self->source != NULL || self->note != NULL)
    bottom -= 6 * self->unit;
  self->room = (NtmRect) { margin, margin, width, MAX (bottom - margin, 1) };
}

static double
round_length (double longest)
{
  static const double steps[] = { 5, 2, 1 };
  double magnitude = pow (10, floor (log10 (longest)));

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] * magnitude <= longest)
      return steps[i] * magnitude;

  return magnitude;
}

static void
place_scale_bar (NtmMapLayout *self)
{
  NtmPoint middle = { 0, (self->room.y + self->room.height / 2 - self->transform.y) / self->transform.scale };
  double km_per_unit = ntm_mercator_metres (middle.y) / self->transform.scale / 1000;
  double km = round_length (MAX (self->width * 0.18 * km_per_unit, 1e-6));
  g_autofree char *text = g_strdup_printf ("%g\302\240km", km);
  NtmRect rect;

  self->scale_length = km / km_per_unit;
  self->scale_text = ntm_text_box_new (self->style, NTM_FONT_CAPTION, NTM_TEXT_PLAIN, text, 0);
  rect.width = MAX (self->scale_length, self->scale_text->width);
  rect.height = self->scale_text->height + 7 * self->unit;
  for (guint corner = 0; corner < 4; corner++)
    {
      rect.x = corner % 2 == 0 ? self->room.x + self->room.width - rect.width : self->room.x;
      rect.y = corner < 2 ? self->room.y + self->room.height - rect.height : self->room.y;
      if (ntm_map_layout_is_sea (self, &rect, 4 * self->unit) && ntm_map_layout_is_free (self, &rect, 4 * self->unit))
        {
          self->scale_rect = rect;
          return;
        }
    }
}

static void
place_places (NtmMapLayout *self)
{
  for (guint i = 0; i < self->spec->places->len; i++)
    {
      const NtmMapPlace *place = g_ptr_array_index (self->spec->places, i);
      NtmPoint point = ntm_mercator_from_degrees (place->longitude, place->latitude);
      NtmTextBox *text = ntm_text_box_new (self->style, NTM_FONT_CELL, NTM_TEXT_ITALIC | NTM_TEXT_SPACED, place->text, 0);
      NtmRect rect = { point.x * self->transform.scale + self->transform.x - text->width / 2,
                       point.y * self->transform.scale + self->transform.y - text->height / 2, text->width, text->height };
      gboolean room = ntm_map_layout_is_sea (self, &rect, 2 * self->unit) && ntm_map_layout_is_free (self, &rect, 4 * self->unit);

      if (!room)
        rect.width = 0;
      g_ptr_array_add (self->place_texts, text);
      g_array_append_val (self->place_rects, rect);
    }
}

static void
add_placed (NtmMapLayout *self, NtmPlacedKind kind, const NtmRect *rect, const char *key, const char *text, guint index)
{
  NtmPlaced placed = { kind, rect->x, rect->y, rect->width, rect->height, key, text, index, 0 };

  if (rect->width > 0)
    g_array_append_val (self->placed, placed);
}

static void
list_legends (NtmMapLayout *self)
{
  for (guint i = 0; i < self->legends->len; i++)
    {
      const NtmMapLegend *legend = g_ptr_array_index (self->legends, i);

      add_placed (self, NTM_PLACED_LEGEND, &legend->rect, NULL, legend->legend->title, i);
      for (guint r = 0; r < legend->rows->len; r++)
        {
          const NtmLegendRow *row = &g_array_index (legend->rows, NtmLegendRow, r);
          const NtmRect rect = { legend->rect.x + row->rect.x, legend->rect.y + row->rect.y, row->rect.width, row->rect.height };

          add_placed (self, NTM_PLACED_LEGEND_ENTRY, &rect, row->entry->key, row->entry->label, r);
        }
    }
}

static void
list_placed (NtmMapLayout *self)
{
  for (guint i = 0; i < self->labels->len; i++)
    {
      const NtmMapLabel *label = &g_array_index (self->labels, NtmMapLabel, i);
      const NtmMapItem *item = g_ptr_array_index (self->spec->items, label->item);

      add_placed (self, label->leader ? NTM_PLACED_LEADER_LABEL : NTM_PLACED_LABEL, &label->rect, item->key, item->label, label->item);
    }
  for (guint i = 0; i < self->place_rects->len; i++)
    add_placed (self, NTM_PLACED_NOTE, &g_array_index (self->place_rects, NtmRect, i), NULL,
                ((NtmMapPlace *) g_ptr_array_index (self->spec->places, i))->text, i);
  list_legends (self);
  add_placed (self, NTM_PLACED_TITLE, &self->title_rect, NULL, self->spec->title, 0);
  add_placed (self, NTM_PLACED_SUBTITLE, &self->subtitle_rect, NULL, self->spec->subtitle, 0);
  add_placed (self, NTM_PLACED_SOURCE, &self->source_rect, NULL, self->spec->source, 0);
  add_placed (self, NTM_PLACED_NOTE, &self->note_rect, NULL, self->spec->note, 0);
  add_placed (self, NTM_PLACED_SCALE_BAR, &self->scale_rect, NULL, NULL, 0);
}

/**
 * ntm_map_layout_new:
 * @spec: the map; the layout takes a reference
 * @style: colours, faces, sizes
 * @width: of the drawing in units of @style
 * @height: of the drawing
 *
 * Lays out a map: no label, card or text overlaps another, and cards and texts lie beside the units.
 * Names that find no place are left out.
 *
 * Returns: (transfer full): the layout
 */
NtmMapLayout *
ntm_map_layout_new (NtmMapSpec *spec, const NtmDrawStyle *style, double width, double height)
{
  NtmMapLayout *self = g_new0 (NtmMapLayout, 1);

  self->spec = ntm_map_spec_ref (spec);
  self->style = ntm_draw_style_copy (style);
  self->width = MAX (width, 1);
  self->height = MAX (height, 1);
  self->unit = ntm_draw_style_unit (style);
  self->legends = g_ptr_array_new_with_free_func ((GDestroyNotify) ntm_map_legend_free);
  self->labels = g_array_new (FALSE, TRUE, sizeof (NtmMapLabel));
  self->place_texts = g_ptr_array_new_with_free_func ((GDestroyNotify) ntm_text_box_free);
  self->place_rects = g_array_new (FALSE, FALSE, sizeof (NtmRect));
  self->placed = g_array_new (FALSE, FALSE, sizeof (NtmPlaced));
  set_paints (self);
  self->grid = ntm_map_grid_new (spec->shapes, self->paints, (guint) CLAMP (MAX (width, height) / self->unit / 2.5, 120, 500));
  set_texts (self);
  ntm_map_layout_arrange (self);
  if (spec->scale_bar)
    place_scale_bar (self);
  ntm_map_layout_place_labels (self);
  place_places (self);
  list_placed (self);
  return self;
}

/**
 * ntm_map_layout_free:
 * @self: (transfer full) (nullable): a layout
 */
void
ntm_map_layout_free (NtmMapLayout *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < self->labels->len; i++)
    {
      ntm_text_box_free (g_array_index (self->labels, NtmMapLabel, i).label);
      ntm_text_box_free (g_array_index (self->labels, NtmMapLabel, i).sublabel);
    }
  g_array_unref (self->labels);
  g_ptr_array_unref (self->legends);
  g_ptr_array_unref (self->place_texts);
  g_array_unref (self->place_rects);
  g_array_unref (self->placed);
  ntm_text_box_free (self->title);
  ntm_text_box_free (self->subtitle);
  ntm_text_box_free (self->source);
  ntm_text_box_free (self->note);
  ntm_text_box_free (self->scale_text);
  ntm_map_grid_free (self->grid);
  g_free (self->paints);
  g_free (self->item_of_shape);
  ntm_draw_style_free (self->style);
  ntm_map_spec_unref (self->spec);
  g_free (self);
}
