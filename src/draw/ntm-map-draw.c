/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing a laid-out map, and asking what is where on it. */

#include "ntm-map-private.h"

/* In desk pixels. */
#define HALO 2.2

static double
find_border_width (const NtmMapLayout *self)
{
  guint n = self->spec->items->len;
  gboolean paper = ntm_palette_get_style (self->style->palette) == NTM_STYLE_PRINT;
  double width = n > 1000 ? 0.4 : n > 60 ? 0.9 : 1.5;

  return self->unit * (paper ? width * 0.75 : width);
}

static void
draw_shapes (const NtmMapLayout *self, cairo_t *cr)
{
  double border = find_border_width (self);
  const NtmShapesView view = { { 0, 0, self->width, self->height }, border, border * 1.5, self->unit };

  ntm_shapes_draw (self->spec->shapes, cr, &self->transform, self->paints, &view, self->style->palette);
}

static void
draw_selected (const NtmMapLayout *self, cairo_t *cr)
{
  guint shape = ntm_shapes_find (self->spec->shapes, self->spec->selected);

  if (shape == NTM_SHAPES_NONE)
    return;

  cairo_save (cr);
  cairo_new_path (cr);
  ntm_shapes_add_path (self->spec->shapes, cr, &self->transform, shape);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 6 * self->unit);
  ntm_color_set (ntm_palette_get_color (self->style->palette, NTM_ROLE_CARD), cr);
  cairo_stroke_preserve (cr);
  cairo_set_line_width (cr, 3.4 * self->unit);
  ntm_color_set (ntm_palette_get_color (self->style->palette, NTM_ROLE_ACCENT), cr);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_leader (const NtmMapLayout *self, cairo_t *cr, const NtmMapLabel *label)
{
  const NtmColor *ink = ntm_palette_get_color (self->style->palette, NTM_ROLE_LEADER);
  const NtmColor *page = ntm_palette_get_color (self->style->palette, NTM_ROLE_CARD);

  cairo_new_path (cr);
  cairo_move_to (cr, label->anchor_x, label->anchor_y);
  cairo_line_to (cr, label->end_x, label->end_y);
  ntm_color_set (ink, cr);
  cairo_set_line_width (cr, 1.1 * self->unit);
  cairo_stroke (cr);
  cairo_arc (cr, label->anchor_x, label->anchor_y, 2.6 * self->unit, 0, 2 * G_PI);
  cairo_fill_preserve (cr);
  ntm_color_set (page, cr);
  cairo_set_line_width (cr, self->unit);
  cairo_stroke (cr);
}

static void
find_label_colors (const NtmMapLayout *self, const NtmMapLabel *label, NtmColor *text, NtmColor *halo)
{
  const NtmPalette *palette = self->style->palette;
  const NtmMapItem *item = g_ptr_array_index (self->spec->items, label->item);
  const NtmPaint *paint = &self->paints[item->shape];
  const NtmColor *sea = ntm_palette_get_color (palette, NTM_ROLE_SEA);

  *text = *ntm_palette_get_color (palette, NTM_ROLE_TEXT);
  *halo = *sea;
  if (label->leader || self->spec->no_background)
    return;

  *halo = paint->kind == NTM_PAINT_MARK ? ntm_palette_get_mark (palette, paint->mark)->fill : paint->color;
  if (paint->dimmed)
    *halo = ntm_color_mix (sea, halo, 0.35);
  *text = paint->kind == NTM_PAINT_MARK && !paint->dimmed ? ntm_palette_get_mark (palette, paint->mark)->on
                                                          : ntm_palette_text_on (palette, halo);
}

static void
draw_label (const NtmMapLayout *self, cairo_t *cr, const NtmMapLabel *label)
{
  const NtmMapItem *item = g_ptr_array_index (self->spec->items, label->item);
  gboolean left = label->leader && label->rect.x + label->rect.width < label->anchor_x;
  gboolean right = label->leader && label->rect.x > label->anchor_x;
  NtmColor text, halo;
  double aside;

  find_label_colors (self, label, &text, &halo);
  if (label->leader && item->dimmed)
    text = *ntm_palette_get_color (self->style->palette, NTM_ROLE_SECONDARY);
  aside = label->rect.width - label->label->width;
  ntm_text_box_draw_halo (label->label, cr, label->rect.x + (left ? aside : right ? 0 : aside / 2), label->rect.y, &text, &halo,
                          HALO * self->unit);
  if (label->sublabel == NULL)
    return;

  aside = label->rect.width - label->sublabel->width;
  ntm_text_box_draw_halo (label->sublabel, cr, label->rect.x + (left ? aside : right ? 0 : aside / 2),
                          label->rect.y + label->label->height, &text, &halo, HALO * self->unit);
}

static void
draw_labels (const NtmMapLayout *self, cairo_t *cr)
{
  for (guint i = 0; i < self->labels->len; i++)
    if (g_array_index (self->labels, NtmMapLabel, i).leader)
      draw_leader (self, cr, &g_array_index (self->labels, NtmMapLabel, i));
  for (guint i = 0; i < self->labels->len; i++)
    draw_label (self, cr, &g_array_index (self->labels, NtmMapLabel, i));
}

static void
draw_text (const NtmMapLayout *self, cairo_t *cr, const NtmTextBox *text, const NtmRect *rect, NtmRole role)
{
  if (text != NULL && rect->width > 0)
    ntm_text_box_draw (text, cr, rect->x, rect->y, ntm_palette_get_color (self->style->palette, role));
}

static void
draw_texts (const NtmMapLayout *self, cairo_t *cr)
{
  for (guint i = 0; i < self->place_texts->len; i++)
    draw_text (self, cr, g_ptr_array_index (self->place_texts, i), &g_array_index (self->place_rects, NtmRect, i), NTM_ROLE_PLACE);
  draw_text (self, cr, self->title, &self->title_rect, NTM_ROLE_TEXT);
  draw_text (self, cr, self->subtitle, &self->subtitle_rect, NTM_ROLE_SECONDARY);
  draw_text (self, cr, self->source, &self->source_rect, NTM_ROLE_SECONDARY);
  draw_text (self, cr, self->note, &self->note_rect, NTM_ROLE_SECONDARY);
}

static void
draw_scale_bar (const NtmMapLayout *self, cairo_t *cr)
{
  const NtmRect *rect = &self->scale_rect;
  double right = rect->x + rect->width;
  double y = rect->y + rect->height - self->unit;

  if (rect->width <= 0)
    return;

  draw_text (self, cr, self->scale_text, &(NtmRect) { right - self->scale_text->width, rect->y, 1, 1 }, NTM_ROLE_SECONDARY);
  cairo_new_path (cr);
  cairo_move_to (cr, right - self->scale_length, y - 5 * self->unit);
  cairo_line_to (cr, right - self->scale_length, y);
  cairo_line_to (cr, right, y);
  cairo_line_to (cr, right, y - 5 * self->unit);
  cairo_set_line_width (cr, 1.4 * self->unit);
  ntm_color_set (ntm_palette_get_color (self->style->palette, NTM_ROLE_SECONDARY), cr);
  cairo_stroke (cr);
}

/**
 * ntm_map_layout_draw:
 * @self: a layout
 * @cr: where, from 0, 0 to the size of the layout
 */
void
ntm_map_layout_draw (const NtmMapLayout *self, cairo_t *cr)
{
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, self->width, self->height);
  cairo_clip (cr);
  if (!self->spec->no_background)
    {
      ntm_color_set (ntm_palette_get_color (self->style->palette, NTM_ROLE_SEA), cr);
      cairo_paint (cr);
    }
  draw_shapes (self, cr);
  draw_selected (self, cr);
  draw_texts (self, cr);
  draw_scale_bar (self, cr);
  draw_labels (self, cr);
  for (guint i = 0; i < self->legends->len; i++)
    ntm_map_legend_draw (g_ptr_array_index (self->legends, i), cr, self->style, self->spec->n_classes);
  cairo_restore (cr);
}

/**
 * ntm_map_layout_pick:
 * @self: a layout
 * @x: in units of the drawing
 * @y: in units of the drawing
 *
 * Returns: (transfer none) (nullable): the key of the unit whose name or area is there; %NULL over cards and sea
 */
const char *
ntm_map_layout_pick (const NtmMapLayout *self, double x, double y)
{
  guint shape;

  for (guint i = 0; i < self->placed->len; i++)
    {
      const NtmPlaced *it = &g_array_index (self->placed, NtmPlaced, i);

      if (x < it->x || y < it->y || x >= it->x + it->width || y >= it->y + it->height)
        continue;
      if (it->kind == NTM_PLACED_LABEL || it->kind == NTM_PLACED_LEADER_LABEL)
        return it->key;
      if (it->kind == NTM_PLACED_LEGEND)
        return NULL;
    }

  shape = ntm_shapes_pick (self->spec->shapes, (x - self->transform.x) / self->transform.scale,
                           (y - self->transform.y) / self->transform.scale);
  if (shape == NTM_SHAPES_NONE || self->item_of_shape[shape] == NTM_SHAPES_NONE)
    return NULL;

  return ((NtmMapItem *) g_ptr_array_index (self->spec->items, self->item_of_shape[shape]))->key;
}

/**
 * ntm_map_layout_get_placed:
 * @self: a layout
 * @n_placed: (out): how many
 *
 * Returns: (transfer none) (array length=n_placed): names, cards, their entries and texts
 */
const NtmPlaced *
ntm_map_layout_get_placed (const NtmMapLayout *self, guint *n_placed)
{
  *n_placed = self->placed->len;
  return (const NtmPlaced *) (gconstpointer) self->placed->data;
}

/**
 * ntm_map_layout_get_transform:
 * @self: a layout
 *
 * Returns: from Web-Mercator to units of the drawing
 */
NtmTransform
ntm_map_layout_get_transform (const NtmMapLayout *self)
{
  return self->transform;
}

/**
 * ntm_map_layout_get_n_dropped:
 * @self: a layout
 *
 * Returns: how many units stayed without a name for want of room
 */
guint
ntm_map_layout_get_n_dropped (const NtmMapLayout *self)
{
  return self->n_dropped;
}
