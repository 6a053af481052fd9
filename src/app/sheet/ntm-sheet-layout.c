/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which rows and columns the sheet has on the reference date. */

#include "config.h"

#include "ntm-sheet-private.h"

#include "ntm-topics.h"

#define FIRST_YEAR 2010

static gboolean
is_open (NtmSheet      *self,
         const NtmUnit *unit)
{
  gboolean by_level = unit->level < self->level;

  return by_level != g_hash_table_contains (self->toggled, unit->id);
}

/* Returns: (transfer full): unit → GPtrArray of the units right below it, in order, one pass a level */
static GHashTable *
group_by_parent (NtmAtlas *atlas,
                 NtmDate   at)
{
  GHashTable *groups = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (NtmLevel level = NTM_LEVEL_DISTRICT; level <= NTM_LEVEL_COMMUNE; level++)
    {
      g_autoptr (GPtrArray) units = ntm_atlas_units_at (atlas, level, at);

      for (guint i = 0; i < units->len; i++)
        {
          const NtmUnit *parent = ntm_unit_state_at (units->pdata[i], at)->parent_unit;
          GPtrArray *group = g_hash_table_lookup (groups, parent);

          if (group == NULL)
            {
              group = g_ptr_array_new ();
              g_hash_table_insert (groups, (gpointer) parent, group);
            }
          g_ptr_array_add (group, units->pdata[i]);
        }
    }
  return groups;
}

static void
add_rows (NtmSheet      *self,
          GHashTable    *groups,
          const NtmUnit *unit,
          guint          depth)
{
  const GPtrArray *below = g_hash_table_lookup (groups, unit);
  NtmSheetRow row = { unit, depth, below != NULL && unit->level != NTM_LEVEL_PROVINCE, FALSE };

  row.is_expanded = below != NULL && (unit->level == NTM_LEVEL_PROVINCE || is_open (self, unit));
  g_array_append_val (self->rows, row);
  for (guint i = 0; row.is_expanded && i < below->len; i++)
    add_rows (self, groups, below->pdata[i], depth + 1);
}

/* Province, districts and their communes; units the file hangs below nothing come at the end. */
void
_ntm_sheet_build_rows (NtmSheet *self)
{
  NtmAtlas *atlas = ntm_desk_get_atlas (self->desk);
  NtmDate at = ntm_desk_get_date (self->desk);
  g_autoptr (GHashTable) groups = NULL;
  g_autoptr (GPtrArray) provinces = NULL;
  const GPtrArray *loose;
  GHashTableIter iter;
  gpointer group;

  g_array_set_size (self->rows, 0);
  if (atlas == NULL)
    return;
  groups = group_by_parent (atlas, at);
  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, NULL, &group))
    _ntm_sheet_sort_units (self, group);
  provinces = ntm_atlas_units_at (atlas, NTM_LEVEL_PROVINCE, at);
  for (guint i = 0; i < provinces->len; i++)
    add_rows (self, groups, provinces->pdata[i], 0);
  loose = g_hash_table_lookup (groups, NULL);
  for (guint i = 0; loose != NULL && i < loose->len; i++)
    add_rows (self, groups, loose->pdata[i], 0);
}

/* Opens or closes a district. */
void
_ntm_sheet_toggle_row (NtmSheet *self,
                       guint     row)
{
  guint before = self->rows->len;
  const NtmSheetRow *at;

  if (row >= before)
    return;
  at = &g_array_index (self->rows, NtmSheetRow, row);
  if (!at->can_expand)
    return;
  if (!g_hash_table_remove (self->toggled, at->unit->id))
    g_hash_table_add (self->toggled, g_strdup (at->unit->id));
  _ntm_sheet_build_rows (self);
  ntm_grid_model_rows_changed (NTM_GRID_MODEL (self), row + 1, before > self->rows->len ? before - self->rows->len : 0,
                               self->rows->len > before ? self->rows->len - before : 0);
}

static NtmPeriod
year_period (int year)
{
  NtmPeriod period = { .kind = NTM_PERIOD_YEAR };

  period.days.from = ntm_date_new (year, 1, 1);
  period.days.to = ntm_date_new (year + 1, 1, 1);
  return period;
}

/* The last year that was over on the reference date. */
NtmPeriod
_ntm_sheet_last_year (NtmSheet *self)
{
  return year_period (ntm_date_year (ntm_desk_get_date (self->desk) + 1) - 1);
}

static int
compare_columns (gconstpointer a,
                 gconstpointer b)
{
  return ntm_period_compare (&((const NtmSheetColumn *) a)->period, &((const NtmSheetColumn *) b)->period);
}

/* One column a period, none after @end. */
static void
add_period (NtmSheet           *self,
            const NtmIndicator *indicator,
            const NtmPeriod    *period,
            NtmDate             end)
{
  NtmSheetColumn column = { indicator, FALSE, *period };

  if (ntm_period_last_day (period) >= end)
    return;
  for (guint i = 0; i < self->columns->len; i++)
    if (ntm_period_equal (&g_array_index (self->columns, NtmSheetColumn, i).period, period))
      return;
  g_array_append_val (self->columns, column);
}

/* Years from 2010 to that of the reference date, the other periods that have figures, and those asked for. */
static void
add_periods (NtmSheet           *self,
             NtmAtlas           *atlas,
             const NtmIndicator *indicator)
{
  const NtmSeries *series = ntm_atlas_series (atlas, indicator->code, NULL);
  int last_year = ntm_date_year (ntm_desk_get_date (self->desk));
  NtmDate end = ntm_date_new (last_year + 1, 1, 1);

  for (int year = FIRST_YEAR; year <= last_year; year++)
    {
      NtmPeriod period = year_period (year);

      add_period (self, indicator, &period, end);
    }
  for (guint i = 0; series != NULL && i < series->n_periods; i++)
    add_period (self, indicator, &series->periods[i], end);
  for (guint i = 0; i < self->added->len; i++)
    add_period (self, indicator, &g_array_index (self->added, NtmPeriod, i), end);
  g_array_sort (self->columns, compare_columns);
}

void
_ntm_sheet_build_columns (NtmSheet *self)
{
  NtmAtlas *atlas = ntm_desk_get_atlas (self->desk);
  const NtmIndicator *indicator = ntm_sheet_get_indicator (self);
  g_autoptr (GPtrArray) indicators = NULL;

  g_array_set_size (self->columns, 0);
  if (atlas == NULL || indicator == NULL)
    return;
  if (self->mode == NTM_SHEET_YEARS)
    {
      add_periods (self, atlas, indicator);
      return;
    }
  indicators = ntm_topic_list_indicators (atlas);
  for (guint i = 0; i < indicators->len; i++)
    {
      NtmSheetColumn column = { indicators->pdata[i], !self->has_period,
                                self->has_period ? self->period : _ntm_sheet_last_year (self) };

      g_array_append_val (self->columns, column);
    }
}
