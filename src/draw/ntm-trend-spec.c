/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a trend chart shows. */

#include "ntm-trend-chart.h"

static void
free_point (gpointer data)
{
  NtmTrendPoint *point = data;

  g_free (point->key);
  g_free (point->label);
  g_free (point->sublabel);
  g_free (point);
}

static void
free_series (gpointer data)
{
  NtmTrendSeries *series = data;

  g_free (series->key);
  g_free (series->name);
  g_ptr_array_unref (series->points);
  g_free (series);
}

static void
free_mark (gpointer data)
{
  g_free (((NtmTrendMark *) data)->label);
  g_free (data);
}

static void
add_mark (GPtrArray *marks, NtmDate day, NtmDate to, double value, const char *label)
{
  NtmTrendMark *mark = g_new0 (NtmTrendMark, 1);

  mark->day = day;
  mark->to = to;
  mark->value = value;
  mark->label = g_strdup (label);
  g_ptr_array_add (marks, mark);
}

/**
 * ntm_trend_spec_new:
 *
 * Returns: (transfer full): an empty chart whose y axis starts at zero
 */
NtmTrendSpec *
ntm_trend_spec_new (void)
{
  NtmTrendSpec *self = g_atomic_rc_box_new0 (NtmTrendSpec);

  self->decimals = -1;
  self->y_from_zero = TRUE;
  self->target_day = NTM_DATE_MAX;
  self->series = g_ptr_array_new_with_free_func (free_series);
  self->gaps = g_ptr_array_new_with_free_func (free_mark);
  self->breaks = g_ptr_array_new_with_free_func (free_mark);
  self->ticks = g_ptr_array_new_with_free_func (free_mark);
  self->references = g_ptr_array_new_with_free_func (free_mark);
  return self;
}

/**
 * ntm_trend_spec_ref:
 * @self: a chart
 *
 * Returns: (transfer full): @self with one more reference
 */
NtmTrendSpec *
ntm_trend_spec_ref (NtmTrendSpec *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  NtmTrendSpec *self = data;

  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->unit);
  g_free (self->source);
  g_free (self->empty);
  g_free (self->target_label);
  g_free (self->pace_label);
  g_free (self->projection_label);
  g_free (self->projection_sublabel);
  g_ptr_array_unref (self->series);
  g_ptr_array_unref (self->gaps);
  g_ptr_array_unref (self->breaks);
  g_ptr_array_unref (self->ticks);
  g_ptr_array_unref (self->references);
}

/**
 * ntm_trend_spec_unref:
 * @self: (transfer full): a chart
 */
void
ntm_trend_spec_unref (NtmTrendSpec *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * ntm_trend_spec_add_series:
 * @self: a chart
 * @key: of what is measured
 * @name: (nullable): its name
 *
 * Returns: (transfer none): a series without points
 */
NtmTrendSeries *
ntm_trend_spec_add_series (NtmTrendSpec *self, const char *key, const char *name)
{
  NtmTrendSeries *series = g_new0 (NtmTrendSeries, 1);

  series->key = g_strdup (key);
  series->name = g_strdup (name);
  series->points = g_ptr_array_new_with_free_func (free_point);
  g_ptr_array_add (self->series, series);
  return series;
}

/**
 * ntm_trend_series_add_point:
 * @self: a series
 * @day: when
 * @value: how much; a NaN is left out and parts the line
 * @label: (nullable): the figure as text
 *
 * Returns: (transfer none): the new point
 */
NtmTrendPoint *
ntm_trend_series_add_point (NtmTrendSeries *self, NtmDate day, double value, const char *label)
{
  NtmTrendPoint *point = g_new0 (NtmTrendPoint, 1);

  point->day = day;
  point->value = value;
  point->label = g_strdup (label);
  g_ptr_array_add (self->points, point);
  return point;
}

/**
 * ntm_trend_spec_add_gap:
 * @self: a chart
 * @from: first day
 * @to: day after the last
 * @label: (nullable): what is missing
 */
void
ntm_trend_spec_add_gap (NtmTrendSpec *self, NtmDate from, NtmDate to, const char *label)
{
  add_mark (self->gaps, from, to, 0, label);
}

/**
 * ntm_trend_spec_add_break:
 * @self: a chart
 * @day: first day of the new definition
 * @label: (nullable): what changes
 */
void
ntm_trend_spec_add_break (NtmTrendSpec *self, NtmDate day, const char *label)
{
  add_mark (self->breaks, day, day, 0, label);
}

/**
 * ntm_trend_spec_add_tick:
 * @self: a chart
 * @day: where
 * @label: under the axis
 */
void
ntm_trend_spec_add_tick (NtmTrendSpec *self, NtmDate day, const char *label)
{
  add_mark (self->ticks, day, day, 0, label);
}

/**
 * ntm_trend_spec_add_reference:
 * @self: a chart
 * @day: when
 * @value: how much
 * @label: (nullable): of what, such as the whole country
 */
void
ntm_trend_spec_add_reference (NtmTrendSpec *self, NtmDate day, double value, const char *label)
{
  add_mark (self->references, day, day, value, label);
}

static void
replace (char **slot, const char *text)
{
  g_free (*slot);
  *slot = g_strdup (text);
}

/**
 * ntm_trend_spec_set_target:
 * @self: a chart
 * @value: to reach
 * @qualifier: from which side; a target that is an upper bound has its label above the line
 * @day: by when, or %NTM_DATE_MAX
 * @label: (nullable): in words
 */
void
ntm_trend_spec_set_target (NtmTrendSpec *self, double value, NtmQualifier qualifier, NtmDate day, const char *label)
{
  self->has_target = TRUE;
  self->target_value = value;
  self->target_qualifier = qualifier;
  self->target_day = day;
  replace (&self->target_label, label);
}

/**
 * ntm_trend_spec_set_pace:
 * @self: a chart
 * @from: day of the last figure
 * @from_value: the last figure
 * @to: day of the target
 * @to_value: the target
 * @label: (nullable): how fast that is
 */
void
ntm_trend_spec_set_pace (NtmTrendSpec *self, NtmDate from, double from_value, NtmDate to, double to_value, const char *label)
{
  self->has_pace = TRUE;
  self->pace_from = from;
  self->pace_from_value = from_value;
  self->pace_to = to;
  self->pace_to_value = to_value;
  replace (&self->pace_label, label);
}

/**
 * ntm_trend_spec_set_projection:
 * @self: a chart
 * @day: end of the projection
 * @value: there
 * @label: (nullable): in words
 * @sublabel: (nullable): how it was made
 */
void
ntm_trend_spec_set_projection (NtmTrendSpec *self, NtmDate day, double value, const char *label, const char *sublabel)
{
  self->has_projection = TRUE;
  self->projection_day = day;
  self->projection_value = value;
  replace (&self->projection_label, label);
  replace (&self->projection_sublabel, sublabel);
}
