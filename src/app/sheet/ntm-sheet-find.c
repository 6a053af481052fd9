/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is at a place of the sheet, and where something is. */

#include "config.h"

#include "ntm-sheet-private.h"

/* What stands at @unit and @at, whether or not there is a row of the unit. */
void
_ntm_sheet_look_at (NtmSheet             *self,
                    const NtmUnit        *unit,
                    const NtmSheetColumn *at,
                    NtmSheetFacts        *out)
{
  *out = (NtmSheetFacts) {
    .unit = unit,
    .indicator = at->indicator,
    .series = ntm_atlas_series (ntm_desk_get_atlas (self->desk), at->indicator->code, NULL),
    .period = at->period,
    .index = -1,
  };
  if (out->series == NULL)
    return;
  if (at->is_latest)
    out->observation = ntm_series_latest (out->series, out->unit, ntm_desk_get_date (self->desk));
  if (out->observation != NULL)
    out->period = out->observation->period;
  out->index = ntm_series_find_period (out->series, &out->period);
  if (!at->is_latest && out->index >= 0)
    out->observation = ntm_series_get (out->series, out->unit, (guint) out->index);
}

/**
 * ntm_sheet_look:
 * @self: a sheet
 * @row: from 0
 * @column: from 0
 * @out: (out caller-allocates): what the cell is about
 *
 * Returns: %FALSE if there is no such cell
 */
gboolean
ntm_sheet_look (NtmSheet      *self,
                guint          row,
                guint          column,
                NtmSheetFacts *out)
{
  g_return_val_if_fail (NTM_IS_SHEET (self) && out != NULL, FALSE);

  if (row >= self->rows->len || column >= self->columns->len)
    return FALSE;
  _ntm_sheet_look_at (self, g_array_index (self->rows, NtmSheetRow, row).unit,
                      &g_array_index (self->columns, NtmSheetColumn, column), out);
  return TRUE;
}

/**
 * ntm_sheet_find_unit:
 * @self: a sheet
 * @id: a unit
 * @row: (out): its row
 *
 * Returns: %FALSE if no row shows it
 */
gboolean
ntm_sheet_find_unit (NtmSheet   *self,
                     const char *id,
                     guint      *row)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_str_equal (g_array_index (self->rows, NtmSheetRow, i).unit->id, id))
      {
        *row = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * ntm_sheet_find_indicator:
 * @self: a sheet
 * @code: an indicator
 * @column: (out): its column
 *
 * Returns: %FALSE if no column, or every column, shows it
 */
gboolean
ntm_sheet_find_indicator (NtmSheet   *self,
                          const char *code,
                          guint      *column)
{
  for (guint i = 0; self->mode == NTM_SHEET_INDICATORS && i < self->columns->len; i++)
    if (g_str_equal (g_array_index (self->columns, NtmSheetColumn, i).indicator->code, code))
      {
        *column = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * ntm_sheet_find_period:
 * @self: a sheet
 * @period: (nullable): a period
 *
 * Returns: the column of @period in the mode of years, else that of the last year that was over on the
 *   reference date; 0 in the mode of indicators and in an empty table
 */
guint
ntm_sheet_find_period (NtmSheet        *self,
                       const NtmPeriod *period)
{
  NtmPeriod last_year = _ntm_sheet_last_year (self);
  guint found = 0;

  for (guint i = 0; self->mode == NTM_SHEET_YEARS && i < self->columns->len; i++)
    {
      const NtmPeriod *at = &g_array_index (self->columns, NtmSheetColumn, i).period;

      if (period != NULL && ntm_period_equal (at, period))
        return i;
      if (ntm_period_equal (at, &last_year))
        found = i;
    }
  return found;
}

/**
 * ntm_sheet_find_figure:
 * @self: a sheet
 * @row: (inout): the row to look in first
 * @column: (out): the column of the figure
 *
 * Looks for the first figure of @row, or where it has none the first of the table, row by row.
 *
 * Returns: %FALSE if there is no figure in the whole table; nothing is then set
 */
gboolean
ntm_sheet_find_figure (NtmSheet *self,
                       guint    *row,
                       guint    *column)
{
  guint n_rows = self->rows->len;

  for (guint i = 0; i <= n_rows; i++)
    {
      guint at = i == 0 ? *row : i - 1;

      for (guint c = 0; c < self->columns->len; c++)
        {
          NtmSheetFacts facts;

          if (!ntm_sheet_look (self, at, c, &facts) || facts.observation == NULL)
            continue;
          *row = at;
          *column = c;
          return TRUE;
        }
    }
  return FALSE;
}
