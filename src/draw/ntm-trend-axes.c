/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The axes of a trend chart: ranges and ticks. */

#include "ntm-trend-private.h"

#include <math.h>
#include <stdlib.h>

/* In desk pixels. */
#define AXIS_GAP   8.0
#define TICK_SPACE 38.0

typedef struct { double low, high; } Range;

static void
widen (Range *range, double value)
{
  if (!isfinite (value))
    return;

  range->low = MIN (range->low, value);
  range->high = MAX (range->high, value);
}

static gboolean
is_day (NtmDate day)
{
  return day != NTM_DATE_MIN && day != NTM_DATE_MAX;
}

static void
widen_day (Range *range, NtmDate day)
{
  if (is_day (day))
    widen (range, day);
}

static void
widen_by_points (const NtmTrendSpec *spec, Range *x, Range *y)
{
  for (guint s = 0; s < spec->series->len; s++)
    {
      const NtmTrendSeries *series = g_ptr_array_index (spec->series, s);

      for (guint i = 0; i < series->points->len; i++)
        {
          const NtmTrendPoint *point = g_ptr_array_index (series->points, i);

          if (!isfinite (point->value))
            continue;
          widen_day (x, point->day);
          widen (y, point->value);
        }
    }
  for (guint i = 0; i < spec->references->len; i++)
    {
      const NtmTrendMark *reference = g_ptr_array_index (spec->references, i);

      widen_day (x, reference->day);
      widen (y, reference->value);
    }
}

static void
widen_by_rest (const NtmTrendSpec *spec, Range *x, Range *y)
{
  for (guint i = 0; i < spec->gaps->len; i++)
    {
      const NtmTrendMark *gap = g_ptr_array_index (spec->gaps, i);

      widen_day (x, gap->day);
      widen_day (x, gap->to);
    }
  for (guint i = 0; i < spec->ticks->len; i++)
    widen_day (x, ((NtmTrendMark *) g_ptr_array_index (spec->ticks, i))->day);
  if (spec->has_target)
    {
      widen (y, spec->target_value);
      widen_day (x, spec->target_day);
    }
  if (spec->has_pace)
    {
      widen_day (x, spec->pace_from);
      widen_day (x, spec->pace_to);
      widen (y, spec->pace_from_value);
      widen (y, spec->pace_to_value);
    }
  if (spec->has_projection)
    {
      widen_day (x, spec->projection_day);
      widen (y, spec->projection_value);
    }
}

/* Finds what days and values the contents need, and round ticks for the values. */
void
ntm_trend_find_ranges (NtmTrendLayout *self)
{
  Range x = { G_MAXDOUBLE, -G_MAXDOUBLE }, y = { G_MAXDOUBLE, -G_MAXDOUBLE };
  double pad;

  widen_by_points (self->spec, &x, &y);
  widen_by_rest (self->spec, &x, &y);
  if (x.high < x.low)
    x = (Range) { ntm_date_new (2020, 1, 1), ntm_date_new (2025, 1, 1) };
  if (y.high < y.low)
    y = (Range) { 0, 1 };
  pad = MAX ((x.high - x.low) * 0.06, 40);
  self->from = self->spec->from < self->spec->to ? self->spec->from : (NtmDate) (x.low - pad);
  self->to = self->spec->from < self->spec->to ? self->spec->to : (NtmDate) (x.high + pad);
  if (self->spec->y_from_zero)
    widen (&y, 0);
  /* Room for the figures above the highest point. */
  if (y.high > 0)
    y.high += (y.high - y.low) * 0.06;
  if (self->spec->y_min < self->spec->y_max)
    y = (Range) { self->spec->y_min, self->spec->y_max };
  self->y_axis = ntm_ticks_new (y.low, y.high, (guint) CLAMP (self->plot.height / (TICK_SPACE * self->unit), 3, 9));
}

static NtmTrendLabel
make_axis_label (const NtmTrendLayout *self, const char *text)
{
  NtmTrendLabel label = { .kind = NTM_PLACED_AXIS_LABEL };

  label.text = ntm_text_box_new (self->style, NTM_FONT_CAPTION, NTM_TEXT_TABULAR, text, 0);
  label.rect.width = label.text->width;
  label.rect.height = label.text->height;
  label.color = *ntm_palette_get_color (self->style->palette, NTM_ROLE_SECONDARY);
  return label;
}

static char *
format_tick (const NtmTrendLayout *self, double value)
{
  int decimals = self->spec->decimals >= 0 ? MAX (self->spec->decimals, self->y_axis.decimals) : self->y_axis.decimals;

  if (fabs (value) > 9e12)
    return g_strdup_printf ("%g", value);
  if (self->spec->decimals > self->y_axis.decimals)
    decimals = self->y_axis.decimals;

  return ntm_number_format ((NtmDecimal) llround (value * NTM_DECIMAL_ONE), decimals, self->style->lang);
}

/* In a very low chart not every tick has room for its number. */
static void
thin_y_labels (NtmTrendLayout *self)
{
  for (guint i = 1; i < self->y_labels->len;)
    {
      const NtmTrendLabel *below = &g_array_index (self->y_labels, NtmTrendLabel, i - 1);
      NtmTrendLabel *label = &g_array_index (self->y_labels, NtmTrendLabel, i);

      if (!ntm_rect_overlap (&below->rect, &label->rect, 0))
        {
          i++;
          continue;
        }
      ntm_text_box_free (label->text);
      g_array_remove_index (self->y_labels, i);
    }
}

/* Numbers at the left; the plot gives way to them. */
void
ntm_trend_set_y_labels (NtmTrendLayout *self)
{
  double widest = 0;

  for (guint i = 0; i < self->y_axis.n; i++)
    {
      g_autofree char *text = format_tick (self, ntm_ticks_at (&self->y_axis, i));
      NtmTrendLabel label = make_axis_label (self, text);

      widest = MAX (widest, label.rect.width);
      g_array_append_val (self->y_labels, label);
    }
  self->plot.x += widest + AXIS_GAP * self->unit;
  self->plot.width = MAX (self->plot.width - widest - AXIS_GAP * self->unit, 1);
  for (guint i = 0; i < self->y_axis.n; i++)
    {
      NtmTrendLabel *label = &g_array_index (self->y_labels, NtmTrendLabel, i);

      label->rect.x = self->plot.x - AXIS_GAP * self->unit - label->rect.width;
      label->rect.y = ntm_trend_layout_y (self, ntm_ticks_at (&self->y_axis, i)) - label->rect.height / 2;
    }
  thin_y_labels (self);
}

/* A label under the axis unless it runs into the one before or off the page. */
static void
add_x_label (NtmTrendLayout *self, NtmDate day, const char *text)
{
  double x = ntm_trend_layout_x (self, day);
  NtmTrendLabel label;
  NtmTrendLabel *before = NULL;

  if (day < self->from || day > self->to)
    return;

  g_array_append_val (self->x_ticks, x);
  label = make_axis_label (self, text);
  label.rect.x = CLAMP (x - label.rect.width / 2, 0, MAX (self->width - label.rect.width, 0));
  label.rect.y = self->plot.y + self->plot.height + AXIS_GAP * 0.75 * self->unit;
  if (self->x_labels->len > 0)
    before = &g_array_index (self->x_labels, NtmTrendLabel, self->x_labels->len - 1);
  if (before != NULL && ntm_rect_overlap (&before->rect, &label.rect, 6 * self->unit))
    {
      ntm_text_box_free (label.text);
      return;
    }
  g_array_append_val (self->x_labels, label);
}

static int
compare_ticks (gconstpointer a, gconstpointer b)
{
  const NtmTrendMark *x = *(NtmTrendMark * const *) a, *y = *(NtmTrendMark * const *) b;

  return x->day < y->day ? -1 : x->day > y->day;
}

/* Years stand at their end: there lies a figure of the whole year or of its last day. */
static void
add_year_labels (NtmTrendLayout *self)
{
  int first = ntm_date_year (self->from), last = ntm_date_year (self->to);
  g_autoptr(NtmTextBox) sample = ntm_text_box_new (self->style, NTM_FONT_CAPTION, NTM_TEXT_TABULAR, "0000", 0);
  double year_width = self->plot.width * 365.25 / MAX ((double) self->to - self->from, 1);
  int step = (int) CLAMP (ceil ((sample->width + 8 * self->unit) / MAX (year_width, 0.1)), 1, 1000);

  for (int year = first; year <= last; year++)
    {
      g_autofree char *text = g_strdup_printf ("%d", year);

      if (year % step == 0 || step == 1)
        add_x_label (self, ntm_date_new (year, 12, 31), text);
    }
}

/* Days below: those of the spec, or the years. */
void
ntm_trend_set_x_labels (NtmTrendLayout *self)
{
  g_autoptr(GPtrArray) sorted = NULL;

  if (self->spec->ticks->len == 0)
    {
      add_year_labels (self);
      return;
    }

  sorted = g_ptr_array_copy (self->spec->ticks, NULL, NULL);
  g_ptr_array_set_free_func (sorted, NULL);
  g_ptr_array_sort (sorted, compare_ticks);
  for (guint i = 0; i < sorted->len; i++)
    {
      const NtmTrendMark *tick = g_ptr_array_index (sorted, i);

      add_x_label (self, tick->day, tick->label);
    }
}
