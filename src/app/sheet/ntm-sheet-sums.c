/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The selection counted, for the bar below the table. */

#include "config.h"

#include "ntm-sheet-private.h"

#include <string.h>

/*
 * Rates, scores and values per head or year-by-year quotients do not add up. The file does not say which
 * indicators do; their unit does: "%", "điểm", anything with a stroke, and no unit at all.
 */
static gboolean
adds_up (const NtmIndicator *indicator)
{
  const char *unit = indicator->unit_vi;

  return *unit != '\0' && strchr (unit, '%') == NULL && strchr (unit, '/') == NULL && !g_str_has_prefix (unit, "điểm")
         && !g_str_equal (unit, "tiêu chí");
}

/* A stock is a state: those of two days make no sum. Units of two levels count the same thing twice. */
static gboolean
can_add (NtmSheet            *self,
         const NtmGridRange  *range,
         const NtmIndicator  *indicator)
{
  NtmLevel level = NTM_N_LEVELS;

  if (indicator == NULL || !adds_up (indicator) || (range->n_columns > 1 && !indicator->is_flow))
    return FALSE;
  for (guint r = 0; r < range->n_rows; r++)
    {
      const NtmUnit *unit = g_array_index (self->rows, NtmSheetRow, range->row + r).unit;

      if (level != NTM_N_LEVELS && unit->level != level)
        return FALSE;
      level = unit->level;
    }
  /* Half-years and their year count the same thing twice, too. */
  for (guint c = 1; c < range->n_columns; c++)
    if (ntm_interval_overlaps (&g_array_index (self->columns, NtmSheetColumn, range->column + c - 1).period.days,
                               &g_array_index (self->columns, NtmSheetColumn, range->column + c).period.days))
      return FALSE;
  return TRUE;
}

static void
take_value (NtmSheetSums *sums,
            NtmDecimal    value,
            gboolean     *overflows)
{
  if (sums->n_values == 0 || value < sums->minimum)
    sums->minimum = value;
  if (sums->n_values == 0 || value > sums->maximum)
    sums->maximum = value;
  if (!ntm_decimal_add (sums->sum, value, &sums->sum))
    *overflows = TRUE;
  sums->n_values++;
}

/**
 * ntm_sheet_count:
 * @self: a sheet
 * @range: cells of it
 *
 * Counts the figures of a selection. Plans count as well; states that are no value do not.
 *
 * Returns: the sums; minimum and maximum are 0 where there is no value
 */
NtmSheetSums
ntm_sheet_count (NtmSheet           *self,
                 const NtmGridRange *range)
{
  NtmSheetSums sums = { .n_cells = range->n_rows * range->n_columns };
  gboolean is_one = TRUE, overflows = FALSE;

  for (guint r = 0; r < range->n_rows; r++)
    for (guint c = 0; c < range->n_columns; c++)
      {
        NtmSheetFacts facts;

        if (!ntm_sheet_look (self, range->row + r, range->column + c, &facts))
          continue;
        is_one = is_one && (sums.indicator == NULL || sums.indicator == facts.indicator);
        sums.indicator = facts.indicator;
        if (facts.observation != NULL && facts.observation->state == NTM_STATE_VALUE)
          take_value (&sums, facts.observation->shown, &overflows);
      }
  if (!is_one)
    sums.indicator = NULL;
  sums.has_sum = !overflows && sums.n_values > 0 && can_add (self, range, sums.indicator);
  sums.has_mean = !overflows && sums.n_values > 0 && sums.indicator != NULL
                  && ntm_decimal_div (sums.sum, (NtmDecimal) sums.n_values * NTM_DECIMAL_ONE, &sums.mean);
  return sums;
}
