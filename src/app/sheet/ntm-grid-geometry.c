/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Where things are. All rows are as high as the font asks for; columns have the width their heading or a
 * person asked for. Coordinates are those of the widget; the part that scrolls begins right of the row
 * headings and below the column headings.
 */

#include "config.h"

#include "ntm-grid-private.h"

/* Sizes of the fonts against that of the desktop. */
static const double font_scale[NTM_GRID_N_FONTS] = { 0.94, 0.90, 0.84, 0.78 };

static void
measure_font (NtmGrid      *self,
              PangoContext *context,
              NtmGridFont   font)
{
  NtmGridMetrics *metrics = &self->metrics;
  PangoFontDescription *description = pango_font_description_copy (pango_context_get_font_description (context));
  double size = pango_font_description_get_size (description) * font_scale[font];
  PangoFontMetrics *sizes;

  /* Sizes of style sheets are pixels, not points. */
  if (pango_font_description_get_size_is_absolute (description))
    pango_font_description_set_absolute_size (description, size);
  else
    pango_font_description_set_size (description, (int) size);
  if (font == NTM_GRID_FONT_TITLE)
    pango_font_description_set_weight (description, PANGO_WEIGHT_BOLD);
  sizes = pango_context_get_metrics (context, description, NULL);
  metrics->fonts[font] = description;
  metrics->line_height[font] = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (sizes));
  if (font == NTM_GRID_FONT_CELL)
    metrics->digit_width = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_digit_width (sizes));
  pango_font_metrics_unref (sizes);
}

/* Makes sizes anew if the font or the table changed. */
void
_ntm_grid_ensure_metrics (NtmGrid *self)
{
  NtmGridMetrics *metrics = &self->metrics;
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));

  if (self->has_metrics)
    return;
  for (int font = 0; font < NTM_GRID_N_FONTS; font++)
    measure_font (self, context, font);
  metrics->row_height = MAX (28, metrics->line_height[NTM_GRID_FONT_CELL] + 6);
  metrics->group_height = self->shape.has_groups ? metrics->line_height[NTM_GRID_FONT_CAPTION] + 8 : 0;
  metrics->heading_height = metrics->group_height + 12 + metrics->line_height[NTM_GRID_FONT_CAPTION]
                            + (int) MAX (self->shape.title_lines, 1) * metrics->line_height[NTM_GRID_FONT_TITLE];
  metrics->indent = 2 * metrics->digit_width;
  self->has_metrics = TRUE;
  _ntm_grid_measure_columns (self);
}

void
_ntm_grid_drop_metrics (NtmGrid *self)
{
  self->has_metrics = FALSE;
  for (int font = 0; font < NTM_GRID_N_FONTS; font++)
    g_clear_pointer (&self->metrics.fonts[font], pango_font_description_free);
}

static int
chosen_width (NtmGrid    *self,
              const char *key,
              int         chars)
{
  gpointer chosen = g_hash_table_lookup (self->widths, key);

  if (chosen != NULL)
    return GPOINTER_TO_INT (chosen);
  return MAX (NTM_GRID_MIN_WIDTH, chars * self->metrics.digit_width + 2 * NTM_GRID_PAD);
}

/* Adds up the widths of the columns. */
void
_ntm_grid_measure_columns (NtmGrid *self)
{
  int x = 0;

  g_array_set_size (self->edges, 0);
  for (guint column = 0; column < self->shape.n_columns; column++)
    {
      g_auto (NtmGridColumn) heading = { 0 };

      ntm_grid_model_get_column (self->model, column, &heading);
      g_array_append_val (self->edges, x);
      x += chosen_width (self, heading.key, (int) heading.chars);
    }
  g_array_append_val (self->edges, x);
  self->headings_width = chosen_width (self, "", 30);
}

/* Where a column begins, in the part that scrolls; also that behind the last. */
int
_ntm_grid_edge (NtmGrid *self,
                guint    column)
{
  return column < self->edges->len ? g_array_index (self->edges, int, column) : 0;
}

int
_ntm_grid_column_width (NtmGrid *self,
                        int      column)
{
  if (column == NTM_GRID_ROW_HEADINGS)
    return self->headings_width;
  return _ntm_grid_edge (self, (guint) column + 1) - _ntm_grid_edge (self, (guint) column);
}

/* Widths stay with the key of a column, so that they outlive another choice of columns. */
void
_ntm_grid_set_column_width (NtmGrid *self,
                            int      column,
                            int      width)
{
  g_auto (NtmGridColumn) heading = { 0 };

  width = CLAMP (width, NTM_GRID_MIN_WIDTH, 800);
  if (column != NTM_GRID_ROW_HEADINGS)
    ntm_grid_model_get_column (self->model, (guint) column, &heading);
  g_hash_table_insert (self->widths, g_strdup (heading.key == NULL ? "" : heading.key), GINT_TO_POINTER (width));
  _ntm_grid_measure_columns (self);
  _ntm_grid_queue_size (self);
}

static int
natural_width (PangoLayout *layout)
{
  int old, width;

  if (layout == NULL)
    return 0;
  old = pango_layout_get_width (layout);
  pango_layout_set_width (layout, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  pango_layout_set_width (layout, old);
  return width;
}

/* Makes a column as wide as the widest of the cells in view. */
void
_ntm_grid_fit_column (NtmGrid *self,
                      int      column)
{
  NtmGridRange visible = _ntm_grid_visible_range (self);
  int width = 0;

  for (guint row = visible.row; row < visible.row + visible.n_rows; row++)
    if (column == NTM_GRID_ROW_HEADINGS)
      {
        const NtmGridDrawnRow *heading = _ntm_grid_get_drawn_row (self, row);
        width = MAX (width, natural_width (heading->title) + (int) (heading->row.depth + 2) * self->metrics.indent + 20);
      }
    else
      {
        NtmGridDrawn *drawn = _ntm_grid_get_drawn (self, row, (guint) column);
        width = MAX (width, natural_width (drawn->text) + (drawn->tag == NULL ? 0 : natural_width (drawn->tag) + 6));
      }
  if (column != NTM_GRID_ROW_HEADINGS)
    width = MAX (width, natural_width (_ntm_grid_get_drawn_column (self, (guint) column)->subtitle));
  _ntm_grid_set_column_width (self, column, width + 2 * NTM_GRID_PAD + 4);
}

int
_ntm_grid_scrolled (GtkAdjustment *adjustment)
{
  return adjustment == NULL ? 0 : (int) gtk_adjustment_get_value (adjustment);
}

/* Where a cell is, partly or wholly out of view perhaps. */
void
_ntm_grid_get_area (NtmGrid      *self,
                    guint         row,
                    guint         column,
                    GdkRectangle *area)
{
  _ntm_grid_ensure_metrics (self);
  area->x = self->headings_width + _ntm_grid_edge (self, column) - _ntm_grid_scrolled (self->hadjustment);
  area->y = self->metrics.heading_height + (int) row * self->metrics.row_height - _ntm_grid_scrolled (self->vadjustment);
  area->width = _ntm_grid_column_width (self, (int) column);
  area->height = self->metrics.row_height;
}

static int
body_height (NtmGrid *self)
{
  return MAX (0, gtk_widget_get_height (GTK_WIDGET (self)) - self->metrics.heading_height);
}

guint
_ntm_grid_rows_per_page (NtmGrid *self)
{
  _ntm_grid_ensure_metrics (self);
  return (guint) MAX (1, body_height (self) / self->metrics.row_height - 1);
}

static void
configure (GtkAdjustment *adjustment,
           double         upper,
           double         page,
           double         step)
{
  double value;

  if (adjustment == NULL)
    return;
  value = CLAMP (gtk_adjustment_get_value (adjustment), 0, MAX (0, upper - page));
  gtk_adjustment_configure (adjustment, value, 0, MAX (upper, page), step, page * 0.9, page);
}

/* Tells the scroll bars how much there is. */
void
_ntm_grid_configure (NtmGrid *self)
{
  double width = MAX (0, gtk_widget_get_width (GTK_WIDGET (self)) - self->headings_width);

  _ntm_grid_ensure_metrics (self);
  self->is_scrolling = TRUE;
  configure (self->hadjustment, _ntm_grid_edge (self, self->shape.n_columns), width, 6 * self->metrics.digit_width);
  configure (self->vadjustment, (double) self->shape.n_rows * self->metrics.row_height, body_height (self),
             self->metrics.row_height);
  self->is_scrolling = FALSE;
}

static void
bring_into (GtkAdjustment *adjustment,
            double         start,
            double         size)
{
  double value, page;

  if (adjustment == NULL)
    return;
  value = gtk_adjustment_get_value (adjustment);
  page = gtk_adjustment_get_page_size (adjustment);
  if (start < value || size > page)
    gtk_adjustment_set_value (adjustment, start);
  else if (start + size > value + page)
    gtk_adjustment_set_value (adjustment, start + size - page);
}

/*
 * Scrolls as little as possible to bring a cell into view. The grid keeps it there while its size changes
 * (a scroll bar that comes takes room) until a person scrolls away.
 */
void
_ntm_grid_scroll_to (NtmGrid *self,
                     guint    row,
                     guint    column)
{
  _ntm_grid_ensure_metrics (self);
  self->follows_cursor = TRUE;
  if (gtk_widget_get_width (GTK_WIDGET (self)) <= 0)
    return;
  self->is_scrolling = TRUE;
  bring_into (self->vadjustment, (double) row * self->metrics.row_height, self->metrics.row_height);
  bring_into (self->hadjustment, _ntm_grid_edge (self, column), _ntm_grid_column_width (self, (int) column));
  self->is_scrolling = FALSE;
}
