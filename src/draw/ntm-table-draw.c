/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing a laid-out table. */

#include "ntm-mark.h"
#include "ntm-table-private.h"

static const NtmColor *
find_color (const NtmTableLayout *self, NtmRole role)
{
  return ntm_palette_get_color (self->style->palette, role);
}

static void
fill_rect (const NtmTableLayout *self, cairo_t *cr, double x, double y, double width, double height, NtmRole role)
{
  cairo_rectangle (cr, x, y, width, height);
  ntm_color_set (find_color (self, role), cr);
  cairo_fill (cr);
}

static void
draw_line (const NtmTableLayout *self, cairo_t *cr, double x1, double y1, double x2, double y2)
{
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
  cairo_set_line_width (cr, (self->spec->boxed ? 0.7 : 0.9) * self->unit);
  ntm_color_set (find_color (self, self->spec->boxed && self->style->medium == NTM_MEDIUM_PRINT ? NTM_ROLE_BORDER : NTM_ROLE_RULE), cr);
  cairo_stroke (cr);
}

static double
align_x (const NtmTableLayout *self, guint column, double width, NtmAlign align)
{
  double left = self->column_x[column] + NTM_TABLE_PAD_X * self->unit;

  if (align == NTM_ALIGN_LEFT)
    return left;

  return left + (ntm_table_inner_width (self, column) - width) * (align == NTM_ALIGN_CENTER ? 0.5 : 1);
}

static void
draw_head (const NtmTableLayout *self, cairo_t *cr, guint column, double top)
{
  const NtmTextBox *head = self->heads[column], *sub = self->subheads[column];
  NtmAlign align = self->spec->boxed ? NTM_ALIGN_CENTER : ntm_table_get_column (self, column)->align;
  gboolean grouped = ntm_table_get_column (self, column)->group != NULL;
  double y = top + (grouped ? self->group_height : 0);
  double room = self->head_height + (grouped ? 0 : self->group_height);
  double height = head->height + (sub != NULL ? sub->height : 0);

  y += (room - height) / 2;
  ntm_text_box_draw (head, cr, align_x (self, column, head->width, align), y, find_color (self, NTM_ROLE_TEXT));
  if (sub != NULL)
    ntm_text_box_draw (sub, cr, align_x (self, column, sub->width, align), y + head->height, find_color (self, NTM_ROLE_SECONDARY));
}

static void
draw_group (const NtmTableLayout *self, cairo_t *cr, guint first, double top)
{
  const NtmTextBox *text = self->groups[first];
  double left = self->column_x[first], right = self->column_x[ntm_table_end_of_group (self, first)];

  if (text == NULL)
    return;

  ntm_text_box_draw (text, cr, (left + right - text->width) / 2, top + (self->group_height - text->height) / 2, find_color (self, NTM_ROLE_TEXT));
  draw_line (self, cr, left, top + self->group_height, right, top + self->group_height);
}

static void
draw_header (const NtmTableLayout *self, cairo_t *cr, guint page)
{
  double top = ntm_table_head_top (self, page), bottom = top + self->flow.head;

  fill_rect (self, cr, 0, top, self->width, self->flow.head, NTM_ROLE_HEAD_BG);
  for (guint c = 0; c < self->n_columns; c++)
    {
      gboolean inside = c > 0 && ntm_table_same_group (self, c - 1, c);

      draw_head (self, cr, c, top);
      if (!inside)
        draw_group (self, cr, c, top);
      if (self->spec->boxed)
        draw_line (self, cr, self->column_x[c], inside ? top + self->group_height : top, self->column_x[c], bottom);
    }
  if (self->spec->boxed)
    {
      draw_line (self, cr, self->width, top, self->width, bottom);
      draw_line (self, cr, 0, top, self->width, top);
    }
  draw_line (self, cr, 0, bottom, self->width, bottom);
}

static NtmColor
find_text_color (const NtmTableLayout *self, const NtmTableCell *cell)
{
  static const NtmRole roles[] = { NTM_ROLE_TEXT, NTM_ROLE_ERROR, NTM_ROLE_WARNING, NTM_ROLE_SUCCESS, NTM_ROLE_SECONDARY };

  if (cell->has_mark && cell->fill)
    return ntm_palette_get_mark (self->style->palette, cell->mark)->on;
  if (cell->hatch)
    return *find_color (self, NTM_ROLE_SECONDARY);

  return *find_color (self, roles[MIN ((guint) cell->tone, G_N_ELEMENTS (roles) - 1)]);
}

static void
draw_ground (const NtmTableLayout *self, cairo_t *cr, const NtmTableCell *cell, const NtmRect *rect)
{
  double inset = self->spec->boxed ? 0 : 2 * self->unit;

  if (cell->hatch)
    ntm_hatch_rectangle (cr, rect->x + inset, rect->y + inset, rect->width - 2 * inset, rect->height - 2 * inset,
                         self->spec->boxed ? 0 : 4 * self->unit, 0.8 * self->unit, self->style->palette);
  else if (cell->has_mark && cell->fill)
    {
      cairo_rectangle (cr, rect->x + inset / 2, rect->y + inset / 2, rect->width - inset, rect->height - inset);
      ntm_mark_fill_path (cr, cell->mark, self->unit * 0.8, self->style->palette);
    }
}

static void
draw_glyph (const NtmTableLayout *self, cairo_t *cr, const NtmTableCell *cell, double x, double middle)
{
  ntm_glyph_draw (cr, cell->mark, cell->uncertain, x + NTM_TABLE_GLYPH * self->unit / 2, middle, NTM_TABLE_GLYPH * self->unit, self->style->palette);
}

static void
draw_cell (const NtmTableLayout *self, cairo_t *cr, const NtmTableRow *row, guint index, guint column)
{
  const NtmTableCell *spec = &row->cells[column];
  const NtmTableText *cell = &self->cells[(gsize) index * self->n_columns + column];
  const NtmFlowBlock *block = &self->blocks[index];
  const NtmRect rect = { self->column_x[column], block->y, self->column_x[column + 1] - self->column_x[column], block->height };
  NtmAlign align = row->kind == NTM_ROW_SECTION ? NTM_ALIGN_LEFT : ntm_table_get_column (self, column)->align;
  double width = cell->indent + (cell->text != NULL ? cell->text->width : 0);
  double x = align_x (self, column, spec->text == NULL ? width - 6 * self->unit : width, spec->hatch ? NTM_ALIGN_CENTER : align);
  double middle = rect.y + rect.height / 2;
  NtmColor color = find_text_color (self, spec);

  draw_ground (self, cr, spec, &rect);
  if (cell->indent > 0)
    draw_glyph (self, cr, spec, x, middle);
  if (cell->text == NULL)
    return;
  if (spec->hatch || (spec->has_mark && spec->fill))
    ntm_text_box_draw_halo (cell->text, cr, x, middle - cell->text->height / 2, &color,
                            spec->hatch ? find_color (self, NTM_ROLE_HATCH_BG) : &ntm_palette_get_mark (self->style->palette, spec->mark)->fill,
                            3 * self->unit);
  else
    ntm_text_box_draw (cell->text, cr, x + cell->indent, middle - cell->text->height / 2, &color);
}

static void
draw_row (const NtmTableLayout *self, cairo_t *cr, guint index)
{
  const NtmTableRow *row = g_ptr_array_index (self->spec->rows, index);
  const NtmFlowBlock *block = &self->blocks[index];
  double bottom = block->y + block->height;

  if (row->kind == NTM_ROW_SECTION)
    fill_rect (self, cr, 0, block->y, self->width, block->height, NTM_ROLE_HEAD_BG);
  for (guint c = 0; c < self->n_columns; c++)
    draw_cell (self, cr, row, index, c);
  /* In a boxed table once more, as the ground of this row lies on it. */
  if (row->kind == NTM_ROW_TOTAL || self->spec->boxed)
    draw_line (self, cr, 0, block->y, self->width, block->y);
  draw_line (self, cr, 0, bottom, self->width, bottom);
  for (guint c = 0; self->spec->boxed && c <= self->n_columns; c++)
    if (row->kind != NTM_ROW_SECTION || c == 0 || c == self->n_columns)
      draw_line (self, cr, self->column_x[c], block->y, self->column_x[c], bottom);
}

static void
draw_tail (const NtmTableLayout *self, cairo_t *cr, guint page)
{
  guint n_rows = self->spec->rows->len;

  if (self->empty != NULL && self->blocks[n_rows].page == page)
    ntm_text_box_draw (self->empty, cr, (self->width - self->empty->width) / 2, self->blocks[n_rows].y + 2 * NTM_TABLE_PAD_Y * self->unit,
                       find_color (self, NTM_ROLE_SECONDARY));
  if (self->note != NULL && self->blocks[self->n_blocks - 1].page == page)
    ntm_text_box_draw (self->note, cr, 0, self->blocks[self->n_blocks - 1].y + NTM_TABLE_PAD_Y * self->unit, find_color (self, NTM_ROLE_SECONDARY));
}

/**
 * ntm_table_layout_draw:
 * @self: a layout
 * @cr: where, the upper left of the page's room at 0, 0; its ground is the caller's
 * @page: from 0
 */
void
ntm_table_layout_draw (const NtmTableLayout *self, cairo_t *cr, guint page)
{
  g_return_if_fail (page < self->n_pages);

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_SQUARE);
  if (page == 0 && self->title != NULL)
    ntm_text_box_draw (self->title, cr, (self->width - self->title->width) / 2, 0, find_color (self, NTM_ROLE_TEXT));
  draw_header (self, cr, page);
  for (guint i = 0; i < self->spec->rows->len; i++)
    if (self->blocks[i].page == page)
      draw_row (self, cr, i);
  draw_tail (self, cr, page);
  cairo_restore (cr);
}
