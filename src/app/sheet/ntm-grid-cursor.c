/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Moving about in a table, without any widget. Moving puts active cell and end of the selection on one
 * cell; extending moves only the end. In an empty table all positions are 0.
 */

#include "config.h"

#include "ntm-grid-cursor.h"

static guint
clamp (guint value,
       guint n)
{
  return n == 0 ? 0 : MIN (value, n - 1);
}

/**
 * ntm_grid_cursor_resize:
 * @self: a cursor
 * @n_rows: rows of the table
 * @n_columns: columns of the table
 *
 * Takes over the size of a table; what is outside now comes to its edge.
 */
void
ntm_grid_cursor_resize (NtmGridCursor *self,
                        guint          n_rows,
                        guint          n_columns)
{
  self->n_rows = n_rows;
  self->n_columns = n_columns;
  self->row = clamp (self->row, n_rows);
  self->end_row = clamp (self->end_row, n_rows);
  self->column = clamp (self->column, n_columns);
  self->end_column = clamp (self->end_column, n_columns);
}

static guint
shift (guint row,
       guint position,
       guint removed,
       guint added)
{
  if (row < position)
    return row;
  if (row >= position + removed)
    return row - removed + added;
  /* Its row is gone: stay with what was before it, as a row that was closed. */
  return position > 0 ? position - 1 : 0;
}

/**
 * ntm_grid_cursor_splice:
 * @self: a cursor
 * @position: the first row concerned
 * @removed: how many rows went there
 * @added: how many rows came there
 *
 * Keeps the cursor on its row while rows come or go.
 */
void
ntm_grid_cursor_splice (NtmGridCursor *self,
                        guint          position,
                        guint          removed,
                        guint          added)
{
  self->row = shift (self->row, position, removed, added);
  self->end_row = shift (self->end_row, position, removed, added);
  ntm_grid_cursor_resize (self, self->n_rows - removed + added, self->n_columns);
}

/**
 * ntm_grid_cursor_place:
 * @self: a cursor
 * @row: from 0
 * @column: from 0
 *
 * Makes one cell active and selects only it; outside the table the nearest.
 */
void
ntm_grid_cursor_place (NtmGridCursor *self,
                       guint          row,
                       guint          column)
{
  self->row = self->end_row = clamp (row, self->n_rows);
  self->column = self->end_column = clamp (column, self->n_columns);
}

/**
 * ntm_grid_cursor_extend_to:
 * @self: a cursor
 * @row: from 0
 * @column: from 0
 *
 * Selects from the active cell to another.
 */
void
ntm_grid_cursor_extend_to (NtmGridCursor *self,
                           guint          row,
                           guint          column)
{
  self->end_row = clamp (row, self->n_rows);
  self->end_column = clamp (column, self->n_columns);
}

typedef struct
{
  NtmGridIsFilled is_filled;
  gpointer        user_data;
  gboolean        is_vertical;
  guint           fixed;       /* the other coordinate */
} Line;

static gboolean
line_filled (const Line *line,
             guint       i)
{
  return line->is_vertical ? line->is_filled (i, line->fixed, line->user_data)
                           : line->is_filled (line->fixed, i, line->user_data);
}

/*
 * As in other spreadsheets: from within a block to its last cell, from its edge or an empty cell to the
 * next filled one, else to the end of the table.
 */
static guint
find_edge (const Line *line,
           guint       from,
           guint       n,
           int         step)
{
  guint end = step > 0 ? n - 1 : 0;
  guint i = from;

  if (n == 0 || i == end)
    return i;
  if (line->is_filled == NULL)
    return end;
  i += (guint) step;
  if (line_filled (line, from) && line_filled (line, i))
    while (i != end && line_filled (line, i + (guint) step))
      i += (guint) step;
  else
    while (i != end && !line_filled (line, i))
      i += (guint) step;
  return i;
}

static gboolean
step_in_reading_order (guint *row,
                       guint *column,
                       guint  n_rows,
                       guint  n_columns,
                       int    step)
{
  if (n_rows == 0 || n_columns == 0)
    return FALSE;
  if (step > 0 && *column + 1 < n_columns)
    (*column)++;
  else if (step < 0 && *column > 0)
    (*column)--;
  else if (step > 0 && *row + 1 < n_rows)
    (*row)++, *column = 0;
  else if (step < 0 && *row > 0)
    (*row)--, *column = n_columns - 1;
  else
    return FALSE;
  return TRUE;
}

static guint
step_by (guint value,
         guint n,
         int   step)
{
  if (step < 0)
    return value - MIN (value, (guint) -step);
  return clamp (value + (guint) step, n);
}

static void
move_block (NtmGridCursor  *self,
            NtmGridMove     move,
            NtmGridIsFilled is_filled,
            gpointer        user_data,
            guint          *row,
            guint          *column)
{
  gboolean is_vertical = move == NTM_GRID_MOVE_BLOCK_UP || move == NTM_GRID_MOVE_BLOCK_DOWN;
  int step = move == NTM_GRID_MOVE_BLOCK_UP || move == NTM_GRID_MOVE_BLOCK_LEFT ? -1 : 1;
  Line line = { is_filled, user_data, is_vertical, is_vertical ? *column : *row };

  if (is_vertical)
    *row = find_edge (&line, *row, self->n_rows, step);
  else
    *column = find_edge (&line, *column, self->n_columns, step);
}

static void
move_plainly (NtmGridCursor *self,
              NtmGridMove    move,
              guint          page,
              guint         *row,
              guint         *column)
{
  switch (move)
    {
    case NTM_GRID_MOVE_LEFT: *column = step_by (*column, self->n_columns, -1); break;
    case NTM_GRID_MOVE_RIGHT: *column = step_by (*column, self->n_columns, 1); break;
    case NTM_GRID_MOVE_UP: *row = step_by (*row, self->n_rows, -1); break;
    case NTM_GRID_MOVE_DOWN: *row = step_by (*row, self->n_rows, 1); break;
    case NTM_GRID_MOVE_PAGE_UP: *row = step_by (*row, self->n_rows, -(int) MAX (page, 1)); break;
    case NTM_GRID_MOVE_PAGE_DOWN: *row = step_by (*row, self->n_rows, (int) MAX (page, 1)); break;
    case NTM_GRID_MOVE_ROW_START: *column = 0; break;
    case NTM_GRID_MOVE_ROW_END: *column = clamp (G_MAXUINT, self->n_columns); break;
    case NTM_GRID_MOVE_TABLE_START: *row = *column = 0; break;
    case NTM_GRID_MOVE_TABLE_END: *row = clamp (G_MAXUINT, self->n_rows); *column = clamp (G_MAXUINT, self->n_columns); break;
    case NTM_GRID_MOVE_NEXT: step_in_reading_order (row, column, self->n_rows, self->n_columns, 1); break;
    case NTM_GRID_MOVE_PREVIOUS: step_in_reading_order (row, column, self->n_rows, self->n_columns, -1); break;
    default: break;
    }
}

/**
 * ntm_grid_cursor_move:
 * @self: a cursor
 * @move: where to
 * @extend: move only the end of the selection
 * @page: rows of a page
 * @is_filled: (nullable): tells whether a cell has a value, for moves by blocks
 * @user_data: passed to @is_filled
 *
 * Moves. Reading order starts from the active cell, moves that are not extended too; an extended one from
 * the end of the selection.
 *
 * Returns: whether anything changed, the extent of the selection included
 */
gboolean
ntm_grid_cursor_move (NtmGridCursor  *self,
                      NtmGridMove     move,
                      gboolean        extend,
                      guint           page,
                      NtmGridIsFilled is_filled,
                      gpointer        user_data)
{
  NtmGridCursor old = *self;
  guint row = extend ? self->end_row : self->row;
  guint column = extend ? self->end_column : self->column;

  if (move >= NTM_GRID_MOVE_BLOCK_LEFT && move <= NTM_GRID_MOVE_BLOCK_DOWN)
    move_block (self, move, is_filled, user_data, &row, &column);
  else
    move_plainly (self, move, page, &row, &column);
  if (extend)
    ntm_grid_cursor_extend_to (self, row, column);
  else
    ntm_grid_cursor_place (self, row, column);
  return old.row != self->row || old.column != self->column || old.end_row != self->end_row
         || old.end_column != self->end_column;
}

/**
 * ntm_grid_cursor_get_range:
 * @self: a cursor
 *
 * Returns: the selected cells; none in an empty table
 */
NtmGridRange
ntm_grid_cursor_get_range (const NtmGridCursor *self)
{
  NtmGridRange range = { MIN (self->row, self->end_row), MIN (self->column, self->end_column), 0, 0 };

  if (self->n_rows == 0 || self->n_columns == 0)
    return range;
  range.n_rows = MAX (self->row, self->end_row) - range.row + 1;
  range.n_columns = MAX (self->column, self->end_column) - range.column + 1;
  return range;
}
