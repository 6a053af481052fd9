/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-records.h"

G_BEGIN_DECLS

/**
 * NtmSeries:
 *
 * All observations of one indicator: a dense matrix unit × period of the preferred value, for maps,
 * charts and pivots to scan, and beside it every observation, for those who ask where a number is from.
 * Cell (u, p) is at u × n_periods + p, u = #NtmUnit.index − @first_unit. The preferred one of a cell is the office's
 * choice, else verified > reported > estimate > plan, then the newest source. One that was asked for a single
 * unit has the row of that unit only: then @first_unit is its index and @n_units is 1.
 */
typedef struct
{
  int         ref_count;
  char       *indicator;
  NtmPeriod  *periods;      /* by last day, then kind */
  guint       n_periods;
  guint       first_unit;   /* NtmUnit.index of the first row, 0 unless asked for one unit */
  guint       n_units;
  NtmDecimal *values;       /* NTM_NONE where the state is not VALUE */
  guint8     *states;       /* NtmState */
  guint      *first;        /* index of the cell's preferred one in all, G_MAXUINT without */
  guint      *count;        /* observations of the cell; > 1 = look for a conflict */
  GPtrArray  *all;          /* (element-type NtmObservation), owned, cell by cell, preferred first */
} NtmSeries;

NtmSeries            *ntm_series_ref        (NtmSeries *self);
void                  ntm_series_unref      (NtmSeries *self);
int                   ntm_series_find_period (const NtmSeries *self, const NtmPeriod *period);
const NtmObservation *ntm_series_get        (const NtmSeries *self, const NtmUnit *unit, guint period);
const NtmObservation *ntm_series_get_nth    (const NtmSeries *self, const NtmUnit *unit, guint period, guint nth);
const NtmObservation *ntm_series_latest     (const NtmSeries *self, const NtmUnit *unit, NtmDate at);
gboolean              ntm_series_conflicts  (const NtmSeries *self, const NtmUnit *unit, guint period);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NtmSeries, ntm_series_unref)

G_END_DECLS
