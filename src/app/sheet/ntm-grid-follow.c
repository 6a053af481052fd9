/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the grid does when its model says that something is different. */

#include "config.h"

#include "ntm-grid-private.h"

/* Texts and sizes will be made anew when they are drawn. */
void
_ntm_grid_forget_drawn (NtmGrid *self)
{
  _ntm_grid_drop_cache (self);
  _ntm_grid_drop_metrics (self);
}

static void
take_shape (NtmGrid *self)
{
  self->shape = self->model == NULL ? (NtmGridShape) { .title_lines = 1 } : ntm_grid_model_get_shape (self->model);
  _ntm_grid_forget_drawn (self);
  if (self->model == NULL)
    {
      g_array_set_size (self->edges, 0);
      return;
    }
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_COUNT, (int) self->shape.n_rows,
                                  GTK_ACCESSIBLE_RELATION_COL_COUNT, (int) self->shape.n_columns, -1);
  _ntm_grid_queue_size (self);
}

static void
changed_cb (NtmGrid *self)
{
  NtmGridCursor before = self->cursor;

  if (self->is_sorting)
    return;
  take_shape (self);
  _ntm_grid_stop_misplaced (self);
  ntm_grid_cursor_resize (&self->cursor, self->shape.n_rows, self->shape.n_columns);
  _ntm_grid_name_mark (self);
  if (before.row != self->cursor.row || before.column != self->cursor.column)
    _ntm_grid_scroll_to (self, self->cursor.row, self->cursor.column);
  g_signal_emit_by_name (self, "cursor-moved");
}

static void
rows_changed_cb (NtmGrid *self,
                 guint    position,
                 guint    removed,
                 guint    added)
{
  if (self->is_editing)
    ntm_grid_cancel_edit (self);
  take_shape (self);
  ntm_grid_cursor_splice (&self->cursor, position, removed, added);
  _ntm_grid_name_mark (self);
  g_signal_emit_by_name (self, "cursor-moved");
}

/**
 * ntm_grid_sort:
 * @self: a grid
 * @column: from 0, or -1 for the headings of rows
 *
 * Puts the rows in the order of a column. The cursor stays with its row.
 */
void
ntm_grid_sort (NtmGrid *self,
               int      column)
{
  guint row;

  g_return_if_fail (NTM_IS_GRID (self));

  if (self->model == NULL || !self->shape.can_sort || column >= (int) self->shape.n_columns || !ntm_grid_finish_edit (self))
    return;
  self->is_sorting = TRUE;
  row = ntm_grid_model_sort (self->model, column, self->cursor.row);
  self->is_sorting = FALSE;
  take_shape (self);
  ntm_grid_cursor_resize (&self->cursor, self->shape.n_rows, self->shape.n_columns);
  ntm_grid_place (self, row, self->cursor.column);
}

/**
 * ntm_grid_set_model:
 * @self: a grid
 * @model: (nullable): the table to show
 *
 * Shows another table, from its first cell. A text being typed is dropped.
 */
void
ntm_grid_set_model (NtmGrid      *self,
                    NtmGridModel *model)
{
  g_return_if_fail (NTM_IS_GRID (self));

  if (self->model == model)
    return;
  if (self->is_editing)
    ntm_grid_cancel_edit (self);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_set_object (&self->model, model);
  self->cursor = (NtmGridCursor) { 0 };
  if (model != NULL)
    {
      g_signal_connect_swapped (model, "changed", G_CALLBACK (changed_cb), self);
      g_signal_connect_swapped (model, "rows-changed", G_CALLBACK (rows_changed_cb), self);
    }
  take_shape (self);
  ntm_grid_cursor_resize (&self->cursor, self->shape.n_rows, self->shape.n_columns);
  if (model != NULL)
    _ntm_grid_moved (self);
}

/**
 * ntm_grid_get_model:
 * @self: a grid
 *
 * Returns: (transfer none) (nullable): the table shown
 */
NtmGridModel *
ntm_grid_get_model (NtmGrid *self)
{
  g_return_val_if_fail (NTM_IS_GRID (self), NULL);

  return self->model;
}
