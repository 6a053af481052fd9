/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing a laid-out trend chart, from the ground up: gaps, grid, breaks, target, lines, points, labels. */

#include "ntm-trend-private.h"

#include <math.h>

#include "ntm-mark.h"

static const NtmColor *
find_color (const NtmTrendLayout *self, NtmRole role)
{
  return ntm_palette_get_color (self->style->palette, role);
}

static void
stroke_line (cairo_t *cr, double x1, double y1, double x2, double y2, double width, const NtmColor *color)
{
  cairo_new_path (cr);
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
  cairo_set_line_width (cr, width);
  ntm_color_set (color, cr);
  cairo_stroke (cr);
}

static void
set_dash (const NtmTrendLayout *self, cairo_t *cr, double on, double off)
{
  const double dashes[] = { on * self->unit, off * self->unit };

  cairo_set_dash (cr, dashes, on + off > 0 ? 2 : 0, 0);
}

static void
draw_gaps (const NtmTrendLayout *self, cairo_t *cr)
{
  for (guint i = 0; i < self->spec->gaps->len; i++)
    {
      const NtmTrendMark *gap = g_ptr_array_index (self->spec->gaps, i);
      double x1 = ntm_trend_layout_x (self, MAX (gap->day, self->from));
      double x2 = ntm_trend_layout_x (self, MIN (gap->to, self->to));

      if (x2 > x1)
        ntm_hatch_rectangle (cr, x1, self->plot.y, x2 - x1, self->plot.height, 0, self->unit, self->style->palette);
    }
}

static void
draw_grid (const NtmTrendLayout *self, cairo_t *cr)
{
  double right = self->plot.x + self->plot.width, bottom = self->plot.y + self->plot.height;

  for (guint i = 0; i < self->y_axis.n; i++)
    {
      double value = ntm_ticks_at (&self->y_axis, i);
      double y = ntm_trend_layout_y (self, value);

      if (y < bottom - self->unit && value != 0)
        stroke_line (cr, self->plot.x, y, right, y, 0.9 * self->unit, find_color (self, NTM_ROLE_GRID));
      else
        stroke_line (cr, self->plot.x, y, right, y, 1.2 * self->unit, find_color (self, NTM_ROLE_AXIS));
    }
  for (guint i = 0; i < self->x_ticks->len; i++)
    {
      double x = g_array_index (self->x_ticks, double, i);

      stroke_line (cr, x, bottom, x, bottom + 4 * self->unit, self->unit, find_color (self, NTM_ROLE_AXIS));
    }
}

static void
draw_breaks (const NtmTrendLayout *self, cairo_t *cr)
{
  set_dash (self, cr, 4, 4);
  for (guint i = 0; i < self->spec->breaks->len; i++)
    {
      const NtmTrendMark *item = g_ptr_array_index (self->spec->breaks, i);
      double x = ntm_trend_layout_x (self, item->day);

      if (item->day >= self->from && item->day <= self->to)
        stroke_line (cr, x, self->plot.y, x, self->plot.y + self->plot.height, 1.2 * self->unit, find_color (self, NTM_ROLE_AXIS));
    }
  set_dash (self, cr, 0, 0);
}

static void
draw_plans (const NtmTrendLayout *self, cairo_t *cr)
{
  const NtmTrendSpec *spec = self->spec;

  if (spec->has_target)
    {
      double y = ntm_trend_layout_y (self, spec->target_value);

      set_dash (self, cr, 7, 4);
      stroke_line (cr, self->plot.x, y, self->plot.x + self->plot.width, y, 2 * self->unit, find_color (self, NTM_ROLE_TARGET));
    }
  if (self->pace_line)
    {
      set_dash (self, cr, 2, 3.2);
      stroke_line (cr, ntm_trend_layout_x (self, spec->pace_from), ntm_trend_layout_y (self, spec->pace_from_value),
                   ntm_trend_layout_x (self, spec->pace_to), ntm_trend_layout_y (self, spec->pace_to_value), 2.2 * self->unit,
                   find_color (self, NTM_ROLE_TARGET));
    }
  if (self->projection_line)
    {
      set_dash (self, cr, 6.5, 4.5);
      stroke_line (cr, self->last->x, self->last->y, ntm_trend_layout_x (self, spec->projection_day),
                   ntm_trend_layout_y (self, spec->projection_value), 2.2 * self->unit, find_color (self, NTM_ROLE_RISK));
    }
  set_dash (self, cr, 0, 0);
}

static void
draw_ring (const NtmTrendLayout *self, cairo_t *cr, double x, double y, const NtmColor *color, gboolean hollow)
{
  double radius = 5 * self->unit;

  cairo_new_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  ntm_color_set (hollow ? find_color (self, NTM_ROLE_CARD) : color, cr);
  cairo_fill_preserve (cr);
  ntm_color_set (color, cr);
  cairo_set_line_width (cr, 2.2 * self->unit);
  cairo_stroke (cr);
}

static void
draw_plan_ends (const NtmTrendLayout *self, cairo_t *cr)
{
  const NtmTrendSpec *spec = self->spec;

  if (spec->has_target && ntm_date_is_known (spec->target_day))
    {
      double x = ntm_trend_layout_x (self, spec->target_day), y = ntm_trend_layout_y (self, spec->target_value), r = 7 * self->unit;

      cairo_new_path (cr);
      cairo_move_to (cr, x, y - r);
      cairo_line_to (cr, x + r, y);
      cairo_line_to (cr, x, y + r);
      cairo_line_to (cr, x - r, y);
      cairo_close_path (cr);
      ntm_color_set (find_color (self, NTM_ROLE_TARGET), cr);
      cairo_fill (cr);
    }
  if (spec->has_projection)
    draw_ring (self, cr, ntm_trend_layout_x (self, spec->projection_day), ntm_trend_layout_y (self, spec->projection_value),
               find_color (self, NTM_ROLE_RISK), TRUE);
}

static void
draw_lines (const NtmTrendLayout *self, cairo_t *cr)
{
  for (guint i = 0; i < self->segments->len; i++)
    {
      const NtmTrendSegment *line = &g_array_index (self->segments, NtmTrendSegment, i);
      NtmColor color = ntm_palette_get_series (self->style->palette, line->series);

      stroke_line (cr, line->x1, line->y1, line->x2, line->y2, 2.6 * self->unit, &color);
    }
}

static void
draw_points (const NtmTrendLayout *self, cairo_t *cr)
{
  for (guint i = 0; i < self->spec->references->len; i++)
    {
      const NtmTrendMark *reference = g_ptr_array_index (self->spec->references, i);
      double x = ntm_trend_layout_x (self, reference->day), y = ntm_trend_layout_y (self, reference->value), r = 6 * self->unit;

      stroke_line (cr, x - r, y, x + r, y, 2 * self->unit, find_color (self, NTM_ROLE_TEXT));
      stroke_line (cr, x, y - r, x, y + r, 2 * self->unit, find_color (self, NTM_ROLE_TEXT));
    }
  for (guint i = 0; i < self->dots->len; i++)
    {
      const NtmTrendDot *dot = &g_array_index (self->dots, NtmTrendDot, i);
      NtmColor color = ntm_palette_get_series (self->style->palette, dot->series);

      if (isfinite (dot->y))
        draw_ring (self, cr, dot->x, dot->y, &color, dot->point->hollow);
    }
}

static void
draw_label (const NtmTrendLayout *self, cairo_t *cr, const NtmTrendLabel *label)
{
  const NtmColor *page = find_color (self, NTM_ROLE_CARD);
  double aside = label->rect.width - label->text->width;

  if (label->pill)
    {
      ntm_rounded_rectangle (cr, label->rect.x - 10 * self->unit, label->rect.y - 2 * self->unit, label->rect.width + 20 * self->unit,
                             label->rect.height + 4 * self->unit, 12 * self->unit);
      ntm_color_set (page, cr);
      cairo_fill (cr);
    }
  ntm_text_box_draw_halo (label->text, cr, label->rect.x + aside * label->align, label->rect.y, &label->color, page, 2 * self->unit);
  if (label->subtext == NULL)
    return;

  aside = label->rect.width - label->subtext->width;
  ntm_text_box_draw_halo (label->subtext, cr, label->rect.x + aside * label->align, label->rect.y + label->text->height, &label->subcolor,
                          page, 2 * self->unit);
}

static void
draw_axis_labels (const NtmTrendLayout *self, cairo_t *cr, GArray *labels)
{
  for (guint i = 0; i < labels->len; i++)
    {
      const NtmTrendLabel *label = &g_array_index (labels, NtmTrendLabel, i);

      ntm_text_box_draw (label->text, cr, label->rect.x, label->rect.y, &label->color);
    }
}

static void
draw_names (const NtmTrendLayout *self, cairo_t *cr)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      const NtmTrendName *name = &g_array_index (self->names, NtmTrendName, i);
      NtmColor color = ntm_palette_get_series (self->style->palette, name->series);
      double y = name->y + name->text->height / 2;

      stroke_line (cr, name->x, y, name->x + 13 * self->unit, y, 3 * self->unit, &color);
      ntm_text_box_draw (name->text, cr, name->x + 18 * self->unit, name->y, find_color (self, NTM_ROLE_TEXT));
    }
}

static void
draw_frame_texts (const NtmTrendLayout *self, cairo_t *cr)
{
  if (self->title != NULL)
    ntm_text_box_draw (self->title, cr, self->title_rect.x, self->title_rect.y, find_color (self, NTM_ROLE_TEXT));
  if (self->subtitle != NULL)
    ntm_text_box_draw (self->subtitle, cr, self->subtitle_rect.x, self->subtitle_rect.y, find_color (self, NTM_ROLE_SECONDARY));
  if (self->source != NULL)
    {
      double y = self->source_rect.y - 8 * self->unit;

      stroke_line (cr, self->source_rect.x, y, self->width - self->source_rect.x, y, 0.9 * self->unit, find_color (self, NTM_ROLE_GRID));
      ntm_text_box_draw (self->source, cr, self->source_rect.x, self->source_rect.y, find_color (self, NTM_ROLE_SECONDARY));
    }
  if (self->empty != NULL)
    ntm_text_box_draw (self->empty, cr, self->plot.x + (self->plot.width - self->empty->width) / 2,
                       self->plot.y + (self->plot.height - self->empty->height) / 2, find_color (self, NTM_ROLE_SECONDARY));
}

/**
 * ntm_trend_layout_draw:
 * @self: a layout
 * @cr: where, from 0, 0 to the size of the layout; its ground is the caller's
 */
void
ntm_trend_layout_draw (const NtmTrendLayout *self, cairo_t *cr)
{
  cairo_save (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  draw_gaps (self, cr);
  draw_grid (self, cr);
  draw_breaks (self, cr);
  draw_plans (self, cr);
  draw_lines (self, cr);
  draw_plan_ends (self, cr);
  draw_points (self, cr);
  draw_axis_labels (self, cr, self->y_labels);
  draw_axis_labels (self, cr, self->x_labels);
  draw_names (self, cr);
  for (guint i = 0; i < self->labels->len; i++)
    draw_label (self, cr, &g_array_index (self->labels, NtmTrendLabel, i));
  draw_frame_texts (self, cr);
  cairo_restore (cr);
}
