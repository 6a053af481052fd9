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
  out->can_sort = TRUE;
  out->sort = _ntm_sheet_get_order (self, "");
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

static char *
dup_note (NtmGridModel *model,
          guint         row,
          guint         column)
{
  return _ntm_sheet_dup_note (NTM_SHEET (model), row, column);
}

static gboolean
set_note (NtmGridModel *model,
          guint         row,
          guint         column,
          const char   *note,
          GError      **error)
{
  return _ntm_sheet_set_note (NTM_SHEET (model), row, column, note, error);
}

static guint
sort (NtmGridModel *model,
      int           column,
      guint         row)
{
  return _ntm_sheet_sort (NTM_SHEET (model), column, row);
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
  iface->dup_note = dup_note;
  iface->set_note = set_note;
  iface->sort = sort;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (NtmSheet, ntm_sheet, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (NTM_TYPE_GRID_MODEL, model_iface_init))

/* Where a figure was entered the rows stay as they are: a person who types down a column would miss some. */
static void
desk_changed_cb (NtmSheet *self)
{
  if (self->ranked_at != ntm_desk_get_date (self->desk))
    g_hash_table_remove_all (self->ranks);
  self->ranked_at = ntm_desk_get_date (self->desk);
  _ntm_sheet_build_columns (self);
  _ntm_sheet_build_rows (self);   /* may be in the order of a column */
  ntm_grid_model_changed (NTM_GRID_MODEL (self));
}

static void
rebuild (NtmSheet *self)
{
  g_hash_table_remove_all (self->ranks);
  desk_changed_cb (self);
}

static void
ntm_sheet_finalize (GObject *object)
{
  NtmSheet *self = NTM_SHEET (object);

  g_clear_object (&self->desk);
  g_free (self->indicator);
  g_free (self->sort_key);
  g_hash_table_unref (self->toggled);
  g_hash_table_unref (self->ranks);
  g_array_unref (self->rows);
  g_array_unref (self->columns);
  g_array_unref (self->added);
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
  self->ranks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->rows = g_array_new (FALSE, FALSE, sizeof (NtmSheetRow));
  self->columns = g_array_new (FALSE, FALSE, sizeof (NtmSheetColumn));
  self->added = g_array_new (FALSE, FALSE, sizeof (NtmPeriod));
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
  g_signal_connect_object (desk, "changed", G_CALLBACK (desk_changed_cb), self, G_CONNECT_SWAPPED);
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
  return indicator != NULL ? indicator : ntm_topic_find_first (atlas);
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
 * ntm_sheet_get_period:
 * @self: a sheet
 * @period: (out): the period of the mode of indicators
 *
 * Returns: %FALSE if that is the latest of each until the reference date
 */
gboolean
ntm_sheet_get_period (NtmSheet  *self,
                      NtmPeriod *period)
{
  *period = self->period;
  return self->has_period;
}

/**
 * ntm_sheet_add_period:
 * @self: a sheet
 * @period: a period until the end of the reference date's year
 *
 * Gives @period a column in the mode of years, also while it has no figure.
 */
void
ntm_sheet_add_period (NtmSheet        *self,
                      const NtmPeriod *period)
{
  g_return_if_fail (NTM_IS_SHEET (self));

  g_array_append_val (self->added, *period);
  if (self->mode == NTM_SHEET_YEARS)
    rebuild (self);
}
