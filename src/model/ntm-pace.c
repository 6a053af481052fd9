/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How fast an indicator moves and how fast it must. Rates are doubles, for display; whether the last value
 * meets the target is decided on exact numbers.
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "ntm-atlas-private.h"
#include "ntm-pace.h"

#define DAYS_A_YEAR 365.25
#define DECIMAL_SAFE 9.0e12 /* within the range of NtmDecimal */

/* The two values the pace is between, newest first. */
typedef struct
{
  const NtmObservation *last;
  const NtmObservation *before;
} Steps;

static NtmDate
day_of (const NtmObservation *observation)
{
  return ntm_period_last_day (&observation->period);
}

static double
years_between (NtmDate from, NtmDate to)
{
  return (to - from) / DAYS_A_YEAR;
}

/* Sums over periods of different length do not compare; states on two days always do. */
static gboolean
is_comparable (const NtmObservation *last, const NtmObservation *before, gboolean is_flow)
{
  return day_of (before) < day_of (last) && (!is_flow || before->period.kind == last->period.kind);
}

static Steps
find_steps (const NtmSeries *series, const NtmUnit *unit, gboolean is_flow, NtmDate at)
{
  Steps steps = { NULL, NULL };

  for (guint i = series->n_periods; i > 0 && !steps.before; i--)
    {
      const NtmObservation *observation = ntm_series_actual (series, unit, i - 1);

      if (!observation || observation->state != NTM_STATE_VALUE || observation->period.kind == NTM_PERIOD_RANGE ||
          day_of (observation) > at)
        continue;
      if (!steps.last)
        steps.last = observation;
      else if (is_comparable (steps.last, observation, is_flow))
        steps.before = observation;
    }
  return steps;
}

/* A break's day is the first of the new definition. */
static gboolean
has_break (NtmAtlas *atlas, const char *indicator, NtmDate from, NtmDate to)
{
  const GPtrArray *breaks = ntm_atlas_records (atlas, NTM_TABLE_SERIES_BREAK);

  for (guint i = 0; i < breaks->len; i++)
    {
      const NtmSeriesBreak *item = breaks->pdata[i];

      if (g_str_equal (item->indicator, indicator) && from < item->date && item->date <= to)
        return TRUE;
    }
  return FALSE;
}

/* A target stated as a bare number is met from its good side on. */
static gboolean
meets (const NtmTarget *target, const NtmIndicator *indicator, NtmDecimal value)
{
  NtmQualifier wanted = target->qualifier;

  if (wanted == NTM_QUALIFIER_EQUAL || wanted == NTM_QUALIFIER_ABOUT)
    {
      if (indicator && indicator->direction == NTM_DIRECTION_UP)
        wanted = NTM_QUALIFIER_AT_LEAST;
      else if (indicator && indicator->direction == NTM_DIRECTION_DOWN)
        wanted = NTM_QUALIFIER_AT_MOST;
    }
  return ntm_qualifier_meets (wanted, value, target->value);
}

static void
set_observed (NtmAtlas *atlas, const NtmSeries *series, const Steps *steps, NtmPace *pace)
{
  if (!steps->before || has_break (atlas, series->indicator, day_of (steps->before), day_of (steps->last)))
    return;
  pace->has_observed = TRUE;
  pace->observed = (pace->last - ntm_decimal_to_double (steps->before->shown)) /
                   years_between (day_of (steps->before), day_of (steps->last));
}

static void
set_required (const NtmTarget *target, const NtmIndicator *indicator, const NtmObservation *last, NtmPace *pace)
{
  double years;

  pace->met = meets (target, indicator, last->shown);
  pace->reaches = pace->met;
  if (!target->has_period)
    return;
  pace->to = ntm_period_last_day (&target->period);
  if (pace->to <= pace->from)
    return;
  years = years_between (pace->from, pace->to);
  pace->has_required = TRUE;
  pace->required = (ntm_decimal_to_double (target->value) - pace->last) / years;
  pace->reaches = FALSE;
  if (!pace->has_observed)
    return;
  pace->projected = pace->last + pace->observed * years;
  pace->reaches = fabs (pace->projected) < DECIMAL_SAFE &&
                  meets (target, indicator, (NtmDecimal) llround (pace->projected * (double) NTM_DECIMAL_ONE));
}

/**
 * ntm_pace_compute:
 * @atlas: an Atlas
 * @series: a series of it
 * @unit: a unit
 * @target: (nullable): the target, with a number
 * @at: a day; later values are not known yet
 * @out: (out caller-allocates): the pace, set in any case
 *
 * Computes the pace from the last two values that compare: plans, ranges of years and cells without a value
 * are passed over, and a flow only compares with a period of the same kind. With a break of the series
 * between the two, nothing was observed. Nothing is required without a target whose day is after the last
 * value; the projection is then the last value. A target stated as a bare number is met at or beyond it, in
 * the direction of the indicator.
 *
 * Returns: %FALSE if no value is known on @at
 */
gboolean
ntm_pace_compute (NtmAtlas *atlas, const NtmSeries *series, const NtmUnit *unit, const NtmTarget *target,
                  NtmDate at, NtmPace *out)
{
  const NtmIndicator *indicator;
  Steps steps;

  g_return_val_if_fail (NTM_IS_ATLAS (atlas) && series != NULL && unit != NULL && out != NULL, FALSE);

  memset (out, 0, sizeof *out);
  indicator = ntm_atlas_lookup (atlas, NTM_TABLE_INDICATOR, series->indicator);
  steps = find_steps (series, unit, indicator && indicator->is_flow, at);
  if (!steps.last)
    return FALSE;
  out->from = out->to = day_of (steps.last);
  out->last = out->projected = ntm_decimal_to_double (steps.last->shown);
  set_observed (atlas, series, &steps, out);
  if (target && target->value != NTM_NONE)
    set_required (target, indicator, steps.last, out);
  return TRUE;
}
