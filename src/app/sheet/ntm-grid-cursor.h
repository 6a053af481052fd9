/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * NtmGridRange:
 *
 * A rectangle of cells.
 */
typedef struct
{
  guint row, column, n_rows, n_columns;
} NtmGridRange;

/**
 * NtmGridCursor:
 *
 * Where a person is in a table of @n_rows × @n_columns: the active cell, which is typed into, and the
 * opposite corner of the selection, which is the same cell unless a range is selected.
 */
typedef struct
{
  guint n_rows, n_columns;
  guint row, column;
  guint end_row, end_column;
} NtmGridCursor;

/**
 * NtmGridMove:
 *
 * Ways to move: by a cell; over a block of filled or empty cells to its edge; by a page; to the ends of
 * the row or the table; to the next or previous cell in reading order.
 */
typedef enum
{
  NTM_GRID_MOVE_LEFT,
  NTM_GRID_MOVE_RIGHT,
  NTM_GRID_MOVE_UP,
  NTM_GRID_MOVE_DOWN,
  NTM_GRID_MOVE_BLOCK_LEFT,
  NTM_GRID_MOVE_BLOCK_RIGHT,
  NTM_GRID_MOVE_BLOCK_UP,
  NTM_GRID_MOVE_BLOCK_DOWN,
  NTM_GRID_MOVE_PAGE_UP,
  NTM_GRID_MOVE_PAGE_DOWN,
  NTM_GRID_MOVE_ROW_START,
  NTM_GRID_MOVE_ROW_END,
  NTM_GRID_MOVE_TABLE_START,
  NTM_GRID_MOVE_TABLE_END,
  NTM_GRID_MOVE_NEXT,
  NTM_GRID_MOVE_PREVIOUS,
} NtmGridMove;

/**
 * NtmGridIsFilled:
 *
 * Tells whether a cell has a value.
 */
typedef gboolean (*NtmGridIsFilled) (guint row, guint column, gpointer user_data);

void         ntm_grid_cursor_resize    (NtmGridCursor *self, guint n_rows, guint n_columns);
void         ntm_grid_cursor_splice    (NtmGridCursor *self, guint position, guint removed, guint added);
void         ntm_grid_cursor_place     (NtmGridCursor *self, guint row, guint column);
void         ntm_grid_cursor_extend_to (NtmGridCursor *self, guint row, guint column);
gboolean     ntm_grid_cursor_move      (NtmGridCursor *self, NtmGridMove move, gboolean extend, guint page,
                                        NtmGridIsFilled is_filled, gpointer user_data);
NtmGridRange ntm_grid_cursor_get_range (const NtmGridCursor *self);

G_END_DECLS
