/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is where: from a point of the widget to cells, headings, edges of columns and arrows. */

#include "config.h"

#include "ntm-grid-private.h"

/* The row of a y of the part that scrolls; may be beyond the last. */
static guint
row_at (NtmGrid *self,
        double   y)
{
  double inside = y - self->metrics.heading_height + _ntm_grid_scrolled (self->vadjustment);

  return inside < 0 ? 0 : (guint) (inside / self->metrics.row_height);
}

/* Binary search for the column of an x of the part that scrolls; n_columns beyond the last. */
static guint
column_at (NtmGrid *self,
           double   x)
{
  double inside = x - self->headings_width + _ntm_grid_scrolled (self->hadjustment);
  guint low = 0, high = self->shape.n_columns;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (_ntm_grid_edge (self, middle + 1) <= inside)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The cells that are in view, at least in part. */
NtmGridRange
_ntm_grid_visible_range (NtmGrid *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  NtmGridRange range = { 0 };
  guint last_row, last_column;

  _ntm_grid_ensure_metrics (self);
  if (self->shape.n_rows == 0 || self->shape.n_columns == 0 || width <= 0 || height <= 0)
    return range;
  range.row = MIN (row_at (self, self->metrics.heading_height), self->shape.n_rows - 1);
  range.column = MIN (column_at (self, self->headings_width), self->shape.n_columns - 1);
  last_row = MIN (row_at (self, height - 1), self->shape.n_rows - 1);
  last_column = MIN (column_at (self, width - 1), self->shape.n_columns - 1);
  range.n_rows = last_row - range.row + 1;
  range.n_columns = last_column - range.column + 1;
  return range;
}

guint
_ntm_grid_row_near (NtmGrid *self,
                    double   y)
{
  guint row = row_at (self, y);

  return self->shape.n_rows == 0 ? 0 : MIN (row, self->shape.n_rows - 1);
}

guint
_ntm_grid_column_near (NtmGrid *self,
                       double   x)
{
  guint column = column_at (self, x);

  return self->shape.n_columns == 0 ? 0 : MIN (column, self->shape.n_columns - 1);
}

static gboolean
edge_near (NtmGrid *self,
           double   x,
           int     *column)
{
  guint at;

  if (ABS (x - self->headings_width) <= 4)
    {
      *column = NTM_GRID_ROW_HEADINGS;
      return TRUE;
    }
  at = column_at (self, x - 4);
  *column = (int) at;
  return x > self->headings_width && at < self->shape.n_columns && at != column_at (self, x + 4);
}

static NtmGridPart
part_of_heading (NtmGrid *self,
                 guint    row,
                 double   x)
{
  const NtmGridDrawnRow *heading = _ntm_grid_get_drawn_row (self, row);
  double start = NTM_GRID_PAD + (double) heading->row.depth * self->metrics.indent;

  if (heading->row.can_expand && x >= start - 6 && x <= start + 18)
    return NTM_GRID_AT_EXPANDER;
  return NTM_GRID_AT_ROW_HEADING;
}

/* Where the arrows that order the rows are: the last line of the headings. */
int
_ntm_grid_sort_line (NtmGrid *self)
{
  return self->metrics.heading_height - 6 - self->metrics.line_height[NTM_GRID_FONT_CAPTION] / 2;
}

static gboolean
is_on_sort (NtmGrid *self,
            double   left,
            double   x,
            double   y)
{
  return self->shape.can_sort && x >= left && x < left + NTM_GRID_SORT_WIDTH + 4 && ABS (y - _ntm_grid_sort_line (self)) <= 12;
}

static NtmGridPart
part_of_headings (NtmGrid *self,
                  double   x,
                  double   y,
                  int     *column)
{
  if (edge_near (self, x, column))
    return NTM_GRID_AT_COLUMN_EDGE;
  if (x < self->headings_width)
    {
      *column = NTM_GRID_ROW_HEADINGS;
      return is_on_sort (self, 0, x, y) ? NTM_GRID_AT_SORT : NTM_GRID_AT_CORNER;
    }
  if (*column >= (int) self->shape.n_columns)
    return NTM_GRID_AT_NOTHING;
  return is_on_sort (self, self->headings_width + _ntm_grid_edge (self, (guint) *column) - _ntm_grid_scrolled (self->hadjustment), x, y)
           ? NTM_GRID_AT_SORT : NTM_GRID_AT_COLUMN_HEADING;
}

/* What is at a point of the widget. */
NtmGridPlace
_ntm_grid_place_at (NtmGrid *self,
                    double   x,
                    double   y)
{
  NtmGridPlace place = { NTM_GRID_AT_NOTHING, row_at (self, y), (int) column_at (self, x) };
  gboolean in_row = place.row < self->shape.n_rows;
  gboolean in_column = place.column < (int) self->shape.n_columns;

  if (self->model == NULL)
    return place;
  if (y < self->metrics.heading_height)
    place.part = part_of_headings (self, x, y, &place.column);
  else if (x < self->headings_width)
    place.part = in_row ? part_of_heading (self, place.row, x) : NTM_GRID_AT_NOTHING;
  else if (in_row && in_column)
    place.part = NTM_GRID_AT_CELL;
  return place;
}
