/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The table of figures as a model for the grid. Rows and columns are made anew after every change of the
 * file, because records do not outlive one; cells are computed when asked for, by an array scan.
 */

#include "config.h"

#include "ntm-sheet-private.h"

#include <glib/gi18n.h>

#include "ntm-topics.h"

static void
get_shape (NtmGridModel *model,
           NtmGridShape *out)
{
  NtmSheet *self = NTM_SHEET (model);

  out->n_rows = self->rows->len;
  out->n_columns = self->columns->len;
  out->has_groups = self->mode == NTM_SHEET_INDICATORS;
  out->title_lines = self->mode == NTM_SHEET_INDICATORS ? 3 : 1;
}

static void
get_cell (NtmGridModel *model,
          guint         row,
          guint         column,
          NtmGridCell  *out)
{
  _ntm_sheet_get_cell (NTM_SHEET (model), row, column, out);
}

static void
get_column (NtmGridModel  *model,
            guint          column,
            NtmGridColumn *out)
{
  _ntm_sheet_get_column (NTM_SHEET (model), column, out);
}

static void
get_row (NtmGridModel *model,
         guint         row,
         NtmGridRow   *out)
{
  _ntm_sheet_get_row (NTM_SHEET (model), row, out);
}

static char *
dup_corner (NtmGridModel *model)
{
  return g_strdup (C_("heading of a list of places", "Unit"));
}

static char *
dup_edit_text (NtmGridModel *model,
               guint         row,
               guint         column)
{
  return _ntm_sheet_dup_edit_text (NTM_SHEET (model), row, column);
}

static char *
dup_spoken (NtmGridModel *model,
            guint         row,
            guint         column)
{
  return _ntm_sheet_dup_spoken (NTM_SHEET (model), row, column);
}

static char *
dup_tooltip (NtmGridModel *model,
             guint         row,
             guint         column)
{
  return _ntm_sheet_dup_tooltip (NTM_SHEET (model), row, column);
}

static gboolean
can_edit (NtmGridModel *model,
          guint         row,
          guint         column,
          GError      **error)
{
  return _ntm_sheet_can_edit (NTM_SHEET (model), error);
}

static gboolean
set_texts (NtmGridModel       *model,
           const NtmGridEntry *entries,
           guint               n_entries,
           gboolean            is_confirmed,
           guint              *bad,
           GError            **error)
{
  return _ntm_sheet_set_texts (NTM_SHEET (model), entries, n_entries, is_confirmed, bad, error);
}

static char *
dup_fix (NtmGridModel *model,
         guint         row,
         guint         column,
         const char   *text)
{
  return _ntm_sheet_dup_fix (NTM_SHEET (model), row, column, text);
}

static void
toggle_row (NtmGridModel *model,
            guint         row)
{
  _ntm_sheet_toggle_row (NTM_SHEET (model), row);
}

static void
model_iface_init (NtmGridModelInterface *iface)
{
  iface->get_shape = get_shape;
  iface->get_cell = get_cell;
  iface->get_column = get_column;
  iface->get_row = get_row;
  iface->dup_corner = dup_corner;
  iface->dup_edit_text = dup_edit_text;
  iface->dup_spoken = dup_spoken;
  iface->dup_tooltip = dup_tooltip;
  iface->can_edit = can_edit;
  iface->set_texts = set_texts;
  iface->dup_fix = dup_fix;
  iface->toggle_row = toggle_row;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (NtmSheet, ntm_sheet, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (NTM_TYPE_GRID_MODEL, model_iface_init))

static void
rebuild (NtmSheet *self)
{
  _ntm_sheet_build_rows (self);
  _ntm_sheet_build_columns (self);
  ntm_grid_model_changed (NTM_GRID_MODEL (self));
}

static void
ntm_sheet_finalize (GObject *object)
{
  NtmSheet *self = NTM_SHEET (object);

  g_clear_object (&self->desk);
  g_free (self->indicator);
  g_hash_table_unref (self->toggled);
  g_array_unref (self->rows);
  g_array_unref (self->columns);
  G_OBJECT_CLASS (ntm_sheet_parent_class)->finalize (object);
}

static void
ntm_sheet_class_init (NtmSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ntm_sheet_finalize;
}

static void
ntm_sheet_init (NtmSheet *self)
{
  self->indicator = g_strdup ("");
  self->level = NTM_LEVEL_DISTRICT;
  self->toggled = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->rows = g_array_new (FALSE, FALSE, sizeof (NtmSheetRow));
  self->columns = g_array_new (FALSE, FALSE, sizeof (NtmSheetColumn));
}

/**
 * ntm_sheet_new:
 * @desk: what the window works on; may be empty and follows it
 *
 * Returns: (transfer full): the figures of the desk's file: districts × years of its first indicator
 */
NtmSheet *
ntm_sheet_new (NtmDesk *desk)
{
  NtmSheet *self = g_object_new (NTM_TYPE_SHEET, NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (rebuild), self, G_CONNECT_SWAPPED);
  rebuild (self);
  return self;
}

/**
 * ntm_sheet_get_mode:
 * @self: a sheet
 *
 * Returns: what its columns are
 */
NtmSheetMode
ntm_sheet_get_mode (NtmSheet *self)
{
  return self->mode;
}

/**
 * ntm_sheet_set_mode:
 * @self: a sheet
 * @mode: what its columns shall be
 */
void
ntm_sheet_set_mode (NtmSheet    *self,
                    NtmSheetMode mode)
{
  g_return_if_fail (NTM_IS_SHEET (self));

  if (self->mode == mode)
    return;
  self->mode = mode;
  rebuild (self);
}

/**
 * ntm_sheet_get_indicator:
 * @self: a sheet
 *
 * Returns: (transfer none) (nullable): the indicator of the mode of years; %NULL in a file without any
 */
const NtmIndicator *
ntm_sheet_get_indicator (NtmSheet *self)
{
  NtmAtlas *atlas = ntm_desk_get_atlas (self->desk);
  const NtmIndicator *indicator = NULL;

  if (atlas == NULL)
    return NULL;
  indicator = ntm_atlas_lookup (atlas, NTM_TABLE_INDICATOR, self->indicator);
  if (indicator == NULL)
    {
      g_autoptr (GPtrArray) all = ntm_topic_list_indicators (atlas);

      indicator = all->len > 0 ? all->pdata[0] : NULL;
    }
  return indicator;
}

/**
 * ntm_sheet_set_indicator:
 * @self: a sheet
 * @code: an indicator of the file
 *
 * Chooses the indicator whose years are shown, now or with the mode of years.
 */
void
ntm_sheet_set_indicator (NtmSheet   *self,
                         const char *code)
{
  g_return_if_fail (NTM_IS_SHEET (self) && code != NULL);

  if (g_str_equal (self->indicator, code))
    return;
  g_free (self->indicator);
  self->indicator = g_strdup (code);
  if (self->mode == NTM_SHEET_YEARS)
    rebuild (self);
}

/**
 * ntm_sheet_get_level:
 * @self: a sheet
 *
 * Returns: the level down to which rows are open
 */
NtmLevel
ntm_sheet_get_level (NtmSheet *self)
{
  return self->level;
}

/**
 * ntm_sheet_set_level:
 * @self: a sheet
 * @level: %NTM_LEVEL_DISTRICT or %NTM_LEVEL_COMMUNE
 *
 * Opens all districts or closes them. Where there are none any more, communes are shown anyway.
 */
void
ntm_sheet_set_level (NtmSheet *self,
                     NtmLevel  level)
{
  g_return_if_fail (NTM_IS_SHEET (self));

  if (self->level == level)
    return;
  self->level = level;
  g_hash_table_remove_all (self->toggled);
  rebuild (self);
}

/**
 * ntm_sheet_set_period:
 * @self: a sheet
 * @period: (nullable): the period of the mode of indicators, %NULL for the latest of each until the
 *   reference date
 */
void
ntm_sheet_set_period (NtmSheet        *self,
                      const NtmPeriod *period)
{
  g_return_if_fail (NTM_IS_SHEET (self));

  self->has_period = period != NULL;
  if (period != NULL)
    self->period = *period;
  if (self->mode == NTM_SHEET_INDICATORS)
    rebuild (self);
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
  const NtmSheetColumn *at;
  NtmAtlas *atlas = ntm_desk_get_atlas (self->desk);

  g_return_val_if_fail (NTM_IS_SHEET (self) && out != NULL, FALSE);

  if (row >= self->rows->len || column >= self->columns->len)
    return FALSE;
  at = &g_array_index (self->columns, NtmSheetColumn, column);
  *out = (NtmSheetFacts) {
    .unit = g_array_index (self->rows, NtmSheetRow, row).unit,
    .indicator = at->indicator,
    .series = ntm_atlas_series (atlas, at->indicator->code, NULL),
    .period = at->period,
    .index = -1,
  };
  if (out->series == NULL)
    return TRUE;
  if (at->is_latest)
    out->observation = ntm_series_latest (out->series, out->unit, ntm_desk_get_date (self->desk));
  if (out->observation != NULL)
    out->period = out->observation->period;
  out->index = ntm_series_find_period (out->series, &out->period);
  if (!at->is_latest && out->index >= 0)
    out->observation = ntm_series_get (out->series, out->unit, (guint) out->index);
  return TRUE;
}
