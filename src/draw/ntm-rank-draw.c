/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing a laid-out rank chart. */

#include "ntm-mark.h"
#include "ntm-rank-private.h"

static void
draw_bar (const NtmRankLayout *self, cairo_t *cr, const NtmRankBar *bar)
{
  const NtmPalette *palette = self->style->palette;
  const NtmColor *fill = ntm_palette_get_color (palette, bar->row->highlighted ? NTM_ROLE_BAR_STRONG : NTM_ROLE_BAR);
  const NtmRect *rect = &bar->bar;
  double inset = bar->row->hollow ? self->unit : 0;

  if (bar->row->no_data)
    {
      ntm_hatch_rectangle (cr, rect->x, rect->y, rect->width, rect->height, 2 * self->unit, self->unit * 0.85, palette);
      ntm_rounded_rectangle (cr, rect->x, rect->y, rect->width, rect->height, 2 * self->unit);
      ntm_color_set (ntm_palette_get_color (palette, NTM_ROLE_HATCH), cr);
      cairo_set_line_width (cr, 0.8 * self->unit);
      cairo_stroke (cr);
      return;
    }

  ntm_rounded_rectangle (cr, rect->x + inset, rect->y + inset, MAX (rect->width - 2 * inset, 0), rect->height - 2 * inset, 2.5 * self->unit);
  ntm_color_set (bar->row->hollow ? ntm_palette_get_color (palette, NTM_ROLE_CARD) : fill, cr);
  cairo_fill_preserve (cr);
  ntm_color_set (fill, cr);
  cairo_set_line_width (cr, 2 * inset);
  if (bar->row->hollow)
    cairo_stroke (cr);
  cairo_new_path (cr);
}

static void
draw_row (const NtmRankLayout *self, cairo_t *cr, const NtmRankBar *bar, double names_right)
{
  const NtmPalette *palette = self->style->palette;
  double middle = bar->area.y + bar->area.height / 2;
  const NtmColor *text = ntm_palette_get_color (palette, bar->row->no_data ? NTM_ROLE_SECONDARY : NTM_ROLE_TEXT);

  draw_bar (self, cr, bar);
  ntm_text_box_draw (bar->label, cr, names_right - bar->label->width, middle - bar->label->height / 2, text);
  if (bar->value != NULL)
    ntm_text_box_draw_halo (bar->value, cr, bar->value_x, middle - bar->value->height / 2, text,
                            ntm_palette_get_color (palette, NTM_ROLE_CARD), 2 * self->unit);
}

static void
draw_lines (const NtmRankLayout *self, cairo_t *cr)
{
  const double dashes[] = { 7 * self->unit, 4 * self->unit };
  double bottom = self->plot.y + self->plot.height;

  cairo_move_to (cr, self->zero_x, self->plot.y - 2 * self->unit);
  cairo_line_to (cr, self->zero_x, bottom + 2 * self->unit);
  cairo_set_line_width (cr, 1.2 * self->unit);
  ntm_color_set (ntm_palette_get_color (self->style->palette, NTM_ROLE_AXIS), cr);
  cairo_stroke (cr);
  if (!self->spec->has_target)
    return;

  cairo_move_to (cr, self->target_x, self->plot.y - 2 * self->unit);
  cairo_line_to (cr, self->target_x, bottom + 2 * self->unit);
  cairo_set_dash (cr, dashes, 2, 0);
  cairo_set_line_width (cr, 2 * self->unit);
  ntm_color_set (ntm_palette_get_color (self->style->palette, NTM_ROLE_TARGET), cr);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_text (const NtmRankLayout *self, cairo_t *cr, const NtmTextBox *text, const NtmRect *rect, NtmRole role)
{
  if (text != NULL)
    ntm_text_box_draw (text, cr, rect->x, rect->y, ntm_palette_get_color (self->style->palette, role));
}

static void
draw_texts (const NtmRankLayout *self, cairo_t *cr)
{
  draw_text (self, cr, self->title, &self->title_rect, NTM_ROLE_TEXT);
  draw_text (self, cr, self->subtitle, &self->subtitle_rect, NTM_ROLE_SECONDARY);
  draw_text (self, cr, self->target, &self->target_rect, NTM_ROLE_TARGET);
  draw_text (self, cr, self->more, &self->more_rect, NTM_ROLE_SECONDARY);
  draw_text (self, cr, self->empty, &(NtmRect) { self->plot.x, self->plot.y, 0, 0 }, NTM_ROLE_SECONDARY);
  draw_text (self, cr, self->source, &self->source_rect, NTM_ROLE_SECONDARY);
  if (self->source == NULL)
    return;

  cairo_move_to (cr, self->source_rect.x, self->source_rect.y - 8 * self->unit);
  cairo_line_to (cr, self->width - self->source_rect.x, self->source_rect.y - 8 * self->unit);
  cairo_set_line_width (cr, 0.9 * self->unit);
  ntm_color_set (ntm_palette_get_color (self->style->palette, NTM_ROLE_GRID), cr);
  cairo_stroke (cr);
}

/**
 * ntm_rank_layout_draw:
 * @self: a layout
 * @cr: where, from 0, 0 to the size of the layout; its ground is the caller's
 */
void
ntm_rank_layout_draw (const NtmRankLayout *self, cairo_t *cr)
{
  double names_right = 0;

  for (guint i = 0; i < self->bars->len; i++)
    names_right = MAX (names_right, self->plot.x + g_array_index (self->bars, NtmRankBar, i).label->width);

  cairo_save (cr);
  cairo_new_path (cr);
  if (self->bars->len > 0)
    draw_lines (self, cr);
  for (guint i = 0; i < self->bars->len; i++)
    draw_row (self, cr, &g_array_index (self->bars, NtmRankBar, i), names_right);
  draw_texts (self, cr);
  cairo_restore (cr);
}
