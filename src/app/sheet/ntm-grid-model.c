/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a grid asks of the table it shows. Only the drawn cells are asked for, so answers are computed. */

#include "config.h"

#include "ntm-grid-model.h"

G_DEFINE_INTERFACE (NtmGridModel, ntm_grid_model, G_TYPE_OBJECT)

enum
{
  CHANGED,
  ROWS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
ntm_grid_model_default_init (NtmGridModelInterface *iface)
{
  signals[CHANGED] = g_signal_new ("changed", NTM_TYPE_GRID_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ROWS_CHANGED] = g_signal_new ("rows-changed", NTM_TYPE_GRID_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_UINT);
}

/**
 * ntm_grid_cell_clear:
 * @self: a cell
 *
 * Frees its texts and empties it.
 */
void
ntm_grid_cell_clear (NtmGridCell *self)
{
  g_free (self->text);
  g_free (self->tag);
  *self = (NtmGridCell) { 0 };
}

/**
 * ntm_grid_column_clear:
 * @self: a heading
 *
 * Frees its texts and empties it.
 */
void
ntm_grid_column_clear (NtmGridColumn *self)
{
  g_free (self->key);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->group);
  *self = (NtmGridColumn) { 0 };
}

/**
 * ntm_grid_row_clear:
 * @self: a heading
 *
 * Frees its texts and empties it.
 */
void
ntm_grid_row_clear (NtmGridRow *self)
{
  g_free (self->key);
  g_free (self->title);
  *self = (NtmGridRow) { 0 };
}

/**
 * ntm_grid_model_get_shape:
 * @self: a table
 *
 * Returns: how large it is
 */
NtmGridShape
ntm_grid_model_get_shape (NtmGridModel *self)
{
  NtmGridShape shape = { .title_lines = 1 };

  g_return_val_if_fail (NTM_IS_GRID_MODEL (self), shape);

  NTM_GRID_MODEL_GET_IFACE (self)->get_shape (self, &shape);
  return shape;
}

/**
 * ntm_grid_model_get_cell:
 * @self: a table
 * @row: from 0
 * @column: from 0
 * @out: (out caller-allocates): the cell, to be cleared
 */
void
ntm_grid_model_get_cell (NtmGridModel *self,
                         guint         row,
                         guint         column,
                         NtmGridCell  *out)
{
  *out = (NtmGridCell) { 0 };
  NTM_GRID_MODEL_GET_IFACE (self)->get_cell (self, row, column, out);
}

/**
 * ntm_grid_model_get_column:
 * @self: a table
 * @column: from 0
 * @out: (out caller-allocates): its heading, to be cleared
 */
void
ntm_grid_model_get_column (NtmGridModel  *self,
                           guint          column,
                           NtmGridColumn *out)
{
  *out = (NtmGridColumn) { 0 };
  NTM_GRID_MODEL_GET_IFACE (self)->get_column (self, column, out);
}

/**
 * ntm_grid_model_get_row:
 * @self: a table
 * @row: from 0
 * @out: (out caller-allocates): its heading, to be cleared
 */
void
ntm_grid_model_get_row (NtmGridModel *self,
                        guint         row,
                        NtmGridRow   *out)
{
  *out = (NtmGridRow) { .mark = -1 };
  NTM_GRID_MODEL_GET_IFACE (self)->get_row (self, row, out);
}

/**
 * ntm_grid_model_dup_corner:
 * @self: a table
 *
 * Returns: (transfer full): the heading of the column of row headings, perhaps ""
 */
char *
ntm_grid_model_dup_corner (NtmGridModel *self)
{
  NtmGridModelInterface *iface = NTM_GRID_MODEL_GET_IFACE (self);

  return iface->dup_corner == NULL ? g_strdup ("") : iface->dup_corner (self);
}

/**
 * ntm_grid_model_dup_edit_text:
 * @self: a table
 * @row: from 0
 * @column: from 0
 *
 * Returns: (transfer full): the text that editing the cell begins with, "" for an empty one
 */
char *
ntm_grid_model_dup_edit_text (NtmGridModel *self,
                              guint         row,
                              guint         column)
{
  return NTM_GRID_MODEL_GET_IFACE (self)->dup_edit_text (self, row, column);
}

/**
 * ntm_grid_model_dup_spoken:
 * @self: a table
 * @row: from 0
 * @column: from 0
 *
 * Returns: (transfer full): the cell in words: "value, row, column"
 */
char *
ntm_grid_model_dup_spoken (NtmGridModel *self,
                           guint         row,
                           guint         column)
{
  return NTM_GRID_MODEL_GET_IFACE (self)->dup_spoken (self, row, column);
}

/**
 * ntm_grid_model_dup_tooltip:
 * @self: a table
 * @row: from 0
 * @column: from 0
 *
 * Returns: (transfer full) (nullable): what a resting pointer learns of the cell, as plain text
 */
char *
ntm_grid_model_dup_tooltip (NtmGridModel *self,
                            guint         row,
                            guint         column)
{
  NtmGridModelInterface *iface = NTM_GRID_MODEL_GET_IFACE (self);

  return iface->dup_tooltip == NULL ? NULL : iface->dup_tooltip (self, row, column);
}

/**
 * ntm_grid_model_can_edit:
 * @self: a table
 * @row: from 0
 * @column: from 0
 * @error: return location for the reason
 *
 * Returns: %FALSE with @error set if the cell may not be changed
 */
gboolean
ntm_grid_model_can_edit (NtmGridModel *self,
                         guint         row,
                         guint         column,
                         GError      **error)
{
  return NTM_GRID_MODEL_GET_IFACE (self)->can_edit (self, row, column, error);
}

/**
 * ntm_grid_model_set_text:
 * @self: a table
 * @row: from 0
 * @column: from 0
 * @text: as typed; "" empties the cell
 * @is_confirmed: the person was asked already and meant it
 * @error: return location for the reason
 *
 * Changes one cell.
 *
 * Returns: %FALSE with @error set and nothing changed if the text is refused
 */
gboolean
ntm_grid_model_set_text (NtmGridModel *self,
                         guint         row,
                         guint         column,
                         const char   *text,
                         gboolean      is_confirmed,
                         GError      **error)
{
  NtmGridEntry entry = { row, column, text };

  return ntm_grid_model_set_texts (self, &entry, 1, is_confirmed, NULL, error);
}

/**
 * ntm_grid_model_set_texts:
 * @self: a table
 * @entries: (array length=n_entries): what shall be where
 * @n_entries: their number
 * @is_confirmed: the person was asked already and meant it
 * @bad: (out) (optional): the entry that is refused
 * @error: return location for the reason
 *
 * Changes cells in one step that can be undone.
 *
 * Returns: %FALSE with @error set and nothing changed if one of the texts is refused
 */
gboolean
ntm_grid_model_set_texts (NtmGridModel       *self,
                          const NtmGridEntry *entries,
                          guint               n_entries,
                          gboolean            is_confirmed,
                          guint              *bad,
                          GError            **error)
{
  guint ignored;

  g_return_val_if_fail (NTM_IS_GRID_MODEL (self), FALSE);

  return NTM_GRID_MODEL_GET_IFACE (self)->set_texts (self, entries, n_entries, is_confirmed,
                                                      bad == NULL ? &ignored : bad, error);
}

/**
 * ntm_grid_model_dup_fix:
 * @self: a table
 * @row: from 0
 * @column: from 0
 * @text: a text that was refused
 *
 * Returns: (transfer full) (nullable): what was probably meant and would be taken
 */
char *
ntm_grid_model_dup_fix (NtmGridModel *self,
                        guint         row,
                        guint         column,
                        const char   *text)
{
  NtmGridModelInterface *iface = NTM_GRID_MODEL_GET_IFACE (self);

  return iface->dup_fix == NULL ? NULL : iface->dup_fix (self, row, column, text);
}

/**
 * ntm_grid_model_toggle_row:
 * @self: a table
 * @row: from 0
 *
 * Opens or closes a row; nothing happens to one that cannot.
 */
void
ntm_grid_model_toggle_row (NtmGridModel *self,
                           guint         row)
{
  NtmGridModelInterface *iface = NTM_GRID_MODEL_GET_IFACE (self);

  if (iface->toggle_row != NULL)
    iface->toggle_row (self, row);
}

/**
 * ntm_grid_model_dup_note:
 * @self: a table
 * @row: from 0
 * @column: from 0
 *
 * Returns: (transfer full) (nullable): what is noted of the figure in a cell, "" for nothing; %NULL where nothing can be
 */
char *
ntm_grid_model_dup_note (NtmGridModel *self,
                         guint         row,
                         guint         column)
{
  NtmGridModelInterface *iface = NTM_GRID_MODEL_GET_IFACE (self);

  return iface->dup_note == NULL ? NULL : iface->dup_note (self, row, column);
}

/**
 * ntm_grid_model_set_note:
 * @self: a table whose cell has a note, if an empty one
 * @row: from 0
 * @column: from 0
 * @note: what to note; "" for nothing
 * @error: return location for a #GError
 *
 * Returns: %FALSE with @error set if it was refused; nothing is then changed
 */
gboolean
ntm_grid_model_set_note (NtmGridModel *self,
                         guint         row,
                         guint         column,
                         const char   *note,
                         GError      **error)
{
  return NTM_GRID_MODEL_GET_IFACE (self)->set_note (self, row, column, note, error);
}

/**
 * ntm_grid_model_sort:
 * @self: a table
 * @column: from 0, or -1 for the headings of rows
 * @row: a row to follow
 *
 * Puts the rows in the order of a column; see #NtmGridModelInterface.
 *
 * Returns: where @row is now
 */
guint
ntm_grid_model_sort (NtmGridModel *self,
                     int           column,
                     guint         row)
{
  NtmGridModelInterface *iface = NTM_GRID_MODEL_GET_IFACE (self);

  return iface->sort == NULL ? row : iface->sort (self, column, row);
}

/**
 * ntm_grid_model_changed:
 * @self: a table
 *
 * For models: tells that anything may be different now.
 */
void
ntm_grid_model_changed (NtmGridModel *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * ntm_grid_model_rows_changed:
 * @self: a table
 * @position: the first row concerned
 * @removed: how many rows went there
 * @added: how many rows came there
 *
 * For models: tells that rows came or went while all others and the columns stayed.
 */
void
ntm_grid_model_rows_changed (NtmGridModel *self,
                             guint         position,
                             guint         removed,
                             guint         added)
{
  g_signal_emit (self, signals[ROWS_CHANGED], 0, position, removed, added);
}
