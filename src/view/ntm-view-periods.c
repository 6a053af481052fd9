/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which observations a picture of facts may use: plans are none. */

#include "config.h"

#include "ntm-view-periods.h"

/**
 * ntm_view_observed:
 * @series: the observations
 * @unit: a unit
 * @period: index of a period of @series
 *
 * Returns: (nullable): the observation preferred there, with a value that was observed or estimated;
 *   %NULL for a gap, another state or a mere plan
 */
const NtmObservation *
ntm_view_observed (const NtmSeries *series, const NtmUnit *unit, guint period)
{
  const NtmObservation *observation = ntm_series_get (series, unit, period);

  if (!observation || observation->state != NTM_STATE_VALUE || observation->shown == NTM_NONE)
    return NULL;
  return observation->kind == NTM_KIND_PLAN ? NULL : observation;
}

/**
 * ntm_view_state:
 * @series: the observations
 * @unit: a unit
 * @period: index of a period of @series
 *
 * Tells the gaps of a picture apart. A mere plan counts as no data.
 *
 * Returns: %NTM_STATE_VALUE where [func@Ntm.view_observed] finds a figure, else what is said instead of one
 */
NtmState
ntm_view_state (const NtmSeries *series, const NtmUnit *unit, guint period)
{
  const NtmObservation *observation = ntm_series_get (series, unit, period);

  if (!observation || observation->kind == NTM_KIND_PLAN)
    return NTM_STATE_NO_DATA;
  if (observation->state == NTM_STATE_VALUE && observation->shown == NTM_NONE)
    return NTM_STATE_NO_DATA;
  return observation->state;
}

/* Whether anything is said of any unit there: a figure, or only why there is none. */
static gboolean
is_told (const NtmSeries *series, const GPtrArray *units, guint period, gboolean with_figure)
{
  for (guint i = 0; i < units->len; i++)
    {
      const NtmUnit *unit = g_ptr_array_index (units, i);

      if (with_figure ? ntm_view_observed (series, unit, period) != NULL
                      : ntm_view_state (series, unit, period) != NTM_STATE_NO_DATA)
        return TRUE;
    }
  return FALSE;
}

/**
 * ntm_view_newest_period:
 * @ctx: the context
 * @series: the observations
 * @units: (element-type NtmUnit): the units of a picture
 * @out: (out): the period
 *
 * Finds the newest period up to the context's day in which any of the units has a value; without any, the
 * newest that says of a unit why. A picture shows one period for all its units; those without a figure of
 * it are gaps, not filled from other years.
 *
 * Returns: %FALSE, with @out untouched, if there is none
 */
gboolean
ntm_view_newest_period (const NtmViewContext *ctx, const NtmSeries *series, const GPtrArray *units, NtmPeriod *out)
{
  for (int with_figure = TRUE; with_figure >= FALSE; with_figure--)
    for (guint p = series->n_periods; p-- > 0;)
      if (ntm_period_last_day (&series->periods[p]) <= ctx->at && is_told (series, units, p, with_figure))
        {
          *out = series->periods[p];
          return TRUE;
        }
  return FALSE;
}
