/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a drawn table shows. */

#include "ntm-table-drawing.h"

#include "ntm-text-box.h"

static void
free_column (gpointer data)
{
  NtmTableColumn *column = data;

  g_free (column->title);
  g_free (column->subtitle);
  g_free (column->group);
  g_free (column);
}

static void
free_row (gpointer data)
{
  NtmTableRow *row = data;

  for (guint i = 0; i < row->n_cells; i++)
    g_free (row->cells[i].text);
  g_free (row->cells);
  g_free (row->key);
  g_free (row);
}

/**
 * ntm_table_spec_new:
 *
 * Returns: (transfer full): a table without columns; add all columns before the first row
 */
NtmTableSpec *
ntm_table_spec_new (void)
{
  NtmTableSpec *self = g_atomic_rc_box_new0 (NtmTableSpec);

  self->columns = g_ptr_array_new_with_free_func (free_column);
  self->rows = g_ptr_array_new_with_free_func (free_row);
  return self;
}

/**
 * ntm_table_spec_ref:
 * @self: a table
 *
 * Returns: (transfer full): @self with one more reference
 */
NtmTableSpec *
ntm_table_spec_ref (NtmTableSpec *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  NtmTableSpec *self = data;

  g_free (self->title);
  g_free (self->note);
  g_free (self->empty);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
}

/**
 * ntm_table_spec_unref:
 * @self: (transfer full): a table
 */
void
ntm_table_spec_unref (NtmTableSpec *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * ntm_table_spec_add_column:
 * @self: a table without rows yet
 * @title: (nullable): of the column
 * @align: of its cells
 * @width: relative to the other columns, above 0
 *
 * Returns: (transfer none): the new column
 */
NtmTableColumn *
ntm_table_spec_add_column (NtmTableSpec *self, const char *title, NtmAlign align, double width)
{
  NtmTableColumn *column;

  g_return_val_if_fail (self->rows->len == 0, NULL);

  column = g_new0 (NtmTableColumn, 1);
  column->title = g_strdup (title);
  column->align = align;
  column->width = MAX (width, 1e-3);
  g_ptr_array_add (self->columns, column);
  return column;
}

/**
 * ntm_table_spec_add_row:
 * @self: a table
 * @key: (nullable): of what the row is about
 *
 * Returns: (transfer none): a row of empty cells
 */
NtmTableRow *
ntm_table_spec_add_row (NtmTableSpec *self, const char *key)
{
  NtmTableRow *row = g_new0 (NtmTableRow, 1);

  row->key = g_strdup (key);
  row->n_cells = self->columns->len;
  row->cells = g_new0 (NtmTableCell, MAX (row->n_cells, 1));
  g_ptr_array_add (self->rows, row);
  return row;
}

/**
 * ntm_table_row_set:
 * @row: a row
 * @column: which cell
 * @text: (nullable): what it says
 *
 * Returns: (transfer none): the cell, for its other members
 */
NtmTableCell *
ntm_table_row_set (NtmTableRow *row, guint column, const char *text)
{
  g_return_val_if_fail (column < row->n_cells, NULL);

  ntm_spec_set (&row->cells[column].text, text);
  return &row->cells[column];
}

static void
copy_cell (NtmTableRow *row, guint column, const NtmTableCell *from)
{
  NtmTableCell *to = ntm_table_row_set (row, column, from->text);
  char *text = to->text;

  *to = *from;
  to->text = text;
}

static void
copy_column (NtmTableSpec *self, const NtmTableColumn *from)
{
  NtmTableColumn *to = ntm_table_spec_add_column (self, from->title, from->align, from->width);

  ntm_spec_set (&to->subtitle, from->subtitle);
  ntm_spec_set (&to->group, from->group);
}

/* The first column, which says what the rows are, and @n others from @first; without title and note. */
static NtmTableSpec *
new_slice (const NtmTableSpec *self, guint first, guint n)
{
  NtmTableSpec *slice = ntm_table_spec_new ();

  ntm_spec_set (&slice->empty, self->empty);
  slice->boxed = self->boxed;
  copy_column (slice, g_ptr_array_index (self->columns, 0));
  for (guint c = 0; c < n; c++)
    copy_column (slice, g_ptr_array_index (self->columns, first + c));
  for (guint r = 0; r < self->rows->len; r++)
    {
      const NtmTableRow *from = g_ptr_array_index (self->rows, r);
      NtmTableRow *row = ntm_table_spec_add_row (slice, from->key);

      row->kind = from->kind;
      copy_cell (row, 0, &from->cells[0]);
      for (guint c = 0; c < n; c++)
        copy_cell (row, c + 1, &from->cells[first + c]);
    }
  return slice;
}

static double
width_of (const NtmTableSpec *self, guint column)
{
  return ((const NtmTableColumn *) g_ptr_array_index (self->columns, column))->width;
}

/* How many columns from @first fit beside the first of the table; at least one. */
static guint
count_fitting (const NtmTableSpec *self, guint first, double room)
{
  guint n = 0;

  room -= width_of (self, 0);
  for (guint c = first; c < self->columns->len; c++, n++)
    if ((room -= width_of (self, c)) < 0)
      break;
  return MAX (n, 1);
}

static guint
count_blocks (const NtmTableSpec *self, double room)
{
  guint n = 0;

  for (guint first = 1; first < self->columns->len; first += count_fitting (self, first, room))
    n++;
  return n;
}

/**
 * ntm_table_spec_split:
 * @self: a table
 * @room: widest that fits, in the measure of the widths of its columns
 *
 * Splits a table for paper that is narrower than it into blocks of columns, each with the first column, which says
 * what the rows are. They share the columns evenly, so that the last is not a single column drawn out over the page.
 * The title is that of the first block, the note that of the last.
 *
 * Returns: (transfer full) (element-type NtmTableSpec): the blocks; @self alone if it fits
 */
GPtrArray *
ntm_table_spec_split (NtmTableSpec *self, double room)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) ntm_table_spec_unref);
  guint n_blocks = self->columns->len < 2 ? 1 : count_blocks (self, room);

  if (n_blocks < 2)
    {
      g_ptr_array_add (blocks, ntm_table_spec_ref (self));
      return blocks;
    }
  for (guint first = 1, n; first < self->columns->len; first += n, n_blocks -= n_blocks > 1)
    {
      n = MIN (count_fitting (self, first, room), (self->columns->len - first + n_blocks - 1) / n_blocks);
      g_ptr_array_add (blocks, new_slice (self, first, n));
    }
  ntm_spec_set (&((NtmTableSpec *) g_ptr_array_index (blocks, 0))->title, self->title);
  ntm_spec_set (&((NtmTableSpec *) g_ptr_array_index (blocks, blocks->len - 1))->note, self->note);
  return blocks;
}
