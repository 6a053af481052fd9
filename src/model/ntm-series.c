/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the matrix of an indicator. */

#include "config.h"

#include <stdlib.h>

#include "ntm-atlas-private.h"

/**
 * ntm_series_ref:
 * @self: a series
 *
 * Returns: (transfer full): @self, which lives until this reference is given up too
 */
NtmSeries *
ntm_series_ref (NtmSeries *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  self->ref_count++;
  return self;
}

/**
 * ntm_series_unref:
 * @self: (nullable) (transfer full): a series
 *
 * Gives up a reference; the last one frees the series with its observations.
 */
void
ntm_series_unref (NtmSeries *self)
{
  if (!self || --self->ref_count > 0)
    return;
  g_free (self->indicator);
  g_free (self->periods);
  g_free (self->values);
  g_free (self->states);
  g_free (self->first);
  g_free (self->count);
  g_ptr_array_unref (self->all);
  g_free (self);
}

static int
compare_periods (const void *a, const void *b)
{
  return ntm_period_compare (a, b);
}

/**
 * ntm_series_find_period:
 * @self: a series
 * @period: a period
 *
 * Returns: its column of the matrix, or -1 if nothing was observed in it
 */
int
ntm_series_find_period (const NtmSeries *self, const NtmPeriod *period)
{
  const NtmPeriod *found;

  g_return_val_if_fail (self != NULL && period != NULL, -1);

  if (self->n_periods == 0)
    return -1;
  found = bsearch (period, self->periods, self->n_periods, sizeof *self->periods, compare_periods);
  return found ? (int) (found - self->periods) : -1;
}

/**
 * ntm_series_get:
 * @self: a series
 * @unit: a unit
 * @period: a column of the matrix
 *
 * Returns: (transfer none) (nullable): the preferred observation of the cell
 */
const NtmObservation *
ntm_series_get (const NtmSeries *self, const NtmUnit *unit, guint period)
{
  return ntm_series_get_nth (self, unit, period, 0);
}

/**
 * ntm_series_get_nth:
 * @self: a series
 * @unit: a unit
 * @period: a column of the matrix
 * @nth: 0 for the preferred one, then those less preferred
 *
 * Returns: (transfer none) (nullable): an observation of the cell; %NULL if it has no more than @nth
 */
const NtmObservation *
ntm_series_get_nth (const NtmSeries *self, const NtmUnit *unit, guint period, guint nth)
{
  gsize cell;
  guint row;

  g_return_val_if_fail (self != NULL && unit != NULL, NULL);

  row = unit->index - self->first_unit;   /* wraps around below the first, and then is too large as well */
  if (row >= self->n_units || period >= self->n_periods)
    return NULL;
  cell = (gsize) row * self->n_periods + period;
  return nth < self->count[cell] ? self->all->pdata[self->first[cell] + nth] : NULL;
}

/* The preferred one of what happened, plans left aside. */
const NtmObservation *
ntm_series_actual (const NtmSeries *self, const NtmUnit *unit, guint period)
{
  const NtmObservation *observation;

  for (guint i = 0; (observation = ntm_series_get_nth (self, unit, period, i)); i++)
    if (observation->kind != NTM_KIND_PLAN)
      return observation;
  return NULL;
}

/**
 * ntm_series_latest:
 * @self: a series
 * @unit: a unit
 * @at: a day
 *
 * Finds the newest figure of a unit known on a day: of the period that ended last on it or before, the
 * longest of those that ended together. Ranges of years, plans and cells marked as without data are passed
 * over; "not applicable" and "not verified" are answers.
 *
 * Returns: (transfer none) (nullable): the observation
 */
const NtmObservation *
ntm_series_latest (const NtmSeries *self, const NtmUnit *unit, NtmDate at)
{
  g_return_val_if_fail (self != NULL && unit != NULL, NULL);

  for (guint i = self->n_periods; i > 0; i--)
    {
      const NtmPeriod *period = &self->periods[i - 1];
      const NtmObservation *observation;

      if (period->kind == NTM_PERIOD_RANGE || ntm_period_last_day (period) > at)
        continue;
      observation = ntm_series_actual (self, unit, i - 1);
      if (observation && observation->state != NTM_STATE_NO_DATA)
        return observation;
    }
  return NULL;
}

static gboolean
differ (const NtmObservation *one, const NtmObservation *other)
{
  if (one->state != other->state)
    return TRUE;
  return one->state == NTM_STATE_VALUE && one->shown != other->shown;
}

/**
 * ntm_series_conflicts:
 * @self: a series
 * @unit: a unit
 * @period: a column of the matrix
 *
 * Tells whether the file has figures for one cell that contradict each other: values or states that
 * differ. A plan is only compared with plans.
 *
 * Returns: %TRUE if it does
 */
gboolean
ntm_series_conflicts (const NtmSeries *self, const NtmUnit *unit, guint period)
{
  const NtmObservation *plan = NULL;
  const NtmObservation *actual = NULL;
  const NtmObservation *observation;

  for (guint i = 0; (observation = ntm_series_get_nth (self, unit, period, i)); i++)
    {
      const NtmObservation **first = observation->kind == NTM_KIND_PLAN ? &plan : &actual;

      if (*first && differ (*first, observation))
        return TRUE;
      *first = observation;
    }
  return FALSE;
}
