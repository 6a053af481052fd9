/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table over pages. Rows are as high as their highest cell; the header comes back on every page. */

#include "ntm-table-private.h"

/* Rows looked at for the widths of columns. */
#define SAMPLE_ROWS 200

const NtmTableColumn *
ntm_table_get_column (const NtmTableLayout *self, guint column)
{
  return g_ptr_array_index (self->spec->columns, column);
}

double
ntm_table_inner_width (const NtmTableLayout *self, guint column)
{
  return MAX (self->column_x[column + 1] - self->column_x[column] - 2 * NTM_TABLE_PAD_X * self->unit, 1);
}

/* The width at which no word of a column breaks, by its head and its first rows. */
static double
find_least_width (const NtmTableLayout *self, guint column)
{
  double least = ntm_text_box_longest_word (self->style, NTM_FONT_CELL, NTM_TEXT_BOLD, ntm_table_get_column (self, column)->title);

  for (guint i = 0; i < MIN (self->spec->rows->len, SAMPLE_ROWS); i++)
    {
      const NtmTableRow *row = g_ptr_array_index (self->spec->rows, i);
      const NtmTableCell *cell = &row->cells[column];

      if (row->kind == NTM_ROW_SECTION || cell->text == NULL)
        continue;
      least = MAX (least, ntm_text_box_longest_word (self->style, NTM_FONT_CELL, cell->bold ? NTM_TEXT_BOLD : NTM_TEXT_PLAIN, cell->text)
                            + (cell->has_mark && !cell->fill ? (NTM_TABLE_GLYPH * 1.6 + 6) * self->unit : 0));
    }

  return least + 2 * NTM_TABLE_PAD_X * self->unit + 1;
}

/* Gives each column its part; those too narrow for their words get what they need from the others. */
static void
set_columns (NtmTableLayout *self)
{
  g_autofree double *least = NULL;
  double parts = 0, room = self->width;

  self->n_columns = self->spec->columns->len;
  self->column_x = g_new0 (double, self->n_columns + 1);
  least = g_new0 (double, self->n_columns + 1);
  for (guint i = 0; i < self->n_columns; i++)
    {
      least[i] = find_least_width (self, i);
      parts += ntm_table_get_column (self, i)->width;
    }
  for (gboolean changed = TRUE; changed && parts > 0;)
    {
      changed = FALSE;
      for (guint i = 0; i < self->n_columns; i++)
        if (self->column_x[i + 1] == 0 && ntm_table_get_column (self, i)->width / parts * room < least[i] && least[i] < room)
          {
            self->column_x[i + 1] = least[i];
            room -= least[i];
            parts -= ntm_table_get_column (self, i)->width;
            changed = TRUE;
          }
    }
  for (guint i = 0; i < self->n_columns; i++)
    {
      if (self->column_x[i + 1] == 0)
        self->column_x[i + 1] = room * ntm_table_get_column (self, i)->width / parts;
      self->column_x[i + 1] += self->column_x[i];
    }
  for (guint i = 1; i <= self->n_columns; i++)
    self->column_x[i] *= self->width / self->column_x[self->n_columns];
}

gboolean
ntm_table_same_group (const NtmTableLayout *self, guint a, guint b)
{
  const char *x = ntm_table_get_column (self, a)->group, *y = ntm_table_get_column (self, b)->group;

  return x != NULL && y != NULL && g_str_equal (x, y);
}

guint
ntm_table_end_of_group (const NtmTableLayout *self, guint first)
{
  guint end = first + 1;

  while (end < self->n_columns && ntm_table_same_group (self, first, end))
    end++;

  return end;
}

static void
set_groups (NtmTableLayout *self)
{
  for (guint i = 0; i < self->n_columns; i = ntm_table_end_of_group (self, i))
    {
      const NtmTableColumn *column = ntm_table_get_column (self, i);
      double width = self->column_x[ntm_table_end_of_group (self, i)] - self->column_x[i] - 2 * NTM_TABLE_PAD_X * self->unit;

      if (column->group == NULL)
        continue;
      self->groups[i] = ntm_text_box_new (self->style, NTM_FONT_CELL, NTM_TEXT_BOLD | NTM_TEXT_WRAP | NTM_TEXT_CENTER, column->group, MAX (width, 1));
      self->group_height = MAX (self->group_height, self->groups[i]->height + 2 * NTM_TABLE_PAD_Y * self->unit);
    }
}

static void
set_heads (NtmTableLayout *self)
{
  self->heads = g_new0 (NtmTextBox *, MAX (self->n_columns, 1));
  self->subheads = g_new0 (NtmTextBox *, MAX (self->n_columns, 1));
  self->groups = g_new0 (NtmTextBox *, MAX (self->n_columns, 1));
  set_groups (self);
  for (guint i = 0; i < self->n_columns; i++)
    {
      const NtmTableColumn *column = ntm_table_get_column (self, i);
      NtmTextFlags align = self->spec->boxed || column->align == NTM_ALIGN_CENTER ? NTM_TEXT_CENTER
                           : column->align == NTM_ALIGN_RIGHT ? NTM_TEXT_RIGHT : NTM_TEXT_PLAIN;
      double height = 2 * NTM_TABLE_PAD_Y * self->unit;

      self->heads[i] = ntm_text_box_new (self->style, NTM_FONT_CELL, NTM_TEXT_BOLD | NTM_TEXT_WRAP | align, column->title, ntm_table_inner_width (self, i));
      height += self->heads[i]->height;
      if (column->subtitle != NULL)
        {
          self->subheads[i] = ntm_text_box_new (self->style, NTM_FONT_CAPTION, NTM_TEXT_WRAP | align, column->subtitle, ntm_table_inner_width (self, i));
          height += self->subheads[i]->height;
        }
      self->head_height = MAX (self->head_height, height - (column->group == NULL ? self->group_height : 0));
    }
}

static NtmTableText
set_cell (const NtmTableLayout *self, const NtmTableRow *row, guint column)
{
  const NtmTableCell *spec = &row->cells[column];
  gboolean section = row->kind == NTM_ROW_SECTION;
  gboolean figure = ntm_table_get_column (self, column)->align == NTM_ALIGN_RIGHT && !section;
  NtmTextFlags flags = NTM_TEXT_WRAP | (figure ? NTM_TEXT_TABULAR | NTM_TEXT_RIGHT : 0);
  double width = section ? self->width - 2 * NTM_TABLE_PAD_X * self->unit : ntm_table_inner_width (self, column);
  NtmTableText cell = { NULL, 0 };

  if (spec->has_mark && !spec->fill)
    cell.indent = (NTM_TABLE_GLYPH + (spec->uncertain ? 0.6 * NTM_TABLE_GLYPH : 0) + 6) * self->unit;
  if (spec->bold || section || row->kind == NTM_ROW_TOTAL)
    flags |= NTM_TEXT_BOLD;
  if (spec->italic)
    flags |= NTM_TEXT_ITALIC;
  if (ntm_table_get_column (self, column)->align == NTM_ALIGN_CENTER && !section)
    flags |= NTM_TEXT_CENTER;
  if (spec->text != NULL && (!section || column == 0))
    cell.text = ntm_text_box_new (self->style, spec->hatch ? NTM_FONT_CAPTION : NTM_FONT_CELL, flags, spec->text, MAX (width - cell.indent, 1));
  return cell;
}

static void
set_row (NtmTableLayout *self, guint index)
{
  const NtmTableRow *row = g_ptr_array_index (self->spec->rows, index);
  NtmFlowBlock *block = &self->blocks[index];

  block->height = ntm_draw_style_font_size (self->style, NTM_FONT_CELL) * 1.3;
  for (guint c = 0; c < self->n_columns; c++)
    {
      NtmTableText *cell = &self->cells[(gsize) index * self->n_columns + c];

      *cell = set_cell (self, row, c);
      if (cell->text != NULL)
        block->height = MAX (block->height, cell->text->height);
      if (cell->indent > 0)
        block->height = MAX (block->height, NTM_TABLE_GLYPH * self->unit);
    }
  block->height += 2 * NTM_TABLE_PAD_Y * self->unit;
  block->keep = row->kind == NTM_ROW_SECTION;
}

static void
set_rows (NtmTableLayout *self)
{
  guint n_rows = self->spec->rows->len;

  self->cells = g_new0 (NtmTableText, MAX ((gsize) n_rows * self->n_columns, 1));
  self->blocks = g_new0 (NtmFlowBlock, n_rows + 2);
  for (guint i = 0; i < n_rows; i++)
    set_row (self, i);
  self->n_blocks = n_rows;
  if (n_rows == 0 && self->spec->empty != NULL)
    {
      self->empty = ntm_text_box_new (self->style, NTM_FONT_BODY, NTM_TEXT_WRAP | NTM_TEXT_CENTER, self->spec->empty, self->width);
      self->blocks[self->n_blocks++].height = self->empty->height + 4 * NTM_TABLE_PAD_Y * self->unit;
    }
  if (self->spec->note == NULL)
    return;

  self->note = ntm_text_box_new (self->style, NTM_FONT_CAPTION, NTM_TEXT_WRAP | NTM_TEXT_ITALIC, self->spec->note, self->width);
  if (self->n_blocks > 0)
    self->blocks[self->n_blocks - 1].keep = TRUE;
  self->blocks[self->n_blocks++].height = self->note->height + 2 * NTM_TABLE_PAD_Y * self->unit;
}

static void
add_placed (NtmTableLayout *self, guint page, NtmPlacedKind kind, const NtmRect *rect, const char *key, const char *text, guint index, guint column)
{
  NtmPlaced placed = { kind, rect->x, rect->y, rect->width, rect->height, key, text, index, column };

  g_array_append_val (g_ptr_array_index (self->placed, page), placed);
}

double
ntm_table_head_top (const NtmTableLayout *self, guint page)
{
  return page == 0 ? self->flow.lead : 0;
}

static void
list_row (NtmTableLayout *self, guint index)
{
  const NtmTableRow *row = g_ptr_array_index (self->spec->rows, index);
  const NtmFlowBlock *block = &self->blocks[index];

  add_placed (self, block->page, NTM_PLACED_ROW, &(NtmRect) { 0, block->y, self->width, block->height }, row->key, NULL, index, 0);
  for (guint c = 0; c < self->n_columns; c++)
    if (row->cells[c].text != NULL || row->cells[c].has_mark || row->cells[c].hatch)
      add_placed (self, block->page, NTM_PLACED_CELL,
                  &(NtmRect) { self->column_x[c], block->y, self->column_x[c + 1] - self->column_x[c], block->height }, row->key,
                  row->cells[c].text, index, c);
}

static void
list_placed (NtmTableLayout *self)
{
  self->placed = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint page = 0; page < self->n_pages; page++)
    {
      g_ptr_array_add (self->placed, g_array_new (FALSE, FALSE, sizeof (NtmPlaced)));
      for (guint c = 0; c < self->n_columns; c++)
        add_placed (self, page, NTM_PLACED_HEADER,
                    &(NtmRect) { self->column_x[c], ntm_table_head_top (self, page), self->column_x[c + 1] - self->column_x[c], self->flow.head }, NULL,
                    ntm_table_get_column (self, c)->title, c, c);
    }
  if (self->title != NULL)
    add_placed (self, 0, NTM_PLACED_TITLE, &(NtmRect) { (self->width - self->title->width) / 2, 0, self->title->width, self->title->height },
                NULL, self->spec->title, 0, 0);
  for (guint i = 0; i < self->spec->rows->len; i++)
    list_row (self, i);
  if (self->note != NULL)
    add_placed (self, self->blocks[self->n_blocks - 1].page, NTM_PLACED_NOTE,
                &(NtmRect) { 0, self->blocks[self->n_blocks - 1].y, self->note->width, self->note->height }, NULL, self->spec->note, 0, 0);
}

static void
break_pages (NtmTableLayout *self, double page_height, double first_page_height)
{
  self->flow.lead = self->title != NULL ? self->title->height + 6 * self->unit : 0;
  self->flow.head = self->group_height + self->head_height;
  self->flow.page = page_height > 0 ? page_height : G_MAXDOUBLE;
  self->flow.first_page = first_page_height > 0 ? first_page_height : self->flow.page;
  self->n_pages = ntm_page_flow (&self->flow, self->blocks, self->n_blocks);
  self->page_height = g_new0 (double, self->n_pages);
  for (guint page = 0; page < self->n_pages; page++)
    self->page_height[page] = ntm_table_head_top (self, page) + self->flow.head;
  for (guint i = 0; i < self->n_blocks; i++)
    {
      double *height = &self->page_height[self->blocks[i].page];

      *height = MAX (*height, self->blocks[i].y + self->blocks[i].height);
    }
}

/**
 * ntm_table_layout_new:
 * @spec: the table; the layout takes a reference
 * @style: colours, faces, sizes
 * @width: of the table in units of @style
 * @page_height: room on a page; 0: one endless page
 * @first_page_height: room on the first page, when something stands above it; 0: as the others
 *
 * Lays out a table. When nothing fits on the rest of the first page, the header alone is there and the
 * rows begin on the second: ask ntm_table_layout_get_height() and begin on a new page instead.
 *
 * Returns: (transfer full): the layout
 */
NtmTableLayout *
ntm_table_layout_new (NtmTableSpec *spec, const NtmDrawStyle *style, double width, double page_height, double first_page_height)
{
  NtmTableLayout *self = g_new0 (NtmTableLayout, 1);

  self->spec = ntm_table_spec_ref (spec);
  self->style = ntm_draw_style_copy (style);
  self->unit = ntm_draw_style_unit (style);
  self->width = MAX (width, 1);
  if (spec->title != NULL)
    self->title = ntm_text_box_new (style, NTM_FONT_BODY, NTM_TEXT_BOLD | NTM_TEXT_WRAP | NTM_TEXT_CENTER, spec->title, self->width);
  set_columns (self);
  set_heads (self);
  set_rows (self);
  break_pages (self, page_height, first_page_height);
  list_placed (self);
  return self;
}

/**
 * ntm_table_layout_free:
 * @self: (transfer full) (nullable): a layout
 */
void
ntm_table_layout_free (NtmTableLayout *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < self->n_columns; i++)
    {
      ntm_text_box_free (self->heads[i]);
      ntm_text_box_free (self->subheads[i]);
      ntm_text_box_free (self->groups[i]);
    }
  for (gsize i = 0; i < (gsize) self->spec->rows->len * self->n_columns; i++)
    ntm_text_box_free (self->cells[i].text);
  g_free (self->heads);
  g_free (self->subheads);
  g_free (self->groups);
  g_free (self->cells);
  g_free (self->column_x);
  g_free (self->blocks);
  g_free (self->page_height);
  g_ptr_array_unref (self->placed);
  ntm_text_box_free (self->title);
  ntm_text_box_free (self->note);
  ntm_text_box_free (self->empty);
  ntm_draw_style_free (self->style);
  ntm_table_spec_unref (self->spec);
  g_free (self);
}

/**
 * ntm_table_layout_get_n_pages:
 * @self: a layout
 *
 * Returns: how many pages it needs, at least 1
 */
guint
ntm_table_layout_get_n_pages (const NtmTableLayout *self)
{
  return self->n_pages;
}

/**
 * ntm_table_layout_get_height:
 * @self: a layout
 * @page: from 0
 *
 * Returns: how much of the page is used
 */
double
ntm_table_layout_get_height (const NtmTableLayout *self, guint page)
{
  g_return_val_if_fail (page < self->n_pages, 0);

  return self->page_height[page];
}

/**
 * ntm_table_layout_get_placed:
 * @self: a layout
 * @page: from 0
 * @n_placed: (out): how many
 *
 * Returns: (transfer none) (array length=n_placed): header, rows and cells of a page
 */
const NtmPlaced *
ntm_table_layout_get_placed (const NtmTableLayout *self, guint page, guint *n_placed)
{
  GArray *placed;

  g_return_val_if_fail (page < self->n_pages, NULL);

  placed = g_ptr_array_index (self->placed, page);
  *n_placed = placed->len;
  return (const NtmPlaced *) (gconstpointer) placed->data;
}
