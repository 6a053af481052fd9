/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One slide on a cairo_t: heading, body, large figures, and a foot with source and number. */

#include "config.h"

#include "ntm-slide-private.h"

#include "ntm-headline.h"
#include "ntm-text-box.h"

#define GAP        18.0
#define SIDE_SHARE 0.31

/* A finding may be a long sentence: one line if it fits, else smaller on two. */
static NtmTextBox *
new_title (const NtmSlideDeck *deck,
           const char         *text,
           double              width)
{
  static const double scales[] = { 1, 0.8, 0.68 };
  NtmTextBox *box = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_autoptr (NtmDrawStyle) style = ntm_draw_style_copy (deck->style);
      gboolean is_last = i + 1 == G_N_ELEMENTS (scales);

      style->scale *= scales[i];
      g_clear_pointer (&box, ntm_text_box_free);
      box = ntm_text_box_new (style, NTM_FONT_TITLE, is_last ? NTM_TEXT_BOLD | NTM_TEXT_WRAP : NTM_TEXT_BOLD, text, width);
      if (!ntm_text_box_is_cut (box))
        break;
    }
  return box;
}

/* Draws the heading if there is a @cr. Returns: where the body begins */
double
ntm_slide_heading (const NtmSlideDeck *deck,
                   const NtmSlide     *slide,
                   cairo_t            *cr)
{
  double width = deck->width - 2 * NTM_SLIDE_MARGIN, y = NTM_SLIDE_TOP;
  g_autoptr (NtmTextBox) title = new_title (deck, slide->title, width);
  g_autoptr (NtmTextBox) subtitle = ntm_text_box_new (deck->style, NTM_FONT_BODY, NTM_TEXT_WRAP, slide->subtitle, width);

  if (cr != NULL)
    ntm_text_box_draw (title, cr, NTM_SLIDE_MARGIN, y, ntm_palette_get_color (deck->style->palette, NTM_ROLE_TEXT));
  y += title->height;
  if (*slide->subtitle == '\0')
    return y + GAP;
  if (cr != NULL)
    ntm_text_box_draw (subtitle, cr, NTM_SLIDE_MARGIN, y, ntm_palette_get_color (deck->style->palette, NTM_ROLE_SECONDARY));
  return y + subtitle->height + GAP;
}

NtmSlideRoom
ntm_slide_room (const NtmSlideDeck *deck,
                const NtmSlide     *slide)
{
  NtmSlideRoom room = { .x = NTM_SLIDE_MARGIN, .width = deck->width - 2 * NTM_SLIDE_MARGIN };

  room.foot_y = NTM_SLIDE_HEIGHT - NTM_SLIDE_BOTTOM - NTM_SLIDE_FOOT;
  room.body_y = ntm_slide_heading (deck, slide, NULL);
  room.body_height = room.foot_y - GAP - room.body_y;
  room.body_width = room.width;
  if (slide->headlines == NULL || slide->headlines->len == 0)
    return room;
  room.side_width = room.width * SIDE_SHARE;
  room.side_x = room.x + room.width - room.side_width;
  room.body_width = room.width - room.side_width - 2 * GAP;
  return room;
}

static void
draw_foot (const NtmSlideDeck *deck,
           const NtmSlide     *slide,
           guint               number,
           cairo_t            *cr,
           const NtmSlideRoom *room)
{
  const NtmColor *color = ntm_palette_get_color (deck->style->palette, NTM_ROLE_SECONDARY);
  g_autofree char *count = g_strdup_printf ("%u/%u", number + 1, deck->slides->len);
  g_autofree char *line = g_strdup_printf ("%s%s%s", deck->mark, *deck->mark != '\0' && *slide->source != '\0' ? " · " : "", slide->source);
  g_autoptr (NtmTextBox) right = ntm_text_box_new (deck->style, NTM_FONT_CAPTION, NTM_TEXT_TABULAR, count, room->width / 4);
  g_autoptr (NtmTextBox) left = ntm_text_box_new (deck->style, NTM_FONT_CAPTION, NTM_TEXT_PLAIN, line,
                                                  room->width - right->width - 2 * GAP);

  ntm_text_box_draw (left, cr, room->x, room->foot_y, color);
  ntm_text_box_draw (right, cr, room->x + room->width - right->width, room->foot_y, color);
}

/* From pixels of the screen to units of a slide. */
static double
scale_for (double height)
{
  return height / NTM_SLIDE_HEIGHT;
}

/**
 * ntm_slide_deck_draw:
 * @self: a deck
 * @cr: where to draw, in pixels
 * @slide: from 0
 * @width: width of the screen
 * @height: height of the screen
 *
 * Draws a slide over the whole screen. A screen of other proportions than the deck was made for shows it in
 * the middle.
 */
void
ntm_slide_deck_draw (const NtmSlideDeck *self,
                     cairo_t            *cr,
                     guint               slide,
                     double              width,
                     double              height)
{
  const NtmSlide *one;
  NtmSlideRoom room;
  double scale = MIN (scale_for (height), width / self->width);

  g_return_if_fail (slide < self->slides->len);

  one = g_ptr_array_index (self->slides, slide);
  room = ntm_slide_room (self, one);
  cairo_save (cr);
  ntm_color_set (ntm_palette_get_color (self->style->palette, NTM_ROLE_PAGE), cr);
  cairo_paint (cr);
  cairo_translate (cr, (width - scale * self->width) / 2, (height - scale * NTM_SLIDE_HEIGHT) / 2);
  cairo_scale (cr, scale, scale);
  ntm_slide_heading (self, one, cr);
  draw_foot (self, one, slide, cr, &room);
  if (room.side_width > 0)
    ntm_headlines_draw (one->headlines, cr, self->style, room.side_x, room.body_y, room.side_width, room.body_height);
  cairo_translate (cr, room.x, room.body_y);
  cairo_rectangle (cr, 0, 0, room.body_width, room.body_height);
  cairo_clip (cr);
  ntm_figure_draw_page (one->figure, cr, ntm_slide_style (self, ntm_figure_get_kind (one->figure)), room.body_width,
                        room.body_height, one->page);
  cairo_restore (cr);
}

/**
 * ntm_slide_deck_pick:
 * @self: a deck
 * @slide: from 0
 * @x: in pixels of the screen
 * @y: in pixels of the screen
 * @width: width of the screen
 * @height: height of the screen
 *
 * Returns: (transfer none) (nullable): id of the unit of a map at that place; lives as long as @self
 */
const char *
ntm_slide_deck_pick (const NtmSlideDeck *self,
                     guint               slide,
                     double              x,
                     double              y,
                     double              width,
                     double              height)
{
  const NtmSlide *one;
  NtmSlideRoom room;
  g_autoptr (NtmMapLayout) layout = NULL;
  double scale = MIN (scale_for (height), width / self->width);
  const char *key;

  g_return_val_if_fail (slide < self->slides->len, NULL);

  one = g_ptr_array_index (self->slides, slide);
  if (ntm_figure_get_kind (one->figure) != NTM_FIGURE_MAP)
    return NULL;
  room = ntm_slide_room (self, one);
  x = (x - (width - scale * self->width) / 2) / scale - room.x;
  y = (y - (height - scale * NTM_SLIDE_HEIGHT) / 2) / scale - room.body_y;
  layout = ntm_map_layout_new (ntm_figure_get_spec (one->figure), self->style, room.body_width, room.body_height);
  key = ntm_map_layout_pick (layout, x, y);
  /* Of the spec, not of the layout, which goes. */
  for (guint i = 0; key != NULL && i < ((NtmMapSpec *) ntm_figure_get_spec (one->figure))->items->len; i++)
    {
      const NtmMapItem *item = g_ptr_array_index (((NtmMapSpec *) ntm_figure_get_spec (one->figure))->items, i);

      if (g_str_equal (item->key, key))
        return item->key;
    }
  return NULL;
}
