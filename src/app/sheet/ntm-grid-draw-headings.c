/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The headings, which stay where they are while the cells scroll under them. */

#include "config.h"

#include "ntm-grid-private.h"

#include "ntm-look.h"
#include "ntm-mark.h"

#define GLYPH_SIZE 12

typedef struct
{
  NtmGrid            *self;
  GtkSnapshot        *snapshot;
  const NtmPalette   *palette;
  const NtmGridRange *visible;
  NtmColor            line;
  NtmColor            chosen;   /* behind headings of selected cells */
} Painter;

static const NtmColor *
role (const Painter *painter,
      NtmRole        color)
{
  return ntm_palette_get_color (painter->palette, color);
}

static void
append_fitted (const Painter  *painter,
               PangoLayout    *layout,
               const NtmColor *color,
               double          x,
               double          y,
               int             width)
{
  pango_layout_set_width (layout, MAX (0, width) * PANGO_SCALE);
  _ntm_grid_append_text (painter->snapshot, layout, color, x, y);
}

static void
append_expander (const Painter *painter,
                 cairo_t       *cr,
                 double         x,
                 double         y,
                 gboolean       is_open)
{
  cairo_save (cr);
  cairo_translate (cr, x, y);
  if (is_open)
    cairo_rotate (cr, G_PI_2);
  cairo_move_to (cr, -2.5, -4);
  cairo_line_to (cr, 3, 0);
  cairo_line_to (cr, -2.5, 4);
  cairo_close_path (cr);
  ntm_color_set (role (painter, NTM_ROLE_TEXT), cr);
  cairo_fill (cr);
  cairo_restore (cr);
}

static double
title_start (const Painter    *painter,
             const NtmGridRow *row)
{
  double x = NTM_GRID_PAD + (double) row->depth * painter->self->metrics.indent + 16;

  return row->mark < 0 ? x : x + GLYPH_SIZE + 8 + (row->is_uncertain ? 5 : 0);
}

/* Signs and expanders of all rows in view are one node. */
static void
append_row_signs (const Painter *painter)
{
  NtmGrid *self = painter->self;
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  cairo_t *cr = gtk_snapshot_append_cairo (painter->snapshot, &GRAPHENE_RECT_INIT (0, 0, self->headings_width, height));

  for (guint i = 0; i < painter->visible->n_rows; i++)
    {
      guint number = painter->visible->row + i;
      const NtmGridRow *row = &_ntm_grid_get_drawn_row (self, number)->row;
      double x = NTM_GRID_PAD + (double) row->depth * self->metrics.indent;
      GdkRectangle area;

      _ntm_grid_get_area (self, number, 0, &area);
      if (row->can_expand)
        append_expander (painter, cr, x + 5, area.y + area.height / 2.0, row->is_expanded);
      if (row->mark >= 0)
        ntm_glyph_draw (cr, (NtmMark) row->mark, row->is_uncertain, x + 16 + GLYPH_SIZE / 2.0, area.y + area.height / 2.0,
                        GLYPH_SIZE, painter->palette);
    }
  cairo_destroy (cr);
}

static void
append_row_titles (const Painter *painter)
{
  NtmGrid *self = painter->self;
  NtmGridRange range = ntm_grid_cursor_get_range (&self->cursor);

  for (guint i = 0; i < painter->visible->n_rows; i++)
    {
      guint number = painter->visible->row + i;
      const NtmGridDrawnRow *drawn = _ntm_grid_get_drawn_row (self, number);
      double x = title_start (painter, &drawn->row);
      GdkRectangle area;
      int height;

      _ntm_grid_get_area (self, number, 0, &area);
      if (number >= range.row && number < range.row + range.n_rows)
        _ntm_grid_append_color (painter->snapshot, &painter->chosen, 0, area.y, self->headings_width, area.height - 1);
      _ntm_grid_append_color (painter->snapshot, &painter->line, 0, area.y + area.height - 1, self->headings_width, 1);
      if (drawn->title == NULL)
        continue;
      pango_layout_get_pixel_size (drawn->title, NULL, &height);
      append_fitted (painter, drawn->title, role (painter, NTM_ROLE_TEXT), x, area.y + (area.height - height) / 2,
                     self->headings_width - (int) x - 6);
    }
}

static void
append_rows (const Painter *painter)
{
  NtmGrid *self = painter->self;
  int top = self->metrics.heading_height;
  int height = gtk_widget_get_height (GTK_WIDGET (self)) - top;

  gtk_snapshot_push_clip (painter->snapshot, &GRAPHENE_RECT_INIT (0, top, self->headings_width, MAX (0, height)));
  _ntm_grid_append_color (painter->snapshot, role (painter, NTM_ROLE_PAGE), 0, top, self->headings_width, height);
  append_row_titles (painter);
  append_row_signs (painter);
  gtk_snapshot_pop (painter->snapshot);
}

static void
append_column (const Painter *painter,
               guint          number,
               gboolean       is_chosen)
{
  NtmGrid *self = painter->self;
  const NtmGridMetrics *metrics = &self->metrics;
  const NtmGridDrawnColumn *drawn = _ntm_grid_get_drawn_column (self, number);
  const NtmColor *color = role (painter, drawn->column.is_later ? NTM_ROLE_SECONDARY : NTM_ROLE_TEXT);
  int aside = self->shape.can_sort ? NTM_GRID_SORT_WIDTH : 0;
  int height = 0, sub = metrics->line_height[NTM_GRID_FONT_CAPTION];
  int bottom = metrics->heading_height - 6;
  GdkRectangle area;

  _ntm_grid_get_area (self, 0, number, &area);
  if (is_chosen)
    _ntm_grid_append_color (painter->snapshot, &painter->chosen, area.x, metrics->group_height, area.width - 1,
                            metrics->heading_height - metrics->group_height);
  if (drawn->title != NULL)
    {
      pango_layout_set_alignment (drawn->title, PANGO_ALIGN_RIGHT);
      pango_layout_set_width (drawn->title, MAX (0, area.width - 2 * NTM_GRID_PAD) * PANGO_SCALE);
      pango_layout_get_pixel_size (drawn->title, NULL, &height);
      append_fitted (painter, drawn->title, color, area.x + NTM_GRID_PAD, bottom - sub - height,
                     area.width - 2 * NTM_GRID_PAD);
    }
  if (drawn->subtitle != NULL)
    {
      pango_layout_set_alignment (drawn->subtitle, PANGO_ALIGN_RIGHT);
      append_fitted (painter, drawn->subtitle, role (painter, NTM_ROLE_SECONDARY), area.x + NTM_GRID_PAD + aside,
                     bottom - sub, area.width - 2 * NTM_GRID_PAD - aside);
    }
  _ntm_grid_append_color (painter->snapshot, &painter->line, area.x + area.width - 1, metrics->group_height, 1,
                          metrics->heading_height - metrics->group_height);
}

static void
append_triangle (cairo_t *cr,
                 double   x,
                 double   y,
                 double   size,
                 gboolean is_up)
{
  double tip = is_up ? -size : size;

  cairo_move_to (cr, x - size, y - tip / 2);
  cairo_line_to (cr, x + size, y - tip / 2);
  cairo_line_to (cr, x, y + tip / 2);
  cairo_close_path (cr);
}

/* A pale pair where a column could order the rows, one strong where it does. */
static void
paint_sort (const Painter *painter,
            cairo_t       *cr,
            int            left,
            NtmGridSort    sort)
{
  double x = left + NTM_GRID_PAD + 4, y = _ntm_grid_sort_line (painter->self);
  NtmColor pale = ntm_color_with_alpha (role (painter, NTM_ROLE_SECONDARY), 0.5);

  if (sort == NTM_GRID_SORT_NONE)
    {
      append_triangle (cr, x, y - 3.5, 3, TRUE);
      append_triangle (cr, x, y + 3.5, 3, FALSE);
    }
  else
    append_triangle (cr, x, y, 5, sort == NTM_GRID_SORT_UP);
  ntm_color_set (sort == NTM_GRID_SORT_NONE ? &pale : role (painter, NTM_ROLE_ACCENT), cr);
  cairo_fill (cr);
}

static void
append_sorts (const Painter *painter)
{
  NtmGrid *self = painter->self;
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  cairo_t *cr;

  if (!self->shape.can_sort)
    return;
  cr = gtk_snapshot_append_cairo (painter->snapshot, &GRAPHENE_RECT_INIT (0, 0, width, self->metrics.heading_height));
  paint_sort (painter, cr, 0, self->shape.sort);
  cairo_rectangle (cr, self->headings_width, 0, MAX (0, width - self->headings_width), self->metrics.heading_height);
  cairo_clip (cr);
  for (guint i = 0; i < painter->visible->n_columns; i++)
    {
      guint number = painter->visible->column + i;
      GdkRectangle area;

      _ntm_grid_get_area (self, 0, number, &area);
      paint_sort (painter, cr, area.x, _ntm_grid_get_drawn_column (self, number)->column.sort);
    }
  cairo_destroy (cr);
}

static const char *
group_of (NtmGrid *self,
          guint    number)
{
  const char *group = _ntm_grid_get_drawn_column (self, number)->column.group;

  return group == NULL ? "" : group;
}

/* A group is headed once, over the part of it that is in view. */
static void
append_groups (const Painter *painter)
{
  NtmGrid *self = painter->self;
  guint end = painter->visible->column + painter->visible->n_columns;

  if (self->metrics.group_height == 0)
    return;
  for (guint first = painter->visible->column, last; first < end; first = last)
    {
      const NtmGridDrawnColumn *drawn = _ntm_grid_get_drawn_column (self, first);
      GdkRectangle from, to;
      int left;

      for (last = first + 1; last < end && g_str_equal (group_of (self, first), group_of (self, last)); last++)
        ;
      _ntm_grid_get_area (self, 0, first, &from);
      _ntm_grid_get_area (self, 0, last - 1, &to);
      left = MAX (from.x, self->headings_width);
      if (drawn->group != NULL)
        append_fitted (painter, drawn->group, role (painter, NTM_ROLE_SECONDARY), left + NTM_GRID_PAD, 4,
                       to.x + to.width - left - 2 * NTM_GRID_PAD);
      _ntm_grid_append_color (painter->snapshot, &painter->line, to.x + to.width - 1, 0, 1, self->metrics.group_height);
    }
  _ntm_grid_append_color (painter->snapshot, &painter->line, 0, self->metrics.group_height - 1,
                          gtk_widget_get_width (GTK_WIDGET (self)), 1);
}

static void
append_columns (const Painter *painter)
{
  NtmGrid *self = painter->self;
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  NtmGridRange range = ntm_grid_cursor_get_range (&self->cursor);

  _ntm_grid_append_color (painter->snapshot, role (painter, NTM_ROLE_HEAD_BG), 0, 0, width, self->metrics.heading_height);
  gtk_snapshot_push_clip (painter->snapshot,
                          &GRAPHENE_RECT_INIT (self->headings_width, 0, MAX (0, width - self->headings_width),
                                               self->metrics.heading_height));
  for (guint i = 0; i < painter->visible->n_columns; i++)
    {
      guint number = painter->visible->column + i;

      append_column (painter, number, number >= range.column && number < range.column + range.n_columns);
    }
  append_groups (painter);
  gtk_snapshot_pop (painter->snapshot);
}

static void
append_corner (const Painter *painter)
{
  NtmGrid *self = painter->self;
  g_autofree char *text = NULL;

  if (self->corner == NULL)
    {
      text = ntm_grid_model_dup_corner (self->model);
      self->corner = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
      pango_layout_set_font_description (self->corner, self->metrics.fonts[NTM_GRID_FONT_TITLE]);
      pango_layout_set_ellipsize (self->corner, PANGO_ELLIPSIZE_END);
    }
  append_fitted (painter, self->corner, role (painter, NTM_ROLE_TEXT), NTM_GRID_PAD,
                 self->metrics.heading_height - 6 - self->metrics.line_height[NTM_GRID_FONT_CAPTION]
                 - self->metrics.line_height[NTM_GRID_FONT_TITLE],
                 self->headings_width - 2 * NTM_GRID_PAD);
}

/* Draws row and column headings over the cells that scrolled under them. */
void
_ntm_grid_snapshot_headings (NtmGrid            *self,
                             GtkSnapshot        *snapshot,
                             const NtmGridRange *visible)
{
  const NtmPalette *palette = ntm_look_get_palette ();
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  Painter painter = { self, snapshot, palette, visible, _ntm_grid_line_color (palette), { 0 } };
  NtmColor strong = ntm_color_mix (&painter.line, role (&painter, NTM_ROLE_SECONDARY), 0.35);

  painter.chosen = ntm_color_with_alpha (role (&painter, NTM_ROLE_ACCENT), 0.16);
  append_rows (&painter);
  append_columns (&painter);
  append_corner (&painter);
  append_sorts (&painter);
  _ntm_grid_append_color (snapshot, &strong, 0, self->metrics.heading_height - 1, width, 1);
  _ntm_grid_append_color (snapshot, &strong, self->headings_width - 1, 0, 1, height);
}
