/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a label on a trend chart would be in the way, and how much. */

#include "ntm-trend-private.h"

#include <math.h>

/* In desk pixels. */
#define DOT_RADIUS 6.0

#define LINE_COST  12.0
#define HATCH_COST 8.0
#define GRID_COST  0.5

static gboolean
is_blocked (const NtmTrendLayout *self, const NtmRect *rect)
{
  const NtmRect page = { 2 * self->unit, self->plot.y - 12 * self->unit, self->width - 4 * self->unit,
                         self->plot.height + 11 * self->unit };

  if (!ntm_rect_within (rect, &page) || rect->x < self->plot.x)
    return TRUE;
  for (guint i = 0; i < self->labels->len; i++)
    if (ntm_rect_overlap (&g_array_index (self->labels, NtmTrendLabel, i).rect, rect, 2 * self->unit))
      return TRUE;
  for (guint i = 0; i < self->names->len; i++)
    {
      const NtmTrendName *name = &g_array_index (self->names, NtmTrendName, i);
      const NtmRect box = { name->x, name->y, name->text->width + 18 * self->unit, name->text->height };

      if (ntm_rect_overlap (&box, rect, 0))
        return TRUE;
    }

  return FALSE;
}

static gboolean
hits_dot (const NtmTrendLayout *self, const NtmRect *rect, double x, double y)
{
  const NtmRect box = { x - DOT_RADIUS * self->unit, y - DOT_RADIUS * self->unit, 2 * DOT_RADIUS * self->unit, 2 * DOT_RADIUS * self->unit };

  return ntm_rect_overlap (&box, rect, 0);
}

static gboolean
hits_points (const NtmTrendLayout *self, const NtmRect *rect)
{
  const NtmTrendSpec *spec = self->spec;

  for (guint i = 0; i < self->dots->len; i++)
    {
      const NtmTrendDot *dot = &g_array_index (self->dots, NtmTrendDot, i);

      if (isfinite (dot->y) && hits_dot (self, rect, dot->x, dot->y))
        return TRUE;
    }
  for (guint i = 0; i < spec->references->len; i++)
    {
      const NtmTrendMark *reference = g_ptr_array_index (spec->references, i);

      if (hits_dot (self, rect, ntm_trend_layout_x (self, reference->day), ntm_trend_layout_y (self, reference->value)))
        return TRUE;
    }
  if (spec->has_target && ntm_date_is_known (spec->target_day)
      && hits_dot (self, rect, ntm_trend_layout_x (self, spec->target_day), ntm_trend_layout_y (self, spec->target_value)))
    return TRUE;

  return spec->has_projection
         && hits_dot (self, rect, ntm_trend_layout_x (self, spec->projection_day), ntm_trend_layout_y (self, spec->projection_value));
}

static double
cost_of_lines (const NtmTrendLayout *self, const NtmRect *rect)
{
  const NtmTrendSpec *spec = self->spec;
  double cost = 0;

  for (guint i = 0; i < self->segments->len; i++)
    {
      const NtmTrendSegment *line = &g_array_index (self->segments, NtmTrendSegment, i);

      if (ntm_rect_crosses (rect, line->x1, line->y1, line->x2, line->y2))
        cost += LINE_COST;
    }
  if (spec->has_target && ntm_rect_crosses (rect, self->plot.x, ntm_trend_layout_y (self, spec->target_value),
                                            self->plot.x + self->plot.width, ntm_trend_layout_y (self, spec->target_value)))
    cost += LINE_COST;
  if (self->pace_line && ntm_rect_crosses (rect, ntm_trend_layout_x (self, spec->pace_from), ntm_trend_layout_y (self, spec->pace_from_value),
                                           ntm_trend_layout_x (self, spec->pace_to), ntm_trend_layout_y (self, spec->pace_to_value)))
    cost += LINE_COST;
  if (self->projection_line && ntm_rect_crosses (rect, self->last->x, self->last->y, ntm_trend_layout_x (self, spec->projection_day),
                                                 ntm_trend_layout_y (self, spec->projection_value)))
    cost += LINE_COST;
  return cost;
}

static double
cost_of_ground (const NtmTrendLayout *self, const NtmRect *rect)
{
  double cost = 0;

  for (guint i = 0; i < self->spec->gaps->len; i++)
    {
      const NtmTrendMark *gap = g_ptr_array_index (self->spec->gaps, i);
      double x1 = ntm_trend_layout_x (self, MAX (gap->day, self->from)), x2 = ntm_trend_layout_x (self, MIN (gap->to, self->to));
      const NtmRect area = { x1, self->plot.y, x2 - x1, self->plot.height };

      if (x2 > x1 && ntm_rect_overlap (&area, rect, 0))
        cost += HATCH_COST;
    }
  for (guint i = 0; i < self->spec->breaks->len; i++)
    {
      double x = ntm_trend_layout_x (self, ((NtmTrendMark *) g_ptr_array_index (self->spec->breaks, i))->day);

      if (ntm_rect_crosses (rect, x, self->plot.y, x, self->plot.y + self->plot.height))
        cost += LINE_COST;
    }
  for (guint i = 0; i < self->y_axis.n; i++)
    {
      double y = ntm_trend_layout_y (self, ntm_ticks_at (&self->y_axis, i));

      if (y > rect->y + rect->height * 0.2 && y < rect->y + rect->height * 0.8)
        cost += GRID_COST;
    }

  return cost;
}

/* What it costs to put a label there: NTM_TREND_FORBIDDEN over texts and points. */
double
ntm_trend_cost_of_place (const NtmTrendLayout *self, const NtmRect *rect)
{
  if (is_blocked (self, rect) || hits_points (self, rect))
    return NTM_TREND_FORBIDDEN;

  return cost_of_lines (self, rect) + cost_of_ground (self, rect);
}
