/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How map, title and cards share a drawing. The map is as large as it can be while title and cards lie on
 * free sea; where they cannot, they get room of their own.
 */

#include "ntm-map-private.h"

/* In desk pixels. */
#define MARGIN   14.0
#define CARD_GAP 10.0

static double
head_height (const NtmMapLayout *self)
{
  double height = self->title_rect.height + self->subtitle_rect.height;

  return height > 0 ? height + 4 * self->unit : 0;
}

/* Gives a strip at the top to the title. */
static void
reserve_head (NtmMapLayout *self)
{
  double height = head_height (self);

  self->room.y += height;
  self->room.height = MAX (self->room.height - height, 1);
}

/* Whether a rectangle, widened by a gap, lies beside all units. */
gboolean
ntm_map_layout_is_sea (const NtmMapLayout *self, const NtmRect *rect, double gap)
{
  const NtmRect wide = { rect->x - gap, rect->y - gap, rect->width + 2 * gap, rect->height + 2 * gap };

  return rect->width <= 0 || ntm_map_grid_count_land (self->grid, &self->transform, &wide) == 0;
}

static gboolean
overlaps_text (const NtmMapLayout *self, const NtmRect *rect, double gap)
{
  return (self->title_rect.width > 0 && ntm_rect_overlap (&self->title_rect, rect, gap))
         || (self->subtitle_rect.width > 0 && ntm_rect_overlap (&self->subtitle_rect, rect, gap));
}

static gboolean
card_fits (const NtmMapLayout *self, guint index)
{
  const NtmMapLegend *card = g_ptr_array_index (self->legends, index);
  const NtmRect page = { 0, 0, self->width, self->room.y + self->room.height + 0.5 };
  double gap = CARD_GAP * self->unit;

  if (!ntm_rect_within (&card->rect, &page) || !ntm_map_layout_is_sea (self, &card->rect, gap) || overlaps_text (self, &card->rect, gap))
    return FALSE;
  for (guint i = 0; i < index; i++)
    if (ntm_rect_overlap (&((NtmMapLegend *) g_ptr_array_index (self->legends, i))->rect, &card->rect, gap))
      return FALSE;

  return TRUE;
}

/* Tries the corners: the legend from the lower left, further cards from the upper right. */
static gboolean
place_card (NtmMapLayout *self, guint index)
{
  static const guint orders[2][4] = { { 2, 3, 1, 0 }, { 1, 3, 0, 2 } };
  NtmMapLegend *card = g_ptr_array_index (self->legends, index);
  double top = self->room.y;

  /* A band has its place already. */
  if (card->band)
    return TRUE;

  for (guint i = 0; i < 4; i++)
    {
      guint corner = orders[index > 0][i];
      double drop = corner == 0 && top < MARGIN * self->unit + 1 ? head_height (self) : 0;

      card->rect.x = corner % 2 == 0 ? self->room.x : self->room.x + self->room.width - card->rect.width;
      card->rect.y = corner < 2 ? top + drop : self->room.y + self->room.height - card->rect.height;
      if (card_fits (self, index))
        return TRUE;
    }

  return FALSE;
}

static gboolean
place_all (NtmMapLayout *self)
{
  if (!ntm_map_layout_is_sea (self, &self->title_rect, 6 * self->unit) || !ntm_map_layout_is_sea (self, &self->subtitle_rect, 6 * self->unit))
    return FALSE;
  for (guint i = 0; i < self->legends->len; i++)
    if (!place_card (self, i))
      return FALSE;

  return TRUE;
}

/* The map in the room, made smaller by a factor and moved within what is free, 0 to 1. */
static void
set_transform (NtmMapLayout *self, double factor, double align_x, double align_y)
{
  NtmBox extent = ntm_shapes_get_extent (self->spec->shapes);
  double inset = 4 * self->unit;
  double width = MAX (self->room.width - 2 * inset, 1), height = MAX (self->room.height - 2 * inset, 1);
  NtmTransform fit = ntm_shapes_fit (&extent, 0, 0, width, height);

  if (!(extent.x_max >= extent.x_min))
    {
      self->transform = (NtmTransform) { 256, self->room.x, self->room.y };
      return;
    }
  fit.scale *= factor;
  fit.x = self->room.x + inset + (width - (extent.x_max - extent.x_min) * fit.scale) * align_x - extent.x_min * fit.scale;
  fit.y = self->room.y + inset + (height - (extent.y_max - extent.y_min) * fit.scale) * align_y - extent.y_min * fit.scale;
  self->transform = fit;
}

/* Whether title and cards find free sea with the map moved about or a little smaller. */
static gboolean
arrange_over_sea (NtmMapLayout *self, double least)
{
  static const double aligns[] = { 0.5, 1, 0 };

  for (double factor = 1; factor >= least; factor -= 0.04)
    for (guint y = 0; y < G_N_ELEMENTS (aligns); y++)
      for (guint x = 0; x < G_N_ELEMENTS (aligns); x++)
        {
          set_transform (self, factor, aligns[x], aligns[y]);
          if (place_all (self))
            return TRUE;
        }

  return FALSE;
}

static void
make_cards (NtmMapLayout *self, gboolean band)
{
  g_ptr_array_set_size (self->legends, 0);
  if (self->spec->legend_place == NTM_LEGEND_NONE)
    return;

  for (guint i = 0; i < self->spec->legends->len; i++)
    g_ptr_array_add (self->legends, ntm_map_legend_new (g_ptr_array_index (self->spec->legends, i), self->style,
                                                        self->room.width * (band ? 1 : 0.45), band));
}

/* Stacks the legends as bands at the foot of the room and takes their height from it. */
static void
reserve_bands (NtmMapLayout *self)
{
  double bottom = self->room.y + self->room.height;

  make_cards (self, TRUE);
  for (guint i = self->legends->len; i > 0; i--)
    {
      NtmMapLegend *band = g_ptr_array_index (self->legends, i - 1);

      bottom -= band->rect.height;
      band->rect.x = self->room.x;
      band->rect.y = bottom;
      bottom -= CARD_GAP * self->unit;
    }
  if (bottom - self->room.y < self->height * 0.2)
    {
      /* No map would be left: a small picture goes without a legend. */
      g_ptr_array_set_size (self->legends, 0);
      return;
    }
  self->room.height = bottom - self->room.y;
}

/* Stacks the cards in a column at the right. Returns whether they fit. */
static gboolean
reserve_column (NtmMapLayout *self)
{
  double width = 0, y = self->room.y;
  double right = self->room.x + self->room.width;

  make_cards (self, FALSE);
  for (guint i = 0; i < self->legends->len; i++)
    {
      NtmMapLegend *card = g_ptr_array_index (self->legends, i);

      card->rect.x = right - card->rect.width;
      card->rect.y = y;
      width = MAX (width, card->rect.width);
      y += card->rect.height + CARD_GAP * self->unit;
    }
  if (y - CARD_GAP * self->unit > self->room.y + self->room.height || width > self->room.width * 0.5)
    return FALSE;

  self->room.width -= width + CARD_GAP * self->unit;
  return TRUE;
}

static void
arrange_apart (NtmMapLayout *self)
{
  NtmRect room;
  double column_scale = 0;

  reserve_head (self);
  room = self->room;
  if (reserve_column (self))
    {
      set_transform (self, 1, 0.5, 0.5);
      column_scale = self->transform.scale;
    }
  self->room = room;
  reserve_bands (self);
  set_transform (self, 1, 0.5, 0.5);
  if (column_scale <= self->transform.scale)
    return;

  self->room = room;
  reserve_column (self);
  set_transform (self, 1, 0.5, 0.5);
}

/* Finds transform and cards: over free sea where it can be, else apart. */
void
ntm_map_layout_arrange (NtmMapLayout *self)
{
  NtmRect room = self->room;

  if (self->spec->legend_place == NTM_LEGEND_BELOW)
    {
      reserve_bands (self);
      if (arrange_over_sea (self, 1))
        return;
      reserve_head (self);
      set_transform (self, 1, 0.5, 0.5);
      return;
    }

  make_cards (self, FALSE);
  if (arrange_over_sea (self, 0.8))
    return;
  reserve_head (self);
  if (arrange_over_sea (self, 0.8))
    return;
  self->room = room;
  arrange_apart (self);
}
